"""Entries too close to be told apart stand together, and periods that overlap stand in rows.

How many days a mark covers depends on the room there is; the rule does not, so it is kept from the drawing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.presenters.course_entries import CourseEntry, Lane, Mark, weight
from desktop_app.translation import _n

_OVER = frozenset({Mark.MET, Mark.LATE})

MOST_ROWS = 3
"""How many rows of periods there are; what finds none free stands together with what it overlaps in the last."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many days a mark covers, one for several entries, and today, at which the two sides part."""

    alone: float
    together: float
    today: date


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entries of one strip drawn as one, in order of time; most often there is only one.

    `at` is the day it is drawn at, as an ordinal: for days midway between the first and the last of them, but what was
    stays before today's line and what comes behind it.
    """

    entries: tuple[CourseEntry, ...]
    at: float

    @property
    def first(self) -> date:
        """The first day."""
        return self.entries[0].on

    @property
    def mark(self) -> Mark:
        """The mark of the entry that weighs most."""
        return self._heaviest.mark

    @property
    def label(self) -> str:
        """The title of its only entry; of several, that of the one that weighs most and how many more there are.

        Of follow-ups and of deadlines that are over a number says enough.
        """
        heaviest, others = self._heaviest, len(self.entries) - 1
        if not others:
            return heaviest.title
        if heaviest.lane is Lane.FOLLOW_UPS or heaviest.mark in _OVER:
            return ""
        return _n("{title} and {n} more", "{title} and {n} more", others).format(title=heaviest.title, n=others)

    @property
    def _heaviest(self) -> CourseEntry:
        return min(self.entries, key=weight)

    def last(self, end: date) -> date:
        """Return the last day; a period whose end is open goes on to `end`."""
        return max(entry.until or (end if entry.is_period else entry.on) for entry in self.entries)


def clusters_of(entries: Sequence[CourseEntry], room: Room) -> list[Cluster]:
    """Return the entries of a strip, joined as long as their marks would touch.

    They are joined from the first on, so what stands together follows from dates and room only. What was and what comes
    never stand together.
    """
    found: list[Cluster] = []
    for entry in sorted(entries, key=_order):
        found.append(_joined((entry,), room))
        while len(found) > 1 and _touch(found[-2], found[-1], room):
            last = found.pop()
            found[-1] = _joined((*found[-1].entries, *last.entries), room)
    return found


def rows_of(periods: Sequence[CourseEntry], end: date, least: float) -> list[list[Cluster]]:
    """Return periods in rows in which none overlaps another; each covers at least as many days as `least` says."""
    rows: list[list[Cluster]] = []
    for period in sorted(periods, key=_order):
        free = next((row for row in rows if not _overlaps(row[-1], period, end, least)), None)
        if free is not None:
            free.append(_row_of(period))
        elif len(rows) < MOST_ROWS:
            rows.append([_row_of(period)])
        else:
            rows[-1][-1] = _row_of(*rows[-1][-1].entries, period)
    return rows


def in_time(entries: Iterable[CourseEntry]) -> tuple[CourseEntry, ...]:
    """Return entries in the order of time."""
    return tuple(sorted(entries, key=_order))


def _order(entry: CourseEntry) -> tuple[date, int, int]:
    return entry.order


def _row_of(*periods: CourseEntry) -> Cluster:
    return Cluster(periods, periods[0].on.toordinal())


def _joined(entries: tuple[CourseEntry, ...], room: Room) -> Cluster:
    middle = (entries[0].on.toordinal() + entries[-1].on.toordinal()) / 2
    half, today = _covered(len(entries), room) / 2, room.today.toordinal()
    at = min(middle, today - half) if _is_past(entries[0], room) else max(middle, today + half)
    return Cluster(entries, at)


def _touch(before: Cluster, after: Cluster, room: Room) -> bool:
    if _is_past(before.entries[0], room) != _is_past(after.entries[0], room):
        return False
    return after.at - before.at < sum(_covered(len(each.entries), room) for each in (before, after)) / 2


def _covered(count: int, room: Room) -> float:
    return room.alone if count == 1 else room.together


def _is_past(entry: CourseEntry, room: Room) -> bool:
    return entry.on < room.today


def _overlaps(before: Cluster, period: CourseEntry, end: date, least: float) -> bool:
    covered = max(before.last(end).toordinal() + 1, before.first.toordinal() + least)
    return period.on.toordinal() < covered
