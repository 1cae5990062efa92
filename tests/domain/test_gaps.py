# ruff: noqa: ANN401 - whatever field a test changes

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

import tests.builders
from desktop_app.domain.case import Case, MoveDirection, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.deadline import Status
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUpCorrection, FollowUpForm, Topic
from desktop_app.domain.gap import ONLY_ON_THE_CASE, Gap, GapGroup, GapKind
from desktop_app.domain.gaps import gaps_in, gaps_of
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.plan import Annulment, NoSignature, Plan, Unsigned
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.scan import ScanRemoval
from tests.builders import (
    SIGNED,
    TAKEOVER,
    a_case,
    a_citizen,
    a_follow_up,
    a_leave,
    a_move,
    a_readiness,
    a_scan,
    a_support,
    an_activity,
    an_attempt,
    an_event,
    an_offer,
)


def a_plan(**changes: Any) -> Plan:
    """A signed version with its scan."""
    return tests.builders.a_plan(**{"scans": (a_scan(),)} | changes)


def a_draft(**changes: Any) -> Plan:
    """A version nobody has signed, and which already has a scan by the time somebody does."""
    return tests.builders.a_draft(**{"scans": (a_scan(),)} | changes)


TODAY = date(2026, 10, 29)
CONTRACT_DUE, LATE = date(2026, 11, 1), date(2026, 11, 2)
BEFORE, DAY, AFTER = date(2026, 9, 30), date(2026, 10, 28), date(2026, 12, 1)
FINISHED = datetime(2026, 10, 28, 12, tzinfo=UTC)
ONE_SIGNATURE = a_plan(signed_by_municipality_on=None, declaration_signed_on=None)
UNWILLING = Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke skrive under")
ANNULLED = Annulment(on=date(2026, 11, 5), reason="Forkert borger")
NO_INTERPRETER = a_citizen(interpreter_language=None)
STARTED = an_event(DutyId.PROGRAMME_STARTED, date(2026, 10, 5))
ADDITION = FollowUpCorrection(id="addition", on=date(2026, 10, 29), text="Tolk: nr. 12")
TALK = a_follow_up(held_on=DAY, note="Med tolk nr. 12.")
SPACES = {
    "family_name": a_case(citizen=a_citizen(family_name="Al-Hassan ")),
    "city": a_case(citizen=a_citizen(city="Nakskov  C")),
    "case_number": a_case(case_number=" 2026-014"),
}


def a_reason(duty: DutyId, computed_on: date, kind: DecisionKind = DecisionKind.LATE_BECAUSE) -> DeadlineDecision:
    """Why the deadline of a duty was not kept."""
    made_on = computed_on + timedelta(days=1)
    cause = DelayCause.CITIZEN_ILL
    return DeadlineDecision(id="reason", duty=duty, kind=kind, computed_on=computed_on, made_on=made_on, cause=cause)


def ukrainian(**changes: Any) -> Case:
    """Somebody the rule of four talks after the assessment still holds for; everything due by LATE was done."""
    return a_case(target_group=TargetGroup.DISPLACED_UKRAINE, **changes)


@dataclass(frozen=True)
class Example:
    """A case that lacks one thing on a day, and the same case once that is mended."""

    kind: GapKind
    case: Case
    mend: Callable[[Case], Case]
    today: date = TODAY


def with_citizen(**changes: Any) -> Callable[[Case], Case]:
    return lambda case: replace(case, citizen=replace(case.citizen, **changes))


def with_plan(**changes: Any) -> Callable[[Case], Case]:
    return lambda case: replace(case, plans=(*case.plans[:-1], replace(case.plans[-1], **changes)))


def with_talk(**changes: Any) -> Callable[[Case], Case]:
    return lambda case: replace(case, follow_ups=(*case.follow_ups[:-1], replace(case.follow_ups[-1], **changes)))


def with_(**changes: Any) -> Callable[[Case], Case]:
    return lambda case: replace(case, **changes)


