"""The citizen's next dates on paper, read back from the page."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.print_calendar_sheet import SheetDate, SheetDateKind
from desktop_app.documents.calendar_sheet import print_sheet
from desktop_app.domain.plan_snapshot import PrintedCitizen

from .reading import pages_of, squeezed, text_of
from .sheets import empty_sheet, long_sheet, rimas_sheet


def test_each_date_says_its_day_and_what_it_is_about() -> None:
    text = text_of(print_sheet(rimas_sheet()))

    for said in (
        "Dine næste datoer Rima Al-Hassan",
        "mandag 26 oktober 2026 Begynder denne dag Danskuddannelse 2, modul 1 Sprogcenter Eksempel, Skolegade 4",
        "tirsdag 1 december 2026 Begynder denne dag En aktivitet i din plan",
        "fredag 4 december 2026 Det gør du, senest denne dag Afleverer eksamensbeviset",
        "mandag 7 december 2026 Det gør kommunen, senest denne dag Finder en praktikplads",
        "onsdag 9 december 2026 Det gør andre, senest denne dag Tager familien med til træning Nordsund Boldklub",
        "onsdag 20 januar 2027 Vi mødes Samtale om din plan Med Mette Jensen og tolk",
        "tirsdag 20 april 2027 Senest denne dag Samtale om din plan Du får besked om dag og tid.",
        "fredag 1 oktober 2027 Dit mål, senest denne dag Ordinært arbejde i et køkken",
        "12 34 56 78 Kan du ikke komme? Ring til Mette Jensen samme dag, helst om morgenen.",
        "Arket er ikke en del af kontrakten",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("kind", "title"),
    [(SheetDateKind.CONTRACT_TALK, "Samtale om din kontrakt"), (SheetDateKind.OTHER_TALK, "Samtale med kommunen")],
)
def test_a_meeting_says_what_it_is_about(kind: SheetDateKind, title: str) -> None:
    sheet = replace(rimas_sheet(), dates=(SheetDate(on=date(2027, 1, 20), kind=kind),), has_interpreter=False)

    assert f"Vi mødes {title} Med Mette Jensen 12 34" in text_of(print_sheet(sheet))


def test_where_nothing_is_agreed_the_sheet_says_so() -> None:
    [page] = pages_of(print_sheet(empty_sheet()))

    assert "Der er ikke aftalt nogen datoer endnu." in page
    assert "Sig det til Integrationsteamet samme dag" in page
    assert "Тетяна Шевченко" in page


def test_many_dates_go_on_and_the_last_page_says_whom_to_ring() -> None:
    pages = pages_of(print_sheet(long_sheet()))

    assert len(pages) > 3
    assert "Kan du ikke komme?" in pages[-1]
    assert "2028" in pages[-1]  # never alone: the last date stands with it
    text = " ".join(pages)
    assert text.count("Begynder denne dag") == 20
    assert "…" in text


def test_the_sheet_has_neither_number_nor_address() -> None:
    citizen = PrintedCitizen(name="Rima Al-Hassan", cpr="0101900000", address="Eksempelvej 12")

    text = text_of(print_sheet(replace(rimas_sheet(), citizen=citizen)))

    assert "010190" not in text
    assert "Eksempelvej" not in text


def test_made_up_people_are_said_to_be() -> None:
    assert "EKSEMPELDATA" in text_of(print_sheet(replace(rimas_sheet(), fictional=True)))


@pytest.mark.parametrize(
    "typed", ["<b>Rima</b>", "=1+1", "Rima\x00\x07", "Rima\u202eabc", "\ud800", "🙂", "a\n\nb", ""]
)
def test_hostile_text_prints_as_it_was_typed(typed: str) -> None:
    hostile = replace(
        rimas_sheet(),
        citizen=PrintedCitizen(name=typed, native_name=typed),
        caseworker=typed,
        municipality=replace(rimas_sheet().municipality, phone=typed),
        dates=tuple(replace(one, text=typed, provider=typed) for one in rimas_sheet().dates),
    )

    text = squeezed(text_of(print_sheet(hostile)))

    assert "Kanduikkekomme?" in text
    if typed.isascii() and typed.isprintable():
        assert typed in text


def test_equal_sheets_are_equal_to_the_byte() -> None:
    assert print_sheet(rimas_sheet()) == print_sheet(replace(rimas_sheet()))
