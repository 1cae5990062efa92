"""The log of use, read in parts: which case each line is about, and what was found of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.application.ports import LogAction
from desktop_app.application.use_log import LoggedAct
from desktop_app.storage.journal import read_head
from desktop_app.storage.store import Store
from desktop_app.storage.use_log import StoreUseLog
from tests.storage.builders import MOMENT, a_full_case, a_new_store, read, save_new


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with a_new_store(tmp_path / "enplan.store").store as store:
        save_new(store, a_full_case())
        yield store


def note(store: Store, action: LogAction, record: str = "", **details: str) -> int:
    with store.work() as unit:
        unit.note(action, record, **details)
        unit.commit()
    return read_head(store.connection).seq


def acts(store: Store, first: datetime = MOMENT, before: datetime = MOMENT + timedelta(days=1)) -> list[LoggedAct]:
    log = StoreUseLog(store.connection)
    return list(log.part(0, log.head().seq, first, before))


def test_the_head_is_that_of_the_chain(store: Store) -> None:
    head, kept = StoreUseLog(store.connection).head(), read_head(store.connection)

    assert (head.seq, head.digits) == (kept.seq, kept.chain.hex()[:16])


def test_uses_are_told_with_who_when_and_which_case(store: Store) -> None:
    case = read(store, "2026-014")
    seq = note(store, LogAction.PRINTED, case.id, document="plan")

    found = acts(store)[-1]

    assert found == LoggedAct(seq, MOMENT, "Mette Jensen", LogAction.PRINTED, case.id, {})
    assert StoreUseLog(store.connection).details([seq]) == {seq: {"document": "plan"}}


def test_every_changed_record_of_a_case_is_a_change_of_that_case(store: Store) -> None:
    case = read(store, "2026-014")
    changes = [act for act in acts(store) if act.action is None]
    with store.work() as unit:
        alone = {unit.municipality().id, case.household.id if case.household else ""}

    assert len(changes) > 10
    assert {act.case_id for act in changes} - alone == {case.id}


def test_a_changed_citizen_is_a_change_of_the_case(store: Store) -> None:
    case = read(store, "2026-014")
    with store.work() as unit:
        unit.cases.save(replace(case, citizen=replace(case.citizen, birth_date=date(1991, 2, 3))))
        unit.commit()

    assert (acts(store)[-1].action, acts(store)[-1].case_id) == (None, case.id)


def test_what_was_found_is_told_whenever_it_was(store: Store) -> None:
    seq = note(store, LogAction.CHECKED_USE, what="marked", entry="1", verdict="in_order")
    later = MOMENT + timedelta(days=300)

    [found] = acts(store, later, later + timedelta(days=1))

    assert (found.seq, found.details["entry"]) == (seq, "1")


def test_the_moments_bound_to_the_millisecond_in_any_time_zone(store: Store) -> None:
    assert acts(store, MOMENT, MOMENT) == []
    assert acts(store, MOMENT + timedelta(milliseconds=1)) == []
    assert acts(store, MOMENT.astimezone(), MOMENT + timedelta(milliseconds=1))
    assert acts(store, MOMENT.astimezone(UTC), MOMENT + timedelta(milliseconds=1))


def test_a_part_is_bounded_by_the_numbers_of_its_lines(store: Store) -> None:
    found = StoreUseLog(store.connection).part(2, 5, MOMENT, MOMENT + timedelta(days=1))

    assert [act.seq for act in found] == [3, 4, 5]


def test_what_belongs_to_nothing_known_is_told_all_the_same(store: Store) -> None:
    """As in a log that was tampered with: a record that is its own parent, and a citizen without a case."""
    log = StoreUseLog(store.connection)

    assert log._case_of("gone", "citizens", "") == ""
    assert log._case_of("goal", "goals", "plan") == "plan"


def test_checks_and_refusals_are_no_use_of_the_case_and_the_citizen_is_not_told_of_them(store: Store) -> None:
    case = read(store, "2026-014")
    opened = note(store, LogAction.OPENED_CASE, case.id)
    note(store, LogAction.REFUSED, act="erase_person")
    note(store, LogAction.CHECKED_USE, what="drawn", first="2026-03-01", last="2026-03-31", size="20", chance="random")
    note(store, LogAction.CHECKED_USE, what="marked", entry=str(opened), verdict="look_into")

    assert [use.action for use in store.read.uses(case.id)] == [LogAction.OPENED_CASE]
