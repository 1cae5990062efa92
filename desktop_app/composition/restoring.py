"""Fetching a backup back, and letting somebody in again who has nothing but a backup and the printed recovery key."""

from dataclasses import dataclass
from pathlib import Path

from desktop_app.application.change_access import recover_access, renew_recovery_key
from desktop_app.application.restore_backup import FoundBackup, Restored, restore_backup
from desktop_app.composition.settings_work import OwnKeys
from desktop_app.storage.backup_list import found_backup, list_backups, newest_backup
from desktop_app.storage.journal import Clock
from desktop_app.storage.staged_backup import Opening, open_in_place, stage_backup
from desktop_app.storage.store import Store, now

__all__ = ["Opening", "RestoredStore", "backup_at", "list_backups", "restore"]


@dataclass(frozen=True, slots=True)
class RestoredStore:
    """The store that was fetched back, open, and what was done."""

    store: Store
    report: Restored


def backup_at(path: Path, target: Path) -> FoundBackup:
    """Return the backup that is meant: the file itself, or the newest in a folder.

    Raises:
        RestoreRefused: NO_BACKUP or UNREADABLE.
    """
    return newest_backup(path, target) if path.is_dir() else found_backup(path)


def restore(
    source: Path,
    target: Path,
    opening: Opening,
    *,
    may_set_aside: bool = False,
    new_password: str = "",
    new_recovery_key: str = "",
    clock: Clock = now,
) -> RestoredStore:
    """Fetch a backup back and open it; with a new password it is given that before it takes its place.

    Raises:
        RestoreRefused, StoreRefused, PasswordTooShort, StorageUnavailable: what lay there lies there still.
    """
    with stage_backup(source, target, opening, may_set_aside=may_set_aside, clock=clock) as staged:

        def change_access() -> None:
            keys = OwnKeys(staged.store)
            if new_password:
                recover_access(new_password, keys=keys, work=staged.work)
            if new_recovery_key:
                renew_recovery_key(new_recovery_key, new_password, keys=keys, work=staged.work)

        report = restore_backup(staged=staged, change_access=change_access)
    return RestoredStore(open_in_place(staged, clock), report)
