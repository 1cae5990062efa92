"""Everything the page of a case shows, in words and rows; made once when the case is opened."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import CaseLine
from desktop_app.domain.completeness import check_plan
from desktop_app.domain.cpr import masked
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.case_follow_ups import CaseFollowUps, case_follow_ups
from desktop_app.presenters.case_timeline import TimelineNode, timeline_of
from desktop_app.presenters.deadline_detail import DeadlineDetail, detail_of
from desktop_app.presenters.deadline_texts import badge_text, sentence
from desktop_app.presenters.field_words import (
    activity_kind_text,
    goal_kind_text,
    language_text,
    nationality_text,
    period_text,
    plan_part_text,
    target_group_text,
)
from desktop_app.presenters.gap_texts import GapText, gap_text
from desktop_app.presenters.history_texts import HistoryText, history_text
from desktop_app.presenters.plan_state_texts import plan_state_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, capitalised, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What stands above every tab. `badge` is empty when no duty is open."""

    name: str
    native_name: str
    case_number: str
    badge: str
    badge_kind: BadgeKind
    next_duty: str
    cpr: str
    has_cpr: bool
    language: str
    caseworker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """A deadline on the tab *Frister*, with its whole explanation."""

    id: str
    badge: str
    badge_kind: BadgeKind
    duty: str
    due: str
    due_on: date
    sentence: str
    detail: DeadlineDetail


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the household."""

    case_number: str
    name: str
    born: str
    caseworker: str


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the check list of a plan."""

    text: str
    section: str
    in_place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """A version of the plan: its state in words, goals as (kind, text, date), activities as (kind, text, who, when)."""

    number: int
    title: str
    state: str
    signed: bool
    goals: tuple[tuple[str, str, str], ...]
    activities: tuple[tuple[str, str, str, str, str], ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A case as its page shows it, tab by tab."""

    head: CaseHead
    facts: tuple[tuple[str, str], ...]
    timeline: tuple[TimelineNode, ...]
    gaps: tuple[GapText, ...]
    members: tuple[Member, ...]
    plans: tuple[PlanPage, ...]
    follow_ups: CaseFollowUps
    deadlines: tuple[DeadlineRow, ...]
    past: tuple[DeadlineRow, ...]
    history: tuple[HistoryText, ...]


def case_page(
    opened: OpenedCase, family: Iterable[CaseLine], rulebook: Rulebook, today: date, now: datetime
) -> CasePage:
    """Return the page of a case; `family` holds the lines of everybody in its household, `now` is aware."""
    case = opened.case
    return CasePage(
        head=_head(opened, rulebook, today),
        facts=tuple(_facts(opened)),
        timeline=tuple(timeline_of(opened, today)),
        gaps=tuple(gap_text(gap) for gap in opened.gaps),
        members=tuple(_member(line) for line in family),
        plans=tuple(_plan(plan, opened) for plan in sorted(case.plans, key=_number, reverse=True)),
        follow_ups=case_follow_ups(opened, today, now),
        deadlines=tuple(_deadline(deadline, rulebook, today) for deadline in opened.deadlines),
        past=tuple(_deadline(deadline, rulebook, today) for deadline in reversed(opened.past)),
        history=tuple(
            history_text(line, rulebook.duties, hides_address=case.citizen.protected_address) for line in opened.history
        ),
    )


def _head(opened: OpenedCase, rulebook: Rulebook, today: date) -> CaseHead:
    case = opened.case
    citizen = case.citizen
    following = next((deadline for deadline in opened.deadlines if deadline.status in OPEN), None)
    return CaseHead(
        name=citizen.full_name,
        native_name=citizen.native_name or "",
        case_number=case.case_number,
        badge=badge_text(following, today) if following else "",
        badge_kind=BADGE_OF[following.status] if following else BadgeKind.NEUTRAL,
        next_duty=duty_name(rulebook.duties[following.duty]) if following else _("No open deadlines"),
        cpr=masked(citizen.cpr) if citizen.cpr else _("No CPR number yet"),
        has_cpr=citizen.cpr is not None,
        language=_language(opened),
        caseworker=case.responsible_caseworker or "–",
    )


def _language(opened: OpenedCase) -> str:
    citizen = opened.case.citizen
    spoken = capitalised(", ".join(language_text(tag) for tag in citizen.languages) or "–")
    if citizen.interpreter_language is None:
        return _("{languages} · no interpreter").format(languages=spoken)
    interpreter = language_text(citizen.interpreter_language)
    if citizen.languages == (citizen.interpreter_language,):
        return _("{languages} · interpreter: yes").format(languages=spoken)
    return _("{languages} · interpreter: {language}").format(languages=spoken, language=interpreter)


def _facts(opened: OpenedCase) -> list[tuple[str, str]]:
    case = opened.case
    citizen = case.citizen
    place = " ".join(part for part in (citizen.postal_code, citizen.city) if part)
    address = ", ".join(part for part in (citizen.address, place) if part)
    facts = [
        (_("Born"), _date(citizen.birth_date)),
        (_("Nationality"), nationality_text(citizen.nationality)),
        (_("Target group"), capitalised(target_group_text(case.target_group))),
        (_("Address"), _("Protected address") if citizen.protected_address else address or "–"),
        (_("Phone"), citizen.phone or "–"),
        (_("E-mail"), citizen.email or "–"),
        (_("Allocated"), _date(case.allocation_decided_on)),
        (_("Responsibility taken over"), _date(case.takeover_on)),
        (_("Coordinating department"), case.coordinating_department or "–"),
    ]
    return [(label, value) for label, value in facts if value]


def _member(line: CaseLine) -> Member:
    return Member(line.case_number, line.sort_name, _date(line.birth_date), line.responsible_caseworker or "–")


def _plan(plan: Plan, opened: OpenedCase) -> PlanPage:
    checks = check_plan(plan, opened.case, has_sanctions_text=True, has_complaint_text=True)
    return PlanPage(
        number=plan.number,
        title=_("Contract and plan, version {n}").format(n=plan.number),
        state=_state(plan, opened),
        signed=plan.signed_on is not None,
        goals=tuple((goal_kind_text(goal.kind), goal.text, _date(goal.target_on)) for goal in plan.goals),
        activities=tuple(
            (
                activity_kind_text(activity.kind),
                activity.text,
                activity.provider or "–",
                period_text(activity.starts_on, activity.ends_on),
                f"{activity.hours_per_week:g}".replace(".", ",") if activity.hours_per_week is not None else "–",
            )
            for activity in plan.activities
        ),
        checks=tuple(Check(plan_part_text(check.part), check.section, check.in_place) for check in checks),
    )


def _state(plan: Plan, opened: OpenedCase) -> str:
    state = state_of(plan, opened.case.plans)
    if plan.signed_on is None:
        return plan_state_text(state)
    text = _("Replaced, signed on {date}") if state is PlanState.REPLACED else _("Signed on {date}")
    return text.format(date=short_date(plan.signed_on))


def _deadline(deadline: Deadline, rulebook: Rulebook, today: date) -> DeadlineRow:
    duty = rulebook.duties[deadline.duty]
    return DeadlineRow(
        id=f"{deadline.duty}/{deadline.due_on}/{deadline.fulfilled_on}",
        badge=badge_text(deadline, today),
        badge_kind=BADGE_OF[deadline.status],
        duty=duty_name(duty),
        due=_date(deadline.due_on),
        due_on=deadline.due_on or date.max,
        sentence=sentence(deadline),
        detail=detail_of(deadline, duty, today),
    )


def _date(day: date | None) -> str:
    return short_date(day) if day else "–"


def _number(plan: Plan) -> int:
    return plan.number
