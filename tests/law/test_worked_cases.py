"""Every worked case comes out as it was worked out by hand from the law and the calendar."""

import json
from collections import Counter
from itertools import count

import pytest
from jsonschema import Draft202012Validator

from desktop_app.application.exchange_format import case_from_exchange
from desktop_app.domain.case_facts import CaseFacts, facts_of
from desktop_app.domain.deadline import Deadline, Status, StepKind
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from tests.law.worked_cases import Expected, Past, WorkedCase, worked_cases

CASES = worked_cases()
DOUBTS = (StepKind.LAW_CHANGED_BETWEEN, StepKind.LAW_CHANGED_MEANWHILE)
SCHEMA = Draft202012Validator(json.loads(resource("exchange", "enplan-cases-1.schema.json").read_text("utf-8")))


def named(case: WorkedCase) -> str:
    return f"{case.file}: {case.title}"


def facts_in(case: WorkedCase) -> CaseFacts:
    numbers = count(1)
    return facts_of(case_from_exchange(case.exchange, {}, lambda: str(next(numbers))))


def stands(deadline: Deadline, expected: Expected) -> Expected:
    """Return how a deadline stands, in the words of a worked case; what the case does not ask for is left out."""
    steps = {step.kind: step for step in deadline.steps}
    aim, times = steps.get(StepKind.AIM), steps.get(StepKind.TIMES)
    asked = {
        "reason_on": deadline.reason_on,
        "missing": deadline.missing,
        "counts_from": deadline.counts_from.fact if deadline.counts_from else None,
        "rule_from": deadline.rule.valid_from if deadline.rule else None,
        "aim_on": aim.on if aim else None,
        "held": times.held if times else None,
        "doubt": next((kind for kind in DOUBTS if kind in steps), "none"),
    }
    return Expected(
        status=deadline.status,
        due_on=deadline.due_on,
        fulfilled_on=deadline.fulfilled_on,
        days_late=deadline.days_late,
        reason=deadline.reason,
        suspended_until=deadline.suspended_until,
        **{key: value for key, value in asked.items() if getattr(expected, key) is not None},  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("case", CASES, ids=named)
def test_a_worked_case_comes_out_as_the_law_says(case: WorkedCase, rulebook: Rulebook) -> None:
    law = rulebook if case.uses_suspension else rulebook.without_suspensions()

    found = {deadline.duty: deadline for deadline in deadlines_for(facts_in(case), law, case.as_of)}

    assert set(found) == set(DutyId)
    assert {duty: stands(found[duty], expected) for duty, expected in case.expect.items()} == case.expect
    if case.everything_else:
        others = {duty: deadline.status for duty, deadline in found.items() if duty not in case.expect}
        assert others == dict.fromkeys(others, Status(case.everything_else))
    if case.history is not None:
        past = past_deadlines_for(facts_in(case), law, case.as_of)
        assert [
            Past(
                duty=deadline.duty,
                status=deadline.status,
                due_on=deadline.due_on or case.as_of,
                fulfilled_on=deadline.fulfilled_on or case.as_of,
                days_late=deadline.days_late,
            )
            for deadline in past
        ] == list(case.history)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_worked_case_is_written_in_the_words_of_the_exchange_format(case: WorkedCase) -> None:
    problems = list(SCHEMA.iter_errors({"format": "enplan-cases", "version": 1, "cases": [case.exchange]}))

    assert [problem.message for problem in problems] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_a_worked_case_names_its_paragraph_and_expects_something(case: WorkedCase) -> None:
    assert case.section.strip()
    assert case.expect


def test_no_two_worked_cases_have_the_same_title() -> None:
    assert [title for title, times in Counter(case.title for case in CASES).items() if times > 1] == []


def test_every_duty_is_worked_out_as_open_done_and_not_done_somewhere() -> None:
    seen = {(duty, expected.status) for case in CASES for duty, expected in case.expect.items()}

    assert {duty for duty, _ in seen} == set(DutyId)
    assert {status for _, status in seen} == set(Status)
