"""The order a case's facts come back in: by their dates, then by their content.

Two stores that took in the same cases list and export them alike, although their ids differ. Only facts that are alike
in everything stand by id. Plans come by number; goals, activities and commitments keep the order they were agreed in,
and what was said at a follow-up the order it was written in.
"""

from collections.abc import Callable, Sequence
from dataclasses import astuple, fields, replace
from operator import attrgetter
from typing import Any, Final, NamedTuple

from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.plan import Annulment, Assessment, EducationOrder, Plan, Unsigned

Content = Callable[[Any], tuple[Any, ...]]


class _Order(NamedTuple):
    """An order by the `whole` content, which begins with `first`."""

    first: Callable[[Any], Any]
    whole: Content


def in_order(case: Case) -> Case:
    """Return the case with its facts in the order every store gives them back in."""
    changed: dict[str, Any] = {}
    if any(len(talk.corrections) > 1 for talk in case.follow_ups):
        case = replace(case, follow_ups=tuple(map(_with_corrections_in_order, case.follow_ups)))
    if any(len(plan.scans) > 1 for plan in case.plans):
        case = replace(case, plans=tuple(map(_with_scans_in_order, case.plans)))
    for name, order in _ORDER.items():
        if len(facts := getattr(case, name)) > 1:
            changed[name] = _sorted(facts, order)
    return replace(case, **changed) if changed else case


def _sorted(facts: Sequence[Any], order: _Order) -> tuple[Any, ...]:
    firsts = [order.first(fact) for fact in facts]
    if None not in firsts and len(set(firsts)) == len(firsts):
        return tuple(sorted(facts, key=order.first))  # the rest of the order only parts what is alike in the first
    return tuple(sorted(facts, key=order.whole))


def _by(*names: str) -> Content:
    """Order by these attributes; what is not known comes last."""
    read = attrgetter(*names)

    def order(fact: object) -> tuple[tuple[bool, Any], ...]:
        return tuple((value is None, "" if value is None else value) for value in read(fact))

    return order


def _order(first: str, *names: str) -> _Order:
    return _Order(attrgetter(first), _by(first, *names))


_of_plan = _by(
    "number",
    "signed_by_citizen_on",
    "signed_by_municipality_on",
    "declaration_signed_on",
    "ready_on",
    "signed_by_interpreter_on",
)
_of_goal = _by("kind", "text", "measure", "target_on", "achieved_on")
_of_activity = _by("kind", "text", "provider", "department", "responsible", "starts_on", "ends_on", "hours_per_week")
_of_commitment = _by("party", "who", "text", "due_on")
_of_assessment = _by(*(field.name for field in fields(Assessment)))
_of_follow_up = _by(
    "held_on",
    "form",
    "attempted_only",
    "note",
    "agreed",
    "interpreter",
    "participants",
    "topics",
    "repatriation_guided",
    "next_on",
    "finished_at",
)
_of_scan = _by("added_on", "file_name", "sha256", "id")
_of_correction = _by("on", "text", "id")


def _plan_content(plan: Plan) -> tuple[Any, ...]:
    return (
        _of_plan(plan),
        tuple(map(_of_goal, plan.goals)),
        tuple(map(_of_activity, plan.activities)),
        tuple(map(_of_commitment, plan.commitments)),
        _of_assessment(plan.assessment),
        _of_reason(plan.unsigned),
        _of_reason(plan.annulment),
        _of_reason(plan.education_order),
        plan.id,
    )


def _of_reason(reason: Unsigned | Annulment | EducationOrder | None) -> tuple[Any, ...]:
    return (False, *astuple(reason)) if reason else (True,)


def _with_scans_in_order(plan: Plan) -> Plan:
    return replace(plan, scans=tuple(sorted(plan.scans, key=_of_scan)))


def _with_corrections_in_order(talk: FollowUp) -> FollowUp:
    return replace(talk, corrections=tuple(sorted(talk.corrections, key=_of_correction)))


def _follow_up_content(talk: FollowUp) -> tuple[Any, ...]:
    corrections = [(correction.on, correction.text) for correction in talk.corrections]
    return _of_follow_up(talk), [astuple(progress) for progress in talk.progress], corrections, talk.id


_ORDER: Final[dict[str, _Order]] = {
    "support": _order("period.first", "period.last", "kind", "id"),
    "readiness": _order("period.first", "period.last", "kind", "id"),
    "parental_leave": _order("period.first", "period.last", "child_born_on", "id"),
    "moves": _order("on", "direction", "municipality_code", "approved", "id"),
    "events": _order("on", "duty", "note", "id"),
    "plans": _Order(attrgetter("number"), _plan_content),
    "offers": _order("offered_on", "starts_on", "ends_on", "kind", "company", "hours_per_week", "id"),
    "follow_ups": _Order(attrgetter("held_on"), _follow_up_content),
    "complaints": _order("received_on", "about", "decided_on", "outcome", "id"),
    "results": _order("on", "kind", "note", "id"),
    "notes": _order("on", "text", "id"),
    "corrections": _order("on", "fact", "before", "after", "reason", "id"),
    "consents": _order("given_on", "purpose", "with_whom", "withdrawn_on", "id"),
    "decisions": _order("made_on", "duty", "kind", "computed_on", "on", "cause", "reason", "made_by", "id"),
}
