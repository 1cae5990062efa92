"""Fetch a backup back: a copy of it is checked first, and only then takes the place of what is there, which is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBackup:
    """A backup that lies somewhere, as it can be told without opening it.

    `made_at` is aware. `users` are those whose passwords open it, none where its keys are missing or damaged.
    `was_checked` tells that the program itself made it: it gave it its name after comparing it with the store.
    """

    path: str
    made_at: datetime
    size: int
    store_id: str
    users: tuple[str, ...]
    was_checked: bool

    @property
    def can_be_opened(self) -> bool:
        """Whether its keys lie beside it."""
        return bool(self.users)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBackup:
    """What a backup was checked over, and the last change of a record in it: when (aware) and by whom."""

    pages: int
    entries: int
    records: int
    cases: int
    last_at: datetime | None
    last_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was fetched back, where it lies, and where what lay there before is kept; empty where nothing did."""

    backup: str
    place: str
    checked: CheckedBackup
    set_aside: str


class StagedBackup(Protocol):
    """A copy of a backup that lies beside the place it is to go to, open; the backup itself is only read."""

    @property
    def name(self) -> str:
        """The name of the backup's file."""
        ...

    @property
    def place(self) -> str:
        """The path it is to go to."""
        ...

    @property
    def work(self) -> Work:
        """Writing in the copy."""
        ...

    def check(self) -> CheckedBackup:
        """Check everything in the copy that can be checked.

        Raises:
            RestoreRefused: DAMAGED, it does not hold together.
        """
        ...

    def put_in_place(self) -> str:
        """Close the copy and let it take its place; return where what lay there is kept, empty where nothing did.

        Raises:
            RestoreRefused: the machine could not do it; what lay there lies there still.
        """
        ...


def restore_backup(*, staged: StagedBackup, change_access: Callable[[], None] | None = None) -> Restored:
    """Let a backup take its place, checked, with its log saying so; `change_access` gives it other keys before that.

    Until the very last step nothing that lay there is touched, so wherever it stops, the old store or the new one is
    there whole.

    Raises:
        RestoreRefused: DAMAGED, or the machine could not do it; what lay there lies there still.
        StorageUnavailable: the copy could not be written; as above.
    """
    checked = staged.check()
    with staged.work(Act.RESTORE) as unit:
        unit.note(LogAction.RESTORED, backup=staged.name)
        unit.commit()
    if change_access:
        change_access()
    return Restored(backup=staged.name, place=staged.place, checked=checked, set_aside=staged.put_in_place())
