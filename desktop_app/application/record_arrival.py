"""Record who arrived: a citizen or a whole household, each with a case of their own, in one transaction."""

import uuid
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.ports import UnitOfWork, Work
from desktop_app.domain.case import Case, Note, TargetGroup
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.case_numbers import next_case_numbers
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.takeover import check_takeover, proposed_takeover


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStart:
    """How a case begins, which people who arrive together mostly share.

    `takeover_on` is None while nobody knows it, and may lie ahead. `takeover_by_agreement` says that the council takes
    over earlier with the citizen's consent (integrationsloven § 4, stk. 2). `takeover_reason` becomes a note on the
    case: the day proposed is derived and so was never recorded, which leaves nothing to correct.
    """

    target_group: TargetGroup
    allocation_decided_on: date | None = None
    permit_granted_on: date | None = None
    cpr_registered_on: date | None = None
    applied_in_denmark: bool = False
    takeover_on: date | None = None
    takeover_by_agreement: bool = False
    takeover_reason: str | None = None
    responsible_caseworker: str | None = None
    coordinating_department: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """One of those who arrive, whatever id the citizen has; `own_start` is given where it differs from the others'."""

    citizen: Citizen
    role: HouseholdRole | None = None
    own_start: CaseStart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """People who arrive together, in the order their cases are numbered.

    They form a household when `household_name` is given. With `joins`, the number of a case there is already, they
    move in with that citizen instead, whose household they join or found.
    """

    people: tuple[Newcomer, ...]
    start: CaseStart
    household_name: str | None = None
    coordinating_caseworker: str | None = None
    joins: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedArrival:
    """The numbers of the new cases, in the order of the people, and what was changed."""

    case_numbers: tuple[str, ...]
    changes: Changes


def record_arrival(
    arrival: Arrival, *, work: Work, rulebook: Rulebook, today: date, draft_id: str | None = None
) -> RecordedArrival:
    """Add the cases of those who arrive, numbered after the highest of the year; the draft is let go with it.

    Raises:
        CaseNotFound: there is no case to join.
        TakeoverBeforeAllocation: somebody would be taken over before being allocated, and nothing was agreed.
        TakeoverReasonMissing: a takeover differs from the day proposed without a reason.
    """
    with work(Act.RECORD_ARRIVAL) as unit:
        joined = unit.cases.by_number(arrival.joins) if arrival.joins else None
        household = joined.household if joined and joined.household else _new_household(arrival, joined)
        numbers = next_case_numbers(unit.cases.numbers(), year=today.year, count=len(arrival.people))
        cases = [
            _new_case(number, newcomer, arrival, household, today)
            for number, newcomer in zip(numbers, arrival.people, strict=True)
        ]
        for case, newcomer in zip(cases, arrival.people, strict=True):
            _check(case, newcomer.own_start or arrival.start, rulebook, today)
        changed = [case.id for case in cases]
        if household and not household.version:
            unit.households.add(household)
            if joined:
                _move_in(unit, joined, household)
                changed.append(joined.id)
        unit.cases.add_many(cases)
        if draft_id:
            unit.drafts.discard(draft_id)
        unit.commit()
    return RecordedArrival(tuple(numbers), Changes(cases=frozenset(changed)))


def _new_household(arrival: Arrival, joined: Case | None) -> Household | None:
    if joined:
        name, caseworker = joined.citizen.family_name, joined.responsible_caseworker
    elif arrival.household_name:
        name, caseworker = arrival.household_name, arrival.coordinating_caseworker
    else:
        return None
    return Household(id=_new_id(), name=name, coordinating_caseworker=caseworker)


def _move_in(unit: UnitOfWork, joined: Case, household: Household) -> None:
    role = joined.household_role or HouseholdRole.ADULT
    unit.cases.save(replace(joined, household=household, household_role=role))


def _new_case(number: str, newcomer: Newcomer, arrival: Arrival, household: Household | None, today: date) -> Case:
    start = newcomer.own_start or arrival.start
    reason = (start.takeover_reason or "").strip()
    return Case(
        id=_new_id(),
        case_number=number,
        citizen=replace(newcomer.citizen, id=_new_id()),
        household=household,
        household_role=newcomer.role if household else None,
        target_group=start.target_group,
        allocation_decided_on=start.allocation_decided_on,
        permit_granted_on=start.permit_granted_on,
        cpr_registered_on=start.cpr_registered_on,
        applied_in_denmark=start.applied_in_denmark,
        takeover_on=start.takeover_on,
        responsible_caseworker=start.responsible_caseworker,
        coordinating_department=start.coordinating_department,
        notes=(Note(id=_new_id(), on=today, text=reason),) if reason else (),
    )


def _check(case: Case, start: CaseStart, rulebook: Rulebook, today: date) -> None:
    if case.takeover_on is None:
        return
    check_takeover(
        case.takeover_on,
        proposed_on=proposed_takeover(facts_of(case), rulebook, today).due_on,
        allocated_on=case.allocation_decided_on,
        by_agreement=start.takeover_by_agreement,
        reason=start.takeover_reason,
    )


def _new_id() -> str:
    return str(uuid.uuid4())
