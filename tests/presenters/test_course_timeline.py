"""The course of a case: what happened, what was and is due, its periods, its axis, and what it lacks."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import (
    Case,
    MoveDirection,
    OfferKind,
    Result,
    ResultKind,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.plan import Annulment
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_deadlines import deadlines_of
from desktop_app.presenters.course_entries import CourseEntry, Lane, Mark, lane_title
from desktop_app.presenters.course_timeline import Course, course_of
from tests.builders import (
    a_case,
    a_decision,
    a_draft,
    a_follow_up,
    a_leave,
    a_move,
    a_plan,
    a_support,
    an_attempt,
    an_event,
    an_offer,
    new_id,
)
from tests.long_cases import LONG_TODAY, a_long_case, an_allocated_case, an_old_case, an_unknown_case
from tests.presenters.opened import TODAY, an_opened_case


def the_course(rulebook: Rulebook, today: date = TODAY, case: Case | None = None, **changes: Any) -> Course:  # noqa: ANN401 - whatever a test changes
    return course_of(an_opened_case(rulebook, today, case, **changes), rulebook, today)


def words(course: Course, lane: Lane) -> list[str]:
    return [entry.words for entry in course.in_lane(lane)]


def entry(course: Course, lane: Lane, title: str) -> CourseEntry:
    return next(each for each in course.in_lane(lane) if each.title == title)


# What happened -------------------------------------------------------------------------------------------------------


def test_what_happened_stands_in_the_order_of_time(rulebook: Rulebook) -> None:
    course = the_course(rulebook, events=(an_event(DutyId.DANISH_REFERRED, date(2026, 10, 20)),))

    assert words(course, Lane.MILESTONES) == [
        "Opholdstilladelse givet · 20.07.2026",
        "Visiteret · 15.08.2026",
        "Ansvar overtaget · 01.10.2026",
        "Henvist til danskuddannelse · 20.10.2026",
        "Kontrakt underskrevet, version 1 · 28.10.2026",
        "Erklæringen underskrevet · 28.10.2026",
    ]
    assert {each.mark for each in course.in_lane(Lane.MILESTONES)} == {Mark.HAPPENED}


def test_moves_results_and_annulled_signatures_are_milestones(rulebook: Rulebook) -> None:
    annulled = a_plan(annulment=Annulment(on=date(2026, 11, 2), reason="Fejl"))
    course = the_course(
        rulebook,
        plans=(annulled,),
        moves=(
            a_move(MoveDirection.IN, date(2026, 11, 5)),
            a_move(MoveDirection.IN, date(2026, 11, 6), approved=False),
            a_move(MoveDirection.OUT, date(2026, 11, 7), approved=False),
        ),
        results=(Result(id=new_id(), kind=ResultKind.DANISH_TEST, on=date(2026, 11, 9)),),
    )

    assert words(course, Lane.MILESTONES)[-4:] == [
        "Underskrift annulleret, version 1 · 02.11.2026",
        "Tilflyttet · 05.11.2026",
        "Fraflyttet · 07.11.2026",
        "Danskprøve bestået · 09.11.2026",
    ]


def test_what_is_dated_later_is_expected(rulebook: Rulebook) -> None:
    course = the_course(rulebook, events=(an_event(DutyId.DANISH_BEGUN, date(2026, 12, 1)),))

    begun = entry(course, Lane.MILESTONES, "Danskuddannelse påbegyndt")
    assert (begun.mark, begun.remark) == (Mark.COMING, "forventet")


def test_what_fulfilled_a_deadline_leads_to_its_row(rulebook: Rulebook) -> None:
    opened = an_opened_case(rulebook)
    rows = {row.id: row.duty for group in deadlines_of(opened, rulebook, TODAY) for row in group.rows}
    course = course_of(opened, rulebook, TODAY)

    assert rows[entry(course, Lane.MILESTONES, "Kontrakt underskrevet, version 1").row_id] == "Kontrakt"
    assert rows[entry(course, Lane.MILESTONES, "Ansvar overtaget").row_id] == "Overtagelse af ansvaret"
    assert entry(course, Lane.MILESTONES, "Visiteret").row_id == ""
    assert {each.row_id for each in course.in_lane(Lane.DEADLINES)} <= set(rows)


# What was and is due -------------------------------------------------------------------------------------------------


def test_a_deadline_says_how_it_stands(rulebook: Rulebook) -> None:
    course = the_course(rulebook)

    assert "Frist: Kontrakt · 01.11.2026 · Gennemført til tiden" in words(course, Lane.DEADLINES)
    assert "Frist: Start på programmet · 01.11.2026 · Overskredet 21 dage" in words(course, Lane.DEADLINES)
    assert "Frist: Programmets længste varighed · 01.10.2031 · Frist den 01.10.2031" in words(course, Lane.DEADLINES)


@pytest.mark.parametrize(
    ("today", "mark"),
    [
        (date(2026, 10, 1), Mark.COMING),
        (date(2026, 10, 2), Mark.MONTH),
        (date(2026, 10, 25), Mark.SOON),
        (date(2026, 11, 1), Mark.SOON),
        (date(2026, 11, 2), Mark.OVERDUE),
    ],
)
def test_a_deadline_to_come_is_marked_by_how_near_it_is(rulebook: Rulebook, today: date, mark: Mark) -> None:
    assert entry(the_course(rulebook, today, plans=()), Lane.DEADLINES, "Kontrakt").mark is mark


def test_a_deadline_met_late_is_marked_so(rulebook: Rulebook) -> None:
    late = a_plan(signed_by_citizen_on=date(2026, 11, 3), signed_by_municipality_on=date(2026, 11, 3))

    contract = entry(the_course(rulebook, plans=(late,)), Lane.DEADLINES, "Kontrakt")

    assert (contract.mark, contract.remark) == (Mark.LATE, "Gennemført 2 dage for sent")


def test_a_deadline_met_before_its_day_has_come_stands_where_it_was_met(rulebook: Rulebook) -> None:
    contract = entry(the_course(rulebook, date(2026, 10, 30)), Lane.DEADLINES, "Kontrakt")

    assert (contract.on, contract.words) == (
        date(2026, 10, 28),
        "Frist: Kontrakt · 01.11.2026 · Gennemført til tiden",
    )


def test_a_deadline_without_a_day_or_not_relevant_is_left_to_the_table(rulebook: Rulebook) -> None:
    opened = an_opened_case(rulebook, target_group=TargetGroup.IMMIGRANT)

    dated = [one for one in (*opened.deadlines, *opened.past) if one.due_on]

    assert len(course_of(opened, rulebook, TODAY).in_lane(Lane.DEADLINES)) == len(dated)


# Follow-ups ----------------------------------------------------------------------------------------------------------


def test_follow_ups_are_numbered_and_attempts_are_not(rulebook: Rulebook) -> None:
    talks = (
        a_follow_up(held_on=date(2027, 4, 14)),
        an_attempt(held_on=date(2027, 3, 3)),
        a_follow_up(held_on=date(2027, 1, 20)),
    )

    course = the_course(rulebook, date(2027, 5, 1), follow_ups=talks)

    assert words(course, Lane.FOLLOW_UPS) == [
        "Opfølgning 1 · 20.01.2027 · Holdt, samtale",
        "Opfølgning forsøgt: samtale · 03.03.2027",
        "Opfølgning 2 · 14.04.2027 · Holdt, samtale",
    ]
    assert [each.mark for each in course.in_lane(Lane.FOLLOW_UPS)] == [Mark.HELD, Mark.ATTEMPTED, Mark.HELD]


def test_a_follow_up_held_leads_to_the_deadline_it_met(rulebook: Rulebook) -> None:
    course = the_course(rulebook, date(2027, 5, 1), follow_ups=(a_follow_up(held_on=date(2027, 1, 20)),))

    assert entry(course, Lane.FOLLOW_UPS, "Opfølgning 1").row_id.endswith("/2027-01-20")


def test_the_meeting_agreed_last_is_apart_from_the_legal_due_date(rulebook: Rulebook) -> None:
    talks = (
        a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 11, 20)),
        an_attempt(held_on=date(2026, 11, 20), next_on=date(2026, 12, 4)),
    )

    course = the_course(rulebook, follow_ups=talks)

    meetings = [each for each in course.entries if each.mark is Mark.MEETING]
    assert [each.words for each in meetings] == ["Planlagt møde · 04.12.2026 · Aftalt den 20.11.2026"]
    assert meetings[0].row_id == ""


def test_a_meeting_that_passed_without_a_word_says_so(rulebook: Rulebook) -> None:
    course = the_course(rulebook, follow_ups=(a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 11, 20)),))

    assert entry(course, Lane.FOLLOW_UPS, "Planlagt møde").remark == "Møde ikke noteret"


@pytest.mark.parametrize(
    ("on", "remark"), [(date(2026, 12, 4), "Kontrakt"), (date(2026, 11, 20), "Møde ikke noteret"), (None, None)]
)
def test_a_meeting_planned_for_a_deadline_leads_to_it(on: date | None, remark: str | None, rulebook: Rulebook) -> None:
    meeting = a_decision(kind=DecisionKind.MEETING, on=on)

    course = the_course(rulebook, plans=(a_draft(),), decisions=(meeting,))

    meetings = [each for each in course.entries if each.mark is Mark.MEETING]
    assert [each.remark for each in meetings] == ([remark] if remark else [])
    assert all(each.row_id.startswith(DutyId.CONTRACT_SIGNED) for each in meetings)


def test_a_meeting_about_a_contract_that_was_signed_since_is_none(rulebook: Rulebook) -> None:
    course = the_course(rulebook, decisions=(a_decision(kind=DecisionKind.MEETING, on=date(2026, 12, 4)),))

    assert Mark.MEETING not in {each.mark for each in course.entries}


def test_a_meeting_planned_for_the_next_follow_up_stands_once_in_the_place_of_the_one_agreed_on(
    rulebook: Rulebook,
) -> None:
    meeting = a_decision(
        duty=DutyId.FOLLOW_UP_LOCAL,
        kind=DecisionKind.MEETING,
        computed_on=date(2027, 2, 2),
        on=date(2026, 12, 4),
        made_on=date(2026, 11, 3),
    )
    talk = a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 12, 1))

    course = the_course(rulebook, follow_ups=(talk,), decisions=(meeting,))

    [planned] = [each for each in course.entries if each.mark is Mark.MEETING]
    assert planned.words == "Planlagt møde · 04.12.2026 · Opfølgning (kommunens standard)"
    assert planned.row_id.startswith(f"{DutyId.FOLLOW_UP_LOCAL}/2027-02-02")


def test_who_has_moved_away_is_not_met(rulebook: Rulebook) -> None:
    course = the_course(
        rulebook,
        follow_ups=(a_follow_up(held_on=date(2026, 11, 2), next_on=date(2026, 12, 4)),),
        moves=(a_move(MoveDirection.OUT, date(2026, 11, 10)),),
    )

    assert [each.mark for each in course.in_lane(Lane.FOLLOW_UPS)] == [Mark.HELD]


def test_a_follow_up_entered_for_a_later_day_is_a_meeting(rulebook: Rulebook) -> None:
    course = the_course(rulebook, follow_ups=(a_follow_up(held_on=date(2026, 12, 4)),))

    assert words(course, Lane.FOLLOW_UPS) == ["Planlagt møde · 04.12.2026 · Samtale"]


def test_an_event_that_stands_for_a_follow_up_is_one(rulebook: Rulebook) -> None:
    events = (an_event(DutyId.FOLLOW_UP, date(2026, 11, 12)), an_event(DutyId.FOLLOW_UP, date(2026, 12, 12)))

    course = the_course(rulebook, events=events)

    assert words(course, Lane.FOLLOW_UPS) == ["Opfølgning · 12.11.2026 · Holdt"]
    assert DutyId.FOLLOW_UP not in {each.title for each in course.in_lane(Lane.MILESTONES)}


# Periods -------------------------------------------------------------------------------------------------------------


def test_periods_say_from_when_until_when(rulebook: Rulebook) -> None:
    course = the_course(
        rulebook,
        offers=(
            an_offer(),
            an_offer(kind=OfferKind.GUIDANCE, company=None, starts_on=None, ends_on=None),
            an_offer(offered_on=None, starts_on=None, ends_on=None),
        ),
        support=(
            a_support(SupportKind.BENEFIT, date(2026, 10, 1), date(2026, 10, 31)),
            a_support(SupportKind.ORDINARY_JOB, date(2026, 11, 12)),
        ),
        parental_leave=(a_leave(None, date(2026, 11, 15), date(2027, 5, 1)),),
    )

    assert words(course, Lane.PERIODS) == [
        "Vejledning og opkvalificering · 20.10.2026 – 20.10.2026",
        "Virksomhedspraktik, Plejecenter Bakken · 01.11.2026 – 31.01.2027",
        "Ordinært arbejde · 12.11.2026 –",
        "Barselsorlov · 15.11.2026 – 01.05.2027",
    ]
    assert [each.mark for each in course.in_lane(Lane.PERIODS)] == [Mark.OFFER, Mark.OFFER, Mark.WORK, Mark.LEAVE]


def test_a_period_that_ends_before_it_begins_is_a_day(rulebook: Rulebook) -> None:
    course = the_course(rulebook, offers=(an_offer(starts_on=date(2026, 11, 1), ends_on=date(2025, 11, 1)),))

    assert [each.until for each in course.in_lane(Lane.PERIODS)] == [date(2026, 11, 1)]
    assert course.first == date(2026, 7, 20)


def test_deadlines_at_rest_rest_from_the_takeover(rulebook: Rulebook) -> None:
    course = the_course(rulebook, LONG_TODAY, a_long_case())

    rest = entry(course, Lane.PERIODS, "Frister for tilbud hviler")
    assert (rest.mark, rest.on) == (Mark.REST, date(2022, 4, 1))


# The axis ------------------------------------------------------------------------------------------------------------


def test_the_axis_goes_from_the_first_date_to_the_end_of_the_programme(rulebook: Rulebook) -> None:
    course = the_course(rulebook)

    assert (course.first, course.last) == (date(2026, 7, 20), date(2031, 10, 1))
    assert course.span_text == "20.07.2026 – 01.10.2031"
    assert course.today_text == "I dag 22.11.2026"
    assert course.missing == ()


def test_without_an_allocation_it_begins_with_the_takeover_and_says_so(rulebook: Rulebook) -> None:
    course = the_course(rulebook, allocation_decided_on=None, permit_granted_on=None)

    assert course.first == date(2026, 10, 1)
    assert [(gap.place.key if gap.place else "") for gap in course.missing] == [CaseField.ALLOCATION]


@pytest.mark.parametrize("taken_over", [date(2008, 9, 1), date(2014, 2, 1), date(2018, 4, 3)])
def test_an_old_case_ends_where_it_was_handed_over(rulebook: Rulebook, taken_over: date) -> None:
    case = an_old_case(taken_over)

    course = the_course(rulebook, LONG_TODAY, case)

    assert course.first == case.allocation_decided_on
    assert course.last == case.moves[0].on
    assert course.today_text == "I dag 22.11.2026 →"
    assert [each.title for each in course.in_lane(Lane.MILESTONES)][-1] == "Fraflyttet"


def test_a_programme_that_has_ended_ends_the_course(rulebook: Rulebook) -> None:
    ended = date(2028, 3, 1)

    course = the_course(rulebook, date(2034, 1, 1), events=(an_event(DutyId.PROGRAMME_MAX_LENGTH, ended),))

    assert "Introduktionsprogram afsluttet · 01.03.2028" in words(course, Lane.MILESTONES)
    assert course.last == date(2034, 1, 1)  # others of its deadlines are overdue to this day


def test_while_something_is_overdue_the_axis_reaches_today(rulebook: Rulebook) -> None:
    assert the_course(rulebook, date(2033, 5, 1)).last == date(2033, 5, 1)


def test_an_end_that_cannot_be_calculated_is_said(rulebook: Rulebook) -> None:
    without_end = (DutyId.CONTRACT_SIGNED, DutyId.COORDINATING_DEPARTMENT_NAMED)
    only_contract = Rulebook([rulebook.duties[duty] for duty in without_end])

    course = the_course(only_contract)

    assert course.last == date(2027, 2, 1)  # three months after the last date there is
    assert [gap.text for gap in course.missing] == [
        "Programmets udløb kan ikke regnes ud. Tabellen herunder siger hvorfor."
    ]


def test_a_case_of_which_only_the_allocation_is_known_says_what_is_missing(rulebook: Rulebook) -> None:
    course = the_course(rulebook, LONG_TODAY, an_allocated_case())

    assert words(course, Lane.MILESTONES) == ["Visiteret · 11.11.2026"]
    assert words(course, Lane.DEADLINES) == ["Frist: Overtagelse af ansvaret · 04.01.2027 · Frist den 04.01.2027"]
    assert [(gap.text, gap.place.key if gap.place else "") for gap in course.missing] == [
        ("Datoen for overtagelsen mangler: De andre frister regnes fra den.", CaseField.TAKEOVER)
    ]
    assert (course.first, course.last) == (date(2026, 11, 11), date(2027, 4, 4))


def test_a_case_without_a_date_has_no_course(rulebook: Rulebook) -> None:
    course = the_course(rulebook, LONG_TODAY, an_unknown_case())

    assert (course.entries, course.span_text) == ((), "")
    assert [gap.place.key if gap.place else "" for gap in course.missing] == [CaseField.ALLOCATION, CaseField.TAKEOVER]


def test_a_period_before_everything_else_belongs_to_the_course(rulebook: Rulebook) -> None:
    early = a_leave(None, date(2026, 1, 1), date(2026, 6, 30))

    assert the_course(rulebook, parental_leave=(early,)).first == date(2026, 6, 30)


def test_the_axis_names_years_and_in_the_first_place_a_month_with_its_year(rulebook: Rulebook) -> None:
    course = the_course(rulebook, case=a_case(), today=TODAY)

    assert [tick.label for tick in course.ticks(6)][:4] == ["2027", "jul.", "2028", "jul."]
    assert [tick.label for tick in course.ticks(1)][:6] == ["aug. 2026", "sep.", "okt.", "nov.", "dec.", "2027"]
    assert [tick.label for tick in course.ticks(12)] == ["2027", "2028", "2029", "2030", "2031"]
    assert [tick.on for tick in course.ticks(24)] == [date(2028, 1, 1), date(2030, 1, 1)]
    assert [tick.begins_year for tick in course.ticks(6)][:2] == [True, False]


# All of it -----------------------------------------------------------------------------------------------------------


def test_a_long_case_has_everything_in_the_order_of_time(rulebook: Rulebook) -> None:
    course = the_course(rulebook, LONG_TODAY, a_long_case())

    assert [each.on for each in course.entries] == sorted(each.on for each in course.entries)
    assert len([each for each in course.in_lane(Lane.FOLLOW_UPS) if each.mark is Mark.HELD]) == 40
    assert course.first <= course.entries[0].on
    assert max(each.on for each in course.entries) <= course.last


def test_every_strip_has_a_title() -> None:
    assert [lane_title(lane) for lane in Lane] == ["Milepæle", "Frister", "Opfølgninger", "Perioder"]
