"""What may be decided about a deadline, and about which."""

from datetime import date

import pytest

from desktop_app.domain.case import Case
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadline_deciding import (
    REASON_LENGTH,
    Deciding,
    DecisionFault,
    deadline_decided_on,
    faults_in_decision,
    kinds_for,
)
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_deadline, a_decision, a_decision_fact, a_draft, a_follow_up, a_plan

DUE, TODAY, LATER = date(2026, 11, 1), date(2026, 11, 22), date(2026, 12, 1)


def deciding(kind: DecisionKind, **changes: object) -> Deciding:
    return Deciding(duty=DutyId.CONTRACT_SIGNED, kind=kind, computed_on=DUE, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("decision", "faults"),
    [
        (deciding(DecisionKind.NOT_RELEVANT, reason="Rejst"), []),
        (deciding(DecisionKind.NOT_RELEVANT, reason="  "), [DecisionFault.NO_REASON]),
        (deciding(DecisionKind.NOT_RELEVANT, reason="x" * (REASON_LENGTH + 1)), [DecisionFault.REASON_TOO_LONG]),
        (deciding(DecisionKind.OTHER_DATE, on=LATER, reason="Aftalt"), []),
        (deciding(DecisionKind.OTHER_DATE), [DecisionFault.NO_DATE, DecisionFault.NO_REASON]),
        (deciding(DecisionKind.OTHER_DATE, on=DUE, reason="Aftalt"), [DecisionFault.SAME_DATE]),
        (deciding(DecisionKind.LATE_BECAUSE, cause=DelayCause.BUSY), []),
        (deciding(DecisionKind.LATE_BECAUSE, reason="Brand"), [DecisionFault.NO_CAUSE]),
        (deciding(DecisionKind.LATE_BECAUSE, cause=DelayCause.OTHER), [DecisionFault.NO_WORDS]),
        (deciding(DecisionKind.LATE_BECAUSE, cause=DelayCause.OTHER, reason="Brand"), []),
        (deciding(DecisionKind.MEETING, on=TODAY), []),
        (deciding(DecisionKind.MEETING), [DecisionFault.NO_DATE]),
        (deciding(DecisionKind.MEETING, on=date(2026, 11, 21)), [DecisionFault.MEETING_IN_PAST]),
    ],
)
def test_what_is_missing_of_a_decision_is_named(decision: Deciding, faults: list[DecisionFault]) -> None:
    assert faults_in_decision(decision, TODAY) == faults


@pytest.mark.parametrize(
    ("status", "kinds"),
    [
        (Status.OVERDUE, {*DecisionKind}),
        (Status.DUE_SOON, {DecisionKind.MEETING, DecisionKind.OTHER_DATE, DecisionKind.NOT_RELEVANT}),
        (Status.DONE_LATE, {DecisionKind.LATE_BECAUSE}),
        (Status.DONE_ON_TIME, set()),
    ],
)
def test_what_can_be_decided_follows_how_the_deadline_stands(status: Status, kinds: set[DecisionKind]) -> None:
    assert set(kinds_for(a_deadline(status=status))) == kinds


def test_nothing_is_decided_about_what_has_no_date() -> None:
    assert kinds_for(a_deadline(status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER)) == ()


def test_what_was_set_to_not_relevant_is_first_taken_back() -> None:
    decided = a_deadline(
        status=Status.NOT_APPLICABLE, due_on=None, decisions=(a_decision_fact(DecisionKind.NOT_RELEVANT),)
    )

    assert kinds_for(decided) == ()


def an_unsigned_case(**changes: object) -> Case:
    return a_case(plans=(a_draft(),), **changes)


def test_a_decision_finds_the_deadline_it_is_about(rulebook: Rulebook) -> None:
    found = deadline_decided_on(an_unsigned_case(), deciding(DecisionKind.NOT_RELEVANT), rulebook, TODAY)

    assert found is not None
    assert (found.duty, found.due_on, found.status) == (DutyId.CONTRACT_SIGNED, DUE, Status.OVERDUE)


def test_a_deadline_with_another_date_is_still_the_one_the_law_computed(rulebook: Rulebook) -> None:
    moved = a_decision(kind=DecisionKind.OTHER_DATE, on=LATER, made_on=date(2026, 11, 20))

    found = deadline_decided_on(
        an_unsigned_case(decisions=(moved,)), deciding(DecisionKind.MEETING, on=TODAY), rulebook, TODAY
    )

    assert found is not None
    assert found.due_on == LATER


@pytest.mark.parametrize(
    "stale",
    [
        Deciding(duty=DutyId.CONTRACT_SIGNED, kind=DecisionKind.NOT_RELEVANT, computed_on=LATER),
        Deciding(duty=DutyId.DANISH_REFERRED, kind=DecisionKind.NOT_RELEVANT, computed_on=LATER),
    ],
)
def test_a_date_the_law_does_not_lead_to_is_no_deadline(stale: Deciding, rulebook: Rulebook) -> None:
    assert deadline_decided_on(an_unsigned_case(), stale, rulebook, TODAY) is None


def test_what_was_signed_on_time_leaves_nothing_to_decide(rulebook: Rulebook) -> None:
    assert deadline_decided_on(a_case(), deciding(DecisionKind.NOT_RELEVANT), rulebook, TODAY) is None


def test_a_past_follow_up_that_was_late_can_have_its_cause(rulebook: Rulebook) -> None:
    case = a_case(
        takeover_on=date(2025, 1, 1),
        plans=(a_plan(signed_by_citizen_on=date(2025, 1, 10), signed_by_municipality_on=date(2025, 1, 10)),),
        follow_ups=(a_follow_up(held_on=date(2025, 5, 1)), a_follow_up(held_on=date(2025, 7, 20))),
    )
    late = Deciding(
        duty=DutyId.FOLLOW_UP_LOCAL,
        kind=DecisionKind.LATE_BECAUSE,
        computed_on=date(2025, 4, 10),
        cause=DelayCause.BUSY,
    )

    found = deadline_decided_on(case, late, rulebook, TODAY)

    assert found is not None
    assert (found.status, found.fulfilled_on) == (Status.DONE_LATE, date(2025, 5, 1))
