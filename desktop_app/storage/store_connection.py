"""The one connection to a store that is open, and what nobody can do through it.

After `restrict` no other file can be attached and no setting changed, whatever SQL somebody gets to run.
"""

import errno
import os
from collections.abc import Generator, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NoReturn, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.storage.machine_errors import machine_errors, trouble_of
from desktop_app.storage.mark_file import fingerprint_of

PAGE_SIZE: Final = 4096
_PAGE_SEAL: Final = 80  # what SQLCipher 4 ends each page with: 16 random bytes and an HMAC-SHA512

_WRITES: Final = "enplan_writes"  # the execution option of a transaction that writes

# Action codes of sqlite3_set_authorizer that sqlcipher3 does not name.
_PRAGMA, _ATTACH, _DETACH, _FUNCTION = 19, 24, 25, 31
_DENIED_FUNCTIONS: Final = frozenset({"load_extension", "sqlcipher_export"})
_READABLE_SETTINGS: Final = frozenset(
    {
        "cipher_integrity_check",
        "foreign_key_check",
        "foreign_key_list",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "page_count",
        "page_size",
        "table_info",
        "table_xinfo",
    }
)
# SQLAlchemy asks for read_uncommitted when it first connects.
_ONLY_ASKED_FOR: Final = frozenset({"read_uncommitted", "user_version"})

# Closing any descriptor of a file drops the POSIX locks of the whole program on it, so a store that is open here must
# not be touched a second time (https://www.sqlite.org/howtocorrupt.html, section 2.2).
_open_here: Final[set[tuple[int, int]]] = set()


