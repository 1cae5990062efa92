"""Back up the store to a folder: a copy that is compared with it, and as many older ones as are worth keeping."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Protocol

from desktop_app.application.errors import BackupFailed
from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act

LATEST, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
"""How many are kept: the latest, and the last one of so many days, weeks and months that have one."""

_PERIODS: Sequence[tuple[Callable[[datetime], object], int]] = (
    (lambda moment: moment.date(), DAYS),
    (lambda moment: moment.isocalendar()[:2], WEEKS),
    (lambda moment: (moment.year, moment.month), MONTHS),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the store that lies in the folder. `made_at` is aware."""

    name: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBackup:
    """A backup that was just made, where it lies, and what it was compared with the store over."""

    backup: Backup
    path: str
    pages: int
    entries: int
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What was made and checked, and how many older backups gave way to it."""

    made: CheckedBackup
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """When the last backup was made, None for never, and whether none in the folder has every change."""

    last: Backup | None
    is_due: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBackups:
    """When a backup was last noted in the log, None for never, and when the log begins. Both are aware."""

    noted_at: datetime | None
    begun_at: datetime


class BackupFolder(Protocol):
    """The folder one store is backed up to. Backups of other stores may lie there too and are not seen."""

    def backups(self) -> Sequence[Backup]:
        """Return the backups of the store that lie there.

        Raises:
            BackupFailed: the folder is not there or cannot be read.
        """
        ...

    def make(self, at: datetime) -> CheckedBackup:
        """Make a backup and compare it with the store.

        Raises:
            BackupFailed: there is none; the store is as it was.
        """
        ...

    def remove(self, backup: Backup) -> None:
        """Take a backup away.

        Raises:
            BackupFailed: it is still there.
        """
        ...

    def noted(self) -> frozenset[str]:
        """Return the names of the backups the store's log noted after the last change of a record."""
        ...

    def known(self) -> KnownBackups:
        """Return what the store itself knows of its backups, wherever they lie."""
        ...


def back_up(*, folder: BackupFolder, work: Work, now: datetime) -> BackupReport:
    """Make a backup, note it in the log, and let go of those that are not worth keeping any more.

    A backup that cannot be removed is left: that is no reason to call the new one failed.

    Raises:
        BackupFailed: no backup was made; the store and the earlier backups are as they were.
        StorageUnavailable: the backup is there, but the log could not be written.
    """
    made = folder.make(now)
    with work(Act.BACK_UP) as unit:
        unit.note(LogAction.BACKED_UP, name=made.backup.name)
        unit.commit()
    removed = 0
    with suppress(BackupFailed):
        there = folder.backups()
        kept = worth_keeping(backup.made_at for backup in there)
        for backup in there:
            if backup.made_at not in kept and backup.name != made.backup.name:
                folder.remove(backup)
                removed += 1
    return BackupReport(made=made, removed=removed)


def backup_state(*, folder: BackupFolder) -> BackupState:
    """Return how the backups of a store stand. Reading, printing and other acts that change no record ask for none.

    Raises:
        BackupFailed: the folder is not there or cannot be read.
    """
    there = folder.backups()
    last = max(there, key=lambda backup: backup.made_at, default=None)
    return BackupState(last=last, is_due=folder.noted().isdisjoint(backup.name for backup in there))


def worth_keeping(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Return the moments of the backups that are kept: the latest ones, and the last of each recent period.

    Days, weeks and months without a backup do not count, so a long leave costs nothing. Thinned after each new backup
    or once at the end, the same are left.
    """
    latest_first = sorted(set(moments), reverse=True)
    kept = set(latest_first[:LATEST])
    for period, most in _PERIODS:
        last_of_each: dict[object, datetime] = {}
        for moment in latest_first:
            last_of_each.setdefault(period(moment), moment)
        kept.update(islice(last_of_each.values(), most))
    return frozenset(kept)
