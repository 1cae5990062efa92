"""Unlocking a store: its users, their passwords, the recovery key.

Unlocking is apart from opening and knows nothing of the database, so a window may do the slow part on another thread.
"""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.application.errors import StoreRefusal, StoreRefused, UnknownUser
from desktop_app.storage import recovery_key
from desktop_app.storage.key_file import KeyFile, Slot, SlotKind, StoreUser, key_path, read_key_file
from desktop_app.storage.key_seal import KEY_BYTES
from desktop_app.storage.key_slots import (
    KdfCost,
    OpenedSlot,
    cost_of,
    open_with_password,
    open_with_recovery_secret,
    password_slot,
    recovery_slot,
)
from desktop_app.storage.key_users import check_password, checked_user, find_slot
from desktop_app.storage.machine_errors import machine_errors


@dataclass(frozen=True, slots=True)
class UnlockedStore:
    """A store's key in the hands of `user`; `by` tells what opened it.

    The key is of the `generation`, unless a change of it was stopped half way: then the store has this one or the
    `coming` one, which who `is_leaving` does not get. `renewed` are a slot of an old format and what may replace it.
    """

    path: Path
    key: bytes
    user: StoreUser
    by: SlotKind
    generation: int = 0
    coming: bytes | None = None
    is_leaving: bool = False
    renewed: tuple[Slot, Slot] | None = None

    @property
    def is_rotating(self) -> bool:
        """Whether a change of the store's key was stopped half way."""
        return self.coming is not None or self.is_leaving


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
    user = checked_user(user.name, user.initials)
    check_password(password)
    printed_key = printed_key or recovery_key.new_recovery_key()
    key, keys = secrets.token_bytes(KEY_BYTES), KeyFile(store=store_id)
    slots = (
        password_slot(keys, user, key, password=password, cost=cost),
        recovery_slot(keys, key, recovery_key.read_back(printed_key)),
    )
    return FirstKeys(key, replace(keys, slots=slots), printed_key)


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
        opened = open_with_password(keys, slot, password)
    except StoreRefused as refused:
        raise _with_path(refused, store) from refused.__cause__
    renewed = None
    if not slot.public:
        renewed = slot, password_slot(keys, slot.owner, opened.key, password=password, cost=cost_of(slot))
    return _unlocked(store, keys, opened, slot.owner, SlotKind.PASSWORD, renewed)


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
        secret = recovery_key.read_back(typed)
        slot = _recovery_slot_of(keys)
        opened = open_with_recovery_secret(keys, slot, secret)
    except StoreRefused as refused:
        raise _with_path(refused, store) from refused.__cause__
    renewed = None if slot.public else (slot, recovery_slot(keys, opened.key, secret, slot.id))
    return _unlocked(store, keys, opened, acting.owner, SlotKind.RECOVERY_KEY, renewed)


def _unlocked(
    store: Path, keys: KeyFile, opened: OpenedSlot, user: StoreUser, by: SlotKind, renewed: tuple[Slot, Slot] | None
) -> UnlockedStore:
    return UnlockedStore(
        store,
        opened.key,
        user,
        by,
        generation=keys.generation,
        coming=opened.coming,
        is_leaving=opened.is_leaving,
        renewed=renewed,
    )


def _slot_of(store: Path, keys: KeyFile, user: str | None) -> Slot:
    if user is None and len(keys.users) == 1:
        user = keys.users[0].name
    try:
        return find_slot(keys, user or "")
    except UnknownUser as unknown:
        raise StoreRefused(StoreRefusal.UNKNOWN_USER, path=str(store), user=unknown.name) from None


def _recovery_slot_of(keys: KeyFile) -> Slot:
    for slot in keys.slots:
        if slot.kind is SlotKind.RECOVERY_KEY:
            return slot
    raise StoreRefused(StoreRefusal.KEYS_DAMAGED)


def _with_path(refused: StoreRefused, store: Path) -> StoreRefused:
    place = key_path(store) if refused.refusal is StoreRefusal.KEYS_DAMAGED else store
    return StoreRefused(refused.refusal, **{"path": str(place)} | refused.details)