A_LEAVE = a_leave(date(2026, 1, 10), date(2026, 1, 1))
ON_LEAVE = a_case(
    takeover_on=date(2025, 10, 1),
    plans=(
        a_plan(
            signed_by_citizen_on=date(2025, 10, 28),
            signed_by_municipality_on=date(2025, 10, 28),
            declaration_signed_on=date(2025, 10, 28),
        ),
    ),
    events=tuple(an_event(duty, date(2025, 10, 5)) for duty in (DutyId.PROGRAMME_STARTED, DutyId.READINESS_ASSESSED)),
    parental_leave=(a_leave(None, date(2024, 1, 1)), A_LEAVE),
    follow_ups=(a_follow_up(held_on=date(2026, 7, 1), note="Talt om barsel."),),
    allocation_decided_on=None,
)
LATE_OFFER = a_case(  # the second of two company offers came weeks too late, and has ended since
    target_group=TargetGroup.FAMILY_OF_REFUGEE,
    allocation_decided_on=None,
    takeover_on=date(2023, 1, 2),
    plans=(
        a_plan(
            signed_by_citizen_on=date(2023, 1, 10),
            signed_by_municipality_on=date(2023, 1, 10),
            declaration_signed_on=date(2023, 1, 10),
        ),
    ),
    events=tuple(an_event(duty, date(2023, 1, 5)) for duty in (DutyId.PROGRAMME_STARTED, DutyId.READINESS_ASSESSED)),
    offers=(
        an_offer(offered_on=date(2023, 1, 10), starts_on=date(2023, 1, 10), ends_on=date(2023, 2, 28)),
        an_offer(offered_on=date(2023, 3, 1), starts_on=date(2023, 5, 1), ends_on=date(2023, 6, 30)),
    ),
)
EXAMPLES = [
    Example(GapKind.NO_TAKEOVER, a_case(takeover_on=None, plans=()), with_(takeover_on=TAKEOVER)),
    Example(
        GapKind.NO_TAKEOVER,
        a_case(takeover_on=None, plans=(), allocation_decided_on=date(1990, 1, 2)),
        with_(takeover_on=TAKEOVER, allocation_decided_on=None),
    ),
    Example(
        GapKind.NO_CLOCK_FOR_TAKEOVER,
        a_case(takeover_on=None, allocation_decided_on=None, plans=()),
        with_(allocation_decided_on=date(2026, 10, 15)),
    ),
    Example(
        GapKind.DECIDED_ON_THE_FIRST,
        a_case(takeover_on=None, allocation_decided_on=date(2026, 10, 1), plans=()),
        with_(takeover_on=TAKEOVER),
    ),
    Example(GapKind.NO_CONTRACT, a_case(plans=(), events=(STARTED,)), with_(plans=(a_plan(),)), LATE),
    Example(
        GapKind.NO_CONTRACT,
        a_case(plans=(a_draft(annulment=ANNULLED),), events=(STARTED,)),
        with_(plans=(a_plan(),)),
        LATE,
    ),
    Example(
        GapKind.DRAFT_NOT_SIGNED,
        a_case(plans=(a_draft(),), events=(STARTED,)),
        with_(plans=(a_plan(),)),
        LATE,
    ),
    Example(
        GapKind.NO_READINESS,
        ukrainian(events=(STARTED,)),
        with_(events=(STARTED, an_event(DutyId.READINESS_ASSESSED, date(2026, 12, 1)))),
        date(2027, 1, 2),
    ),
    Example(GapKind.NO_PROGRAMME_START, a_case(), with_(events=(STARTED,)), LATE),
    Example(
        GapKind.LEAVE_WITHOUT_END,
        ON_LEAVE,
        with_(parental_leave=(replace(A_LEAVE, period=replace(A_LEAVE.period, last=AFTER)),)),
    ),
    Example(GapKind.NO_CASEWORKER, a_case(responsible_caseworker=None), with_(responsible_caseworker="MJ")),
    Example(GapKind.NO_CASEWORKER, a_case(responsible_caseworker=" "), with_(responsible_caseworker="MJ")),
    Example(
        GapKind.NO_BIRTH_DATE, a_case(citizen=a_citizen(birth_date=None)), with_citizen(birth_date=date(1990, 1, 1))
    ),
    Example(GapKind.ONE_SIGNATURE, a_case(plans=(ONE_SIGNATURE,)), with_(plans=(a_plan(),))),
    Example(GapKind.ONE_SIGNATURE, a_case(plans=(ONE_SIGNATURE,), events=(STARTED,)), with_(plans=(a_plan(),)), LATE),
    Example(GapKind.ONE_SIGNATURE, a_case(plans=(replace(ONE_SIGNATURE, unsigned=UNWILLING),)), with_(plans=())),
    Example(
        GapKind.READY_NOT_SIGNED,
        a_case(plans=(a_draft(ready_on=date(2026, 10, 15)),)),
        with_plan(signed_by_citizen_on=DAY, signed_by_municipality_on=DAY, declaration_signed_on=DAY),
    ),
    Example(
        GapKind.READY_NOT_SIGNED,
        a_case(plans=(a_draft(ready_on=date(2026, 10, 30)),), events=(STARTED,)),
        with_(plans=(a_plan(),)),
        LATE,
    ),
    Example(
        GapKind.READY_NOT_SIGNED,
        a_case(plans=(a_plan(), a_draft(number=2, ready_on=date(2026, 10, 15)))),
        with_plan(annulment=ANNULLED),
    ),
    Example(GapKind.NO_DECLARATION, a_case(plans=(a_plan(declaration_signed_on=None),)), with_(plans=(a_plan(),))),
    Example(GapKind.NO_SIGNATURE_SCAN, a_case(plans=(a_plan(scans=()),)), with_(plans=(a_plan(),))),
    Example(
        GapKind.NO_SIGNATURE_SCAN,
        a_case(plans=(a_plan(scans=(a_scan(removal=ScanRemoval(on=DAY, by="MJ", reason="Forkert")),)),)),
        with_(plans=(a_plan(annulment=ANNULLED, scans=()),)),
    ),
    Example(GapKind.NO_SIGNATURE_SCAN, a_case(plans=(a_plan(scans=()), a_plan(number=2))), with_(plans=(a_plan(),))),
    Example(GapKind.SIGNED_INCOMPLETE, a_case(plans=(a_plan(activities=()),)), with_(plans=(a_plan(),))),
    Example(
        GapKind.SIGNED_INCOMPLETE, a_case(coordinating_department=None), with_(coordinating_department="Jobcenter")
    ),
    Example(
        GapKind.NO_DEPARTMENT,
        a_case(
            coordinating_department=None,
            plans=(),
            citizen=a_citizen(birth_date=date(2015, 1, 1), cpr="0101154001"),
        ),
        with_(coordinating_department="Børn og Unge"),
    ),
    Example(
        GapKind.TALK_WITHOUT_NOTE,
        a_case(citizen=NO_INTERPRETER, follow_ups=(replace(TALK, note=" "),)),
        with_talk(note="Talt om job."),
    ),
    Example(
        GapKind.TALK_WITHOUT_TOPICS,
        a_case(follow_ups=(replace(TALK, finished_at=FINISHED, topics=(Topic.CHANGES,)),)),
        with_talk(topics=tuple(Topic)),
    ),
    Example(
        GapKind.INTERPRETER_UNRECORDED,
        a_case(follow_ups=(replace(TALK, note="Talt om job."),)),
        with_talk(corrections=(ADDITION,)),
    ),
    Example(
        GapKind.NO_REASON_FOR_DELAY,
        a_case(events=(an_event(DutyId.PROGRAMME_STARTED, LATE),)),
        with_(decisions=(a_reason(DutyId.PROGRAMME_STARTED, CONTRACT_DUE),)),
        LATE,
    ),
    Example(
        GapKind.NO_REASON_FOR_DELAY,
        LATE_OFFER,
        with_(decisions=(a_reason(DutyId.OFFER_GAP, date(2023, 4, 11)),)),
        date(2023, 7, 3),
    ),
    Example(
        GapKind.DECISION_DOES_NOT_FIT,
        a_case(decisions=(a_reason(DutyId.PROGRAMME_STARTED, DAY, DecisionKind.NOT_RELEVANT),)),
        with_(decisions=()),
    ),
    Example(GapKind.NO_LANGUAGE, a_case(citizen=a_citizen(languages=())), with_citizen(languages=("ar",))),
    Example(GapKind.NO_CPR, a_case(citizen=a_citizen(cpr=None)), with_citizen(cpr="0101900001")),
    Example(GapKind.CPR_NO_DATE, a_case(citizen=a_citizen(cpr="3102900000")), with_citizen(cpr="0101900001")),
    Example(GapKind.CPR_REPLACEMENT, a_case(citizen=a_citizen(cpr="6101900000")), with_citizen(cpr="0101900001")),
    Example(
        GapKind.CPR_OTHER_BIRTH_DATE,
        a_case(citizen=a_citizen(birth_date=date(1990, 1, 2))),
        with_citizen(birth_date=date(1990, 1, 1)),
    ),
    Example(
        GapKind.TAKEOVER_BEFORE_ALLOCATION,
        a_case(allocation_decided_on=date(2026, 10, 2)),
        with_(allocation_decided_on=TAKEOVER),
    ),
    Example(
        GapKind.CONTRACT_BEFORE_TAKEOVER,
        a_case(
            target_group=TargetGroup.FAMILY_OF_OTHER,
            plans=(a_plan(signed_by_citizen_on=BEFORE, signed_by_municipality_on=BEFORE),),
        ),
        with_plan(signed_by_citizen_on=DAY),
    ),
    Example(
        GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS,
        a_case(support=(a_support(SupportKind.BENEFIT, AFTER, BEFORE),)),
        with_(support=(a_support(SupportKind.BENEFIT, BEFORE, AFTER),)),
    ),
    Example(
        GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS,
        a_case(readiness=(a_readiness(ReadinessKind.JOB_READY, AFTER, BEFORE),)),
        with_(readiness=()),
    ),
    Example(
        GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS,
        a_case(parental_leave=(a_leave(DAY, AFTER, BEFORE),)),
        with_(parental_leave=(a_leave(DAY, DAY, AFTER),)),
    ),
    Example(
        GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS,
        a_case(offers=(an_offer(starts_on=AFTER, ends_on=BEFORE),)),
        with_(offers=(an_offer(starts_on=BEFORE, ends_on=AFTER),)),
    ),
    Example(
        GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS,
        a_case(plans=(a_plan(activities=(an_activity(starts_on=AFTER, ends_on=BEFORE),)),)),
        with_plan(activities=(an_activity(),)),
    ),
    Example(
        GapKind.PERIODS_OVERLAP,
        a_case(
            readiness=(
                a_readiness(ReadinessKind.JOB_READY, BEFORE),
                a_readiness(ReadinessKind.ACTIVITY_READY, AFTER),
            )
        ),
        with_(
            readiness=(
                a_readiness(ReadinessKind.JOB_READY, BEFORE, DAY),
                a_readiness(ReadinessKind.ACTIVITY_READY, AFTER),
            )
        ),
    ),
    Example(
        GapKind.PERIODS_OVERLAP,
        a_case(support=(a_support(SupportKind.BENEFIT, BEFORE, AFTER), a_support(SupportKind.BENEFIT, DAY))),
        with_(support=(a_support(SupportKind.BENEFIT, BEFORE),)),
    ),
    Example(
        GapKind.TAKEOVER_NOT_ON_WORKING_DAY,
        a_case(takeover_on=date(2026, 10, 3)),
        with_(takeover_on=date(2026, 10, 5)),
    ),
    Example(
        GapKind.FOLLOW_UP_BEFORE_CONTRACT,
        a_case(follow_ups=(replace(TALK, held_on=BEFORE),)),
        with_talk(held_on=SIGNED),
    ),
    *(
        Example(GapKind.STRAY_SPACES, case, with_(case_number="2026-014", citizen=a_citizen()))
        for case in SPACES.values()
    ),
]


