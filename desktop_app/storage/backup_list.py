"""The backups that lie in a folder, told without opening them: no store need be open, nor be there at all."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.application.errors import RestoreProblem, RestoreRefused, StoreRefused
from desktop_app.application.restore_backup import FoundBackup
from desktop_app.storage.backup_name import read_name
from desktop_app.storage.key_file import read_key_file


def list_backups(folder: Path) -> Sequence[FoundBackup]:
    """Return the finished backups in a folder, of whatever store, the latest first.

    Raises:
        RestoreRefused: NO_BACKUP, there is none, nor perhaps such a folder; UNREADABLE, it cannot be read.
    """
    try:
        found = [found_backup(path) for path in folder.iterdir() if read_name(path.name)]
    except (FileNotFoundError, NotADirectoryError) as error:
        raise RestoreRefused(RestoreProblem.NO_BACKUP, str(folder)) from error
    except OSError as error:
        raise RestoreRefused(RestoreProblem.UNREADABLE, str(folder)) from error
    if not found:
        raise RestoreRefused(RestoreProblem.NO_BACKUP, str(folder))
    return sorted(found, key=lambda backup: (backup.made_at, backup.path), reverse=True)


def found_backup(path: Path) -> FoundBackup:
    """Return what can be told of one file; one of another name was made when it was last written.

    Raises:
        RestoreRefused: UNREADABLE.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise RestoreRefused(RestoreProblem.UNREADABLE, str(path)) from error
    named = read_name(path.name)
    try:
        keys = read_key_file(path)
        store_id, users = keys.store, tuple(user.name for user in keys.users)
    except (StoreRefused, OSError):
        store_id, users = "", ()
    return FoundBackup(
        path=str(path),
        made_at=named.made_at if named else datetime.fromtimestamp(status.st_mtime, UTC),
        size=status.st_size,
        store_id=store_id,
        users=users,
        was_checked=named is not None and bool(users),
    )


def newest_backup(folder: Path, target: Path) -> FoundBackup:
    """Return the latest backup in a folder: of the store whose keys lie at `target`, else of any.

    Raises:
        RestoreRefused: as `list_backups` says.
    """
    there = [backup for backup in list_backups(folder) if backup.can_be_opened] or list_backups(folder)
    try:
        wanted = read_key_file(target).store
    except (StoreRefused, OSError):
        return there[0]
    return next((backup for backup in there if backup.store_id == wanted), there[0])
