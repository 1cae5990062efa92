"""Two programs that want one store, and a clock that jumps by ten years: nothing is lost, nobody waits for the dead."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage.holder import holder_path
from desktop_app.storage.store import open_store
from desktop_app.storage.verify import verify
from tests.faults.forks import fork, kill, wait_for_ever
from tests.storage.builders import PASSWORD, a_case, a_closed_store, a_draft, reopened, save_new

OPENINGS, KILLS = 50, 10
forking = pytest.mark.skipif(sys.platform == "win32", reason="the other program is a fork of this one")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "enplan.store")


def in_a_child(act: Callable[[Callable[[str], None]], None]) -> tuple[int, int]:
    """Run something in a fork of this program; return the child and what to read from it."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        os.close(reading)
        try:
            act(lambda line: (os.write(writing, f"{line}\n".encode()), None)[1])
        finally:
            os._exit(0)
    os.close(writing)
    return child, reading


def said_by(child: int, reading: int) -> list[str]:
    with os.fdopen(reading) as pipe:
        said = pipe.read().splitlines()
    os.waitpid(child, 0)
    return said


@forking
def test_of_two_programs_that_open_it_again_and_again_only_one_has_it(path: Path) -> None:
    marker = path.with_name("held")

    def open_often(name: str, say: Callable[[str], None]) -> None:
        saved = 0
        for number in range(OPENINGS):
            try:
                with reopened(path) as store:
                    descriptor = os.open(marker, os.O_CREAT | os.O_EXCL)  # fails where the other has it too
                    save_new(store, a_case(f"{name}-{number}"))
                    saved += 1
                    os.close(descriptor)
                    marker.unlink()
            except StoreRefused as refused:
                if refused.refusal is not StoreRefusal.IN_USE:
                    say(f"refused {refused.refusal}")
        say(f"saved {saved}")

    children = [in_a_child(lambda say, name=name: open_often(name, say)) for name in ("a", "b")]  # type: ignore[misc]
    said = [line for child in children for line in said_by(*child)]

    saved = [int(line.removeprefix("saved ")) for line in said if line.startswith("saved ")]
    assert len(saved) == len(said) == 2
    with reopened(path) as store:
        with store.work() as unit:
            assert len(unit.cases.numbers()) == sum(saved) > 0
        assert verify(store).is_sound
        assert store.warning is None


@forking
def test_a_holder_that_is_killed_keeps_nobody_out_and_loses_nothing(path: Path) -> None:
    for number in range(KILLS):

        def hold(say: Callable[[str], None], number: int = number) -> None:
            store = reopened(path)
            save_new(store, a_case(f"{number}"))
            say("saved")
            wait_for_ever()

        child, reading = in_a_child(hold)
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            assert pipe.readline() == b"saved\n"
        with pytest.raises(StoreRefused) as refused:
            reopened(path)
        kill(child)

        assert refused.value.refusal is StoreRefusal.IN_USE
        assert refused.value.details["user"] == "Mette Jensen"
        assert holder_path(path).exists()
        with reopened(path) as store, store.work() as unit:
            assert f"{number}" in unit.cases.numbers()


def jumping_clock() -> Iterator[datetime]:
    """Yield a day's moments from a clock that is put ten years forward, ten years back and an hour back."""
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    for jump in (timedelta(days=3653), timedelta(days=-7306), timedelta(days=3653), timedelta(hours=-1)) * 100:
        yield moment
        moment += jump + timedelta(seconds=1)


def test_a_clock_that_jumps_by_ten_years_loses_and_reorders_nothing(path: Path) -> None:
    moments = jumping_clock()
    numbers = [f"2026-{number:03}" for number in range(12)]
    for number in numbers:
        with open_store(path, password=PASSWORD, clock=lambda: next(moments)) as store:
            save_new(store, a_case(number))
            with store.work() as unit:
                unit.drafts.keep(a_draft(id="kladde", content={"note": number}))
                unit.commit()

    with reopened(path) as store:
        entries = store.connection.rows("SELECT seq, lamport, utc FROM log ORDER BY seq")
        changed = store.connection.rows("SELECT case_number FROM cases JOIN log ON record = cases.id ORDER BY seq")
        with store.work() as unit:
            [draft] = unit.drafts.all()

        assert verify(store).is_sound
        assert store.warning is None
        assert [number for (number,) in changed] == numbers
        assert draft.content["note"] == numbers[-1]
        assert [seq for seq, _, _ in entries] == list(range(1, len(entries) + 1))
        assert [lamport for _, lamport, _ in entries] == sorted(lamport for _, lamport, _ in entries)
        assert [utc for _, _, utc in entries] != sorted(utc for _, _, utc in entries)  # the clock did jump
