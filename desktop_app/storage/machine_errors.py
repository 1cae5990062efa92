"""The one place where what the machine says becomes what the program says: `StorageUnavailable` with a reason."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable

_PRIMARY: Final = 0xFF
_READONLY_DBMOVED: Final = 8 | (4 << 8)  # the file was moved or deleted under the open store

# SQLite's primary result codes, https://www.sqlite.org/rescode.html. What is not listed is a mistake of the program.
_BY_RESULT_CODE: Final = {
    3: StorageTrouble.READ_ONLY,  # SQLITE_PERM
    5: StorageTrouble.LOCKED,  # SQLITE_BUSY
    6: StorageTrouble.LOCKED,  # SQLITE_LOCKED
    8: StorageTrouble.READ_ONLY,  # SQLITE_READONLY
    10: StorageTrouble.INPUT_OUTPUT,  # SQLITE_IOERR
    11: StorageTrouble.DAMAGED,  # SQLITE_CORRUPT
    13: StorageTrouble.DISK_FULL,  # SQLITE_FULL
    14: StorageTrouble.MISSING,  # SQLITE_CANTOPEN
    26: StorageTrouble.DAMAGED,  # SQLITE_NOTADB
}

# The backup API raises its errors without a code: SQLite's words for it (sqlite3_errstr) are all there is.
_BY_WORDS: Final = {
    "database is locked": StorageTrouble.LOCKED,
    "attempt to write a readonly database": StorageTrouble.READ_ONLY,
    "disk I/O error": StorageTrouble.INPUT_OUTPUT,
    "database disk image is malformed": StorageTrouble.DAMAGED,
    "database or disk is full": StorageTrouble.DISK_FULL,
    "unable to open database file": StorageTrouble.INPUT_OUTPUT,
    "file is not a database": StorageTrouble.DAMAGED,
}

_BY_ERRNO: Final = {
    errno.ENOSPC: StorageTrouble.DISK_FULL,
    errno.EDQUOT: StorageTrouble.DISK_FULL,
    errno.EROFS: StorageTrouble.READ_ONLY,
    errno.EACCES: StorageTrouble.READ_ONLY,
    errno.EPERM: StorageTrouble.READ_ONLY,
    errno.ENOENT: StorageTrouble.MISSING,
    errno.ENOTDIR: StorageTrouble.MISSING,
}


def trouble_of(error: BaseException, path: Path) -> StorageTrouble | None:
    """Return what is wrong with the machine or the file at `path`, or None where the program is to blame."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0, StorageTrouble.INPUT_OUTPUT)
    if isinstance(error, dbapi2.Error):
        code: int | None = getattr(error, "sqlite_errorcode", None)
        if code == _READONLY_DBMOVED:
            return StorageTrouble.MISSING
        trouble = _BY_WORDS.get(str(error)) if code is None else _BY_RESULT_CODE.get(code & _PRIMARY)
        if trouble is StorageTrouble.MISSING and path.exists():  # it was the journal beside it that could not be made
            return StorageTrouble.INPUT_OUTPUT
        if trouble is StorageTrouble.READ_ONLY and _may_be_written(path):
            return StorageTrouble.INPUT_OUTPUT
        return trouble
    return None


def _may_be_written(path: Path) -> bool:
    """Tell whether nothing but the disk stands in the way of writing.

    SQLite opens a file to be read where opening it to be written fails for whatever reason, and later says no more than
    that it may not write. Windows does not say who may write in a file, so its word stands there. The file itself is
    not opened to find out: closing it again would drop the locks of the store.
    """
    return os.name == "posix" and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


@contextmanager
def machine_errors(path: Path) -> Iterator[None]:
    """Report the machine's troubles with `path` as the program's own error; let every other error pass.

    Raises:
        StorageUnavailable: the file could not be read or written.
    """
    try:
        yield
    except (OSError, dbapi2.Error) as error:
        if trouble := trouble_of(error, path):
            raise StorageUnavailable(trouble, str(path)) from error
        raise
