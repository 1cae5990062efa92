"""Whether a store may be made at a place, and whether its backups would be lost with its disk; without the database."""

import os
from pathlib import Path

from desktop_app.application.errors import BackupFailed, StorageTrouble, StoreRefusal, StoreRefused
from desktop_app.storage.location import refuse_unsuitable_location
from desktop_app.storage.presence import refuse_existing


def refuse_new_place(path: Path) -> None:
    """Let a store be made at `path`, or say why not; nothing is created.

    Raises:
        StoreRefused: NETWORK_FOLDER, SYNCHRONISED_FOLDER, EXISTS, IS_FOLDER or NOT_WRITABLE.
    """
    path = path.absolute()
    refuse_unsuitable_location(path)
    path = path.resolve()
    refuse_existing(path)
    if not may_write_in(path.parent):
        raise StoreRefused(StoreRefusal.NOT_WRITABLE, path=str(path), folder=str(path.parent))


def refuse_backup_folder(folder: Path) -> None:
    """Let backups be made in a folder, or say why not; it must be there.

    Raises:
        BackupFailed: MISSING or READ_ONLY.
    """
    if not folder.is_dir():
        raise BackupFailed(StorageTrouble.MISSING, str(folder))
    if not may_write_in(folder):
        raise BackupFailed(StorageTrouble.READ_ONLY, str(folder))


def may_write_in(folder: Path) -> bool:
    """Whether files may be made in a folder, which need not be there yet as long as it can be made."""
    there = _nearest(folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def lies_on_same_volume(store: Path, folder: Path) -> bool:
    """Whether a store and the folder of its backups would be lost together with one disk. Neither need be there yet."""
    return _nearest(store).stat().st_dev == _nearest(folder).stat().st_dev


def _nearest(path: Path) -> Path:
    """Return the path itself or the first thing above it that is there."""
    path = path.absolute()
    return next(there for there in (path, *path.parents) if there.exists())
