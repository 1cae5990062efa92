"""One encrypted file, one connection: how it is opened, and what it refuses.

The file is opened `mode=rw`, so opening never creates; it is locked for this program at once; and after `restrict`
nobody can attach another file or change a setting, whatever SQL they get to run.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.storage.holder import read_holder
from desktop_app.storage.machine_errors import machine_errors, trouble_of
from desktop_app.storage.whole_file import OWNER_ONLY

OLDEST_SQLITE: Final = (3, 51, 3)  # older ones can lose committed transactions, https://www.sqlite.org/wal.html
PAGE_SIZE: Final = 4096
_WRITES: Final = "enplan_writes"  # the execution option of a transaction that writes

# Set in this order and read back afterwards. EXCLUSIVE comes first: journal_mode already reads the file.
_SETTINGS: Final[tuple[tuple[str, str, object], ...]] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("cache_size", "-64000", -64000),
)

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

# Closing any descriptor of a file drops the POSIX locks of the whole program on it, so a store that is open here must
# not be touched a second time (https://www.sqlite.org/howtocorrupt.html, section 2.2).
_open_here: Final[set[tuple[int, int]]] = set()


class StoreConnection:
    """The one connection to a store file, which holds the file until it is closed.

    It belongs to the thread it was made on.
    """

    def __init__(self, path: Path, raw: Any) -> None:  # noqa: ANN401 - the driver has no types
        self.path = path
        self._raw = raw
        self._identity = _identity(path)
        _open_here.add(self._identity)
        self.engine = _engine_of(raw, path)
        self.writing_engine = self.engine.execution_options(**{_WRITES: True})

    def rows(self, statement: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a SELECT as the driver gives them; inside a unit of work it sees what was flushed.

        At thousands of rows SQLAlchemy's own cost more than reading them.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        try:  # no context manager: this runs a dozen times for each case that is opened
            found: list[tuple[Any, ...]] = self._raw.execute(statement, parameters).fetchall()
        except dbapi2.Error as error:
            if trouble := trouble_of(error):
                raise StorageUnavailable(trouble, str(self.path)) from error
            raise
        return found

    def scan(self, statement: str, parameters: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Go through the rows of a SELECT without holding them all.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        with machine_errors(self.path):
            yield from self._raw.execute(statement, parameters)

    def insert_many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run an INSERT once for each row, in the transaction that is open.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        if not self.in_transaction:
            raise RuntimeError("no unit of work is open")
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

    def set_foreign_keys(self, *, enforced: bool) -> None:
        """Switch the checking of foreign keys, before `restrict` and outside a transaction."""
        self._raw.execute("PRAGMA foreign_keys=ON" if enforced else "PRAGMA foreign_keys=OFF")
        if self.rows("PRAGMA foreign_keys") != [(int(enforced),)]:
            raise RuntimeError("foreign keys were not switched")

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
        self.engine.dispose()
        self._raw.close()
        _open_here.discard(self._identity)


def create_file(path: Path) -> None:
    """Make an empty file only its owner can read, for `connect` to fill.

    Raises:
        StoreRefused: EXISTS.
        OSError: the file cannot be made.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    except FileExistsError:
        raise StoreRefused(StoreRefusal.EXISTS, path=str(path)) from None


def refuse_no_store(path: Path) -> None:
    """Refuse, without opening it, what cannot be a store.

    Raises:
        StoreRefused: MISSING, IS_FOLDER or EMPTY_FILE (with any key SQLite would make an empty store of that).
    """
    if path.is_dir():
        raise StoreRefused(StoreRefusal.IS_FOLDER, path=str(path))
    if not path.exists():
        raise StoreRefused(StoreRefusal.MISSING, path=str(path))
    if path.stat().st_size == 0:
        raise StoreRefused(StoreRefusal.EMPTY_FILE, path=str(path))


def refuse_foreign_file(path: Path) -> None:
    """Refuse a file that holds readable data, since a store looks like random bytes from its first to its last.

    Raises:
        StoreRefused: NOT_A_STORE; IN_USE where this program itself has the store open.
    """
    _refuse_open_here(path)
    with path.open("rb") as file:
        beginning = file.read(PAGE_SIZE)
    # Random bytes cannot be compressed; databases and documents of other programs can.
    if len(zlib.compress(beginning)) < len(beginning):
        raise StoreRefused(StoreRefusal.NOT_A_STORE, path=str(path))


