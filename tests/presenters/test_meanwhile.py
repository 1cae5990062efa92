"""What somebody else saved while one typed, and what was typed put over it."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.meanwhile import meanwhile_text, rows_typed_over, typed_over


@dataclass(frozen=True)
class Line:
    """A row of two fields."""

    id: str
    text: str = ""
    hours: str = ""


lines = st.builds(Line, id=st.just("1"), text=st.sampled_from("abc"), hours=st.sampled_from("12"))
ROWS = st.lists(
    st.builds(Line, id=st.sampled_from("1234"), text=st.sampled_from("ab"), hours=st.just("")),
    unique_by=lambda line: line.id,
)


def rows_over(before: list[Line], typed: list[Line], now: list[Line]) -> list[Line]:
    return list(rows_typed_over(before, typed, now, typed_over))


@given(before=lines, typed=lines)
def test_where_nobody_else_saved_all_stands_as_it_is_typed(before: Line, typed: Line) -> None:
    assert typed_over(before, typed, before) == typed


@given(before=lines, now=lines)
def test_where_nothing_was_typed_all_stands_as_it_is_saved(before: Line, now: Line) -> None:
    assert typed_over(before, before, now) == now


def test_each_field_is_of_whoever_changed_it_and_of_who_types_where_both_did() -> None:
    before = Line("1", "a", "1")

    assert typed_over(before, replace(before, text="mit"), replace(before, hours="2")) == Line("1", "mit", "2")
    assert typed_over(before, replace(before, text="mit"), replace(before, text="andet")) == Line("1", "mit", "1")


@given(before=ROWS, typed=ROWS)
def test_where_nobody_else_saved_the_rows_stand_as_they_are_typed(before: list[Line], typed: list[Line]) -> None:
    assert rows_over(before, typed, before) == typed


@given(before=ROWS, now=ROWS)
def test_where_nothing_was_typed_every_row_is_as_saved(before: list[Line], now: list[Line]) -> None:
    assert sorted(rows_over(before, before, now), key=hash) == sorted(now, key=hash)


@given(before=ROWS, typed=ROWS, now=ROWS)
def test_nothing_that_was_typed_is_lost(before: list[Line], typed: list[Line], now: list[Line]) -> None:
    merged = {line.id: line for line in rows_over(before, typed, now)}
    was = {line.id: line for line in before}

    for line in typed:
        if line != was.get(line.id):
            assert line.id in merged
            if line.id not in was or line.text != was[line.id].text:
                assert merged[line.id].text == line.text


def test_a_row_taken_away_here_stays_away_and_one_added_elsewhere_stands_last() -> None:
    first, second, third = Line("1"), Line("2"), Line("3")

    assert rows_over([first, second], [first], [first, replace(second, text="x"), third]) == [first, third]


def test_a_row_somebody_else_took_away_stays_where_it_was_typed_in() -> None:
    first, second = Line("1"), Line("2")

    assert rows_over([first, second], [replace(first, text="mit"), second], []) == [Line("1", "mit")]


def test_what_was_saved_is_told_field_by_field() -> None:
    assert meanwhile_text([]) == ""
    assert meanwhile_text([Difference("Notat", "før", "efter"), Difference("Aftalt", "før", "")]) == (
        "Gemt i mellemtiden af en anden: Notat: før → efter; Aftalt: før → –"
    )
