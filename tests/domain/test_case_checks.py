from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.case import Case, CorrectedFact, MoveDirection, ReadinessKind, SupportKind
from desktop_app.domain.case_checks import CaseFault, CaseField, CaseProblem, Column, overwritten_fact, problems_of
from tests.builders import a_case, a_citizen, a_household, a_leave, a_move, a_readiness, a_support, an_offer

TODAY = date(2026, 11, 22)
TOMORROW = date(2026, 11, 23)
LONG = "x" * 501
ENDS = CaseFault.ENDS_BEFORE_IT_BEGINS


def problems(**changes: object) -> list[tuple[CaseField, CaseFault]]:
    case = a_case()
    return [(problem.field, problem.fault) for problem in problems_of(replace(case, **changes), case, TODAY)]  # type: ignore[arg-type]


def of_citizen(**changes: object) -> list[tuple[CaseField, CaseFault]]:
    case = a_case()
    edited = replace(case, citizen=replace(case.citizen, **changes))  # type: ignore[arg-type]
    return [(problem.field, problem.fault) for problem in problems_of(edited, case, TODAY)]


def test_a_case_in_order_has_no_problems() -> None:
    edited = a_case(
        support=(a_support(SupportKind.BENEFIT, TODAY),),
        readiness=(a_readiness(ReadinessKind.JOB_READY, TODAY),),
        parental_leave=(a_leave(None, TODAY, TOMORROW),),
        moves=(a_move(MoveDirection.IN, TODAY),),
        offers=(an_offer(),),
        household=a_household(),
    )

    assert problems_of(edited, a_case(), TODAY) == []


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"given_names": " "}, CaseField.GIVEN_NAMES, CaseFault.MISSING),
        ({"family_name": ""}, CaseField.FAMILY_NAME, CaseFault.MISSING),
        ({"given_names": "x" * 201}, CaseField.GIVEN_NAMES, CaseFault.TOO_LONG),
        ({"native_name": LONG}, CaseField.NATIVE_NAME, CaseFault.TOO_LONG),
        ({"cpr": "010190000"}, CaseField.CPR, CaseFault.NOT_TEN_DIGITS),
        ({"cpr": "01019000O1"}, CaseField.CPR, CaseFault.NOT_TEN_DIGITS),
        ({"cpr": "٠١٠١٩٠٠٠٠١"}, CaseField.CPR, CaseFault.NOT_TEN_DIGITS),
        ({"birth_date": TOMORROW}, CaseField.BIRTH_DATE, CaseFault.IN_FUTURE),
        ({"postal_code": "490"}, CaseField.POSTAL_CODE, CaseFault.NOT_FOUR_DIGITS),
        ({"address": LONG}, CaseField.ADDRESS, CaseFault.TOO_LONG),
        ({"city": LONG}, CaseField.CITY, CaseFault.TOO_LONG),
        ({"phone": LONG}, CaseField.PHONE, CaseFault.TOO_LONG),
        ({"email": LONG}, CaseField.EMAIL, CaseFault.TOO_LONG),
    ],
)
def test_what_is_wrong_about_the_citizen_is_said_at_the_field(
    changes: dict[str, object], field: CaseField, fault: CaseFault
) -> None:
    assert of_citizen(**changes) == [(field, fault)]


def test_no_number_and_no_birth_date_are_no_problem() -> None:
    assert of_citizen(cpr=None, birth_date=None, postal_code=None, address=None) == []


