"""Who can unlock a store: adding and removing users, changing passwords, the recovery key.

Unlocking is apart from opening and knows nothing of the database, so a window may do the slow part on another thread.
"""

import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.application.errors import (
    LastUser,
    PasswordTooShort,
    StoreRefusal,
    StoreRefused,
    UnknownUser,
    UserNameTaken,
)
from desktop_app.application.password_rules import MINIMUM_PASSWORD_LENGTH
from desktop_app.domain.control_characters import holds_control
from desktop_app.storage import recovery_key
from desktop_app.storage.key_file import (
    KeyFile,
    Slot,
    SlotKind,
    StoreUser,
    key_path,
    read_key_file,
    write_key_file,
)
from desktop_app.storage.key_slots import (
    KEY_BYTES,
    KdfCost,
    normalised,
    open_with_password,
    open_with_recovery_secret,
    password_slot,
    recovery_slot,
)
from desktop_app.storage.machine_errors import machine_errors


@dataclass(frozen=True, slots=True)
class UnlockedStore:
    """A store's key in the hands of `user`; `by` tells what opened it."""

    path: Path
    key: bytes
    user: StoreUser
    by: SlotKind


@dataclass(frozen=True, slots=True)
class FirstKeys:
    """The keys of a store that is being created: the key, its key file, and the recovery key as printed once."""

    key: bytes
    file: KeyFile
    recovery_key: str


def list_users(store: Path) -> tuple[StoreUser, ...]:
    """Return who can unlock the store, without a password.

    Raises:
        StoreRefused: KEYS_MISSING or KEYS_DAMAGED.
        StorageUnavailable: the key file cannot be read.
    """
    with machine_errors(store):
        return read_key_file(store).users


def first_keys(
    store_id: str, user: StoreUser, password: str, cost: KdfCost, printed_key: str | None = None
) -> FirstKeys:
    """Draw a new key and wrap it for the first user and for a recovery key; nothing is written.

    `printed_key` is a recovery key that was shown beforehand; without it one is drawn.

    Raises:
        PasswordTooShort: the password is not long enough.
        ValueError: a name or initials are empty or hold control characters.
    """
    user = _checked_user(user.name, user.initials)
    _check_password(password)
    printed_key = printed_key or recovery_key.new_recovery_key()
    key = secrets.token_bytes(KEY_BYTES)
    slots = (
        password_slot(store_id, user, key, password=password, cost=cost),
        recovery_slot(store_id, key, recovery_key.read_back(printed_key)),
    )
    return FirstKeys(key, KeyFile(store=store_id, slots=slots), printed_key)


def unlock(store: Path, *, user: str | None, password: str) -> UnlockedStore:
    """Unlock with a password. `user` is a name or initials; None means the only user there is.

    Raises:
        StoreRefused: UNKNOWN_USER, WRONG_PASSWORD, KEYS_MISSING or KEYS_DAMAGED.
        StorageUnavailable: the key file cannot be read.
    """
    with machine_errors(store):
        keys = read_key_file(store)
    slot = _slot_of(store, keys, user)
    try:
        key = open_with_password(keys, slot, password)
    except StoreRefused as refused:
        raise _with_path(refused, store) from refused.__cause__
    return UnlockedStore(store, key, StoreUser(slot.user, slot.initials, slot.id), SlotKind.PASSWORD)


def unlock_with_recovery_key(store: Path, *, user: str | None, typed: str) -> UnlockedStore:
    """Unlock with the printed recovery key, as the user who forgot the password and will set a new one.

    Raises:
        StoreRefused: UNKNOWN_USER, WRONG_RECOVERY_KEY, KEYS_MISSING or KEYS_DAMAGED.
        StorageUnavailable: the key file cannot be read.
    """
    with machine_errors(store):
        keys = read_key_file(store)
    acting = _slot_of(store, keys, user)
    try:
        key = _recovered(keys, recovery_key.read_back(typed))
    except StoreRefused as refused:
        raise _with_path(refused, store) from refused.__cause__
    return UnlockedStore(store, key, StoreUser(acting.user, acting.initials, acting.id), SlotKind.RECOVERY_KEY)


