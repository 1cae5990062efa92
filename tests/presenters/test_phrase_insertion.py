"""A phrase on its way into a field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presenters.phrase_insertion import Insertion, insertion_of


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("", "", "Du er i job."),
        ("I 2027:", "", " Du er i job."),
        ("I 2027: ", "", "Du er i job."),
        ("linje\n", "", "Du er i job."),
        ("(", ")", "Du er i job."),
        ("", "Og", "Du er i job. "),
        ("", " Og", "Du er i job."),
        ("A", "b", " Du er i job. "),
    ],
)
def test_it_is_parted_from_the_words_around_it(before: str, after: str, text: str) -> None:
    put = insertion_of("Du er i job.", before, after, is_one_line=False)

    assert put == Insertion(text, len(text), len(text))


def test_the_first_thing_to_fill_in_is_selected() -> None:
    put = insertion_of("Du er … senest …", "Nu:", "", is_one_line=False)

    assert put.text[put.start : put.end] == "…"
    assert put.text[: put.start] == " Du er "


def test_a_field_of_one_line_takes_it_without_its_line_breaks() -> None:
    assert insertion_of("Et\nto", "", "", is_one_line=True).text == "Et to"
    assert insertion_of("Et\nto", "", "", is_one_line=False).text == "Et\nto"


@given(st.text(min_size=1), st.text(), st.text())
def test_the_phrase_is_in_it_whole_and_what_is_selected_lies_in_it(phrase: str, before: str, after: str) -> None:
    put = insertion_of(phrase, before, after, is_one_line=False)

    assert phrase in put.text
    assert len(put.text) <= len(phrase) + 2
    assert 0 <= put.start <= put.end <= len(put.text)
