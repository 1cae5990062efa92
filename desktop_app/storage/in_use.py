"""Whether a program has a store open, asked without its key and without opening it."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage.holder import read_holder
from desktop_app.storage.store_connection import is_open_here

_LOCK_BYTE: Final = 0x40000000  # https://www.sqlite.org/src/file/src/os.h, PENDING_BYTE; the shared ones follow it
_LOCK_BYTES: Final = 512


def refuse_in_use(store: Path) -> None:
    """Refuse to touch a store that this program or another has open.

    Raises:
        StoreRefused: IN_USE, with who has it where that is known.
    """
    with suppress(FileNotFoundError):
        if is_open_here(store) or _is_locked(store):
            holder = read_holder(store)
            raise StoreRefused(
                StoreRefusal.IN_USE,
                path=str(store),
                user=holder.user,
                computer=holder.computer,
                since=holder.since,
            )


if sys.platform == "win32":

    def _is_locked(_store: Path) -> bool:
        # An open file cannot be renamed on Windows: whoever tries to set it aside is refused by the system.
        return False

else:
    import fcntl

    def _is_locked(store: Path) -> bool:
        try:
            file = store.open("r+b")
        except PermissionError:
            return False
        with file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCK_BYTES, _LOCK_BYTE)
            except OSError:
                return True
        return False
