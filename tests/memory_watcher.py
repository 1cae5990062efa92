"""Runs a command, ends it when it holds too much memory, and writes down the most it held.

A small program of its own: the greatest amount a child ever held counts from before it became another program, and so
the child of a large process would look large. Run it as `memory_watcher.py REPORT MOST_BYTES COMMAND...` on Linux.
"""

import subprocess
import sys
import time
from pathlib import Path

KIB = 1024
PAUSE_SECONDS = 0.01


def main(report: str, most_bytes: str, *command: str) -> int:
    """Return what the command returned; -9 when it was ended."""
    with subprocess.Popen(command) as child:
        while child.poll() is None:
            if held_at_most(child.pid) > int(most_bytes):
                child.kill()
            time.sleep(PAUSE_SECONDS)
    Path(report).write_text(str(held_by_children()), encoding="ascii")
    return child.returncode


def held_at_most(process: int) -> int:
    """Return the most bytes a running process has held so far, 0 when it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * KIB for line in lines if line.startswith("VmHWM:")), 0)


def held_by_children() -> int:
    """Return the most bytes any ended child held."""
    if sys.platform == "win32":
        most_kib = 0
    else:
        import resource  # noqa: PLC0415 - Windows has no such module

        most_kib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return most_kib * KIB


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
