"""What stands on the course of a case: things that happened, legal due dates, follow-ups and periods."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.presenters.field_words import period_text
from desktop_app.translation import _, _p, short_date


class Lane(StrEnum):
    """The strips of the course, from top to bottom."""

    MILESTONES = "milestones"
    DEADLINES = "deadlines"
    FOLLOW_UPS = "follow-ups"
    PERIODS = "periods"


class Mark(StrEnum):
    """How an entry is drawn, what weighs most first. The words of the entry always say the same."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATE = "late"
    MONTH = "month"
    COMING = "coming"
    RESTING = "resting"
    MET = "met"
    MEETING = "meeting"
    ATTEMPTED = "attempted"
    HELD = "held"
    HAPPENED = "happened"
    OFFER = "offer"
    WORK = "work"
    LEAVE = "leave"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseEntry:
    """A day of the course, or for a period (`is_period`) the days from `on` to `until`, None while the end is open.

    `remark` says how it stands, `row_id` names its deadline among those of the tab; either may be empty. A deadline
    that was met before its day has come stands where it was met, and speaks of `due_on`.
    """

    lane: Lane
    mark: Mark
    title: str
    on: date
    remark: str = ""
    row_id: str = ""
    is_period: bool = False
    until: date | None = None
    due_on: date | None = None

    @property
    def when(self) -> str:
        """The date, or the first and the last day of a period."""
        return period_text(self.on, self.until) if self.is_period else short_date(self.due_on or self.on)

    @property
    def words(self) -> str:
        """All there is to say of it, in one line."""
        title = _("Deadline: {task}").format(task=self.title) if self.lane is Lane.DEADLINES else self.title
        return " · ".join(part for part in (title, self.when, self.remark) if part)

    @property
    def order(self) -> tuple[date, int, int]:
        """Its place in time; on one day, from the top to the bottom, what weighs most first."""
        return self.on, _PLACES[self.lane], _WEIGHTS[self.mark]


_PLACES = {lane: place for place, lane in enumerate(Lane)}
_WEIGHTS = {mark: place for place, mark in enumerate(Mark)}


def weight(entry: CourseEntry) -> int:
    """Return how much an entry weighs among others, the least number first: what is overdue always shows."""
    return _WEIGHTS[entry.mark]


def lane_title(lane: Lane) -> str:
    """Return what stands beside a strip."""
    return {
        Lane.MILESTONES: _("Milestones"),
        Lane.DEADLINES: _("Deadlines"),
        Lane.FOLLOW_UPS: _("Follow-ups"),
        Lane.PERIODS: _p("course", "Periods"),
    }[lane]
