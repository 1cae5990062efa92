"""Changing the key of an open store, with or without one of its users: after it the old key opens nothing here.

1. The key file is written around both keys; a user who leaves gets none of the new one.
2. The store is copied beside itself under the new key, and the copy compared; what goes with the change, its entry in
   the log first of all, is written into the copy.
3. The mark is written for the new key too, beside that for the old one.
4. The copy takes the place of the store. This one renaming is the change: before it nothing has happened, and after it
   everything has.
5. The key file is written around the new key alone.

Killed at whatever step, one finds a store that opens with one of the two keys, a key file that knows that key, and a
mark that fits it; the next opening lets the key file know of no other. Whoever copied store and key file before goes
on reading that copy: so do the backups that were made before.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.application.ports import LogAction, UnitOfWork
from desktop_app.storage.engine import connect, connect_again
from desktop_app.storage.journal import Head, Writer
from desktop_app.storage.key_file import StoreUser
from desktop_app.storage.key_seal import KEY_BYTES
from desktop_app.storage.machine_errors import machine_errors
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.storage.unit_of_work import SqlUnitOfWork
from desktop_app.storage.verified_copy import copy_compared, discard_unfinished, discarded_on_failure
from desktop_app.storage.watermark import Watermark
from desktop_app.storage.whole_file import sync_folder

ROTATING: Final = ".rotating"
"""What the name of the copy ends in that is under the new key."""

KEY_ROTATED: Final = "key_rotated"
"""What the log says was changed."""

Also = Callable[[UnitOfWork], object]


def rotating_path(store: Path) -> Path:
    """Return where the copy lies that is to take the store's place."""
    return store.with_name(store.name + ROTATING)


@dataclass(frozen=True, slots=True)
class Rotation:
    """What the change of a store's key goes through."""

    connection: StoreConnection
    keys: StoreKeys
    mark: Watermark

    def run(self, writer: Writer, also: Also, gone: StoreUser | None = None) -> None:
        """Change the key; `also` is written together with it, in one unit of work.

        Raises:
            KeyRotationWaits: somebody's slot is of an old format.
            StorageUnavailable: the machine could not do it. The store is under its old key, unless it could not be
                flushed to the disk at the very end.
        """
        self.hold()
        if self.connection.in_transaction:
            raise RuntimeError("a unit of work is open")
        path = self.connection.path
        copy, key = rotating_path(path), secrets.token_bytes(KEY_BYTES)
        with machine_errors(path):
            self.keys.announce(key, gone.id if gone else "")
            try:
                with discarded_on_failure(copy):
                    head = self._copy(copy, key, writer, also, gone)
                    self.mark.announce(key, self.keys.generation + 1, head)
            except BaseException:
                self._settle(is_new=False)
                raise
            self._exchange(copy)

    def hold(self) -> None:
        """Open the file again where that failed after it was let go.

        Raises:
            StorageUnavailable: it still cannot be opened.
        """
        if self.connection.is_lost:
            self._hold_again()

    def _hold_again(self) -> bool:
        """Open the file with whichever key it has now, and go by that key; tell whether it is the new one for good."""
        for is_new, key in ((True, self.keys.coming), (False, self.keys.key)):
            try:
                if key is not None:
                    connect_again(self.connection, key)
            except StoreRefused as refused:
                if refused.refusal is not StoreRefusal.DAMAGED:
                    raise StorageUnavailable(StorageTrouble.LOCKED, str(self.connection.path)) from refused
            else:
                return self._settle(is_new=is_new) and is_new
        raise StorageUnavailable(StorageTrouble.DAMAGED, str(self.connection.path))

    def _copy(self, copy: Path, key: bytes, writer: Writer, also: Also, gone: StoreUser | None) -> Head:
        """Write the copy under the new key, and what goes with the change into it; return where its log stands."""
        copy_compared(self.connection, key, copy)
        connection, seen = connect(copy, key), _HeadSeen()
        try:
            with SqlUnitOfWork(connection, writer, seen) as unit:
                unit.note(LogAction.CHANGED_ACCESS, what=KEY_ROTATED, **({"removed": gone.id} if gone else {}))
                also(unit)
                unit.commit()
        finally:
            connection.close()
        return seen.head

    def _exchange(self, copy: Path) -> None:
        """Let the copy take the store's place, and find out which of the two lies there then."""
        path, trouble = self.connection.path, list[OSError]()
        self.connection.let_go()  # a file that is open cannot be replaced everywhere, and would be written to further
        try:
            copy.replace(path)
            sync_folder(path.parent)
        except OSError as error:
            trouble.append(error)
        is_new = self._hold_again()
        if trouble and not is_new:
            raise trouble[0]

    def _settle(self, *, is_new: bool) -> bool:
        """Go by the key that turned out to be the store's; tell whether the key file could be told.

        Where it could not, it knows of both keys, and the next opening tells it.
        """
        self.mark.settle(is_new=is_new)
        if not is_new:
            with suppress(OSError):
                discard_unfinished(rotating_path(self.connection.path))
        with suppress(StoreRefused, StorageUnavailable):
            self.keys.settle(is_new=is_new)
            return True
        return False


class _HeadSeen:
    """Remembers where the log stood at the commit."""

    def __init__(self) -> None:
        self.head = Head()

    def follow(self, head: Head) -> None:
        """Take notice."""
        self.head = head