@pytest.mark.parametrize(
    ("changes", "field", "fault"),
    [
        ({"allocation_decided_on": TOMORROW, "takeover_on": None}, CaseField.ALLOCATION, CaseFault.IN_FUTURE),
        ({"permit_granted_on": TOMORROW}, CaseField.PERMIT, CaseFault.IN_FUTURE),
        ({"cpr_registered_on": TOMORROW}, CaseField.REGISTRATION, CaseFault.IN_FUTURE),
        ({"takeover_on": date(2026, 8, 14)}, CaseField.TAKEOVER, CaseFault.BEFORE_ALLOCATION),
        ({"responsible_caseworker": "x" * 51}, CaseField.CASEWORKER, CaseFault.TOO_LONG),
        ({"coordinating_department": LONG}, CaseField.DEPARTMENT, CaseFault.TOO_LONG),
        ({"household": a_household(name=" ")}, CaseField.HOUSEHOLD, CaseFault.MISSING),
        ({"household": a_household(name="x" * 201)}, CaseField.HOUSEHOLD, CaseFault.TOO_LONG),
        ({"support": (a_support(SupportKind.BENEFIT, TODAY, date(2026, 1, 1)),)}, CaseField.SUPPORT, ENDS),
        ({"parental_leave": (a_leave(None, TODAY, date(2026, 1, 1)),)}, CaseField.LEAVE, ENDS),
        ({"offers": (an_offer(ends_on=date(2026, 1, 1)),)}, CaseField.OFFERS, ENDS),
        ({"offers": (an_offer(offered_on=None, starts_on=None),)}, CaseField.OFFERS, CaseFault.NO_DATE),
        ({"offers": (an_offer(hours_per_week=169.0),)}, CaseField.OFFERS, CaseFault.HOURS),
        ({"offers": (an_offer(hours_per_week=-1.0),)}, CaseField.OFFERS, CaseFault.HOURS),
        ({"offers": (an_offer(company=LONG),)}, CaseField.OFFERS, CaseFault.TOO_LONG),
        ({"moves": (a_move(MoveDirection.IN, TOMORROW),)}, CaseField.MOVES, CaseFault.IN_FUTURE),
        (
            {"moves": (replace(a_move(MoveDirection.IN, TODAY), municipality_code="1234"),)},
            CaseField.MOVES,
            CaseFault.NOT_THREE_DIGITS,
        ),
    ],
)
def test_what_is_wrong_about_the_case_is_said_at_the_field(
    changes: dict[str, object], field: CaseField, fault: CaseFault
) -> None:
    assert problems(**changes) == [(field, fault)]


def test_a_move_that_is_not_approved_may_be_planned() -> None:
    assert problems(moves=(a_move(MoveDirection.OUT, TOMORROW, approved=False),)) == []


def test_a_move_may_name_no_municipality_and_an_offer_neither_hours_nor_company() -> None:
    move = replace(a_move(MoveDirection.IN, TODAY), municipality_code=None)

    assert problems(moves=(move,), offers=(an_offer(hours_per_week=None, company=None, ends_on=None),)) == []


def test_what_was_wrong_before_keeps_nobody_from_saving_something_else() -> None:
    read = a_case(takeover_on=date(2026, 8, 1), citizen=a_citizen(postal_code="DK-4900", phone="1"))
    edited = replace(read, citizen=replace(read.citizen, phone="2"))

    assert problems_of(edited, read, TODAY) == []


def test_nobody_counts_in_two_ways_on_one_day() -> None:
    first = a_readiness(ReadinessKind.JOB_READY, date(2026, 10, 1))
    second = a_readiness(ReadinessKind.ACTIVITY_READY, date(2026, 11, 1))

    found = problems_of(a_case(readiness=(second, first)), a_case(), TODAY)

    assert found == [CaseProblem(CaseField.READINESS, CaseFault.OVERLAPS, second.id, Column.FIRST, date(2026, 10, 31))]


def test_one_kind_of_support_is_not_had_twice_but_two_kinds_may_meet() -> None:
    benefit = a_support(SupportKind.BENEFIT, date(2026, 10, 1), date(2026, 11, 1))
    again = a_support(SupportKind.BENEFIT, date(2026, 11, 1))
    job = a_support(SupportKind.ORDINARY_JOB, date(2026, 10, 15))

    assert problems(support=(benefit, again)) == [(CaseField.SUPPORT, CaseFault.OVERLAPS)]
    assert problems(support=(benefit, job)) == []
    assert problems(support=(benefit, a_support(SupportKind.BENEFIT, date(2026, 11, 2)))) == []


def test_problems_come_in_the_order_of_the_form() -> None:
    case = a_case()
    edited = replace(case, citizen=replace(case.citizen, cpr="1", given_names=""), permit_granted_on=TOMORROW)

    fields = [problem.field for problem in problems_of(edited, case, TODAY)]

    assert fields == [CaseField.GIVEN_NAMES, CaseField.CPR, CaseField.PERMIT]


@pytest.mark.parametrize("fact", list(CorrectedFact))
def test_a_date_that_was_recorded_is_not_overwritten(fact: CorrectedFact) -> None:
    read = a_case(cpr_registered_on=date(2026, 9, 1))

    assert overwritten_fact(_with(read, fact, date(2026, 9, 2)), read) is fact
    assert overwritten_fact(_with(read, fact, None), read) is fact


@pytest.mark.parametrize("fact", list(CorrectedFact))
def test_a_date_is_filled_in_for_the_first_time(fact: CorrectedFact) -> None:
    read = _with(a_case(), fact, None)

    assert overwritten_fact(_with(read, fact, date(2026, 9, 2)), read) is None


def _with(case: Case, fact: CorrectedFact, on: date | None) -> Case:
    return replace(case, **{fact.value: on})  # type: ignore[arg-type]
