"""Danish public holidays (helligdage), as far as the deadlines of integration law need them.

Constitution Day, 1 May, Christmas Eve and New Year's Eve are ordinary working days here. Store bededag is a holiday up
to and including 2023 (abolished by LOV 214 of 6 March 2023).
"""

from datetime import date, timedelta
from functools import lru_cache

LAST_YEAR_OF_STORE_BEDEDAG = 2023
_STORE_BEDEDAG = 26
_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)  # Maundy Thursday, Good Friday, Easter, Ascension, Whitsun
_FIXED = ((1, 1), (12, 25), (12, 26))


def is_public_holiday(day: date) -> bool:
    """Tell whether `day` is a helligdag in Denmark. Sundays as such are not counted here."""
    return day in _holidays_of(day.year)


@lru_cache(maxsize=256)
def _holidays_of(year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    movable = (*_FROM_EASTER, _STORE_BEDEDAG) if year <= LAST_YEAR_OF_STORE_BEDEDAG else _FROM_EASTER
    return frozenset(
        [date(year, month, day) for month, day in _FIXED] + [easter + timedelta(days=days) for days in movable]
    )


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
