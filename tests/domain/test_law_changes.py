"""Where a change of the law leaves open which version of a rule decides, and where it does not."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.deadline import Step, StepKind
from desktop_app.domain.law_changes import change_within_reach
from desktop_app.domain.rulebook import Condition, DutyOfGroup, Obligation, Rulebook, RuleVersion
from tests.builders import a_duty, a_rule_version

LAST_DAY, CHANGED_ON = date(2019, 12, 31), date(2020, 1, 1)
BETWEEN = Period(date(2019, 9, 1), date(2020, 2, 1))
MEANWHILE = Step(StepKind.LAW_CHANGED_MEANWHILE, CHANGED_ON)
SOMEWHERE = Step(StepKind.LAW_CHANGED_BETWEEN, BETWEEN.last, start=BETWEEN.first)
THREE_MONTHS, SIX_MONTHS = Span(3, Unit.MONTHS), Span(6, Unit.MONTHS)


def the_former(**changes: Any) -> RuleVersion:  # noqa: ANN401 - any field of a version
    former = {"valid_from": date(2010, 1, 1), "ended_on": LAST_DAY, "due": THREE_MONTHS}
    return a_rule_version(**{**former, **changes})


def the_new(**changes: Any) -> RuleVersion:  # noqa: ANN401 - as above
    return a_rule_version(**{"valid_from": CHANGED_ON, "due": SIX_MONTHS, **changes})


def of_group(*versions: RuleVersion) -> DutyOfGroup:
    duty = a_duty(versions=versions)
    return Rulebook([duty]).duties_of(TargetGroup.REFUGEE)[duty.id]


def doubt(former: RuleVersion, new: RuleVersion, start_on: date) -> Step | None:
    decides = former if former.is_in_force(start_on) else new
    due_on = decides.due.after(start_on) if decides.due else None
    return change_within_reach(of_group(former, new), decides, start_on, due_on)


# While the time ran --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start_on", "found"),
    [
        (date(2019, 9, 30), None),
        (date(2019, 10, 1), MEANWHILE),
        (date(2019, 12, 31), MEANWHILE),
        (date(2020, 1, 1), None),
    ],
    ids=["due before", "due on the day of the change", "begun the day before", "begun on the day"],
)
def test_a_change_while_the_time_ran_leaves_open_which_version_decides(start_on: date, found: Step | None) -> None:
    assert doubt(the_former(), the_new(), start_on) == found


def test_a_duty_due_on_the_last_day_of_the_former_rule_is_not_in_doubt() -> None:
    former = the_former()

    assert change_within_reach(of_group(former, the_new()), former, date(2019, 12, 1), LAST_DAY) is None
    assert change_within_reach(of_group(former, the_new()), former, date(2019, 12, 1), CHANGED_ON) == MEANWHILE


def test_a_rule_that_was_repealed_while_the_time_ran_leaves_it_open_too() -> None:
    former = the_former()

    assert change_within_reach(of_group(former), former, date(2019, 12, 1), date(2020, 3, 1)) == MEANWHILE


def test_a_duty_without_a_date_was_not_changed_while_its_time_ran() -> None:
    former = the_former()

    assert change_within_reach(of_group(former, the_new()), former, date(2019, 12, 1), None) is None


@pytest.mark.parametrize(
    "change",
    [
        {"times": 4},
        {"times": 4, "repeats": True},
        {"obligation": Obligation.MAY},
        {"conditions": (Condition.BENEFIT,)},
        {"in_ordinary_work": SIX_MONTHS},
        {"after_birth": SIX_MONTHS},
        {"wording_seen": False},
        {"due": None},
    ],
    ids=" ".join,
)
def test_whatever_the_change_asked_for_counts(change: dict[str, Any]) -> None:
    assert doubt(the_former(), the_new(**{"due": THREE_MONTHS, **change}), date(2019, 12, 1)) == MEANWHILE


def test_a_new_version_that_asks_for_the_same_leaves_nothing_open() -> None:
    assert doubt(the_former(), the_new(due=THREE_MONTHS, note="Et andet stykke"), date(2019, 12, 1)) is None


@pytest.mark.parametrize(("start_on", "found"), [(date(2019, 11, 2), MEANWHILE), (date(2019, 11, 4), None)])
def test_moving_to_a_working_day_counts_where_it_moves_the_date(start_on: date, found: Step | None) -> None:
    """Sunday 2 February 2020 is moved, Tuesday 4 February is not."""
    assert doubt(the_former(), the_new(due=THREE_MONTHS, to_next_working_day=True), start_on) == found


# A change whose day is inferred --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start_on", "found"),
    [
        (date(2019, 8, 31), None),
        (date(2019, 9, 1), SOMEWHERE),
        (date(2019, 12, 31), SOMEWHERE),
        (date(2020, 1, 1), SOMEWHERE),
        (date(2020, 2, 1), SOMEWHERE),
        (date(2020, 2, 2), None),
    ],
)
def test_a_start_among_the_days_the_change_may_lie_on_leaves_open_which_version_decides(
    start_on: date, found: Step | None
) -> None:
    assert doubt(the_former(), the_new(begins_between=BETWEEN), start_on) == found


def test_among_those_days_the_same_demand_leaves_nothing_open() -> None:
    assert doubt(the_former(), the_new(due=THREE_MONTHS, begins_between=BETWEEN), date(2020, 1, 10)) is None


def test_where_there_was_no_rule_before_it_is_open_whether_there_was_one() -> None:
    first = the_new(begins_between=BETWEEN)

    found = change_within_reach(of_group(first), first, date(2020, 1, 10), date(2020, 7, 10))

    assert found == SOMEWHERE


def test_a_change_that_is_not_next_to_the_version_is_none_of_its() -> None:
    oldest = the_former(valid_from=date(2005, 1, 1), ended_on=date(2009, 12, 31))
    wide = Period(date(2008, 1, 1), date(2020, 2, 1))

    found = change_within_reach(
        of_group(oldest, the_former(), the_new(begins_between=wide)), oldest, date(2008, 5, 1), date(2008, 8, 1)
    )

    assert found is None
