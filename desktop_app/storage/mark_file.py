"""The mark beside a store, `<store>.mark`: how far its log had come, so that an older store is known for what it is.

Two slots of 512 bytes are written in turn, so that a torn write leaves the one before. Each says how far the log had
come, and the end of its chain; where the store was closed in order it holds the fingerprint of the closed file too. A
slot is sealed with a key that follows from the store's key: who cannot open the store cannot make a mark for it. It
names the generation of that key too, which tells a key file from before the key was changed.

Somebody who puts back an old store together with its old mark is not found out by it.
"""

import hmac
import os
import struct
import uuid
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app.application.store_mark import MarkState
from desktop_app.storage.presence import mark_path
from desktop_app.storage.whole_file import write_whole

SLOT_BYTES: Final = 512
_MAGIC: Final = b"enplan-mark-1\0\0\0"
_FIELDS: Final = struct.Struct(">16s16sQQ32s32sQ")  # marks from before keys could be changed end in zeros
_SEAL_BYTES: Final = 32
_NOT_CLOSED: Final = bytes(32)


class Mark(NamedTuple):
    """What one slot says. `written` counts the writings; `fingerprint` is None while the store is open."""

    written: int
    seq: int
    chain: bytes
    fingerprint: bytes | None = None


class MarkFile:
    """The mark of one store, which its key of that generation seals."""

    def __init__(self, store: Path, store_id: str, key: bytes, generation: int = 0) -> None:
        self._path = mark_path(store)
        self._store_id = uuid.UUID(store_id).bytes
        self._generation = generation
        self._key = hmac.digest(key, b"enplan mark 1", "sha256")

    def read(self) -> Mark | MarkState:
        """Return the latest mark, or why there is none: MISSING, OTHER_STORE or DAMAGED.

        Raises:
            OSError: the file is there and cannot be read.
        """
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return MarkState.MISSING
        slots = [content[place : place + SLOT_BYTES] for place in (0, SLOT_BYTES)]
        marks = [mark for mark in map(self._parsed, slots) if mark is not None]
        if marks:
            return max(marks)
        is_of_other = any(slot.startswith(_MAGIC) and slot[16:32] != self._store_id for slot in slots)
        return MarkState.OTHER_STORE if is_of_other else MarkState.DAMAGED

    def write(self, mark: Mark) -> None:
        """Write a mark over the older of the two; it outlasts a power cut when this returns.

        Raises:
            OSError: the latest mark is the one from before.
        """
        try:
            descriptor = os.open(self._path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
        except FileNotFoundError:
            self.begin(mark)
            return
        try:
            os.lseek(descriptor, mark.written % 2 * SLOT_BYTES, os.SEEK_SET)
            os.write(descriptor, self._slot(mark))
            _sync(descriptor)
        finally:
            os.close(descriptor)

    def begin(self, mark: Mark) -> None:
        """Make the file anew with this mark alone.

        Raises:
            OSError: nothing was replaced.
        """
        place = mark.written % 2 * SLOT_BYTES
        write_whole(self._path, (bytes(place) + self._slot(mark)).ljust(2 * SLOT_BYTES, b"\0"))

    def _slot(self, mark: Mark) -> bytes:
        fields = _FIELDS.pack(
            _MAGIC,
            self._store_id,
            mark.written,
            mark.seq,
            mark.chain,
            mark.fingerprint or _NOT_CLOSED,
            self._generation,
        ).ljust(SLOT_BYTES - _SEAL_BYTES, b"\0")
        return fields + hmac.digest(self._key, fields, "sha256")

    def _parsed(self, slot: bytes) -> Mark | None:
        fields, seal = slot[:-_SEAL_BYTES], slot[-_SEAL_BYTES:]
        if len(slot) != SLOT_BYTES or not hmac.compare_digest(hmac.digest(self._key, fields, "sha256"), seal):
            return None
        magic, store_id, written, seq, chain, fingerprint, _generation = _FIELDS.unpack_from(fields)
        if (magic, store_id) != (_MAGIC, self._store_id):
            return None
        return Mark(written, seq, chain, None if fingerprint == _NOT_CLOSED else fingerprint)


def generation_in(store: Path, store_id: str) -> int:
    """Return the highest generation of the store's key that its mark names; without that key nothing proves it.

    Raises:
        OSError: the mark is there and cannot be read.
    """
    path, highest = mark_path(store), 0
    content = path.read_bytes() if path.exists() else b""
    for place in (0, SLOT_BYTES):
        slot = content[place : place + SLOT_BYTES]
        if len(slot) == SLOT_BYTES and slot.startswith(_MAGIC + uuid.UUID(store_id).bytes):
            highest = max(highest, _FIELDS.unpack_from(slot)[-1])
    return highest


def fingerprint_of(descriptor: int, page_size: int, tail: int) -> bytes:
    """Return what tells a file of encrypted pages from every other: the seals that end its pages, hashed.

    SQLCipher ends each page with a random start and an HMAC over the page and its number, so equal ends are equal
    pages, and a page whose content does not fit its end cannot be read.
    """
    hashed, place = sha256(), 0
    while block := _read_at(descriptor, page_size * 256, place):
        place += len(block)
        hashed.update(b"".join(block[end - tail : end] for end in range(page_size, len(block) + 1, page_size)))
    hashed.update(place.to_bytes(8, "big"))
    return hashed.digest()


def _read_at(descriptor: int, size: int, place: int) -> bytes:
    os.lseek(descriptor, place, os.SEEK_SET)
    return os.read(descriptor, size)


def _sync(descriptor: int) -> None:
    getattr(os, "fdatasync", os.fsync)(descriptor)
