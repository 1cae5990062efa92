"""Dates of the law: months, working days and periods.

A period holds its first and its last day ("til og med"), as caseworkers, forms and the exchange format say it.
Months end on the same day number or on the last day of the month, always counted from the original date (the
principle written down in forældelsesloven § 27, stk. 1). The start day itself is not counted.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from desktop_app.domain.public_holidays import is_public_holiday

MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
SATURDAY = 5


class Unit(StrEnum):
    """What a span of time in a rule is counted in."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WHOLE_MONTHS = "whole_months"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time as a rule states it, such as one month or fifteen working days.

    `WHOLE_MONTHS` leads to the day after the last of that many whole calendar months (integrationsloven § 4, stk. 2).
    """

    value: int
    unit: Unit

    def after(self, start: date) -> date:
        """Return the day that lies this span after `start`."""
        return _after(self.unit, self.value, start)


def add_months(start: date, months: int) -> date:
    """Return the same day number `months` later (or earlier), or the last day of that month.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month_index = divmod(start.year * MONTHS_A_YEAR + start.month - 1 + months, MONTHS_A_YEAR)
    month = month_index + 1
    if start.day <= 28:  # noqa: PLR2004 - every month has 28 days, and most dates need no calendar
        return date(year, month, start.day)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def is_working_day(day: date) -> bool:
    """Tell whether `day` is a hverdag: Monday to Friday and no public holiday."""
    return day.weekday() < SATURDAY and not is_public_holiday(day)


def next_working_day(day: date) -> date:
    """Return `day` itself when it is a working day, otherwise the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def latest_working_day(day: date) -> date:
    """Return `day` itself when it is a working day, otherwise the last one before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def add_working_days(start: date, days: int) -> date:
    """Return the `days`-th working day after `start`; the start day is not counted."""
    day = start
    for _ in range(days):
        day = next_working_day(day + timedelta(days=1))
    return day


def after_whole_months(start: date, months: int) -> date:
    """Return the first day after `months` whole calendar months that begin later than `start`.

    A decision of 15 May has June as its first whole month and so leads to 1 July. Whether a month that begins on
    `start` itself counts as whole the law does not say; here it does not, and who asks must warn about a first.
    """
    return add_months(start.replace(day=1), months + 1)


def _after_weeks(start: date, weeks: int) -> date:
    return start + timedelta(days=DAYS_A_WEEK * weeks)


def _after_days(start: date, days: int) -> date:
    return start + timedelta(days=days)


def _after_years(start: date, years: int) -> date:
    return add_months(start, MONTHS_A_YEAR * years)


_AFTER = {
    Unit.DAYS: _after_days,
    Unit.WORKING_DAYS: add_working_days,
    Unit.WEEKS: _after_weeks,
    Unit.MONTHS: add_months,
    Unit.YEARS: _after_years,
    Unit.WHOLE_MONTHS: after_whole_months,
}


@lru_cache(maxsize=8192)
def _after(unit: Unit, value: int, start: date) -> date:
    """Return the end of a span. Thousands of cases begin on the same days and are given the same time."""
    return _AFTER[unit](start, value)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; `last` is None while the end is not known."""

    first: date
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        """Tell whether `day` lies in the period."""
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two periods share a day."""
        return (self.last is None or other.first <= self.last) and (other.last is None or self.first <= other.last)


def age_reached_on(birth_date: date, years: int) -> date:
    """Return the day somebody born on `birth_date` turns `years`."""
    return add_months(birth_date, MONTHS_A_YEAR * years)
