"""The folder a store is backed up to: what lies there, and how a backup gets there whole.

A backup is a store of its own with its key file beside it, named for the moment it was made and for the store it is
of: `enplan-2026-11-22T080512Z-3f2a9c1e.store`. It opens with the passwords and the recovery key of that moment.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop_app.application.back_up import Backup, CheckedBackup, KnownBackups
from desktop_app.application.errors import BackupFailed, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.storage.backup_name import name_of, read_name, store_in_name
from desktop_app.storage.key_file import KEYS_ENDING, key_path
from desktop_app.storage.machine_errors import machine_errors
from desktop_app.storage.revisions import BEARING
from desktop_app.storage.rotation import KEY_ROTATED
from desktop_app.storage.store import Store
from desktop_app.storage.verified_copy import UNFINISHED, discard_unfinished
from desktop_app.storage.whole_file import write_whole

_LATEST_ENTRIES: Final = "SELECT action, body FROM log LEFT JOIN payloads USING (seq) ORDER BY seq DESC"
_KNOWN: Final = """
    SELECT (SELECT utc FROM log WHERE action = 'backed_up' ORDER BY seq DESC LIMIT 1), utc FROM log ORDER BY seq LIMIT 1
    """


class StoreBackupFolder:
    """The folder as one open store sees it (`application.back_up.BackupFolder`)."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        [(store_id,)] = store.connection.rows("SELECT id FROM store")
        self._mark = store_in_name(store_id)

    def backups(self) -> Sequence[Backup]:
        """Return the backups of the store that lie there, earliest first.

        Raises:
            BackupFailed: the folder is not there or cannot be read.
        """
        with self._troubles():
            names = [path.name for path in self._folder.iterdir()]
        finished = ((name, named) for name in names if (named := read_name(name)))
        return sorted(
            (Backup(name, named.made_at) for name, named in finished if named.store == self._mark),
            key=lambda backup: backup.made_at,
        )

    def make(self, at: datetime) -> CheckedBackup:
        """Make a backup and compare it with the store.

        Raises:
            BackupFailed: there is none; the store is as it was.
        """
        if self._store.connection.is_reading_only:  # it would push those out that hold more
            raise BackupFailed(StorageTrouble.READING_ONLY, str(self._folder))
        made_at = at.astimezone(UTC).replace(microsecond=0)
        backup = Backup(name_of(made_at, self._mark), made_at)
        target = self._folder / backup.name
        with self._troubles():
            self._discard_unfinished()
            # The keys come first: from the moment it has its name a backup can be opened.
            write_whole(key_path(target), key_path(self._store.path).read_bytes())
            try:
                checked = self._store.copy_to(target)
            except BaseException:
                _discard_keys_alone(target)
                raise
        return CheckedBackup(
            backup=backup,
            path=str(target),
            pages=checked.pages,
            entries=checked.entries,
            cases=checked.rows["cases"],
        )

    def remove(self, backup: Backup) -> None:
        """Take a backup away, its keys after it.

        Raises:
            BackupFailed: it is still there.
        """
        target = self._folder / backup.name
        with self._troubles():
            target.unlink(missing_ok=True)
            key_path(target).unlink(missing_ok=True)

    def noted(self) -> frozenset[str]:
        """Return the names of the backups the store's log noted after the last change of a record, or of the key."""
        names = set()
        for action, body in self._store.connection.scan(_LATEST_ENTRIES):
            # The key file of a backup from before a change of the key does not open this store.
            if action in BEARING or (action == LogAction.CHANGED_ACCESS and json.loads(body)["what"] == KEY_ROTATED):
                break
            if action == LogAction.BACKED_UP:
                names.add(str(json.loads(body)["name"]))
        return frozenset(names)

    def known(self) -> KnownBackups:
        """Return what the store itself knows of its backups, wherever they lie."""
        [(noted, begun)] = self._store.connection.rows(_KNOWN)
        return KnownBackups(
            noted_at=datetime.fromisoformat(noted) if noted else None, begun_at=datetime.fromisoformat(begun)
        )

    def _discard_unfinished(self) -> None:
        for path in self._folder.iterdir():
            finished = path.with_name(path.name.removesuffix(UNFINISHED).removesuffix(KEYS_ENDING))
            named = read_name(finished.name)
            if path != finished and named and named.store == self._mark:
                discard_unfinished(finished.with_name(finished.name + UNFINISHED))
                _discard_keys_alone(finished)

    @contextmanager
    def _troubles(self) -> Iterator[None]:
        try:
            with machine_errors(self._folder):
                yield
        except StorageUnavailable as error:
            is_there = self._folder.is_dir()
            raise BackupFailed(error.trouble if is_there else StorageTrouble.MISSING, str(self._folder)) from error


def _discard_keys_alone(target: Path) -> None:
    """Take away the keys of a backup that never got its name."""
    keys = key_path(target)
    if not target.exists():
        for left in (keys, keys.with_name(keys.name + UNFINISHED)):
            left.unlink(missing_ok=True)
