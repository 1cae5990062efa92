"""Writing a plan: versions begun, content saved, drafts discarded."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import (
    CaseNotFound,
    ChangedMeanwhile,
    PlanInWork,
    PlanNotFound,
    PlanPartlySigned,
    PlanStateRefused,
)
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.write_plan import begin_version, save_content
from desktop_app.domain.plan import Annulment, EducationOrder, GoalKind, PlanState
from tests.application.plan_office import DRAFT_ID, NUMBER, PlanOffice
from tests.builders import SIGNED, a_commitment, a_draft, a_goal, a_plan, an_activity, an_assessment, new_id

ANNULLED = Annulment(on=SIGNED, reason="Registreret ved en fejl")


# Beginning a version -------------------------------------------------------------------------------------------------


def test_the_first_version_is_empty(law: PlanLaw) -> None:
    office = PlanOffice(law)

    begun = office.begin()

    assert (begun.plan.number, begun.plan.goals, begun.plan.activities) == (1, (), ())
    assert office.case.plans == (begun.plan,)
    assert begun.case == office.case
    assert begun.changes == Changes(cases=frozenset({office.case.id}))


def test_the_next_version_begins_with_the_content_of_the_signed_one_and_none_of_its_signing(law: PlanLaw) -> None:
    signed = a_plan(goals=(a_goal(achieved_on=SIGNED), a_goal(kind=GoalKind.DANISH)), ready_on=SIGNED)
    office = PlanOffice(law, signed)

    begun = office.begin().plan

    first = office.plan(1)
    assert (begun.number, begun.ready_on, begun.signed_on, begun.declaration_signed_on) == (2, None, None, None)
    assert [replace(goal, id="", version=0) for goal in begun.goals] == [
        replace(goal, id="", version=0) for goal in first.goals
    ]
    assert [replace(one, id="", version=0) for one in begun.activities] == [
        replace(one, id="", version=0) for one in first.activities
    ]
    assert not {goal.id for goal in begun.goals} & {goal.id for goal in first.goals}
    assert not {one.id for one in begun.activities} & {one.id for one in first.activities}
    assert first.signed_on == SIGNED


def test_the_next_version_takes_over_assessment_order_and_commitments_and_steps_follow_their_goals(
    law: PlanLaw,
) -> None:
    job = a_goal()
    order = EducationOrder(given_on=SIGNED, text="Søger FGU")
    signed = a_plan(goals=(a_goal(part_of=job.id), job), education_order=order, commitments=(a_commitment(),))
    office = PlanOffice(law, signed)

    begun = office.begin().plan

    first = office.plan(1)
    assert (begun.assessment, begun.education_order) == (signed.assessment, order)
    assert [(one.party, one.text) for one in begun.commitments] == [(one.party, one.text) for one in first.commitments]
    assert begun.commitments[0].id != first.commitments[0].id
    assert begun.goals[0].part_of == begun.goals[1].id != job.id


@pytest.mark.parametrize("ready_on", [None, SIGNED])
def test_while_a_version_is_in_work_no_other_is_begun(law: PlanLaw, ready_on: date | None) -> None:
    office = PlanOffice(law, a_plan(), a_draft(number=2, ready_on=ready_on))

    with pytest.raises(PlanInWork) as refused:
        office.begin()

    assert refused.value.number == 2
    assert len(office.case.plans) == 2


def test_a_version_with_one_signature_can_be_left_for_a_new_one(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft(signed_by_citizen_on=SIGNED))

    assert office.begin().plan.number == 2


def test_after_an_annulled_version_the_new_one_has_its_content_and_another_number(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan(annulment=ANNULLED))

    begun = office.begin().plan

    assert begun.number == 2
    assert [goal.text for goal in begun.goals] == [goal.text for goal in office.plan(1).goals]


def test_a_plan_of_nobody_is_not_begun(law: PlanLaw) -> None:
    office = PlanOffice(law)

    with pytest.raises(CaseNotFound):
        begin_version("2026-999", work=office.store.work, read=office.store.read)


# Numbers -------------------------------------------------------------------------------------------------------------


def test_the_number_of_a_draft_that_was_never_ready_is_given_again(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan())
    office.begin()
    office.discard(2)

    assert office.begin().plan.number == 2


def test_a_number_that_was_on_a_paper_to_be_signed_is_never_given_again(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan())
    office.begin()
    office.make_ready(2)
    office.reopen(2)
    office.discard(2)

    assert office.begin().plan.number == 3


def test_a_number_that_was_begun_after_that_and_let_go_is_given_again(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    office.make_ready()
    office.reopen()
    office.discard()
    office.begin()
    office.discard(2)

    assert office.begin().plan.number == 2


# Saving --------------------------------------------------------------------------------------------------------------


def test_goals_and_activities_are_saved_in_order(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    first, second = office.plan().goals
    added = a_goal(kind=GoalKind.HOUSING, text="Egen bolig")
    changed = replace(first, text="Arbejde på et køkken")
    activity = an_activity(text="Praktik", version=7)

    saved = office.save(office.content(goals=(second, added, changed), activities=(activity,)))

    assert [goal.text for goal in office.plan().goals] == [second.text, "Egen bolig", "Arbejde på et køkken"]
    assert [goal.id for goal in office.plan().goals] == [second.id, added.id, first.id]
    assert [one.text for one in office.plan().activities] == ["Praktik"]
    assert saved.plan == office.plan()
    assert saved.case == office.case


def test_what_was_saved_can_be_saved_again_from_what_came_back(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    saved = office.save(office.content(goals=(a_goal(),)))

    again = office.save(office.content(goals=()), seen=saved.case)

    assert again.plan.goals == ()


def test_only_what_differs_is_a_revision(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    first, second = office.plan().goals
    before = len(office.store.content.history)

    office.save(office.content(goals=(replace(first, text="Andet"), second)))

    [(_, line)] = office.store.content.history[before:]
    assert (line.kind, line.before, line.after) == ("goals", {"text": first.text}, {"text": "Andet"})


def test_department_and_caseworker_are_saved_on_the_case(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())

    office.save(office.content(coordinating_department="Jobcenter Nord", responsible_caseworker="AB"))

    assert (office.case.coordinating_department, office.case.responsible_caseworker) == ("Jobcenter Nord", "AB")


def test_what_somebody_else_saved_on_the_case_meanwhile_is_kept(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    seen, content = office.case, office.content(goals=())
    office.change(coordinating_department="Jobcenter Syd", takeover_on=date(2026, 9, 1))

    office.save(content, seen=seen)

    assert office.plan().goals == ()
    assert (office.case.coordinating_department, office.case.takeover_on) == ("Jobcenter Syd", date(2026, 9, 1))


def test_two_who_name_another_department_are_told(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    seen, content = office.case, office.content(goals=(), coordinating_department="Jobcenter Nord")
    office.change(coordinating_department="Jobcenter Syd")

    with pytest.raises(ChangedMeanwhile):
        office.save(content, seen=seen)

    assert office.case.coordinating_department == "Jobcenter Syd"
    assert len(office.plan().goals) == 2


def test_the_second_of_two_who_write_the_same_version_overwrites_nothing(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    seen, content = office.case, office.content(goals=())
    office.save(office.content(goals=(a_goal(text="Den førstes"),)))

    with pytest.raises(ChangedMeanwhile):
        office.save(content, seen=seen)

    assert [goal.text for goal in office.plan().goals] == ["Den førstes"]


def test_a_version_somebody_else_discarded_is_not_saved_again(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    seen, content = office.case, office.content()
    office.discard()

    with pytest.raises(ChangedMeanwhile):
        office.save(content, seen=seen)


def test_a_version_the_case_never_had_cannot_be_saved(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    content = office.content()
    office.change(plans=(*office.case.plans, a_draft(id="elsewhere", number=2)))
    without = replace(office.case, plans=office.case.plans[:1])

    with pytest.raises(PlanNotFound):
        save_content(without, "elsewhere", content, work=office.store.work)


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (a_draft(ready_on=SIGNED), PlanState.READY),
        (a_plan(), PlanState.SIGNED),
        (a_plan(annulment=ANNULLED), PlanState.ANNULLED),
    ],
)
def test_only_a_draft_is_written_or_discarded(law: PlanLaw, plan: object, state: PlanState) -> None:
    office = PlanOffice(law, plan)  # type: ignore[arg-type]

    for act in (office.save, office.discard):
        with pytest.raises(PlanStateRefused) as refused:
            act()
        assert (refused.value.number, refused.value.state, refused.value.needed) == (1, state, PlanState.DRAFT)


def test_what_one_party_has_signed_is_not_written_or_discarded(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft(signed_by_municipality_on=SIGNED))

    for act in (office.save, office.discard):
        with pytest.raises(PlanPartlySigned) as refused:
            act()
        assert refused.value.number == 1


def test_the_draft_of_what_is_saved_goes_with_it(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    office.keep_draft()

    office.save()
    kept = office.drafts()
    office.save(draft=True)

    assert (kept, office.drafts()) == ([DRAFT_ID], [])


# Discarding ----------------------------------------------------------------------------------------------------------


def test_a_discarded_version_is_gone_and_what_it_said_is_in_the_history(law: PlanLaw) -> None:
    office = PlanOffice(law, a_plan(), a_draft(number=2))
    office.keep_draft()
    gone = office.plan(2)

    changes = office.discard(2, draft=True)

    assert [plan.number for plan in office.case.plans] == [1]
    assert changes == Changes(cases=frozenset({office.case.id}))
    assert office.drafts() == []
    said = [
        line.before["text"]
        for line in office.store.read.history(office.case.id)
        if line.action == "delete" and "text" in line.before
    ]
    assert {goal.text for goal in gone.goals} <= set(said)


def test_a_version_somebody_else_wrote_on_meanwhile_is_not_discarded(law: PlanLaw) -> None:
    office = PlanOffice(law, a_draft())
    seen = office.case
    office.save(office.content(goals=(a_goal(id=new_id()),)))

    with pytest.raises(ChangedMeanwhile):
        office.discard(seen=seen)

    assert NUMBER in {case.case_number for case in office.store.content.all_cases()}
    assert len(office.case.plans) == 1


# All a plan holds ----------------------------------------------------------------------------------------------------


def test_assessment_order_and_commitments_are_saved_and_a_commitment_keeps_its_record(law: PlanLaw) -> None:
    kept, gone = a_commitment(), a_commitment()
    office = PlanOffice(law, a_draft(commitments=(kept, gone)))
    order = EducationOrder(given_on=SIGNED, text="Søger FGU")
    assessment = an_assessment(health="Kan ikke løfte tungt", health_consent_on=SIGNED)
    stored, _ = office.plan().commitments
    new = a_commitment(text="Finder en mentor")

    office.save(
        office.content(
            assessment=assessment,
            education_order=order,
            commitments=(new, replace(stored, text="Møder hver dag", version=7)),
        )
    )

    saved = office.plan()
    assert (saved.assessment, saved.education_order) == (assessment, order)
    assert [(one.id, one.text) for one in saved.commitments] == [
        (new.id, "Finder en mentor"),
        (kept.id, "Møder hver dag"),
    ]
    assert saved.commitments[1].version == stored.version + 1


def test_a_step_whose_goal_is_taken_away_stands_alone(law: PlanLaw) -> None:
    job = a_goal()
    office = PlanOffice(law, a_draft(goals=(job, a_goal(part_of=job.id))))

    office.save(office.content(goals=office.plan().goals[1:]))

    assert [goal.part_of for goal in office.plan().goals] == [None]
