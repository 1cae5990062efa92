"""Run as a program of its own by `test_restoring`: backing up and restoring, killed at every step.

`careless` is the control: an exchange that deletes what is there before it puts the new one in its place.
"""

import sys
from datetime import datetime, timedelta
from pathlib import Path

from desktop_app.application.errors import StoreRefused
from desktop_app.application.restore_backup import restore_backup
from desktop_app.storage import staged_backup
from desktop_app.storage.backup_folder import StoreBackupFolder
from desktop_app.storage.backup_list import list_backups
from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import mark_path
from desktop_app.storage.set_aside import ASIDE
from desktop_app.storage.staged_backup import Opening, open_in_place, stage_backup
from desktop_app.storage.verify import verify
from tests.storage.builders import MOMENT, PASSWORD, a_case, a_new_store, reopened, save_new
from tests.storage.killed import kill_at_every_step

OLD, NEW = ["2026-001"], ["2026-001", "2026-002"]


def main(folder: Path, *, is_careless: bool) -> None:
    if is_careless:
        setattr(staged_backup, "exchange", careless_exchange)  # noqa: B010 - the module exports it to nobody
    prepared = folder / "prepared"
    (prepared / "copies").mkdir(parents=True)
    with a_new_store(prepared / "enplan.store").store as store:
        save_new(store, a_case("2026-001"))
        StoreBackupFolder(store, prepared / "copies").make(MOMENT)
        save_new(store, a_case("2026-002"))
    for name, act, look in (
        ("restore", fetch_back, whole_after_restoring),
        ("backup", back_up_again, whole_after_backing_up),
    ):
        sys.stdout.write(f"{name} {kill_at_every_step(prepared, act, look)}\n")


def careless_exchange(new: Path, place: Path, at: datetime) -> None:
    """Do what `exchange` must not do."""
    del at
    place.unlink()
    for path in (key_path, mark_path, Path):
        path(new).replace(path(place))


def fetch_back(folder: Path) -> None:
    [backup] = list_backups(folder / "copies")
    opening = Opening(password=PASSWORD)
    with stage_backup(
        Path(backup.path), folder / "enplan.store", opening, may_set_aside=True, clock=lambda: MOMENT
    ) as staged:
        restore_backup(staged=staged)
    open_in_place(staged, lambda: MOMENT).close()


def back_up_again(folder: Path) -> None:
    with reopened(folder / "enplan.store") as store:
        StoreBackupFolder(store, folder / "copies").make(MOMENT + timedelta(days=1))


def whole_after_restoring(folder: Path) -> None:
    """The backup is there; so is what was worked in last, at its place or aside; and restoring again succeeds."""
    place = folder / "enplan.store"
    [backup] = list_backups(folder / "copies")
    assert cases_in(Path(backup.path)) == OLD
    there = cases_in(place) if place.exists() else None
    aside = [cases_in(path) for path in folder.glob(f"enplan.{ASIDE}-*.store")]
    assert there in (OLD, NEW, None)
    assert NEW in (there, *aside)
    if there is None:
        fetch_back(folder)
        assert cases_in(place) == OLD
        assert not list(folder.glob("*.restoring"))


def whole_after_backing_up(folder: Path) -> None:
    """The store is whole, and every backup that is offered is, the one from before among them."""
    assert cases_in(folder / "enplan.store") == NEW
    found = [cases_in(Path(backup.path)) for backup in list_backups(folder / "copies")]
    assert found in ([OLD], [NEW, OLD])


def cases_in(path: Path) -> list[str]:
    """Return the cases of a store that was verified and found whole."""
    try:
        store = reopened(path)
    except StoreRefused as refused:
        raise AssertionError(f"{path}: {refused.refusal} {refused.details}") from refused
    with store:
        assert verify(store).is_sound
        assert store.warning is None or not store.warning.is_reading_only, store.warning
        return sorted(line.case_number for line in store.read.case_lines())


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_careless="careless" in sys.argv)