def name_of(example: Example) -> str:
    return example.kind.value


def kinds(case: Case, rulebook: Rulebook, today: date = TODAY) -> list[GapKind]:
    return [gap.kind for gap in gaps_in(case, rulebook, today)]


@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 1)])
def test_a_case_in_order_has_no_gaps(rulebook: Rulebook, today: date) -> None:
    assert gaps_in(a_case(), rulebook, today) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_one_thing_out_of_order_is_the_one_gap_found(example: Example, rulebook: Rulebook) -> None:
    assert kinds(example.case, rulebook, example.today) == [example.kind]


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_what_is_mended_is_no_gap(example: Example, rulebook: Rulebook) -> None:
    assert kinds(example.mend(example.case), rulebook, example.today) == []


def test_every_kind_of_gap_is_found_somewhere() -> None:
    assert {example.kind for example in EXAMPLES} == set(GapKind)


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_a_case_another_municipality_took_over_lacks_nothing(example: Example, rulebook: Rulebook) -> None:
    away = replace(example.case, moves=(a_move(MoveDirection.OUT, min(BEFORE, example.today)),))

    assert gaps_in(away, rulebook, example.today) == []


def test_a_move_away_that_is_still_to_come_or_was_undone_changes_nothing(rulebook: Rulebook) -> None:
    case = a_case(citizen=a_citizen(cpr=None))
    away = a_move(MoveDirection.OUT, AFTER)
    back = (a_move(MoveDirection.OUT, TAKEOVER), a_move(MoveDirection.IN, DAY))

    assert kinds(replace(case, moves=(away,)), rulebook) == [GapKind.NO_CPR]
    assert GapKind.NO_CPR in kinds(replace(case, moves=back), rulebook)


