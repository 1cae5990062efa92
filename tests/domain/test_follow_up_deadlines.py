from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import MoveDirection, SupportKind
from desktop_app.domain.case_facts import LeaveFact, MoveFact, SupportFact
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import CountsFrom, Fact, Reason, StepKind
from desktop_app.domain.follow_up_deadlines import (
    FollowUpDue,
    follow_up_after_move,
    follow_up_in_interval,
    follow_up_times,
    open_period,
)
from tests.builders import a_rule_version, facts

ROLLING = a_rule_version(
    due=Span(3, Unit.MONTHS), in_ordinary_work=Span(12, Unit.MONTHS), after_birth=Span(6, Unit.MONTHS)
)
FOUR_TIMES = a_rule_version(
    due=Span(6, Unit.MONTHS), times=4, in_ordinary_work=Span(12, Unit.MONTHS), after_birth=Span(6, Unit.MONTHS)
)
EVERY_YEAR = a_rule_version(
    valid_from=date(2016, 7, 1),
    ended_on=date(2019, 12, 31),
    due=Span(12, Unit.MONTHS),
    times=4,
    repeats=True,
    in_ordinary_work=Span(12, Unit.MONTHS),
)
START = CountsFrom(Fact.CONTRACT, date(2026, 1, 31))
TODAY = date(2026, 6, 1)
WORKING = (SupportFact(date(2026, 5, 1), date(2026, 12, 31), SupportKind.ORDINARY_JOB),)


def rolling(**known: Any) -> FollowUpDue:  # noqa: ANN401 - any facts
    return follow_up_in_interval(ROLLING, START, facts(**known), TODAY)


def four_times(**known: Any) -> FollowUpDue:  # noqa: ANN401 - any facts
    return follow_up_times(FOUR_TIMES, START, facts(**known), TODAY)


def kinds(due: FollowUpDue) -> list[StepKind]:
    return [step.kind for step in due.steps]


# Intervals -----------------------------------------------------------------------------------------------------------


def test_an_interval_is_counted_from_its_original_date() -> None:
    due = rolling()

    assert (due.due_on, due.counts_from, due.reason) == (date(2026, 4, 30), START, None)
    assert kinds(due) == [StepKind.FACT, StepKind.ADDED]


def test_in_ordinary_work_the_longer_interval_holds() -> None:
    due = rolling(support=WORKING)

    assert due.due_on == date(2027, 1, 31)
    assert kinds(due) == [StepKind.FACT, StepKind.IN_ORDINARY_WORK]


def test_a_rule_that_knows_no_longer_interval_keeps_the_short_one() -> None:
    version = a_rule_version(due=Span(3, Unit.MONTHS))

    due = follow_up_in_interval(version, START, facts(support=WORKING, parental_leave=LEAVE), TODAY)

    assert due.due_on == date(2026, 4, 30)


# Four times ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "count", "due_on"),
    [
        ((), 0, date(2026, 7, 31)),
        ((date(2026, 1, 30),), 0, date(2026, 7, 31)),
        ((date(2026, 1, 31),), 1, date(2026, 7, 31)),
        ((date(2026, 2, 1), date(2026, 2, 1), date(2026, 3, 1)), 3, date(2026, 7, 31)),
        ((date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 9, 1)), 4, None),
        ((date(2026, 2, 1),) * 6, 4, None),
    ],
)
def test_four_follow_ups_belong_in_the_window_and_then_need_decides(
    held: tuple[date, ...], count: int, due_on: date | None
) -> None:
    due = four_times(follow_ups=held)

    assert (due.due_on, due.counts_from) == (due_on, START)
    assert due.reason is (None if due_on else Reason.BY_NEED)
    assert kinds(due) == [StepKind.FACT, StepKind.ADDED, StepKind.TIMES]
    assert (due.steps[-1].held, due.steps[-1].times) == (count, 4)


@pytest.mark.parametrize(
    ("held", "counts_from", "due_on"),
    [
        ((), START, date(2027, 1, 31)),
        ((date(2026, 2, 28),), CountsFrom(Fact.FOLLOW_UP, date(2026, 2, 28)), date(2027, 2, 28)),
        ((date(2026, 2, 1),) * 4, CountsFrom(Fact.FOLLOW_UP, date(2026, 2, 1)), date(2027, 2, 1)),
    ],
)
def test_in_ordinary_work_twelve_months_count_from_the_last_follow_up(
    held: tuple[date, ...], counts_from: CountsFrom, due_on: date
) -> None:
    due = four_times(follow_ups=held, support=WORKING)

    assert (due.due_on, due.counts_from) == (due_on, counts_from)
    assert kinds(due) == [StepKind.FACT, StepKind.IN_ORDINARY_WORK]


