"""What is worth a second look before a follow-up is finished."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, GoalProgress, Progress, Topic
from desktop_app.domain.follow_up_remarks import FollowUpRemark, remarks_on_follow_up
from desktop_app.domain.follow_ups_of_case import with_follow_up
from desktop_app.domain.next_follow_up import next_follow_up
from desktop_app.domain.rulebook import Rulebook
from tests.builders import SIGNED, a_case, a_draft, a_follow_up, a_goal, a_leave, a_plan, an_attempt

HELD = date(2027, 1, 20)
NEXT = date(2027, 4, 20)
ALL_TOLD = tuple(GoalProgress(plan_number=1, place=place, progress=Progress.ON_THE_WAY) for place in (1, 2))


def a_talk(**changes: Any) -> FollowUp:  # noqa: ANN401 - whatever a test changes
    """A follow-up with nothing to remark on."""
    return replace(a_follow_up(held_on=HELD, topics=tuple(Topic), progress=ALL_TOLD, next_on=NEXT), **changes)


def remarks(talk: FollowUp, rulebook: Rulebook, case: Case | None = None) -> set[FollowUpRemark]:
    case = case or a_case()
    told = with_follow_up(case, talk)
    following = next_follow_up(facts_of(told), rulebook, held_on=talk.held_on, today=max(HELD, talk.held_on))
    return set(remarks_on_follow_up(talk, case, following))


@pytest.mark.parametrize("form", FollowUpForm)
def test_nothing_is_said_of_a_full_follow_up(form: FollowUpForm, rulebook: Rulebook) -> None:
    assert remarks(a_talk(form=form), rulebook) == set()


def test_before_the_contract_it_does_not_count_on_it(rulebook: Rulebook) -> None:
    day_before = date.fromordinal(SIGNED.toordinal() - 1)

    assert FollowUpRemark.BEFORE_CONTRACT in remarks(a_talk(held_on=day_before), rulebook)
    assert FollowUpRemark.BEFORE_CONTRACT not in remarks(a_talk(held_on=SIGNED), rulebook)


def test_without_a_contract_there_is_nothing_to_follow_up(rulebook: Rulebook) -> None:
    talk = a_talk(progress=(), next_on=None)

    assert remarks(talk, rulebook, a_case(plans=(a_draft(),))) == {FollowUpRemark.NO_CONTRACT}


def test_an_attempt_may_lie_before_the_contract_or_lack_one(rulebook: Rulebook) -> None:
    attempt = an_attempt(held_on=date(2026, 10, 5), next_on=date(2026, 10, 12))

    assert remarks(attempt, rulebook) == set()
    assert remarks(attempt, rulebook, a_case(plans=())) == set()


def test_two_follow_ups_of_a_day_may_be_the_same_one(rulebook: Rulebook) -> None:
    other = a_follow_up(held_on=HELD)

    assert remarks(a_talk(), rulebook, a_case(follow_ups=(other,))) == {FollowUpRemark.SAME_DAY}


def test_an_attempt_and_a_talk_of_a_day_are_two(rulebook: Rulebook) -> None:
    assert remarks(a_talk(), rulebook, a_case(follow_ups=(an_attempt(held_on=HELD),))) == set()


def test_a_follow_up_that_is_changed_is_not_another_of_its_day(rulebook: Rulebook) -> None:
    talk = a_talk()

    assert remarks(talk, rulebook, a_case(follow_ups=(talk,))) == set()


def test_a_topic_of_the_law_that_was_left_out_is_remarked(rulebook: Rulebook) -> None:
    topics = tuple(Topic)[1:]

    assert remarks(a_talk(topics=topics), rulebook) == {FollowUpRemark.TOPICS_LEFT}


def test_a_goal_without_progress_is_remarked_unless_it_was_achieved(rulebook: Rulebook) -> None:
    open_goals = a_case()
    one_achieved = a_case(plans=(a_plan(goals=(a_goal(), a_goal(achieved_on=SIGNED))),))
    talk = a_talk(progress=ALL_TOLD[:1])

    assert remarks(talk, rulebook, open_goals) == {FollowUpRemark.PROGRESS_LEFT}
    assert remarks(talk, rulebook, one_achieved) == set()


def test_an_attempt_needs_neither_topics_nor_progress(rulebook: Rulebook) -> None:
    assert remarks(an_attempt(held_on=HELD, next_on=date(2027, 1, 27)), rulebook) == set()


def test_without_a_next_date_one_is_asked_for_while_one_is_due(rulebook: Rulebook) -> None:
    all_achieved = tuple(replace(told, progress=Progress.ACHIEVED) for told in ALL_TOLD)
    on_leave = a_case(parental_leave=(a_leave(date(2026, 12, 1), date(2026, 11, 1)),))

    assert remarks(a_talk(next_on=None), rulebook) == {FollowUpRemark.NO_NEXT_DATE}
    assert remarks(a_talk(next_on=None), rulebook, on_leave) == {FollowUpRemark.NO_NEXT_DATE}
    assert remarks(a_talk(next_on=None, progress=all_achieved), rulebook) == set()


def test_after_an_attempt_no_next_date_is_asked_for(rulebook: Rulebook) -> None:
    assert remarks(an_attempt(held_on=HELD, next_on=None), rulebook) == set()


@pytest.mark.parametrize(
    ("next_on", "remark"),
    [
        (date(2027, 4, 21), FollowUpRemark.NEXT_AFTER_DEADLINE),
        (date(2027, 4, 17), FollowUpRemark.NEXT_NOT_ON_WORKING_DAY),
    ],
)
def test_a_next_date_after_the_deadline_or_on_a_free_day_is_remarked(
    next_on: date, remark: FollowUpRemark, rulebook: Rulebook
) -> None:
    assert remarks(a_talk(next_on=next_on), rulebook) == {remark}


def test_what_is_overdue_can_only_be_planned_late(rulebook: Rulebook) -> None:
    attempt = an_attempt(held_on=date(2027, 2, 3), next_on=date(2027, 2, 10))

    assert remarks(attempt, rulebook) == set()
