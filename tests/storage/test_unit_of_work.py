"""The store's unit of work: one transaction, one revision for each changed record, and no way round."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from desktop_app.application.errors import ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction, Work
from desktop_app.storage.follow_up_rows import FollowUpRow
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.revisions import Subject
from desktop_app.storage.rows import CaseRow
from desktop_app.storage.store import Store
from desktop_app.storage.verify import verify
from tests.storage.builders import (
    MOMENT,
    a_case,
    a_citizen,
    a_document,
    a_draft,
    a_follow_up,
    a_frozen_plan,
    a_full_case,
    a_new_store,
    a_plan,
    read,
    reopened,
    save_new,
)
from tests.storage.conftest import Counting
from tests.storage.contract import WorkContract


class TestStore(WorkContract):
    @pytest.fixture
    def work(self, store: Store) -> Work:
        return store.work


def log(store: Store) -> list[tuple[Any, ...]]:
    """Return what stands in the log after the opening: action, kind, record."""
    return store.connection.rows("SELECT action, kind, record FROM log WHERE seq > 2 ORDER BY seq")


def test_each_new_record_makes_one_revision(store: Store) -> None:
    case = a_full_case()

    save_new(store, case)

    assert case.household
    plan = case.plans[0]
    expected = [
        ("households", case.household.id),
        ("citizens", case.citizen.id),
        ("cases", case.id),
        ("status_periods", case.support[0].id),
        ("events", case.events[0].id),
        ("notes", case.notes[0].id),
        ("fact_corrections", case.corrections[0].id),
        ("consents", case.consents[0].id),
        ("deadline_decisions", case.decisions[0].id),
        ("follow_ups", case.follow_ups[0].id),
        ("follow_up_corrections", case.follow_ups[0].corrections[0].id),
        ("plans", plan.id),
        *(("goals", goal.id) for goal in plan.goals),
        *(("activities", activity.id) for activity in plan.activities),
    ]
    assert log(store) == [("change", kind, record) for kind, record in expected]


def test_adding_many_makes_the_same_revisions_as_adding_one(store: Store) -> None:
    one, other = a_full_case("A", household=None), a_full_case("B", household=None)
    with store.work() as unit:
        unit.cases.add(one)
        unit.cases.add_many([other])
        unit.commit()

    kinds = [kind for _, kind, _ in log(store)]
    assert sorted(kinds[: len(kinds) // 2]) == sorted(kinds[len(kinds) // 2 :])
    assert verify(store).findings == ()


def test_what_did_not_change_makes_no_revision(store: Store) -> None:
    save_new(store, a_full_case())
    before = log(store)

    with store.work() as unit:
        unit.cases.save(unit.cases.by_number("2026-014"))
        unit.commit()

    assert log(store) == before


def test_a_revision_holds_the_fields_that_were_set_and_what_was_seen(store: Store) -> None:
    save_new(store, a_case())
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), takeover_on=date(2026, 10, 1)))
        unit.commit()

    [(first,)] = store.connection.rows("SELECT hex(id) FROM log WHERE kind = 'cases' ORDER BY seq LIMIT 1")
    [(body, supersedes, user, utc, parent)] = store.connection.rows(
        "SELECT body, supersedes, user, utc, parent FROM log JOIN payloads USING (seq) ORDER BY seq DESC LIMIT 1"
    )
    assert body == '{"takeover_on":"2026-10-01"}'
    assert supersedes == f'{{"takeover_on":["{first.lower()}"]}}'
    assert (user, utc, parent) == ("Mette Jensen", MOMENT.isoformat(timespec="milliseconds"), "")


def test_what_is_taken_away_leaves_a_revision(store: Store) -> None:
    case = a_full_case()
    save_new(store, case)

    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), notes=()))
        unit.commit()

    assert log(store)[-1] == ("delete", "notes", case.notes[0].id)
    assert verify(store).findings == ()


@pytest.mark.parametrize("adds_many", [False, True])
def test_a_record_comes_back_under_its_old_id(store: Store, *, adds_many: bool) -> None:
    case = a_case(follow_ups=(a_follow_up(),))
    save_new(store, case)
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), follow_ups=()))
        unit.commit()

    with store.work() as unit:
        if adds_many:
            unit.cases.add_many([a_case("2026-015", follow_ups=case.follow_ups)])
        else:
            unit.cases.save(replace(unit.cases.by_number("2026-014"), follow_ups=case.follow_ups))
        unit.commit()

    [back] = read(store, "2026-015" if adds_many else "2026-014").follow_ups
    assert back == replace(case.follow_ups[0], version=3)
    assert verify(store).findings == ()


def test_a_note_in_the_log_changes_nothing_else(store: Store) -> None:
    case = a_case()
    save_new(store, case)
    before = verify(store)

    with store.work() as unit:
        unit.note(LogAction.OPENED_CASE, case.id, purpose="opfølgning")
        unit.commit()

    after = verify(store)
    assert (after.records, after.entries) == (before.records, before.entries + 1)
    assert log(store)[-1] == ("opened_case", "", case.id)
    assert store.connection.rows("SELECT body FROM payloads ORDER BY seq DESC LIMIT 1") == [
        ('{"purpose":"opfølgning"}',)
    ]


def test_a_draft_alone_makes_no_entry_in_the_log(store: Store) -> None:
    save_new(store, a_case())
    before = store.connection.rows("SELECT * FROM log"), store.connection.rows("SELECT * FROM payloads")
    draft = a_draft()

    for content in ({"note": "Gik"}, {"note": "Gik godt"}):
        with store.work() as unit:
            unit.drafts.keep(replace(draft, content=content))
            unit.commit()
    with store.work() as unit:
        unit.drafts.discard(draft.id)
        unit.commit()

    assert (store.connection.rows("SELECT * FROM log"), store.connection.rows("SELECT * FROM payloads")) == before


def test_a_draft_is_kept_in_one_statement(store: Store, statements: Counting) -> None:
    with statements(store) as seen, store.work() as unit:
        unit.drafts.keep(a_draft())
        unit.commit()

    assert [statement.split()[0] for statement in seen] == ["BEGIN", "SELECT", "INSERT", "COMMIT"]


def test_a_draft_that_finds_the_disk_full_says_so_and_the_one_before_stays(store: Store) -> None:
    draft = a_draft()
    with store.work() as unit:
        unit.drafts.keep(draft)
        unit.commit()
    raw = store.connection._raw
    raw.set_authorizer(None)
    [(pages,)] = store.connection.rows("PRAGMA page_count")
    raw.execute(f"PRAGMA max_page_count={pages}")

    with store.work() as unit, pytest.raises(StorageUnavailable) as error:
        unit.drafts.keep(replace(draft, content={"note": "x" * 100_000}))

    assert error.value.trouble is StorageTrouble.DISK_FULL
    with store.work() as unit:
        assert unit.drafts.all() == [draft]


def test_drafts_outlive_the_program(tmp_path: Path) -> None:
    draft = a_draft()
    with a_new_store(tmp_path / "enplan.store").store as store, store.work() as unit:
        unit.drafts.keep(draft)
        unit.commit()

    with reopened(tmp_path / "enplan.store") as store, store.work() as unit:
        assert unit.drafts.all() == [draft]


def test_a_moment_without_its_time_zone_is_not_kept(store: Store) -> None:
    talk = a_follow_up(finished_at=MOMENT.replace(tzinfo=None))

    with store.work() as unit, pytest.raises(ValueError, match="time zone"):
        unit.cases.add_many([a_case(follow_ups=(talk,))])
    with pytest.raises(ValueError, match="time zone"):
        save_new(store, a_case(follow_ups=(talk,)))

    assert store.read.case_lines() == []


def test_rows_read_through_the_session_have_moments_too(store: Store) -> None:
    save_new(store, a_case(follow_ups=(a_follow_up(finished_at=MOMENT), a_follow_up())))

    with store.work() as unit:
        rows = unit._session.scalars(select(FollowUpRow).order_by(FollowUpRow.finished_at)).all()

    assert [row.finished_at for row in rows] == [None, MOMENT]


def test_a_note_that_is_not_committed_is_not_there(store: Store) -> None:
    with store.work() as unit:
        unit.note(LogAction.LISTED)

    assert log(store) == []


def test_there_is_one_unit_of_work_at_a_time(store: Store) -> None:
    with store.work() as unit:
        unit.cases.add(a_case())
        with pytest.raises(RuntimeError), store.work():
            pass
        unit.commit()

    assert read(store, "2026-014")


def test_lists_can_be_read_while_a_unit_of_work_is_open(store: Store) -> None:
    with store.work() as unit:
        unit.cases.add(a_case())
        assert store.read.case_lines() == []
        unit.commit()
        assert len(store.read.case_lines()) == 1


def test_a_unit_of_work_ends_with_its_commit(store: Store) -> None:
    with store.work() as unit:
        unit.commit()
        with pytest.raises(RuntimeError):
            unit.cases.add_many([a_case()])

    with store.work() as unit:
        assert unit.cases.all() == []


def test_a_household_that_is_not_in_the_store_stops_the_commit(store: Store) -> None:
    with store.work() as unit:
        unit.cases.add(a_full_case())
        with pytest.raises(IntegrityError):
            unit.commit()

    assert log(store) == []
    assert not store.connection.in_transaction


@pytest.mark.parametrize(
    "go_round",
    [
        lambda session: session.execute(update(CaseRow).values(case_number="x")),
        lambda session: session.execute(delete(CaseRow)),
        lambda session: session.execute(insert(CaseRow)),
        lambda session: session.execute(text("DELETE FROM cases")),
        lambda session: session.bulk_save_objects([]),
        lambda session: session.bulk_insert_mappings(CaseRow, []),
        lambda session: session.bulk_update_mappings(CaseRow, []),
    ],
    ids=["update", "delete", "insert", "text", "save_objects", "insert_mappings", "update_mappings"],
)
def test_operations_that_would_make_no_revisions_raise(
    store: Store, go_round: Callable[[RecordSession], object]
) -> None:
    with store.work() as unit, pytest.raises(TypeError):
        go_round(unit._session)


def test_a_version_that_moved_in_the_database_itself_is_noticed(store: Store) -> None:
    save_new(store, a_case())

    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), takeover_on=date(2026, 10, 1)))
        unit._session.connection().exec_driver_sql("UPDATE cases SET version = 7")
        with pytest.raises(ChangedMeanwhile):
            unit.commit()

    assert read(store, "2026-014").version == 1


def test_a_full_disk_takes_everything_back_and_work_goes_on(store: Store) -> None:
    raw = store.connection._raw
    raw.set_authorizer(None)
    [(pages,)] = store.connection.rows("PRAGMA page_count")
    raw.execute(f"PRAGMA max_page_count={pages}")

    with store.work() as unit, pytest.raises(StorageUnavailable) as error:
        unit.cases.add_many([a_full_case(f"{number}", household=None) for number in range(50)])

    assert error.value.trouble is StorageTrouble.DISK_FULL
    assert error.value.path == str(store.path)
    assert log(store) == []
    raw.execute("PRAGMA max_page_count=1000000")
    save_new(store, a_case())
    assert verify(store).findings == ()


def test_a_full_disk_is_noticed_by_a_single_record_and_by_sqlalchemy_too(store: Store) -> None:
    raw = store.connection._raw
    raw.set_authorizer(None)
    [(pages,)] = store.connection.rows("PRAGMA page_count")
    raw.execute(f"PRAGMA max_page_count={pages}")

    with pytest.raises(StorageUnavailable) as single:
        save_new(store, a_case(citizen=a_citizen(address="x" * 40_000)))
    with store.work() as unit, pytest.raises(StorageUnavailable) as through_sqlalchemy:
        unit._session.connection().exec_driver_sql("INSERT INTO blobs VALUES ('x', zeroblob(1000000))")

    assert single.value.trouble is through_sqlalchemy.value.trouble is StorageTrouble.DISK_FULL
    assert verify(store).findings == ()


def test_the_parameters_of_a_failed_statement_are_in_no_message(store: Store) -> None:
    case = a_case()
    save_new(store, case)

    with store.work() as unit:
        unit.cases.add(a_case(citizen=case.citizen))
        with pytest.raises(IntegrityError) as error:
            unit.commit()

    assert "0101900001" not in str(error.value)
    assert "Rima" not in str(error.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET user = 'x'",
        "DELETE FROM log",
        "UPDATE payloads SET body = '{}'",
        "DELETE FROM payloads",
        "UPDATE frozen_plans SET content = '{}'",
        "DELETE FROM frozen_plans",
        "UPDATE documents SET sha256 = 'x'",
        "DELETE FROM documents",
        "UPDATE blobs SET bytes = x'00'",
        "DELETE FROM blobs",
    ],
)
def test_what_is_written_once_is_neither_changed_nor_deleted(store: Store, statement: str) -> None:
    plan = a_plan()
    save_new(store, a_case(plans=(plan,)))
    frozen = a_frozen_plan(plan.id)
    with store.work() as unit:
        unit.frozen_plans.add(frozen)
        unit.frozen_plans.add_document(a_document(frozen.id))
        unit.commit()

    with store.work() as unit, pytest.raises(IntegrityError):
        unit._session.connection().exec_driver_sql(statement)


def test_an_erasure_in_the_log_lets_the_content_go(store: Store) -> None:
    plan = a_plan()
    save_new(store, a_case(plans=(plan,)))
    frozen = a_frozen_plan(plan.id)
    document = a_document(frozen.id)
    with store.work() as unit:
        unit.frozen_plans.add(frozen)
        unit.frozen_plans.add_document(document)
        unit.commit()

    with store.work() as unit:
        connection = unit._session.connection()
        for record in (frozen.id, document.id):
            unit._journal.add("erase", Subject(record), {}, {})
        unit._journal.write()
        for statement in (
            "DELETE FROM documents",
            "DELETE FROM blobs",
            "DELETE FROM frozen_plans",
            "DELETE FROM payloads WHERE seq IN (SELECT seq FROM log WHERE kind IN ('frozen_plans', 'documents'))",
        ):
            connection.exec_driver_sql(statement)
        unit.commit()

    assert verify(store).findings == ()


def test_rows_may_be_read_through_the_session(store: Store) -> None:
    save_new(store, a_case())

    with store.work() as unit:
        assert unit._session.scalars(select(CaseRow)).one().case_number == "2026-014"


def test_a_unit_of_work_that_cannot_begin_leaves_nothing_open(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: object) -> None:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    monkeypatch.setattr("desktop_app.storage.journal.read_head", fail)
    with pytest.raises(StorageUnavailable), store.work():
        pass
    monkeypatch.undo()

    save_new(store, a_case())


def test_of_two_first_documents_that_met_later_the_earlier_is_handed_out(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = a_plan()
    save_new(store, a_case(plans=(plan,)))
    frozen = a_frozen_plan(plan.id)
    first, second = a_document(frozen.id, b"%PDF first"), a_document(frozen.id, b"%PDF second")
    with store.work() as unit:
        unit.frozen_plans.add(frozen)
        unit.commit()
    for document in (first, second):
        with store.work() as unit:
            monkeypatch.setattr(unit.frozen_plans, "document", lambda *_: None)  # it has not heard of the other
            unit.frozen_plans.add_document(document)
            unit.commit()

    with store.work() as unit:
        assert unit.frozen_plans.document(frozen.id, "plan", "da") == first


def test_a_later_document_of_its_kind_is_not_even_written(store: Store) -> None:
    plan = a_plan()
    save_new(store, a_case(plans=(plan,)))
    frozen = a_frozen_plan(plan.id)
    with store.work() as unit:
        unit.frozen_plans.add(frozen)
        for content in (b"%PDF first", b"%PDF later"):
            unit.frozen_plans.add_document(a_document(frozen.id, content))
        unit.commit()

    assert store.connection.rows("SELECT bytes FROM blobs") == [(b"%PDF first",)]
    assert [kind for _, kind, _ in log(store)].count("documents") == 1


def test_each_unit_of_work_counts_on_from_what_it_has_seen(store: Store) -> None:
    for number in range(3):
        save_new(store, a_case(f"{number}"))

    lamports = store.connection.rows("SELECT DISTINCT lamport FROM log ORDER BY seq")
    assert lamports == [(1,), (2,), (3,), (4,)]
