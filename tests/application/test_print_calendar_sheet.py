"""Printing what lies ahead of a citizen."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import LogAction
from desktop_app.application.print_calendar_sheet import (
    CalendarSheet,
    SheetDate,
    SheetDateKind,
    print_calendar_sheet,
)
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.domain.case import Case, MoveDirection
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.plan import ActivityKind, GoalKind, Party
from desktop_app.domain.plan_snapshot import PrintedCitizen
from desktop_app.domain.rulebook import Rulebook
from tests.builders import (
    a_case,
    a_citizen,
    a_commitment,
    a_decision,
    a_draft,
    a_follow_up,
    a_goal,
    a_move,
    a_plan,
    an_activity,
    an_attempt,
)
from tests.fakes import FakeStore, Noted

TODAY = date(2026, 11, 23)
DUE = date(2027, 1, 28)


def sheet_for(rulebook: Rulebook, case: Case, today: date = TODAY) -> CalendarSheet:
    drawn: list[CalendarSheet] = []

    def draw(sheet: CalendarSheet) -> bytes:
        drawn.append(sheet)
        return b"%PDF"

    print_calendar_sheet("2026-014", work=FakeStore(case).work, printer=draw, rulebook=rulebook, today=today)
    return drawn[0]


def talks(sheet: CalendarSheet) -> list[tuple[SheetDateKind, date]]:
    return [(one.kind, one.on) for one in sheet.dates if "talk" in one.kind]


def a_bare_plan() -> Case:
    """A case whose contract has neither goals with dates nor activities that begin."""
    return a_case(plans=(a_plan(goals=(), activities=()),))


def a_meeting(duty: DutyId, computed_on: date, on: date) -> DeadlineDecision:
    return a_decision(duty=duty, kind=DecisionKind.MEETING, computed_on=computed_on, on=on, made_on=TODAY)


# Meetings ------------------------------------------------------------------------------------------------------------


def test_without_a_meeting_the_next_follow_up_stands_at_the_latest(rulebook: Rulebook) -> None:
    assert talks(sheet_for(rulebook, a_bare_plan())) == [(SheetDateKind.TALK_AT_THE_LATEST, DUE)]


def test_what_the_latest_follow_up_agreed_on_stands_in_its_place(rulebook: Rulebook) -> None:
    agreed = date(2027, 1, 14)
    held = a_follow_up(held_on=date(2026, 11, 10), next_on=date(2026, 12, 9))
    missed = an_attempt(held_on=date(2026, 11, 20), next_on=agreed)

    sheet = sheet_for(rulebook, replace(a_bare_plan(), follow_ups=(missed, held)))

    assert talks(sheet) == [(SheetDateKind.TALK, agreed)]


def test_a_meeting_that_was_to_be_before_today_counts_for_nothing(rulebook: Rulebook) -> None:
    held = a_follow_up(held_on=date(2026, 10, 30), next_on=date(2026, 11, 20))

    [(kind, on)] = talks(sheet_for(rulebook, replace(a_bare_plan(), follow_ups=(held,))))

    assert kind is SheetDateKind.TALK_AT_THE_LATEST
    assert on > TODAY


def test_a_meeting_planned_for_the_follow_up_goes_before_all_else(rulebook: Rulebook) -> None:
    case = replace(
        a_bare_plan(),
        follow_ups=(an_attempt(held_on=date(2026, 11, 20), next_on=date(2027, 1, 14)),),
        decisions=(a_meeting(DutyId.FOLLOW_UP_LOCAL, DUE, date(2027, 1, 7)),),
    )

    assert talks(sheet_for(rulebook, case)) == [(SheetDateKind.TALK, date(2027, 1, 7))]


def test_a_meeting_overtaken_by_a_later_talk_is_not_on_the_sheet(rulebook: Rulebook) -> None:
    case = replace(
        a_bare_plan(),
        follow_ups=(an_attempt(held_on=date(2026, 11, 23), next_on=date(2027, 1, 14)),),
        decisions=(replace(a_meeting(DutyId.FOLLOW_UP_LOCAL, DUE, date(2027, 1, 7)), made_on=date(2026, 11, 20)),),
    )

    assert talks(sheet_for(rulebook, case)) == [(SheetDateKind.TALK, date(2027, 1, 14))]


def test_meetings_for_other_duties_say_only_what_the_citizen_knows_of(rulebook: Rulebook) -> None:
    case = a_case(plans=(), takeover_on=date(2026, 11, 9))
    due = {one.duty: one.due_on or TODAY for one in deadlines_for(facts_of(case), rulebook, TODAY)}
    meetings = (
        a_meeting(DutyId.CONTRACT_SIGNED, due[DutyId.CONTRACT_SIGNED], date(2026, 12, 1)),
        a_meeting(DutyId.DANISH_REFERRED, due[DutyId.DANISH_REFERRED], date(2026, 12, 8)),
    )
    case = replace(case, decisions=meetings)

    assert talks(sheet_for(rulebook, case))[:2] == [
        (SheetDateKind.CONTRACT_TALK, date(2026, 12, 1)),
        (SheetDateKind.OTHER_TALK, date(2026, 12, 8)),
    ]


def test_who_has_moved_away_is_not_met(rulebook: Rulebook) -> None:
    case = replace(
        a_bare_plan(),
        moves=(a_move(MoveDirection.OUT, date(2026, 11, 1)),),
        follow_ups=(a_follow_up(held_on=date(2026, 10, 30), next_on=date(2027, 1, 14)),),
    )

    assert sheet_for(rulebook, case).dates == ()


def test_a_last_day_before_the_weekend_that_is_past_stands_as_the_law_has_it(rulebook: Rulebook) -> None:
    plan = a_plan(
        goals=(), activities=(), signed_by_citizen_on=date(2026, 8, 29), signed_by_municipality_on=date(2026, 8, 29)
    )

    sheet = sheet_for(rulebook, a_case(takeover_on=date(2026, 8, 1), plans=(plan,)), today=date(2026, 11, 28))

    assert talks(sheet) == [(SheetDateKind.TALK_AT_THE_LATEST, date(2026, 11, 29))]


# What the plan agrees on ---------------------------------------------------------------------------------------------


def test_what_begins_and_what_is_to_be_reached_stands_in_the_order_of_days(rulebook: Rulebook) -> None:
    plan = a_plan(
        goals=(
            a_goal(text="Arbejde", target_on=date(2027, 10, 1)),
            a_goal(text="Nået", target_on=date(2027, 9, 1), achieved_on=date(2026, 11, 1)),
            a_goal(text="Forbi", target_on=date(2026, 11, 22)),
            a_goal(text="Uden dato", target_on=None),
        ),
        activities=(
            an_activity(text="Praktik", provider="Plejecenter Bakken", starts_on=TODAY),
            an_activity(text="Dansk", provider=None, starts_on=date(2027, 10, 1)),
            an_activity(text="I gang", starts_on=date(2026, 11, 1)),
            an_activity(text="Uden dato", starts_on=None),
        ),
    )

    sheet = sheet_for(rulebook, a_case(plans=(plan,)))

    assert [one for one in sheet.dates if "talk" not in one.kind] == [
        SheetDate(on=TODAY, kind=SheetDateKind.ACTIVITY, text="Praktik", provider="Plejecenter Bakken"),
        SheetDate(on=date(2027, 10, 1), kind=SheetDateKind.ACTIVITY, text="Dansk"),
        SheetDate(on=date(2027, 10, 1), kind=SheetDateKind.GOAL, text="Arbejde"),
    ]


def test_who_does_what_by_a_day_stands_with_who_has_promised_it(rulebook: Rulebook) -> None:
    on = date(2027, 1, 4)
    plan = a_plan(
        goals=(),
        activities=(),
        commitments=(
            a_commitment(party=Party.OTHER, who="Nordsund Boldklub", text="Tager familien med", due_on=on),
            a_commitment(party=Party.OTHER, text="Finder en mentor", due_on=on),
            a_commitment(party=Party.MUNICIPALITY, who="Jobcenter", text="Finder en praktikplads", due_on=on),
            a_commitment(text="Afleverer eksamensbevis", due_on=on),
            a_commitment(text="Forbi", due_on=date(2026, 11, 22)),
            a_commitment(text="Uden dato"),
        ),
    )

    sheet = sheet_for(rulebook, a_case(plans=(plan,)))

    assert [one for one in sheet.dates if "talk" not in one.kind] == [
        SheetDate(on=on, kind=SheetDateKind.OWN_PROMISE, text="Afleverer eksamensbevis"),
        SheetDate(on=on, kind=SheetDateKind.MUNICIPALITY_PROMISE, text="Finder en praktikplads"),
        SheetDate(on=on, kind=SheetDateKind.OTHERS_PROMISE, text="Finder en mentor"),
        SheetDate(on=on, kind=SheetDateKind.OTHERS_PROMISE, text="Tager familien med", provider="Nordsund Boldklub"),
    ]


def test_what_concerns_health_keeps_its_words_to_itself(rulebook: Rulebook) -> None:
    plan = a_plan(
        goals=(a_goal(kind=GoalKind.HEALTH, text="Behandlet for PTSD", target_on=date(2027, 10, 1)),),
        activities=(
            an_activity(
                kind=ActivityKind.HEALTH, text="Traumeklinik", provider="Klinikken", starts_on=date(2027, 1, 4)
            ),
        ),
    )

    sheet = sheet_for(rulebook, a_case(plans=(plan,)))

    assert [one for one in sheet.dates if "talk" not in one.kind] == [
        SheetDate(on=date(2027, 1, 4), kind=SheetDateKind.ACTIVITY),
        SheetDate(on=date(2027, 10, 1), kind=SheetDateKind.GOAL),
    ]


def test_of_a_draft_there_is_nothing(rulebook: Rulebook) -> None:
    draft = a_draft(goals=(a_goal(text="Arbejde", target_on=date(2027, 10, 1)),))

    assert [one for one in sheet_for(rulebook, a_case(plans=(draft,))).dates if one.text] == []


# The sheet itself ----------------------------------------------------------------------------------------------------


def test_the_sheet_names_the_citizen_and_has_neither_number_nor_address(rulebook: Rulebook) -> None:
    citizen = a_citizen(address="Eksempelvej 12", city="Eksempelby", postal_code="9999")

    sheet = sheet_for(rulebook, replace(a_bare_plan(), citizen=citizen, responsible_caseworker="Mette Jensen"))

    assert sheet.citizen == PrintedCitizen(name="Rima Al-Hassan", native_name="ريما الحسن")
    assert (sheet.caseworker, sheet.has_interpreter, sheet.printed_on) == ("Mette Jensen", True, TODAY)


def test_without_caseworker_and_interpreter_the_sheet_says_neither(rulebook: Rulebook) -> None:
    citizen = a_citizen(interpreter_language=None)

    sheet = sheet_for(rulebook, replace(a_bare_plan(), citizen=citizen, responsible_caseworker=None))

    assert (sheet.caseworker, sheet.has_interpreter) == ("", False)


def test_a_print_is_logged_and_the_file_names_nobody(rulebook: Rulebook) -> None:
    store = FakeStore(a_bare_plan())

    printed = print_calendar_sheet(
        "2026-014", work=store.work, printer=lambda _sheet: b"%PDF", rulebook=rulebook, today=TODAY
    )

    assert printed == PrintedPaper(
        content=b"%PDF", kind=PaperKind.CALENDAR_SHEET, case_number="2026-014", dated_on=TODAY
    )
    assert printed.file_name == "2026-11-23_Kalenderark_sag-2026-014.pdf"
    assert store.content.log == [Noted(LogAction.PRINTED, store.case("2026-014").id, {"document": "calendar-sheet"})]


def test_a_case_that_is_not_there_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(CaseNotFound):
        print_calendar_sheet(
            "2026-999", work=FakeStore(a_case()).work, printer=lambda _sheet: b"", rulebook=rulebook, today=TODAY
        )
