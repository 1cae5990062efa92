"""What is typed in the form of the master data, read."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.case import Case, MoveDirection, OfferKind, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.case_checks import CaseFault, CaseField, CaseProblem, Column
from desktop_app.domain.citizen import Sex
from desktop_app.domain.cpr import CprRemark
from desktop_app.domain.dates import Period
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, OTHER_LANGUAGES, YES, TypedRow, form_of
from desktop_app.presenters.case_form_reading import CaseRead, read_case_form
from desktop_app.presenters.case_form_texts import column_label, cpr_remark_text, field_label, key_of, problem_text
from tests.builders import a_case, a_citizen, a_household, a_readiness, a_support

TODAY = date(2026, 11, 22)
NEW = "new"


def typed(case: Case, **texts: str) -> CaseRead:
    form = form_of(case)
    for key, text in texts.items():
        form.type(key, text)
    return read_case_form(form, case, TODAY)


def with_rows(case: Case, part: CaseField, *rows: TypedRow) -> CaseRead:
    form = form_of(case)
    form.take_rows(part, (*form.rows_of(part), *rows))
    return read_case_form(form, case, TODAY)


def row(texts: Mapping[Column, str], record: str = NEW) -> TypedRow:
    return TypedRow(record, texts)


def test_what_nobody_typed_is_what_it_was_odd_or_not() -> None:
    case = a_case(citizen=a_citizen(given_names=" Rima ", postal_code="DK-4900", languages=("prs", "xx-odd")))

    assert typed(case) == CaseRead(edited=case, problems={})


def test_every_text_is_read() -> None:
    case = a_case(takeover_on=None, allocation_decided_on=None, permit_granted_on=None)

    read = typed(
        case,
        given_names="  Rima  Maria ",
        family_name="Haddad",
        native_name="",
        birth_date="3/4-91",
        sex="male",
        nationality="ER",
        protected_address=YES,
        address="Ny Vej 1",
        postal_code="4990",
        city="Sakskøbing",
        phone="",
        email="r@example.org",
        interpreter_language="",
        target_group="quota_refugee",
        applied_in_denmark=YES,
        allocation_decided_on="1/9",
        permit_granted_on="2/9",
        cpr_registered_on="3/9",
        takeover_on="1/12",
        responsible_caseworker="LØ",
        coordinating_department="",
        household_role="child",
    )

    citizen, edited = read.edited.citizen, read.edited
    assert read.problems == {}
    assert (citizen.full_name, citizen.native_name, citizen.birth_date) == ("Rima Maria Haddad", None, date(1991, 4, 3))
    assert (citizen.sex, citizen.nationality, citizen.protected_address) == (Sex.MALE, "ER", True)
    assert (citizen.address, citizen.postal_code, citizen.city) == ("Ny Vej 1", "4990", "Sakskøbing")
    assert (citizen.phone, citizen.email, citizen.interpreter_language) == (None, "r@example.org", None)
    assert (edited.target_group, edited.applied_in_denmark) == (TargetGroup.QUOTA_REFUGEE, True)
    assert edited.allocation_decided_on == date(2026, 9, 1)
    assert edited.permit_granted_on == date(2026, 9, 2)
    assert edited.cpr_registered_on == date(2026, 9, 3)
    assert edited.takeover_on == date(2026, 12, 1)
    assert (edited.responsible_caseworker, edited.coordinating_department) == ("LØ", None)
    assert edited.household_role is HouseholdRole.CHILD


def test_choices_can_be_taken_away() -> None:
    case = a_case(household_role=HouseholdRole.ADULT)

    read = typed(case, sex="", nationality="", household_role="")

    assert (read.edited.citizen.sex, read.edited.citizen.nationality, read.edited.household_role) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "cpr"), [("020290-1235", "0202901235"), ("0202901235", "0202901235"), ("", None), (" ", None)]
)
def test_a_number_is_read_with_or_without_its_hyphen(text: str, cpr: str | None) -> None:
    read = typed(a_case(), cpr=text)

    assert (read.edited.citizen.cpr, read.problems) == (cpr, {})


def test_a_number_that_is_none_is_told() -> None:
    assert typed(a_case(), cpr="010190-•••").problems == {"cpr": "CPR-nummeret skal bestå af 10 cifre"}


def test_a_date_that_cannot_be_read_is_told_at_its_field() -> None:
    read = typed(a_case(takeover_on=None), birth_date="31/2-90", takeover_on="snart")

    assert read.problems == {
        "birth_date": "Februar 1990 har kun 28 dage",
        "takeover_on": "Datoen skal skrives som dag, måned og år",
    }


def test_what_the_domain_refuses_is_told_in_danish() -> None:
    read = typed(a_case(takeover_on=None), given_names="", takeover_on="1/8")

    assert read.problems == {
        "given_names": "Indtast borgerens fornavn",
        "takeover_on": (
            "Datoen for overtagelse kan ikke ligge før datoen for visitering. Er det aftalt med borgeren (§ 4, stk. 2),"
            " så registrér det med »Ret dato«."
        ),
    }


# Languages -----------------------------------------------------------------------------------------------------------


def test_languages_are_the_first_and_the_others_by_their_names() -> None:
    read = typed(a_case(), languages="ti", other_languages="Engelsk, arabisk , tigrinya,")

    assert read.edited.citizen.languages == ("ti", "en", "ar")


def test_a_changed_first_language_leaves_the_others() -> None:
    case = a_case(citizen=a_citizen(languages=("ar", "xx-odd", "en")))

    assert typed(case, languages="so").edited.citizen.languages == ("so", "xx-odd", "en")
    assert typed(case, languages="").edited.citizen.languages == ("xx-odd", "en")


def test_what_is_typed_and_not_chosen_is_told() -> None:
    read = typed(a_case(), nationality="Syrien eller", languages="xyz", interpreter_language="vist nok")

    assert read.problems == {
        "nationality": "Vælg landet på listen",
        "languages": "Vælg sproget på listen",
        "interpreter_language": "Vælg sproget på listen",
    }


def test_a_first_language_is_added_where_there_was_none() -> None:
    case = a_case(citizen=a_citizen(languages=()))

    assert typed(case, other_languages="engelsk").edited.citizen.languages == ("en",)


def test_a_language_nobody_knows_is_told() -> None:
    read = typed(a_case(), other_languages="engelsk, volapyksk")

    assert read.problems == {OTHER_LANGUAGES: "Der er intet sprog, der hedder volapyksk. Skriv hele navnet."}


# Households ----------------------------------------------------------------------------------------------------------


def test_who_leaves_the_household_has_no_role_in_it() -> None:
    case = a_case(household=a_household(), household_role=HouseholdRole.ADULT)

    read = typed(case, **{LEAVES_HOUSEHOLD: YES})

    assert (read.edited.household, read.edited.household_role) == (None, None)


# Records -------------------------------------------------------------------------------------------------------------


def test_a_period_is_added_and_another_keeps_its_version() -> None:
    benefit = replace(a_support(SupportKind.BENEFIT, date(2026, 10, 1)), version=3)
    case = a_case(support=(benefit,))
    form = form_of(case)
    ended = row({Column.KIND: "benefit", Column.FIRST: "01.10.2026", Column.LAST: "30.11.2026"}, benefit.id)
    form.take_rows(
        CaseField.SUPPORT, [ended, row({Column.KIND: "ordinary_job", Column.FIRST: "1/12", Column.LAST: ""})]
    )

    one, other = read_case_form(form, case, TODAY).edited.support

    assert (one.id, one.version, one.period) == (benefit.id, 3, Period(date(2026, 10, 1), date(2026, 11, 30)))
    assert (other.id, other.version, other.kind) == (NEW, 0, SupportKind.ORDINARY_JOB)


def test_rows_that_were_not_touched_stay_the_records_they_are() -> None:
    odd = a_readiness(ReadinessKind.JOB_READY, date(2026, 10, 1), date(2026, 1, 1))
    case = a_case(readiness=(odd,))

    read = with_rows(case, CaseField.READINESS, row({Column.KIND: "activity_ready", Column.FIRST: "1/11"}))

    assert read.edited.readiness[0] is odd
    assert read.edited.readiness[1].kind is ReadinessKind.ACTIVITY_READY
    assert read.problems == {}


def test_a_row_that_was_taken_away_is_gone() -> None:
    case = a_case(support=(a_support(SupportKind.BENEFIT, date(2026, 10, 1)),))
    form = form_of(case)
    form.take_rows(CaseField.SUPPORT, [])

    assert read_case_form(form, case, TODAY).edited.support == ()


def test_an_added_row_nobody_typed_in_is_left_out() -> None:
    read = with_rows(a_case(), CaseField.SUPPORT, row({Column.KIND: "benefit", Column.FIRST: " ", Column.LAST: ""}))

    assert (read.edited.support, read.problems) == ((), {})


def test_an_emptied_record_is_no_removed_one() -> None:
    benefit = a_support(SupportKind.BENEFIT, date(2026, 10, 1))
    emptied = TypedRow(benefit.id, {Column.KIND: "benefit", Column.FIRST: "", Column.LAST: ""})

    read = with_rows(a_case(support=(benefit,)), CaseField.SUPPORT, emptied)

    assert read.problems == {f"support/{benefit.id}/first": "Indtast datoen"}


def test_leave_moves_and_offers_are_read() -> None:
    case = a_case()
    form = form_of(case)
    form.take_rows(CaseField.LEAVE, [row({Column.CHILD_BORN: "1/12", Column.FIRST: "1/11", Column.LAST: "1/6-27"})])
    form.take_rows(
        CaseField.MOVES,
        [row({Column.KIND: "in", Column.ON: "1/11", Column.MUNICIPALITY: "360", Column.APPROVED: YES})],
    )
    form.take_rows(
        CaseField.OFFERS,
        [
            row(
                {
                    Column.KIND: "wage_subsidy",
                    Column.COMPANY: " Bageriet  A/S ",
                    Column.OFFERED: "20/10",
                    Column.FIRST: "1/11",
                    Column.LAST: "",
                    Column.HOURS: "22,5",
                }
            )
        ],
    )

    read = read_case_form(form, case, TODAY)

    [leave], [move], [offer] = read.edited.parental_leave, read.edited.moves, read.edited.offers
    assert read.problems == {}
    assert (leave.child_born_on, leave.period) == (date(2026, 12, 1), Period(date(2026, 11, 1), date(2027, 6, 1)))
    assert (move.direction, move.on, move.municipality_code, move.approved) == (
        MoveDirection.IN,
        date(2026, 11, 1),
        "360",
        True,
    )
    assert (offer.kind, offer.company, offer.hours_per_week) == (OfferKind.WAGE_SUBSIDY, "Bageriet A/S", 22.5)
    assert (offer.offered_on, offer.starts_on, offer.ends_on) == (date(2026, 10, 20), date(2026, 11, 1), None)


def test_a_blank_company_and_municipality_are_none() -> None:
    case = a_case()
    form = form_of(case)
    form.take_rows(CaseField.MOVES, [row({Column.KIND: "out", Column.ON: "1/11", Column.MUNICIPALITY: ""})])
    form.take_rows(CaseField.OFFERS, [row({Column.KIND: "guidance", Column.COMPANY: " ", Column.OFFERED: "20/10"})])

    edited = read_case_form(form, case, TODAY).edited

    assert (edited.moves[0].municipality_code, edited.moves[0].approved) == (None, False)
    assert (edited.offers[0].company, edited.offers[0].hours_per_week) == (None, None)


@pytest.mark.parametrize(
    ("part", "texts", "problems"),
    [
        (CaseField.SUPPORT, {Column.KIND: "benefit", Column.LAST: "1/12"}, {"first": "Indtast datoen"}),
        (CaseField.READINESS, {Column.KIND: "", Column.FIRST: "1/11"}, {"kind": "Vælg hvilken slags"}),
        (CaseField.SUPPORT, {Column.KIND: "", Column.FIRST: "1/11"}, {"kind": "Vælg hvilken slags"}),
        (CaseField.MOVES, {Column.KIND: "", Column.ON: "1/11"}, {"kind": "Vælg hvilken slags"}),
        (CaseField.OFFERS, {Column.KIND: "", Column.OFFERED: "1/11"}, {"kind": "Vælg hvilken slags"}),
        (CaseField.MOVES, {Column.KIND: "in", Column.MUNICIPALITY: "360"}, {"on": "Indtast datoen"}),
        (
            CaseField.LEAVE,
            {Column.FIRST: "31/2-26", Column.CHILD_BORN: ""},
            {"first": "Februar 2026 har kun 28 dage"},
        ),
        (
            CaseField.OFFERS,
            {Column.KIND: "guidance", Column.OFFERED: "1/11", Column.HOURS: "mange"},
            {"hours": "Timer om ugen skal være et tal fra 0 til 168"},
        ),
        (
            CaseField.OFFERS,
            {Column.KIND: "guidance", Column.COMPANY: "Bageriet"},
            {"offered": "Indtast, hvornår tilbuddet blev givet, eller hvornår det begynder"},
        ),
        (
            CaseField.SUPPORT,
            {Column.KIND: "benefit", Column.FIRST: "1/11", Column.LAST: "1/10"},
            {"last": "Slutdatoen skal ligge efter startdatoen"},
        ),
    ],
)
def test_what_is_wrong_in_a_row_is_told_in_its_column(
    part: CaseField, texts: dict[Column, str], problems: dict[str, str]
) -> None:
    read = with_rows(a_case(), part, row(texts))

    assert read.problems == {f"{part}/{NEW}/{column}": text for column, text in problems.items()}


def test_what_overlaps_says_when_the_other_has_to_end() -> None:
    case = a_case(readiness=(a_readiness(ReadinessKind.JOB_READY, date(2026, 10, 1)),))

    read = with_rows(case, CaseField.READINESS, row({Column.KIND: "activity_ready", Column.FIRST: "1/11"}))

    assert read.problems == {
        f"readiness/{NEW}/first": "Perioden overlapper en anden. Afslut den anden senest den 31. oktober 2026."
    }


# Words ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", CaseFault)
def test_every_fault_can_be_told(fault: CaseFault) -> None:
    field = CaseField.HOUSEHOLD if fault is CaseFault.MISSING else CaseField.SUPPORT

    assert "{" not in problem_text(CaseProblem(field, fault, on=TODAY))
    assert problem_text(CaseProblem(field, fault))


def test_every_field_and_column_has_a_name() -> None:
    names = {field_label(field) for field in (*CaseField, OTHER_LANGUAGES, LEAVES_HOUSEHOLD)}

    assert len(names) == len(CaseField) + 2
    assert len({column_label(CaseField.SUPPORT, column) for column in Column}) == len(Column)
    assert column_label(CaseField.OFFERS, Column.FIRST) == "Begynder"
    assert column_label(CaseField.OFFERS, Column.LAST) == "Slutter"


def test_a_problem_stands_at_its_field_or_in_its_row() -> None:
    assert key_of(CaseProblem(CaseField.CPR, CaseFault.NOT_TEN_DIGITS)) == "cpr"
    assert key_of(CaseProblem(CaseField.MOVES, CaseFault.IN_FUTURE, "m1", Column.ON)) == "moves/m1/on"


@pytest.mark.parametrize("remark", CprRemark)
def test_every_remark_on_a_number_has_its_words(remark: CprRemark) -> None:
    assert cpr_remark_text(remark)
