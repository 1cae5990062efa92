"""The key file beside a store, `<store>.keys.json`: its format, and who may unlock the store.

The store's random key stands in it once for each user and once for the recovery key, each time wrapped (see
`key_slots`). Reading it needs neither a password nor a library, so the unlock screen can list the users at once.

Version 1 of the format wrapped the key under the password itself; such slots go on opening, and lie in files of
version 2 until they are made anew.
"""

import json
import re
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage.whole_file import write_whole

FORMAT: Final = "enplan-keys"
VERSION: Final = 2
_KNOWN_VERSIONS: Final = (1, 2)
KEYS_ENDING: Final = ".keys.json"
"""What the name of a key file ends in, after the name of its store."""
_HEXADECIMAL: Final = re.compile(r"([0-9a-f]{2})+")


@dataclass(frozen=True, slots=True)
class StoreUser:
    """Somebody who can unlock the store: the name the log shows, and the initials that cases name caseworkers by.

    `id` is that of their slot and stays theirs through new names and passwords; empty for one who has none yet. Two are
    equal who are called the same.
    """

    name: str
    initials: str
    id: str = field(default="", compare=False)


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSWORD = "password"  # noqa: S105 - a kind of slot, not a password
    RECOVERY_KEY = "recovery_key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The store's key, wrapped once. `user` and `initials` are empty in the slot of the recovery key; bytes are hex.

    `public` is the key anybody may seal a store's key to; a slot of version 1 has none, nor an `ephemeral` one.
    """

    id: str
    kind: SlotKind
    user: str
    initials: str
    kdf: dict[str, str | int] = field(hash=False)
    nonce: str
    wrapped: str
    public: str = ""
    ephemeral: str = ""

    @property
    def owner(self) -> StoreUser:
        """Whose slot it is."""
        return StoreUser(self.user, self.initials, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """All slots of the store with the id `store`, around the key it has; `generation` counts the keys it had before.

    While that key is being changed, `coming` holds the slots around the next one; then either may be the store's.
    """

    store: str
    slots: tuple[Slot, ...] = ()
    generation: int = 0
    coming: tuple[Slot, ...] = ()

    @property
    def users(self) -> tuple[StoreUser, ...]:
        """Who can unlock the store with a password, in the order they were added."""
        return tuple(slot.owner for slot in self.slots if slot.kind is SlotKind.PASSWORD)


def key_path(store: Path) -> Path:
    """Return where the key file of a store lies."""
    return store.with_name(store.name + KEYS_ENDING)


def read_key_file(store: Path) -> KeyFile:
    """Return the key file of a store.

    Raises:
        StoreRefused: KEYS_MISSING or KEYS_DAMAGED.
        OSError: the file cannot be read.
    """
    path = key_path(store)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise StoreRefused(StoreRefusal.KEYS_MISSING, path=str(path)) from None
    try:
        return _parsed(content)
    except (ValueError, TypeError, KeyError) as error:
        raise StoreRefused(StoreRefusal.KEYS_DAMAGED, path=str(path)) from error


def write_key_file(store: Path, keys: KeyFile) -> None:
    """Replace the key file of a store, whole or not at all.

    Raises:
        OSError: the old file is still there.
    """
    write_whole(key_path(store), key_file_bytes(keys))


def key_file_bytes(keys: KeyFile) -> bytes:
    """Return the content of a key file."""
    content = {"format": FORMAT, "version": VERSION, **asdict(keys)}
    content["sha256"] = _checksum(content)
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _parsed(content: bytes) -> KeyFile:
    values: dict[str, Any] = json.loads(content)
    # The checksum tells a damaged file from a wrong password; against a forger the wrapping itself protects.
    if values.pop("sha256") != _checksum(values):
        raise ValueError("checksum")
    if values.pop("format") != FORMAT or values.pop("version") not in _KNOWN_VERSIONS:
        raise ValueError("format")
    slots, coming = (_slots(values.pop(name, [])) for name in ("slots", "coming"))
    return KeyFile(**values | {"slots": slots, "generation": int(values.get("generation", 0)), "coming": coming})


def _slots(content: list[dict[str, Any]]) -> tuple[Slot, ...]:
    slots = tuple(Slot(**slot | {"kind": SlotKind(slot["kind"])}) for slot in content)
    for slot in slots:
        optional = (slot.public, slot.ephemeral) if slot.public or slot.ephemeral else ()
        if not all(_HEXADECIMAL.fullmatch(text) for text in (slot.nonce, slot.wrapped, *optional)):
            raise ValueError("hexadecimal")
    return slots


def _checksum(content: dict[str, Any]) -> str:
    return sha256(json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
