"""One program has a store at a time; the others are told who, and a crash keeps nobody out."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.application.errors import StoreRefusal
from desktop_app.storage.engine import connect
from desktop_app.storage.holder import Holder, holder_path, read_holder, write_holder
from desktop_app.storage.keys import unlock
from desktop_app.storage.store import check_store, open_unlocked
from desktop_app.storage.verify import verify
from tests.storage import other_program
from tests.storage.builders import (
    PASSWORD,
    a_closed_store,
    a_full_case,
    reopened,
)
from tests.storage.store_files import CHECKOUT, contents, flip, refusal_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "enplan.store", *(a_full_case(f"{number}") for number in range(20)))


def test_a_store_is_opened_through_a_link_as_itself(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "genvej.store"
    link.symlink_to(path)

    with reopened(link) as store:
        assert store.path == path
        assert refusal_of(lambda: reopened(path)).refusal is StoreRefusal.IN_USE


def test_a_store_that_is_open_here_is_in_use(path: Path) -> None:
    with reopened(path):
        refused = refusal_of(lambda: reopened(path))

        assert refused.refusal is StoreRefusal.IN_USE
        assert refused.details["user"] == "Mette Jensen"
        assert refused.details["since"] == "2026-03-03T09:12:00+00:00"
        assert refused.details["computer"]


def test_a_store_that_is_open_here_is_not_opened_past_the_check_either(path: Path) -> None:
    unlocked = unlock(path, user=None, password=PASSWORD)
    with reopened(path):
        assert refusal_of(lambda: open_unlocked(unlocked)).refusal is StoreRefusal.IN_USE


@contextmanager
def held_by_another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", other_program.__name__, str(path), PASSWORD],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        yield other
        other.kill()


def ask_another_program(path: Path) -> str:
    return subprocess.run(
        [sys.executable, "-m", other_program.__name__, str(path), PASSWORD],
        cwd=CHECKOUT,
        input="",
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_second_program_is_refused_and_told_who_has_the_store(path: Path) -> None:
    with held_by_another_program(path):
        before = contents(path.parent)

        refused = refusal_of(lambda: reopened(path))

        assert refused.refusal is StoreRefusal.IN_USE
        assert refused.details["user"] == "Mette Jensen"
        assert contents(path.parent) == before


def test_a_store_is_held_from_the_moment_it_is_opened_before_anything_is_written(path: Path) -> None:
    connection = connect(path, unlock(path, user=None, password=PASSWORD).key)

    assert ask_another_program(path) == "in_use \n"

    connection.close()


def test_this_program_keeps_others_out_even_after_a_refused_second_opening(path: Path) -> None:
    with reopened(path):
        assert refusal_of(lambda: reopened(path)).refusal is StoreRefusal.IN_USE
        assert refusal_of(lambda: check_store(path)).refusal is StoreRefusal.IN_USE

        assert ask_another_program(path) == "in_use Mette Jensen\n"

    assert ask_another_program(path) == "open\n"


def test_who_holds_a_store_may_be_unknown(path: Path) -> None:
    with reopened(path):
        holder_path(path).unlink()

        details = refusal_of(lambda: reopened(path)).details

        assert (details["user"], details["computer"], details["since"]) == ("", "", "")


def test_what_a_killed_program_left_behind_blocks_nobody(path: Path) -> None:
    with held_by_another_program(path) as other:
        other.kill()
        other.wait()
    assert holder_path(path).exists()

    with reopened(path) as store:
        assert verify(store).is_sound

    assert not holder_path(path).exists()


def test_after_a_crash_every_page_is_checked_at_opening(path: Path) -> None:
    whole = path.read_bytes()
    last_page = len(whole) - 1000
    flip(path, last_page)
    write_holder(path, Holder("Lars Østergaard", "PC-7", "2026-03-03T07:00:00+00:00"))
    before = contents(path.parent)

    assert refusal_of(lambda: reopened(path)).refusal is StoreRefusal.DAMAGED

    assert contents(path.parent) == before
    path.write_bytes(whole)
    reopened(path).close()


def test_closing_twice_does_nothing_and_says_the_store_is_free(path: Path) -> None:
    store = reopened(path)
    assert read_holder(path).user == "Mette Jensen"

    store.close()
    store.close()

    assert not holder_path(path).exists()
    reopened(path).close()