IN_ORDER = {
    "a check digit that fits, and elsewhere one that does not": a_case(
        citizen=a_citizen(cpr="0101364003", birth_date=date(2036, 1, 1)), plans=()
    ),
    "an address may be unknown": a_case(citizen=a_citizen(address=None, city=None)),
    "an attempt before the contract is no follow-up": a_case(follow_ups=(an_attempt(held_on=BEFORE),)),
    "a follow-up on the day of the contract": a_case(follow_ups=(TALK,)),
    "a draft is not incomplete": a_case(plans=(a_draft(goals=()),)),
    "a plan that was made ready a moment ago": a_case(plans=(a_draft(ready_on=date(2026, 10, 16)),)),
    "a plan one works on beside the contract": a_case(plans=(a_plan(), a_draft(number=2))),
    "no plan yet": a_case(plans=()),
    "no department while the contract can still be made": a_case(plans=(), coordinating_department=None),
    "a takeover that is expected": a_case(takeover_on=None, allocation_decided_on=date(2026, 10, 15), plans=()),
    "a takeover that was agreed on and is to come": a_case(takeover_on=AFTER, plans=()),
    "nobody has a number before the takeover": a_case(
        takeover_on=None, allocation_decided_on=date(2026, 10, 15), plans=(), citizen=a_citizen(cpr=None)
    ),
    "a registration may fall on a Saturday": a_case(allocation_decided_on=None, takeover_on=date(2026, 10, 3)),
    "taken over on the day of the allocation": a_case(allocation_decided_on=date(2026, 10, 1)),
    "signed on the day of the takeover": a_case(takeover_on=DAY),
    "a refugee may sign before the takeover": a_case(
        plans=(a_plan(signed_by_citizen_on=BEFORE, signed_by_municipality_on=BEFORE),)
    ),
    "the citizen would not sign": a_case(plans=(a_plan(signed_by_citizen_on=None, unsigned=UNWILLING),)),
    "one signature, annulled": a_case(plans=(replace(ONE_SIGNATURE, annulment=ANNULLED),)),
    "a contract that was annulled": a_case(plans=(a_plan(annulment=ANNULLED, declaration_signed_on=None),)),
    "an immigrant's plan is no contract": a_case(
        target_group=TargetGroup.IMMIGRANT, plans=(a_plan(goals=(), declaration_signed_on=None),)
    ),
    "periods of one day and open ones": a_case(
        support=(a_support(SupportKind.BENEFIT, DAY, DAY), a_support(SupportKind.BENEFIT, AFTER))
    ),
    "benefit beside a job": a_case(
        support=(a_support(SupportKind.BENEFIT, DAY), a_support(SupportKind.ORDINARY_JOB, AFTER))
    ),
    "offers of one day and undated ones": a_case(
        offers=(an_offer(starts_on=DAY, ends_on=DAY), an_offer(starts_on=None, ends_on=None))
    ),
    "a letter needs no interpreter": a_case(follow_ups=(replace(TALK, note="Brev sendt.", form=FollowUpForm.LETTER),)),
    "a talk finished here says itself that nobody interpreted": a_case(
        follow_ups=(replace(TALK, note="Talt om job.", finished_at=FINISHED, topics=tuple(Topic)),)
    ),
    "an interpreter with a name": a_case(follow_ups=(replace(TALK, note="Talt om job.", interpreter="Nr. 12"),)),
    "who speaks Danish needs none": a_case(citizen=NO_INTERPRETER, follow_ups=(replace(TALK, note="Talt om job."),)),
    "an addition stands for what a note lacks": a_case(follow_ups=(replace(TALK, note=None, corrections=(ADDITION,)),)),
    "only the latest talk is asked about": a_case(
        follow_ups=(a_follow_up(held_on=SIGNED, note=None), replace(TALK, held_on=TODAY))
    ),
}


