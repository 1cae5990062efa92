"""Closing a draft for signing, and opening it again."""

from datetime import timedelta

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, PlanIncomplete, PlanStateRefused
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.legal_texts import LegalTexts
from desktop_app.domain.plan import GoalKind, Plan, PlanState, state_of
from tests.application.plan_office import TODAY, PlanOffice
from tests.builders import SIGNED, a_citizen, a_draft, a_goal, a_plan, an_activity


def test_a_complete_draft_waits_for_signatures_from_today(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())

    ready = office.make_ready()

    assert office.plan().ready_on == TODAY
    assert state_of(office.plan(), office.case.plans) is PlanState.READY
    assert (ready.plan, ready.case) == (office.plan(), office.case)
    assert ready.changes == Changes(cases=frozenset({office.case.id}))


def test_every_missing_part_is_named_and_the_draft_stays_a_draft(law: PlanLaw) -> None:
    office = PlanOffice(
        PlanLaw(law.rulebook, LegalTexts(())),
        a_draft(goals=(a_goal(text=" "),), activities=(an_activity(starts_on=None),)),
        citizen=a_citizen(family_name=" "),
        responsible_caseworker=None,
        coordinating_department=" ",
    )

    with pytest.raises(PlanIncomplete) as refused:
        office.make_ready()

    assert refused.value.missing == tuple(PlanPart)
    assert office.plan().ready_on is None


@pytest.mark.parametrize("kind", [GoalKind.EMPLOYMENT, GoalKind.EDUCATION])
def test_one_main_goal_is_enough(law: PlanLaw, kind: GoalKind) -> None:
    office = PlanOffice(law, a_draft(goals=(a_goal(kind=kind), a_goal(kind=GoalKind.DANISH))))

    assert office.make_ready().plan.ready_on == TODAY


def test_a_version_one_party_has_signed_can_be_made_ready_for_the_other(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft(signed_by_citizen_on=SIGNED))

    assert office.make_ready().plan.ready_on == TODAY


def test_a_version_that_waits_is_opened_again(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft(ready_on=SIGNED))

    opened = office.reopen()

    assert office.plan().ready_on is None
    assert (opened.plan, opened.case) == (office.plan(), office.case)


@pytest.mark.parametrize(("plan", "state"), [(a_draft(ready_on=SIGNED), PlanState.READY), (a_plan(), PlanState.SIGNED)])
def test_only_a_draft_is_made_ready(law: PlanLaw, plan: Plan, state: PlanState) -> None:
    office = PlanOffice(law, plan)

    with pytest.raises(PlanStateRefused) as refused:
        office.make_ready()

    assert (refused.value.state, refused.value.needed) == (state, PlanState.DRAFT)


@pytest.mark.parametrize(("plan", "state"), [(a_draft(), PlanState.DRAFT), (a_plan(), PlanState.SIGNED)])
def test_only_a_version_that_waits_is_opened_again(law: PlanLaw, plan: Plan, state: PlanState) -> None:
    office = PlanOffice(law, plan)

    with pytest.raises(PlanStateRefused) as refused:
        office.reopen()

    assert (refused.value.state, refused.value.needed) == (state, PlanState.READY)


def test_what_somebody_else_wrote_meanwhile_is_not_made_ready_unseen(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    seen = office.case
    office.save(office.content(goals=(a_goal(), a_goal(kind=GoalKind.DANISH, text="Modul 3"))))

    with pytest.raises(ChangedMeanwhile):
        office.make_ready(seen=seen)

    assert office.plan().ready_on is None


def test_what_somebody_else_closed_meanwhile_is_not_opened_unseen(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft(ready_on=SIGNED))
    seen = office.case
    office.reopen()
    office.make_ready(today=SIGNED + timedelta(days=3))

    with pytest.raises(ChangedMeanwhile):
        office.reopen(seen=seen)
