"""How many hours make a full week of activities, dated like the rules: what lies beyond is worth a second look."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period
from desktop_app.domain.rulebook import Certainty, Source, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class FullWeek:
    """The hours of a full week for some groups from `valid_from` to `ended_on`, both included."""

    valid_from: date
    groups: frozenset[TargetGroup]
    hours: int
    standing: Standing
    certainty: Certainty
    source: Source
    ended_on: date | None = None
    note: str | None = None

    @property
    def period(self) -> Period:
        """The days on which it holds."""
        return Period(self.valid_from, self.ended_on)


class FullWeeks:
    """All versions, for all groups."""

    def __init__(self, weeks: Iterable[FullWeek] = ()) -> None:
        self.weeks = tuple(weeks)

    def in_force(self, group: TargetGroup, on: date) -> FullWeek | None:
        """Return the version for a group on a day, None where nothing is said."""
        return next((week for week in self.weeks if group in week.groups and on in week.period), None)
