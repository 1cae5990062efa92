"""What can be wrong in the master data of a case, field by field.

Only what was changed is judged: odd history that came in from a file never keeps anybody from saving a new phone
number.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.case import Case, CorrectedFact, Support
from desktop_app.domain.cpr import DIGITS
from desktop_app.domain.dates import Period
from desktop_app.domain.errors import DomainError
from desktop_app.domain.fact_corrections import fact_of

NAME_LENGTH, TEXT_LENGTH, INITIALS_LENGTH = 200, 500, 50
"""How much the exchange format has room for."""

HOURS_A_WEEK = 168
_POSTAL_DIGITS = 4
_MUNICIPALITY_DIGITS = 3


class CaseField(StrEnum):
    """The master data of a case. From `SUPPORT` on each holds records, and a problem names the one it is in."""

    GIVEN_NAMES = "given_names"
    FAMILY_NAME = "family_name"
    NATIVE_NAME = "native_name"
    CPR = "cpr"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    NATIONALITY = "nationality"
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    PROTECTED_ADDRESS = "protected_address"
    PHONE = "phone"
    EMAIL = "email"
    LANGUAGES = "languages"
    INTERPRETER = "interpreter_language"
    TARGET_GROUP = "target_group"
    ALLOCATION = "allocation_decided_on"
    PERMIT = "permit_granted_on"
    REGISTRATION = "cpr_registered_on"
    APPLIED_IN_DENMARK = "applied_in_denmark"
    TAKEOVER = "takeover_on"
    CASEWORKER = "responsible_caseworker"
    DEPARTMENT = "coordinating_department"
    HOUSEHOLD = "household"
    ROLE = "household_role"
    SUPPORT = "support"
    READINESS = "readiness"
    LEAVE = "parental_leave"
    MOVES = "moves"
    OFFERS = "offers"


class Column(StrEnum):
    """The parts of a record among the master data."""

    KIND = "kind"
    FIRST = "first"
    LAST = "last"
    CHILD_BORN = "child_born"
    ON = "on"
    MUNICIPALITY = "municipality"
    APPROVED = "approved"
    COMPANY = "company"
    OFFERED = "offered"
    HOURS = "hours"


class CaseFault(StrEnum):
    """Why a case is not saved so."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    NOT_TEN_DIGITS = "not_ten_digits"
    NOT_FOUR_DIGITS = "not_four_digits"
    NOT_THREE_DIGITS = "not_three_digits"
    IN_FUTURE = "in_future"
    BEFORE_ALLOCATION = "before_allocation"
    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    OVERLAPS = "overlaps"
    HOURS = "hours"
    NO_DATE = "no_date"


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """One field and what is wrong with it; `record` and `column` where the field holds records.

    `on` is the date the fault speaks of: for what overlaps the last day the other period could have.
    """

    field: CaseField
    fault: CaseFault
    record: str = ""
    column: Column | None = None
    on: date | None = None


class CaseRefused(DomainError):
    """A case is not saved as it is."""

    def __init__(self, problems: Sequence[CaseProblem]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)


class FactNeedsCorrection(DomainError):
    """A date a clock starts at was recorded before; it is corrected with a reason, not overwritten."""

    def __init__(self, fact: CorrectedFact) -> None:
        super().__init__(fact.value)
        self.fact = fact


def problems_of(edited: Case, read: Case, today: date) -> list[CaseProblem]:
    """Return what is wrong in a case and was not before, in the order of the fields."""
    order = list(CaseField)
    before = frozenset(_problems(read, today))
    return sorted(
        (problem for problem in _problems(edited, today) if problem not in before),
        key=lambda problem: order.index(problem.field),
    )


def overwritten_fact(edited: Case, read: Case) -> CorrectedFact | None:
    """Return a date that was recorded and is now another, None when each is as it was or filled in for the first time.

    A date that no other was put in the place of was overwritten too.
    """
    return next((fact for fact in CorrectedFact if fact_of(read, fact) not in (None, fact_of(edited, fact))), None)


def _problems(case: Case, today: date) -> Iterator[CaseProblem]:
    for look in (_texts, _numbers, _dates, _periods):
        yield from look(case, today)
    yield from overlaps_of(case)
    for look in (_offers, _moves):
        yield from look(case, today)


def _texts(case: Case, _today: date) -> Iterator[CaseProblem]:
    citizen = case.citizen
    for field, name in ((CaseField.GIVEN_NAMES, citizen.given_names), (CaseField.FAMILY_NAME, citizen.family_name)):
        if not name.strip():
            yield CaseProblem(field, CaseFault.MISSING)
        elif len(name) > NAME_LENGTH:
            yield CaseProblem(field, CaseFault.TOO_LONG)
    if case.household and not case.household.name.strip():
        yield CaseProblem(CaseField.HOUSEHOLD, CaseFault.MISSING)
    longest: Mapping[CaseField, tuple[str | None, int]] = {
        CaseField.NATIVE_NAME: (citizen.native_name, TEXT_LENGTH),
        CaseField.ADDRESS: (citizen.address, TEXT_LENGTH),
        CaseField.CITY: (citizen.city, TEXT_LENGTH),
        CaseField.PHONE: (citizen.phone, TEXT_LENGTH),
        CaseField.EMAIL: (citizen.email, TEXT_LENGTH),
        CaseField.CASEWORKER: (case.responsible_caseworker, INITIALS_LENGTH),
        CaseField.DEPARTMENT: (case.coordinating_department, TEXT_LENGTH),
        CaseField.HOUSEHOLD: (case.household.name if case.household else None, NAME_LENGTH),
    }
    for field, (text, length) in longest.items():
        if text and len(text) > length:
            yield CaseProblem(field, CaseFault.TOO_LONG)


