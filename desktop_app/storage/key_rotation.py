"""The key file while the store's key is changed: around the old key, around both, around the new one.

Which of the two is the store's key is told by the store itself: the one that opens it.
"""

from dataclasses import replace

from desktop_app.application.access_errors import KeyRotationWaits
from desktop_app.storage.key_file import KeyFile, SlotKind
from desktop_app.storage.key_slots import resealed


def with_coming_key(keys: KeyFile, key: bytes, without: str = "") -> KeyFile:
    """Return the key file around a new key too, sealed for everybody but the slot with the id `without`.

    Raises:
        KeyRotationWaits: some slots are of version 1, so the new key cannot be sealed for them.
    """
    staying = [slot for slot in keys.slots if slot.id != without]
    old = [slot for slot in staying if not slot.public]
    if old:
        names = [slot.user for slot in old if slot.kind is SlotKind.PASSWORD]
        raise KeyRotationWaits(names, needs_recovery_key=len(names) < len(old))
    coming = tuple(resealed(keys.store, slot, key, keys.generation + 1) for slot in staying)
    return replace(keys, coming=coming)


def settled(keys: KeyFile, generation: int) -> KeyFile:
    """Return the key file of a store whose key is known to be of that generation, be it the old one or the new."""
    if keys.coming and generation > keys.generation:
        return replace(keys, slots=keys.coming, generation=keys.generation + 1, coming=())
    return replace(keys, coming=())
