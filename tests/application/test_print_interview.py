"""Printing the sheet of the first interview, filled in or empty."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import LogAction
from desktop_app.application.print_interview import InterviewSheet, print_interview
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.domain.household import Household
from tests.builders import TAKEOVER, a_case, a_citizen
from tests.fakes import FakeStore, Noted

TODAY = date(2026, 11, 23)


def drawn(store: FakeStore, case_number: str = "2026-014") -> tuple[InterviewSheet, PrintedPaper]:
    sheets: list[InterviewSheet] = []

    def draw(sheet: InterviewSheet) -> bytes:
        sheets.append(sheet)
        return b"%PDF"

    printed = print_interview(case_number, work=store.work, printer=draw, today=TODAY)
    return sheets[0], printed


def test_what_is_known_is_filled_in() -> None:
    citizen = a_citizen(phone="11 22 33 44", address="Eksempelvej 12")

    sheet, printed = drawn(FakeStore(a_case(citizen=citizen, responsible_caseworker="Mette Jensen")))

    assert sheet.citizen
    assert (sheet.citizen.name, sheet.citizen.cpr) == ("Rima Al-Hassan", "0101900001")
    assert sheet.citizen.address == "Eksempelvej 12"
    assert (sheet.phone, sheet.caseworker, sheet.takeover_on) == ("11 22 33 44", "Mette Jensen", TAKEOVER)
    assert printed.file_name == "2026-11-23_Samtaleark_sag-2026-014.pdf"


def test_what_is_not_known_is_left_empty() -> None:
    case = a_case(citizen=a_citizen(phone=None), responsible_caseworker=None, takeover_on=None, household=None)

    sheet, _ = drawn(FakeStore(case))

    assert (sheet.phone, sheet.caseworker, sheet.takeover_on, sheet.family) == ("", "", None, ())


def test_a_protected_address_is_not_on_it() -> None:
    citizen = a_citizen(address="Eksempelvej 12", city="Eksempelby", protected_address=True)

    sheet, _ = drawn(FakeStore(a_case(citizen=citizen)))

    assert sheet.citizen
    assert sheet.citizen.protected_address
    assert (sheet.citizen.address, sheet.citizen.city) == (None, None)


def test_those_of_the_household_are_named() -> None:
    household = Household(id="household-1", name="Al-Hassan")
    rima = a_case(household=household)
    others = [
        replace(
            a_case(household=household, citizen=a_citizen(given_names=name)),
            id=f"case-{name}",
            case_number=f"2026-{number}",
        )
        for number, name in ((17, "Noor"), (16, "Sami"))
    ]

    sheet, _ = drawn(FakeStore(rima, *others))

    assert sheet.family == ("Sami Al-Hassan", "Noor Al-Hassan")


def test_without_a_case_it_is_the_empty_form() -> None:
    store = FakeStore(a_case())

    sheet, printed = drawn(store, "")

    assert (sheet.citizen, sheet.case_number, sheet.family) == (None, "", ())
    assert printed == PrintedPaper(content=b"%PDF", kind=PaperKind.INTERVIEW, case_number="", dated_on=TODAY)
    assert printed.file_name == "2026-11-23_Samtaleark_tomt.pdf"
    [noted] = store.content.log
    assert (noted.action, noted.details) == (LogAction.PRINTED, {"document": "interview"})


def test_a_print_is_logged_on_the_case() -> None:
    store = FakeStore(a_case())

    drawn(store)

    assert store.content.log == [Noted(LogAction.PRINTED, store.case("2026-014").id, {"document": "interview"})]


def test_a_case_that_is_not_there_is_refused() -> None:
    with pytest.raises(CaseNotFound):
        drawn(FakeStore(a_case()), "2026-999")
