"""Revisions as pure data: their identity, the chain, and the fold that turns a set of them into a record.

Each changed record makes one revision: the fields it set, and for each field the revisions its author had seen and so
replaces. The record is a pure function of the set, whatever order the revisions arrived in: a field shows the one value
nobody replaced. Where two people replaced the same one without seeing each other, the later shows and both are kept as
a conflict. A deletion has seen every field; an edit it had not seen wins over it.

The log chains the revisions with the other acts (opened, printed, exported ...): h = SHA-256(previous h | meta |
payload hash). It covers the hash of the payload, not the payload, so that a lawful erasure can take the payload out and
the chain still holds. The payload is salted: without the salt a hash of a CPR number could be guessed back.
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final, NamedTuple

CHANGE: Final = "change"
DELETE: Final = "delete"
ERASE: Final = "erase"
BEARING: Final = frozenset({CHANGE, DELETE, ERASE})
"""The actions that bear on rows; every other one only stands in the log."""

DELETED: Final = "deleted"
"""The field a deletion sets."""

CHAIN_START: Final = bytes(32)
_SALT_BYTES: Final = 16

Supersedes = dict[str, list[str]]
"""Field -> ids (hex) of the revisions that were seen."""


class Entry(NamedTuple):
    """One line of the log.

    `supersedes` is canonical JSON of `Supersedes`; its keys are the fields a change sets, known even after the payload
    was erased. `parent` is the record this one belongs to. `salt` and `body` are None where the payload was erased or
    not read.
    """

    id: bytes
    action: str
    record: str
    kind: str
    parent: str
    device: str
    lamport: int
    user: str
    utc: str
    supersedes: str
    payload_hash: bytes
    salt: bytes | None = None
    body: str | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The payload, dates as text; empty where it is not there."""
        values: dict[str, Any] = json.loads(self.body) if self.body else {}
        return values

    @property
    def seen(self) -> Supersedes:
        """What the author had seen, field by field."""
        seen: Supersedes = json.loads(self.supersedes)
        return seen


class Author(NamedTuple):
    """Who writes, where and when: the same for all entries of a unit of work. `utc` is ISO 8601."""

    user: str
    device: str
    lamport: int
    utc: str


class Subject(NamedTuple):
    """What an entry is about; all empty for an act that concerns no record."""

    record: str = ""
    kind: str = ""
    parent: str = ""


def moment_text(moment: datetime) -> str:
    """Return the one text of a moment: ISO 8601 in UTC.

    Raises:
        ValueError: it does not say in which time zone it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return moment.astimezone(UTC).isoformat()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return moment_text(value)
    if type(value) is date:
        return value.isoformat()
    raise TypeError(type(value).__name__)


canonical = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"), default=_plain
).encode
"""The one JSON text of a value: sorted keys, no spaces, dates and moments as ISO text."""


def seal(
    action: str, subject: Subject, author: Author, supersedes: Supersedes, values: Mapping[str, object]
) -> tuple[Entry, bytes]:
    """Return a new entry, its payload salted and hashed, and the bytes the chain covers of it."""
    body, salt = canonical(values), secrets.token_bytes(_SALT_BYTES)
    payload_hash = sha256(salt + body.encode()).digest()
    entry = Entry(
        b"",
        action,
        *subject,
        author.device,
        author.lamport,
        author.user,
        author.utc,
        canonical(supersedes),
        payload_hash,
        salt,
        body,
    )
    covered = chained_bytes(entry)
    return entry._replace(id=sha256(covered).digest()), covered


def chained_bytes(entry: Entry) -> bytes:
    """Return what the chain and the id cover: everything of the entry but its payload, and the payload's hash."""
    return canonical(entry[1:10]).encode() + entry.payload_hash


def link(previous: bytes, covered: bytes) -> bytes:
    """Return the chain's hash after an entry of which it covers these bytes."""
    return sha256(previous + covered).digest()