@pytest.mark.parametrize("case", IN_ORDER.values(), ids=IN_ORDER.keys())
def test_what_is_in_order_is_no_gap(case: Case, rulebook: Rulebook) -> None:
    assert kinds(case, rulebook) == []


def test_before_the_rule_of_working_days_a_takeover_could_fall_on_a_saturday(rulebook: Rulebook) -> None:
    saturday = date(2016, 6, 4)
    case = a_case(allocation_decided_on=date(2016, 4, 20), takeover_on=saturday, plans=())

    assert kinds(case, rulebook, saturday) == []


def test_what_an_old_talk_was_about_is_no_longer_asked_but_a_note_is(rulebook: Rulebook) -> None:
    case = a_case(events=(STARTED,), follow_ups=(replace(TALK, note=None, finished_at=FINISHED),))

    assert kinds(case, rulebook, date(2026, 11, 27)) == [GapKind.TALK_WITHOUT_NOTE, GapKind.TALK_WITHOUT_TOPICS]
    assert kinds(case, rulebook, date(2026, 11, 28)) == [GapKind.TALK_WITHOUT_NOTE]


def test_a_deadline_that_waits_for_a_duty_not_yet_overdue_is_stopped_by_nothing(rulebook: Rulebook) -> None:
    case = ukrainian(events=(STARTED,))

    assert kinds(case, rulebook, date(2027, 1, 1)) == []
    assert kinds(case, rulebook, date(2027, 1, 2)) == [GapKind.NO_READINESS]


