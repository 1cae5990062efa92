"""The power is cut, and the disk keeps what it likes of what was not flushed: nothing acknowledged is lost.

Two thousand different states are opened here, 50,000 by `python -m benchmarks.faults`.
"""

import random
from pathlib import Path

import pytest

from tests.faults.cut_disk import Call, CutDisk
from tests.faults.power_cuts import cut_act

STATES = {
    "save": 450,
    "autosave": 400,
    "import": 400,
    "keys": 200,
    "rotation": 150,
    "migration": 200,
    "backup": 150,
    "founding": 100,
}


@pytest.mark.parametrize("act", STATES)
def test_whatever_a_power_cut_leaves_opens_with_all_that_was_acknowledged(
    act: str, faulty_disk: Path, tmp_path: Path
) -> None:
    cuts = cut_act(faulty_disk, tmp_path, act, "own", STATES[act])

    assert cuts.problems == []
    assert cuts.states == STATES[act]


def test_the_control_that_waits_for_no_disk_leaves_broken_stores(faulty_disk: Path, tmp_path: Path) -> None:
    cuts = cut_act(faulty_disk, tmp_path, "save", "off", 60)

    assert cuts.states == 60
    assert cuts.broken > 20


def test_the_control_that_waits_for_its_log_only_now_and_then_loses_what_it_acknowledged(
    faulty_disk: Path, tmp_path: Path
) -> None:
    cuts = cut_act(faulty_disk, tmp_path, "save", "wal", 60)

    assert cuts.states == 60
    assert cuts.lost > 20


def cut(folder: Path, *calls: Call) -> set[bytes | None]:
    """Return what the file may hold after these calls, None where it may be missing."""
    disk = CutDisk(folder)
    for call in calls:
        disk.take(call)
    return {state.get("file") for state in disk.states(random.Random(1), 200)}  # noqa: S311 - no secret


def write(folder: Path, content: bytes) -> Call:
    return Call("W", str(folder / "file"), "", 0, content)


def test_what_was_flushed_is_always_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    flush = Call("S", str(tmp_path / "file"), "", 0, b"")

    assert cut(tmp_path, write(tmp_path, b"new"), flush) == {b"new"}
    assert cut(tmp_path, write(tmp_path, b"new")) == {b"old", b"new"}


def test_a_long_write_may_be_there_by_sectors(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"-" * 1024)

    left = cut(tmp_path, write(tmp_path, b"+" * 1024))

    assert {b"-" * 1024, b"+" * 1024, b"-" * 512 + b"+" * 512, b"+" * 512 + b"-" * 512} == left


def test_a_name_is_sure_only_after_its_folder_was_flushed(tmp_path: Path) -> None:
    made = Call("C", str(tmp_path / "file"), "", 0, b"")

    assert None in cut(tmp_path, made)
    assert cut(tmp_path, made, Call("S", str(tmp_path), "", 0, b"")) == {b""}
