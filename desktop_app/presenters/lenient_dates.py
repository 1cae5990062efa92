"""Dates as people type them: `030326`, `3/3-26`, `3. marts`, `i dag`, `+14`, `fredag`.

What is read is a day, never a guess that hides a slip: `31.02.2026` is refused, and so is a weekday that does not fit.
"""

import re
from calendar import isleap, monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.application.folding import folded
from desktop_app.domain.dates import DAYS_A_WEEK, MONTHS_A_YEAR, add_months
from desktop_app.translation import _, capitalised, long_date, month_and_year, weekday

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""A date outside these years is a slip of the finger."""

YEARS_AHEAD = 20
"""A year of two digits is the latest one that lies at most this many years ahead of today's."""

_CENTURY = 100
_LONGEST_MONTH = 31
_LEAP_YEAR = 2000


class DateTrouble(StrEnum):
    """Why a text is no date."""

    UNREADABLE = "unreadable"
    NO_SUCH_MONTH = "no such month"
    NO_SUCH_DAY = "no such day"
    YEAR_OUT_OF_RANGE = "year out of range"
    OTHER_WEEKDAY = "other weekday"


class DateNotRead(Exception):
    """A text is no date. `near`, where there is one, is a day in the month meant, or the day with another weekday."""

    def __init__(self, text: str, trouble: DateTrouble, near: date | None = None) -> None:
        super().__init__(f"{trouble}: {text!r}")
        self.text = text
        self.trouble = trouble
        self.near = near


def date_error_text(error: DateNotRead) -> str:
    """Return the sentence for a text that is no date, as it stands at the field."""
    near = error.near or date.min
    match error.trouble:
        case DateTrouble.UNREADABLE:
            return _("The date must be written as day, month and year")
        case DateTrouble.NO_SUCH_MONTH:
            return _("The month must be a number from 1 to 12")
        case DateTrouble.NO_SUCH_DAY if error.near is None:
            return _("The day must be a number from 1 to 31")
        case DateTrouble.NO_SUCH_DAY:
            days = monthrange(near.year, near.month)[1]
            return _("{month} has only {last} days").format(month=capitalised(month_and_year(near)), last=days)
        case DateTrouble.YEAR_OUT_OF_RANGE:
            return _("The year must lie between {first} and {last}").format(first=FIRST_YEAR, last=LAST_YEAR)
        case _:
            return _("{date} is a {weekday}").format(date=capitalised(long_date(near)), weekday=weekday(near))


def read_date(text: str, today: date, *, looks_back: bool = False) -> date | None:
    """Return the day a text means, None for a blank one.

    Read are day, month and year with any of `/ . - ,` or space between them or none, ISO dates, months by name in
    Danish and English, today and its neighbours, a count from today in days, weeks, months or years (`+14`, `-3`,
    `+2u`, `+3m`), and weekdays. A weekday is the next such day after today. A year of two digits is the latest that
    lies at most `YEARS_AHEAD` ahead of today's; a day and month alone are in the year that brings them nearest today,
    the coming one of two equally near. Where one `looks_back`, as for birth dates, all of these are the latest such
    day that is not after today.

    Raises:
        DateNotRead: the text is no date, or a day that does not exist.
    """
    plain = " ".join(folded(text).split()).strip(" .,")
    if not plain and not text.strip(" .,\t\n"):
        return None
    reader = _Reader(text, today, looks_back=looks_back)
    for pattern, read in _FORMS:
        if found := pattern.fullmatch(plain):
            day = read(reader, found)
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise DateNotRead(text, DateTrouble.YEAR_OUT_OF_RANGE)
            return day
    raise DateNotRead(text, DateTrouble.UNREADABLE)


