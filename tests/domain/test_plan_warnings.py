"""What is worth a second look in a plan."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.domain.plan import ActivityKind, Assessment, Plan
from desktop_app.domain.plan_warnings import PlanWarning, WarningKind, contract_hours, plan_warnings
from tests.builders import a_draft, a_goal, an_activity, an_assessment

PROGRAMME_ENDS = date(2027, 11, 2)
DAY = timedelta(days=1)


def warnings(plan: Plan, **changes: Any) -> list[PlanWarning]:  # noqa: ANN401 - whatever a test changes
    known: dict[str, Any] = {
        "programme_ends_on": PROGRAMME_ENDS,
        "next_follow_up_on": date(2027, 1, 20),
        "full_week": 37,
    }
    return plan_warnings(plan, **known | changes)


def kinds(plan: Plan, **changes: Any) -> list[WarningKind]:  # noqa: ANN401 - as above
    return [warning.kind for warning in warnings(plan, **changes)]


def placement(hours: float, **changes: Any) -> Any:  # noqa: ANN401 - an activity
    return an_activity(kind=ActivityKind.WORK_PLACEMENT, hours_per_week=hours, **changes)


def test_a_plan_in_which_everything_adds_up_has_no_warnings() -> None:
    assert warnings(a_draft()) == []


# Activities ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ends_on", "found"), [(PROGRAMME_ENDS, False), (PROGRAMME_ENDS + DAY, True), (None, False)])
def test_an_activity_that_ends_after_the_programme_is_noticed(ends_on: date | None, *, found: bool) -> None:
    late = an_activity(ends_on=ends_on)

    expected = [PlanWarning(kind=WarningKind.ACTIVITY_AFTER_PROGRAMME, record=late.id, on=PROGRAMME_ENDS)]
    assert warnings(a_draft(activities=(late,))) == (expected if found else [])


def test_while_the_end_of_the_programme_is_not_known_nothing_is_too_late() -> None:
    plan = a_draft(activities=(an_activity(ends_on=date.max),), goals=(a_goal(target_on=date.max),))

    assert warnings(plan, programme_ends_on=None) == []


@pytest.mark.parametrize(("days", "found"), [(-1, True), (0, False), (1, False)])
def test_an_activity_that_ends_before_it_starts_is_noticed(days: int, *, found: bool) -> None:
    start = date(2026, 11, 16)
    activity = an_activity(starts_on=start, ends_on=start + timedelta(days=days))

    expected = [PlanWarning(kind=WarningKind.ENDS_BEFORE_START, record=activity.id, on=start - DAY)]
    assert warnings(a_draft(activities=(activity,))) == (expected if found else [])


@pytest.mark.parametrize("changes", [{"starts_on": None}, {"ends_on": None}])
def test_an_activity_without_both_days_cannot_end_before_it_starts(changes: dict[str, None]) -> None:
    assert warnings(a_draft(activities=(an_activity(**changes),))) == []


# Hours ---------------------------------------------------------------------------------------------------------------


def test_activities_that_overlap_and_fill_more_than_a_week_are_noticed_at_the_last_of_them() -> None:
    danish, work = an_activity(hours_per_week=22), placement(22, starts_on=date(2027, 1, 4))

    assert warnings(a_draft(activities=(danish, work))) == [
        PlanWarning(kind=WarningKind.TOO_MANY_HOURS, record=work.id, on=date(2027, 1, 4), count=2, hours=44, limit=37)
    ]


@pytest.mark.parametrize(("hours", "found"), [(37, False), (37.5, True)])
def test_a_full_week_is_not_too_much(hours: float, *, found: bool) -> None:
    assert kinds(a_draft(activities=(placement(hours),))) == ([WarningKind.TOO_MANY_HOURS] if found else [])


def test_where_nothing_is_said_of_a_full_week_no_hours_are_too_many() -> None:
    assert warnings(a_draft(activities=(placement(60),)), full_week=None) == []


def test_activities_one_after_another_do_not_fill_the_same_week() -> None:
    first = placement(30, starts_on=date(2027, 1, 1), ends_on=date(2027, 1, 31))
    second = placement(30, starts_on=date(2027, 2, 1), ends_on=date(2027, 2, 28))

    assert warnings(a_draft(activities=(first, second))) == []


def test_leisure_and_the_school_of_the_children_are_not_counted_against_the_week() -> None:
    school = an_activity(kind=ActivityKind.SCHOOL_OR_DAYCARE, hours_per_week=30)
    plan = a_draft(activities=(placement(37), school))

    assert warnings(plan) == []
    most = contract_hours(plan)
    assert most
    assert most.total == 37


# Goals and follow-up -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("target_on", "found"), [(PROGRAMME_ENDS, False), (PROGRAMME_ENDS + DAY, True), (None, False)])
def test_a_goal_for_after_the_programme_is_noticed(target_on: date | None, *, found: bool) -> None:
    goal = a_goal(target_on=target_on)

    expected = [PlanWarning(kind=WarningKind.GOAL_AFTER_PROGRAMME, record=goal.id, on=PROGRAMME_ENDS)]
    assert warnings(a_draft(goals=(goal,))) == (expected if found else [])


def test_a_plan_without_a_next_follow_up_is_noticed() -> None:
    assert warnings(a_draft(), next_follow_up_on=None) == [PlanWarning(kind=WarningKind.NO_FOLLOW_UP_DATE)]


def test_activities_come_before_goals_and_goals_before_the_plan_as_a_whole() -> None:
    backwards = an_activity(starts_on=date(2028, 1, 2), ends_on=date(2028, 1, 1))
    plan = a_draft(activities=(placement(40), backwards), goals=(a_goal(target_on=date.max),))

    assert kinds(plan, next_follow_up_on=None) == [
        WarningKind.ENDS_BEFORE_START,
        WarningKind.ACTIVITY_AFTER_PROGRAMME,
        WarningKind.TOO_MANY_HOURS,
        WarningKind.GOAL_AFTER_PROGRAMME,
        WarningKind.NO_FOLLOW_UP_DATE,
    ]


# The assessment ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "assessment", [Assessment(), Assessment(work="  "), Assessment(health_consent_on=PROGRAMME_ENDS)]
)
def test_an_assessment_in_which_nothing_is_written_is_noticed(assessment: Assessment) -> None:
    assert kinds(a_draft(assessment=assessment)) == [WarningKind.NO_ASSESSMENT]


@pytest.mark.parametrize(
    ("health", "consent_on", "found"),
    [
        ("Kan ikke løfte", None, True),
        ("Kan ikke løfte", PROGRAMME_ENDS, False),
        (" ", None, False),
        (None, None, False),
    ],
)
def test_what_is_written_of_health_without_consent_is_noticed(
    health: str | None, consent_on: date | None, *, found: bool
) -> None:
    plan = a_draft(assessment=an_assessment(health=health, health_consent_on=consent_on))

    assert kinds(plan) == ([WarningKind.HEALTH_WITHOUT_CONSENT] if found else [])
