"""Overblik: the line of the case, what is missing and what is to be done, the next meeting, and what happened last."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import Case
from desktop_app.domain.deadline import OPEN, Deadline, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.planned_meetings import latest_talk, planned_meeting
from desktop_app.domain.recorded_events import RECORDABLE
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.case_events import CaseEvent, latest_events
from desktop_app.presenters.case_timeline import TimelineNode, timeline_of
from desktop_app.presenters.field_words import nationality_text, target_group_text
from desktop_app.presenters.gap_texts import GapText, gap_text
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.presenters.rule_texts import duty_name, legal_basis
from desktop_app.translation import _, capitalised, full_date, long_date, short_date


@dataclass(frozen=True, slots=True)
class TaskText:
    """A duty that is open and is done by recording it: its name, its date and law, how it is marked, the link."""

    title: str
    reason: str
    badge_kind: BadgeKind
    place: Place


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting planned next; one that has passed without a follow-up `is_missed`."""

    title: str
    remark: str
    is_missed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The first tab of a case."""

    facts: tuple[tuple[str, str], ...]
    timeline: tuple[TimelineNode, ...]
    gaps: tuple[GapText, ...]
    tasks: tuple[TaskText, ...]
    meeting: Meeting | None
    events: tuple[CaseEvent, ...]


def overview_of(opened: OpenedCase, rulebook: Rulebook, today: date) -> Overview:
    """Return the first tab of a case."""
    case = opened.case
    tasks = tuple(_task(deadline, rulebook) for deadline in opened.deadlines if _is_to_record(deadline))
    told = {task.place for task in tasks}
    gaps = (gap_text(gap, case, rulebook) for gap in opened.gaps)
    return Overview(
        facts=tuple(_facts(case)),
        timeline=tuple(timeline_of(opened, today)),
        gaps=tuple(gap for gap in gaps if gap.place not in told),
        tasks=tasks,
        meeting=_meeting(opened, today),
        events=tuple(latest_events(case, rulebook, today)),
    )


def _facts(case: Case) -> list[tuple[str, str]]:
    citizen = case.citizen
    place = " ".join(part for part in (citizen.postal_code, citizen.city) if part)
    address = ", ".join(part for part in (citizen.address, place) if part)
    return [
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


def _is_to_record(deadline: Deadline) -> bool:
    """Tell whether a duty waits for somebody to record it; the end of the programme is years away."""
    recorded = deadline.duty in RECORDABLE and deadline.duty is not DutyId.PROGRAMME_MAX_LENGTH
    return deadline.status in OPEN and (recorded or deadline.duty is DutyId.OFFER_FIRST)


def _task(deadline: Deadline, rulebook: Rulebook) -> TaskText:
    on = long_date(deadline.due_on) if deadline.due_on else "–"
    text = _("Was due on {date}") if deadline.status is Status.OVERDUE else _("At the latest on {date}")
    law = legal_basis(deadline.rule) if deadline.rule else ""
    kind = PlaceKind.OFFER if deadline.duty is DutyId.OFFER_FIRST else PlaceKind.EVENT
    return TaskText(
        title=duty_name(rulebook.duties[deadline.duty]),
        reason=" · ".join(part for part in (text.format(date=on), law) if part),
        badge_kind=BADGE_OF[deadline.status],
        place=Place(kind, deadline.duty, _("Record …")),
    )


def _meeting(opened: OpenedCase, today: date) -> Meeting | None:
    meeting = planned_meeting(opened.deadlines, latest_talk(opened.case.follow_ups, today), today)
    if meeting is None:
        return None
    when = capitalised(full_date(meeting.on))
    if meeting.on < today:
        return Meeting(when, _("The follow-up has not been recorded"), is_missed=True)
    planned = _("Follow-up · planned on {date}") if meeting.deadline else _("Follow-up · agreed on {date}")
    return Meeting(when, planned.format(date=long_date(meeting.planned_on)), is_missed=False)


def _date(day: date | None) -> str:
    return short_date(day) if day else "–"