class _Reader:
    """Works out the day of each form, seen from today."""

    def __init__(self, text: str, today: date, *, looks_back: bool) -> None:
        self._text, self._today, self._looks_back = text, today, looks_back

    def numbers(self, found: re.Match[str]) -> date:
        return self._day(found["year"] or "", int(found["month"]), int(found["day"]))

    def named_month(self, found: re.Match[str]) -> date:
        month = self._place_of(found["month"], _MONTHS) + 1
        day_of_week = self._place_of(found["weekday"], _WEEKDAYS) if found["weekday"] else None
        day = self._day(found["year"] or "", month, int(found["day"]))
        if day_of_week not in (None, day.weekday()):
            raise DateNotRead(self._text, DateTrouble.OTHER_WEEKDAY, near=day)
        return day

    def count(self, found: re.Match[str]) -> date:
        count = int(found["sign"] + found["count"])
        unit = (found["unit"] or "d")[0]
        try:
            match unit:
                case "d":
                    return self._today + timedelta(days=count)
                case "u" | "w":
                    return self._today + timedelta(days=DAYS_A_WEEK * count)
                case "m":
                    return add_months(self._today, count)
                case _:
                    return add_months(self._today, MONTHS_A_YEAR * count)
        except (OverflowError, ValueError):  # no calendar goes so far
            raise DateNotRead(self._text, DateTrouble.YEAR_OUT_OF_RANGE) from None

    def word(self, found: re.Match[str]) -> date:
        word = found[0].replace(" ", "")
        if word in _NEIGHBOURS:
            return self._today + timedelta(days=_NEIGHBOURS[word])
        place = self._place_of(word, _WEEKDAYS)
        if self._looks_back:
            return self._today - timedelta(days=(self._today.weekday() - place) % DAYS_A_WEEK)
        return self._today + timedelta(days=(place - self._today.weekday() - 1) % DAYS_A_WEEK + 1)

    def _day(self, year_text: str, month: int, day: int) -> date:
        if not 1 <= month <= MONTHS_A_YEAR:
            raise DateNotRead(self._text, DateTrouble.NO_SUCH_MONTH)
        if not 1 <= day <= _LONGEST_MONTH:
            raise DateNotRead(self._text, DateTrouble.NO_SUCH_DAY)
        if not year_text:
            return self._nearest(month, day)
        year = int(year_text)
        if year < _CENTURY:
            year = self._whole_year(year, month, day)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise DateNotRead(self._text, DateTrouble.YEAR_OUT_OF_RANGE)
        if day > monthrange(year, month)[1]:
            raise DateNotRead(self._text, DateTrouble.NO_SUCH_DAY, near=date(year, month, 1))
        return date(year, month, day)

    def _whole_year(self, year: int, month: int, day: int) -> int:
        today = self._today
        last = today.year + YEARS_AHEAD
        if self._looks_back:
            last = today.year - ((month, day) > (today.month, today.day))
        return last - (last - year) % _CENTURY

    def _nearest(self, month: int, day: int) -> date:
        today = self._today
        if day > monthrange(_LEAP_YEAR, month)[1]:
            raise DateNotRead(self._text, DateTrouble.NO_SUCH_DAY, near=date(today.year, month, 1))
        around = range(today.year - 8, today.year + 9)  # a leap year is never further away
        days = [date(year, month, day) for year in around if isleap(year) or (month, day) != (2, 29)]
        if self._looks_back:
            return max(other for other in days if other <= today)
        return min(days, key=lambda other: (abs(other - today), other < today))

    def _place_of(self, word: str, names: tuple[tuple[str, ...], ...]) -> int:
        """Return the place of the name a word begins."""
        for place, forms in enumerate(names):
            if any(form.startswith(word) for form in forms):
                return place
        raise DateNotRead(self._text, DateTrouble.UNREADABLE)


_MONTHS = (
    ("januar", "january"),
    ("februar", "february"),
    ("marts", "march"),
    ("april",),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("august",),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
_WEEKDAYS = (
    ("mandag", "monday"),
    ("tirsdag", "tuesday"),
    ("onsdag", "wednesday"),
    ("torsdag", "thursday"),
    ("fredag", "friday"),
    ("loerdag", "lordag", "saturday"),
    ("soendag", "sondag", "sunday"),
)
_NEIGHBOURS = {
    "idag": 0,
    "today": 0,
    "imorgen": 1,
    "tomorrow": 1,
    "iovermorgen": 2,
    "igaar": -1,
    "igar": -1,
    "yesterday": -1,
    "iforgaars": -2,
    "iforgars": -2,
}


_DAY, _MONTH = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_BETWEEN = r" ?[-/., ] ?"
_WEEKDAY = r"(?:(?!den )(?P<weekday>[a-z]{3,})[., ]+)?(?:den )?"
_NAME = r"(?P<month>[a-z]{3,})"
_UNITS = r"d|dage?|days?|u|uger?|w|weeks?|m|md|mdr|maaned(?:er)?|maned(?:er)?|months?|a|aa|aar|ar|y|years?"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[_Reader, re.Match[str]], date]], ...] = (
    (re.compile(rf"{_DAY}{_BETWEEN}{_MONTH}(?:{_BETWEEN}{_YEAR})?"), _Reader.numbers),
    (re.compile(rf"(?P<day>\d\d)(?P<month>\d\d){_YEAR}"), _Reader.numbers),
    (re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"), _Reader.numbers),
    (re.compile(rf"{_WEEKDAY}{_DAY}(?: ?[-/.]? ?| of ){_NAME}(?:[-/., ] ?{_YEAR})?"), _Reader.named_month),
    (re.compile(rf"{_WEEKDAY}{_NAME} {_DAY}(?:, ?{_YEAR})?"), _Reader.named_month),
    (re.compile(rf"(?P<sign>[+-]) ?(?P<count>\d{{1,4}}) ?(?P<unit>{_UNITS})?"), _Reader.count),
    (re.compile(r"(?:i )?[a-z]{3,}"), _Reader.word),
)
