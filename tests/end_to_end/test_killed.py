"""The window is killed while somebody types: what was kept is there afterwards, and nothing else is harmed."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from desktop_app.application.ports import Draft
from desktop_app.composition import Office
from desktop_app.storage.store import open_store
from tests.command_line import CHECKOUT, surroundings
from tests.end_to_end import typing_window
from tests.storage.builders import PASSWORD, a_new_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    a_new_store(tmp_path / "sager.store").store.close()
    return tmp_path / "sager.store"


@contextmanager
def somebody_types(store: Path) -> Iterator[IO[str]]:
    """Lend what the window says; it is killed with no chance to put anything in order."""
    with subprocess.Popen(
        [sys.executable, "-m", typing_window.__name__, str(store), PASSWORD],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=surroundings({"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(store.parent / "config")}),
        text=True,
    ) as window:
        assert window.stdout
        try:
            yield window.stdout
        finally:
            window.kill()


def drafts_in(store: Path) -> list[Draft]:
    with Office(open_store(store, user=None, password=PASSWORD)) as office:
        return list(office.drafts.mine())


def test_a_draft_that_was_kept_outlives_the_window(store: Path) -> None:
    with somebody_types(store) as says:
        assert says.readline() == "typed\n"
        assert says.readline() == "kept\n"

    [draft] = drafts_in(store)
    assert draft.screen == "arrival"
    typed = str(draft.content)
    assert typing_window.GIVEN_NAMES in typed
    assert typing_window.FAMILY_NAME in typed


def test_a_window_killed_right_after_the_last_key_has_kept_nothing_yet(store: Path) -> None:
    """The control: were drafts found however early the kill came, the test above would prove nothing."""
    with somebody_types(store) as says:
        assert says.readline() == "typed\n"

    assert drafts_in(store) == []
