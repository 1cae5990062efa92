"""The facts of every case, or of some, in ten SELECTs, of the columns the deadlines need and no others.

The driver runs what SQLAlchemy wrote. Dates and kinds recur by the thousand, so each is made once.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final, TypeVar

from sqlalchemy import Column, Select, select

from desktop_app.application.garbage import no_collection
from desktop_app.domain.case import COMPANY_OFFERS, MoveDirection, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.case_facts import (
    CaseFacts,
    DecisionFact,
    EventFact,
    LeaveFact,
    MoveFact,
    OfferFact,
    PlanFact,
    ReadinessFact,
    SupportFact,
    in_order_of_achievement,
)
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.plan import MAIN_GOALS
from desktop_app.storage.fact_mapping import SUPPORT
from desktop_app.storage.kinds import TABLES
from desktop_app.storage.statements import among_ids, id_list, sql_with_constants
from desktop_app.storage.store_connection import StoreConnection

Fact = TypeVar("Fact")
ByCase = dict[str, list[Fact]]
Row = tuple[Any, ...]

_SUPPORT_KINDS: Final = {kind.value: kind for kind in SupportKind}
_READINESS_KINDS: Final = {kind.value: kind for kind in ReadinessKind}
_DIRECTIONS: Final = {direction.value: direction for direction in MoveDirection}
TARGET_GROUPS: Final = {group.value: group for group in TargetGroup}


class Days(dict[str | None, Any]):
    """Dates by their text, each made once; no date stays none. They recur by the thousand."""

    def __init__(self) -> None:
        super().__init__({None: None})

    def __missing__(self, text: str) -> date:
        self[text] = day = date.fromisoformat(text)
        return day


def _in_order(case_id: Column[Any], *fact: Column[Any]) -> Select[Any]:
    """Select facts as `domain.case_facts.in_order` orders them: field for field, what is not known last."""
    return select(case_id, *fact).order_by(*(field.nulls_last() for field in fact))


@cache
def _statements() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the statements by what they read: for all cases, and for those whose ids are the one parameter."""
    cases, citizens, status, leaves = (
        TABLES[kind].c for kind in ("cases", "citizens", "status_periods", "parental_leaves")
    )
    moves, events, plans, goals = (TABLES[kind].c for kind in ("moves", "events", "plans", "goals"))
    offers, follow_ups, decisions = (TABLES[kind].c for kind in ("offers", "follow_ups", "deadline_decisions"))
    selects = {
        "cases": select(
            cases.id,
            cases.case_number,
            cases.target_group,
            citizens.birth_date,
            cases.allocation_decided_on,
            cases.permit_granted_on,
            cases.cpr_registered_on,
            cases.applied_in_denmark,
            cases.takeover_on,
            cases.coordinating_department,
        ).join(TABLES["citizens"]),
        "status": _in_order(status.case_id, status.starts_on, status.ends_on, status.kind).add_columns(status.aspect),
        "leaves": _in_order(leaves.case_id, leaves.starts_on, leaves.ends_on, leaves.child_born_on),
        "moves": _in_order(moves.case_id, moves.moved_on, moves.direction).where(moves.approved.is_(True)),
        "events": _in_order(events.case_id, events.happened_on, events.duty),
        "plans": select(
            plans.case_id,
            plans.id,
            plans.number,
            plans.signed_by_citizen_on,
            plans.signed_by_municipality_on,
            plans.unsigned_why,
            plans.declaration_signed_on,
            plans.annulled_on,
        ).order_by(plans.number),
        "goals": select(goals.plan_id, goals.achieved_on).where(
            goals.kind.in_(sorted(MAIN_GOALS)), goals.part_of.is_(None)
        ),
        "offers": _in_order(offers.case_id, offers.offered_on, offers.starts_on, offers.ends_on).where(
            offers.kind.in_(sorted(COMPANY_OFFERS))
        ),
        # As the index has them, so that only the days within a case are sorted.
        "follow_ups": select(follow_ups.case_id, follow_ups.held_on)
        .where(follow_ups.attempted_only.is_(False))
        .order_by(follow_ups.case_id, follow_ups.attempted_only, follow_ups.held_on),
        "decisions": _in_order(
            decisions.case_id,
            decisions.made_on,
            decisions.duty,
            decisions.kind,
            decisions.computed_on,
            decisions.meant_on,
            decisions.cause,
            decisions.reason,
            decisions.made_by,
        ),
    }
    # Each begins with the id of its case, but a goal with that of its plan.
    of_some = {name: among_ids(each.selected_columns[0]) for name, each in selects.items()}
    of_some["goals"] = goals.plan_id.in_(select(plans.id).where(among_ids(plans.case_id)))
    return (
        {name: sql_with_constants(each) for name, each in selects.items()},
        {name: sql_with_constants(each.where(of_some[name])) for name, each in selects.items()},
    )


