"""Who is to be followed up next, and what was held."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from desktop_app.application.list_follow_ups import list_follow_ups, list_follow_ups_after
from desktop_app.domain.case import Case, MoveDirection
from desktop_app.domain.deadline import Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_decision, a_follow_up, a_move, an_attempt
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


def test_a_meeting_planned_for_the_deadline_goes_before_what_was_agreed(rulebook: Rulebook) -> None:
    meeting = a_decision(
        duty=DutyId.FOLLOW_UP_LOCAL,
        kind=DecisionKind.MEETING,
        computed_on=date(2027, 4, 20),
        on=date(2027, 4, 12),
        made_on=date(2027, 1, 21),
    )
    talk = a_follow_up(held_on=HELD, next_on=date(2027, 4, 19))
    store = FakeStore(a_case(follow_ups=(talk,), decisions=(meeting,)))

    [coming] = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY).coming

    assert coming.planned_on == date(2027, 4, 12)


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


def test_after_a_change_only_the_case_is_computed_and_the_list_is_as_if_made_anew(rulebook: Rulebook) -> None:
    others = [a_case(case_number=f"2026-{number:03}") for number in (1, 2)]
    store = FakeStore(a_case(), *others)
    earlier = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        talks = (a_follow_up(held_on=HELD, next_on=date(2027, 4, 19)),)
        unit.cases.save(replace(case, follow_ups=talks, responsible_caseworker="LØ"))
        unit.cases.add(a_case(case_number="2027-001"))
        unit.commit()
    changed = {case.id, store.case("2027-001").id}

    after = list_follow_ups_after(earlier, changed, read=store.read, rulebook=rulebook)

    anew = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)
    assert {one.case_id: one for one in after.coming} == {one.case_id: one for one in anew.coming}
    assert (after.held, after.lines, after.today) == (anew.held, anew.lines, TODAY)
    kept = [one for one in after.coming if one.case_id not in changed]
    assert all(any(one is old for old in earlier.coming) for one in kept)


def test_a_case_that_no_longer_has_one_coming_leaves_the_list(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())
    earlier = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, moves=(a_move(MoveDirection.OUT, date(2027, 1, 25)),)))
        unit.commit()

    after = list_follow_ups_after(earlier, {case.id}, read=store.read, rulebook=rulebook)

    assert (len(earlier.coming), after.coming) == (1, ())


def some_talks(random: Random) -> tuple[FollowUp, ...]:
    def a_day(first: date) -> date:
        return first + timedelta(days=random.randrange(3))

    return tuple(
        random.choice((a_follow_up, an_attempt))(
            held_on=a_day(HELD), next_on=random.choice((None, a_day(date(2027, 4, 18))))
        )
        for _talk in range(random.randrange(4))
    )


def changed_by(random: Random, case: Case) -> Case:
    return replace(case, follow_ups=some_talks(random), responsible_caseworker=random.choice((None, "LØ")))


@pytest.mark.parametrize("seed", range(20))
def test_whatever_was_saved_the_list_is_as_if_made_anew(rulebook: Rulebook, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - chance, not secrecy
    store = FakeStore(*(a_case(case_number=f"2026-{n:03}", follow_ups=some_talks(random)) for n in range(6)))
    listed = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)

    for save in range(5):
        with store.work() as unit:
            saved = [changed_by(random, case) for case in random.sample(unit.cases.all(), random.randrange(4))]
            for case in saved:
                unit.cases.save(case)
            new = a_case(case_number=f"2027-{save:03}", follow_ups=some_talks(random))
            unit.cases.add(new)
            unit.commit()
        changed = {case.id for case in (*saved, store.case(new.case_number))}
        listed = list_follow_ups_after(listed, changed, read=store.read, rulebook=rulebook)

        anew = list_follow_ups(read=store.read, rulebook=rulebook, today=TODAY)
        assert {one.case_id: one for one in listed.coming} == {one.case_id: one for one in anew.coming}
        assert (listed.held, listed.lines) == (anew.held, anew.lines)
