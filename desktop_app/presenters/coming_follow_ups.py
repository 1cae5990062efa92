"""Who is to be followed up next: a row for each case, grouped by how soon, meetings planned among deadlines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.application.list_follow_ups import ComingFollowUp
from desktop_app.application.ports import CaseLine
from desktop_app.domain.deadline import Status, open_status
from desktop_app.domain.worklist import URGENCY_OF, Urgency
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.danish_order import danish_order
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.translation import _, _n, short_date


class Soon(StrEnum):
    """The groups of the list, in their order."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    THIRTY_DAYS = "thirty_days"
    LATER = "later"


PRESSING = frozenset({Soon.OVERDUE, Soon.TODAY, Soon.THIS_WEEK})
_SOON_OF = {urgency: Soon(urgency.value) for urgency in Urgency}


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingRow:
    """The next follow-up of a case; `id` is its case number. `on` is the day that decides where it stands."""

    id: str
    badge: str
    badge_kind: BadgeKind
    citizen: str
    due: str
    due_on: date
    planned: str
    planned_on: date
    caseworker: str
    soon: Soon
    on: date


@dataclass(frozen=True, slots=True)
class ComingGroup:
    """A heading and the rows below it."""

    title: str
    rows: tuple[ComingRow, ...]


def coming_row(coming: ComingFollowUp, line: CaseLine, today: date) -> ComingRow:
    """Return the row of a case's next follow-up.

    What is overdue comes first whatever is planned; otherwise the earlier of deadline and meeting decides. A meeting
    whose day has passed without a word is something to do today.
    """
    deadline, planned_on = coming.deadline, coming.planned_on
    due_on = deadline.due_on if deadline else None
    on = min(day for day in (due_on, planned_on) if day)
    is_overdue = deadline is not None and deadline.status is Status.OVERDUE
    if is_overdue and due_on:
        soon, on = Soon.OVERDUE, due_on
    elif on < today:
        soon = Soon.TODAY
    else:
        urgency = URGENCY_OF.get(open_status(on, today))
        soon = _SOON_OF[urgency] if urgency else Soon.LATER
    if deadline and on == due_on:
        badge, kind = badge_text(deadline, today), BADGE_OF[deadline.status]
    else:
        badge, kind = _planned_badge(on, today), _KIND_OF[soon]
    return ComingRow(
        id=line.case_number,
        badge=badge,
        badge_kind=kind,
        citizen=line.sort_name,
        due=short_date(due_on) if due_on else "–",
        due_on=due_on or date.max,
        planned=short_date(planned_on) if planned_on else "–",
        planned_on=planned_on or date.max,
        caseworker=line.responsible_caseworker or "–",
        soon=soon,
        on=on,
    )


def in_groups(rows: Iterable[ComingRow]) -> list[ComingGroup]:
    """Return rows below their headings, the first day first, then by name."""
    ordered = sorted(rows, key=lambda row: (row.on, danish_order(row.citizen), row.id))
    titles = {
        Soon.OVERDUE: _("Overdue"),
        Soon.TODAY: _("Today"),
        Soon.THIS_WEEK: _("Within 7 days"),
        Soon.THIRTY_DAYS: _("Within 30 days"),
        Soon.LATER: _("Later"),
    }
    groups = [ComingGroup(title, tuple(row for row in ordered if row.soon is soon)) for soon, title in titles.items()]
    return [group for group in groups if group.rows]


_KIND_OF = {
    Soon.TODAY: BadgeKind.SOON,
    Soon.THIS_WEEK: BadgeKind.SOON,
    Soon.THIRTY_DAYS: BadgeKind.MONTH,
    Soon.LATER: BadgeKind.NEUTRAL,
}


def _planned_badge(on: date, today: date) -> str:
    days = (on - today).days
    if days < 0:
        return _("Meeting not recorded")
    if days == 0:
        return _("Meeting today")
    if days == 1:
        return _("Meeting tomorrow")
    if URGENCY_OF.get(open_status(on, today)):
        return _n("Meeting in {n} day", "Meeting in {n} days", days).format(n=days)
    return _("Meeting on {date}").format(date=short_date(on))
