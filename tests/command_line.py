"""The real program as a process of its own: `python -m desktop_app`, with a limit on the memory it may take."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
# The greatest amount of memory a process has held is told by Linux only, and in units that differ elsewhere.
CAN_MEASURE = sys.platform == "linux"

_WATCHER = Path(__file__).with_name("memory_watcher.py")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command returned and said; `peak_bytes` is the most memory it held at once, 0 where nobody measured."""

    code: int
    out: str
    err: str
    peak_bytes: int = 0


def run_program(
    *arguments: str | Path,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    stdin: bytes = b"",
    before: Sequence[str] = (),
) -> Outcome:
    """Run `python -m desktop_app` with these arguments, `before` it what starts it, and return what came out."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "desktop_app", *map(str, arguments)],
        check=False,
        capture_output=True,
        cwd=folder,
        env=surroundings(environment),
        input=stdin,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@cache
def cut_off() -> Sequence[str]:
    """Return what starts a program where there is no network, not even to itself; nothing where that cannot be had."""
    command = ("unshare", "--map-root-user", "--net")
    can_be_cut = sys.platform == "linux" and shutil.which(command[0]) is not None
    if not can_be_cut:
        return ()
    return command if subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0 else ()


def run_watched(command: Sequence[str | Path], report: Path, most_bytes: int) -> Outcome:
    """Run a command that is ended as soon as it holds more than `most_bytes` of memory."""
    done = subprocess.run(
        [sys.executable, "-S", "-E", _WATCHER, report, str(most_bytes), *command],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=surroundings(),
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode(), int(report.read_text()))


def surroundings(environment: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment a child gets: this one's, the checkout on its path, and what is asked for."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("COV_")}
    return inherited | {"PYTHONPATH": str(CHECKOUT), "PYTHONDONTWRITEBYTECODE": "1"} | dict(environment or {})
