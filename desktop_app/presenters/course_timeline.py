"""The course of a case, from the allocation to the end of the programme: strips, axis, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import Case
from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.case_facts import facts_of, known_on
from desktop_app.domain.dates import MONTHS_A_YEAR, add_months
from desktop_app.domain.deadline import OPEN
from desktop_app.domain.duties import DutyId
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.course_clusters import in_time
from desktop_app.presenters.course_entries import CourseEntry, Lane
from desktop_app.presenters.course_periods import periods_of
from desktop_app.presenters.course_points import due_dates_of, follow_ups_of, milestones_of
from desktop_app.presenters.field_words import period_text
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.translation import _, _p, short_date, short_month

TICK_MONTHS = (1, 3, 6, 12, 24, 60)
"""How many months may lie between the ticks of the axis; the drawing takes the first whose words have room."""
_MONTHS_BEYOND = 3
"""How far the axis goes on where nobody knows the end."""


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a month on the axis, and its words."""

    on: date
    label: str
    begins_year: bool


@dataclass(frozen=True, slots=True)
class CourseGap:
    """What the course lacks, and where it is filled in, if anywhere."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A case's course on a day. `first` and `last` bound the axis; `entries` are in order of time.

    Today lies on the axis unless the course was over before. A course of which nothing is known has no entries.
    """

    first: date
    last: date
    today: date
    entries: tuple[CourseEntry, ...]
    missing: tuple[CourseGap, ...]

    @property
    def span_text(self) -> str:
        """The first and the last day, empty where there is nothing to show."""
        return period_text(self.first, self.last) if self.entries else ""

    @property
    def today_text(self) -> str:
        """What stands at today's line; an arrow points to a today beyond the axis."""
        text = _("Today {date}").format(date=short_date(self.today))
        return f"{text} →" if self.today > self.last else text

    def in_lane(self, lane: Lane) -> tuple[CourseEntry, ...]:
        """Return the entries of a strip in order of time."""
        return tuple(entry for entry in self.entries if entry.lane is lane)

    def ticks(self, months: int) -> list[Tick]:
        """Return the ticks of the axis that far apart; January bears its year, and so does the first."""
        return [
            Tick(on, _tick_label(on, is_first=place == 0, months=months), on.month == 1)
            for place, on in enumerate(_firsts(self.first, self.last, months))
        ]


def course_of(opened: OpenedCase, rulebook: Rulebook, today: date) -> Course:
    """Return the course of a case."""
    points = [
        *milestones_of(opened, rulebook, today),
        *due_dates_of(opened, rulebook, today),
        *follow_ups_of(opened, rulebook, today),
    ]
    periods = periods_of(opened)
    end = _end(opened, today)
    days = [entry.on for entry in points]
    if _goes_on(opened, end):
        days.append(today)
    starts = [*days, *(period.until for period in periods if period.until)]
    ends = [*days, *(period.on for period in periods)]
    first = min(starts, default=today)
    last = max([*ends, end] if end else ends, default=today)
    return Course(
        first=first,
        last=max(last if end else add_months(last, _MONTHS_BEYOND), add_months(first, _MONTHS_BEYOND)),
        today=today,
        entries=in_time([*points, *periods]),
        missing=tuple(_missing(opened.case, end, is_empty=not points)),
    )


def _end(opened: OpenedCase, today: date) -> date | None:
    """Return the day the case was handed over, or the programme ended or ends at the latest."""
    programme = next((each for each in opened.deadlines if each.duty is DutyId.PROGRAMME_MAX_LENGTH), None)
    over = moved_away_on(known_on(facts_of(opened.case), today))
    return over or (programme and (programme.fulfilled_on or programme.due_on)) or None


def _goes_on(opened: OpenedCase, end: date | None) -> bool:
    """Tell whether something is still to be done: today then belongs to the course."""
    is_open = any(deadline.status in OPEN for deadline in opened.deadlines)
    return is_open or (end is None and opened.case.takeover_on is None)


def _missing(case: Case, end: date | None, *, is_empty: bool) -> Iterator[CourseGap]:
    takeover = Place(PlaceKind.FIELD, CaseField.TAKEOVER, _p("gap", "Fill in"))
    allocation = Place(PlaceKind.FIELD, CaseField.ALLOCATION, _p("gap", "Fill in"))
    if is_empty:
        yield CourseGap(_("The course begins with the allocation, the permit or the CPR registration."), allocation)
    elif not (case.allocation_decided_on or case.permit_granted_on or case.cpr_registered_on):
        yield CourseGap(_("Allocation, permit and CPR registration are missing: the course begins later."), allocation)
    if case.takeover_on is None:
        yield CourseGap(_("The date of the takeover is missing: the other deadlines count from it."), takeover)
    elif end is None:
        yield CourseGap(_("The end of the programme cannot be calculated; the table below says why."))


def _firsts(first: date, last: date, months: int) -> Iterator[date]:
    """Return the first days of months within the axis that a step from January of some year hits."""
    on = first.replace(month=1, day=1)
    if months > MONTHS_A_YEAR:
        years = months // MONTHS_A_YEAR
        on = on.replace(year=on.year - on.year % years)
    while on <= last:
        if on >= first:
            yield on
        on = add_months(on, months)


def _tick_label(on: date, *, is_first: bool, months: int) -> str:
    if on.month == 1:
        return str(on.year)
    return f"{short_month(on)} {on.year}" if is_first and months < MONTHS_A_YEAR else short_month(on)
