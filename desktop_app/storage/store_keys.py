"""Who can unlock a store that is open: adding users, changing passwords, the recovery key, the store's own key.

Removing a user changes that key too (`rotation`).
"""

from collections.abc import Callable
from dataclasses import replace

from desktop_app.application.errors import LastUser, StorageTrouble, StorageUnavailable
from desktop_app.storage import recovery_key
from desktop_app.storage.key_file import KeyFile, Slot, SlotKind, StoreUser, read_key_file, write_key_file
from desktop_app.storage.key_rotation import settled, with_coming_key
from desktop_app.storage.key_slots import KdfCost, open_with_password, password_slot, recovery_slot
from desktop_app.storage.key_users import check_password, checked_user, find_slot, refuse_taken
from desktop_app.storage.keys import UnlockedStore
from desktop_app.storage.machine_errors import machine_errors


def _never() -> bool:
    return False


class StoreKeys:
    """The key file of a store that is open: every change of it needs the key.

    A copy of an older key file together with a copy of the store of that time stays readable to whoever holds both and
    knows a password or the recovery key of that time.
    """

    def __init__(self, unlocked: UnlockedStore, is_reading_only: Callable[[], bool] = _never) -> None:
        self._store = unlocked.path
        self._is_reading_only = is_reading_only
        self.key = unlocked.key
        self.generation = unlocked.generation
        self.coming: bytes | None = None

    def users(self) -> tuple[StoreUser, ...]:
        """Return who can unlock the store with a password."""
        return self._read().users

    def add_user(self, name: str, initials: str, password: str, cost: KdfCost = KdfCost()) -> StoreUser:  # noqa: B008 - frozen
        """Let somebody else unlock the store; the id of their slot is theirs for good.

        Raises:
            UserNameTaken: another user has the name or the initials.
            PasswordTooShort: the password is not long enough.
            ValueError: the name or the initials are empty or hold control characters.
            StorageUnavailable: the key file cannot be read or written; it is as it was. READING_ONLY, as for every
                change, in a store that is open to be read.
        """
        user = checked_user(name, initials)
        check_password(password)
        keys = self._read_to_change()
        refuse_taken(user, keys.users)
        slot = password_slot(keys, user, self.key, password=password, cost=cost)
        self._write(replace(keys, slots=(*keys.slots, slot)))
        return slot.owner

    def forget_user(self, added: StoreUser) -> None:
        """Take away the slot of somebody who was just added and told nobody, with the store's key as it is.

        Raises:
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        keys = self._read_to_change()
        self._write(replace(keys, slots=tuple(slot for slot in keys.slots if slot.id != added.id)))

    def set_password(self, user: str, password: str, cost: KdfCost = KdfCost()) -> None:  # noqa: B008 - frozen
        """Give a user a new password; the old one opens nothing any more.

        Raises:
            UnknownUser: nobody has this name or these initials.
            PasswordTooShort: the password is not long enough.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        check_password(password)
        keys = self._read_to_change()
        old = find_slot(keys, user)
        self._replace(keys, old, password_slot(keys, old.owner, self.key, password=password, cost=cost))

    def check_password(self, user: str, password: str) -> None:
        """Let somebody who is at work prove that they are still the one who unlocked the store.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            UnknownUser: nobody has this name or these initials.
            StorageUnavailable: the key file cannot be read.
        """
        keys = self._read()
        open_with_password(keys, find_slot(keys, user), password)

    def rename_user(
        self,
        user: str,
        name: str,
        initials: str,
        password: str,
        cost: KdfCost = KdfCost(),  # noqa: B008 - frozen
    ) -> StoreUser:
        """Give a user another name and other initials; the password, which is asked for, and the id stay.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            UnknownUser: nobody has the name or the initials that are to change.
            UserNameTaken: another user has the new name or the new initials.
            ValueError: the new name or initials are empty or hold control characters.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        keys = self._read_to_change()
        old = find_slot(keys, user)
        renamed = replace(checked_user(name, initials), id=old.id)
        refuse_taken(renamed, [other for other in keys.users if other.id != old.id])
        open_with_password(keys, old, password)
        self._replace(keys, old, password_slot(keys, renamed, self.key, password=password, cost=cost))
        return renamed

    def set_recovery_key(self, printed_key: str) -> None:
        """Take a recovery key that was shown and printed; the old one opens nothing any more.

        Raises:
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        keys, secret = self._read_to_change(), recovery_key.read_back(printed_key)
        kept = tuple(slot for slot in keys.slots if slot.kind is not SlotKind.RECOVERY_KEY)
        self._write(replace(keys, slots=(*kept, recovery_slot(keys, self.key, secret))))

    def take_in(self, old: Slot, new: Slot) -> None:
        """Let a slot take the place of one of an old format, where that is still there.

        Raises:
            StoreRefused, StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        keys = self._read_to_change()
        if old in keys.slots:
            self._replace(keys, old, new)

    def leaver(self, user: str) -> StoreUser:
        """Return the user that is to be removed.

        Raises:
            UnknownUser: nobody has this name or these initials.
            LastUser: nobody else could unlock the store with a password.
            StorageUnavailable: the key file cannot be read.
        """
        keys = self._read_to_change()
        gone = find_slot(keys, user).owner
        if len(keys.users) == 1:
            raise LastUser(gone.name)
        return gone

    def announce(self, key: bytes, without: str = "") -> None:
        """Write down the key that is to be the store's next, for everybody but the user with the id `without`.

        From then on the key file opens the store with either key.

        Raises:
            KeyRotationWaits: some slots are of an old format, so the new key cannot be sealed for them.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        self._write(with_coming_key(self._read_to_change(), key, without))
        self.coming = key

    def settle(self, *, is_new: bool) -> None:
        """Go by the key that turned out to be the store's, and let the key file know of no other.

        Raises:
            StoreRefused, StorageUnavailable: the key file cannot be read or written; it knows of both.
        """
        if is_new and self.coming is not None:
            self.key, self.generation = self.coming, self.generation + 1
        self.coming = None
        self._write(self._read_to_change())

    def _read(self) -> KeyFile:
        with machine_errors(self._store):
            return settled(read_key_file(self._store), self.generation)

    def _read_to_change(self) -> KeyFile:
        if self._is_reading_only():
            raise StorageUnavailable(StorageTrouble.READING_ONLY, str(self._store))
        return self._read()

    def _replace(self, keys: KeyFile, old: Slot, new: Slot) -> None:
        self._write(replace(keys, slots=tuple(new if slot == old else slot for slot in keys.slots)))

    def _write(self, keys: KeyFile) -> None:
        with machine_errors(self._store):
            write_key_file(self._store, keys)
