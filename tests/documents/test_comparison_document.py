"""The differences between two versions on paper, read back from the page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from desktop_app.application.compare_plans import ToldComparison, ToldField, ToldItem, ToldSection
from desktop_app.documents.comparison_document import print_differences
from desktop_app.documents.parts import TextPart
from desktop_app.documents.pen import Pen
from desktop_app.documents.structure import Element, Line, MarkedContent, Structure
from desktop_app.documents.styles import BODY
from desktop_app.documents.typesetting import Piece, set_text
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.word_changes import WordChange, WordStretch
from desktop_app.translation import DANISH, ENGLISH, set_language

from .reading import pages_of, text_of

TEAM = Municipality(id="municipality", code="999", name="Nordsund Kommune", team="Integrationsteamet")
KEPT, REMOVED, ADDED = WordChange.KEPT, WordChange.REMOVED, WordChange.ADDED


def words(*parts: tuple[WordChange, str]) -> tuple[WordStretch, ...]:
    return tuple(WordStretch(change, text) for change, text in parts)


def the_goals(text: str = "køkken") -> ToldSection:
    changed = words(
        (KEPT, "Arbejde i [udgået: "), (REMOVED, text), (KEPT, "] [tilføjet: "), (ADDED, "butik"), (KEPT, "]")
    )
    return ToldSection(
        "Mål", (ToldItem("Beskæftigelsesmål", (ToldField("", changed), ToldField("Senest den", changed))),)
    )


def spans(paragraph: Element) -> list[Element]:
    return [part for part in paragraph.children if isinstance(part, Element)]


def words_in(element: Element) -> str:
    return "".join(part.text for part in element.children if isinstance(part, MarkedContent))


def told(*sections: ToldSection, is_draft: bool = False) -> ToldComparison:
    return ToldComparison(
        case_number="2026-014",
        citizen="Rima Al-Hassan",
        was="Version 1, underskrevet, dateret 28. oktober 2026",
        now="Version 2, klar til underskrift, dateret 22. november 2026",
        numbers=(1, 2),
        summary="1 forskel" if sections else "De to versioner er ens.",
        sections=sections,
        is_draft=is_draft,
        on=date(2026, 11, 22),
    )


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    set_language(DANISH)
    yield
    set_language(DANISH)


def test_the_page_says_whose_plan_it_is_which_versions_and_what_was_changed() -> None:
    text = text_of(print_differences(told(the_goals()), TEAM))

    for said in (
        "Forskelle mellem to versioner",
        "Rima Al-Hassan",
        "Før: Version 1, underskrevet, dateret 28. oktober 2026",
        "Nu: Version 2, klar til underskrift, dateret 22. november 2026",
        "1 forskel",
        "Gennemstreget: udgået · Understreget: tilføjet",
        "Mål",
        "Beskæftigelsesmål",
        "Arbejde i [udgået: køkken] [tilføjet: butik]",
        "Senest den: Arbejde i",
        "Sagsnr. 2026-014",
        "Viser, hvad der er ændret; det er ikke selve planen",
        "Side 1 af 1",
    ):
        assert said in text
    assert "KLADDE" not in text
    assert "EKSEMPELDATA" not in text


def test_fields_without_a_heading_and_a_changed_order_are_told() -> None:
    parties = ToldSection("Parter", (ToldItem("", (ToldField("Sagsbehandler", words((ADDED, "MJ"))),)),))

    text = text_of(print_differences(told(parties, ToldSection("Mål", (), "Rækkefølgen er ændret.")), TEAM))

    assert "Parter Sagsbehandler: MJ" in text
    assert "Mål Rækkefølgen er ændret." in text


def test_two_versions_that_are_the_same_are_said_to_be_and_no_marks_are_explained() -> None:
    text = text_of(print_differences(told(), TEAM))

    assert "De to versioner er ens." in text
    assert "Understreget" not in text


def test_a_draft_is_marked_on_every_page_and_so_are_made_up_people() -> None:
    long = the_goals("meget at lave " * 900)

    pages = pages_of(print_differences(told(long, is_draft=True), replace(TEAM, fictional=True)))

    assert len(pages) > 2
    assert all("KLADDE" in page and "EKSEMPELDATA" in page for page in pages)
    assert all("Mål, fortsat" in page for page in pages[1:])


def test_added_words_have_a_line_under_them_and_removed_words_one_through_them() -> None:
    lines = set_text([Piece("a "), Piece("b", line=Line.UNDER), Piece(" "), Piece("c", line=Line.THROUGH)], BODY, 300)
    structure, paragraph, drawn = Structure(), Element("P"), []
    pen = Pen(structure, "da-DK")
    pen.rule = lambda *edges: drawn.append(edges)  # type: ignore[method-assign]

    TextPart(lines, BODY, 300, paragraph).draw(pen, 0, 100)

    (left, low, right, _, _), (left_through, high, right_through, _, _) = drawn
    assert 0 < left < right < left_through < right_through
    assert low < 100 - BODY.size < high < 100
    assert [(part.line, words_in(part)) for part in spans(paragraph)] == [(Line.UNDER, "b"), (Line.THROUGH, "c")]


def test_words_that_go_on_in_the_next_line_keep_their_line() -> None:
    lines = set_text([Piece("ord " * 40, line=Line.UNDER)], BODY, 200)

    assert len(lines) > 2
    assert all(run.line is Line.UNDER for line in lines for run in line.runs)


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "<b>Rima</b> &amp;", "\x00\x07", "\u202eRima", "\ud800", "ريما الحسن", "😀", "a\n\nb"]
)
def test_a_hostile_text_draws_a_page_all_the_same(text: str) -> None:
    pdf = print_differences(replace(told(the_goals(text)), citizen=text, case_number=text), TEAM)

    assert "Senest den" in text_of(pdf)


def test_the_paper_is_tagged_and_says_its_language() -> None:
    with pikepdf.open(BytesIO(print_differences(told(the_goals()), TEAM))) as pdf:
        assert str(pdf.Root.Lang) == "da-DK"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "2026-014" in str(pdf.docinfo.Title)


def test_equal_differences_are_equal_to_the_byte_and_in_the_language_of_the_window() -> None:
    danish = print_differences(told(the_goals()), TEAM)
    assert danish == print_differences(told(the_goals()), replace(TEAM))

    set_language(ENGLISH)

    assert "Differences between two versions" in text_of(print_differences(told(the_goals()), TEAM))