def read_facts(connection: StoreConnection, case_ids: Collection[str] | None = None) -> list[CaseFacts]:
    """Return the facts of every case, or of those with these ids, equal to `facts_of` each read whole, in any order.

    Raises:
        StorageUnavailable: the file cannot be read.
    """
    for_all, for_some = _statements()
    statements, parameters = (for_all, ()) if case_ids is None else (for_some, (id_list(case_ids),))
    with no_collection():
        return _facts({name: connection.rows(sql, parameters) for name, sql in statements.items()}, Days())


def _facts(rows: Mapping[str, list[Row]], day: Days) -> list[CaseFacts]:
    support, readiness = _status_periods(rows["status"], day)
    leaves = _by_case((case, LeaveFact(day[first], day[last], day[born])) for case, first, last, born in rows["leaves"])
    moves = _by_case((case, MoveFact(day[on], _DIRECTIONS[way])) for case, on, way in rows["moves"])
    events = _by_case((case, EventFact(day[on], duty)) for case, on, duty in rows["events"])
    plans = _plans(rows["plans"], rows["goals"], day)
    offers = _by_case((case, OfferFact(day[on], day[first], day[last])) for case, on, first, last in rows["offers"])
    follow_ups = _by_case((case, day[on]) for case, on in rows["follow_ups"])
    decisions = _by_case((case, _decision(fields, day)) for case, *fields in rows["decisions"])
    return [
        CaseFacts(
            case_id=case,
            case_number=case_number,
            target_group=TARGET_GROUPS[target_group],
            birth_date=day[birth_date],
            allocation_decided_on=day[allocation_decided_on],
            permit_granted_on=day[permit_granted_on],
            cpr_registered_on=day[cpr_registered_on],
            applied_in_denmark=bool(applied_in_denmark),
            takeover_on=day[takeover_on],
            department_named=bool(department and department.strip()),
            support=tuple(support.get(case, ())),
            readiness=tuple(readiness.get(case, ())),
            parental_leave=tuple(leaves.get(case, ())),
            moves=tuple(moves.get(case, ())),
            events=tuple(events.get(case, ())),
            plans=tuple(plans.get(case, ())),
            offers=tuple(offers.get(case, ())),
            follow_ups=tuple(follow_ups.get(case, ())),
            decisions=tuple(decisions.get(case, ())),
        )
        for (
            case,
            case_number,
            target_group,
            birth_date,
            allocation_decided_on,
            permit_granted_on,
            cpr_registered_on,
            applied_in_denmark,
            takeover_on,
            department,
        ) in rows["cases"]
    ]


def _status_periods(rows: Iterable[Row], day: Days) -> tuple[ByCase[SupportFact], ByCase[ReadinessFact]]:
    support: ByCase[SupportFact] = {}
    readiness: ByCase[ReadinessFact] = {}
    for case, first, last, kind, aspect in rows:
        if aspect == SUPPORT:
            support.setdefault(case, []).append(SupportFact(day[first], day[last], _SUPPORT_KINDS[kind]))
        else:
            readiness.setdefault(case, []).append(ReadinessFact(day[first], day[last], _READINESS_KINDS[kind]))
    return support, readiness


def _plans(rows: Iterable[Row], main_goals: Iterable[Row], day: Days) -> ByCase[PlanFact]:
    achieved = _by_case((plan, day[on]) for plan, on in main_goals)
    plans: ByCase[PlanFact] = {}
    for case, plan, number, citizen_on, municipality_on, unsigned, declaration_on, annulled_on in rows:
        signed_on = None if annulled_on else _signed_on(citizen_on, municipality_on, unsigned)
        declared_on = None if annulled_on else declaration_on
        goals = in_order_of_achievement(achieved.get(plan, ()))
        plans.setdefault(case, []).append(PlanFact(number, day[signed_on], day[declared_on], goals))
    return plans


def _signed_on(citizen_on: str | None, municipality_on: str | None, unsigned: str | None) -> str | None:
    """Return the day a plan was concluded, as `Plan.signed_on` does; ISO dates compare as text."""
    if citizen_on and municipality_on:
        return max(citizen_on, municipality_on)
    return municipality_on if unsigned else None


def _decision(fields: Sequence[Any], day: Days) -> DecisionFact:
    made_on, duty, kind, computed_on, on, cause, reason, made_by = fields
    return DecisionFact(
        day[made_on],
        DutyId(duty),
        DecisionKind(kind),
        day[computed_on],
        day[on],
        DelayCause(cause) if cause else None,
        reason,
        made_by,
    )


def _by_case(facts: Iterable[tuple[str, Fact]]) -> ByCase[Fact]:
    found: ByCase[Fact] = {}
    for case, fact in facts:
        found.setdefault(case, []).append(fact)
    return found