class StoreConnection:
    """The one connection to a store file, which holds the file until it is closed.

    It belongs to the thread it was made on.
    """

    def __init__(self, path: Path, raw: Any) -> None:  # noqa: ANN401 - the driver has no types
        self.path = path
        self.is_reading_only = False
        self.hold(raw)

    def hold(self, raw: Any) -> None:  # noqa: ANN401 - the driver has no types
        """Be the connection to the file that lies at the path now.

        Raises:
            OSError: the file cannot be read.
        """
        self._identity = _identity(self.path)
        self._descriptor = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))  # closed after the locks
        _open_here.add(self._identity)
        self._raw = raw
        self.engine = self._engine_of(raw)
        self.writing_engine = self.engine.execution_options(**{_WRITES: True})

    @property
    def is_lost(self) -> bool:
        """Whether the file was let go and could not be opened again since."""
        return isinstance(self._raw, _Nothing)

    def let_go(self) -> None:
        """Close the file, to open it again soon; until then everything that is asked of it fails."""
        self.close()
        self._raw = _Nothing()

    def rows(self, statement: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a SELECT as the driver gives them; inside a unit of work it sees what was flushed.

        At thousands of rows SQLAlchemy's own cost more than reading them.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        try:  # no context manager: this runs a dozen times for each case that is opened
            found: list[tuple[Any, ...]] = self._raw.execute(statement, parameters).fetchall()
        except (OSError, dbapi2.Error) as error:
            if trouble := trouble_of(error, self.path):
                raise StorageUnavailable(trouble, str(self.path)) from error
            raise
        return found

    def scan(self, statement: str, parameters: tuple[object, ...] = ()) -> Generator[tuple[Any, ...], None, None]:
        """Go through the rows of a SELECT without holding them all.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        with machine_errors(self.path):
            yield from self._raw.execute(statement, parameters)

    def write(self, statement: str, parameters: tuple[object, ...]) -> None:
        """Run a statement that changes no record, in the transaction that is open.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        self.insert_many(statement, [parameters])

    def insert_many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run an INSERT once for each row, in the transaction that is open.

        Raises:
            StorageUnavailable: the file cannot be written; READING_ONLY, it was opened to be read.
        """
        if not self.in_transaction:
            raise RuntimeError("no unit of work is open")
        if self.is_reading_only:
            raise StorageUnavailable(StorageTrouble.READING_ONLY, str(self.path))
        with machine_errors(self.path):
            self._raw.executemany(statement, rows)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._raw.in_transaction)

    def roll_back(self) -> None:
        """Take back what a failed commit left open.

        SQLAlchemy takes every commit for the end of the transaction; SQLite keeps it open when a reference does not
        hold, and the next unit of work would commit it.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        with machine_errors(self.path):
            self._raw.rollback()

    def refuse_gone(self) -> None:
        """Refuse to go on where the file no longer lies at its path.

        SQLite keeps both files open and would go on writing into one that was deleted, which nobody finds again.

        Raises:
            StorageUnavailable: MISSING, it was moved, deleted or replaced under the open store.
        """
        with machine_errors(self.path):
            if _identity(self.path) != self._identity:
                raise StorageUnavailable(StorageTrouble.MISSING, str(self.path))

    def set_foreign_keys(self, *, enforced: bool) -> None:
        """Switch the checking of foreign keys, before `restrict` and outside a transaction."""
        self._raw.execute("PRAGMA foreign_keys=ON" if enforced else "PRAGMA foreign_keys=OFF")
        if self.rows("PRAGMA foreign_keys") != [(int(enforced),)]:
            raise RuntimeError("foreign keys were not switched")

    def has_mark(self) -> bool:
        """Tell whether the store says that there is a mark beside it."""
        return self.rows("PRAGMA user_version") != [(0,)]

    def promise_mark(self) -> None:
        """Say in the store that there is a mark beside it, before `restrict`. Its copies will say so too.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        if not self.has_mark():
            with machine_errors(self.path):
                self._raw.execute("PRAGMA user_version=1")

    def fingerprint(self) -> bytes:
        """Return what tells this state of the file from every other one.

        Raises:
            OSError: the file cannot be read.
        """
        return fingerprint_of(self._descriptor, PAGE_SIZE, _PAGE_SEAL)

    def restrict_to_reading(self, *, is_reading_only: bool) -> None:
        """`restrict`, and let nothing be written either, or let it be written again."""
        self._raw.set_authorizer(None)
        self._raw.execute("PRAGMA query_only=ON" if is_reading_only else "PRAGMA query_only=OFF")
        self.restrict()
        self.is_reading_only = is_reading_only

    def is_sound(self) -> bool:
        """Tell whether every page of the file is as it was encrypted; takes a second for each 150 megabytes.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        return not self.rows("PRAGMA cipher_integrity_check")

    def copy_to(self, other: Self) -> None:
        """Copy the whole store into another, empty file with SQLite's backup API.

        Raises:
            StorageUnavailable: one of the files cannot be read or written.
        """
        with machine_errors(other.path):
            self._raw.backup(other._raw)

    def restrict(self) -> None:
        """From here on: no ATTACH (it could write a plain copy), no extension, no setting changed."""
        self._raw.set_authorizer(_authorize)

    def close(self) -> None:
        """Close the file and let others have it."""
        if self.is_lost:
            return
        self.engine.dispose()
        self._raw.close()
        with suppress(OSError):
            os.close(self._descriptor)
        _open_here.discard(self._identity)

    def _engine_of(self, raw: Any) -> Engine:  # noqa: ANN401 - the driver has no types
        engine = create_engine(
            "sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
        )

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get(_WRITES) and not self.is_reading_only
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

        @event.listens_for(engine, "handle_error")
        def _report(context: ExceptionContext) -> None:
            if trouble := trouble_of(context.original_exception, self.path):
                raise StorageUnavailable(trouble, str(self.path)) from context.original_exception

        return engine


class _Nothing:
    """Stands where no file is open."""

    def __getattr__(self, name: str) -> NoReturn:
        raise OSError(errno.EIO, f"{name}: no file is open")


def is_open_here(path: Path) -> bool:
    """Tell whether this program has the file open, under whatever name."""
    return _identity(path) in _open_here


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    denied = (
        action in (_ATTACH, _DETACH)
        or (action == _FUNCTION and second in _DENIED_FUNCTIONS)
        or (action == _PRAGMA and not _may_be_read(first or "", second))
    )
    return int(dbapi2.SQLITE_DENY if denied else dbapi2.SQLITE_OK)


def _may_be_read(setting: str, value: str | None) -> bool:
    return setting.lower() in _READABLE_SETTINGS or (setting.lower() in _ONLY_ASKED_FOR and value is None)
