"""Where a store may lie: on a disk of this computer, and in no folder that a program copies elsewhere.

File locks do not hold on network drives, and synchronising programs copy a store while it is being written and make
two of it (https://www.sqlite.org/howtocorrupt.html, sections 1.2 and 2.1).
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from desktop_app.application.errors import StoreRefusal, StoreRefused

_MOUNTS: Final = Path("/proc/mounts")
_DRIVE_REMOTE: Final = 4  # winbase.h, GetDriveTypeW

_NETWORK_FILE_SYSTEMS: Final = frozenset(
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.ceph",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncp",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "orangefs",
        "smb3",
        "smbfs",
        "sshfs",
        "vboxsf",
    }
)

# A folder is named for its program: "OneDrive - Eksempel Kommune", "Dropbox (Personal)", "Nextcloud2".
_SYNCHRONISED_NAME: Final = re.compile(
    r"(one ?drive|dropbox|google ?drive(fs)?|icloud ?drive|mobile documents|com~apple~clouddocs|nextcloud|owncloud)"
    r"(\d+|[\W_].*)?",
    re.IGNORECASE,
)
_SYNCHRONISED_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def refuse_unsuitable_location(store: Path) -> None:
    """Let a store lie at `store`, or say why not.

    Raises:
        StoreRefused: NETWORK_FOLDER or SYNCHRONISED_FOLDER, with the folder that is to blame.
    """
    store = store.absolute()
    # Both the path as it is written and the one it leads to: a link may hide either.
    for path in dict.fromkeys((store, store.resolve())):
        if folder := synchronised_folder(path, os.environ):
            raise StoreRefused(StoreRefusal.SYNCHRONISED_FOLDER, path=str(store), folder=folder)
        if folder := _network_folder(path):
            raise StoreRefused(StoreRefusal.NETWORK_FOLDER, path=str(store), folder=folder)


def synchronised_folder(store: PurePath, environment: Mapping[str, str]) -> str | None:
    """Return the folder above `store` that a synchronising program owns, known by its name or by the environment."""
    for folder in reversed(store.parents):
        if _SYNCHRONISED_NAME.fullmatch(folder.name):
            return str(folder)
    for variable in _SYNCHRONISED_VARIABLES:
        if (named := environment.get(variable)) and store.is_relative_to(named):
            return named
    return None


def network_mount(store: PurePath, mounts: str) -> str | None:
    """Return the mount point `store` lies under when `mounts` (as /proc/mounts) says a network file system is there.

    9p at the root is a container's own disk, not a network drive.
    """
    points = [_mount_point(line) for line in mounts.splitlines() if line.strip()]
    around = [(point, kind) for point, kind in points if store.is_relative_to(point)]
    if not around:
        return None
    # The deepest mount point counts and, of several mounts on it, the last: it covers the others.
    _, (point, kind) = max(enumerate(around), key=lambda each: (len(PurePath(each[1][0]).parts), each[0]))
    return point if kind in _NETWORK_FILE_SYSTEMS and (kind, point) != ("9p", "/") else None


def windows_network_drive(store: PureWindowsPath, drive_type: Callable[[str], int]) -> str | None:
    r"""Return the UNC share or the mapped drive that `store` lies on; `drive_type` answers as GetDriveTypeW does."""
    if store.drive.startswith("\\\\") and not store.drive.startswith(("\\\\?\\", "\\\\.\\")):
        return store.drive
    if store.drive.upper().startswith("\\\\?\\UNC"):
        return store.drive
    return store.drive if store.anchor and drive_type(store.anchor) == _DRIVE_REMOTE else None


def _mount_point(line: str) -> tuple[str, str]:
    _device, point, kind, *_rest = line.split(" ")
    # Blanks in a name are written as octal numbers: \040.
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point), kind


if sys.platform == "win32":
    import ctypes

    def _network_folder(store: Path) -> str | None:
        return windows_network_drive(PureWindowsPath(store), ctypes.windll.kernel32.GetDriveTypeW)

else:

    def _network_folder(store: Path) -> str | None:
        # Where there is no such list (macOS), network drives are not noticed.
        return network_mount(store, _MOUNTS.read_text("utf-8", "surrogateescape")) if _MOUNTS.exists() else None
