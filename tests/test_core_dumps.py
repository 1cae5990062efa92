"""Where the program crashes no copy of its memory is left behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.command_line import surroundings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows writes none unless an administrator asks")

CANARY = " ".join(f"{number} Kanariefuglenavn" for number in range(200))
"""Longer than what the registers of a processor hold, which are in a dump whatever it is told."""
CRASH = "held = ' '.join(f'{number} Kanariefuglenavn' for number in range(200)).encode(); import os; os.abort()"
DUMPING = (
    "import resource; resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2);"
)
STARTED = """
import sys, resource
from desktop_app.__main__ import main
sys.argv[1:] = ["--version"]
try:
    main()
except SystemExit:
    print(resource.getrlimit(resource.RLIMIT_CORE), open("/proc/self/coredump_filter").read())
"""


def dumps_after(script: str, folder: Path) -> list[bytes]:
    """Return what a process left in its folder that crashed, having been allowed to leave it."""
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, cwd=folder, env=surroundings(), stderr=subprocess.DEVNULL
    )
    assert done.returncode < 0
    return [path.read_bytes() for path in folder.iterdir()]


@pytest.fixture
def dumped(tmp_path: Path) -> list[bytes]:
    """The control: what a process leaves that does nothing against it."""
    (tmp_path / "control").mkdir()
    if found := dumps_after(DUMPING + CRASH, tmp_path / "control"):
        return found
    pytest.skip("this machine lets nobody leave a dump beside itself")


def test_a_crash_leaves_no_memory(dumped: list[bytes], tmp_path: Path) -> None:
    assert any(CANARY.encode() in dump for dump in dumped)
    (tmp_path / "crashed").mkdir()

    left = dumps_after(
        f"{DUMPING}from desktop_app import core_dumps; core_dumps.switch_off();{CRASH}", tmp_path / "crashed"
    )

    assert left == []


def test_what_a_service_is_given_holds_no_memory_either(dumped: list[bytes], tmp_path: Path) -> None:
    """A service is given a dump whatever the limit says: here no limit is set, and the filter is left."""
    assert dumped
    (tmp_path / "crashed").mkdir()
    unlimited = "import resource; resource.setrlimit = lambda *_: None; from desktop_app import core_dumps;"

    left = dumps_after(f"{DUMPING}{unlimited}core_dumps.switch_off();{CRASH}", tmp_path / "crashed")

    assert not any(CANARY.encode() in dump for dump in left)


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of a process are read where Linux tells them")
def test_the_program_switches_dumps_off_as_it_starts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTED], check=True, capture_output=True, text=True, env=surroundings()
    )

    assert done.stdout.splitlines()[-2:] == ["(0, 0) 00000000", ""]
