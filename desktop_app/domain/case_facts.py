"""The facts deadlines are computed from, the same whether one case was read whole or thousands at once."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, TypeVar

from desktop_app.domain.case import (
    COMPANY_OFFERS,
    Case,
    MoveDirection,
    ReadinessKind,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId

Fact = TypeVar("Fact", bound=tuple[object, ...])


class SupportFact(NamedTuple):
    """What the citizen lives on from `first` to `last`, both included."""

    first: date
    last: date | None
    kind: SupportKind


class ReadinessFact(NamedTuple):
    """How the citizen counts from `first` to `last`, both included."""

    first: date
    last: date | None
    kind: ReadinessKind


class LeaveFact(NamedTuple):
    """Parental leave from `first` to `last`, both included."""

    first: date
    last: date | None
    child_born_on: date | None


class MoveFact(NamedTuple):
    """A move the receiving municipality approved."""

    on: date
    direction: MoveDirection


class EventFact(NamedTuple):
    """A dated event; `duty` is a duty id or `health.need_found`."""

    on: date
    duty: str


class PlanFact(NamedTuple):
    """A version of the plan; one that was annulled counts as signed by nobody.

    `main_goals` holds one entry a main goal: the day it was achieved, or None.
    """

    number: int
    signed_on: date | None
    declaration_signed_on: date | None
    main_goals: tuple[date | None, ...]


class OfferFact(NamedTuple):
    """A company offer."""

    offered_on: date | None
    starts_on: date | None
    ends_on: date | None


class DecisionFact(NamedTuple):
    """What was decided about the deadline of a duty that was computed to lie on `computed_on`."""

    made_on: date
    duty: DutyId
    kind: DecisionKind
    computed_on: date
    on: date | None
    cause: DelayCause | None
    reason: str
    made_by: str


class CaseFacts(NamedTuple):
    """One case as the deadline engine sees it. There are tens of thousands, so it is no more than a tuple.

    Every tuple is in order of date (plans by number). `moves` holds the approved moves, `offers` the company offers,
    `follow_ups` the days on which follow-ups were held, attempts left out.
    """

    case_id: str
    case_number: str
    target_group: TargetGroup
    birth_date: date | None = None
    allocation_decided_on: date | None = None
    permit_granted_on: date | None = None
    cpr_registered_on: date | None = None
    applied_in_denmark: bool = False
    takeover_on: date | None = None
    department_named: bool = False
    support: tuple[SupportFact, ...] = ()
    readiness: tuple[ReadinessFact, ...] = ()
    parental_leave: tuple[LeaveFact, ...] = ()
    moves: tuple[MoveFact, ...] = ()
    events: tuple[EventFact, ...] = ()
    plans: tuple[PlanFact, ...] = ()
    offers: tuple[OfferFact, ...] = ()
    follow_ups: tuple[date, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()


def facts_of(case: Case) -> CaseFacts:
    """Return the facts of a case that was read whole."""
    return CaseFacts(
        case_id=case.id,
        case_number=case.case_number,
        target_group=case.target_group,
        birth_date=case.citizen.birth_date,
        allocation_decided_on=case.allocation_decided_on,
        permit_granted_on=case.permit_granted_on,
        cpr_registered_on=case.cpr_registered_on,
        applied_in_denmark=case.applied_in_denmark,
        takeover_on=case.takeover_on,
        department_named=bool(case.coordinating_department and case.coordinating_department.strip()),
        support=in_order(SupportFact(s.period.first, s.period.last, s.kind) for s in case.support),
        readiness=in_order(ReadinessFact(r.period.first, r.period.last, r.kind) for r in case.readiness),
        parental_leave=in_order(LeaveFact(p.period.first, p.period.last, p.child_born_on) for p in case.parental_leave),
        moves=in_order(MoveFact(move.on, move.direction) for move in case.moves if move.approved),
        events=in_order(EventFact(event.on, event.duty) for event in case.events),
        plans=tuple(
            PlanFact(
                plan.number,
                plan.signed_on,
                None if plan.annulment else plan.declaration_signed_on,
                in_order_of_achievement(goal.achieved_on for goal in plan.main_goals),
            )
            for plan in sorted(case.plans, key=lambda plan: plan.number)
        ),
        offers=in_order(
            OfferFact(offer.offered_on, offer.starts_on, offer.ends_on)
            for offer in case.offers
            if offer.kind in COMPANY_OFFERS
        ),
        follow_ups=tuple(sorted(talk.held_on for talk in case.follow_ups if not talk.attempted_only)),
        decisions=in_order(map(decision_fact, case.decisions)),
    )


def decision_fact(decision: DeadlineDecision) -> DecisionFact:
    """Return a decision as the engine sees it."""
    return DecisionFact(
        decision.made_on,
        decision.duty,
        decision.kind,
        decision.computed_on,
        decision.on,
        decision.cause,
        decision.reason,
        decision.made_by,
    )


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return facts by their dates, field for field; what is not known comes last."""
    return tuple(sorted(facts, key=_order))


def in_order_of_achievement(achieved: Iterable[date | None]) -> tuple[date | None, ...]:
    """Return the days goals were achieved, in order; goals not achieved come last."""
    return tuple(sorted(achieved, key=lambda on: on or date.max))


def _order(fact: tuple[object, ...]) -> tuple[tuple[bool, str], ...]:
    return tuple((value is None, str(value)) for value in fact)


def known_on(facts: CaseFacts, today: date) -> CaseFacts:
    """Return the facts without what is dated later than `today` and so was not known then.

    A period is known from its first day; its last day is then known too, as planned.
    """
    changes: dict[str, Any] = {}
    for name, on in (
        ("allocation_decided_on", facts.allocation_decided_on),
        ("permit_granted_on", facts.permit_granted_on),
        ("cpr_registered_on", facts.cpr_registered_on),
        ("takeover_on", facts.takeover_on),
    ):
        if on and on > today:
            changes[name] = None
    for name, dated in (
        ("support", facts.support),
        ("readiness", facts.readiness),
        ("moves", facts.moves),
        ("events", facts.events),
        ("decisions", facts.decisions),
    ):
        if dated and dated[-1][0] > today:  # each begins with its day, and they are in order
            changes[name] = tuple(fact for fact in dated if fact[0] <= today)
    if facts.follow_ups and facts.follow_ups[-1] > today:
        changes["follow_ups"] = tuple(on for on in facts.follow_ups if on <= today)
    if facts.parental_leave:
        changes["parental_leave"] = tuple(
            fact._replace(child_born_on=_if_known(fact.child_born_on, today))
            for fact in facts.parental_leave
            if fact.first <= today
        )
    if facts.plans and any(_has_later(plan, today) for plan in facts.plans):
        changes["plans"] = tuple(_known_plan(plan, today) for plan in facts.plans)
    if facts.offers and any(on and on > today for offer in facts.offers for on in offer):
        changes["offers"] = tuple(OfferFact(*(_if_known(on, today) for on in offer)) for offer in facts.offers)
    return facts._replace(**changes) if changes else facts


def _if_known(on: date | None, today: date) -> date | None:
    return on if on is not None and on <= today else None


def _has_later(plan: PlanFact, today: date) -> bool:
    return any(on and on > today for on in (plan.signed_on, plan.declaration_signed_on, *plan.main_goals))


def _known_plan(plan: PlanFact, today: date) -> PlanFact:
    return PlanFact(
        plan.number,
        _if_known(plan.signed_on, today),
        _if_known(plan.declaration_signed_on, today),
        in_order_of_achievement(_if_known(on, today) for on in plan.main_goals),
    )
