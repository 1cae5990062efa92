"""The cover note of the declaration on paper, read back from the page."""

from dataclasses import replace

import pytest

from desktop_app.documents.declaration_document import print_note
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedText

from .notes import empty_note, rimas_note
from .reading import pages_of, squeezed, text_of


def test_the_note_says_whose_declaration_it_is_and_which_contract_it_goes_with() -> None:
    [page] = pages_of(print_note(rimas_note()))
    text = " ".join(page.split())

    for said in (
        "Følgeseddel til erklæring Rima Al-Hassan",
        "CPR-nummer 010190-0000",
        "Kontrakt Kontrakt og plan, version 1, af 21. oktober 2026",
        "Sagsbehandler Mette Jensen, Integrationsteamet",
        "Hvilken Opholds- og selvforsørgelseserklæring Erklæringen underskrives samtidig med kontrakten",
        "Blanketten Brug ministeriets egen blanket. Den er ikke gengivet her.",
        "Underskrevet Den 21. oktober 2026",
        "Borgeren har fået erklæringen læst op på arabisk med tolk og har forstået den.",
        "Dato Navn og underskrift",
        "Hører til kontrakt og plan, version 1",
    ):
        assert said in text


def test_a_text_nobody_has_checked_says_so() -> None:
    text = PrintedText(heading="Erklæring", text="Teksten.", approved=True)

    assert "Udkast, ikke juridisk godkendt" in text_of(print_note(rimas_note()))
    assert "Udkast" not in text_of(print_note(replace(rimas_note(), declaration=text)))


def test_what_is_not_known_can_be_written_by_hand() -> None:
    [page] = pages_of(print_note(empty_note()))
    text = " ".join(page.split())

    assert "Intet CPR-nummer endnu" in text
    assert "Der er ikke begyndt en kontrakt på sagen endnu." in text
    assert "Datoen er ikke registreret. Skriv den her: ____" in text
    assert "Borgeren har læst erklæringen og har forstået den." in text
    assert "Udkast" not in text


def test_a_contract_that_is_not_signed_yet_is_said_to_be() -> None:
    assert "version 1, ikke underskrevet endnu" in text_of(print_note(replace(rimas_note(), plan_signed_on=None)))


@pytest.mark.parametrize("typed", ["<b>Rima</b>", "x" * 400, "Rima\x00\u202e", "\ud800", "🙂", "שלום", ""])
def test_hostile_text_prints_as_it_was_typed(typed: str) -> None:
    citizen = PrintedCitizen(name=typed, native_name=typed)

    text = squeezed(text_of(print_note(replace(rimas_note(), citizen=citizen, caseworker=typed, case_number=typed))))

    assert "Navnogunderskrift" in text
    if typed.isascii() and typed.isprintable():
        assert typed in text


def test_made_up_people_are_said_to_be_and_equal_notes_are_equal_to_the_byte() -> None:
    assert "EKSEMPELDATA" in text_of(print_note(replace(rimas_note(), fictional=True)))
    assert print_note(rimas_note()) == print_note(replace(rimas_note()))