def payload_fits(entry: Entry) -> bool:
    """Tell whether the payload, where it is there, is the one that was hashed."""
    if entry.body is None or entry.salt is None:
        return entry.body is None and entry.salt is None
    return sha256(entry.salt + entry.body.encode()).digest() == entry.payload_hash


class Folded(NamedTuple):
    """A record as its revisions make it. `conflicts` names per field the disagreeing revisions, the shown one last."""

    values: dict[str, Any]
    is_alive: bool
    conflicts: dict[str, list[str]]
    version: int


def heads(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return per field the revisions nobody has replaced; their payloads are not needed.

    A deletion replaces only the field `deleted`. What it names under other fields it has seen, so a record that an
    unseen edit brings back still has all its values.
    """
    revisions = [entry for entry in entries if entry.action in {CHANGE, DELETE}]
    if len(revisions) == 1 and revisions[0].action == CHANGE:
        return {field: [revisions[0]] for field in revisions[0].seen}
    found: dict[str, dict[str, Entry]] = {}
    replaced: set[tuple[str, str]] = set()
    for entry in revisions:
        for field, before in entry.seen.items():
            if entry.action == CHANGE or field == DELETED:
                found.setdefault(field, {})[entry.id.hex()] = entry
                replaced.update((field, revision) for revision in before)
    left = {
        field: [entry for revision, entry in setting.items() if (field, revision) not in replaced]
        for field, setting in found.items()
    }
    return {field: entries for field, entries in left.items() if entries}


def next_change(past: list[Entry], fields: Mapping[str, Any]) -> tuple[Supersedes, dict[str, Any]]:
    """Return what a change of these fields, made by somebody who has seen `past`, supersedes, and what it sets.

    Of a record that was deleted it also takes the deletion back.
    """
    current = heads(past)
    values = dict(fields)
    if any(entry.action == DELETE for entry in current.get(DELETED, ())):
        values[DELETED] = False
    return {field: _ids(current.get(field, ())) for field in values}, values


def next_deletion(past: list[Entry]) -> Supersedes:
    """Return what a deletion by somebody who has seen `past` supersedes."""
    seen = {field: _ids(entries) for field, entries in heads(past).items()}
    return {DELETED: []} | seen


def fold(entries: Iterable[Entry]) -> Folded:
    """Return the record as a pure function of the set of its revisions, whatever their order."""
    revisions = [entry for entry in entries if entry.action in {CHANGE, DELETE}]
    if len(revisions) == 1 and revisions[0].action == CHANGE:
        return Folded(revisions[0].values, is_alive=True, conflicts={}, version=1)
    current = {field: sorted(rivals, key=_shown_last) for field, rivals in heads(revisions).items()}
    content = {entry.id: entry.values for entry in revisions}
    values, conflicts = dict[str, Any](), dict[str, list[str]]()
    for field, rivals in current.items():
        values[field] = content[rivals[-1].id].get(field)
        if len({canonical(content[rival.id].get(field)) for rival in rivals}) > 1:
            conflicts[field] = [rival.id.hex() for rival in rivals]
    is_deleted = bool(values.pop(DELETED, False))
    if is_deleted and _was_edited_unseen(revisions, current):
        is_deleted = False  # what the deletion had not seen wins, and the record is flagged
        conflicts[DELETED] = [rival.id.hex() for rival in current[DELETED]]
    return Folded(values, not is_deleted, conflicts, len(revisions))


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id.hex() for entry in entries]


def _shown_last(entry: Entry) -> tuple[int, str, bytes]:
    return entry.lamport, entry.device, entry.id


def _was_edited_unseen(revisions: list[Entry], current: dict[str, list[Entry]]) -> bool:
    seen = {
        (field, revision)
        for entry in revisions
        if entry.action == DELETE
        for field, before in entry.seen.items()
        for revision in before
    }
    return any(
        (field, rival.id.hex()) not in seen for field, rivals in current.items() if field != DELETED for rival in rivals
    )
