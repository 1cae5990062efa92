"""Wrapping the store's key: a password (Argon2id) or the recovery key (HKDF) gives the private key of a slot.

The store's key is sealed to the public one (`key_seal`). The additional data binds it to its store, generation, slot,
user, parameters and format version, so that no slot can be moved to another store or user, nor its parameters be
changed. In version 1 the password gave the key it was encrypted with, so that nobody else could make the slot anew.
"""

import json
import secrets
import unicodedata
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Final, NamedTuple

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage.key_file import FORMAT, VERSION, KeyFile, Slot, SlotKind, StoreUser
from desktop_app.storage.key_seal import KEY_BYTES, Sealed, public_key, seal, unseal

_SALT_BYTES: Final = 16
_ARGON2ID: Final = "argon2id"
_HKDF: Final = "hkdf-sha256"
_RECOVERY_PURPOSE: Final = b"enplan recovery key"
_HIGHEST_COST: Final = {"passes": 64, "memory_kib": 4 * 1024 * 1024, "lanes": 64}


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess of a password costs with Argon2id.

    The default is the second recommended option of RFC 9106 and the least the program uses; lower values exist for
    tests and reach here only through the Python API.
    """

    passes: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4


def normalised(password: str) -> str:
    """Return the password as it is hashed: NFC, since keyboards differ in how they compose é and å."""
    return unicodedata.normalize("NFC", password)


class OpenedSlot(NamedTuple):
    """What a slot gave: the store's key and, while that is being changed, the one that comes.

    `is_leaving` tells that the key is being changed and this slot gets none of the next one.
    """

    key: bytes
    coming: bytes | None = None
    is_leaving: bool = False


def password_slot(keys: KeyFile, user: StoreUser, key: bytes, *, password: str, cost: KdfCost = KdfCost()) -> Slot:
    """Return a slot that the user's password opens; a user without an id gets one."""
    kdf: dict[str, str | int] = {"name": _ARGON2ID, "salt": secrets.token_hex(_SALT_BYTES), **asdict(cost)}
    slot = Slot(
        id=user.id or str(uuid.uuid4()),
        kind=SlotKind.PASSWORD,
        user=user.name,
        initials=user.initials,
        kdf=kdf,
        nonce="",
        wrapped="",
        public=public_key(_from_password(password, kdf)).hex(),
    )
    return resealed(keys.store, slot, key, keys.generation)


def recovery_slot(keys: KeyFile, key: bytes, secret: bytes, slot_id: str = "") -> Slot:
    """Return a slot that the recovery key's `secret` opens."""
    kdf: dict[str, str | int] = {"name": _HKDF, "salt": secrets.token_hex(_SALT_BYTES)}
    slot = Slot(
        id=slot_id or str(uuid.uuid4()),
        kind=SlotKind.RECOVERY_KEY,
        user="",
        initials="",
        kdf=kdf,
        nonce="",
        wrapped="",
        public=public_key(_from_recovery_secret(secret, kdf)).hex(),
    )
    return resealed(keys.store, slot, key, keys.generation)


def resealed(store: str, slot: Slot, key: bytes, generation: int) -> Slot:
    """Return a slot that what opened it before opens, around the store's key of that generation."""
    sealed = seal(bytes.fromhex(slot.public), key, _bound(store, slot, generation))
    return replace(slot, ephemeral=sealed.ephemeral.hex(), nonce=sealed.nonce.hex(), wrapped=sealed.wrapped.hex())


def cost_of(slot: Slot) -> KdfCost:
    """Return what a guess of this slot's password costs."""
    return KdfCost(**{name: int(slot.kdf[name]) for name in _HIGHEST_COST})


def open_with_password(keys: KeyFile, slot: Slot, password: str) -> OpenedSlot:
    """Return what the slot holds.

    Raises:
        StoreRefused: WRONG_PASSWORD, or KEYS_DAMAGED where the slot's parameters make no sense.
    """
    return _opened(keys, slot, lambda: _from_password(password, slot.kdf), StoreRefusal.WRONG_PASSWORD)


def open_with_recovery_secret(keys: KeyFile, slot: Slot, secret: bytes) -> OpenedSlot:
    """Return what the slot holds.

    Raises:
        StoreRefused: WRONG_RECOVERY_KEY, or KEYS_DAMAGED where the slot's parameters make no sense.
    """
    return _opened(keys, slot, lambda: _from_recovery_secret(secret, slot.kdf), StoreRefusal.WRONG_RECOVERY_KEY)


def _opened(keys: KeyFile, slot: Slot, derive: Callable[[], bytes], refusal: StoreRefusal) -> OpenedSlot:
    try:
        secret = derive()
        key = _unwrapped(keys.store, slot, secret, keys.generation)
        for coming in keys.coming:
            if coming.id == slot.id:
                return OpenedSlot(key, _unwrapped(keys.store, coming, secret, keys.generation + 1))
        return OpenedSlot(key, is_leaving=bool(keys.coming))
    except InvalidTag:
        details = {"group": ""} if refusal is StoreRefusal.WRONG_RECOVERY_KEY else {"user": slot.user}
        raise StoreRefused(refusal, **details) from None
    except (KeyError, TypeError, ValueError, HashingError) as error:
        raise StoreRefused(StoreRefusal.KEYS_DAMAGED) from error


def _unwrapped(store: str, slot: Slot, secret: bytes, generation: int) -> bytes:
    nonce, wrapped = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
    if slot.public:
        sealed = Sealed(bytes.fromhex(slot.ephemeral), nonce, wrapped)
        return unseal(secret, sealed, _bound(store, slot, generation))
    return AESGCM(secret).decrypt(nonce, wrapped, _bound_in_version_1(store, slot))


def _bound(store: str, slot: Slot, generation: int) -> bytes:
    return _json(
        [FORMAT, VERSION, store, generation, slot.id, slot.kind, slot.user, slot.initials, slot.kdf, slot.public]
    )


def _bound_in_version_1(store: str, slot: Slot) -> bytes:
    return _json([FORMAT, 1, store, slot.id, slot.kind, slot.user, slot.initials, slot.kdf])


def _json(values: list[object]) -> bytes:
    return json.dumps(values, ensure_ascii=True, sort_keys=True).encode()


def _from_password(password: str, kdf: dict[str, str | int]) -> bytes:
    if kdf["name"] != _ARGON2ID or any(int(kdf[name]) > highest for name, highest in _HIGHEST_COST.items()):
        raise ValueError(kdf["name"])  # a damaged cost must not take the computer's memory
    return hash_secret_raw(
        normalised(password).encode(),
        bytes.fromhex(str(kdf["salt"])),
        time_cost=int(kdf["passes"]),
        memory_cost=int(kdf["memory_kib"]),
        parallelism=int(kdf["lanes"]),
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def _from_recovery_secret(secret: bytes, kdf: dict[str, str | int]) -> bytes:
    if kdf["name"] != _HKDF:
        raise ValueError(kdf["name"])
    # 160 random bits need no slow function.
    return HKDF(SHA256(), KEY_BYTES, bytes.fromhex(str(kdf["salt"])), _RECOVERY_PURPOSE).derive(secret)
