"""Wrapping the store's key: Argon2id and AES-256-GCM for a password, HKDF and AES-256-GCM for the recovery key.

The additional data binds a wrapped key to its store, slot, user, parameters and format version, so that no slot can be
moved to another store or user, nor its parameters be changed.
"""

import json
import secrets
import unicodedata
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage.key_file import FORMAT, VERSION, KeyFile, Slot, SlotKind, StoreUser

KEY_BYTES: Final = 32
_NONCE_BYTES: Final = 12
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


def password_slot(store: str, user: StoreUser, key: bytes, *, password: str, cost: KdfCost) -> Slot:
    """Return a new slot that the user's password opens; a user without an id gets one."""
    kdf: dict[str, str | int] = {
        "name": _ARGON2ID,
        "salt": secrets.token_hex(_SALT_BYTES),
        "passes": cost.passes,
        "memory_kib": cost.memory_kib,
        "lanes": cost.lanes,
    }
    slot = Slot(
        id=user.id or str(uuid.uuid4()),
        kind=SlotKind.PASSWORD,
        user=user.name,
        initials=user.initials,
        kdf=kdf,
        nonce="",
        wrapped="",
    )
    return _wrapped(store, slot, _from_password(password, kdf), key)


def recovery_slot(store: str, key: bytes, secret: bytes) -> Slot:
    """Return a new slot that the recovery key's `secret` opens."""
    kdf: dict[str, str | int] = {"name": _HKDF, "salt": secrets.token_hex(_SALT_BYTES)}
    slot = Slot(id=str(uuid.uuid4()), kind=SlotKind.RECOVERY_KEY, user="", initials="", kdf=kdf, nonce="", wrapped="")
    return _wrapped(store, slot, _from_recovery_secret(secret, kdf), key)


def open_with_password(keys: KeyFile, slot: Slot, password: str) -> bytes:
    """Return the store's key.

    Raises:
        StoreRefused: WRONG_PASSWORD, or KEYS_DAMAGED where the slot's parameters make no sense.
    """
    return _unwrapped(keys, slot, lambda: _from_password(password, slot.kdf), StoreRefusal.WRONG_PASSWORD)


def open_with_recovery_secret(keys: KeyFile, slot: Slot, secret: bytes) -> bytes:
    """Return the store's key.

    Raises:
        StoreRefused: WRONG_RECOVERY_KEY, or KEYS_DAMAGED where the slot's parameters make no sense.
    """
    return _unwrapped(keys, slot, lambda: _from_recovery_secret(secret, slot.kdf), StoreRefusal.WRONG_RECOVERY_KEY)


def _wrapped(store: str, slot: Slot, wrapping: bytes, key: bytes) -> Slot:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = AESGCM(wrapping).encrypt(nonce, key, _bound(store, slot))
    return replace(slot, nonce=nonce.hex(), wrapped=sealed.hex())


def _unwrapped(keys: KeyFile, slot: Slot, derive: Callable[[], bytes], refusal: StoreRefusal) -> bytes:
    try:
        wrapping = derive()
        nonce, sealed = bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped)
        return AESGCM(wrapping).decrypt(nonce, sealed, _bound(keys.store, slot))
    except InvalidTag:
        details = {"group": ""} if refusal is StoreRefusal.WRONG_RECOVERY_KEY else {"user": slot.user}
        raise StoreRefused(refusal, **details) from None
    except (KeyError, TypeError, ValueError, HashingError) as error:
        raise StoreRefused(StoreRefusal.KEYS_DAMAGED) from error


def _bound(store: str, slot: Slot) -> bytes:
    return json.dumps(
        [FORMAT, VERSION, store, slot.id, slot.kind, slot.user, slot.initials, slot.kdf],
        ensure_ascii=True,
        sort_keys=True,
    ).encode()


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
