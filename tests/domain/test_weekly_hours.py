"""The fullest week of a plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plan import Activity, ActivityKind
from desktop_app.domain.weekly_hours import most_weekly_hours
from tests.builders import an_activity

days = st.dates(date(2026, 1, 1), date(2026, 3, 1))
activities = st.builds(
    an_activity,
    starts_on=st.none() | days,
    ends_on=st.none() | days,
    hours_per_week=st.none() | st.integers(0, 40),
)


def from_to(first: date | None, last: date | None, hours: float | None, **changes: object) -> Activity:
    return an_activity(starts_on=first, ends_on=last, hours_per_week=hours, **changes)


def test_hours_at_the_same_time_are_added() -> None:
    danish = from_to(None, None, 15)
    placement = from_to(None, None, 22, kind=ActivityKind.WORK_PLACEMENT)

    most = most_weekly_hours([danish, placement])

    assert most
    assert (most.total, most.since, most.holds_all) == (37, None, True)
    assert most.running == (danish, placement)
    assert most.by_kind == {"danish_education": 15, "work_placement": 22}


def test_two_of_a_kind_are_one_amount() -> None:
    most = most_weekly_hours([from_to(None, None, 15), from_to(None, None, 5)])

    assert most
    assert most.by_kind == {"danish_education": 20}


def test_hours_one_after_another_are_not_added() -> None:
    first = from_to(date(2026, 1, 1), date(2026, 3, 31), 20)
    second = from_to(date(2026, 4, 1), date(2026, 9, 30), 22)

    most = most_weekly_hours([first, second])

    assert most
    assert (most.total, most.since, most.holds_all) == (22, date(2026, 4, 1), False)
    assert most.running == (second,)


def test_what_begins_later_counts_from_its_first_day() -> None:
    most = most_weekly_hours([from_to(date(2026, 12, 7), None, 15), from_to(date(2027, 1, 4), date(2027, 3, 31), 22)])

    assert most
    assert (most.total, most.since, most.holds_all) == (37, date(2027, 1, 4), True)


def test_the_earliest_of_equally_full_weeks_is_told() -> None:
    later = from_to(date(2026, 5, 1), date(2026, 5, 31), 10)
    earlier = from_to(date(2026, 1, 1), date(2026, 1, 31), 10)

    most = most_weekly_hours([later, earlier])

    assert most
    assert most.since == date(2026, 1, 1)


@pytest.mark.parametrize("hours", [None, 0])
def test_without_hours_there_is_no_fullest_week(hours: float | None) -> None:
    assert most_weekly_hours([from_to(None, None, hours)]) is None


def test_an_activity_that_ends_before_it_starts_never_runs() -> None:
    backwards = from_to(date(2026, 5, 1), date(2026, 1, 1), 30)
    other = from_to(date(2026, 5, 1), None, 3)

    most = most_weekly_hours([backwards, other])

    assert most_weekly_hours([backwards]) is None
    assert most
    assert (most.total, most.holds_all) == (3, True)


@given(st.lists(activities, max_size=5))
def test_no_day_has_more_hours_than_the_fullest_week(plan: list[Activity]) -> None:
    def runs(activity: Activity, day: date) -> bool:
        return (activity.starts_on or date.min) <= day <= (activity.ends_on or date.max)

    def hours_on(day: date) -> float:
        return sum(activity.hours_per_week or 0 for activity in plan if runs(activity, day))

    edges = {date.min} | {activity.starts_on for activity in plan if activity.starts_on}
    most = most_weekly_hours(plan)

    assert (most.total if most else 0) == max(hours_on(day) for day in edges)
    if most:
        assert all(runs(activity, most.since or date.min) for activity in most.running)
