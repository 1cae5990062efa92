"""Finishing a follow-up."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.log_follow_up import log_follow_up
from desktop_app.domain.errors import FollowUpInFuture, NextFollowUpNotLater
from desktop_app.domain.follow_up import FollowUpCorrection
from tests.application.talks import HELD, NEXT, NOW, a_typed_talk, drafts_in, with_a_draft
from tests.builders import SIGNED, a_case, a_draft, a_plan
from tests.fakes import FakeStore


def test_a_finished_follow_up_stands_on_the_case_and_is_open_from_that_moment() -> None:
    store = FakeStore(a_case())
    case = store.case("2026-014")

    logged = log_follow_up(case, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    [talk] = store.case("2026-014").follow_ups
    assert talk.id
    assert talk == replace(a_typed_talk(), id=talk.id, finished_at=NOW, version=1)
    assert logged.follow_up == replace(talk, version=0)
    assert logged.changes.cases == {case.id}


def test_a_goal_it_calls_achieved_is_dated_in_the_same_transaction_and_told() -> None:
    store = FakeStore(a_case())
    case = store.case("2026-014")

    logged = log_follow_up(case, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    [plan] = store.case("2026-014").plans
    assert [goal.achieved_on for goal in plan.goals] == [None, HELD]
    assert [goal.text for goal in logged.achieved] == ["Prøve i Dansk 2"]
    assert {line.kind for line in store.read.history(case.id)[:2]} == {"follow_ups", "goals"}


def test_it_makes_one_revision_for_each_record_it_changes() -> None:
    store = FakeStore(a_case())
    case = store.case("2026-014")
    before = len(store.read.history(case.id))

    log_follow_up(case, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    assert len(store.read.history(case.id)) == before + 2


def test_corrections_belong_to_what_is_closed_and_do_not_come_with_it() -> None:
    store = FakeStore(a_case())
    odd = a_typed_talk(corrections=(FollowUpCorrection(id="c", on=HELD, text="Ikke her"),))

    log_follow_up(store.case("2026-014"), odd, work=store.work, today=HELD, now=NOW)

    assert store.case("2026-014").follow_ups[0].corrections == ()


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"held_on": date(2027, 1, 21)}, FollowUpInFuture), ({"next_on": HELD}, NextFollowUpNotLater)],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(changes: dict[str, date], error: type[Exception]) -> None:
    store = with_a_draft(FakeStore(a_case()))

    with pytest.raises(error):
        log_follow_up(
            store.case("2026-014"), a_typed_talk(**changes), work=store.work, today=HELD, now=NOW, draft_id="draft-1"
        )

    assert store.case("2026-014").follow_ups == ()
    assert drafts_in(store) == ["draft-1"]


def test_the_draft_is_gone_with_the_saving() -> None:
    store = with_a_draft(with_a_draft(FakeStore(a_case())), "draft-2")

    log_follow_up(store.case("2026-014"), a_typed_talk(), work=store.work, today=HELD, now=NOW, draft_id="draft-1")

    assert drafts_in(store) == ["draft-2"]


def test_what_others_saved_on_the_case_meanwhile_is_kept() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), responsible_caseworker="LØ"))
        unit.commit()

    log_follow_up(read, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    stored = store.case("2026-014")
    assert (stored.responsible_caseworker, len(stored.follow_ups)) == ("LØ", 1)


def test_a_contract_that_came_into_force_meanwhile_is_in_the_way() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(*case.plans, a_plan(number=2))))
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        log_follow_up(read, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    assert store.case("2026-014").follow_ups == ()


def test_a_contract_that_was_annulled_meanwhile_is_in_the_way_too() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(replace(case.plans[0], signed_by_municipality_on=None),)))
        unit.commit()

    with pytest.raises(ChangedMeanwhile) as refused:
        log_follow_up(read, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    assert refused.value.record == read.id


def test_a_draft_of_a_plan_that_is_written_meanwhile_is_not_in_the_way() -> None:
    store = FakeStore(a_case())
    read = store.case("2026-014")
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(*case.plans, a_draft(number=2))))
        unit.commit()

    log_follow_up(read, a_typed_talk(), work=store.work, today=HELD, now=NOW)

    assert len(store.case("2026-014").follow_ups) == 1


def test_without_a_contract_a_talk_can_be_written_down_all_the_same() -> None:
    store = FakeStore(a_case(plans=()))

    log_follow_up(
        store.case("2026-014"), a_typed_talk(progress=(), held_on=SIGNED), work=store.work, today=HELD, now=NOW
    )

    assert [talk.next_on for talk in store.case("2026-014").follow_ups] == [NEXT]


def test_a_case_that_is_gone_is_not_found() -> None:
    with pytest.raises(CaseNotFound):
        log_follow_up(a_case(), a_typed_talk(), work=FakeStore().work, today=HELD, now=NOW)
