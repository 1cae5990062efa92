"""A store lies on a disk of this computer and in no folder that is copied elsewhere."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage import location
from desktop_app.storage.location import (
    network_mount,
    refuse_unsuitable_location,
    synchronised_folder,
    windows_network_drive,
)
from tests.storage.builders import PASSWORD, a_closed_store, a_new_store, reopened

MOUNTS = """\
/dev/vda / ext4 rw,relatime 0 0
fileserver:/teams /srv/teams nfs4 rw,vers=4.2 0 0
//fil01/integration /mnt/faelles\\040drev cifs rw 0 0
/dev/sdb1 /mnt/faelles\\040drev/lokal ext4 rw 0 0
anna@host: /home/anna/fjern fuse.sshfs rw 0 0
share /mnt/vm 9p rw,trans=virtio 0 0
tmpfs /tmp tmpfs rw 0 0

"""


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/home/anna", None),
        ("/tmp/x", None),  # noqa: S108 - a name in a list of mounts
        ("/srv/teams", "/srv/teams"),
        ("/srv/teams/integration/2026", "/srv/teams"),
        ("/srv/teams2", None),
        ("/mnt/faelles drev/sager", "/mnt/faelles drev"),
        ("/mnt/faelles drev/lokal/sager", None),
        ("/home/anna/fjern", "/home/anna/fjern"),
        ("/mnt/vm", "/mnt/vm"),
    ],
)
def test_the_deepest_mount_decides_whether_a_folder_is_on_the_network(folder: str, expected: str | None) -> None:
    assert network_mount(PurePosixPath(folder, "enplan.store"), MOUNTS) == expected


def test_of_two_mounts_on_one_folder_the_later_counts() -> None:
    mounts = "fileserver:/a /srv nfs rw 0 0\n/dev/sda1 /srv ext4 rw 0 0\n"

    assert network_mount(PurePosixPath("/srv/x"), mounts) is None


def test_nine_p_at_the_root_is_the_disk_of_a_container() -> None:
    assert network_mount(PurePosixPath("/srv/x"), "none / 9p rw 0 0\n") is None


def test_a_path_under_no_mount_is_not_on_the_network() -> None:
    assert network_mount(PurePosixPath("/srv/x"), "") is None


@pytest.mark.parametrize(
    ("path", "drive_type", "expected"),
    [
        (r"C:\Sager\enplan.store", 3, None),
        (r"H:\Sager\enplan.store", 4, "H:"),
        (r"\\fil01\integration\enplan.store", 3, r"\\fil01\integration"),
        (r"\\?\UNC\fil01\integration\enplan.store", 3, r"\\?\UNC\fil01\integration"),
        (r"\\?\C:\Sager\enplan.store", 3, None),
        ("enplan.store", 4, None),
    ],
)
def test_mapped_drives_and_shares_of_windows_are_on_the_network(
    path: str, drive_type: int, expected: str | None
) -> None:
    assert windows_network_drive(PureWindowsPath(path), lambda _root: drive_type) == expected


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive",
        "OneDrive - Eksempel Kommune",
        "onedrive-gammel",
        "Dropbox",
        "Dropbox (Personal)",
        "Google Drive",
        "GoogleDrive",
        "iCloud Drive",
        "iCloudDrive",
        "Mobile Documents",
        "Nextcloud",
        "Nextcloud2",
    ],
)
def test_folders_named_for_a_synchronising_program_are_known(folder: str) -> None:
    owned = PurePosixPath("/home/anna", folder)

    assert synchronised_folder(owned / "sager" / "enplan.store", {}) == str(owned)


@pytest.mark.parametrize("folder", ["Dokumenter", "Dropboxer", "Onedriver", "Sky", "enplan"])
def test_other_folders_are_not(folder: str) -> None:
    assert synchronised_folder(PurePosixPath("/home/anna", folder, "enplan.store"), {}) is None


def test_a_file_named_like_such_a_program_is_no_folder_of_it() -> None:
    assert synchronised_folder(PurePosixPath("/home/anna/dropbox"), {}) is None


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial"])
def test_the_environment_names_the_synchronised_folder(variable: str) -> None:
    environment = {variable: r"C:\Users\anna\Kommunen"}
    path = PureWindowsPath(r"C:\Users\anna\Kommunen\Sager\enplan.store")

    assert synchronised_folder(path, environment) == r"C:\Users\anna\Kommunen"
    assert synchronised_folder(PureWindowsPath(r"C:\Sager\enplan.store"), environment) is None


def test_a_store_is_neither_made_nor_opened_in_a_synchronised_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = a_closed_store(tmp_path / "sager" / "enplan.store")
    monkeypatch.setenv("OneDrive", str(tmp_path))

    with pytest.raises(StoreRefused) as opening:
        reopened(store)
    with pytest.raises(StoreRefused) as making:
        a_new_store(tmp_path / "ny.store")

    assert opening.value.refusal is making.value.refusal is StoreRefusal.SYNCHRONISED_FOLDER
    assert opening.value.details == {"path": str(store), "folder": str(tmp_path)}
    assert not (tmp_path / "ny.store").exists()


def test_a_store_is_neither_made_nor_opened_on_a_network_drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = a_closed_store(tmp_path / "enplan.store")
    mounts = tmp_path / "mounts"
    mounts.write_text(f"fileserver:/teams {tmp_path} nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(location, "_MOUNTS", mounts)

    with pytest.raises(StoreRefused) as opening:
        reopened(store, PASSWORD)
    with pytest.raises(StoreRefused) as making:
        a_new_store(tmp_path / "ny.store")

    assert opening.value.refusal is making.value.refusal is StoreRefusal.NETWORK_FOLDER
    assert opening.value.details["folder"] == str(tmp_path)


def test_a_link_does_not_hide_where_a_store_lies(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "sager").symlink_to(tmp_path / "Dropbox")

    with pytest.raises(StoreRefused) as error:
        refuse_unsuitable_location(tmp_path / "sager" / "enplan.store")

    assert error.value.details["folder"] == str(tmp_path / "Dropbox")


def test_where_there_is_no_list_of_mounts_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "_MOUNTS", tmp_path / "none")

    refuse_unsuitable_location(tmp_path / "enplan.store")