def test_nothing_waits_for_an_assessment_nobody_owes(rulebook: Rulebook) -> None:
    case = ukrainian(events=(STARTED,), support=(a_support(SupportKind.SELF_SUPPORTING, TAKEOVER),))

    assert kinds(case, rulebook, date(2027, 6, 1)) == []


def test_another_decision_is_no_reason_for_a_delay_nor_is_one_about_another_date(rulebook: Rulebook) -> None:
    late = an_event(DutyId.PROGRAMME_STARTED, LATE)
    others = (
        a_reason(DutyId.PROGRAMME_STARTED, CONTRACT_DUE, DecisionKind.MEETING),
        a_reason(DutyId.PROGRAMME_STARTED, date(2026, 10, 31)),
        a_reason(DutyId.DANISH_BEGUN, CONTRACT_DUE),
    )

    for decision in others:
        case = a_case(events=(late,), decisions=(decision,))
        assert gaps_in(case, rulebook, date(2026, 11, 3)) == [
            Gap(GapKind.NO_REASON_FOR_DELAY, "MJ", CONTRACT_DUE, duty=DutyId.PROGRAMME_STARTED)
        ]


def test_what_was_set_to_not_relevant_and_done_late_all_the_same_has_its_reason(rulebook: Rulebook) -> None:
    decided = a_reason(DutyId.PROGRAMME_STARTED, CONTRACT_DUE, DecisionKind.NOT_RELEVANT)
    case = a_case(events=(an_event(DutyId.PROGRAMME_STARTED, LATE),), decisions=(decided,))

    assert GapKind.NO_REASON_FOR_DELAY not in kinds(case, rulebook, LATE)


def test_a_deadline_that_was_moved_is_late_by_its_other_date_and_named_by_its_own(rulebook: Rulebook) -> None:
    moved = replace(
        a_reason(DutyId.PROGRAMME_STARTED, CONTRACT_DUE, DecisionKind.OTHER_DATE), on=LATE, made_on=CONTRACT_DUE
    )
    in_time, late = (an_event(DutyId.PROGRAMME_STARTED, on) for on in (LATE, date(2026, 11, 3)))
    today = date(2026, 11, 4)

    assert gaps_in(a_case(events=(in_time,), decisions=(moved,)), rulebook, today) == []
    [gap] = gaps_in(a_case(events=(late,), decisions=(moved,)), rulebook, today)
    assert (gap.kind, gap.on) == (GapKind.NO_REASON_FOR_DELAY, CONTRACT_DUE)


MOVED_TAKEOVER = date(2026, 10, 8)
"""The takeover once it is corrected: the contract is due a week later than when somebody decided about it."""


