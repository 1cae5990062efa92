"""The spot check on paper, read back from the page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.check_use import ToldCheck, ToldUse
from desktop_app.documents.check_document import print_uses
from desktop_app.domain.municipality import Municipality
from desktop_app.translation import DANISH, ENGLISH, set_language

from .reading import pages_of, text_of

TEAM = Municipality(id="municipality", code="999", name="Nordsund Kommune", team="Integrationsteamet")
USE = ToldUse(
    number="4711",
    when="20.11.2026 21.04",
    who="Lars Øst",
    what="Åbnede sagen",
    case="2026-014, ansvarlig MJ",
    why="En anden er ansvarlig for sagen",
    verdict="",
)
TOLD = ToldCheck(
    choice="1 af 400 opslag fra 01.11.2026 til 22.11.2026.",
    uses=(USE,),
    anchor="Loggen sluttede med linje 4812, kontroltegn 0123456789abcdef.",
    municipality=TEAM,
    on=date(2026, 11, 22),
)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    set_language(DANISH)
    yield
    set_language(DANISH)


def test_the_page_says_what_was_drawn_and_where_the_log_stood() -> None:
    text = text_of(print_uses(TOLD))

    for said in (
        "Nordsund Kommune",
        "Stikprøve af loggen",
        "1 af 400 opslag fra 01.11.2026 til 22.11.2026.",
        "20.11.2026 21.04 Lars Øst",
        "Linje 4711 i loggen",
        "2026-014, ansvarlig MJ",
        "Loggen sluttede med linje 4812, kontroltegn 0123456789abcdef.",
        "Dato og underskrift, lederen",
        "Side 1 af 1",
    ):
        assert said in text
    assert "EKSEMPELDATA" not in text


def test_what_is_not_marked_yet_has_boxes_to_tick_and_what_is_says_by_whom() -> None:
    marked = replace(USE, verdict="I orden (Mette Jensen, 22.11.2026 10.00)")

    assert "Skal undersøges" in text_of(print_uses(TOLD))
    text = text_of(print_uses(replace(TOLD, uses=(marked,))))
    assert "I orden (Mette Jensen, 22.11.2026 10.00)" in text
    assert "Skal undersøges" not in text


def test_a_check_of_nothing_is_a_page_to_sign_all_the_same() -> None:
    [page] = pages_of(print_uses(replace(TOLD, uses=())))

    assert "Dato og underskrift, den der kontrollerede" in page
    assert "Opslag at se på" not in page


def test_a_long_list_goes_on_over_pages_and_loses_no_use() -> None:
    uses = tuple(replace(USE, number=str(number)) for number in range(1000, 1200))

    pages = pages_of(print_uses(replace(TOLD, uses=uses, municipality=replace(TEAM, fictional=True))))

    assert len(pages) > 5
    assert all("EKSEMPELDATA" in page for page in pages)
    text = " ".join(pages)
    assert all(f"Linje {number} i loggen" in text for number in range(1000, 1200))


def test_equal_checks_are_equal_to_the_byte_and_in_the_language_of_the_window() -> None:
    assert print_uses(TOLD) == print_uses(replace(TOLD))
    set_language(ENGLISH)
    assert "Spot check of the log" in text_of(print_uses(TOLD))


@pytest.mark.parametrize("name", ["x" * 3000, "<b>Lars</b>", "Lars\x00\x07", "Lars\u202e", "\ud800", ""])
def test_a_hostile_name_draws_a_page_all_the_same(name: str) -> None:
    assert "4711" in text_of(print_uses(replace(TOLD, uses=(replace(USE, who=name, case=name, what=name),))))
