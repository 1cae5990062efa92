"""The order a case's facts come back in: by their dates, then by their content.

Two stores that took in the same cases list and export them alike, although their ids differ. Only facts that are alike
in everything stand by id. Plans come by number; goals and activities keep the order they were agreed in, and what was
said at a follow-up the order it was written in.
"""

from collections.abc import Callable
from dataclasses import astuple, replace
from operator import attrgetter
from typing import Any, Final

from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.plan import Annulment, Plan, Unsigned

Order = Callable[[Any], tuple[Any, ...]]


def in_order(case: Case) -> Case:
    """Return the case with its facts in the order every store gives them back in."""
    changed: dict[str, Any] = {}
    if any(len(talk.corrections) > 1 for talk in case.follow_ups):
        case = replace(case, follow_ups=tuple(map(_with_corrections_in_order, case.follow_ups)))
    for name, order in _ORDER.items():
        if len(facts := getattr(case, name)) > 1:
            changed[name] = tuple(sorted(facts, key=order))
    return replace(case, **changed) if changed else case


def _by(*names: str) -> Order:
    """Order by these attributes; what is not known comes last."""
    read = attrgetter(*names)

    def order(fact: object) -> tuple[tuple[bool, Any], ...]:
        return tuple((value is None, "" if value is None else value) for value in read(fact))

    return order


_of_plan = _by(
    "number",
    "signed_by_citizen_on",
    "signed_by_municipality_on",
    "declaration_signed_on",
    "ready_on",
    "signed_by_interpreter_on",
)
_of_goal = _by("kind", "text", "target_on", "achieved_on")
_of_activity = _by("kind", "text", "provider", "department", "starts_on", "ends_on", "hours_per_week")
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
_of_correction = _by("on", "text", "id")


def _plan_content(plan: Plan) -> tuple[Any, ...]:
    return (
        _of_plan(plan),
        tuple(map(_of_goal, plan.goals)),
        tuple(map(_of_activity, plan.activities)),
        _of_reason(plan.unsigned),
        _of_reason(plan.annulment),
        plan.id,
    )


def _of_reason(reason: Unsigned | Annulment | None) -> tuple[Any, ...]:
    return (False, *astuple(reason)) if reason else (True,)


def _with_corrections_in_order(talk: FollowUp) -> FollowUp:
    return replace(talk, corrections=tuple(sorted(talk.corrections, key=_of_correction)))


def _follow_up_content(talk: FollowUp) -> tuple[Any, ...]:
    corrections = [(correction.on, correction.text) for correction in talk.corrections]
    return _of_follow_up(talk), [astuple(progress) for progress in talk.progress], corrections, talk.id


_ORDER: Final[dict[str, Order]] = {
    "support": _by("period.first", "period.last", "kind", "id"),
    "readiness": _by("period.first", "period.last", "kind", "id"),
    "parental_leave": _by("period.first", "period.last", "child_born_on", "id"),
    "moves": _by("on", "direction", "municipality_code", "approved", "id"),
    "events": _by("on", "duty", "note", "id"),
    "plans": _plan_content,
    "offers": _by("offered_on", "starts_on", "ends_on", "kind", "company", "hours_per_week", "id"),
    "follow_ups": _follow_up_content,
    "complaints": _by("received_on", "about", "decided_on", "outcome", "id"),
    "results": _by("on", "kind", "note", "id"),
    "notes": _by("on", "text", "id"),
    "corrections": _by("on", "fact", "before", "after", "reason", "id"),
}
