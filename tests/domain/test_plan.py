from datetime import date
from itertools import permutations

import pytest

from desktop_app.domain.plan import (
    ActivityKind,
    Annulment,
    GoalKind,
    NoSignature,
    PlanState,
    Unsigned,
    current_plan,
    state_of,
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
