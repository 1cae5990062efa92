from datetime import date, timedelta

import holidays
import pytest

from desktop_app.domain.dates import is_working_day
from desktop_app.domain.public_holidays import PublicHoliday, easter_sunday, is_public_holiday, public_holiday


@pytest.mark.parametrize("year", range(1990, 2101))
def test_public_holidays_are_those_another_library_knows(year: int) -> None:
    known = set(holidays.country_holidays("DK", years=year))
    first = date(year, 1, 1)
    every_day = (first + timedelta(days=step) for step in range(366))

    assert {day for day in every_day if day.year == year and is_public_holiday(day)} == known


@pytest.mark.parametrize(
    "easter",
    [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2008, 3, 23), date(2024, 3, 31), date(2079, 4, 23)],
)
def test_easter_is_found_at_its_earliest_and_latest(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


def test_store_bededag_was_a_holiday_for_the_last_time_in_2023() -> None:
    assert is_public_holiday(date(2023, 5, 5))
    assert not is_public_holiday(date(2024, 4, 26))


def test_each_holiday_of_a_year_has_its_name() -> None:
    first = date(2023, 1, 1)
    every_day = [first + timedelta(days=step) for step in range(365)]

    assert [(day.month, day.day, public_holiday(day)) for day in every_day if public_holiday(day)] == [
        (1, 1, PublicHoliday.NEW_YEARS_DAY),
        (4, 6, PublicHoliday.MAUNDY_THURSDAY),
        (4, 7, PublicHoliday.GOOD_FRIDAY),
        (4, 9, PublicHoliday.EASTER_SUNDAY),
        (4, 10, PublicHoliday.EASTER_MONDAY),
        (5, 5, PublicHoliday.STORE_BEDEDAG),
        (5, 18, PublicHoliday.ASCENSION_DAY),
        (5, 28, PublicHoliday.WHIT_SUNDAY),
        (5, 29, PublicHoliday.WHIT_MONDAY),
        (12, 25, PublicHoliday.CHRISTMAS_DAY),
        (12, 26, PublicHoliday.SECOND_CHRISTMAS_DAY),
    ]


@pytest.mark.parametrize("day", [date(2025, 5, 1), date(2025, 6, 5), date(2025, 12, 24), date(2025, 12, 31)])
def test_half_holidays_are_working_days_of_the_law(day: date) -> None:
    assert is_working_day(day)
