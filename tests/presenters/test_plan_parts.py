"""What else a plan holds as it is typed: the assessment, sub-goals, who does what, and an education order."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.plan import Assessment, Commitment, EducationOrder, Goal, GoalKind, Party, Plan
from desktop_app.domain.plan_warnings import PlanWarning, WarningKind
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.plan_differences import plan_differences
from desktop_app.presenters.plan_form import AssessmentForm, OrderForm, PlanForm, form_from_json, form_of
from desktop_app.presenters.plan_presenter import PlanPresenter
from desktop_app.presenters.plan_reading import LONGEST_TEXT, FieldPlace, read_form
from desktop_app.presenters.plan_rows_typed import (
    ActivityRow,
    CommitmentRow,
    GoalRow,
    GoalSection,
    new_commitment,
    new_goal,
    new_sub_goal,
    sub_goals_of,
)
from desktop_app.presenters.plan_session import PlanSession
from desktop_app.presenters.plan_texts import warning_lines
from tests.builders import a_case, a_draft, a_goal, an_activity
from tests.fakes import FakeStore
from tests.presenters.plan_desk import TODAY, SeenPaper, SeenPlan, plan_work, today

CONSENT = date(2026, 11, 20)
WORK = a_goal(text="Arbejde", measure="Har en kontrakt")
STEP = Goal(id="step", kind=GoalKind.OTHER, text="Praktik", part_of=WORK.id)
CLUB = Commitment(id="club", party=Party.OTHER, who="Boldklubben", text="Træner", due_on=date(2026, 12, 1))
ORDER = EducationOrder(given_on=date(2026, 11, 16), text="Søger optagelse")
ASSESSMENT = Assessment(education="Ni års skole", health="Ryggen", health_consent_on=CONSENT)


def full_draft(**changes: object) -> Plan:
    plan = a_draft(
        assessment=ASSESSMENT,
        goals=(WORK, STEP),
        activities=(an_activity(responsible="Anna"),),
        commitments=(CLUB,),
        education_order=ORDER,
    )
    return replace(plan, **changes)  # type: ignore[arg-type]


def full_form() -> PlanForm:
    return form_of(full_draft(), a_case())


# The form ------------------------------------------------------------------------------------------------------------


def test_the_form_says_every_part_as_one_types_it() -> None:
    form = full_form()

    assert form.assessment == AssessmentForm(education="Ni års skole", health="Ryggen", health_consent="20.11.2026")
    assert [(goal.text, goal.measure, goal.part_of) for goal in form.goals] == [
        ("Arbejde", "Har en kontrakt", None),
        ("Praktik", "", WORK.id),
    ]
    assert form.activities[0].responsible == "Anna"
    assert form.commitments == (
        CommitmentRow(id="club", party=Party.OTHER, who="Boldklubben", text="Træner", due="01.12.2026"),
    )
    assert form.order == OrderForm(order_given="16.11.2026", order_text="Søger optagelse")


def test_what_the_form_says_is_read_as_it_is_saved() -> None:
    plan = full_draft()

    read = read_form(form_of(plan, a_case()), TODAY)

    assert read.problems == ()
    content = read.content
    assert (content.assessment, content.education_order) == (ASSESSMENT, ORDER)
    assert (content.goals, content.commitments) == (plan.goals, plan.commitments)
    assert content.activities == plan.activities


def test_every_part_is_kept_as_json_and_read_back() -> None:
    form = full_form()

    assert form_from_json(form.to_json()) == form


def test_a_draft_of_an_earlier_program_is_read_with_the_new_parts_empty() -> None:
    goal = {"id": "g", "kind": "employment", "text": "Arbejde", "target": "", "achieved_on": None}
    activity = {"id": "a", "kind": None, "text": "x", "provider": "", "department": "Jobcenter"}
    activity |= {"starts": "", "ends": "", "hours": ""}

    form = form_from_json({"goals": [goal], "activities": [activity], "department": "D", "caseworker": "MJ"})

    assert form == PlanForm(
        goals=(GoalRow(id="g", kind=GoalKind.EMPLOYMENT, text="Arbejde"),),
        activities=(ActivityRow(id="a", text="x", department="Jobcenter"),),
        department="D",
        caseworker="MJ",
    )


def test_sub_goals_stand_after_their_goal_and_in_no_part_of_their_own() -> None:
    danish = a_goal(kind=GoalKind.DANISH, text="Modul 2")

    form = form_of(full_draft(goals=(STEP, danish, WORK)), a_case())

    assert [goal.text for goal in form.goals] == ["Modul 2", "Arbejde", "Praktik"]
    assert form.goals_of(GoalSection.OTHER) == ()
    assert [goal.text for goal in sub_goals_of(form.goals, form.goals[1])] == ["Praktik"]


def test_a_sub_goal_whose_goal_is_gone_is_a_goal_and_is_saved_so() -> None:
    form = form_of(full_draft(goals=(STEP,)), a_case())

    assert [goal.text for goal in form.goals_of(GoalSection.OTHER)] == ["Praktik"]
    assert sub_goals_of(form.goals, form.goals[0]) == ()
    assert read_form(form, TODAY).content.goals[0].part_of is None


def test_a_goal_with_a_sub_goal_somebody_has_typed_in_is_not_blank() -> None:
    goal = new_goal(GoalSection.MAIN)
    steps = (replace(new_sub_goal(goal), text="Praktik"), new_sub_goal(goal))
    form = PlanForm(goals=(goal, *steps), commitments=(new_commitment(),))

    filled = form.without_blanks()

    assert (filled.goals, filled.commitments) == ((goal, steps[0]), ())
    assert dict(read_form(form, TODAY).problems) == {FieldPlace(goal.id, "text"): "Skriv hvad målet er"}


@pytest.mark.parametrize(
    ("goal", "step"),
    [
        (GoalKind.EMPLOYMENT, GoalKind.OTHER),
        (GoalKind.EDUCATION, GoalKind.OTHER),
        (GoalKind.DANISH, GoalKind.DANISH),
        (GoalKind.HEALTH, GoalKind.HEALTH),
    ],
)
def test_a_step_is_about_what_its_goal_is_unless_that_is_for_the_goal_alone(goal: GoalKind, step: GoalKind) -> None:
    row = GoalRow(id="g", kind=goal)

    assert (new_sub_goal(row).kind, new_sub_goal(row).part_of) == (step, "g")


# Reading -------------------------------------------------------------------------------------------------------------


def test_what_cannot_be_read_in_the_new_parts_is_named_at_its_field() -> None:
    form = PlanForm(
        assessment=AssessmentForm(work="x" * (LONGEST_TEXT + 1), health_consent="snart"),
        commitments=(CommitmentRow(id="c", due="31/2-27"),),
        order=OrderForm(order_text=" "),
    )
    orders = [
        OrderForm(order_text="Søg"),
        OrderForm(order_given="i går"),
        OrderForm(order_given="snart", order_text="x"),
    ]

    assert dict(read_form(form, TODAY).problems) == {
        FieldPlace("", "work"): "Teksten må højst være på 4000 tegn. Nu er den på 4001.",
        FieldPlace("", "health_consent"): "Datoen skal skrives som dag, måned og år",
        FieldPlace("c", "text"): "Skriv hvad der skal gøres",
        FieldPlace("c", "due"): "Februar 2027 har kun 28 dage",
    }
    assert [dict(read_form(PlanForm(order=order), TODAY).problems) for order in orders] == [
        {FieldPlace("", "order_given"): "Indtast den dato, pålægget blev givet"},
        {FieldPlace("", "order_text"): "Skriv hvad borgeren skal gøre"},
        {FieldPlace("", "order_given"): "Datoen skal skrives som dag, måned og år"},
    ]
    assert read_form(PlanForm(order=orders[0]), TODAY).content.education_order is None


# Differences ---------------------------------------------------------------------------------------------------------


def test_differences_name_every_part_in_words() -> None:
    empty = PlanForm(department="Jobcenter", caseworker="MJ")

    assert plan_differences(empty, replace(full_form(), activities=())) == [
        Difference("Uddannelse og kundskaber", "", "Ni års skole"),
        Difference("Helbred og trivsel", "", "Ryggen"),
        Difference("Borgeren har givet samtykke den", "", "20.11.2026"),
        Difference("Mål", "", "Beskæftigelsesmål: Arbejde, Har en kontrakt"),
        Difference("Mål", "", "Delmål: Praktik"),
        Difference("Hvem gør hvad", "", "Boldklubben: Træner, senest 01.12.2026"),
        Difference("Uddannelsespålæg", "", "16.11.2026, Søger optagelse"),
    ]


def test_a_party_without_a_name_is_named_by_its_word() -> None:
    rows = tuple(CommitmentRow(id=party, party=party, text="x") for party in Party)

    words = [difference.typed for difference in plan_differences(PlanForm(), PlanForm(commitments=rows))]

    assert words == ["Borgeren: x", "Kommunen: x", "Andre: x"]


# While it is open ----------------------------------------------------------------------------------------------------


def test_what_is_typed_in_one_text_goes_over_what_somebody_else_wrote_in_another() -> None:
    plan = full_draft()
    case = a_case(plans=(plan,))
    session = PlanSession(case, plan)
    typed = session.form
    session.history.step(
        replace(
            typed,
            assessment=replace(typed.assessment, work="Tømrer"),
            commitments=(replace(typed.commitments[0], text="Træner om onsdagen"),),
            order=replace(typed.order, order_text="Søger grundforløbet"),
        )
    )
    now = replace(
        plan,
        assessment=replace(ASSESSMENT, education="Ti års skole"),
        commitments=(replace(CLUB, who="Fodboldklubben"),),
        education_order=replace(ORDER, given_on=date(2026, 11, 17)),
    )

    changed = session.rebase(replace(case, plans=(now,)), now)

    form = session.form
    assert (form.assessment.education, form.assessment.work) == ("Ti års skole", "Tømrer")
    assert (form.commitments[0].who, form.commitments[0].text) == ("Fodboldklubben", "Træner om onsdagen")
    assert form.order == OrderForm(order_given="17.11.2026", order_text="Søger grundforløbet")
    assert [one.field for one in changed] == ["Uddannelse og kundskaber", "Hvem gør hvad", "Uddannelsespålæg"]


def test_every_part_is_saved_and_its_records_are_what_a_draft_is_based_on(law: PlanLaw) -> None:
    store = FakeStore(a_case(plans=(a_draft(),)))
    view = SeenPlan()
    presenter = PlanPresenter(view, view, SeenPaper(), work=plan_work(store, law), today=today)
    presenter.open("2026-014")
    form = full_form()
    presenter.edit(replace(form, commitments=(*form.commitments, new_commitment())))

    assert presenter.save()

    [saved] = store.case("2026-014").plans
    assert (saved.assessment, saved.education_order) == (ASSESSMENT, ORDER)
    assert [(goal.text, goal.part_of) for goal in saved.goals] == [("Arbejde", None), ("Praktik", WORK.id)]
    assert [one.text for one in saved.commitments] == ["Træner"]
    assert len(presenter.session.form.commitments) == 2
    assert {"club", "step", WORK.id} <= presenter.based_on().keys()
    assert not presenter.session.is_edited


# Warnings ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        (
            "health_without_consent",
            "health_consent",
            "Det, der står om helbred, kommer ikke med på papiret, så længe datoen for borgerens samtykke mangler.",
        ),
        ("no_assessment", "education", "Der står ikke noget i den samlede vurdering (BEK 208/2026 § 7)."),
        ("no_follow_up_date", "follow_ups", "Der kan ikke beregnes en dato for næste opfølgning."),
    ],
)
def test_a_warning_about_the_plan_leads_to_where_it_is_mended(kind: str, field: str, text: str) -> None:
    [line] = warning_lines([PlanWarning(kind=cast("WarningKind", kind))])

    assert (line.text, line.place) == (text, FieldPlace("", field))
