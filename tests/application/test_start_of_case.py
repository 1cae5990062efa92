"""What follows from the first facts of a case, before it is recorded."""

from datetime import date

import pytest
from hypothesis import given

from desktop_app.application.start_of_case import start_of_case
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from tests.application.exchange_strategies import examples
from tests.builders import facts
from tests.domain.strategies import LAST, case_facts

TODAY = date(2026, 11, 22)
DECIDED = date(2026, 11, 17)
PROPOSED = date(2027, 1, 4)


def test_the_proposal_stands_beside_what_a_takeover_ahead_sets_going(rulebook: Rulebook) -> None:
    typed = facts(allocation_decided_on=DECIDED, takeover_on=PROPOSED)

    start = start_of_case(typed, rulebook=rulebook, today=TODAY)

    assert (start.proposal.due_on, start.takeover_on, start.is_minor) == (PROPOSED, PROPOSED, False)
    assert [(one.duty, one.due_on) for one in start.started][:4] == [
        (DutyId.CONTRACT_SIGNED, date(2027, 2, 4)),
        (DutyId.CONTRACT_DECLARATION, date(2027, 2, 4)),
        (DutyId.PROGRAMME_STARTED, date(2027, 2, 4)),
        (DutyId.DANISH_REFERRED, date(2027, 2, 4)),
    ]
    assert date(2027, 4, 4) in [one.due_on for one in start.started if one.duty is DutyId.READINESS_ASSESSED]


def test_what_has_started_stands_by_its_date(rulebook: Rulebook) -> None:
    start = start_of_case(facts(takeover_on=date(2026, 8, 1)), rulebook=rulebook, today=TODAY)

    days = [one.due_on for one in start.started if one.due_on]
    assert len(days) == len(start.started) > 1
    assert days == sorted(days)
    assert start.started[0].status is Status.OVERDUE


def test_without_a_takeover_nothing_has_started(rulebook: Rulebook) -> None:
    start = start_of_case(facts(takeover_on=None, allocation_decided_on=DECIDED), rulebook=rulebook, today=TODAY)

    assert (start.proposal.due_on, start.takeover_on, start.started, start.is_minor) == (PROPOSED, None, (), False)


def test_a_decision_on_the_first_of_a_month_is_asked_about(rulebook: Rulebook) -> None:
    typed = facts(takeover_on=None, allocation_decided_on=date(2026, 11, 1))

    start = start_of_case(typed, rulebook=rulebook, today=TODAY)

    assert (start.proposal.due_on, start.proposal.reason) == (None, Reason.DECIDED_ON_THE_FIRST)


@pytest.mark.parametrize(
    ("birth_date", "is_minor"), [(None, False), (date(2009, 1, 4), False), (date(2009, 1, 5), True)]
)
def test_who_is_under_eighteen_at_the_takeover_is_a_minor(
    rulebook: Rulebook, birth_date: date | None, *, is_minor: bool
) -> None:
    start = start_of_case(facts(takeover_on=PROPOSED, birth_date=birth_date), rulebook=rulebook, today=TODAY)

    assert start.is_minor is is_minor


@pytest.mark.parametrize("group", TargetGroup)
def test_a_child_has_fewer_duties_than_an_adult_and_no_contract(rulebook: Rulebook, group: TargetGroup) -> None:
    adult = facts(target_group=group, takeover_on=PROPOSED, birth_date=date(1990, 1, 1))
    child = facts(target_group=group, takeover_on=PROPOSED, birth_date=date(2018, 1, 1))

    of_adult = {one.duty for one in start_of_case(adult, rulebook=rulebook, today=TODAY).started}
    of_child = {one.duty for one in start_of_case(child, rulebook=rulebook, today=TODAY).started}

    assert of_child <= of_adult
    assert DutyId.CONTRACT_SIGNED not in of_child


@examples
@given(typed=case_facts)
def test_what_starts_is_what_the_engine_says_of_the_case(rulebook: Rulebook, typed: CaseFacts) -> None:
    start = start_of_case(typed, rulebook=rulebook, today=LAST)

    by_the_engine = {one.duty: one for one in deadlines_for(typed, rulebook, LAST)}
    assert all(by_the_engine[one.duty] == one for one in start.started)
    if typed.takeover_on is None:
        assert start.proposal == by_the_engine[DutyId.TAKEOVER_EXPECTED]