def connect(path: Path, key: bytes, *, is_new: bool = False) -> StoreConnection:
    """Open the file with its key and hold it; call `restrict` when it is ready for use.

    Raises:
        StoreRefused: UNSUITABLE_LIBRARY, IN_USE, or DAMAGED where the key does not open the file.
        StorageUnavailable: the machine cannot open the file.
    """
    _refuse_open_here(path)
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise StoreRefused(StoreRefusal.UNSUITABLE_LIBRARY, path=str(path), found=f"SQLite {dbapi2.sqlite_version}")
    if not is_new:
        _refuse_cut(path)
    with machine_errors(path):
        raw = dbapi2.connect(
            f"{path.as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=0, cached_statements=512
        )
    try:
        _prepare(raw, path, key)
    except BaseException:
        raw.close()
        raise
    return StoreConnection(path, raw)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _refuse_open_here(path: Path) -> None:
    if _identity(path) in _open_here:
        raise _in_use(path)


def _refuse_cut(path: Path) -> None:
    """Refuse a file that does not end with a whole page, unless a crash left a journal that will mend it."""
    journal = path.with_name(path.name + "-journal")
    if path.stat().st_size % PAGE_SIZE and not journal.exists():
        raise StoreRefused(StoreRefusal.DAMAGED, path=str(path))


def _prepare(raw: Any, path: Path, key: bytes) -> None:  # noqa: ANN401 - the driver has no types
    raw.execute("PRAGMA cipher_log_level=NONE")  # a wrong key would be written to stderr
    if not raw.execute("PRAGMA cipher_version").fetchone():
        raise StoreRefused(StoreRefusal.UNSUITABLE_LIBRARY, path=str(path), found="SQLite without encryption")
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    try:
        for name, value, _ in _SETTINGS:
            raw.execute(f"PRAGMA {name}={value}").fetchall()
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        raw.execute("BEGIN EXCLUSIVE")  # only now does EXCLUSIVE take hold, and it stays
        raw.execute("COMMIT")
    except dbapi2.Error as error:
        if trouble := trouble_of(error):
            raise _refusal(trouble, path) from error
        raise
    for name, _, expected in _SETTINGS:
        found = raw.execute(f"PRAGMA {name}").fetchone()
        if found != (expected,):
            raise StoreRefused(StoreRefusal.UNSUITABLE_LIBRARY, path=str(path), found=f"{name}={found}")


def _refusal(trouble: StorageTrouble, path: Path) -> StoreRefused | StorageUnavailable:
    match trouble:
        case StorageTrouble.LOCKED:
            return _in_use(path)
        case StorageTrouble.DAMAGED:
            return StoreRefused(StoreRefusal.DAMAGED, path=str(path))
        case _:
            return StorageUnavailable(trouble, str(path))


def _in_use(path: Path) -> StoreRefused:
    holder = read_holder(path)
    return StoreRefused(
        StoreRefusal.IN_USE, path=str(path), user=holder.user, computer=holder.computer, since=holder.since
    )


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    denied = (
        action in (_ATTACH, _DETACH)
        or (action == _FUNCTION and second in _DENIED_FUNCTIONS)
        or (action == _PRAGMA and not _may_be_read(first or "", second))
    )
    return int(dbapi2.SQLITE_DENY if denied else dbapi2.SQLITE_OK)


def _may_be_read(setting: str, value: str | None) -> bool:
    # SQLAlchemy asks for read_uncommitted when it first connects.
    return setting.lower() in _READABLE_SETTINGS or (setting.lower() == "read_uncommitted" and value is None)


def _engine_of(raw: Any, path: Path) -> Engine:  # noqa: ANN401 - the driver has no types
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def _report(context: ExceptionContext) -> None:
        if trouble := trouble_of(context.original_exception):
            raise StorageUnavailable(trouble, str(path)) from context.original_exception

    return engine
