"""The real window is killed at a random moment, fifty times: what it said was kept or saved is there."""

import os
from pathlib import Path

import pytest

from tests.faults.killed_windows import kill_windows
from tests.storage.builders import a_closed_store

KILLS = int(os.environ.get("ENPLAN_FAULT_WINDOWS", "50"))
PARTS = 2


@pytest.mark.skipif(os.name != "posix", reason="one process that has imported Qt is forked for each window")
@pytest.mark.parametrize("part", range(PARTS))
def test_what_a_killed_window_had_said_was_kept_is_there(part: int, tmp_path: Path) -> None:
    store = a_closed_store(tmp_path / "store" / "enplan.store")

    killed = kill_windows(store, tmp_path, KILLS // PARTS, seed=part)

    assert killed.problems == []
    assert killed.kills == KILLS // PARTS
    # A harness that only kills windows in which nothing was done yet would prove nothing.
    assert killed.kept > 0
    assert killed.saved > 0