# Four times in each successive period ------------------------------------------------------------------------------

ASSESSED = CountsFrom(Fact.READINESS, date(2017, 3, 10))
SUMMER_2019 = date(2019, 7, 1)
FOUR_IN_THE_FIRST = (date(2017, 6, 1), date(2017, 9, 1), date(2017, 12, 1), date(2018, 3, 10))
FOUR_IN_THE_SECOND = (date(2018, 3, 11), date(2018, 6, 1), date(2018, 9, 1), date(2018, 12, 1))


@pytest.mark.parametrize(
    ("held", "first", "last", "count"),
    [
        ((), date(2017, 3, 10), date(2018, 3, 10), 0),
        (FOUR_IN_THE_FIRST[:3], date(2017, 3, 10), date(2018, 3, 10), 3),
        (FOUR_IN_THE_FIRST, date(2018, 3, 11), date(2019, 3, 10), 0),
        ((*FOUR_IN_THE_FIRST, date(2018, 3, 11)), date(2018, 3, 11), date(2019, 3, 10), 1),
        ((*FOUR_IN_THE_FIRST[:3], date(2018, 3, 11)), date(2018, 3, 11), date(2019, 3, 10), 1),
        ((*FOUR_IN_THE_FIRST, *FOUR_IN_THE_SECOND), date(2019, 3, 11), date(2020, 3, 10), 0),
    ],
    ids=["none", "three", "four", "one in the next", "the fourth too late", "four in each of two"],
)
def test_the_first_period_without_four_follow_ups_is_open(
    held: tuple[date, ...], first: date, last: date, count: int
) -> None:
    due = follow_up_times(EVERY_YEAR, ASSESSED, facts(follow_ups=held), SUMMER_2019)

    assert (due.due_on, due.reason, due.counts_from) == (last, None, ASSESSED)
    assert kinds(due) == [StepKind.FACT, StepKind.ADDED, StepKind.TIMES]
    assert (due.steps[-1].start, due.steps[-1].held, due.steps[-1].times) == (first, count, 4)


def test_each_period_ends_a_number_of_years_from_the_original_date() -> None:
    leap_day = date(2020, 2, 29)
    open_ended = a_rule_version(due=Span(12, Unit.MONTHS), times=1, repeats=True)
    held = (date(2020, 5, 1), date(2021, 5, 1), date(2022, 5, 1))

    period = open_period(open_ended, leap_day, facts(follow_ups=held), date(2023, 6, 1))

    assert (period.first, period.last, period.within) == (date(2023, 3, 1), date(2024, 2, 29), Span(48, Unit.MONTHS))


def test_a_period_that_ended_in_ordinary_work_asks_for_no_number() -> None:
    working = (SupportFact(date(2018, 1, 1), date(2018, 8, 31), SupportKind.ORDINARY_JOB),)

    after = open_period(EVERY_YEAR, ASSESSED.on, facts(support=working), SUMMER_2019)
    still_running = open_period(EVERY_YEAR, ASSESSED.on, facts(support=working), date(2018, 3, 10))

    assert (after.first, still_running.first) == (date(2018, 3, 11), ASSESSED.on)


def test_a_rule_without_an_exception_for_ordinary_work_asks_for_the_number_all_the_same() -> None:
    version = a_rule_version(due=Span(12, Unit.MONTHS), times=4, repeats=True)
    working = (SupportFact(date(2017, 1, 1), None, SupportKind.ORDINARY_JOB),)

    assert open_period(version, ASSESSED.on, facts(support=working), SUMMER_2019).first == ASSESSED.on


def test_periods_are_not_gone_through_beyond_the_end_of_the_rule() -> None:
    working = (SupportFact(date(2017, 1, 1), None, SupportKind.ORDINARY_JOB),)

    period = open_period(EVERY_YEAR, ASSESSED.on, facts(support=working), date(2026, 1, 1))

    assert period.first == date(2020, 3, 11)


# Parental leave ------------------------------------------------------------------------------------------------------

BORN = date(2026, 4, 10)
LEAVE = (LeaveFact(date(2026, 3, 1), date(2026, 12, 31), BORN),)
LATER_LEAVE = (LeaveFact(date(2026, 4, 20), date(2026, 12, 31), BORN),)


