from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from desktop_app.domain.plan import (
    ActivityKind,
    Annulment,
    Assessment,
    GoalKind,
    NoSignature,
    PlanState,
    Unsigned,
    current_plan,
    numbers_on_paper,
    state_of,
    steps_at_their_goals,
)
from tests.builders import a_draft, a_goal, a_plan, an_activity

EARLY, LATE = date(2026, 10, 20), date(2026, 10, 28)
ANNULLED = Annulment(on=LATE, reason="Forkert borger")


@pytest.mark.parametrize(
    ("citizen_on", "municipality_on", "signed_on"),
    [(EARLY, LATE, LATE), (LATE, EARLY, LATE), (LATE, None, None), (None, LATE, None), (None, None, None)],
)
def test_a_plan_is_signed_on_the_later_of_two_signatures(
    citizen_on: date | None, municipality_on: date | None, signed_on: date | None
) -> None:
    plan = a_plan(signed_by_citizen_on=citizen_on, signed_by_municipality_on=municipality_on)

    assert plan.signed_on == signed_on


@pytest.mark.parametrize(
    ("citizen_on", "municipality_on", "signed_on"),
    [(None, LATE, LATE), (None, None, None), (EARLY, None, None), (LATE, EARLY, LATE)],
)
def test_a_plan_the_citizen_does_not_sign_is_concluded_when_the_municipality_signs(
    citizen_on: date | None, municipality_on: date | None, signed_on: date | None
) -> None:
    for why in NoSignature:
        unsigned = Unsigned(why=why, reason="Vil ikke skrive under")
        plan = a_plan(signed_by_citizen_on=citizen_on, signed_by_municipality_on=municipality_on, unsigned=unsigned)

        assert plan.signed_on == signed_on


def test_an_annulled_signature_counts_as_none() -> None:
    assert a_plan(annulment=ANNULLED).signed_on is None


def test_a_version_is_a_draft_then_ready_then_signed_then_replaced() -> None:
    draft, ready = a_draft(number=3), a_draft(number=4, ready_on=EARLY)
    first, annulled, second = a_plan(number=1), a_plan(number=5, ready_on=EARLY, annulment=ANNULLED), a_plan(number=2)
    plans = (annulled, first, second, draft, ready)

    assert [state_of(plan, plans) for plan in plans] == [
        PlanState.ANNULLED,
        PlanState.REPLACED,
        PlanState.SIGNED,
        PlanState.DRAFT,
        PlanState.READY,
    ]
    assert state_of(first, (annulled, first, draft)) is PlanState.SIGNED


def test_an_annulled_version_is_never_the_current_one() -> None:
    annulled = a_plan(number=2, annulment=ANNULLED)

    assert current_plan([annulled]) is None
    assert current_plan([annulled, first := a_plan(number=1)]) is first
    assert current_plan([annulled, draft := a_draft(number=1)]) is draft


def test_employment_and_education_goals_are_the_main_goals() -> None:
    plan = a_plan(goals=tuple(a_goal(kind=kind) for kind in GoalKind))

    assert [goal.kind for goal in plan.main_goals] == [GoalKind.EMPLOYMENT, GoalKind.EDUCATION]


def test_a_step_towards_a_goal_is_no_main_goal_whatever_it_is_about() -> None:
    health = a_goal(kind=GoalKind.HEALTH)
    plan = a_plan(goals=(health, a_goal(kind=GoalKind.EMPLOYMENT, part_of=health.id)))

    assert plan.main_goals == ()


def test_a_step_stands_alone_where_its_goal_is_gone_or_is_a_step_itself() -> None:
    job = a_goal()
    course = a_goal(part_of=job.id)
    below, lost, itself = a_goal(part_of=course.id), a_goal(part_of="gone"), a_goal(id="self", part_of="self")

    joined = steps_at_their_goals([below, course, lost, job, itself])

    assert [goal.part_of for goal in joined] == [None, job.id, None, None, None]
    assert [goal.id for goal in joined] == [below.id, course.id, lost.id, job.id, itself.id]


def test_the_paper_numbers_the_steps_of_the_main_goals_before_the_other_goals_and_theirs() -> None:
    housing, job = a_goal(kind=GoalKind.HOUSING), a_goal()
    listed, visit = a_goal(kind=GoalKind.OTHER, part_of=housing.id), a_goal(kind=GoalKind.EMPLOYMENT, part_of=job.id)

    assert numbers_on_paper([listed, housing, job, visit]) == {visit.id: 1, housing.id: 2, listed.id: 3}


@pytest.mark.parametrize("field", ["education", "work", "family", "health", "network", "housing", "asylum_phase"])
def test_an_assessment_is_blank_until_something_is_written(field: str) -> None:
    changes: dict[str, Any] = {field: " "}
    assert replace(Assessment(), **changes).is_blank
    assert not replace(Assessment(), **changes | {field: "Ni års skole"}).is_blank


@pytest.mark.parametrize(
    "kind",
    [
        ActivityKind.HEALTH,
        ActivityKind.CIVIC_COURSE,
        ActivityKind.ASSOCIATION,
        ActivityKind.SCHOOL_OR_DAYCARE,
        ActivityKind.LEISURE,
        ActivityKind.OTHER,
    ],
)
def test_an_activity_that_is_no_offer_under_the_act_stands_outside_the_contract(kind: ActivityKind) -> None:
    assert not an_activity(kind=kind).belongs_to_contract


@pytest.mark.parametrize("kind", [ActivityKind.DANISH_EDUCATION, ActivityKind.WORK_PLACEMENT, ActivityKind.MENTOR])
def test_an_offer_under_the_act_belongs_to_the_contract(kind: ActivityKind) -> None:
    assert an_activity(kind=kind).belongs_to_contract


def test_the_current_plan_is_the_highest_version_both_signed_in_whatever_order_they_come() -> None:
    plans = (a_plan(number=1), a_plan(number=2), a_draft(number=3))

    assert {plan.number for order in permutations(plans) if (plan := current_plan(order))} == {2}


def test_without_signatures_the_current_plan_is_the_highest_version() -> None:
    found = current_plan([a_draft(number=2), a_draft(number=1)])

    assert found
    assert found.number == 2


def test_no_plans_have_no_current_one() -> None:
    assert current_plan([]) is None
