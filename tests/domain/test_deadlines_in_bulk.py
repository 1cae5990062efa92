"""Deadlines of thousands of cases, without their calculation logs, are those one sees of each case."""

from desktop_app.domain.case_facts import known_on
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadlines import deadline_for, deadlines_for
from desktop_app.domain.rulebook import Rulebook
from tests.domain.seeded_cases import seeded_cases

CASES, SEED = 20_000, 2026


def test_without_their_logs_deadlines_are_the_same(rulebook: Rulebook) -> None:
    seen = set[tuple[Status, Reason | None]]()

    for facts, today in seeded_cases(CASES, SEED):
        in_full = deadlines_for(facts, rulebook, today)
        in_bulk = deadlines_for(facts, rulebook, today, with_steps=False)

        assert in_bulk == [deadline._replace(steps=()) for deadline in in_full], facts
        seen.update((deadline.status, deadline.reason) for deadline in in_bulk)

    assert {status for status, _ in seen} == set(Status)
    assert {reason for _, reason in seen} == {None, *Reason}


def test_the_log_of_one_deadline_is_had_for_the_asking(rulebook: Rulebook) -> None:
    for facts, today in seeded_cases(200, SEED):
        known = known_on(facts, today)

        asked = [deadline_for(duty, known, rulebook, today) for duty in rulebook.duties.values()]

        assert asked == deadlines_for(facts, rulebook, today)
