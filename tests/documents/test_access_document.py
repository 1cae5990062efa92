"""Indsigt on paper, read back from the page."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.application.give_access import AccessItem, AccessRow, AccessSection
from desktop_app.documents.access_document import print_access
from desktop_app.translation import DANISH, ENGLISH, set_language

from .accesses import rimas_access
from .reading import pages_of, squeezed, text_of


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    set_language(DANISH)
    yield
    set_language(DANISH)


def test_it_tells_every_record_what_it_said_before_and_every_use() -> None:
    text = " ".join(text_of(print_access(rimas_access())).split())

    for said in (
        "Indsigt i dine oplysninger Rima Al-Hassan",
        "Alt, der er gemt om dig i dette program.",
        "Fornavne Rima Indtil 03.03.2026: Rema",
        "Opfølgning, 02.11.2026 Notat Talt om praktik",
        "Det kan du gøre Er noget forkert",
        "Hvad oplysningerne er brugt til",
        "29. november 2026 Åbnet for at arbejde med sagen 29",
        "Som det stod den 22. november 2026",
    ):
        assert said in text


def test_what_goes_on_says_so_at_the_top_of_the_next_page() -> None:
    pages = pages_of(print_access(rimas_access()))

    assert len(pages) > 2
    assert any("Opfølgninger, fortsat" in page for page in pages[1:])


def test_where_nothing_was_used_it_says_so() -> None:
    assert "Intet endnu." in text_of(print_access(replace(rimas_access(), uses=())))


def test_it_is_in_the_language_of_the_window() -> None:
    set_language(ENGLISH)

    assert "Access to your data" in text_of(print_access(rimas_access()))


@pytest.mark.parametrize("typed", ["<b>Rima</b>", "x" * 400, "Rima\x00\u202e", "\ud800", "🙂", "שלום", ""])
def test_hostile_text_prints_as_it_was_typed(typed: str) -> None:
    sections = (AccessSection(title=typed, items=(AccessItem(typed, (AccessRow(typed, typed, (typed,)),)),)),)

    text = squeezed(text_of(print_access(replace(rimas_access(), sections=sections, case_number=typed))))

    assert "29.november2026" in text
    if typed.isascii() and typed.isprintable():
        assert typed in text


def test_made_up_people_are_said_to_be_and_equal_papers_are_equal_to_the_byte() -> None:
    told = rimas_access()

    assert "EKSEMPELDATA" in text_of(
        print_access(replace(told, municipality=replace(told.municipality, fictional=True)))
    )
    assert print_access(told) == print_access(rimas_access())
