"""What a follow-up does to its case: it stands on it, and a goal it calls achieved is achieved from that day.

What was signed stays frozen; only whether a goal was achieved is told afterwards.
"""

from dataclasses import replace
from datetime import date

from desktop_app.domain.case import Case
from desktop_app.domain.errors import FollowUpInFuture, NextFollowUpNotLater
from desktop_app.domain.follow_up import FollowUp, Progress
from desktop_app.domain.plan import Goal, Plan, current_plan


def contract_in_force(case: Case) -> Plan | None:
    """Return the version a follow-up is about: the highest one concluded, None before the first."""
    plan = current_plan(case.plans)
    return plan if plan and plan.signed_on else None


def follow_up_of(case: Case, follow_up_id: str) -> FollowUp | None:
    """Return one follow-up of a case, None when it is not there."""
    return next((talk for talk in case.follow_ups if talk.id == follow_up_id), None)


def check_follow_up(talk: FollowUp, today: date) -> None:
    """Refuse what cannot be.

    Raises:
        FollowUpInFuture: it is dated later than today.
        NextFollowUpNotLater: the next meeting is not later than the follow-up.
    """
    if talk.held_on > today:
        raise FollowUpInFuture(talk.held_on)
    if talk.next_on is not None and talk.next_on <= talk.held_on:
        raise NextFollowUpNotLater(talk.held_on, talk.next_on)


def with_follow_up(case: Case, talk: FollowUp) -> Case:
    """Return the case with a follow-up added, and the goals it calls achieved dated with its day.

    A goal that was achieved before keeps its date.
    """
    plans = tuple(_with_goals(plan, talk, before=None, after=talk.held_on) for plan in case.plans)
    return replace(case, follow_ups=(*case.follow_ups, talk), plans=plans)


def without_follow_up(case: Case, talk: FollowUp) -> Case:
    """Return the case without a follow-up, and without the dates it gave to goals."""
    plans = tuple(_with_goals(plan, talk, before=talk.held_on, after=None) for plan in case.plans)
    return replace(case, follow_ups=tuple(one for one in case.follow_ups if one.id != talk.id), plans=plans)


def newly_achieved(before: Case, after: Case) -> tuple[Goal, ...]:
    """Return the goals that are achieved in `after` and were not in `before`."""
    known = {goal.id for plan in before.plans for goal in plan.goals if goal.achieved_on}
    return tuple(goal for plan in after.plans for goal in plan.goals if goal.achieved_on and goal.id not in known)


def _with_goals(plan: Plan, talk: FollowUp, *, before: date | None, after: date | None) -> Plan:
    """Date anew the goals of a plan that the follow-up calls achieved, where they have the date `before`."""
    places = {
        told.place for told in talk.progress if told.plan_number == plan.number and told.progress is Progress.ACHIEVED
    }
    if talk.attempted_only or not places:
        return plan
    return replace(
        plan,
        goals=tuple(
            replace(goal, achieved_on=after) if place in places and goal.achieved_on == before else goal
            for place, goal in enumerate(plan.goals, start=1)
        ),
    )
