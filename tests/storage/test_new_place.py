"""Where a store may be made, and whether backups would go with its disk."""

import os
from pathlib import Path

import pytest

from desktop_app.application.errors import BackupFailed, StorageTrouble, StoreRefusal
from desktop_app.storage import new_place
from desktop_app.storage.key_file import key_path
from desktop_app.storage.new_place import lies_on_same_volume, may_write_in, refuse_backup_folder, refuse_new_place
from tests.storage.store_files import refusal_of


def test_a_place_where_nothing_is_will_do_and_nothing_is_made(tmp_path: Path) -> None:
    refuse_new_place(tmp_path / "EnPlan" / "sager" / "enplan.store")

    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "there.store").write_bytes(b"x")
    key_path(tmp_path / "keys.store").write_bytes(b"{}")

    assert refusal_of(lambda: refuse_new_place(tmp_path / "there.store")).refusal is StoreRefusal.EXISTS
    assert refusal_of(lambda: refuse_new_place(tmp_path / "keys.store")).refusal is StoreRefusal.EXISTS
    assert refusal_of(lambda: refuse_new_place(tmp_path)).refusal is StoreRefusal.IS_FOLDER


def test_a_synchronised_folder_is_refused_with_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Eksempel Kommune"

    refused = refusal_of(lambda: refuse_new_place(folder / "enplan.store"))

    assert refused.refusal is StoreRefusal.SYNCHRONISED_FOLDER
    assert refused.details["folder"] == str(folder)


def test_a_folder_one_may_not_write_in_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)

    refused = refusal_of(lambda: refuse_new_place(tmp_path / "enplan.store"))

    assert refused.refusal is StoreRefusal.NOT_WRITABLE
    assert refused.details["folder"] == str(tmp_path)


def test_a_file_in_the_place_of_a_folder_cannot_be_written_in(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"x")

    assert not may_write_in(tmp_path / "fil")
    assert not may_write_in(tmp_path / "fil" / "under")
    assert may_write_in(tmp_path / "ny" / "mappe")


def test_a_folder_for_backups_must_be_there_and_be_writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse_backup_folder(tmp_path)

    with pytest.raises(BackupFailed) as missing:
        refuse_backup_folder(tmp_path / "væk")
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(BackupFailed) as read_only:
        refuse_backup_folder(tmp_path)

    assert (missing.value.trouble, missing.value.folder) == (StorageTrouble.MISSING, str(tmp_path / "væk"))
    assert read_only.value.trouble is StorageTrouble.READ_ONLY


def test_folders_on_one_disk_are_lost_together(tmp_path: Path) -> None:
    assert lies_on_same_volume(tmp_path / "sager" / "enplan.store", tmp_path / "kopier")


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="needs a second file system")  # noqa: S108 - looked at only
def test_folders_on_different_disks_are_not(tmp_path: Path) -> None:
    assert not lies_on_same_volume(tmp_path / "enplan.store", Path("/dev/shm/kopier"))  # noqa: S108 - as above


def test_what_is_not_there_yet_lies_where_it_would_be_made(tmp_path: Path) -> None:
    assert new_place._nearest(tmp_path / "a" / "b") == tmp_path
    assert new_place._nearest(tmp_path) == tmp_path
