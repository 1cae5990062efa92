"""What stands around the fields of a follow-up: whom it is with, what is due, and the goals it is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case import Case
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.follow_up import FollowUp, Progress
from desktop_app.domain.follow_ups_of_case import contract_in_force
from desktop_app.domain.plan import Goal, Plan
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.follow_up_texts import at_the_latest
from desktop_app.translation import _, long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalToTell:
    """A goal beside the form; one `is_settled` was achieved before and is not asked about."""

    place: int
    text: str
    detail: str
    is_settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPage:
    """What the page shows and nobody types. `badge` is empty while no follow-up is open.

    `contract` says which version the goals stand in, or that there is none. `agreed` is what was agreed last time:
    heading and text, both empty where there is nothing. `interpreters` are those of earlier follow-ups, the latest
    first.
    """

    case_number: str
    citizen: str
    title: str
    badge: str
    badge_kind: BadgeKind
    deadline: str
    contract: str
    plan_number: int | None
    goals: tuple[GoalToTell, ...]
    agreed: tuple[str, str]
    interpreters: tuple[str, ...]
    is_change: bool


def follow_up_page(case: Case, changed: FollowUp | None, due: Deadline | None, today: date) -> FollowUpPage:
    """Return the page of a new follow-up, or of the one that is changed; `due` is the follow-up open today."""
    contract = contract_told_of(case, changed)
    earlier = [talk for talk in case.follow_ups if changed is None or talk.id != changed.id]
    return FollowUpPage(
        case_number=case.case_number,
        citizen=case.citizen.sort_name,
        title=_("Change follow-up") if changed else _("Follow-up"),
        badge=badge_text(due, today) if due else "",
        badge_kind=BADGE_OF[due.status] if due else BadgeKind.NEUTRAL,
        deadline=at_the_latest(due) if due else "",
        contract=_contract(contract),
        plan_number=contract.number if contract else None,
        goals=tuple(_goals(contract, changed)) if contract else (),
        agreed=_agreed(earlier),
        interpreters=tuple(_interpreters(earlier)),
        is_change=changed is not None,
    )


def contract_told_of(case: Case, changed: FollowUp | None) -> Plan | None:
    """Return the version whose goals are told of: that of the follow-up that is changed, else the one in force."""
    if changed and changed.progress:
        number = changed.progress[0].plan_number
        return next((plan for plan in case.plans if plan.number == number), None)
    return contract_in_force(case)


def _contract(contract: Plan | None) -> str:
    if contract is None or contract.signed_on is None:
        return _("No contract has been signed yet.")
    return _("Version {n}, signed on {date}").format(n=contract.number, date=long_date(contract.signed_on))


def _goals(contract: Plan, changed: FollowUp | None) -> Iterable[GoalToTell]:
    told = {one.place for one in changed.progress if one.progress is Progress.ACHIEVED} if changed else set()
    for place, goal in enumerate(contract.goals, start=1):
        is_settled = goal.achieved_on is not None and place not in told
        yield GoalToTell(place=place, text=goal.text, detail=_detail(goal, is_settled), is_settled=is_settled)


def _detail(goal: Goal, is_settled: bool) -> str:  # noqa: FBT001 - what was just found out
    if is_settled and goal.achieved_on:
        return _("Achieved on {date}").format(date=long_date(goal.achieved_on))
    return _("By {date} at the latest").format(date=long_date(goal.target_on)) if goal.target_on else ""


def _agreed(earlier: list[FollowUp]) -> tuple[str, str]:
    latest = max((talk for talk in earlier if talk.agreed), key=lambda talk: talk.held_on, default=None)
    if latest is None or not latest.agreed:
        return "", ""
    return _("Agreed on {date}").format(date=long_date(latest.held_on)), latest.agreed


def _interpreters(earlier: list[FollowUp]) -> Iterable[str]:
    latest_first = sorted(earlier, key=lambda talk: talk.held_on, reverse=True)
    return dict.fromkeys(talk.interpreter for talk in latest_first if talk.interpreter)
