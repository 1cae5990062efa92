"""How a deadline was calculated, in one line and step by step."""

from datetime import date

import pytest

from desktop_app.domain.case import MoveDirection, SupportKind
from desktop_app.domain.case_facts import (
    CaseFacts,
    EventFact,
    LeaveFact,
    MoveFact,
    PlanFact,
    SupportFact,
)
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Deadline, Fact, Reason, Status, Step, StepKind
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.calculation_texts import StepText, explanation, step_texts, uncertainty
from tests.builders import SIGNED, TAKEOVER, a_deadline, a_decision_fact, facts

A_MONTH = Span(1, Unit.MONTHS)
SATURDAY, MONDAY = date(2026, 10, 31), date(2026, 11, 2)
SIGNED_PLAN = PlanFact(1, SIGNED, None, (None,))


def with_steps(*steps: Step) -> Deadline:
    return a_deadline(steps=steps)


def calculated(rulebook: Rulebook, duty: DutyId, known: CaseFacts, today: date) -> Deadline:
    return next(deadline for deadline in deadlines_for(known, rulebook, today) if deadline.duty is duty)


# As the rules come with the program ----------------------------------------------------------------------------------


def test_what_was_set_to_not_relevant_is_explained_without_what_somebody_wrote() -> None:
    decision = a_decision_fact(DecisionKind.NOT_RELEVANT, reason="Rima er rejst")
    deadline = a_deadline(due_on=None, reason=Reason.SET_NOT_RELEVANT, decisions=(decision,))

    assert explanation(deadline) == (
        "Sat til ikke relevant den 20. november 2026 af MJ: begrundelsen står på sagen."
        " Beregnet frist: 1. november 2026."
    )


def test_the_contract_is_explained_as_a_sum(rulebook: Rulebook) -> None:
    deadline = calculated(rulebook, DutyId.CONTRACT_SIGNED, facts(), TAKEOVER)

    assert explanation(deadline) == "1. oktober 2026 + 1 måned = 1. november 2026"


def test_what_is_done_says_so_after_the_sum(rulebook: Rulebook) -> None:
    signed = facts(plans=(PlanFact(1, SIGNED, None, ()),))
    deadline = calculated(rulebook, DutyId.CONTRACT_SIGNED, signed, date(2026, 11, 22))

    assert explanation(deadline) == ("1. oktober 2026 + 1 måned = 1. november 2026; gennemført 28. oktober 2026")


def test_a_takeover_to_come_is_explained_from_the_decision_to_the_working_day(rulebook: Rulebook) -> None:
    known = facts(takeover_on=None, allocation_decided_on=date(2026, 6, 15))

    deadline = calculated(rulebook, DutyId.TAKEOVER_EXPECTED, known, date(2026, 6, 20))

    assert explanation(deadline) == (
        "afgørelse 15. juni 2026, første hele måned juli 2026; ansvaret overgår 1. august 2026; "
        "1. august 2026 er ikke en hverdag, flyttet til 3. august 2026"
    )
    assert step_texts(deadline) == [
        StepText("15. juni 2026", "Afgørelse om visitering"),
        StepText("Juli 2026", "Første hele måned efter afgørelsen"),
        StepText("1. august 2026", "Lørdag – ansvaret overgår den første hverdag"),
        StepText("3. august 2026", "Første hverdag"),
    ]


def test_follow_ups_within_a_period_say_how_many_are_held(rulebook: Rulebook) -> None:
    known = facts(
        takeover_on=date(2025, 1, 15),
        events=(EventFact(date(2025, 2, 20), DutyId.READINESS_ASSESSED),),
        follow_ups=(date(2025, 4, 15), date(2025, 5, 20)),
    )

    deadline = calculated(rulebook, DutyId.FOLLOW_UP, known, date(2025, 6, 1))

    assert explanation(deadline) == "20. februar 2025 + 6 måneder = 20. august 2025; 2 af 4 opfølgninger holdt"


def test_follow_ups_in_successive_periods_say_in_which_they_are_counted_and_that_the_law_was_changed(
    rulebook: Rulebook,
) -> None:
    known = facts(
        takeover_on=date(2018, 3, 15),
        events=(EventFact(date(2018, 6, 15), DutyId.READINESS_ASSESSED),),
        follow_ups=(date(2018, 8, 15), date(2018, 11, 15), date(2019, 2, 15), date(2019, 5, 15), date(2019, 8, 15)),
    )

    deadline = calculated(rulebook, DutyId.FOLLOW_UP, known, date(2019, 9, 1))

    assert explanation(deadline) == (
        "15. juni 2018 + 24 måneder = 15. juni 2020; 1 af 4 opfølgninger holdt i perioden fra 16. juni 2019; "
        "loven blev ændret 1. januar 2020, mens fristen løb; det er udledt, at den tidligere regel stadig gælder"
    )
    assert step_texts(deadline)[2:] == [
        StepText("1 af 4 opfølgninger holdt i perioden fra 16. juni 2019", "Fristen er periodens sidste dag"),
    ]
    assert uncertainty(deadline) == (
        "Udledt, ikke læst i lovens tekst\n"
        "Loven blev ændret den 1. januar 2020, mens fristen løb. Det er udledt, at den tidligere regel stadig gælder."
    )


