"""Deadlines of thousands of cases, without their calculation logs, are those one sees of each case.

`python -m benchmarks.same_deadlines 1000000` compares as many as wanted.
"""

from datetime import date

from desktop_app.domain.case_facts import known_on
from desktop_app.domain.deadline import Deadline, Reason, Status, StepKind
from desktop_app.domain.deadlines import deadline_for, deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from tests.domain.seeded_cases import seeded_cases

CASES, SEED = 20_000, 2026


def test_without_their_logs_deadlines_are_the_same(rulebook: Rulebook) -> None:
    seen = set[tuple[Status, Reason | None]]()
    decided = set[tuple[DutyId, date, str]]()
    steps = set[StepKind]()
    compared = 0

    for facts, today in seeded_cases(CASES, SEED):
        in_full = deadlines_for(facts, rulebook, today)
        in_bulk = deadlines_for(facts, rulebook, today, with_steps=False)

        assert in_bulk == [deadline._replace(steps=()) for deadline in in_full], facts
        assert {len(deadline) for deadline in in_bulk} == {len(Deadline._fields)}  # they are made as bare tuples
        compared += 1
        seen.update((deadline.status, deadline.reason) for deadline in in_bulk)
        for deadline in in_full:
            steps.update(step.kind for step in deadline.steps)
            if deadline.rule:
                decided.add((deadline.duty, deadline.rule.valid_from, facts.target_group))

    assert compared == CASES
    assert {status for status, _ in seen} == set(Status)
    assert {reason for _, reason in seen} == {None, *Reason}
    assert steps == set(StepKind)
    assert decided == _every_version_of_every_group(rulebook)


def _every_version_of_every_group(rulebook: Rulebook) -> set[tuple[DutyId, date, str]]:
    """Every version of the law beside every group it concerns."""
    return {
        (duty.id, version.valid_from, group)
        for duty in rulebook.duties.values()
        for version in duty.versions
        for group in version.groups
    }


def test_the_log_of_one_deadline_is_had_for_the_asking(rulebook: Rulebook) -> None:
    for facts, today in seeded_cases(200, SEED):
        known = known_on(facts, today)

        asked = [deadline_for(duty, known, rulebook, today) for duty in rulebook.duties.values()]

        assert asked == deadlines_for(facts, rulebook, today)
