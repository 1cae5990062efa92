"""A backup on its way back: a copy of it beside the place it goes to, opened and checked before it takes that place.

The backup itself is only read, so it may lie on a drive where no store may lie or where nothing can be written.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from desktop_app.application.errors import (
    RestoreProblem,
    RestoreRefused,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.application.ports import Work
from desktop_app.application.restore_backup import CheckedBackup
from desktop_app.storage.attempts import count_failure, seconds_to_wait
from desktop_app.storage.engine import refuse_foreign_file
from desktop_app.storage.in_use import refuse_in_use
from desktop_app.storage.journal import Clock
from desktop_app.storage.key_file import key_path
from desktop_app.storage.keys import UnlockedStore, unlock, unlock_with_recovery_key
from desktop_app.storage.location import refuse_unsuitable_location
from desktop_app.storage.machine_errors import machine_errors
from desktop_app.storage.presence import is_left_of, refuse_no_store
from desktop_app.storage.set_aside import exchange
from desktop_app.storage.store import Store, now, open_unlocked
from desktop_app.storage.store_files import FOLDER_MODE
from desktop_app.storage.verify import verify
from desktop_app.storage.whole_file import OWNER_ONLY

STAGING: Final = ".restoring"
"""What the name of the folder ends in that a copy lies in until it takes its place."""
_PIECE: Final = 1 << 20

_PROBLEMS: Final = {
    StorageTrouble.DISK_FULL: RestoreProblem.DISK_FULL,
    StorageTrouble.READ_ONLY: RestoreProblem.READ_ONLY,
    StorageTrouble.DAMAGED: RestoreProblem.DAMAGED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a backup is opened: with a password, or with the recovery key. No user means the only one there is."""

    user: str | None = None
    password: str = ""
    recovery_key: str = ""