def test_a_change_of_the_law_whose_day_is_inferred_is_named(rulebook: Rulebook) -> None:
    known = facts(takeover_on=None, allocation_decided_on=date(2015, 9, 10))

    deadline = calculated(rulebook, DutyId.TAKEOVER_EXPECTED, known, date(2015, 10, 1))

    assert explanation(deadline).endswith(
        "; loven blev ændret på en dag fra 1. januar 2014 til 31. december 2017;"
        " det er udledt, hvilken regel der gjaldt"
    )
    assert uncertainty(deadline) == (
        "Udledt, ikke læst i lovens tekst\n"
        "Loven blev ændret på en dag fra 1. januar 2014 til 31. december 2017. Det er udledt, hvilken regel der gjaldt."
    )


def test_a_confirmed_rule_that_nothing_came_near_has_nothing_uncertain(rulebook: Rulebook) -> None:
    assert uncertainty(calculated(rulebook, DutyId.CONTRACT_SIGNED, facts(), TAKEOVER)) is None


def test_what_waits_for_a_rule_has_nothing_uncertain_but_its_reason() -> None:
    assert uncertainty(a_deadline(rule=None)) is None


def test_an_approved_move_makes_the_follow_up_due_at_once(rulebook: Rulebook) -> None:
    known = facts(moves=(MoveFact(date(2026, 12, 1), MoveDirection.IN),), plans=(SIGNED_PLAN,))

    texts = [
        explanation(one)
        for one in deadlines_for(known, rulebook, date(2026, 12, 20))
        if any(step.kind is StepKind.DUE_AT_ONCE for step in one.steps)
    ]

    assert texts == ["opfølgning skal ske straks efter flytningen 1. december 2026"]


def test_somebody_in_ordinary_work_is_seen_less_often(rulebook: Rulebook) -> None:
    known = facts(
        plans=(SIGNED_PLAN,),
        support=(SupportFact(date(2026, 11, 1), None, SupportKind.ORDINARY_JOB),),
    )

    deadline = calculated(rulebook, DutyId.FOLLOW_UP_LOCAL, known, date(2026, 11, 22))

    assert explanation(deadline) == (
        "28. oktober 2026 + 12 måneder (i ordinært arbejde eller uddannelse) = 28. oktober 2027"
    )


def test_during_parental_leave_the_birth_counts(rulebook: Rulebook) -> None:
    known = facts(
        plans=(SIGNED_PLAN,),
        parental_leave=(LeaveFact(date(2026, 11, 1), date(2027, 6, 1), date(2026, 11, 20)),),
    )

    deadline = calculated(rulebook, DutyId.FOLLOW_UP_LOCAL, known, date(2026, 11, 22))

    assert explanation(deadline) == (
        "28. oktober 2026 + 3 måneder = 28. januar 2027; "
        "på barselsorlov: fødsel 20. november 2026 + 6 måneder = 20. maj 2027"
    )


def test_every_deadline_of_the_rules_can_be_explained(rulebook: Rulebook) -> None:
    started = EventFact(date(2026, 10, 12), DutyId.PROGRAMME_STARTED)
    known = facts(plans=(SIGNED_PLAN,), events=(started,), allocation_decided_on=date(2026, 8, 15))

    for deadline in deadlines_for(known, rulebook, date(2026, 11, 22)):
        assert explanation(deadline)
        assert len(step_texts(deadline)) == len(deadline.steps)


