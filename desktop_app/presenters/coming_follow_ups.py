"""Who is to be followed up next: a row for each case, grouped by how soon, meetings planned among deadlines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from desktop_app.application.list_follow_ups import ComingFollowUp
from desktop_app.application.ports import CaseLine
from desktop_app.domain.deadline import Deadline, Status, open_status
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


_PLACE_OF = {soon: place for place, soon in enumerate(Soon)}
_SOON_OF = {urgency: Soon(urgency.value) for urgency in Urgency}


class ComingRow(NamedTuple):
    """The next follow-up of a case. There may be thousands, of which a screen shows thirty: words are made when asked.

    `on` is the day that decides where it stands, `today` the day it speaks of.
    """

    soon: Soon
    on: date
    coming: ComingFollowUp
    line: CaseLine
    today: date

    @property
    def id(self) -> str:
        """What names the row: the case number."""
        return self.line.case_number

    @property
    def badge(self) -> str:
        """How soon it is, in words: the deadline, or the meeting where that comes first."""
        deadline = self._deciding
        return badge_text(deadline, self.today) if deadline else _planned_badge(self.on, self.today)

    @property
    def badge_kind(self) -> BadgeKind:
        """How soon it is, in colour."""
        deadline = self._deciding
        return BADGE_OF[deadline.status] if deadline else _KIND_OF[self.soon]

    @property
    def citizen(self) -> str:
        """The name, family name first."""
        return self.line.sort_name

    @property
    def due(self) -> str:
        """The last day."""
        deadline = self.coming.deadline
        return short_date(deadline.due_on) if deadline and deadline.due_on else "–"

    @property
    def due_on(self) -> date:
        """The last day to sort by, what has none last."""
        deadline = self.coming.deadline
        return (deadline.due_on if deadline else None) or date.max

    @property
    def planned(self) -> str:
        """The day of the meeting agreed."""
        return short_date(self.coming.planned_on) if self.coming.planned_on else "–"

    @property
    def planned_on(self) -> date:
        """The day of the meeting to sort by, what has none last."""
        return self.coming.planned_on or date.max

    @property
    def caseworker(self) -> str:
        """The initials of who is responsible."""
        return self.line.responsible_caseworker or "–"

    @property
    def order(self) -> tuple[int, date, tuple[str, str], str, str]:
        """Its place in the list: by heading, the first day first, then by name."""
        return _PLACE_OF[self.soon], self.on, danish_order(self.citizen), self.id, self.line.case_id

    @property
    def _deciding(self) -> Deadline | None:
        deadline = self.coming.deadline
        return deadline if deadline and deadline.due_on == self.on else None


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
    if deadline and due_on and deadline.status is Status.OVERDUE:
        soon, on = Soon.OVERDUE, due_on
    elif on < today:
        soon = Soon.TODAY
    else:
        urgency = URGENCY_OF.get(open_status(on, today))
        soon = _SOON_OF[urgency] if urgency else Soon.LATER
    return ComingRow(soon, on, coming, line, today)


def in_groups(in_order: Iterable[ComingRow]) -> list[ComingGroup]:
    """Return rows that stand in order below their headings."""
    titles = {
        Soon.OVERDUE: _("Overdue"),
        Soon.TODAY: _("Today"),
        Soon.THIS_WEEK: _("Within 7 days"),
        Soon.THIRTY_DAYS: _("Within 30 days"),
        Soon.LATER: _("Later"),
    }
    return [ComingGroup(titles[soon], tuple(rows)) for soon, rows in groupby(in_order, key=attrgetter("soon"))]


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
