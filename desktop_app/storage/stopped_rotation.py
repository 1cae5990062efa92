"""A change of the store's key that was stopped half way (`rotation`), as the next opening finds it."""

from contextlib import suppress
from dataclasses import replace

from desktop_app.application.errors import StorageUnavailable, StoreRefusal, StoreRefused
from desktop_app.storage.engine import connect
from desktop_app.storage.key_file import key_path, read_key_file
from desktop_app.storage.keys import UnlockedStore
from desktop_app.storage.mark_file import generation_in
from desktop_app.storage.rotation import rotating_path
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.store_keys import StoreKeys
from desktop_app.storage.verified_copy import discard_unfinished


def connected(unlocked: UnlockedStore) -> tuple[StoreConnection, UnlockedStore]:
    """Open the file with the key, or with the one that was to come when its change was stopped half way."""
    path = unlocked.path
    try:
        return connect(path, unlocked.key), unlocked
    except StoreRefused as refused:
        if refused.refusal is not StoreRefusal.DAMAGED:
            raise
        if unlocked.coming is not None:
            is_new = replace(unlocked, key=unlocked.coming, generation=unlocked.generation + 1)
            return connect(path, unlocked.coming), is_new
        if unlocked.is_leaving:
            raise StoreRefused(StoreRefusal.UNKNOWN_USER, path=str(path), user=unlocked.user.name) from refused
        if generation_in(path, read_key_file(path).store) > unlocked.generation:
            raise StoreRefused(StoreRefusal.KEYS_OLD, path=str(key_path(path))) from refused
        raise


def put_keys_right(keys: StoreKeys, unlocked: UnlockedStore) -> None:
    """Let the key file know of the store's key alone, and of no slot of an old format that was just opened.

    Neither is needed to work in the store, so where it cannot be written, the next opening does it.
    """
    if unlocked.is_rotating:
        with suppress(OSError):  # first of all: afterwards nothing tells of it
            discard_unfinished(rotating_path(unlocked.path))
    with suppress(StoreRefused, StorageUnavailable):
        if unlocked.is_rotating:
            keys.settle(is_new=False)
        if unlocked.renewed:
            keys.take_in(*unlocked.renewed)


def end_of_rotation(unlocked: UnlockedStore) -> str:
    """Return what the log says of it: that the change had come through, or that it had not and was withdrawn."""
    return "key_rotation_ended" if unlocked.key == unlocked.coming else "key_rotation_withdrawn"
