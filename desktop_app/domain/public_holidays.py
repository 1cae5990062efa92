"""Danish public holidays (helligdage), as far as the deadlines of integration law need them.

Constitution Day, 1 May, Christmas Eve and New Year's Eve are ordinary working days here. Store bededag is a holiday up
to and including 2023 (abolished by LOV 214 of 6 March 2023).
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache


class PublicHoliday(StrEnum):
    """The helligdage of Denmark, in the order of the year."""

    NEW_YEARS_DAY = "new_years_day"
    MAUNDY_THURSDAY = "maundy_thursday"
    GOOD_FRIDAY = "good_friday"
    EASTER_SUNDAY = "easter_sunday"
    EASTER_MONDAY = "easter_monday"
    STORE_BEDEDAG = "store_bededag"
    ASCENSION_DAY = "ascension_day"
    WHIT_SUNDAY = "whit_sunday"
    WHIT_MONDAY = "whit_monday"
    CHRISTMAS_DAY = "christmas_day"
    SECOND_CHRISTMAS_DAY = "second_christmas_day"


LAST_YEAR_OF_STORE_BEDEDAG = 2023
_DAYS_FROM_EASTER = {
    PublicHoliday.MAUNDY_THURSDAY: -3,
    PublicHoliday.GOOD_FRIDAY: -2,
    PublicHoliday.EASTER_SUNDAY: 0,
    PublicHoliday.EASTER_MONDAY: 1,
    PublicHoliday.STORE_BEDEDAG: 26,
    PublicHoliday.ASCENSION_DAY: 39,
    PublicHoliday.WHIT_SUNDAY: 49,
    PublicHoliday.WHIT_MONDAY: 50,
}
_FIXED = {
    PublicHoliday.NEW_YEARS_DAY: (1, 1),
    PublicHoliday.CHRISTMAS_DAY: (12, 25),
    PublicHoliday.SECOND_CHRISTMAS_DAY: (12, 26),
}


def is_public_holiday(day: date) -> bool:
    """Tell whether `day` is a helligdag in Denmark. Sundays as such are not counted here."""
    return day in _holidays_of(day.year)


def public_holiday(day: date) -> PublicHoliday | None:
    """Return which helligdag a day is, None when it is none."""
    return _holidays_of(day.year).get(day)


@lru_cache(maxsize=256)
def _holidays_of(year: int) -> Mapping[date, PublicHoliday]:
    easter = easter_sunday(year)
    found = {date(year, month, day): holiday for holiday, (month, day) in _FIXED.items()}
    for holiday, days in _DAYS_FROM_EASTER.items():
        if holiday is not PublicHoliday.STORE_BEDEDAG or year <= LAST_YEAR_OF_STORE_BEDEDAG:
            found[easter + timedelta(days=days)] = holiday
    return found


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a Gregorian `year` (the algorithm printed anonymously in Nature, 20 April 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon_correction + 15) % 30
    leap_years, year_rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - epact - year_rest) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