class StoreKeys:
    """The key file of a store that is open: every change of it needs the key.

    Removing a user ends what the user's password can do with this key file. A copy of an older key file together with
    a copy of the store stays readable to whoever holds both and knows that password.
    """

    def __init__(self, unlocked: UnlockedStore) -> None:
        self._store = unlocked.path
        self._key = unlocked.key

    def users(self) -> tuple[StoreUser, ...]:
        """Return who can unlock the store with a password."""
        return list_users(self._store)

    def add_user(self, name: str, initials: str, password: str, cost: KdfCost = KdfCost()) -> StoreUser:  # noqa: B008 - frozen
        """Let somebody else unlock the store.

        Raises:
            UserNameTaken: another user has the name or the initials.
            PasswordTooShort: the password is not long enough.
            ValueError: the name or the initials are empty or hold control characters.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        user = _checked_user(name, initials)
        _check_password(password)
        keys = self._read()
        _refuse_taken(user, keys.users)
        slot = password_slot(keys.store, user, self._key, password=password, cost=cost)
        self._write(replace(keys, slots=(*keys.slots, slot)))
        return replace(user, id=slot.id)

    def set_password(self, user: str, password: str, cost: KdfCost = KdfCost()) -> None:  # noqa: B008 - frozen
        """Give a user a new password; the old one opens nothing any more.

        Raises:
            UnknownUser: nobody has this name or these initials.
            PasswordTooShort: the password is not long enough.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        _check_password(password)
        keys = self._read()
        old = _find(keys, user)
        owner = StoreUser(old.user, old.initials, old.id)
        new = password_slot(keys.store, owner, self._key, password=password, cost=cost)
        self._write(replace(keys, slots=tuple(new if slot is old else slot for slot in keys.slots)))

    def check_password(self, user: str, password: str) -> None:
        """Let somebody who is at work prove that they are still the one who unlocked the store.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            UnknownUser: nobody has this name or these initials.
            StorageUnavailable: the key file cannot be read.
        """
        keys = self._read()
        open_with_password(keys, _find(keys, user), password)

    def rename_user(
        self,
        user: str,
        name: str,
        initials: str,
        password: str,
        cost: KdfCost = KdfCost(),  # noqa: B008 - frozen
    ) -> StoreUser:
        """Give a user another name and other initials; the password, which is asked for, stays.

        Raises:
            StoreRefused: WRONG_PASSWORD.
            UnknownUser: nobody has the name or the initials that are to change.
            UserNameTaken: another user has the new name or the new initials.
            ValueError: the new name or initials are empty or hold control characters.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        renamed = _checked_user(name, initials)
        keys = self._read()
        old = _find(keys, user)
        _refuse_taken(renamed, [other for other in keys.users if other != StoreUser(old.user, old.initials)])
        open_with_password(keys, old, password)
        renamed = replace(renamed, id=old.id)
        new = password_slot(keys.store, renamed, self._key, password=password, cost=cost)
        self._write(replace(keys, slots=tuple(new if slot is old else slot for slot in keys.slots)))
        return renamed

    def remove_user(self, user: str) -> None:
        """Take a user's slot away.

        Raises:
            UnknownUser: nobody has this name or these initials.
            LastUser: nobody else could unlock the store with a password.
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        keys = self._read()
        gone = _find(keys, user)
        if len(keys.users) == 1:
            raise LastUser(gone.user)
        self._write(replace(keys, slots=tuple(slot for slot in keys.slots if slot is not gone)))

    def set_recovery_key(self, printed_key: str) -> None:
        """Take a recovery key that was shown and printed; the old one opens nothing any more.

        Raises:
            StorageUnavailable: the key file cannot be read or written; it is as it was.
        """
        keys, secret = self._read(), recovery_key.read_back(printed_key)
        kept = tuple(slot for slot in keys.slots if slot.kind is not SlotKind.RECOVERY_KEY)
        self._write(replace(keys, slots=(*kept, recovery_slot(keys.store, self._key, secret))))

    def _read(self) -> KeyFile:
        with machine_errors(self._store):
            return read_key_file(self._store)

    def _write(self, keys: KeyFile) -> None:
        with machine_errors(self._store):
            write_key_file(self._store, keys)


def _checked_user(name: str, initials: str) -> StoreUser:
    cleaned = [" ".join(unicodedata.normalize("NFC", text).split()) for text in (name, initials)]
    for text in cleaned:
        if not text or holds_control(text):
            raise ValueError("a user needs a name and initials without control characters")
    return StoreUser(*cleaned)


def _check_password(password: str) -> None:
    if len(normalised(password)) < MINIMUM_PASSWORD_LENGTH:
        raise PasswordTooShort(MINIMUM_PASSWORD_LENGTH)


def _refuse_taken(user: StoreUser, others: Iterable[StoreUser]) -> None:
    taken = {known.casefold() for other in others for known in (other.name, other.initials)}
    for wanted in (user.name, user.initials):
        if wanted.casefold() in taken:
            raise UserNameTaken(wanted)


def _slot_of(store: Path, keys: KeyFile, user: str | None) -> Slot:
    if user is None and len(keys.users) == 1:
        user = keys.users[0].name
    try:
        return _find(keys, user or "")
    except UnknownUser as unknown:
        raise StoreRefused(StoreRefusal.UNKNOWN_USER, path=str(store), user=unknown.name) from None


def _recovered(keys: KeyFile, secret: bytes) -> bytes:
    for slot in keys.slots:
        if slot.kind is SlotKind.RECOVERY_KEY:
            return open_with_recovery_secret(keys, slot, secret)
    raise StoreRefused(StoreRefusal.KEYS_DAMAGED)


def _find(keys: KeyFile, user: str) -> Slot:
    wanted = " ".join(unicodedata.normalize("NFC", user).split()).casefold()
    for slot in keys.slots:
        if slot.kind is SlotKind.PASSWORD and wanted in (slot.user.casefold(), slot.initials.casefold()):
            return slot
    raise UnknownUser(user)


def _with_path(refused: StoreRefused, store: Path) -> StoreRefused:
    place = key_path(store) if refused.refusal is StoreRefusal.KEYS_DAMAGED else store
    return StoreRefused(refused.refusal, **{"path": str(place)} | refused.details)
