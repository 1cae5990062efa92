"""A deadline as the decisions about it leave it."""

from datetime import date

import pytest

from desktop_app.domain.case_facts import CaseFacts, DecisionFact, PlanFact
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import OPEN, Reason, Status, Step, StepKind
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.deadlines import deadline_for, deadlines_for
from desktop_app.domain.decided_deadlines import computed_date, decided, decision_about
from desktop_app.domain.duties import DutyId
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_deadline, a_decision_fact, facts

DUE = date(2026, 11, 1)
LATER = date(2026, 11, 15)
TODAY = date(2026, 11, 20)
ADDED = Step(StepKind.ADDED, DUE, start=date(2026, 10, 1), span=Span(1, Unit.MONTHS))
NOT_RELEVANT = a_decision_fact(DecisionKind.NOT_RELEVANT, reason="Borgeren er rejst")
OTHER_DATE = a_decision_fact(DecisionKind.OTHER_DATE, on=LATER, reason="Aftalt med borgeren")


def case_with(*decisions: DecisionFact) -> CaseFacts:
    return facts(decisions=decisions)


def test_a_deadline_that_is_not_relevant_has_no_date_and_says_since_when() -> None:
    found = decided(a_deadline(status=Status.OVERDUE), case_with(NOT_RELEVANT), TODAY)

    assert (found.status, found.due_on, found.reason, found.reason_on) == (
        Status.NOT_APPLICABLE,
        None,
        Reason.SET_NOT_RELEVANT,
        date(2026, 11, 20),
    )
    assert computed_date(found) == DUE


def test_what_was_fulfilled_stays_fulfilled_though_somebody_set_it_to_not_relevant() -> None:
    done = a_deadline(status=Status.DONE_LATE, fulfilled_on=TODAY, days_late=19)

    found = decided(done, case_with(NOT_RELEVANT), TODAY)

    assert found == done._replace(decisions=(NOT_RELEVANT,))


@pytest.mark.parametrize(
    ("today", "status"), [(date(2026, 11, 16), Status.OVERDUE), (LATER, Status.DUE_TODAY), (DUE, Status.DUE_LATER)]
)
def test_another_date_decides_how_an_open_deadline_stands(today: date, status: Status) -> None:
    found = decided(a_deadline(status=Status.OVERDUE, steps=(ADDED,)), case_with(OTHER_DATE), today)

    assert (found.status, found.due_on, computed_date(found)) == (status, LATER, DUE)
    assert found.steps == (ADDED, Step(StepKind.OTHER_DATE, LATER, start=DUE))


def test_another_date_decides_what_was_late() -> None:
    done = a_deadline(status=Status.DONE_LATE, fulfilled_on=date(2026, 11, 16), days_late=15)

    found = decided(done, case_with(OTHER_DATE), TODAY)

    assert (found.status, found.days_late, found.due_on) == (Status.DONE_LATE, 1, LATER)
    assert found.steps == ()


def test_a_deadline_that_rests_goes_on_resting_with_another_date() -> None:
    resting = a_deadline(status=Status.SUSPENDED, suspended_until=DUE)

    assert decided(resting, case_with(OTHER_DATE), TODAY).status is Status.SUSPENDED


def test_another_date_that_was_never_said_changes_nothing() -> None:
    open_deadline = a_deadline()

    found = decided(open_deadline, case_with(OTHER_DATE._replace(on=None)), TODAY)

    assert (found.status, found.due_on) == (open_deadline.status, DUE)


@pytest.mark.parametrize(
    "about_another",
    [NOT_RELEVANT._replace(computed_on=LATER), NOT_RELEVANT._replace(duty=DutyId.CONTRACT_DECLARATION)],
)
def test_a_decision_about_another_deadline_hides_nothing(about_another: DecisionFact) -> None:
    deadline = a_deadline()

    assert decided(deadline, case_with(about_another), TODAY) is deadline


def test_what_has_no_date_has_nothing_to_decide() -> None:
    waiting = a_deadline(status=Status.WAITING, due_on=None, reason=Reason.NO_TAKEOVER)

    assert decided(waiting, case_with(NOT_RELEVANT), TODAY) is waiting
    assert computed_date(waiting) is None


def test_the_latest_decision_of_a_kind_holds() -> None:
    earlier, later = OTHER_DATE, OTHER_DATE._replace(made_on=date(2026, 11, 21), on=date(2026, 11, 30))

    found = decided(a_deadline(), case_with(earlier, later), date(2026, 11, 22))

    assert found.decisions == (later,)
    assert found.due_on == date(2026, 11, 30)


def test_a_decision_is_found_by_its_kind() -> None:
    found = decided(a_deadline(), case_with(OTHER_DATE), TODAY)

    assert decision_about(found, DecisionKind.OTHER_DATE) == OTHER_DATE
    assert decision_about(found, DecisionKind.MEETING) is None


# In the engine --------------------------------------------------------------------------------------------------------


RIMA = facts(
    takeover_on=date(2026, 10, 1),
    decisions=(a_decision_fact(DecisionKind.NOT_RELEVANT, made_on=TODAY, reason="Rejst"),),
)


def test_a_decision_holds_from_the_day_it_was_made(rulebook: Rulebook) -> None:
    contract = rulebook.duties[DutyId.CONTRACT_SIGNED]

    def on(day: date) -> Status:
        return {one.duty: one for one in deadlines_for(RIMA, rulebook, day)}[contract.id].status

    assert on(date(2026, 11, 19)) is Status.OVERDUE
    assert on(TODAY) is Status.NOT_APPLICABLE
    assert deadline_for(contract, RIMA, rulebook, TODAY).reason is Reason.SET_NOT_RELEVANT


def test_a_corrected_takeover_brings_the_deadline_back(rulebook: Rulebook) -> None:
    corrected = RIMA._replace(takeover_on=date(2026, 10, 5))

    found = {one.duty: one for one in deadlines_for(corrected, rulebook, TODAY)}[DutyId.CONTRACT_SIGNED]

    assert found.status in OPEN
    assert found.decisions == ()


def test_the_reason_for_a_late_follow_up_stays_with_that_follow_up(rulebook: Rulebook) -> None:
    late = a_decision_fact(
        DecisionKind.LATE_BECAUSE, duty=DutyId.FOLLOW_UP_LOCAL, computed_on=date(2025, 4, 10), made_on=date(2025, 5, 2)
    )
    case = facts(
        takeover_on=date(2025, 1, 1),
        plans=(PlanFact(1, date(2025, 1, 10), None, (None,)),),
        follow_ups=(date(2025, 5, 1), date(2025, 7, 20)),
        decisions=(late,),
    )

    past = [one for one in past_deadlines_for(case, rulebook, TODAY) if one.duty is DutyId.FOLLOW_UP_LOCAL]

    assert [(one.status, one.decisions) for one in past] == [
        (Status.DONE_LATE, (late,)),
        (Status.DONE_ON_TIME, ()),
    ]
