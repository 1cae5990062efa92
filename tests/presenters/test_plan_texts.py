"""What is said beside the plan editor."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.plan_examining import PlanExamination, examine_plan
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.domain.completeness import PlanCheck, PlanPart
from desktop_app.domain.plan import ActivityKind, PlanState
from desktop_app.domain.plan_warnings import PlanWarning, WarningKind
from desktop_app.presenters.plan_form import PlanForm, form_of, with_room
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.plan_texts import (
    CheckLine,
    WarningLine,
    check_lines,
    checks_summary,
    hours_sentence,
    plan_title,
    warning_lines,
)
from tests.builders import a_case, a_draft, an_activity

TODAY = date(2026, 11, 22)
ON = date(2027, 11, 2)


def examined(law: PlanLaw, *activities: tuple[float, date | None], **changes: object) -> PlanExamination:
    plan = a_draft(activities=tuple(an_activity(hours_per_week=h, starts_on=start) for h, start in activities))
    return replace(examine_plan(plan, a_case(plans=(plan,)), law, TODAY), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (PlanState.DRAFT, "Kontrakt, version 2 (kladde)"),
        (PlanState.READY, "Kontrakt, version 2 (klar til underskrift)"),
        (PlanState.SIGNED, "Kontrakt, version 2 (underskrevet)"),
        (PlanState.REPLACED, "Kontrakt, version 2 (erstattet)"),
        (PlanState.ANNULLED, "Kontrakt, version 2 (annulleret)"),
    ],
)
def test_the_title_says_which_version_it_is_and_where_it_stands(state: PlanState, title: str) -> None:
    assert plan_title(2, state) == title


def test_the_title_of_a_plan_without_the_citizen_says_so() -> None:
    signed, replaced = (plan_title(1, state, is_unsigned=True) for state in (PlanState.SIGNED, PlanState.REPLACED))

    assert signed == "Kontrakt, version 1 (indgået uden borgerens underskrift)"
    assert replaced == "Kontrakt, version 1 (erstattet)"


# The check list ------------------------------------------------------------------------------------------------------


def test_each_part_leads_to_the_field_it_is_filled_in_at() -> None:
    form = form_of(a_draft(), a_case())
    main, danish = form.goals
    [activity] = form.activities

    lines = check_lines([PlanCheck(part, in_place=False) for part in PlanPart], form)

    assert {part: line.place for part, line in zip(PlanPart, lines, strict=True)} == {
        PlanPart.CITIZEN: None,
        PlanPart.MUNICIPALITY: FieldPlace("", "caseworker"),
        PlanPart.COORDINATING_DEPARTMENT: FieldPlace("", "department"),
        PlanPart.MAIN_GOAL: FieldPlace(main.id, "text"),
        PlanPart.DANISH_GOAL: FieldPlace(danish.id, "text"),
        PlanPart.ACTIVITY_WITH_START: FieldPlace(activity.id, "starts"),
        PlanPart.SANCTIONS_TEXT: None,
        PlanPart.COMPLAINT_TEXT: None,
    }
    assert lines[3] == CheckLine(
        "Beskæftigelses- eller uddannelsesmål", "§ 19, stk. 4", in_place=False, place=FieldPlace(main.id, "text")
    )


def test_an_empty_plan_has_a_field_for_each_part_too() -> None:
    form = with_room(PlanForm())

    lines = check_lines([PlanCheck(part, in_place=True) for part in (PlanPart.MAIN_GOAL, PlanPart.DANISH_GOAL)], form)

    assert [line.place for line in lines] == [FieldPlace(goal.id, "text") for goal in form.goals]


def test_without_rows_there_is_nowhere_to_go() -> None:
    parts = (PlanPart.MAIN_GOAL, PlanPart.ACTIVITY_WITH_START)

    assert [line.place for line in check_lines([PlanCheck(part, in_place=True) for part in parts], PlanForm())] == [
        None,
        None,
    ]


def test_the_check_list_is_counted() -> None:
    checks = [PlanCheck(part, in_place=place < 5) for place, part in enumerate(PlanPart)]

    assert checks_summary(checks) == "5 af 8 er på plads"


# Warnings ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("warning", "text", "field"),
    [
        (
            PlanWarning(kind=WarningKind.ENDS_BEFORE_START, record="a", on=ON),
            "Aktiviteten slutter, før den begynder.",
            "ends",
        ),
        (
            PlanWarning(kind=WarningKind.ACTIVITY_AFTER_PROGRAMME, record="a", on=ON),
            "Aktiviteten slutter efter kontraktens udløb den 2. november 2027.",
            "ends",
        ),
        (
            PlanWarning(kind=WarningKind.GOAL_AFTER_PROGRAMME, record="a", on=ON),
            "Datoen for målet ligger efter kontraktens udløb den 2. november 2027.",
            "target",
        ),
        (
            PlanWarning(kind=WarningKind.TOO_MANY_HOURS, record="a", count=2, hours=44, limit=37),
            "To aktiviteter overlapper og giver tilsammen 44 timer om ugen.",
            "hours",
        ),
        (
            PlanWarning(kind=WarningKind.TOO_MANY_HOURS, record="a", count=3, hours=37.5, limit=37),
            "3 aktiviteter overlapper og giver tilsammen 37,5 timer om ugen.",
            "hours",
        ),
        (
            PlanWarning(kind=WarningKind.TOO_MANY_HOURS, record="a", count=1, hours=40, limit=37),
            "Aktiviteten er på 40 timer om ugen. En fuld uge er 37 timer.",
            "hours",
        ),
    ],
)
def test_a_warning_says_what_does_not_add_up_and_where(warning: PlanWarning, text: str, field: str) -> None:
    assert warning_lines([warning]) == [WarningLine(text, FieldPlace("a", field))]


# Hours ---------------------------------------------------------------------------------------------------------------


def test_the_hours_of_the_week_are_told_with_their_first_day_and_the_end_of_the_programme(law: PlanLaw) -> None:
    both = examined(law, (15, date(2026, 12, 7)), (22, date(2027, 1, 4)), programme_ends_on=ON)

    assert hours_sentence(both) == (
        "I alt 37 timer om ugen fra den 4. januar 2027. Programmet løber til den 2. november 2027."
    )


@pytest.mark.parametrize(
    ("activities", "text"),
    [
        ([(15, None)], "I alt 15 timer om ugen."),
        ([(1, None)], "I alt 1 time om ugen."),
        ([(7.5, date(2027, 1, 4))], "I alt 7,5 timer om ugen fra den 4. januar 2027."),
        ([], ""),
    ],
)
def test_what_is_not_known_is_not_said(law: PlanLaw, activities: list[tuple[float, date | None]], text: str) -> None:
    assert hours_sentence(examined(law, *activities, programme_ends_on=None)) == text


def test_hours_that_do_not_hold_every_activity_are_the_most_there_are(law: PlanLaw) -> None:
    first = an_activity(hours_per_week=20, ends_on=date(2027, 1, 3))
    second = an_activity(hours_per_week=30, starts_on=date(2027, 1, 4))
    plan = a_draft(activities=(first, second))

    sentence = hours_sentence(examine_plan(plan, a_case(plans=(plan,)), law, TODAY))

    assert sentence.startswith("Op til 30 timer om ugen fra den 4. januar 2027. ")


def test_only_hours_under_the_act_are_counted(law: PlanLaw) -> None:
    leisure = a_draft(activities=(an_activity(kind=ActivityKind.LEISURE, hours_per_week=5),))

    examination = examine_plan(leisure, a_case(plans=(leisure,)), law, TODAY)

    assert hours_sentence(examination) == "Programmet løber til den 1. oktober 2031."
