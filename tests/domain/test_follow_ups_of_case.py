"""What a follow-up does to its case."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.case import Case
from desktop_app.domain.errors import FollowUpInFuture, NextFollowUpNotLater
from desktop_app.domain.follow_up import FollowUp, GoalProgress, Progress
from desktop_app.domain.follow_ups_of_case import (
    check_follow_up,
    contract_in_force,
    follow_up_of,
    newly_achieved,
    with_follow_up,
    without_follow_up,
)
from desktop_app.domain.plan import Annulment, GoalKind
from tests.builders import SIGNED, a_case, a_draft, a_follow_up, a_goal, a_plan

HELD = date(2027, 1, 20)
EARLIER = date(2026, 12, 1)


def told(place: int, progress: Progress, plan_number: int = 1) -> GoalProgress:
    return GoalProgress(plan_number=plan_number, place=place, progress=progress)


def a_talk(*progress: GoalProgress) -> FollowUp:
    return a_follow_up(held_on=HELD, progress=progress)


def achieved(case: Case) -> list[list[date | None]]:
    return [[goal.achieved_on for goal in plan.goals] for plan in case.plans]


# The contract a follow-up is about -----------------------------------------------------------------------------------


def test_the_contract_in_force_is_the_highest_version_concluded() -> None:
    case = a_case(plans=(a_plan(number=1), a_plan(number=2), a_draft(number=3)))

    contract = contract_in_force(case)

    assert contract
    assert contract.number == 2


@pytest.mark.parametrize(
    "plans", [(), (a_draft(),), (a_plan(annulment=Annulment(on=SIGNED, reason="Forkert borger")),)]
)
def test_before_both_have_signed_no_contract_is_in_force(plans: tuple[object, ...]) -> None:
    assert contract_in_force(a_case(plans=plans)) is None


# Follow-ups of a case ------------------------------------------------------------------------------------------------


def test_a_follow_up_is_found_by_its_id() -> None:
    talk = a_talk()
    case = a_case(follow_ups=(a_talk(), talk))

    assert follow_up_of(case, talk.id) is talk
    assert follow_up_of(case, "nobody") is None


# What cannot be ------------------------------------------------------------------------------------------------------


def test_a_follow_up_cannot_be_held_tomorrow() -> None:
    with pytest.raises(FollowUpInFuture) as refused:
        check_follow_up(a_talk(), date(2027, 1, 19))

    assert refused.value.held_on == HELD


@pytest.mark.parametrize("next_on", [HELD, EARLIER])
def test_the_next_one_must_be_later(next_on: date) -> None:
    with pytest.raises(NextFollowUpNotLater) as refused:
        check_follow_up(replace(a_talk(), next_on=next_on), HELD)

    assert (refused.value.held_on, refused.value.next_on) == (HELD, next_on)


@pytest.mark.parametrize("next_on", [None, date(2027, 1, 21)])
def test_a_follow_up_of_today_with_a_later_next_one_is_fine(next_on: date | None) -> None:
    check_follow_up(replace(a_talk(), next_on=next_on), HELD)


# Goals ---------------------------------------------------------------------------------------------------------------


def test_a_goal_called_achieved_is_achieved_from_the_day_of_the_talk() -> None:
    talk = a_talk(told(1, Progress.ON_THE_WAY), told(2, Progress.ACHIEVED))

    case = with_follow_up(a_case(), talk)

    assert case.follow_ups == (talk,)
    assert achieved(case) == [[None, HELD]]


@pytest.mark.parametrize("progress", [Progress.ON_THE_WAY, Progress.CHANGED, Progress.DROPPED])
def test_no_other_progress_dates_a_goal(progress: Progress) -> None:
    assert achieved(with_follow_up(a_case(), a_talk(told(1, progress)))) == [[None, None]]


def test_a_goal_achieved_before_keeps_its_date() -> None:
    plan = a_plan(goals=(a_goal(achieved_on=EARLIER), a_goal()))

    case = with_follow_up(a_case(plans=(plan,)), a_talk(told(1, Progress.ACHIEVED)))

    assert achieved(case) == [[EARLIER, None]]


def test_progress_concerns_the_version_it_names() -> None:
    plans = (a_plan(number=1), a_plan(number=2, goals=(a_goal(kind=GoalKind.EDUCATION),)))

    case = with_follow_up(a_case(plans=plans), a_talk(told(1, Progress.ACHIEVED, plan_number=2)))

    assert achieved(case) == [[None, None], [HELD]]


def test_an_attempt_tells_nothing_of_goals() -> None:
    attempt = replace(a_talk(told(1, Progress.ACHIEVED)), attempted_only=True)

    assert achieved(with_follow_up(a_case(), attempt)) == [[None, None]]


def test_taking_a_follow_up_away_takes_away_what_it_did() -> None:
    other = a_follow_up(held_on=EARLIER)
    before = a_case(follow_ups=(other,))
    talk = a_talk(told(1, Progress.ACHIEVED))

    assert without_follow_up(with_follow_up(before, talk), talk) == before


def test_taking_a_follow_up_away_leaves_a_date_it_did_not_give() -> None:
    plan = a_plan(goals=(a_goal(achieved_on=EARLIER), a_goal()))
    talk = a_talk(told(1, Progress.ACHIEVED))
    case = with_follow_up(a_case(plans=(plan,)), talk)

    assert achieved(without_follow_up(case, talk)) == [[EARLIER, None]]


def test_newly_achieved_are_the_goals_that_were_not_before() -> None:
    plan = a_plan(goals=(a_goal(achieved_on=EARLIER), a_goal(text="Prøve i Dansk 2")))
    before = a_case(plans=(plan,))

    after = with_follow_up(before, a_talk(told(1, Progress.ACHIEVED), told(2, Progress.ACHIEVED)))

    assert [goal.text for goal in newly_achieved(before, after)] == ["Prøve i Dansk 2"]
