from datetime import date

from desktop_app.documents.plan_activities import most_weekly_hours

from .snapshots import activity


def test_hours_at_the_same_time_are_added() -> None:
    most = most_weekly_hours(
        [activity("danish_education", "", hours_per_week=15), activity("work_placement", "", hours_per_week=22)]
    )

    assert most
    assert (most.total, most.since) == (37, None)
    assert most.by_kind == {"danish_education": 15, "work_placement": 22}


def test_hours_one_after_another_are_not_added() -> None:
    most = most_weekly_hours(
        [
            activity("work_placement", "", starts_on=date(2026, 1, 1), ends_on=date(2026, 3, 31), hours_per_week=20),
            activity("wage_subsidy", "", starts_on=date(2026, 4, 1), ends_on=date(2026, 9, 30), hours_per_week=22),
        ]
    )

    assert most
    assert (most.total, most.since) == (22, date(2026, 4, 1))


def test_the_earliest_of_equally_full_weeks_is_told() -> None:
    most = most_weekly_hours(
        [
            activity("mentor", "", starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 31), hours_per_week=10),
            activity("mentor", "", starts_on=date(2026, 1, 1), ends_on=date(2026, 1, 31), hours_per_week=10),
        ]
    )

    assert most
    assert most.since == date(2026, 1, 1)


def test_without_hours_there_is_no_sum() -> None:
    assert most_weekly_hours([activity("mentor", "")]) is None


def test_an_activity_that_ends_before_it_starts_breaks_nothing() -> None:
    backwards = activity("mentor", "", starts_on=date(2026, 5, 1), ends_on=date(2026, 1, 1), hours_per_week=3)

    assert most_weekly_hours([backwards]) is not None