def _numbers(case: Case, _today: date) -> Iterator[CaseProblem]:
    cpr, postal_code = case.citizen.cpr, case.citizen.postal_code
    if cpr is not None and not _has_digits(cpr, DIGITS):
        yield CaseProblem(CaseField.CPR, CaseFault.NOT_TEN_DIGITS)
    if postal_code is not None and not _has_digits(postal_code, _POSTAL_DIGITS):
        yield CaseProblem(CaseField.POSTAL_CODE, CaseFault.NOT_FOUR_DIGITS)


def _dates(case: Case, today: date) -> Iterator[CaseProblem]:
    known: Mapping[CaseField, date | None] = {
        CaseField.BIRTH_DATE: case.citizen.birth_date,
        CaseField.ALLOCATION: case.allocation_decided_on,
        CaseField.PERMIT: case.permit_granted_on,
        CaseField.REGISTRATION: case.cpr_registered_on,
    }
    for field, on in known.items():
        if on and on > today:
            yield CaseProblem(field, CaseFault.IN_FUTURE, on=on)
    if case.takeover_on and case.allocation_decided_on and case.takeover_on < case.allocation_decided_on:
        yield CaseProblem(CaseField.TAKEOVER, CaseFault.BEFORE_ALLOCATION, on=case.takeover_on)


def _periods(case: Case, _today: date) -> Iterator[CaseProblem]:
    parts: Mapping[CaseField, Iterable[tuple[str, Period]]] = {
        CaseField.SUPPORT: [(each.id, each.period) for each in case.support],
        CaseField.READINESS: [(each.id, each.period) for each in case.readiness],
        CaseField.LEAVE: [(each.id, each.period) for each in case.parental_leave],
    }
    for field, periods in parts.items():
        for record, period in periods:
            if period.last and period.last < period.first:
                yield CaseProblem(field, CaseFault.ENDS_BEFORE_IT_BEGINS, record, Column.LAST, period.last)


def overlaps_of(case: Case) -> Iterator[CaseProblem]:
    """Yield the periods that share a day: nobody is ready in two ways, or has one kind of support twice, on one day."""
    yield from _overlaps(CaseField.READINESS, [(each.id, each.period) for each in case.readiness])
    by_kind: dict[str, list[Support]] = {}
    for support in case.support:
        by_kind.setdefault(support.kind, []).append(support)
    for same in by_kind.values():
        yield from _overlaps(CaseField.SUPPORT, [(each.id, each.period) for each in same])


def _overlaps(field: CaseField, periods: list[tuple[str, Period]]) -> Iterator[CaseProblem]:
    ordered = sorted(periods, key=lambda each: each[1].first)
    for place, (_record, period) in enumerate(ordered):
        for record, later in ordered[place + 1 :]:
            if period.overlaps(later):
                yield CaseProblem(field, CaseFault.OVERLAPS, record, Column.FIRST, later.first - timedelta(days=1))


def _offers(case: Case, _today: date) -> Iterator[CaseProblem]:
    for offer in case.offers:
        if offer.offered_on is None and offer.starts_on is None:
            yield CaseProblem(CaseField.OFFERS, CaseFault.NO_DATE, offer.id, Column.OFFERED)
        if offer.starts_on and offer.ends_on and offer.ends_on < offer.starts_on:
            yield CaseProblem(CaseField.OFFERS, CaseFault.ENDS_BEFORE_IT_BEGINS, offer.id, Column.LAST, offer.ends_on)
        if offer.hours_per_week is not None and not 0 <= offer.hours_per_week <= HOURS_A_WEEK:
            yield CaseProblem(CaseField.OFFERS, CaseFault.HOURS, offer.id, Column.HOURS)
        if offer.company and len(offer.company) > TEXT_LENGTH:
            yield CaseProblem(CaseField.OFFERS, CaseFault.TOO_LONG, offer.id, Column.COMPANY)


def _moves(case: Case, today: date) -> Iterator[CaseProblem]:
    for move in case.moves:
        code = move.municipality_code
        if move.approved and move.on > today:
            yield CaseProblem(CaseField.MOVES, CaseFault.IN_FUTURE, move.id, Column.ON, move.on)
        if code is not None and not _has_digits(code, _MUNICIPALITY_DIGITS):
            yield CaseProblem(CaseField.MOVES, CaseFault.NOT_THREE_DIGITS, move.id, Column.MUNICIPALITY)


def _has_digits(text: str, count: int) -> bool:
    return len(text) == count and text.isascii() and text.isdigit()
