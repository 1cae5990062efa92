"""Registering what was signed on paper, and freezing it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, PlanIncomplete, PlanStateRefused, SigningRefused
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.plan import NoSignature, Plan, PlanState, Unsigned, state_of
from desktop_app.domain.signing import SigningFault, SigningField, SigningProblem
from tests.application.plan_office import DRAFT_ID, ON_PAPER, TODAY, PlanOffice
from tests.builders import SIGNED, a_draft, a_goal, a_plan
from tests.fakes import EKSEMPELKOMMUNE

READY = a_draft(ready_on=SIGNED)
UNWILLING = Unsigned(why=NoSignature.UNWILLING, reason="Vil tale med sin advokat først.")


def test_a_signed_plan_is_concluded_with_the_days_on_the_paper(law: PlanLaw) -> None:
    office = PlanOffice(law, READY)

    signed = office.sign(replace(ON_PAPER, interpreter_on=SIGNED))

    assert signed.plan == office.plan()
    assert signed.case == office.case
    assert signed.changes == Changes(cases=frozenset({office.case.id}))
    assert (signed.plan.signed_on, signed.plan.signed_by_interpreter_on) == (SIGNED, SIGNED)
    assert state_of(signed.plan, signed.case.plans) is PlanState.SIGNED


def test_what_it_said_is_frozen_with_the_signature(law: PlanLaw) -> None:
    office = PlanOffice(law, READY)

    office.sign()

    [frozen] = office.store.content.frozen_plans
    assert frozen.plan_id == office.plan().id
    assert frozen.snapshot == snapshot_of(office.plan(), office.case, EKSEMPELKOMMUNE, law, TODAY)
    assert (frozen.snapshot.draft, frozen.snapshot.dated_on) == (False, SIGNED)


def test_a_second_signed_version_replaces_the_first(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan(), replace(READY, number=2))

    office.sign(number=2)

    assert [state_of(plan, office.case.plans) for plan in office.case.plans] == [PlanState.REPLACED, PlanState.SIGNED]


def test_a_citizen_who_did_not_sign_is_registered_with_the_reason_which_stays_off_the_paper(law: PlanLaw) -> None:
    office = PlanOffice(law, READY)

    office.sign(replace(ON_PAPER, citizen=UNWILLING, declaration_on=None))

    assert (office.plan().unsigned, office.plan().signed_on) == (UNWILLING, SIGNED)
    [frozen] = office.store.content.frozen_plans
    assert frozen.snapshot.unsigned == "unwilling"
    assert "advokat" not in frozen.snapshot.to_json()


def test_a_plan_without_an_employment_or_education_goal_is_never_concluded(law: PlanLaw) -> None:
    office = PlanOffice(law, replace(READY, goals=(a_goal(text=" "),)))

    with pytest.raises(PlanIncomplete) as refused:
        office.sign()

    assert refused.value.missing == (PlanPart.MAIN_GOAL,)
    assert (office.plan().signed_on, office.store.content.frozen_plans) == (None, [])


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (a_draft(), PlanState.DRAFT),
        (a_draft(signed_by_citizen_on=SIGNED), PlanState.DRAFT),
        (a_plan(), PlanState.SIGNED),
    ],
)
def test_only_a_version_that_was_made_ready_is_signed(law: PlanLaw, plan: Plan, state: PlanState) -> None:
    office = PlanOffice(law, plan)

    with pytest.raises(PlanStateRefused) as refused:
        office.sign()

    assert (refused.value.state, refused.value.needed) == (state, PlanState.READY)


def test_every_date_that_cannot_be_is_named_and_nothing_is_registered(law: PlanLaw) -> None:
    office = PlanOffice(law, READY)
    office.keep_draft()
    tomorrow = TODAY + timedelta(days=1)

    with pytest.raises(SigningRefused) as refused:
        office.sign(replace(ON_PAPER, citizen=None, municipality_on=tomorrow), draft=True)

    assert refused.value.problems == (
        SigningProblem(SigningField.CITIZEN, SigningFault.MISSING),
        SigningProblem(SigningField.MUNICIPALITY, SigningFault.IN_FUTURE),
    )
    assert (office.plan(), office.drafts()) == (
        replace(READY, version=1, goals=office.plan().goals, activities=office.plan().activities),
        [DRAFT_ID],
    )
    assert office.store.content.frozen_plans == []


@pytest.mark.parametrize("on", [date(2026, 9, 20), SIGNED - timedelta(days=1)])
def test_a_paper_from_before_the_takeover_or_before_the_plan_was_ready_is_registered(law: PlanLaw, on: date) -> None:
    office = PlanOffice(law, READY)

    office.sign(replace(ON_PAPER, citizen=on, municipality_on=on))

    assert office.plan().signed_on == on


def test_what_somebody_else_changed_meanwhile_is_not_signed_unseen(law: PlanLaw) -> None:
    office = PlanOffice(law, READY)
    seen = office.case
    office.change_plan(goals=(a_goal(text="Et andet mål"),))

    with pytest.raises(ChangedMeanwhile):
        office.sign(seen=seen)


def test_the_draft_of_the_form_goes_with_the_signature(law: PlanLaw) -> None:
    office = PlanOffice(law, READY)
    office.keep_draft()

    office.sign(draft=True)

    assert office.drafts() == []
