"""What happened on one day comes in the order of its content: the same in every store, whatever the ids."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.case import (
    Complaint,
    CorrectedFact,
    Event,
    FactCorrection,
    Move,
    MoveDirection,
    Note,
    Offer,
    OfferKind,
    ParentalLeave,
    Readiness,
    ReadinessKind,
    Result,
    ResultKind,
    Support,
    SupportKind,
)
from desktop_app.domain.consent import Consent, ConsentPurpose
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUpCorrection, GoalProgress, Progress, Topic
from desktop_app.domain.plan import Annulment, Assessment, Commitment, EducationOrder, NoSignature, Party, Unsigned
from desktop_app.storage.case_order import in_order
from tests.storage.builders import MOMENT, a_case, a_decision, a_follow_up, a_plan

DAY, LATER = date(2026, 3, 3), date(2026, 3, 4)
SINCE, DURING = Period(DAY), Period(DAY, LATER)
OFFER = Offer(id="", kind=OfferKind.WORK_PLACEMENT, offered_on=DAY, starts_on=DAY, ends_on=DAY, company="A")
MOVE = Move(id="", direction=MoveDirection.IN, on=DAY, municipality_code="101")
COMPLAINT = Complaint(id="", received_on=DAY, about="a", decided_on=DAY, outcome="a")
LEAVE = ParentalLeave(id="", child_born_on=DAY, period=DURING)
TALK = a_follow_up(id="", held_on=DAY, note="a")
REMARK = FollowUpCorrection(id="", on=DAY, text="a")
ACHIEVED = GoalProgress(plan_number=1, place=1, progress=Progress.ACHIEVED)
AGREED = Consent(id="", purpose=ConsentPurpose.HEALTH_TEXT, given_on=DAY)
WRONG = FactCorrection(id="", fact=CorrectedFact.TAKEOVER, before=DAY, after=DAY, reason="a", on=DAY)
DECIDED = a_decision(id="", made_on=DAY, duty=DutyId.CONTRACT_SIGNED, computed_on=DAY, on=DAY, reason="a", made_by="A")
PLAN = a_plan(id="", goals=(), activities=())

# The first of each pair comes first, though its id is the higher one.
PAIRS: list[tuple[str, Any, Any]] = [
    (
        "support",
        Support(id="", period=DURING, kind=SupportKind.BENEFIT),
        Support(id="", period=SINCE, kind=SupportKind.BENEFIT),
    ),
    (
        "support",
        Support(id="", period=SINCE, kind=SupportKind.BENEFIT),
        Support(id="", period=SINCE, kind=SupportKind.ORDINARY_JOB),
    ),
    (
        "readiness",
        Readiness(id="", period=SINCE, kind=ReadinessKind.ACTIVITY_READY),
        Readiness(id="", period=SINCE, kind=ReadinessKind.JOB_READY),
    ),
    ("parental_leave", LEAVE, replace(LEAVE, child_born_on=LATER)),
    ("parental_leave", LEAVE, replace(LEAVE, child_born_on=None)),
    ("moves", MOVE, replace(MOVE, direction=MoveDirection.OUT)),
    ("moves", MOVE, replace(MOVE, municipality_code="147")),
    ("moves", MOVE, replace(MOVE, approved=True)),
    ("events", Event(id="", duty="a", on=DAY), Event(id="", duty="b", on=DAY)),
    ("events", Event(id="", duty="a", on=DAY, note="a"), Event(id="", duty="a", on=DAY, note="b")),
    ("offers", replace(OFFER, kind=OfferKind.GUIDANCE), OFFER),
    ("offers", OFFER, replace(OFFER, ends_on=LATER)),
    ("offers", OFFER, replace(OFFER, starts_on=None)),
    ("offers", OFFER, replace(OFFER, offered_on=None)),
    ("offers", OFFER, replace(OFFER, company="B")),
    ("offers", replace(OFFER, hours_per_week=9.5), replace(OFFER, hours_per_week=22.0)),
    ("follow_ups", TALK, replace(TALK, held_on=LATER)),
    ("follow_ups", TALK, replace(TALK, attempted_only=True)),
    ("follow_ups", TALK, replace(TALK, note="b")),
    ("follow_ups", replace(TALK, agreed="a"), replace(TALK, agreed="b")),
    ("follow_ups", replace(TALK, interpreter="a"), TALK),
    ("follow_ups", replace(TALK, participants="a"), TALK),
    ("follow_ups", TALK, replace(TALK, topics=(Topic.CHANGES,))),
    ("follow_ups", replace(TALK, topics=(Topic.CHANGES,)), replace(TALK, topics=(Topic.OUTCOME,))),
    ("follow_ups", replace(TALK, repatriation_guided=False), replace(TALK, repatriation_guided=True)),
    ("follow_ups", replace(TALK, next_on=DAY), replace(TALK, next_on=LATER)),
    ("follow_ups", TALK, replace(TALK, progress=(ACHIEVED,))),
    ("follow_ups", replace(TALK, progress=(ACHIEVED,)), replace(TALK, progress=(replace(ACHIEVED, place=2),))),
    ("follow_ups", replace(TALK, finished_at=MOMENT), TALK),
    ("follow_ups", TALK, replace(TALK, corrections=(REMARK,))),
    ("follow_ups", replace(TALK, corrections=(REMARK,)), replace(TALK, corrections=(replace(REMARK, text="b"),))),
    ("complaints", COMPLAINT, replace(COMPLAINT, about="b")),
    ("complaints", COMPLAINT, replace(COMPLAINT, decided_on=None)),
    ("complaints", COMPLAINT, replace(COMPLAINT, outcome="b")),
    ("results", Result(id="", kind=ResultKind.EDUCATION, on=DAY), Result(id="", kind=ResultKind.JOB, on=DAY)),
    (
        "results",
        Result(id="", kind=ResultKind.JOB, on=DAY, note="a"),
        Result(id="", kind=ResultKind.JOB, on=DAY, note="b"),
    ),
    ("notes", Note(id="", on=DAY, text="b"), Note(id="", on=LATER, text="a")),
    ("notes", Note(id="", on=DAY, text="a"), Note(id="", on=DAY, text="b")),
    ("plans", PLAN, replace(PLAN, number=2)),
    ("plans", replace(PLAN, signed_by_citizen_on=DAY), PLAN),
    ("plans", replace(PLAN, ready_on=DAY), PLAN),
    ("plans", replace(PLAN, signed_by_interpreter_on=DAY), PLAN),
    ("plans", replace(PLAN, unsigned=Unsigned(why=NoSignature.UNABLE, reason="a")), PLAN),
    (
        "plans",
        replace(PLAN, unsigned=Unsigned(why=NoSignature.UNABLE, reason="a")),
        replace(PLAN, unsigned=Unsigned(why=NoSignature.UNWILLING, reason="a")),
    ),
    ("plans", replace(PLAN, annulment=Annulment(on=DAY, reason="a")), PLAN),
    (
        "plans",
        replace(PLAN, annulment=Annulment(on=DAY, reason="a")),
        replace(PLAN, annulment=Annulment(on=DAY, reason="b")),
    ),
    ("corrections", WRONG, replace(WRONG, on=LATER)),
    ("corrections", replace(WRONG, fact=CorrectedFact.ALLOCATION), WRONG),
    ("corrections", WRONG, replace(WRONG, before=None)),
    ("corrections", WRONG, replace(WRONG, after=None)),
    ("corrections", WRONG, replace(WRONG, reason="b")),
    ("consents", AGREED, replace(AGREED, given_on=LATER)),
    ("consents", AGREED, replace(AGREED, purpose=ConsentPurpose.SHARING)),
    ("consents", replace(AGREED, with_whom="a"), AGREED),
    ("consents", replace(AGREED, with_whom="a"), replace(AGREED, with_whom="b")),
    ("consents", replace(AGREED, withdrawn_on=LATER), AGREED),
    ("decisions", DECIDED, replace(DECIDED, made_on=LATER)),
    ("decisions", replace(DECIDED, duty=DutyId.CONTRACT_DECLARATION), DECIDED),
    ("decisions", DECIDED, replace(DECIDED, kind=DecisionKind.MEETING)),
    ("decisions", DECIDED, replace(DECIDED, computed_on=LATER)),
    ("decisions", DECIDED, replace(DECIDED, on=None)),
    ("decisions", DECIDED, replace(DECIDED, cause=DelayCause.OTHER)),
    ("decisions", DECIDED, replace(DECIDED, reason="b")),
    ("decisions", DECIDED, replace(DECIDED, made_by="B")),
    ("plans", PLAN, replace(PLAN, goals=a_plan().goals)),
    ("plans", PLAN, replace(PLAN, activities=a_plan().activities)),
    ("plans", PLAN, replace(PLAN, commitments=(Commitment(id="", party=Party.CITIZEN, text="a"),))),
    ("plans", replace(PLAN, assessment=Assessment(work="a")), PLAN),
    ("plans", replace(PLAN, assessment=Assessment(work="a")), replace(PLAN, assessment=Assessment(work="b"))),
    ("plans", replace(PLAN, education_order=EducationOrder(given_on=DAY, text="a")), PLAN),
]


@pytest.mark.parametrize(("name", "first", "second"), PAIRS)
def test_content_decides_and_not_the_id(name: str, first: Any, second: Any) -> None:  # noqa: ANN401 - facts of all kinds
    first, second = replace(first, id="2"), replace(second, id="1")
    changes: dict[str, Any] = {name: (second, first)}

    assert getattr(in_order(a_case(**changes)), name) == (first, second)


def test_what_is_alike_in_everything_stands_by_id() -> None:
    notes = tuple(Note(id=each, on=DAY, text="a") for each in ("2", "1"))

    assert [note.id for note in in_order(a_case(notes=notes)).notes] == ["1", "2"]


def test_corrections_of_a_follow_up_come_by_date_whatever_else_is_in_the_case() -> None:
    early, late = replace(REMARK, id="2"), replace(REMARK, id="1", on=LATER)
    alike = replace(TALK, id="0", corrections=(early, late))

    [first, second] = in_order(a_case(follow_ups=(replace(TALK, id="1", corrections=(late, early)), alike))).follow_ups

    assert (first.id, second.id) == ("0", "1")
    assert first.corrections == second.corrections == (early, late)


def test_goals_and_activities_keep_the_order_they_were_agreed_in() -> None:
    plan = a_plan()

    assert in_order(a_case(plans=(plan, replace(plan, number=0)))).plans[1] == plan
