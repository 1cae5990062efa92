"""Two hundred ways to tamper with the log with its key in hand: each is found, with the first bad line named."""
# ruff: noqa: S311 - chance that can be repeated, not secrets

import json
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from desktop_app.application.ports import LogAction
from desktop_app.storage import revisions, verify
from desktop_app.storage.journal import read_head
from desktop_app.storage.revisions import Entry, canonical
from desktop_app.storage.store import Store
from tests.storage.builders import a_full_case, a_new_store, save_new

TIMES = int(os.environ.get("ENPLAN_FAULT_TAMPERINGS", "200")) // 5
_TEXTS = ("user", "utc", "action", "record", "device", "supersedes")

Tampering = Callable[[Any, random.Random, int], int]
"""Changes the log of `last` lines over a raw connection, and returns the number of the first bad line."""


def modify(raw: Any, chance: random.Random, last: int) -> int:  # noqa: ANN401 - the driver has no types
    seq, column = chance.randint(1, last), chance.choice(_TEXTS)
    raw.execute(f"UPDATE log SET {column} = {column} || 'x' WHERE seq = ?", (seq,))  # noqa: S608 - of this module
    return seq


def modify_content(raw: Any, chance: random.Random, last: int) -> int:  # noqa: ANN401 - as above
    """Write another content, and the hash that fits it."""
    seq = chance.randint(1, last)
    [(salt, body)] = raw.execute("SELECT salt, body FROM payloads WHERE seq = ?", (seq,)).fetchall()
    forged = canonical(json.loads(body) | {"forged": "x"})
    raw.execute("UPDATE payloads SET body = ? WHERE seq = ?", (forged, seq))
    raw.execute("UPDATE log SET payload_hash = ? WHERE seq = ?", (sha256(salt + forged.encode()).digest(), seq))
    return seq


def delete(raw: Any, chance: random.Random, last: int) -> int:  # noqa: ANN401 - as above
    seq = chance.randint(1, last - 1)
    raw.execute("DELETE FROM payloads WHERE seq = ?", (seq,))
    raw.execute("DELETE FROM log WHERE seq = ?", (seq,))
    return seq + 1


def insert(raw: Any, chance: random.Random, last: int) -> int:  # noqa: ANN401 - as above
    """Put a copy of a line in before another one, and move those after it."""
    seq = chance.randint(1, last)
    for table in ("payloads", "log"):
        raw.execute(f"UPDATE {table} SET seq = -seq - 1 WHERE seq >= ?", (seq,))  # noqa: S608 - as above
    raw.execute("UPDATE log SET seq = -seq WHERE seq < 0")
    raw.execute("UPDATE payloads SET seq = -seq WHERE seq < 0")
    raw.execute(
        "INSERT INTO log SELECT ?, randomblob(32), action, record, kind, parent, device, lamport, user, utc,"
        " supersedes, payload_hash, chain FROM log WHERE seq = ?",
        (seq, seq + 1),
    )
    raw.execute("INSERT INTO payloads SELECT ?, salt, body FROM payloads WHERE seq = ?", (seq, seq + 1))
    return seq


def reorder(raw: Any, chance: random.Random, last: int) -> int:  # noqa: ANN401 - as above
    first, second = sorted(chance.sample(range(1, last + 1), 2))
    for table in ("log", "payloads"):
        for before, after in ((first, -1), (second, first), (-1, second)):
            raw.execute(f"UPDATE {table} SET seq = ? WHERE seq = ?", (after, before))  # noqa: S608 - as above
    return first


TAMPERINGS: tuple[Tampering, ...] = (modify, modify_content, delete, insert, reorder)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with a_store_in(tmp_path_factory.mktemp("log") / "enplan.store") as store:
        yield store


def a_store_in(path: Path) -> Store:
    store = a_new_store(path).store
    save_new(store, a_full_case(), a_full_case("2026-015"))
    for number in range(20):
        with store.work() as unit:
            unit.note(LogAction.OPENED_CASE, f"sag {number}", purpose="opslag")
            unit.commit()
    return store


@contextmanager
def tampered(store: Store, tampering: Tampering, chance: random.Random) -> Iterator[int]:
    """Tamper with the log in a transaction that is taken back."""
    raw = store.connection._raw
    last = read_head(store.connection).seq
    raw.set_authorizer(None)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("BEGIN")
    try:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        yield tampering(raw, chance, last)
    finally:
        raw.execute("ROLLBACK")


def first_bad_line(store: Store) -> int | None:
    parts = verify.StoreVerification(store.connection)
    parts._check_log()
    return parts.result().first_bad_entry


@pytest.mark.parametrize("tampering", TAMPERINGS)
def test_every_tampering_is_found_and_the_first_bad_line_named(store: Store, tampering: Tampering) -> None:
    chance = random.Random(tampering.__name__)
    for _time in range(TIMES):
        with tampered(store, tampering, chance) as first_bad:
            assert first_bad_line(store) == first_bad


def test_the_log_nobody_touched_has_no_bad_line(store: Store) -> None:
    assert first_bad_line(store) is None


def test_a_chain_without_the_hash_of_the_content_would_not_find_another_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the chain does not cover, somebody with the key can change."""

    def without_payload(entry: Entry) -> bytes:
        return canonical(entry[1:10]).encode()

    for module in (revisions, verify):
        monkeypatch.setattr(module, "chained_bytes", without_payload)
    with a_store_in(tmp_path / "enplan.store") as store:
        assert first_bad_line(store) is None
        for time in range(10):
            with tampered(store, modify_content, random.Random(time)):
                assert first_bad_line(store) is None
