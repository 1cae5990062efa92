"""Deciding about a deadline, and taking that back."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.decide_deadline import Decided, decide_deadline, undo_decision, withdraw_decision
from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.domain.deadline_deciding import Deciding, DecisionFault, DecisionRefused
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_draft, a_kept_draft
from tests.fakes import FakeStore

DUE, TODAY, LATER = date(2026, 11, 1), date(2026, 11, 22), date(2026, 12, 1)
AGREED = Deciding(
    duty=DutyId.CONTRACT_SIGNED, kind=DecisionKind.OTHER_DATE, computed_on=DUE, on=LATER, reason=" Aftalt "
)
LATE = Deciding(
    duty=DutyId.CONTRACT_SIGNED, kind=DecisionKind.LATE_BECAUSE, computed_on=DUE, cause=DelayCause.CITIZEN_ILL
)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(a_case(plans=(a_draft(),)))


def decide(store: FakeStore, rulebook: Rulebook, deciding: Deciding = AGREED, draft_id: str | None = None) -> Decided:
    return decide_deadline(
        "2026-014", deciding, work=store.work, rulebook=rulebook, today=TODAY, initials="MJ", draft_id=draft_id
    )


def test_a_decision_stands_on_the_case_with_who_when_and_why(store: FakeStore, rulebook: Rulebook) -> None:
    decided = decide(store, rulebook)

    saved = store.case("2026-014")
    [decision] = saved.decisions
    assert (decision.duty, decision.kind, decision.computed_on) == (AGREED.duty, AGREED.kind, DUE)
    assert (decision.on, decision.reason, decision.made_on, decision.made_by) == (LATER, "Aftalt", TODAY, "MJ")
    assert decided.changes == Changes(frozenset({saved.id}))


def test_a_second_decision_of_a_kind_takes_the_place_of_the_first(store: FakeStore, rulebook: Rulebook) -> None:
    decide(store, rulebook, LATE)
    decide(store, rulebook)

    decided = decide(store, rulebook, replace(AGREED, on=date(2026, 12, 8)))

    kinds = {(each.kind, each.on) for each in store.case("2026-014").decisions}
    assert kinds == {(DecisionKind.LATE_BECAUSE, None), (DecisionKind.OTHER_DATE, date(2026, 12, 8))}
    assert [old.on for old in decided.replaced] == [LATER]


def test_without_its_reason_nothing_is_decided(store: FakeStore, rulebook: Rulebook) -> None:
    with pytest.raises(DecisionRefused) as refused:
        decide(store, rulebook, replace(AGREED, reason=" "))

    assert refused.value.faults == (DecisionFault.NO_REASON,)
    assert store.case("2026-014").decisions == ()


def test_a_deadline_that_moved_meanwhile_is_not_decided_on(store: FakeStore, rulebook: Rulebook) -> None:
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), takeover_on=date(2026, 10, 5)))
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        decide(store, rulebook)


def test_a_case_that_is_not_there_is_named(store: FakeStore, rulebook: Rulebook) -> None:
    with pytest.raises(CaseNotFound):
        decide_deadline("2026-999", AGREED, work=store.work, rulebook=rulebook, today=TODAY, initials="MJ")


def test_its_draft_goes_with_it(store: FakeStore, rulebook: Rulebook) -> None:
    with store.work() as unit:
        unit.drafts.keep(a_kept_draft(id="draft"))
        unit.commit()

    decide(store, rulebook, draft_id="draft")

    with store.work() as unit:
        assert unit.drafts.all() == []


# Taking back ---------------------------------------------------------------------------------------------------------


def test_undone_it_is_as_if_nothing_had_been_decided(store: FakeStore, rulebook: Rulebook) -> None:
    changes = undo_decision(decide(store, rulebook), work=store.work)

    assert store.case("2026-014").decisions == ()
    assert changes.cases == {store.case("2026-014").id}


def test_undone_what_was_replaced_holds_again(store: FakeStore, rulebook: Rulebook) -> None:
    decide(store, rulebook)
    second = decide(store, rulebook, replace(AGREED, on=date(2026, 12, 8)))

    undo_decision(second, work=store.work)

    assert [each.on for each in store.case("2026-014").decisions] == [LATER]


def test_what_is_withdrawn_is_gone_and_can_be_had_back(store: FakeStore, rulebook: Rulebook) -> None:
    decide(store, rulebook)
    [decision] = store.case("2026-014").decisions

    withdrawn = withdraw_decision("2026-014", decision.id, work=store.work)
    assert store.case("2026-014").decisions == ()

    undo_decision(withdrawn, work=store.work)
    [back] = store.case("2026-014").decisions
    assert (back.on, back.reason) == (LATER, "Aftalt")


def test_what_is_gone_is_not_withdrawn_twice(store: FakeStore, rulebook: Rulebook) -> None:
    decide(store, rulebook)
    [decision] = store.case("2026-014").decisions
    withdraw_decision("2026-014", decision.id, work=store.work)

    with pytest.raises(ChangedMeanwhile):
        withdraw_decision("2026-014", decision.id, work=store.work)


def test_a_decision_that_is_gone_is_not_undone(store: FakeStore, rulebook: Rulebook) -> None:
    decided = decide(store, rulebook)
    undo_decision(decided, work=store.work)

    with pytest.raises(ChangedMeanwhile):
        undo_decision(decided, work=store.work)


def test_a_withdrawal_is_not_undone_over_a_new_decision(store: FakeStore, rulebook: Rulebook) -> None:
    decide(store, rulebook)
    withdrawn = withdraw_decision("2026-014", store.case("2026-014").decisions[0].id, work=store.work)
    decide(store, rulebook, replace(AGREED, on=date(2026, 12, 8)))

    with pytest.raises(ChangedMeanwhile):
        undo_decision(withdrawn, work=store.work)
