"""Printing the cover note of the declaration."""

from datetime import date

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction
from desktop_app.application.print_declaration_note import DeclarationNote, note_of, print_declaration_note
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.domain.case import Case
from desktop_app.domain.legal_texts import LegalText, LegalTexts, TextId
from desktop_app.domain.plan_snapshot import PrintedCitizen
from tests.builders import SIGNED, a_case, a_citizen, a_draft, a_plan
from tests.fakes import EKSEMPELKOMMUNE, FakeStore, Noted

TODAY = date(2026, 11, 23)
RENAMED = date(2019, 3, 1)


@pytest.fixture
def texts(law: PlanLaw) -> PlanLaw:
    """The law with two versions of the text, the later one checked."""
    earlier = LegalText(
        id=TextId.DECLARATION,
        heading="Før",
        text="Før.",
        valid_from=date(2006, 4, 1),
        ended_on=date(2019, 2, 28),
        source="Kilde",
    )
    later = LegalText(
        id=TextId.DECLARATION,
        heading="Nu",
        text="Nu.",
        valid_from=RENAMED,
        source="Kilde",
        checked_by="Juridisk afdeling",
    )
    return PlanLaw(law.rulebook, LegalTexts((earlier, later)))


def note(case: Case, law: PlanLaw) -> DeclarationNote:
    return note_of(case, EKSEMPELKOMMUNE, law, TODAY)


def test_the_note_goes_with_the_contract_in_force(texts: PlanLaw) -> None:
    made = note(a_case(plans=(a_plan(declaration_signed_on=SIGNED), a_draft(number=2))), texts)

    assert (made.plan_number, made.plan_signed_on, made.signed_on) == (1, SIGNED, SIGNED)
    assert made.declaration
    assert (made.declaration.heading, made.declaration.approved) == ("Nu", True)


def test_the_declaration_has_the_name_of_the_day_it_was_signed(texts: PlanLaw) -> None:
    made = note(a_case(plans=(a_plan(declaration_signed_on=date(2018, 5, 1)),)), texts)

    assert made.declaration
    assert (made.declaration.heading, made.declaration.approved) == ("Før", False)


def test_without_a_plan_or_a_text_the_note_is_printed_all_the_same(law: PlanLaw) -> None:
    bare = PlanLaw(law.rulebook, LegalTexts(()))

    made = note(a_case(plans=(), responsible_caseworker=None), bare)

    assert (made.plan_number, made.plan_signed_on, made.signed_on, made.declaration) == (None, None, None, None)
    assert made.caseworker == ""


def test_of_the_citizen_there_is_the_name_and_the_number_and_no_address(texts: PlanLaw) -> None:
    made = note(a_case(citizen=a_citizen(address="Eksempelvej 12", city="Eksempelby")), texts)

    assert made.citizen == PrintedCitizen(
        name="Rima Al-Hassan", native_name="ريما الحسن", cpr="0101900001", birth_date=date(1990, 1, 1)
    )
    assert made.interpreter_language == "ar"


def test_a_print_is_logged_and_the_file_names_nobody(texts: PlanLaw) -> None:
    store = FakeStore(a_case())

    printed = print_declaration_note("2026-014", work=store.work, printer=lambda _note: b"%PDF", law=texts, today=TODAY)

    assert printed == PrintedPaper(
        content=b"%PDF", kind=PaperKind.DECLARATION_NOTE, case_number="2026-014", dated_on=TODAY
    )
    assert printed.file_name == "2026-11-23_Foelgeseddel_sag-2026-014.pdf"
    assert store.content.log == [Noted(LogAction.PRINTED, store.case("2026-014").id, {"document": "declaration-note"})]


def test_a_case_that_is_not_there_is_refused(texts: PlanLaw) -> None:
    with pytest.raises(CaseNotFound):
        print_declaration_note(
            "2026-999", work=FakeStore(a_case()).work, printer=lambda _note: b"", law=texts, today=TODAY
        )
