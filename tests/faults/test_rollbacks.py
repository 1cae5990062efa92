"""Two hundred ways to get an old or cut store under a mark that knows better: none goes unnoticed at opening."""
# ruff: noqa: S311 - chance that can be repeated, not secrets

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.application.errors import StoreRefused
from desktop_app.application.store_mark import MarkState
from desktop_app.storage.engine import connect
from desktop_app.storage.keys import UnlockedStore, unlock
from desktop_app.storage.presence import mark_path
from desktop_app.storage.store import open_unlocked
from desktop_app.storage.watermark import Watermark
from tests.storage.builders import MOMENT, PASSWORD, a_case, a_draft, a_full_case, a_new_store, read, reopened, save_new

PAGE = 4096
SESSIONS = 8
TIMES = int(os.environ.get("ENPLAN_FAULT_ROLLBACKS", "200")) // 5


class History(NamedTuple):
    """The file of a store as it was after each piece of work; the mark beside it is that of the last."""

    unlocked: UnlockedStore
    states: list[bytes]
    mark: bytes

    @property
    def path(self) -> Path:
        return self.unlocked.path


Fault = Callable[[History, random.Random], bytes]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    path = tmp_path_factory.mktemp("rollbacks") / "enplan.store"
    with a_new_store(path).store as store:
        save_new(store, *(a_full_case(f"{number}") for number in range(6)))
    states = [path.read_bytes()]
    for session in range(SESSIONS):
        with reopened(path) as store:
            if session % 2:
                save_new(store, a_case(f"ny {session}"))
            with store.work() as unit:
                unit.drafts.keep(a_draft(id="kladde", content={"note": "x" * session}))
                unit.commit()
            assert read(store, "0").version == 1
        states.append(path.read_bytes())
    return History(unlock(path, user=None, password=PASSWORD), states, mark_path(path).read_bytes())


def old_file(history: History, chance: random.Random) -> bytes:
    return chance.choice(history.states[:-1])


def cut(history: History, chance: random.Random) -> bytes:
    whole = history.states[-1]
    place = chance.randrange(1, len(whole))
    return whole[: place - place % PAGE or PAGE] if chance.random() < 0.5 else whole[:place]


def old_pages(history: History, chance: random.Random) -> bytes:
    """Put back one or several old pages; the first stays, so that no header tells of them."""
    new, old = history.states[-1], chance.choice(history.states[:-1])
    differing = [at for at in range(PAGE, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    mixed = bytearray(new)
    for at in chance.sample(differing, chance.randint(1, min(3, len(differing)))):
        mixed[at : at + PAGE] = old[at : at + PAGE]
    return bytes(mixed)


def page_in_anothers_place(history: History, chance: random.Random) -> bytes:
    mixed = bytearray(history.states[-1])
    first, second = (at * PAGE for at in chance.sample(range(1, len(mixed) // PAGE), 2))
    mixed[first : first + PAGE], mixed[second : second + PAGE] = (
        mixed[second : second + PAGE],
        mixed[first : first + PAGE],
    )
    return bytes(mixed)


def cut_log(history: History, chance: random.Random) -> bytes:
    """Take the last lines out of the log, as somebody can who has the key and another program."""
    history.path.write_bytes(history.states[-1])
    connection = connect(history.path, history.unlocked.key)
    raw = connection._raw
    raw.execute("BEGIN")
    for (trigger,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name <> 'x'"):
        raw.execute(f"DROP TRIGGER {trigger}")
    [(last,)] = connection.rows("SELECT max(seq) FROM log")
    kept = last - chance.randint(1, 5)
    raw.execute("DELETE FROM payloads WHERE seq > ?", (kept,))
    raw.execute("DELETE FROM log WHERE seq > ?", (kept,))
    raw.execute("COMMIT")
    connection.close()
    return history.path.read_bytes()


FAULTS: tuple[Fault, ...] = (old_file, cut, old_pages, page_in_anothers_place, cut_log)


def is_noticed(history: History, content: bytes) -> bool:
    """Tell whether the store, opened like this, says that something is wrong; it must be left as it is then."""
    history.path.write_bytes(content)
    mark_path(history.path).write_bytes(history.mark)
    try:
        store = open_unlocked(history.unlocked, clock=lambda: MOMENT)
    except StoreRefused:
        return history.path.read_bytes() == content
    with store:
        said = store.warning is not None
    return said and history.path.read_bytes() == content


def unnoticed(history: History, fault: Fault) -> int:
    chance = random.Random(fault.__name__)
    return sum(not is_noticed(history, fault(history, chance)) for _ in range(TIMES))


@contextmanager
def mark_switched_off(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as off:
        off.setattr(Watermark, "_state_of", lambda _mark, _found: MarkState.FITS)
        yield


def test_the_store_nobody_touched_says_nothing(history: History) -> None:
    assert not is_noticed(history, history.states[-1])


@pytest.mark.parametrize("fault", FAULTS)
def test_no_store_that_went_back_is_opened_quietly(history: History, fault: Fault) -> None:
    assert unnoticed(history, fault) == 0


@pytest.mark.parametrize("fault", [old_file, old_pages, cut_log])
def test_without_the_mark_they_would_be_opened_quietly(
    history: History, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what finds nothing with the mark switched off proves that the mark finds it."""
    with mark_switched_off(monkeypatch):
        history.path.write_bytes(history.states[0])
        found = [quietly_opened(history, fault(history, random.Random(time))) for time in range(10)]
    assert any(found)


def quietly_opened(history: History, content: bytes) -> bool:
    history.path.write_bytes(content)
    mark_path(history.path).write_bytes(history.mark)
    try:
        with open_unlocked(history.unlocked, clock=lambda: MOMENT) as store:
            return store.warning is None
    except StoreRefused:
        return False
