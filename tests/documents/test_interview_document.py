"""The sheet of the first interview on paper, read back from the page."""

from dataclasses import replace

import pytest

from desktop_app.documents.interview_document import print_interview_sheet
from desktop_app.domain.plan_snapshot import PrintedCitizen

from .interviews import empty_form, little_known, rimas_interview
from .reading import pages_of, squeezed, text_of

SECTIONS = (
    "1 Samtalen",
    "2 Person",
    "3 Familie og børn",
    "4 Bolig",
    "5 Uddannelse",
    "6 Arbejde og erfaring",
    "7 Sprog",
    "8 Helbred og trivsel",
    "9 Ønsker, mål og aftaler",
)


def test_what_is_known_is_filled_in() -> None:
    text = text_of(print_interview_sheet(rimas_interview()))

    for said in (
        "Samtaleark til modtagesamtalen Rima Al-Hassan",
        "CPR-nummer eller født 010190-0000",
        "Statsborgerskab Syrien",
        "Adresse Eksempelvej 12, 2. tv., 9999 Eksempelby",
        "Telefon 11 22 33 44",
        "Kommunens ansvar fra 1. oktober 2026",
        "Sagsbehandler Mette Jensen",
        "Husstanden Sami Al-Hassan, Noor Al-Hassan",
        "Tolkes til Arabisk",
        "Taler Arabisk og kurmanji",
        "Følsomme oplysninger – skriv kun det nødvendige",
    ):
        assert said in text


def test_there_are_nine_sections_in_the_order_of_the_interview() -> None:
    for sheet in (rimas_interview(), empty_form()):
        text = text_of(print_interview_sheet(sheet))
        places = [text.index(title) for title in SECTIONS]
        assert places == sorted(places)


def test_the_empty_form_names_nobody_and_has_room_for_everything() -> None:
    text = text_of(print_interview_sheet(empty_form()))

    assert "Modtagesamtale, tomt skema" in text
    assert "Sagsnr. ____" in text
    assert text.count("_" * 44) == 7
    assert "Husstanden" not in text
    assert "Tolkes til" not in text


def test_of_what_is_not_known_there_is_room_to_write() -> None:
    text = text_of(print_interview_sheet(little_known()))

    assert "Fernández de la Cruz" in text
    assert text.count("_" * 44) == 6


def test_a_protected_address_is_not_printed() -> None:
    hidden = PrintedCitizen(name="Rima", protected_address=True)

    assert "Adressebeskyttet" in text_of(print_interview_sheet(replace(rimas_interview(), citizen=hidden)))


def test_every_question_can_be_left_open_in_two_ways() -> None:
    text = text_of(print_interview_sheet(rimas_interview()))

    assert text.count("Ikke drøftet") == text.count("Ønsker ikke at oplyse") == 13


def test_a_section_that_goes_on_says_so() -> None:
    pages = pages_of(print_interview_sheet(rimas_interview()))

    assert len(pages) == 4
    assert "fortsat" in pages[1]


@pytest.mark.parametrize("typed", ["<b>Rima</b>", "x" * 400, "Rima\x00\u202e", "\ud800", "🙂", "שלום", ""])
def test_hostile_text_prints_as_it_was_typed(typed: str) -> None:
    citizen = PrintedCitizen(name=typed, native_name=typed, address=typed, city=typed, cpr="0101900000")
    hostile = replace(
        rimas_interview(), citizen=citizen, phone=typed, caseworker=typed, family=(typed, typed), case_number=typed
    )

    text = squeezed(text_of(print_interview_sheet(hostile)))

    assert "9Ønsker,målogaftaler" in text
    if typed.isascii() and typed.isprintable():
        assert typed in text


def test_made_up_people_are_said_to_be_and_equal_sheets_are_equal_to_the_byte() -> None:
    assert "EKSEMPELDATA" in text_of(print_interview_sheet(replace(rimas_interview(), fictional=True)))
    assert print_interview_sheet(rimas_interview()) == print_interview_sheet(replace(rimas_interview()))
