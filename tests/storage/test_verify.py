"""Verify finds what was changed past the store, and nothing where nothing was."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.application.store_mark import MarkState
from desktop_app.application.verification import Check, Finding
from desktop_app.storage.engine import connect
from desktop_app.storage.journal import read_head
from desktop_app.storage.keys import unlock
from desktop_app.storage.store import Store
from desktop_app.storage.verify import StoreVerification, verify
from tests.storage.builders import (
    PASSWORD,
    a_case,
    a_document,
    a_draft,
    a_frozen_plan,
    a_full_case,
    a_new_store,
    a_scan,
    read,
    reopened,
    save_new,
)

SCANNED = b"%PDF-1.4 underskrevet"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A store with a changed case, a frozen plan, a document and a scan."""
    with a_new_store(tmp_path / "enplan.store").store as store:
        save_new(store, a_full_case())
        case = read(store, "2026-014")
        frozen = a_frozen_plan(case.plans[0].id)
        with store.work() as unit:
            scan = a_scan(SCANNED)
            unit.scan_bytes.keep(SCANNED, scan.sha256)
            plans = (replace(case.plans[0], scans=(scan,)),)
            unit.cases.save(replace(case, takeover_on=date(2026, 10, 2), plans=plans))
            unit.frozen_plans.add(frozen)
            unit.frozen_plans.add_document(a_document(frozen.id))
            unit.commit()
    return tmp_path / "enplan.store"


def tamper(path: Path, *statements: str) -> None:
    """Change the store as somebody could who has its key and another program."""
    connection = connect(path, unlock(path, user=None, password=PASSWORD).key)
    connection.set_foreign_keys(enforced=False)
    for (trigger,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection._raw.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection._raw.execute(statement)
    connection.close()


def found(path: Path) -> set[tuple[Check, str]]:
    with reopened(path) as store:
        return {(finding.check, finding.subject.split()[0]) for finding in verify(store).findings}


def test_a_store_nobody_touched_is_sound_and_everything_in_it_was_counted(path: Path) -> None:
    with reopened(path) as store:
        verification = verify(store)

        assert verification.is_sound
        assert verification.findings == ()
        assert verification.records == 19
        assert verification.entries == 22
        assert (verification.frozen_plans, verification.documents, verification.scans) == (1, 1, 1)
        assert verification.pages * 4096 == path.stat().st_size


def test_drafts_are_no_records_and_leave_a_store_sound(path: Path) -> None:
    with reopened(path) as store:
        before = verify(store)
        with store.work() as unit:
            unit.drafts.keep(a_draft())
            unit.commit()

        after = verify(store)

    assert after.is_sound
    assert (after.records, after.entries) == (before.records, before.entries)


def test_taking_the_triggers_away_alone_is_not_found(path: Path) -> None:
    """The control: what the next test finds is the change, not that the store was opened past the program."""
    tamper(path)

    assert found(path) == set()


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("UPDATE log SET user = 'Ida' WHERE seq = 5", {(Check.CHAIN, "5")}),
        ("UPDATE log SET lamport = 99 WHERE seq = 5", {(Check.CHAIN, "5")}),
        ("UPDATE log SET id = x'00' WHERE seq = 5", {(Check.CHAIN, "5")}),
        ("UPDATE log SET chain = x'00' WHERE seq = 5", {(Check.CHAIN, "5"), (Check.CHAIN, "6")}),
        ("DELETE FROM log WHERE seq = 5", {(Check.CHAIN, "6"), (Check.REFERENCES, "payloads")}),
        ("UPDATE payloads SET body = '{}' WHERE seq = 5", {(Check.PAYLOAD, "5")}),
        ("UPDATE payloads SET salt = x'00' WHERE seq = 5", {(Check.PAYLOAD, "5")}),
        ("DELETE FROM payloads WHERE seq = 5", {(Check.PAYLOAD, "5")}),
        ("UPDATE follow_ups SET note = 'andet'", {(Check.ROWS, "follow_ups")}),
        ("UPDATE cases SET version = 1", {(Check.ROWS, "cases")}),
        ("UPDATE citizens SET languages = '[]'", {(Check.ROWS, "citizens")}),
        ("UPDATE follow_ups SET progress = '[]'", {(Check.ROWS, "follow_ups")}),
        ("UPDATE follow_ups SET finished_at = NULL", {(Check.ROWS, "follow_ups")}),
        ("UPDATE follow_up_corrections SET text = 'andet'", {(Check.ROWS, "follow_up_corrections")}),
        ("UPDATE fact_corrections SET reason = 'andet'", {(Check.ROWS, "fact_corrections")}),
        ("UPDATE deadline_decisions SET reason = 'andet'", {(Check.ROWS, "deadline_decisions")}),
        ("UPDATE plans SET annulled_on = '2026-11-02'", {(Check.ROWS, "plans")}),
        ("UPDATE attachments SET file_name = 'andet.pdf'", {(Check.ROWS, "attachments")}),
        ("UPDATE attachments SET removed_on = '2026-11-02'", {(Check.ROWS, "attachments")}),
        ("DELETE FROM attachments", {(Check.ROWS, "attachments")}),
        ("DELETE FROM notes", {(Check.ROWS, "notes")}),
        (
            "INSERT INTO notes SELECT 'other', version, case_id, written_on, text FROM notes",
            {(Check.ROWS, "notes")},
        ),
        ("INSERT INTO conflicts VALUES ('record', 'note', '[]')", {(Check.CONFLICTS, "record")}),
        ("DELETE FROM citizens", {(Check.ROWS, "citizens"), (Check.REFERENCES, "cases")}),
    ],
)
def test_what_was_changed_past_the_store_is_found(path: Path, statement: str, expected: set[tuple[Check, str]]) -> None:
    tamper(path, statement)

    assert found(path) == expected


