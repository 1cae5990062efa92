"""The day proposed for the takeover, and what another day asks for."""

from datetime import date

import pytest
from hypothesis import given

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import Reason, StepKind
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.errors import TakeoverBeforeAllocation, TakeoverReasonMissing
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.takeover import check_takeover, proposed_takeover
from tests.builders import facts
from tests.domain.strategies import LAST, case_facts

TODAY = date(2026, 11, 22)
DECIDED = date(2026, 11, 17)
PROPOSED = date(2027, 1, 4)


# The proposal --------------------------------------------------------------------------------------------------------


def test_a_refugee_is_taken_over_on_the_first_working_day_after_the_first_whole_month(rulebook: Rulebook) -> None:
    proposal = proposed_takeover(facts(takeover_on=None, allocation_decided_on=DECIDED), rulebook, TODAY)

    assert proposal.due_on == PROPOSED
    assert [(step.kind, step.on) for step in proposal.steps] == [
        (StepKind.FACT, DECIDED),
        (StepKind.WHOLE_MONTH, None),
        (StepKind.ADDED, date(2027, 1, 1)),
        (StepKind.TO_WORKING_DAY, PROPOSED),
    ]


def test_a_takeover_already_recorded_does_not_change_the_proposal(rulebook: Rulebook) -> None:
    proposal = proposed_takeover(facts(takeover_on=TODAY, allocation_decided_on=DECIDED), rulebook, TODAY)

    assert (proposal.due_on, proposal.fulfilled_on) == (PROPOSED, None)


def test_after_a_decision_on_the_first_of_a_month_nothing_is_proposed(rulebook: Rulebook) -> None:
    on_the_first = facts(takeover_on=None, allocation_decided_on=date(2026, 11, 1))

    proposal = proposed_takeover(on_the_first, rulebook, TODAY)

    assert (proposal.due_on, proposal.reason) == (None, Reason.DECIDED_ON_THE_FIRST)


@pytest.mark.parametrize(
    ("changes", "proposed_on"),
    [
        ({"target_group": TargetGroup.DISPLACED_UKRAINE, "allocation_decided_on": date(2026, 11, 2)}, (2026, 11, 23)),
        ({"target_group": TargetGroup.QUOTA_REFUGEE, "cpr_registered_on": date(2026, 11, 21)}, (2026, 11, 21)),
        ({"target_group": TargetGroup.FAMILY_OF_REFUGEE, "cpr_registered_on": date(2026, 11, 20)}, (2026, 11, 20)),
        (
            {
                "target_group": TargetGroup.FAMILY_OF_OTHER,
                "permit_granted_on": date(2026, 11, 3),
                "cpr_registered_on": date(2026, 11, 20),
                "applied_in_denmark": True,
            },
            (2026, 11, 3),
        ),
    ],
)
def test_each_group_is_counted_from_its_own_fact(
    rulebook: Rulebook, changes: dict[str, object], proposed_on: tuple[int, int, int]
) -> None:
    assert proposed_takeover(facts(takeover_on=None, **changes), rulebook, TODAY).due_on == date(*proposed_on)


@given(known=case_facts.map(lambda known: known._replace(takeover_on=None)))
def test_the_proposal_is_the_engines_for_a_case_nobody_has_taken_over(rulebook: Rulebook, known: CaseFacts) -> None:
    [expected] = [one for one in deadlines_for(known, rulebook, LAST) if one.duty is DutyId.TAKEOVER_EXPECTED]

    assert proposed_takeover(known, rulebook, LAST) == expected


# Another day ---------------------------------------------------------------------------------------------------------


def test_the_day_proposed_needs_no_reason() -> None:
    check_takeover(PROPOSED, proposed_on=PROPOSED, allocated_on=DECIDED)


def test_where_nothing_is_proposed_any_day_will_do() -> None:
    check_takeover(TODAY, proposed_on=None, allocated_on=None)
    check_takeover(DECIDED, proposed_on=None, allocated_on=DECIDED)


@pytest.mark.parametrize("takeover_on", [date(2026, 12, 1), DECIDED, date(2027, 1, 5)])
def test_another_day_needs_a_reason(takeover_on: date) -> None:
    with pytest.raises(TakeoverReasonMissing) as refused:
        check_takeover(takeover_on, proposed_on=PROPOSED, allocated_on=DECIDED, reason="  ")

    assert (refused.value.takeover_on, refused.value.proposed_on) == (takeover_on, PROPOSED)
    check_takeover(takeover_on, proposed_on=PROPOSED, allocated_on=DECIDED, reason="Bolig fra den 1.")


def test_a_takeover_before_the_decision_is_refused_whatever_the_reason() -> None:
    with pytest.raises(TakeoverBeforeAllocation) as refused:
        check_takeover(date(2026, 11, 16), proposed_on=PROPOSED, allocated_on=DECIDED, reason="Bolig")

    assert (refused.value.takeover_on, refused.value.allocated_on) == (date(2026, 11, 16), DECIDED)


@pytest.mark.parametrize("proposed_on", [PROPOSED, None])
def test_a_takeover_before_the_decision_stands_when_it_was_agreed_and_says_why(proposed_on: date | None) -> None:
    early = date(2026, 11, 16)

    check_takeover(early, proposed_on=proposed_on, allocated_on=DECIDED, by_agreement=True, reason="Bor her alt")
    with pytest.raises(TakeoverReasonMissing):
        check_takeover(early, proposed_on=proposed_on, allocated_on=DECIDED, by_agreement=True)