# Step for step -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "line", "text"),
    [
        (
            Step(StepKind.WHOLE_MONTH, start=date(2026, 12, 15)),
            "afgørelse 15. december 2026, første hele måned januar 2027",
            StepText("Januar 2027", "Første hele måned efter afgørelsen"),
        ),
        (
            Step(StepKind.ADDED, date(2026, 11, 1), start=TAKEOVER, span=A_MONTH),
            "1. oktober 2026 + 1 måned = 1. november 2026",
            StepText("+ 1 måned = 1. november 2026", "Søndag. Fristen flyttes ikke."),
        ),
        (
            Step(StepKind.ADDED, date(2026, 10, 22), start=TAKEOVER, span=Span(15, Unit.WORKING_DAYS)),
            "1. oktober 2026 + 15 hverdage = 22. oktober 2026",
            StepText("+ 15 hverdage = 22. oktober 2026", "Torsdag. Fristen flyttes ikke."),
        ),
        (
            Step(StepKind.ADDED, TAKEOVER, start=TAKEOVER, span=Span(0, Unit.DAYS)),
            "1. oktober 2026",
            StepText("1. oktober 2026", "Samme dag"),
        ),
        (
            Step(StepKind.ADDED, MONDAY, start=date(2026, 9, 15), span=Span(1, Unit.WHOLE_MONTHS)),
            "ansvaret overgår 2. november 2026",
            StepText("2. november 2026", "Ansvaret overgår til kommunen"),
        ),
        (
            Step(StepKind.ADDED, SATURDAY, start=date(2026, 9, 15), span=Span(1, Unit.WHOLE_MONTHS)),
            "ansvaret overgår 31. oktober 2026",
            StepText("31. oktober 2026", "Lørdag – ansvaret overgår den første hverdag"),
        ),
        (
            Step(StepKind.TO_WORKING_DAY, MONDAY, start=SATURDAY),
            "31. oktober 2026 er ikke en hverdag, flyttet til 2. november 2026",
            StepText("2. november 2026", "Første hverdag"),
        ),
        (
            Step(StepKind.RESTS, date(2022, 12, 1)),
            "fristen hviler til 1. december 2022",
            StepText("1. december 2022", "Til da hviler fristen (integrationslovens § 4 b)"),
        ),
        (
            Step(StepKind.TIMES, MONDAY, held=1, times=2),
            "1 af 2 opfølgninger holdt",
            StepText("1 af 2 opfølgninger holdt", "Fristen er periodens sidste dag"),
        ),
        (
            Step(StepKind.AIM, date(2026, 10, 15), start=TAKEOVER, span=Span(2, Unit.WEEKS)),
            "så vidt muligt senest 15. oktober 2026",
            StepText("15. oktober 2026", "Så vidt muligt senest denne dag"),
        ),
        (
            Step(StepKind.DUE_AT_ONCE, MONDAY),
            "opfølgning skal ske straks efter flytningen 2. november 2026",
            StepText("2. november 2026", "Opfølgning skal ske straks, når kommunen overtager"),
        ),
        (
            Step(StepKind.IN_ORDINARY_WORK, date(2027, 10, 1), start=TAKEOVER, span=Span(1, Unit.YEARS)),
            "1. oktober 2026 + 1 år (i ordinært arbejde eller uddannelse) = 1. oktober 2027",
            StepText("+ 1 år = 1. oktober 2027", "I ordinært arbejde eller uddannelse uden ydelse"),
        ),
        (
            Step(StepKind.AFTER_BIRTH, date(2027, 4, 1), start=TAKEOVER, span=Span(6, Unit.MONTHS)),
            "på barselsorlov: fødsel 1. oktober 2026 + 6 måneder = 1. april 2027",
            StepText("+ 6 måneder = 1. april 2027", "På barselsorlov: regnet fra fødslen"),
        ),
        (
            Step(StepKind.LEAVE_ENDS, date(2027, 6, 1)),
            "på barselsorlov: næste opfølgning ved orlovens ophør 1. juni 2027",
            StepText("1. juni 2027", "Orloven slutter"),
        ),
        (Step(StepKind.FULFILLED, SIGNED), "gennemført 28. oktober 2026", StepText("28. oktober 2026", "Gennemført")),
    ],
)
def test_every_step_has_its_line_and_its_reason(step: Step, line: str, text: StepText) -> None:
    deadline = with_steps(step)

    assert explanation(deadline) == line
    assert step_texts(deadline) == [text]


def test_the_fact_it_counts_from_is_a_step_of_its_own_but_no_part_of_the_line() -> None:
    start = Step(StepKind.FACT, TAKEOVER, fact=Fact.TAKEOVER)
    added = Step(StepKind.ADDED, date(2026, 11, 1), start=TAKEOVER, span=A_MONTH)

    deadline = with_steps(start, added)

    assert explanation(deadline) == "1. oktober 2026 + 1 måned = 1. november 2026"
    assert step_texts(deadline)[0] == StepText("1. oktober 2026", "Ansvar overtaget")


def test_every_kind_of_step_has_a_text() -> None:
    full = [
        Step(kind, on=MONDAY, start=TAKEOVER, span=A_MONTH, fact=Fact.TAKEOVER, held=1, times=2) for kind in StepKind
    ]

    assert all(title and detail for title, detail in step_texts(with_steps(*full)))


@pytest.mark.parametrize("kind", StepKind)
def test_a_step_that_lacks_its_dates_is_no_error(kind: StepKind) -> None:
    deadline = with_steps(Step(kind))

    assert isinstance(explanation(deadline), str)
    assert len([text for text in (*step_texts(deadline), uncertainty(deadline)) if text]) == 1


# Without a sum -------------------------------------------------------------------------------------------------------


def test_what_waits_is_explained_by_its_reason() -> None:
    waiting = a_deadline(status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER, missing=Fact.TAKEOVER)

    assert explanation(waiting) == "Fristen kan først beregnes, når datoen for overtagelse af ansvaret er udfyldt."


def test_follow_up_by_need_is_explained_by_what_was_held_and_by_its_reason() -> None:
    held = Step(StepKind.TIMES, MONDAY, held=2, times=2)
    by_need = a_deadline(status=Status.NOT_APPLICABLE, due_on=None, reason=Reason.BY_NEED, steps=(held,))

    assert explanation(by_need) == "2 af 2 opfølgninger holdt. Herefter holdes opfølgning efter behov."


def test_what_was_never_calculated_says_that_the_law_sets_no_date() -> None:
    assert explanation(a_deadline(due_on=None, status=Status.DONE_ON_TIME)) == "Gennemført. Loven sætter ingen dato."
