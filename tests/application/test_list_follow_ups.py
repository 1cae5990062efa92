"""Who is to be followed up next, and what was held."""

from datetime import date

from desktop_app.application.list_follow_ups import list_follow_ups
from desktop_app.domain.case import MoveDirection
from desktop_app.domain.deadline import Status
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_follow_up, a_move, an_attempt
from tests.fakes import FakeStore

TODAY = date(2027, 2, 1)
HELD = date(2027, 1, 20)


def test_a_case_comes_with_its_first_deadline_and_the_meeting_planned(rulebook: Rulebook) -> None:
    case = a_case(follow_ups=(a_follow_up(held_on=HELD, next_on=date(2027, 4, 19)),))
    store = FakeStore(case)

    listed = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)

    [coming] = listed.coming
    assert (coming.case_id, coming.planned_on) == (case.id, date(2027, 4, 19))
    assert coming.deadline
    assert coming.deadline.due_on == date(2027, 4, 20)
    assert listed.lines == {case.id: store.read.case_lines()[0]}
    assert listed.today == TODAY


def test_an_overdue_follow_up_is_coming_without_a_plan(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    [coming] = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY).coming

    assert coming.planned_on is None
    assert coming.deadline
    assert coming.deadline.status is Status.OVERDUE


def test_a_case_without_either_is_not_there_but_what_it_held_is(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(plans=(), follow_ups=(a_follow_up(),)))

    listed = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)

    assert listed.coming == ()
    assert list(listed.held) == store.read.follow_up_lines()
    assert [line.held_on for line in listed.held] == [HELD]


def test_a_meeting_is_planned_by_what_was_last_an_attempt_too(rulebook: Rulebook) -> None:
    talks = (
        a_follow_up(held_on=HELD, next_on=date(2027, 4, 19)),
        an_attempt(held_on=date(2027, 1, 28), next_on=date(2027, 2, 4)),
    )

    [coming] = list_follow_ups(
        read=FakeStore(a_case(plans=(), follow_ups=talks)).read, rulebook=rulebook, today=TODAY
    ).coming

    assert (coming.planned_on, coming.deadline) == (date(2027, 2, 4), None)


def test_a_plan_that_a_later_talk_has_replaced_is_no_plan_any_more(rulebook: Rulebook) -> None:
    talks = (a_follow_up(held_on=date(2026, 12, 1), next_on=date(2027, 2, 10)), a_follow_up(held_on=HELD))

    [coming] = list_follow_ups(read=FakeStore(a_case(follow_ups=talks)).read, rulebook=rulebook, today=TODAY).coming

    assert coming.planned_on is None


def test_somebody_who_moved_away_is_followed_up_elsewhere(rulebook: Rulebook) -> None:
    case = a_case(
        follow_ups=(a_follow_up(held_on=HELD, next_on=date(2027, 4, 19)),),
        moves=(a_move(MoveDirection.OUT, date(2027, 1, 25)),),
    )

    assert list_follow_ups(read=FakeStore(case).read, rulebook=rulebook, today=TODAY).coming == ()
