"""Reading a file somebody chose as a scan or as the logo: once, whole, and never the store's own."""

import os
import stat
from pathlib import Path

from desktop_app.application.errors import OwnFileRefused, ScanProblem, ScanRefused
from desktop_app.domain.scan import LARGEST
from desktop_app.storage.presence import refuse_own_file


def read_scan_file(path: Path, *, store: Path, largest: int = LARGEST) -> bytes:
    """Return the bytes of a file that nobody wrote to meanwhile, `largest` of them at most.

    Raises:
        ScanRefused: it is the store's own, no file, empty, too large or unreadable, or changed while it was read.
    """
    try:
        # Before anything is opened: to close a file of the store lets go of the lock on it (`store_connection`).
        refuse_own_file(store, path)
        if not stat.S_ISREG(path.stat().st_mode):
            raise ScanRefused(ScanProblem.UNREADABLE)  # a folder, or a pipe that would never end
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size == 0:
                raise ScanRefused(ScanProblem.EMPTY)
            if before.st_size > largest:
                raise ScanRefused(ScanProblem.TOO_LARGE)
            content = file.read(largest + 1)
            after = os.fstat(file.fileno())
    except OwnFileRefused as error:
        raise ScanRefused(ScanProblem.OWN_FILE) from error
    except OSError as error:
        raise ScanRefused(ScanProblem.UNREADABLE) from error
    if len(content) != before.st_size or _state(before) != _state(after):
        raise ScanRefused(ScanProblem.CHANGED)
    return content


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