@pytest.mark.parametrize(
    ("kind", "on", "is_told"),
    [
        (DecisionKind.NOT_RELEVANT, None, True),
        (DecisionKind.OTHER_DATE, AFTER, True),
        (DecisionKind.MEETING, TODAY, True),
        (DecisionKind.MEETING, DAY, False),
        (DecisionKind.MEETING, None, False),
        (DecisionKind.LATE_BECAUSE, None, False),
    ],
)
def test_what_was_decided_before_a_date_was_corrected_is_asked_about(
    rulebook: Rulebook, kind: DecisionKind, on: date | None, *, is_told: bool
) -> None:
    decision = replace(a_reason(DutyId.PROGRAMME_STARTED, CONTRACT_DUE, kind), on=on, made_on=DAY)
    case = a_case(decisions=(decision,))
    corrected = replace(case, takeover_on=MOVED_TAKEOVER)
    told = Gap(GapKind.DECISION_DOES_NOT_FIT, "MJ", CONTRACT_DUE, record="reason", duty=DutyId.PROGRAMME_STARTED)

    assert gaps_in(case, rulebook, TODAY) == []
    assert gaps_in(corrected, rulebook, TODAY) == ([told] if is_told else [])
    assert gaps_in(corrected, rulebook, DAY - timedelta(days=1)) == []


def test_what_was_decided_about_an_earlier_time_still_fits_that_time(rulebook: Rulebook) -> None:
    moved = replace(a_reason(DutyId.FOLLOW_UP_LOCAL, AFTER, DecisionKind.OTHER_DATE), on=AFTER, made_on=DAY)
    held_on = date(2026, 11, 10)
    case = a_case(follow_ups=(replace(TALK, held_on=held_on),), decisions=(moved,))
    [local] = [each for each in deadlines_for(facts_of(a_case()), rulebook, DAY) if each.duty is DutyId.FOLLOW_UP_LOCAL]
    assert local.due_on
    fitting = replace(moved, computed_on=local.due_on)

    for decision in (fitting, moved, replace(fitting, made_on=date(2026, 11, 11))):
        decided = replace(case, decisions=(decision,))
        assert GapKind.DECISION_DOES_NOT_FIT not in kinds(decided, rulebook, date(2026, 11, 12))
    later = replace(case, decisions=(replace(moved, made_on=date(2026, 11, 11)),))
    assert GapKind.DECISION_DOES_NOT_FIT in kinds(later, rulebook, date(2026, 11, 12))


def test_nothing_is_asked_about_a_duty_that_is_not_open(rulebook: Rulebook) -> None:
    decision = replace(a_reason(DutyId.PROGRAMME_STARTED, DAY, DecisionKind.NOT_RELEVANT), made_on=DAY)

    assert kinds(a_case(events=(STARTED,), decisions=(decision,)), rulebook) == []


def test_after_a_year_nobody_is_asked_why_something_was_late(rulebook: Rulebook) -> None:
    case = a_case(events=(an_event(DutyId.PROGRAMME_STARTED, LATE), an_event(DutyId.READINESS_ASSESSED, LATE)))

    assert GapKind.NO_REASON_FOR_DELAY in kinds(case, rulebook, date(2027, 11, 2))
    assert GapKind.NO_REASON_FOR_DELAY not in kinds(case, rulebook, date(2027, 11, 3))


def test_a_declaration_signed_with_a_late_contract_is_late_for_the_same_reason(rulebook: Rulebook) -> None:
    contract = a_plan(signed_by_citizen_on=LATE, signed_by_municipality_on=LATE, declaration_signed_on=LATE)
    later = replace(contract, declaration_signed_on=date(2026, 11, 3))
    today = date(2026, 11, 4)

    def late(plan: Plan) -> list[DutyId | None]:
        return [gap.duty for gap in gaps_in(a_case(plans=(plan,), events=(STARTED,)), rulebook, today)]

    assert late(contract) == [DutyId.CONTRACT_SIGNED]
    assert late(later) == [DutyId.CONTRACT_SIGNED, DutyId.CONTRACT_DECLARATION]


def test_the_municipalitys_own_standard_needs_no_reason(rulebook: Rulebook) -> None:
    talks = tuple(a_follow_up(held_on=on, note="Med tolk.") for on in (date(2027, 2, 20), date(2027, 3, 1)))
    case = a_case(events=(STARTED, an_event(DutyId.READINESS_ASSESSED, SIGNED)), follow_ups=talks)

    past = past_deadlines_for(facts_of(case), rulebook, date(2027, 3, 2))
    assert (DutyId.FOLLOW_UP_LOCAL, Status.DONE_LATE) in {(one.duty, one.status) for one in past}
    assert gaps_in(case, rulebook, date(2027, 3, 2)) == []


