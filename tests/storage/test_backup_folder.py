"""A backup in its folder: whole, with its keys, told apart from others', and what is said when there is none."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.application.back_up import Backup, KnownBackups, back_up, backup_state
from desktop_app.application.errors import BackupFailed, StorageTrouble
from desktop_app.application.ports import LogAction
from desktop_app.storage.backup_folder import StoreBackupFolder
from desktop_app.storage.key_file import key_path
from desktop_app.storage.store import Store, open_with_recovery_key
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.verify import verify
from tests.storage.builders import MOMENT, a_full_case, a_new_store, read, reopened, save_new

AT = datetime(2026, 11, 22, 8, 5, 12, 345678, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kopier"
    made.mkdir()
    return made


@pytest.fixture
def backups(store: Store, folder: Path) -> StoreBackupFolder:
    return StoreBackupFolder(store, folder)


def trouble_of(act: Callable[[], object]) -> BackupFailed:
    with pytest.raises(BackupFailed) as error:
        act()
    return error.value


def test_a_backup_is_a_store_that_opens_with_the_same_password(
    store: Store, backups: StoreBackupFolder, folder: Path
) -> None:
    save_new(store, a_full_case())

    made = backups.make(AT)

    assert Path(made.path).parent == folder
    assert made.cases == 1
    with reopened(Path(made.path)) as copy:
        assert verify(copy).is_sound
        assert read(copy, "2026-014") == read(store, "2026-014")


def test_a_backup_opens_with_the_recovery_key(tmp_path: Path, folder: Path) -> None:
    new = a_new_store(tmp_path / "enplan.store")
    with new.store as store:
        made = StoreBackupFolder(store, folder).make(AT)

    open_with_recovery_key(Path(made.path), recovery_key=new.recovery_key).close()


def test_a_backup_is_named_for_its_moment_and_its_store(store: Store, backups: StoreBackupFolder, folder: Path) -> None:
    made = backups.make(AT)

    [(store_id,)] = store.connection.rows("SELECT id FROM store")
    assert made.backup == Backup(f"enplan-2026-11-22T080512Z-{store_id[:8]}.store", AT.replace(microsecond=0))
    assert {file.name for file in folder.iterdir()} == {made.backup.name, f"{made.backup.name}.keys.json"}
    assert backups.backups() == [made.backup]


def test_the_moment_is_the_same_wherever_the_clock_is_read(backups: StoreBackupFolder) -> None:
    danish = AT.astimezone(__import__("zoneinfo").ZoneInfo("Europe/Copenhagen"))

    assert backups.make(danish).backup.made_at == AT.replace(microsecond=0)


def test_only_the_owner_reads_a_backup(backups: StoreBackupFolder, folder: Path) -> None:
    backups.make(AT)

    if os.name == "posix":
        assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def test_backups_of_another_store_and_other_files_are_not_seen(
    backups: StoreBackupFolder, folder: Path, tmp_path: Path
) -> None:
    with a_new_store(tmp_path / "andet" / "enplan.store").store as other:
        StoreBackupFolder(other, folder).make(AT + timedelta(hours=1))
    made = backups.make(AT)
    mark = made.backup.name[-14:-6]
    for name in (
        "billede.png",
        f"enplan-2026-13-41T080512Z-{mark}.store",
        f"enplan-2026-11-22T080512Z-{mark}.store.old",
    ):
        (folder / name).write_bytes(b"x")

    assert backups.backups() == [made.backup]


def test_backups_come_in_the_order_they_were_made(backups: StoreBackupFolder) -> None:
    later, earlier = backups.make(AT + timedelta(days=1)), backups.make(AT)

    assert backups.backups() == [earlier.backup, later.backup]


def test_a_backup_goes_with_its_keys(backups: StoreBackupFolder, folder: Path) -> None:
    kept, gone = backups.make(AT), backups.make(AT + timedelta(days=1))

    backups.remove(gone.backup)

    assert {file.name for file in folder.iterdir()} == {kept.backup.name, f"{kept.backup.name}.keys.json"}


def test_what_a_crash_left_half_done_is_taken_away(backups: StoreBackupFolder, folder: Path) -> None:
    whole = backups.make(AT)
    mark = whole.backup.name[-14:-6]
    half = folder / f"enplan-2026-11-21T080512Z-{mark}.store"
    other = folder / "enplan-2026-11-21T080512Z-00000000.store.new"
    for file in (half.with_name(f"{half.name}.new"), half.with_name(f"{half.name}.new-journal"), key_path(half), other):
        file.write_bytes(b"half")

    after = backups.make(AT + timedelta(days=1))

    names = {whole.backup.name, after.backup.name}
    assert {file.name for file in folder.iterdir()} == names | {f"{name}.keys.json" for name in names} | {other.name}


def test_a_folder_that_is_not_there_is_told_and_not_made(store: Store, tmp_path: Path) -> None:
    missing = tmp_path / "væk"
    backups = StoreBackupFolder(store, missing)

    for act in (backups.backups, lambda: backups.make(AT)):
        failed = trouble_of(act)
        assert (failed.trouble, failed.folder) == (StorageTrouble.MISSING, str(missing))
    assert not missing.exists()


def test_a_file_in_the_place_of_the_folder_is_no_folder(store: Store, tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"x")

    failed = trouble_of(lambda: StoreBackupFolder(store, tmp_path / "fil").make(AT))

    assert failed.trouble is StorageTrouble.MISSING


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(28, StorageTrouble.DISK_FULL), (30, StorageTrouble.READ_ONLY), (5, StorageTrouble.INPUT_OUTPUT)],
)
def test_a_backup_that_fails_leaves_nothing_and_the_store_as_it_was(
    store: Store,
    backups: StoreBackupFolder,
    folder: Path,
    number: int,
    trouble: StorageTrouble,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    earlier = backups.make(AT)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    def fail(*_arguments: object) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(StoreConnection, "copy_to", fail)

    assert trouble_of(lambda: backups.make(AT + timedelta(days=1))).trouble is trouble
    assert trouble_of(lambda: backups.make(AT)).trouble is trouble
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert backups.backups() == [earlier.backup]
    save_new(store, a_full_case())


def test_a_backup_is_due_again_when_a_record_was_changed_and_not_for_reading(
    store: Store, backups: StoreBackupFolder
) -> None:
    assert backup_state(folder=backups).is_due
    report = back_up(folder=backups, work=store.work, now=AT)
    assert backups.noted() == {report.made.backup.name}

    with store.work() as unit:
        unit.note(LogAction.OPENED_CASE, "case-1")
        unit.commit()
    assert not backup_state(folder=backups).is_due

    save_new(store, a_full_case())
    assert backup_state(folder=backups).is_due
    assert backup_state(folder=backups).last == report.made.backup


def test_a_backup_that_was_taken_away_is_due_again(store: Store, backups: StoreBackupFolder, folder: Path) -> None:
    report = back_up(folder=backups, work=store.work, now=AT)

    (folder / report.made.backup.name).unlink()

    assert backup_state(folder=backups).is_due


def test_a_new_store_was_never_backed_up(backups: StoreBackupFolder) -> None:
    assert backups.noted() == frozenset()
    assert backups.known() == KnownBackups(noted_at=None, begun_at=MOMENT)


def test_what_the_log_knows_of_backups_is_told_wherever_they_lie(store: Store, backups: StoreBackupFolder) -> None:
    back_up(folder=backups, work=store.work, now=AT)
    save_new(store, a_full_case())

    assert StoreBackupFolder(store, Path("/væk")).known().noted_at == MOMENT


def test_a_backup_in_a_second_place_does_not_make_one_due_in_the_first(
    store: Store, backups: StoreBackupFolder, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()
    second = StoreBackupFolder(store, tmp_path / "usb")

    back_up(folder=backups, work=store.work, now=AT)
    assert backup_state(folder=second).is_due
    back_up(folder=second, work=store.work, now=AT + timedelta(hours=1))

    assert not backup_state(folder=backups).is_due
    assert not backup_state(folder=second).is_due


def test_keys_that_a_crash_left_alone_are_taken_away(backups: StoreBackupFolder, folder: Path) -> None:
    mark = backups.make(AT).backup.name[-14:-6]
    alone = key_path(folder / f"enplan-2026-11-20T080512Z-{mark}.store")
    for file in (alone, alone.with_name(f"{alone.name}.new")):
        file.write_bytes(b"half")

    backups.make(AT + timedelta(days=1))

    assert len(list(folder.iterdir())) == 4


def test_old_backups_give_way(store: Store, backups: StoreBackupFolder, folder: Path) -> None:
    for minute in range(14):
        back_up(folder=backups, work=store.work, now=MOMENT + timedelta(minutes=minute))

    assert len(backups.backups()) == 10
    assert len(list(folder.iterdir())) == 20
