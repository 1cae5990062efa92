from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from desktop_app.domain.dates import (
    Period,
    Span,
    Unit,
    add_months,
    add_working_days,
    after_whole_months,
    age_reached_on,
    is_working_day,
    latest_working_day,
    next_working_day,
)

A_DAY = timedelta(days=1)

days = st.dates(date(1950, 1, 1), date(2150, 12, 31))
months = st.integers(-600, 600)


def months_from_year_one(day: date) -> int:
    return day.year * 12 + day.month


# Months --------------------------------------------------------------------------------------------------------------


@given(days, months)
@example(date(2024, 1, 31), 1)
@example(date(2024, 12, 31), -10)
def test_months_never_leave_the_month_they_lead_to(start: date, count: int) -> None:
    end = add_months(start, count)

    assert months_from_year_one(end) - months_from_year_one(start) == count


@given(days, months)
def test_months_keep_the_day_number_or_end_on_the_last_day(start: date, count: int) -> None:
    end = add_months(start, count)
    last_of_month = monthrange(end.year, end.month)[1]

    assert end.day == min(start.day, last_of_month)


@given(days, days, months)
def test_later_days_never_have_earlier_deadlines(one: date, other: date, count: int) -> None:
    earlier, later = sorted((one, other))

    assert add_months(earlier, count) <= add_months(later, count)


def test_months_are_counted_from_the_original_date_and_not_from_a_clipped_one() -> None:
    taken_over_on = date(2026, 1, 31)

    assert add_months(taken_over_on, 1) == date(2026, 2, 28)
    assert add_months(taken_over_on, 3) == date(2026, 4, 30)
    assert add_months(taken_over_on, 6) == date(2026, 7, 31)
    assert add_months(add_months(taken_over_on, 1), 5) == date(2026, 7, 28)  # what chaining would have given


@given(days, st.integers(0, 40))
def test_whole_months_lead_to_the_first_after_that_many_whole_calendar_months(start: date, count: int) -> None:
    end = after_whole_months(start, count)

    assert end.day == 1
    assert months_from_year_one(end) - months_from_year_one(start) == count + 1


@pytest.mark.parametrize(
    ("span", "end"),
    [
        (Span(3, Unit.DAYS), date(2025, 3, 3)),
        (Span(0, Unit.DAYS), date(2025, 2, 28)),
        (Span(1, Unit.WORKING_DAYS), date(2025, 3, 3)),
        (Span(6, Unit.WEEKS), date(2025, 4, 11)),
        (Span(1, Unit.MONTHS), date(2025, 3, 28)),
        (Span(5, Unit.YEARS), date(2030, 2, 28)),
        (Span(1, Unit.WHOLE_MONTHS), date(2025, 4, 1)),
    ],
)
def test_a_span_leads_from_friday_28_february_2025_to(span: Span, end: date) -> None:
    assert span.after(date(2025, 2, 28)) == end


@pytest.mark.parametrize(
    ("born_on", "of_age_on"),
    [
        (date(2008, 6, 1), date(2026, 6, 1)),
        (date(2008, 2, 29), date(2026, 2, 28)),
        (date(2006, 3, 1), date(2024, 3, 1)),
    ],
)
def test_a_person_turns_eighteen_on_the_birthday_and_after_a_leap_day_on_the_last_of_february(
    born_on: date, of_age_on: date
) -> None:
    assert age_reached_on(born_on, 18) == of_age_on


# Working days --------------------------------------------------------------------------------------------------------


@given(days, st.integers(1, 40))
def test_working_days_after_a_day_are_counted_without_that_day(start: date, count: int) -> None:
    end = add_working_days(start, count)

    between = (start + step * A_DAY for step in range(1, (end - start).days + 1))
    assert sum(is_working_day(day) for day in between) == count
    assert is_working_day(end)


@given(days)
def test_no_working_days_later_is_the_same_day(start: date) -> None:
    assert add_working_days(start, 0) == start


@given(days)
def test_the_next_and_the_latest_working_day_enclose_days_off_only(day: date) -> None:
    after, before = next_working_day(day), latest_working_day(day)

    assert is_working_day(after)
    assert is_working_day(before)
    assert before <= day <= after
    off = (before + step * A_DAY for step in range(1, (after - before).days))
    assert not any(is_working_day(one) for one in off)


@given(days)
def test_a_working_day_is_its_own_next_and_latest(day: date) -> None:
    assume(is_working_day(day))

    assert next_working_day(day) == day == latest_working_day(day)


# Periods -------------------------------------------------------------------------------------------------------------

few_days = st.dates(date(2026, 1, 1), date(2026, 1, 9))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(few_days)
    return Period(first, draw(st.none() | st.dates(first, date(2026, 1, 9))))


def members(period: Period) -> set[date]:
    return {day for day in (date(2026, 1, 1) + step * A_DAY for step in range(12)) if day in period}


@given(periods())
def test_a_period_holds_its_first_and_its_last_day(period: Period) -> None:
    assert period.first in period
    assert period.first - A_DAY not in period
    if period.last:
        assert period.last in period
        assert period.last + A_DAY not in period
    else:
        assert date.max in period


@given(periods(), periods())
def test_periods_overlap_when_they_share_a_day(one: Period, other: Period) -> None:
    assert one.overlaps(other) is bool(members(one) & members(other))
    assert one.overlaps(other) is other.overlaps(one)
