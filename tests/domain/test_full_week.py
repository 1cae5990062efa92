"""The hours of a full week, dated like the rules."""

from datetime import date

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.rulebook import Certainty, Standing
from tests.builders import a_source

REFUGEE, IMMIGRANT = TargetGroup.REFUGEE, TargetGroup.IMMIGRANT


def a_week(first: date, last: date | None, hours: int) -> FullWeek:
    return FullWeek(
        valid_from=first,
        ended_on=last,
        groups=frozenset({REFUGEE}),
        hours=hours,
        standing=Standing.STATUTE,
        certainty=Certainty.CONFIRMED,
        source=a_source(),
    )


EARLIER = a_week(date(2006, 4, 1), date(2016, 6, 30), 40)
NOW = a_week(date(2025, 1, 1), None, 37)


@pytest.mark.parametrize(
    ("group", "on", "found"),
    [
        (REFUGEE, date(2006, 3, 31), None),
        (REFUGEE, date(2006, 4, 1), EARLIER),
        (REFUGEE, date(2016, 6, 30), EARLIER),
        (REFUGEE, date(2016, 7, 1), None),
        (REFUGEE, date(2025, 1, 1), NOW),
        (REFUGEE, date(2099, 1, 1), NOW),
        (IMMIGRANT, date(2025, 1, 1), None),
    ],
)
def test_the_version_of_the_day_and_the_group_counts(group: TargetGroup, on: date, found: FullWeek | None) -> None:
    assert FullWeeks([EARLIER, NOW]).in_force(group, on) == found


def test_without_versions_nothing_is_said() -> None:
    assert FullWeeks().in_force(REFUGEE, date(2026, 1, 1)) is None
