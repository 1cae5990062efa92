"""A copy gets its name only when it was opened and found to be the store."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.storage import verified_copy
from desktop_app.storage.engine import connect
from desktop_app.storage.journal import read_head
from desktop_app.storage.store import Store
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.verified_copy import copy_verified
from tests.storage.builders import a_full_case, save_new


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "kopier"
    folder.mkdir()
    return folder / "kopi.store"


def test_a_copy_is_the_store_and_tells_what_was_compared(store: Store, target: Path) -> None:
    save_new(store, a_full_case())

    checked = copy_verified(store.connection, store.keys.key, target)

    copy = connect(target, store.keys.key)
    assert copy.rows("SELECT case_number FROM cases") == [("2026-014",)]
    assert read_head(copy) == read_head(store.connection)
    assert copy.rows("PRAGMA page_count") == [(checked.pages,)]
    copy.close()
    assert checked.entries == read_head(store.connection).seq
    assert (checked.rows["cases"], checked.rows["follow_ups"], checked.rows["log"]) == (1, 1, checked.entries)
    assert [file.name for file in target.parent.iterdir()] == [target.name]


def test_a_copy_is_encrypted_and_the_owners_alone(store: Store, target: Path) -> None:
    save_new(store, a_full_case())

    copy_verified(store.connection, store.keys.key, target)

    content = target.read_bytes()
    assert b"Rima" not in content
    assert not content.startswith(b"SQLite")
    assert target.stat().st_mode & 0o077 == 0


def test_the_store_goes_on_being_written_after_a_copy(store: Store, target: Path) -> None:
    copy_verified(store.connection, store.keys.key, target)

    save_new(store, a_full_case())

    with store.work() as unit:
        assert [case.case_number for case in unit.cases.all()] == ["2026-014"]


def without(statement: str) -> Callable[[StoreConnection], None]:
    """Return what takes something away from a copy after it was made."""

    def take_away(copy: StoreConnection) -> None:
        copy._raw.execute(statement)

    return take_away


@pytest.mark.parametrize(
    "change",
    [
        without("DELETE FROM notes"),
        without("UPDATE alembic_version SET version_num = '0001'"),
        without(
            "INSERT INTO log SELECT seq + 1, x'00', action, record, kind, parent, device, lamport, user, utc, "
            "supersedes, payload_hash, chain FROM log ORDER BY seq DESC LIMIT 1"
        ),
    ],
    ids=["a row less", "another version", "another head"],
)
def test_a_copy_that_is_not_the_store_is_thrown_away(
    store: Store, target: Path, change: Callable[[StoreConnection], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_new(store, a_full_case())
    real = StoreConnection.copy_to

    def copy_and_change(connection: StoreConnection, other: StoreConnection) -> None:
        real(connection, other)
        change(other)

    monkeypatch.setattr(StoreConnection, "copy_to", copy_and_change)

    with pytest.raises(StorageUnavailable) as error:
        copy_verified(store.connection, store.keys.key, target)

    assert error.value.trouble is StorageTrouble.DAMAGED
    assert list(target.parent.iterdir()) == []


def test_the_head_of_the_log_is_compared_even_where_the_rows_are_as_many(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = iter([read_head(store.connection), read_head(store.connection)._replace(chain=bytes(32))])
    monkeypatch.setattr(verified_copy, "read_head", lambda _connection: next(heads))

    with pytest.raises(StorageUnavailable):
        copy_verified(store.connection, store.keys.key, target)


@pytest.mark.parametrize("place", [1000, -1000], ids=["the first page", "the last page"])
def test_a_damaged_page_of_the_copy_is_found(
    store: Store, target: Path, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_new(store, a_full_case())
    real = StoreConnection.close

    def close_and_flip(connection: StoreConnection) -> None:
        real(connection)
        content = bytearray(connection.path.read_bytes())
        content[place] ^= 1
        connection.path.write_bytes(content)

    monkeypatch.setattr(StoreConnection, "close", close_and_flip)

    with pytest.raises(StorageUnavailable) as error:
        copy_verified(store.connection, store.keys.key, target)

    monkeypatch.undo()
    assert error.value.trouble is StorageTrouble.DAMAGED
    assert list(target.parent.iterdir()) == []


def test_a_copy_another_program_has_hold_of_is_the_machines_trouble(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_arguments: object, **_options: object) -> None:
        raise StoreRefused(StoreRefusal.IN_USE, path=str(path))

    monkeypatch.setattr(verified_copy, "connect", refuse)

    with pytest.raises(StorageUnavailable) as error:
        copy_verified(store.connection, store.keys.key, target)

    assert error.value.trouble is StorageTrouble.INPUT_OUTPUT
    assert list(target.parent.iterdir()) == []


def test_what_an_earlier_attempt_left_is_replaced(store: Store, target: Path) -> None:
    for name in (f"{target.name}.new", f"{target.name}.new-journal"):
        target.with_name(name).write_bytes(b"half a copy")

    copy_verified(store.connection, store.keys.key, target)

    assert [file.name for file in target.parent.iterdir()] == [target.name]


def test_an_older_copy_of_the_same_name_stays_when_the_new_one_fails(
    store: Store, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_verified(store.connection, store.keys.key, target)
    before = target.read_bytes()

    def fail(*_arguments: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(StoreConnection, "copy_to", fail)

    with pytest.raises(StorageUnavailable) as error:
        copy_verified(store.connection, store.keys.key, target)

    assert error.value.trouble is StorageTrouble.DISK_FULL
    assert target.read_bytes() == before
    assert [file.name for file in target.parent.iterdir()] == [target.name]