@pytest.mark.parametrize(
    ("statements", "first"),
    [
        (("UPDATE log SET user = 'Ida' WHERE seq = 5",), 5),
        (("UPDATE payloads SET body = '{}' WHERE seq = 7", "UPDATE log SET user = 'Ida' WHERE seq = 9"), 7),
        (("DELETE FROM payloads WHERE seq = 6", "DELETE FROM log WHERE seq = 6"), 7),
        (("UPDATE log SET seq = -1 WHERE seq = 8",), -1),
        ((), None),
    ],
)
def test_the_first_bad_line_of_the_log_is_named(path: Path, statements: Sequence[str], first: int | None) -> None:
    tamper(path, *statements)

    with reopened(path) as store:
        assert verify(store).first_bad_entry == first


def test_lines_cut_off_the_end_leave_the_chain_whole_and_are_counted_by_the_mark(path: Path) -> None:
    tamper(path, "DELETE FROM payloads WHERE seq > 17", "DELETE FROM log WHERE seq > 17")

    with reopened(path) as store:
        last = max(seq for (seq,) in store.connection.rows("SELECT seq FROM log"))

        assert verify(store).first_bad_entry is None
        assert store.warning is not None
        assert (store.warning.state, last) == (MarkState.BEHIND, 17)
        assert store.warning.missing >= 4


def test_what_is_written_between_two_parts_is_checked_with_the_rest(store: Store) -> None:
    save_new(store, a_full_case())
    parts = StoreVerification(store.connection)
    done = []
    while parts.go_on():
        done.append(parts.progress)
        if len(done) == 4:
            save_new(store, a_case("2026-015"))

    found = parts.result()

    assert found.is_sound
    assert found.entries == read_head(store.connection).seq
    assert done[0] == (1, 9)


def test_a_log_of_thousands_is_checked_a_thousand_lines_at_a_time(store: Store) -> None:
    with store.work() as unit:
        for _time in range(2100):
            unit.note(LogAction.LISTED)
        unit.commit()

    assert StoreVerification(store.connection).progress == (0, 11)
    assert verify(store).is_sound


def test_a_frozen_plan_and_its_document_must_fit_their_hashes(path: Path) -> None:
    tamper(path, "UPDATE frozen_plans SET content = '{}'", "UPDATE blobs SET bytes = x'00'")

    with reopened(path) as store:
        checks = [finding.check for finding in verify(store).findings]

    assert checks == [Check.ROWS, Check.FROZEN_PLANS, Check.DOCUMENTS, Check.DOCUMENTS, Check.SCANS]


def test_a_frozen_plan_or_document_that_does_not_fit_is_not_handed_out(path: Path) -> None:
    tamper(path, "UPDATE frozen_plans SET content = '{}'", "UPDATE blobs SET bytes = x'00'")

    with reopened(path) as store:
        plan = read(store, "2026-014").plans[0]
        [(frozen,)] = store.connection.rows("SELECT id FROM frozen_plans")
        acts: list[Callable[[], object]] = []
        with store.work() as unit:
            [scan] = plan.scans
            acts += [
                lambda: unit.frozen_plans.of_plan(plan.id),
                lambda: unit.frozen_plans.document(frozen, "plan", "da"),
                lambda: unit.scan_bytes.of(scan),
            ]
            for act in acts:
                with pytest.raises(StorageUnavailable) as error:
                    act()
                assert error.value.trouble is StorageTrouble.DAMAGED


def test_a_document_or_scan_without_its_bytes_is_found(path: Path) -> None:
    tamper(path, "DELETE FROM blobs")

    assert [check for check, _ in found(path)] == [Check.DOCUMENTS] * 2
    with reopened(path) as store:
        [scan] = read(store, "2026-014").plans[0].scans
        with store.work() as unit, pytest.raises(StorageUnavailable) as error:
            unit.scan_bytes.of(scan)
        assert error.value.trouble is StorageTrouble.DAMAGED


def test_the_rows_say_nothing_where_the_log_cannot_be_trusted(path: Path) -> None:
    tamper(path, "UPDATE log SET user = 'Ida' WHERE seq = 5", "UPDATE follow_ups SET note = 'andet'")

    assert found(path) == {(Check.CHAIN, "5")}


def test_a_structure_that_does_not_fit_is_found(path: Path) -> None:
    tamper(
        path,
        "PRAGMA writable_schema = ON",
        "DELETE FROM sqlite_master WHERE name = 'notes_of_case'",
        "PRAGMA writable_schema = OFF",
    )

    assert {check for check, _ in found(path)} == {Check.STRUCTURE}


def test_a_store_that_shrank_under_the_program_is_found_not_thrown(path: Path) -> None:
    with reopened(path) as store:
        whole = verify(store)

        store.connection._raw.set_authorizer(None)
        store.connection._raw.execute("PRAGMA shrink_memory")
        with path.open("r+b") as file:
            file.seek(4096 * 5)
            file.write(bytes(4096 * (whole.pages - 5)))

        findings = verify(store).findings
        assert {finding.check for finding in findings} >= {Check.PAGES}


def test_trouble_of_the_machine_is_not_taken_for_a_finding(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)

    monkeypatch.setattr(store.connection, "rows", fail)

    with pytest.raises(StorageUnavailable):
        verify(store)


def test_damage_that_keeps_a_part_from_being_read_is_a_finding(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise StorageUnavailable(StorageTrouble.DAMAGED)

    monkeypatch.setattr(store.connection, "scan", fail)

    assert Finding(Check.CHAIN, "") in verify(store).findings
