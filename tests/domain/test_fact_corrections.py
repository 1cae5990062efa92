from datetime import date

import pytest

from desktop_app.domain.case import Case, CorrectedFact
from desktop_app.domain.deadline import Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.fact_corrections import (
    REASON_LENGTH,
    CorrectionFault,
    fact_of,
    faults_in_correction,
    is_taken_over_early,
    moved_deadlines,
    with_fact,
)
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_draft

TODAY = date(2026, 11, 22)
REASON = "Afgørelsen var læst forkert"


def faults(
    fact: CorrectedFact, on: date | None, reason: str = REASON, case: Case | None = None
) -> list[CorrectionFault]:
    return faults_in_correction(case or a_case(), fact, on, reason, TODAY)


@pytest.mark.parametrize("fact", list(CorrectedFact))
def test_a_corrected_fact_is_read_back(fact: CorrectedFact) -> None:
    corrected = with_fact(a_case(), fact, date(2026, 9, 3))

    assert fact_of(corrected, fact) == date(2026, 9, 3)
    assert fact_of(with_fact(corrected, fact, None), fact) is None


def test_a_corrected_fact_leaves_the_others_alone() -> None:
    case = a_case(cpr_registered_on=date(2026, 9, 1))

    for fact in CorrectedFact:
        corrected = with_fact(case, fact, date(2026, 9, 3))
        assert [fact_of(corrected, other) for other in CorrectedFact if other is not fact] == [
            fact_of(case, other) for other in CorrectedFact if other is not fact
        ]


def test_a_correction_with_another_date_and_a_reason_is_in_order() -> None:
    assert faults(CorrectedFact.TAKEOVER, date(2026, 9, 1)) == []


def test_a_date_that_is_not_known_after_all_may_go() -> None:
    assert faults(CorrectedFact.TAKEOVER, None) == []


def test_the_same_date_corrects_nothing() -> None:
    assert faults(CorrectedFact.TAKEOVER, date(2026, 10, 1)) == [CorrectionFault.UNCHANGED]


@pytest.mark.parametrize("reason", ["", " \n"])
def test_a_reason_is_asked_for(reason: str) -> None:
    assert faults(CorrectedFact.TAKEOVER, date(2026, 9, 1), reason) == [CorrectionFault.NO_REASON]


def test_a_reason_has_an_end() -> None:
    assert faults(CorrectedFact.TAKEOVER, date(2026, 9, 1), "x" * REASON_LENGTH) == []
    assert faults(CorrectedFact.TAKEOVER, date(2026, 9, 1), "x" * (REASON_LENGTH + 1)) == [
        CorrectionFault.REASON_TOO_LONG
    ]


def test_only_a_takeover_can_be_planned() -> None:
    tomorrow = date(2026, 11, 23)

    assert faults(CorrectedFact.TAKEOVER, tomorrow) == []
    assert faults(CorrectedFact.PERMIT, tomorrow) == [CorrectionFault.IN_FUTURE]
    assert faults(CorrectedFact.PERMIT, TODAY) == []


def test_a_takeover_before_the_allocation_can_be_recorded_and_is_told() -> None:
    early = with_fact(a_case(), CorrectedFact.TAKEOVER, date(2026, 8, 14))

    assert faults(CorrectedFact.TAKEOVER, date(2026, 8, 14)) == []
    assert is_taken_over_early(early)
    assert not is_taken_over_early(with_fact(early, CorrectedFact.TAKEOVER, date(2026, 8, 15)))
    assert not is_taken_over_early(with_fact(early, CorrectedFact.TAKEOVER, None))
    assert not is_taken_over_early(with_fact(early, CorrectedFact.ALLOCATION, None))


def test_a_later_takeover_moves_what_counts_from_it(rulebook: Rulebook) -> None:
    before = a_case(plans=(a_draft(),))
    after = with_fact(before, CorrectedFact.TAKEOVER, date(2026, 11, 2))

    moved = {each.duty: each for each in moved_deadlines(before, after, rulebook, TODAY)}

    contract = moved[DutyId.CONTRACT_SIGNED]
    assert (contract.before.due_on, contract.before.status) == (date(2026, 11, 1), Status.OVERDUE)
    assert (contract.after.due_on, contract.after.status) == (date(2026, 12, 2), Status.DUE_LATER)
    assert DutyId.COORDINATING_DEPARTMENT_NAMED not in moved


def test_nothing_moves_when_nothing_was_corrected(rulebook: Rulebook) -> None:
    case = a_case()

    assert moved_deadlines(case, case, rulebook, TODAY) == []
