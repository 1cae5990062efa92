"""Undoing a signature that was registered by mistake."""

from dataclasses import replace

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, PlanStateRefused, ReasonMissing
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.plan import Annulment, Plan, PlanState, state_of
from tests.application.plan_office import ON_PAPER, TODAY, PlanOffice
from tests.builders import SIGNED, a_draft, a_plan


def states(office: PlanOffice) -> list[PlanState]:
    return [state_of(plan, office.case.plans) for plan in office.case.plans]


def test_an_annulled_version_stays_with_its_reason_and_its_days_and_a_draft_goes_on(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan())

    annulled = office.annul("  Forkert sag ")

    assert states(office) == [PlanState.ANNULLED, PlanState.DRAFT]
    assert office.plan(1).annulment == Annulment(on=TODAY, reason="Forkert sag")
    assert (office.plan(1).signed_by_citizen_on, office.plan(1).signed_on) == (SIGNED, None)
    assert annulled.next_plan == office.plan(2)
    assert [goal.text for goal in annulled.next_plan.goals] == [goal.text for goal in office.plan(1).goals]
    assert (annulled.case, annulled.changes) == (office.case, Changes(cases=frozenset({office.case.id})))


def test_what_was_frozen_is_not_touched(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft(ready_on=SIGNED))
    office.sign(ON_PAPER)
    frozen = list(office.store.content.frozen_plans)

    office.annul()

    assert office.store.content.frozen_plans == frozen


def test_the_version_before_is_in_force_again(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan(), a_plan(number=2))

    office.annul(number=2)

    assert states(office) == [PlanState.SIGNED, PlanState.ANNULLED, PlanState.DRAFT]


def test_a_version_that_is_in_work_already_is_the_one_to_go_on_with(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan(), a_draft(number=2))

    annulled = office.annul()

    assert states(office) == [PlanState.ANNULLED, PlanState.DRAFT]
    assert annulled.next_plan == office.plan(2)


def test_the_version_to_go_on_with_can_be_signed_in_its_turn(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan())
    office.annul()
    office.make_ready(2)

    office.sign(number=2)

    assert states(office) == [PlanState.ANNULLED, PlanState.SIGNED]


@pytest.mark.parametrize("reason", ["", " \n"])
def test_nothing_is_annulled_without_a_reason(law: PlanLaw, reason: str) -> None:
    office = PlanOffice(law, a_plan())

    with pytest.raises(ReasonMissing):
        office.annul(reason)

    assert states(office) == [PlanState.SIGNED]


@pytest.mark.parametrize(
    ("plans", "state"),
    [
        ([a_draft()], PlanState.DRAFT),
        ([a_draft(ready_on=SIGNED)], PlanState.READY),
        ([a_plan(), a_plan(number=2)], PlanState.REPLACED),
        ([a_plan(annulment=Annulment(on=SIGNED, reason="Fejl"))], PlanState.ANNULLED),
    ],
)
def test_only_the_signature_in_force_is_annulled(law: PlanLaw, plans: list[Plan], state: PlanState) -> None:
    office = PlanOffice(law, *plans)

    with pytest.raises(PlanStateRefused) as refused:
        office.annul()

    assert (refused.value.state, refused.value.needed) == (state, PlanState.SIGNED)


def test_what_somebody_else_changed_meanwhile_is_not_annulled_unseen(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan())
    seen = office.case
    first, *others = office.plan().goals
    office.change_plan(goals=(replace(first, achieved_on=TODAY), *others))

    with pytest.raises(ChangedMeanwhile):
        office.annul(seen=seen)
