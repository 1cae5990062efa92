"""What the plan editor holds, how it is read, and in what two forms differ."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.plan import ActivityKind, GoalKind, Party
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.plan_differences import plan_differences
from desktop_app.presenters.plan_form import (
    AssessmentForm,
    OrderForm,
    PlanForm,
    form_from_json,
    form_of,
    with_room,
)
from desktop_app.presenters.plan_reading import FieldPlace, read_form
from desktop_app.presenters.plan_rows_typed import (
    KINDS_OF_SECTION,
    ActivityRow,
    CommitmentRow,
    GoalRow,
    GoalSection,
    hours_text,
    new_activity,
    new_goal,
)
from tests.builders import a_case, a_draft, a_goal, an_activity

TODAY = date(2026, 11, 22)
TARGET, REACHED = date(2027, 10, 1), date(2027, 9, 1)

words = st.text("abc æøå\n", max_size=6)
goal_rows = st.builds(
    GoalRow,
    id=words,
    kind=st.sampled_from(GoalKind),
    text=words,
    part_of=st.none() | words,
    target=words,
    achieved_on=st.none() | st.dates().map(date.isoformat),
)
activity_rows = st.builds(
    ActivityRow, id=words, kind=st.none() | st.sampled_from(ActivityKind), text=words, hours=words, starts=words
)
forms = st.builds(
    PlanForm,
    assessment=st.builds(AssessmentForm, education=words, health=words, health_consent=words),
    commitments=st.lists(st.builds(CommitmentRow, id=words, party=st.sampled_from(Party), text=words), max_size=2).map(
        tuple
    ),
    order=st.builds(OrderForm, order_given=words, order_text=words),
    goals=st.lists(goal_rows, max_size=3).map(tuple),
    activities=st.lists(activity_rows, max_size=3).map(tuple),
    department=words,
    caseworker=words,
)


# The form ------------------------------------------------------------------------------------------------------------


def test_the_form_says_what_is_saved_as_one_types_it() -> None:
    goal = a_goal(target_on=TARGET, achieved_on=REACHED)
    activity = an_activity(hours_per_week=7.5)
    open_ended = an_activity(provider=None, department=None, starts_on=None, ends_on=None, hours_per_week=None)
    plan = a_draft(goals=(goal,), activities=(activity, open_ended))

    form = form_of(plan, a_case(coordinating_department=None))

    assert form.goals == (
        GoalRow(
            id=goal.id,
            kind=GoalKind.EMPLOYMENT,
            text="Ordinært arbejde i køkken",
            target="01.10.2027",
            achieved_on="2027-09-01",
        ),
    )
    assert form.activities == (
        ActivityRow(
            id=activity.id,
            kind=ActivityKind.DANISH_EDUCATION,
            text="DU2",
            provider="Sprogcenter",
            department="Jobcenter",
            starts="16.11.2026",
            ends="30.06.2027",
            hours="7,5",
        ),
        ActivityRow(id=open_ended.id, kind=ActivityKind.DANISH_EDUCATION, text="DU2"),
    )
    assert (form.department, form.caseworker) == ("", "MJ")


@pytest.mark.parametrize(("hours", "text"), [(None, ""), (15, "15"), (7.5, "7,5"), (0.25, "0,25"), (100, "100")])
def test_hours_are_written_with_a_comma_and_no_needless_digits(hours: float | None, text: str) -> None:
    assert hours_text(hours) == text


def test_every_kind_of_goal_has_one_part_of_the_form() -> None:
    assert sorted(kind for kinds in KINDS_OF_SECTION.values() for kind in kinds) == sorted(GoalKind)
    for section, kinds in KINDS_OF_SECTION.items():
        assert {GoalRow(id="", kind=kind).section for kind in kinds} == {section}


def test_goals_of_one_part_come_in_the_order_of_the_plan() -> None:
    kinds = [GoalKind.HOUSING, GoalKind.EMPLOYMENT, GoalKind.HEALTH, GoalKind.DANISH]
    form = PlanForm(goals=tuple(GoalRow(id=kind.value, kind=kind) for kind in kinds))

    assert [goal.id for goal in form.goals_of(GoalSection.OTHER)] == ["housing", "health"]
    assert [goal.id for goal in form.goals_of(GoalSection.MAIN)] == ["employment"]


def test_an_empty_plan_has_room_for_a_main_goal_a_goal_for_danish_and_an_activity() -> None:
    form = with_room(PlanForm())

    assert [(goal.section, goal.is_blank) for goal in form.goals] == [
        (GoalSection.MAIN, True),
        (GoalSection.DANISH, True),
    ]
    assert [activity.is_blank for activity in form.activities] == [True]
    assert form.without_blanks() == PlanForm()


def test_where_there_are_rows_no_room_is_made() -> None:
    form = form_of(a_draft(), a_case())

    assert with_room(form) == form
    assert form.without_blanks() == form


def test_new_rows_are_blank_and_have_ids_of_their_own() -> None:
    rows: list[GoalRow | ActivityRow] = [new_goal(GoalSection.OTHER), new_goal(GoalSection.OTHER)]
    rows += [new_activity(), new_activity()]

    assert all(row.is_blank for row in rows)
    assert len({row.id for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "row",
    [
        GoalRow(id="", kind=GoalKind.DANISH, target="1"),
        ActivityRow(id="", kind=ActivityKind.MENTOR),
        ActivityRow(id="", hours="1"),
    ],
)
def test_a_row_in_which_anything_is_chosen_or_typed_is_not_blank(row: GoalRow | ActivityRow) -> None:
    assert not row.is_blank


@given(forms)
def test_a_form_is_kept_as_json_and_read_back_as_it_was(form: PlanForm) -> None:
    assert form_from_json(form.to_json()) == form


# Reading -------------------------------------------------------------------------------------------------------------


def test_a_form_as_it_is_saved_means_what_is_saved() -> None:
    plan = a_draft(
        goals=(a_goal(target_on=TARGET, achieved_on=REACHED),), activities=(an_activity(hours_per_week=7.5),)
    )

    read = read_form(with_room(form_of(plan, a_case())), TODAY)

    assert read.problems == ()
    assert (read.content.goals, read.content.activities) == (plan.goals, plan.activities)
    assert (read.content.coordinating_department, read.content.responsible_caseworker) == ("Jobcenter", "MJ")


def test_what_is_typed_is_read_leniently_and_blanks_mean_nothing() -> None:
    form = PlanForm(
        goals=(GoalRow(id="g", kind=GoalKind.EMPLOYMENT, text=" Arbejde \n", target="1/10-27"),),
        activities=(ActivityRow(id="a", kind=ActivityKind.MENTOR, provider=" ", starts="+14", hours=" 7,5 "),),
        department="  ",
        caseworker=" AB ",
    )

    content = read_form(form, TODAY).content

    assert [(goal.text, goal.target_on) for goal in content.goals] == [("Arbejde", TARGET)]
    [activity] = content.activities
    assert (activity.provider, activity.starts_on, activity.hours_per_week) == (None, date(2026, 12, 6), 7.5)
    assert (content.coordinating_department, content.responsible_caseworker) == (None, "AB")


def test_what_cannot_be_read_is_named_field_by_field_and_left_out() -> None:
    form = PlanForm(
        goals=(GoalRow(id="g", kind=GoalKind.EMPLOYMENT, target="31/2-27"),),
        activities=(ActivityRow(id="a", starts="snart", ends="1/13", hours="mange"),),
    )

    read = read_form(form, TODAY)

    assert dict(read.problems) == {
        FieldPlace("g", "text"): "Skriv hvad målet er",
        FieldPlace("g", "target"): "Februar 2027 har kun 28 dage",
        FieldPlace("a", "kind"): "Vælg hvad aktiviteten er",
        FieldPlace("a", "starts"): "Datoen skal skrives som dag, måned og år",
        FieldPlace("a", "ends"): "Måneden skal være et tal fra 1 til 12",
        FieldPlace("a", "hours"): "Timerne skal være et tal, for eksempel 15 eller 7,5",
    }
    [goal], [activity] = read.content.goals, read.content.activities
    assert (goal.target_on, activity.starts_on, activity.ends_on, activity.hours_per_week) == (None, None, None, None)
    assert activity.kind is ActivityKind.OTHER


@pytest.mark.parametrize(
    ("hours", "problem"),
    [
        ("168", None),
        ("0,5", None),
        ("37.25", None),
        ("0", "Timerne skal ligge mellem 0 og 168 om ugen"),
        ("168,5", "Timerne skal ligge mellem 0 og 168 om ugen"),
        ("1e1", "Timerne skal være et tal, for eksempel 15 eller 7,5"),
        ("1_5", "Timerne skal være et tal, for eksempel 15 eller 7,5"),
        ("-5", "Timerne skal være et tal, for eksempel 15 eller 7,5"),
        ("nan", "Timerne skal være et tal, for eksempel 15 eller 7,5"),
    ],
)
def test_hours_are_a_plain_number_within_a_week(hours: str, problem: str | None) -> None:
    form = PlanForm(activities=(ActivityRow(id="a", kind=ActivityKind.MENTOR, hours=hours),))

    assert [text for _, text in read_form(form, TODAY).problems] == ([problem] if problem else [])


@given(forms)
def test_whatever_is_typed_is_read_or_named(form: PlanForm) -> None:
    read = read_form(form, TODAY)

    assert len(read.content.goals) == len(form.without_blanks().goals)
    ids = {"", *(row.id for rows in (form.goals, form.activities, form.commitments) for row in rows)}
    assert {place.row for place, _ in read.problems} <= ids


# Differences ---------------------------------------------------------------------------------------------------------


def test_forms_that_say_the_same_do_not_differ() -> None:
    form = form_of(a_draft(), a_case())

    assert plan_differences(form, with_room(form)) == []


def test_what_differs_is_told_row_by_row_in_words() -> None:
    saved = PlanForm(
        goals=(
            GoalRow(id="1", kind=GoalKind.EMPLOYMENT, text="Arbejde", target="01.10.2027"),
            GoalRow(id="2", kind=GoalKind.DANISH, text="Modul 2"),
        ),
        activities=(ActivityRow(id="a", kind=ActivityKind.MENTOR, starts="01.12.2026", hours="2"),),
        department="Jobcenter",
        caseworker="MJ",
    )
    typed = replace(
        saved,
        goals=(
            GoalRow(id="1", kind=GoalKind.EDUCATION, text="FGU"),
            GoalRow(id="3", kind=GoalKind.HOUSING, text="Egen bolig"),
        ),
        activities=(replace(saved.activities[0], kind=None, provider="Frivilligcentret", ends="01.02.2027"),),
        department="Ydelseskontor ",
        caseworker=" AB",
    )

    assert plan_differences(saved, typed) == [
        Difference("Mål", "Beskæftigelsesmål: Arbejde, senest 01.10.2027", "Uddannelsesmål: FGU"),
        Difference("Mål", "", "Bolig: Egen bolig"),
        Difference("Mål", "Dansk: Modul 2", "fjernet"),
        Difference(
            "Aktivitet",
            "Mentor: 01.12.2026 –, 2 timer om ugen",
            "Aktivitet: Frivilligcentret, 01.12.2026 – 01.02.2027, 2 timer om ugen",
        ),
        Difference("Koordineringsansvarlig forvaltning", "Jobcenter", "Ydelseskontor"),
        Difference("Sagsbehandler", "MJ", "AB"),
    ]


def test_another_order_is_a_difference_of_its_own() -> None:
    first, second = (GoalRow(id=text, kind=GoalKind.DANISH, text=text) for text in ("Modul 1", "Modul 2"))

    assert plan_differences(PlanForm(goals=(first, second)), PlanForm(goals=(second, first))) == [
        Difference("Mål: rækkefølgen", "Dansk: Modul 1; Dansk: Modul 2", "Dansk: Modul 2; Dansk: Modul 1")
    ]
