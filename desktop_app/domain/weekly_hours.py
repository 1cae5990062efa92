"""How many hours of a week are agreed: the activities that run at the same time, where that is most."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar


class Timed(Protocol):
    """An activity with its days and hours, as a plan holds it or as it is printed."""

    @property
    def kind(self) -> str:
        """What it is, a value of `ActivityKind`."""
        ...

    @property
    def starts_on(self) -> date | None:
        """Its first day; None while it is not set."""
        ...

    @property
    def ends_on(self) -> date | None:
        """Its last day; None while it is open."""
        ...

    @property
    def hours_per_week(self) -> float | None:
        """The hours agreed, None where none are."""
        ...


AnyTimed = TypeVar("AnyTimed", bound=Timed)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyHours(Generic[AnyTimed]):
    """The activities of the fullest week, in the order they were given.

    `since` is the day it begins, None where one of them has run from the beginning. `holds_all` tells whether every
    activity with hours is among them.
    """

    running: tuple[AnyTimed, ...]
    since: date | None
    holds_all: bool

    @property
    def total(self) -> float:
        """The hours a week together."""
        return sum(activity.hours_per_week or 0 for activity in self.running)

    @property
    def by_kind(self) -> dict[str, float]:
        """What the hours consist of, by kind."""
        hours: dict[str, float] = {}
        for activity in self.running:
            hours[activity.kind] = hours.get(activity.kind, 0) + (activity.hours_per_week or 0)
        return hours


def most_weekly_hours(activities: Sequence[AnyTimed]) -> WeeklyHours[AnyTimed] | None:
    """Return the fullest week, the earliest if there are several; None without hours.

    Activities without a start run from the beginning, those without an end for ever, and those that end before they
    start never.
    """
    counted = [activity for activity in activities if activity.hours_per_week and _ever_runs(activity)]
    if not counted:
        return None
    fullest = max(
        {_first(activity) for activity in counted}, key=lambda day: (_hours_on(day, counted), -day.toordinal())
    )
    running = tuple(activity for activity in counted if _runs(activity, fullest))
    return WeeklyHours(
        running=running,
        since=None if fullest == date.min else fullest,
        holds_all=len(running) == len(counted),
    )


def _hours_on(day: date, activities: Sequence[Timed]) -> float:
    return sum(activity.hours_per_week or 0 for activity in activities if _runs(activity, day))


def _runs(activity: Timed, day: date) -> bool:
    return _first(activity) <= day <= (activity.ends_on or date.max)


def _first(activity: Timed) -> date:
    return activity.starts_on or date.min


def _ever_runs(activity: Timed) -> bool:
    return _runs(activity, _first(activity))
