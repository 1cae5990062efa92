"""A copy of an open store that was opened and compared with it before it got its name."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.journal import read_head
from desktop_app.storage.machine_errors import machine_errors
from desktop_app.storage.schema import schema_version
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.whole_file import sync_folder

UNFINISHED = ".new"
"""What the name of a copy ends in until it has been compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedCopy:
    """What a copy was found to hold: its encrypted pages, the entries of its log, and the rows of every table."""

    pages: int
    entries: int
    rows: Mapping[str, int] = field(hash=False)


def copy_verified(connection: StoreConnection, key: bytes, target: Path) -> CheckedCopy:
    """Copy the store to `target`, encrypted with the same key, and check the copy before it gets its name.

    The copy is closed and opened again; then its pages, its structure, its version, the rows of every table and the
    head of its log are compared with the store's.

    Raises:
        StorageUnavailable: the copy could not be written, or is not what the store is; nothing new is left.
    """
    unfinished = target.with_name(target.name + UNFINISHED)
    with machine_errors(target), discarded_on_failure(unfinished):
        checked = copy_compared(connection, key, unfinished)
        unfinished.replace(target)
    with machine_errors(target):
        sync_folder(target.parent)
    return checked


def copy_compared(connection: StoreConnection, key: bytes, unfinished: Path) -> CheckedCopy:
    """Copy the store to `unfinished`, encrypted with `key`, be it another one, and compare the copy with the store.

    Raises:
        StoreRefused, StorageUnavailable, OSError: the copy could not be written, or is not what the store is.
    """
    discard_unfinished(unfinished)
    create_file(unfinished)
    _copy(connection, key, unfinished)
    return _compared(connection, key, unfinished)


@contextmanager
def discarded_on_failure(unfinished: Path) -> Iterator[None]:
    """Take away a copy that came to nothing, and say of one that does not open what it means for the store's own.

    Raises:
        StorageUnavailable: the copy does not open.
    """
    try:
        yield
    except StoreRefused as refused:
        discard_unfinished(unfinished)
        is_damaged = refused.refusal is StoreRefusal.DAMAGED
        trouble = StorageTrouble.DAMAGED if is_damaged else StorageTrouble.INPUT_OUTPUT
        raise StorageUnavailable(trouble, str(unfinished)) from refused
    except BaseException:
        discard_unfinished(unfinished)
        raise


def discard_unfinished(unfinished: Path) -> None:
    """Take away what an attempt left that was stopped half way, its journal too.

    Raises:
        OSError: it cannot be taken away.
    """
    for file in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
        file.unlink(missing_ok=True)


def _copy(connection: StoreConnection, key: bytes, target: Path) -> None:
    copy = connect(target, key, is_new=True)
    try:
        connection.copy_to(copy)
    finally:
        copy.close()


def _compared(connection: StoreConnection, key: bytes, target: Path) -> CheckedCopy:
    rows, head = _rows_by_table(connection), read_head(connection)
    copy = connect(target, key)
    try:
        [(pages,)] = copy.rows("PRAGMA page_count")
        is_the_store = (
            copy.is_sound()
            and copy.rows("PRAGMA integrity_check") == [("ok",)]
            and schema_version(copy) == schema_version(connection)
            and _rows_by_table(copy) == rows
            and read_head(copy) == head
        )
    finally:
        copy.close()
    if not is_the_store:
        raise StorageUnavailable(StorageTrouble.DAMAGED, str(target))
    return CheckedCopy(pages=pages, entries=head.seq, rows=rows)


def _rows_by_table(connection: StoreConnection) -> dict[str, int]:
    names = [name for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: connection.rows(f'SELECT count(*) FROM "{name}"')[0][0] for name in names}  # noqa: S608 - its own names