def test_gaps_of_one_case_are_those_its_deadlines_give(rulebook: Rulebook) -> None:
    case = a_case(takeover_on=None, citizen=a_citizen(birth_date=None))

    assert gaps_of(case, deadlines_for(facts_of(case), rulebook, LATE), rulebook, LATE) == gaps_in(case, rulebook, LATE)


@pytest.mark.parametrize(
    ("signed_on", "asked"),
    [(date(2025, 10, 28), 0), (date(2025, 10, 29), 1), (TODAY, 1)],
    ids=["a year and a day ago", "a year ago", "today"],
)
def test_a_scan_is_asked_for_through_the_year_after_the_signature(
    signed_on: date, asked: int, rulebook: Rulebook
) -> None:
    plan = a_plan(signed_by_citizen_on=signed_on, signed_by_municipality_on=signed_on, scans=())

    found = [gap for gap in gaps_in(a_case(plans=(plan,)), rulebook, TODAY) if gap.kind is GapKind.NO_SIGNATURE_SCAN]

    assert found == [Gap(GapKind.NO_SIGNATURE_SCAN, "MJ", signed_on, record=plan.id)] * asked


def test_a_gap_says_who_mends_it_of_which_day_which_part_and_which_record_it_speaks(rulebook: Rulebook) -> None:
    support = a_support(SupportKind.BENEFIT, AFTER, BEFORE)
    case = a_case(responsible_caseworker="AK", plans=(a_plan(activities=()),), support=(support,))

    assert gaps_in(case, rulebook, TODAY) == [
        Gap(GapKind.SIGNED_INCOMPLETE, "AK", DAY, PlanPart.ACTIVITY_WITH_START),
        Gap(GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS, "AK", BEFORE, record=support.id),
    ]


@pytest.mark.parametrize(
    ("example", "on"),
    [
        (EXAMPLES[0], TAKEOVER),
        (EXAMPLES[3], date(2026, 10, 1)),
        (EXAMPLES[4], CONTRACT_DUE),
        (EXAMPLES[6], CONTRACT_DUE),
    ],
    ids=["the day expected", "the day of the decision", "the last day of the contract", "the same of a draft"],
)
def test_what_stops_a_deadline_says_since_when(example: Example, on: date, rulebook: Rulebook) -> None:
    [gap] = gaps_in(example.case, rulebook, example.today)

    assert gap.on == on


@pytest.mark.parametrize(
    "signed", [{"signed_by_municipality_on": None}, {"signed_by_citizen_on": None}], ids=["citizen", "municipality"]
)
def test_one_signature_is_a_gap_of_the_day_it_was_given(signed: dict[str, None], rulebook: Rulebook) -> None:
    case = a_case(plans=(a_plan(declaration_signed_on=None, **signed),))

    assert gaps_in(case, rulebook, TODAY) == [Gap(GapKind.ONE_SIGNATURE, "MJ", DAY)]


def test_gaps_come_the_most_pressing_first(rulebook: Rulebook) -> None:
    case = a_case(
        plans=(),
        citizen=a_citizen(cpr=None, languages=(), birth_date=None),
        support=(a_support(SupportKind.BENEFIT, AFTER, BEFORE),),
    )

    found = kinds(case, rulebook, LATE)

    assert len(found) == 6
    assert found == sorted(found, key=list(GapKind).index)
    assert found[0] is GapKind.NO_CONTRACT


def test_only_the_first_signed_version_needs_the_declaration_and_only_the_current_one_to_be_complete(
    rulebook: Rulebook,
) -> None:
    first = a_plan(number=1, goals=())
    second = a_plan(number=2, declaration_signed_on=None)

    assert gaps_in(a_case(plans=(second, first)), rulebook, TODAY) == []


def test_who_is_responsible_is_missed_once_though_the_contract_names_nobody_either(rulebook: Rulebook) -> None:
    assert kinds(a_case(responsible_caseworker=None), rulebook) == [GapKind.NO_CASEWORKER]


def test_every_kind_belongs_to_a_group_in_the_order_of_the_groups() -> None:
    groups = [kind.group for kind in GapKind]

    assert groups == sorted(groups, key=list(GapGroup).index)
    assert set(groups) == set(GapGroup)
    assert {kind.group for kind in ONLY_ON_THE_CASE} == {GapGroup.LOOKS_WRONG}
