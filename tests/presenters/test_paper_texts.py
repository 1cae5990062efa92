"""The papers beside the plan in words."""

from datetime import date

import pytest

from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.presenters.paper_texts import PAPERS_OF_CASE, paper_act, paper_title, written_text


@pytest.mark.parametrize(
    ("kind", "title", "act"),
    [
        (PaperKind.FOLLOW_UP, "Referat af opfølgning", "Vis referat …"),
        (PaperKind.CALENDAR_SHEET, "Kalenderark", "Kalenderark …"),
        (PaperKind.DECLARATION_NOTE, "Følgeseddel til erklæring", "Følgeseddel til erklæring …"),
        (PaperKind.INTERVIEW, "Samtaleark", "Samtaleark …"),
    ],
)
def test_every_paper_has_a_name_and_words_that_lead_to_it(kind: PaperKind, title: str, act: str) -> None:
    assert (paper_title(kind), paper_act(kind)) == (title, act)


def test_all_but_the_minutes_are_printed_from_the_case() -> None:
    assert set(PAPERS_OF_CASE) == set(PaperKind) - {PaperKind.FOLLOW_UP}


def test_it_is_said_what_was_written_and_where() -> None:
    paper = PrintedPaper(content=b"", kind=PaperKind.INTERVIEW, case_number="2026-014", dated_on=date(2026, 11, 23))

    assert written_text(paper, "ark.pdf") == "Skrev »Samtaleark« af 23. november 2026 til ark.pdf."