@pytest.mark.parametrize(
    ("leave", "held", "due_on", "last_step"),
    [
        (LEAVE, (), date(2026, 10, 10), StepKind.AFTER_BIRTH),
        (LEAVE, (date(2026, 10, 5),), date(2026, 12, 31), StepKind.LEAVE_ENDS),
        (LATER_LEAVE, (date(2026, 4, 19),), date(2026, 10, 10), StepKind.AFTER_BIRTH),
        (LATER_LEAVE, (date(2026, 4, 20),), date(2026, 12, 31), StepKind.LEAVE_ENDS),
        (LATER_LEAVE, (date(2026, 4, 19), date(2026, 10, 5)), date(2026, 12, 31), StepKind.LEAVE_ENDS),
        ((LeaveFact(date(2026, 3, 1), None, BORN),), (), date(2026, 10, 10), StepKind.AFTER_BIRTH),
        ((LeaveFact(date(2026, 3, 1), date(2026, 6, 30), BORN),), (), date(2026, 6, 30), StepKind.LEAVE_ENDS),
        ((LeaveFact(date(2026, 3, 1), date(2026, 12, 31), None),), (), date(2026, 4, 30), StepKind.ADDED),
        ((LeaveFact(date(2026, 5, 1), date(2026, 12, 31), BORN),), (), date(2026, 4, 30), StepKind.ADDED),
        ((LeaveFact(date(2026, 4, 30), date(2026, 12, 31), BORN),), (), date(2026, 10, 10), StepKind.AFTER_BIRTH),
        ((LeaveFact(date(2026, 3, 1), date(2026, 4, 29), BORN),), (), date(2026, 4, 30), StepKind.ADDED),
        ((LeaveFact(date(2026, 3, 1), date(2026, 4, 30), BORN),), (), date(2026, 4, 30), StepKind.LEAVE_ENDS),
        (
            (LeaveFact(date(2025, 6, 1), date(2026, 12, 31), date(2025, 6, 10)),),
            (),
            date(2026, 4, 30),
            StepKind.ADDED,
        ),
    ],
    ids=[
        "first six months after the birth",
        "next when the leave ends",
        "a talk between the birth and a later leave",
        "a talk on the first day of a later leave",
        "a talk before and one in a later leave",
        "first in a leave without an end",
        "a leave that ends before the six months",
        "a birth that is not known",
        "a deadline before the leave",
        "a deadline on the first day of the leave",
        "a deadline after the leave",
        "a deadline on the last day of the leave",
        "six months after the birth already passed when the interval ends",
    ],
)
def test_parental_leave_moves_the_deadline_it_covers(
    leave: tuple[LeaveFact, ...], held: tuple[date, ...], due_on: date, last_step: StepKind
) -> None:
    due = rolling(parental_leave=leave, follow_ups=held)

    assert due.due_on == due_on
    assert kinds(due)[-1] is last_step


def test_a_leave_without_an_end_leaves_the_next_follow_up_undated() -> None:
    due = rolling(parental_leave=(LeaveFact(date(2026, 3, 1), None, BORN),), follow_ups=(date(2026, 10, 5),))

    assert (due.due_on, due.reason) == (None, Reason.LEAVE_END_UNKNOWN)


def test_leave_moves_the_window_of_four_too() -> None:
    assert four_times(parental_leave=LEAVE).due_on == date(2026, 10, 10)
    assert four_times(parental_leave=LEAVE, follow_ups=(date(2026, 2, 1),) * 4).reason is Reason.BY_NEED


# Moves ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "is_due"),
    [((), True), ((date(2026, 3, 9),), True), ((date(2026, 3, 10),), False), ((date(2026, 5, 1),), False)],
)
def test_after_a_move_in_a_follow_up_is_due_at_once_until_one_is_held(
    held: tuple[date, ...],
    is_due: bool,  # noqa: FBT001 - a parameter of pytest
) -> None:
    moved = facts(moves=(MoveFact(date(2026, 3, 10), MoveDirection.IN),), follow_ups=held)

    due = follow_up_after_move(moved)

    assert (due.due_on if due else None) == (date(2026, 3, 10) if is_due else None)


def test_without_a_move_in_nothing_is_due_at_once() -> None:
    assert follow_up_after_move(facts(moves=(MoveFact(date(2026, 3, 10), MoveDirection.OUT),))) is None
