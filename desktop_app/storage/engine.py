"""One encrypted file, one connection: how it is opened, and what is refused.

The file is opened `mode=rw`, so opening never creates; it is locked for this program at once; and every setting is read
back, since SQLite does not say when it does not know one.
"""

import os
import zlib
from pathlib import Path
from typing import Any, Final

from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.storage.holder import read_holder
from desktop_app.storage.machine_errors import machine_errors, trouble_of
from desktop_app.storage.store_connection import PAGE_SIZE, StoreConnection, is_open_here
from desktop_app.storage.whole_file import OWNER_ONLY

OLDEST_SQLITE: Final = (3, 51, 3)  # older ones can lose committed transactions, https://www.sqlite.org/wal.html

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
    raw = _open(path, key, is_new=is_new)
    try:
        with machine_errors(path):
            return StoreConnection(path, raw)
    except BaseException:
        raw.close()  # what stays open would keep this program itself out
        raise


def connect_again(connection: StoreConnection, key: bytes) -> None:
    """Let a connection that let go of its file hold what lies there now; nobody needs to know of it.

    Raises:
        StoreRefused: IN_USE, or DAMAGED where the key does not open the file.
        StorageUnavailable: the machine cannot open the file.
    """
    raw = _open(connection.path, key)
    try:
        with machine_errors(connection.path):
            connection.hold(raw)
    except BaseException:
        raw.close()
        raise
    connection.restrict()


def _open(path: Path, key: bytes, *, is_new: bool = False) -> Any:  # noqa: ANN401 - the driver has no types
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
    return raw


def _refuse_open_here(path: Path) -> None:
    if is_open_here(path):
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
        if trouble := trouble_of(error, path):
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
