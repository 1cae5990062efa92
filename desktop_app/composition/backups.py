"""Backing up an open store."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop_app.application.back_up import BackupReport, BackupState, KnownBackups, back_up, backup_state
from desktop_app.storage.backup_folder import StoreBackupFolder
from desktop_app.storage.new_place import lies_on_same_volume, refuse_backup_folder
from desktop_app.storage.store import Store


@dataclass(frozen=True)
class BackupWork:
    """The backups of one store, in whatever folder the computer it is open on has chosen."""

    store: Store

    def back_up(self, folder: str, now: datetime) -> BackupReport:
        """Make a backup (`back_up`)."""
        return back_up(folder=StoreBackupFolder(self.store, Path(folder)), work=self.store.work, now=now)

    def state(self, folder: str) -> BackupState:
        """Return how the backups stand (`backup_state`); a store that is only read asks for none."""
        state = backup_state(folder=StoreBackupFolder(self.store, Path(folder)))
        return replace(state, is_due=False) if self.store.connection.is_reading_only else state

    def known(self) -> KnownBackups:
        """Return what the store itself knows of its backups, wherever they lie."""
        return StoreBackupFolder(self.store, self.store.path.parent).known()

    def check_folder(self, folder: str) -> None:
        """Let backups be made in a folder (`refuse_backup_folder`)."""
        refuse_backup_folder(Path(folder))

    def lies_on_same_volume(self, folder: str) -> bool:
        """Whether the store and the folder would be lost together."""
        return lies_on_same_volume(self.store.path, Path(folder))
