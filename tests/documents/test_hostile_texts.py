"""Whatever is typed in whatever field: each document prints, and shows it as it was typed or that it cannot."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.preview import page_count
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedCitizen, PrintedMunicipality

from .hostile import DOCUMENTS, any_of
from .reading import squeezed, text_of

MARK = "\ufffd"

TYPED = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(alphabet="ريماحسن۱۲۳ (abc) ሰላም \u0301\u200d\u202e\n", max_size=60),
    st.sampled_from(
        ["", " ", "\n", "W" * 900, "م" * 300, "x " * 300, "<b>&lt;{x}%s", "😀\u200d👩" * 20, "\x00\x1b\ufffe", "\ud800"]
    ),
)

SNAPSHOTS = any_of(PlanSnapshot, TYPED)

SHOWN = {
    "markup": ("<b>&amp;</b>", "<b>&amp;</b>"),
    "a script": ("<script>x()</script>", "<script>x()</script>"),
    "a formula": ("=1+1", "=1+1"),
    "formulas of other kinds": ("+1-2@a", "+1-2@a"),
    "a format": ("{0}%s\\n", "{0}%s\\n"),
    "a control character": ("a\x07b", f"a{MARK}b"),
    "NUL": ("a\x00b", f"a{MARK}b"),
    "escapes of a terminal": ("\x1b[31mrød", f"{MARK}[31mrød"),
    "a lone surrogate": ("a\ud800b", f"a{MARK}b"),
    "private use": ("a\ue000b", f"a{MARK}b"),
    "no character at all": ("a\ufffeb", f"a{MARK}b"),
    "emoji": ("a😀b", f"a{MARK}b"),
    "a family of emoji": ("👩\u200d👦", f"{MARK}{MARK}"),
    "Chinese": ("中文", f"{MARK}{MARK}"),
    "Tamil": ("தமழ", f"{MARK}{MARK}{MARK}"),
    "Georgian": ("ქალი", f"{MARK}{MARK}{MARK}{MARK}"),
    "Ukrainian": ("Тетяна", "Тетяна"),
    "Vietnamese": ("Nguyễn", "Nguyễn"),
    "Amharic": ("ሰላም", "ሰላም"),
    "a soft hyphen": ("ab\u00adcd", "abcd"),
    "an override of direction": ("ab\u202edc", "abdc"),
    "a joiner": ("ab\u200dcd", "abcd"),
    "ligatures": ("office", "office"),
}
"""What is typed, and what has to be read on the paper."""


def filled_with(name: str, text: str) -> tuple[Any, dict[str, str]]:
    """Return a document with a text in each field, after a mark of the field's own, and the marks by field."""
    marks: dict[str, str] = {}

    def write(path: str) -> str:
        marks.setdefault(path, f"Q{len(marks):02}Z")
        return f"{marks[path]}{text}Q"

    return DOCUMENTS[name].filled(write), marks


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_typed_in_any_field_stands_on_paper_or_a_mark_that_it_cannot(name: str) -> None:
    document, lost = DOCUMENTS[name], list[tuple[str, str]]()
    for kind, (typed, shown) in SHOWN.items():
        content, marks = filled_with(name, typed)
        paper = squeezed(text_of(document.draw(content))).replace("\u200d", "")
        lost += [(kind, path) for path in document.paths() if squeezed(f"{marks[path]}{shown}Q") not in paper]

    assert lost == []


ENDLESS = {
    "a long word": "x" * 900,
    "a long Arabic word": "م" * 300,
    "mixed directions": "ريما (abc) 12 ሰላም \u202e שלום",
    "marks": "a\u0301" * 300,
    "joiners": "\u200d" * 300,
    "line feeds": "\n" * 300,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_field_begins_on_paper_whatever_follows_in_it(name: str) -> None:
    document, lost = DOCUMENTS[name], list[tuple[str, str]]()
    for kind, text in ENDLESS.items():
        content, marks = filled_with(name, text)
        paper = squeezed(text_of(document.draw(content)))
        lost += [(kind, path) for path in document.paths() if marks[path] not in paper]

    assert lost == []


@pytest.mark.parametrize("letter", ["x", "م"])
def test_a_word_of_ten_thousand_letters_stands_whole_on_the_plan(letter: str) -> None:
    word = letter * 10_000
    snapshot = replace(DOCUMENTS["plan"].filled(lambda _: "-"), caseworker=word)

    pages = print_plan(snapshot)

    assert page_count(pages) >= 2
    if letter.isascii():
        assert squeezed(text_of(pages)).count(letter) >= len(word)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_document_can_be_printed(name: str) -> None:
    document = DOCUMENTS[name]

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
    @given(any_of(document.content, TYPED))
    def prints(content: object) -> None:
        assert page_count(document.draw(content)) >= 1

    prints()


def test_a_lone_surrogate_prints_as_a_replacement_mark() -> None:
    snapshot = PlanSnapshot(
        case_number="2026-001",
        plan_number=1,
        draft=True,
        dated_on=date(2026, 1, 1),
        legal_basis="",
        municipality=PrintedMunicipality(name="Eksempelkommune", team="Team"),
        citizen=PrintedCitizen(name="A\ud800B"),
    )

    assert print_plan(snapshot) == print_plan(replace(snapshot, citizen=PrintedCitizen(name="A\ufffdB")))