class StagedStore:
    """The copy, open (`application.restore_backup.StagedBackup`); leaving it throws away what took no place."""

    def __init__(self, source: Path, target: Path, unlocked: UnlockedStore, clock: Clock) -> None:
        self._source, self._target, self._clock = source, target, clock
        self._folder = staging_folder(target)
        self.unlocked = unlocked
        self._copy = self._folder / target.name
        with _explained(source, target), self._nothing_left_behind():
            self._stage()
            self.store: Store = open_unlocked(replace(unlocked, path=self._copy), clock=clock)
            self.store.begin_incarnation()

    @property
    def name(self) -> str:
        """The name of the backup's file."""
        return self._source.name

    @property
    def place(self) -> str:
        """The path it is to go to."""
        return str(self._target)

    @property
    def work(self) -> Work:
        """Writing in the copy."""
        return self.store.work

    def check(self) -> CheckedBackup:
        """Check everything in the copy that can be checked.

        Raises:
            RestoreRefused: DAMAGED, it does not hold together.
        """
        with _explained(self._source, self._target):
            verification = verify(self.store)
            if not verification.is_sound:
                raise RestoreRefused(RestoreProblem.DAMAGED, str(self._source))
            [(cases,)] = self.store.connection.rows("SELECT count(*) FROM cases")
            warning = self.store.warning
        return CheckedBackup(
            pages=verification.pages,
            entries=verification.entries,
            records=verification.records,
            cases=cases,
            last_at=warning.last_at if warning else None,
            last_by=warning.last_by if warning else "",
        )

    def put_in_place(self) -> str:
        """Close the copy and let it take its place; return where what lay there is kept.

        Raises:
            RestoreRefused: the machine could not do it; what lay there lies there still.
            StoreRefused: IN_USE, somebody has opened meanwhile what lies there.
        """
        self.store.close()
        refuse_in_use(self._target)
        with _explained(self._source, self._target):
            aside = exchange(self._copy, self._target, self._clock())
        return str(aside or "")

    def discard(self) -> None:
        """Throw the copy away, or what is left of the folder it lay in."""
        with suppress(AttributeError):  # it never was opened
            self.store.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def _stage(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)  # what a crash left of an earlier attempt
        self._target.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        self._folder.mkdir(mode=FOLDER_MODE)
        _copy(key_path(self._source), key_path(self._copy))
        _copy(self._source, self._copy)

    @contextmanager
    def _nothing_left_behind(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.discard()
            raise


def stage_backup(
    source: Path, target: Path, opening: Opening, *, may_set_aside: bool, clock: Clock = now
) -> StagedStore:
    """Copy a backup beside the place it is to go to, and open the copy.

    Wrong passwords count as if the store at that place were tried.

    Raises:
        RestoreRefused: IN_THE_WAY, a store lies at the place and may not be set aside; or another problem.
        StoreRefused: the backup cannot be opened, or no store may lie at the place.
    """
    source, target = source.absolute().resolve(), target.absolute()
    refuse_unsuitable_location(target)
    target = target.resolve()
    with _explained(source, target):
        refuse_no_store(source)
        refuse_foreign_file(source)
        if target.is_dir():
            raise StoreRefused(StoreRefusal.IS_FOLDER, path=str(target))
        if target.exists() and target.samefile(source):
            raise RestoreRefused(RestoreProblem.SAME_FILE, str(source))
        if is_left_of(target) and not may_set_aside:
            raise RestoreRefused(RestoreProblem.IN_THE_WAY, str(target))
        refuse_in_use(target)
        unlocked = _unlocked(source, target, opening, clock)
    return StagedStore(source, target, unlocked, clock)


def open_in_place(staged: StagedStore, clock: Clock = now) -> Store:
    """Open what took its place, and find it to be what was checked, to the byte.

    Raises:
        RestoreRefused: DAMAGED, it is not.
        StoreRefused, StorageUnavailable: it cannot be opened.
    """
    store = open_unlocked(replace(staged.unlocked, path=Path(staged.place)), clock=clock)
    if store.warning or not store.connection.is_sound():
        store.close()
        raise RestoreRefused(RestoreProblem.DAMAGED, staged.place)
    return store


def staging_folder(target: Path) -> Path:
    """Return the folder a copy lies in until it takes its place."""
    return target.with_name(target.name + STAGING)


def _unlocked(source: Path, target: Path, opening: Opening, clock: Clock) -> UnlockedStore:
    if opening.recovery_key:
        return unlock_with_recovery_key(source, user=opening.user, typed=opening.recovery_key)
    if wait := seconds_to_wait(target, clock()):
        raise StoreRefused(StoreRefusal.TOO_SOON, path=str(source), wait=str(wait))
    try:
        return unlock(source, user=opening.user, password=opening.password)
    except StoreRefused as refused:
        if refused.refusal is StoreRefusal.WRONG_PASSWORD:
            refused.details["wait"] = str(count_failure(target, clock()))
        raise


def _copy(source: Path, target: Path) -> None:
    """Copy a file for its owner alone, and see to it that it outlasts a power cut."""
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), OWNER_ONLY)
    with source.open("rb") as original, os.fdopen(descriptor, "wb") as copy:
        shutil.copyfileobj(original, copy, _PIECE)
        copy.flush()
        os.fsync(copy.fileno())


@contextmanager
def _explained(source: Path, target: Path) -> Iterator[None]:
    """Say what the machine or a damaged copy says as what it means for the backup."""
    try:
        with machine_errors(source):
            yield
    except StorageUnavailable as error:
        problem = _PROBLEMS.get(error.trouble, RestoreProblem.UNREADABLE)
        is_of_place = problem in {RestoreProblem.DISK_FULL, RestoreProblem.READ_ONLY}
        raise RestoreRefused(problem, str(target.parent if is_of_place else source)) from error
    except StoreRefused as refused:
        if refused.refusal is StoreRefusal.DAMAGED:
            raise RestoreRefused(RestoreProblem.DAMAGED, str(source)) from refused
        if staging_folder(target).name in refused.details.get("path", ""):
            refused.details["path"] = str(source)
        raise
