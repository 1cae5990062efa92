"""Backing up an open store."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop_app.application.back_up import BackupReport, BackupState, back_up, backup_state
from desktop_app.storage.backup_folder import StoreBackupFolder
from desktop_app.storage.store import Store


@dataclass(frozen=True)
class BackupWork:
    """The backups of one store, in whatever folder the computer it is open on has chosen."""

    store: Store

    def back_up(self, folder: str, now: datetime) -> BackupReport:
        """Make a backup (`back_up`)."""
        return back_up(folder=StoreBackupFolder(self.store, Path(folder)), work=self.store.work, now=now)

    def state(self, folder: str) -> BackupState:
        """Return how the backups stand (`backup_state`)."""
        return backup_state(folder=StoreBackupFolder(self.store, Path(folder)))
