"""The memory of the window with every case in it, against an empty one, and what opening cases adds to it.

Each is measured in a process of its own, as Linux counts it; `python -m benchmarks.memory STORE OPENINGS` is one.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from benchmarks.start_up import EMPTY
from benchmarks.the_window import new_application, unlocked_desk
from benchmarks.timing import Budget, Measured
from desktop_app.ui.desk import Desk

OPENINGS = 2000

_FIRST = 20
"""So many cases are opened first: the pages of a case are made when they are first shown."""
STATUS = Path("/proc/self/status")
"""Where Linux says what a process holds; elsewhere nobody does."""
_MIB_IN_KIB = 1024
_SAYS_WHAT_IT_HOLDS = """
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS:")))
"""


def measure_memory(path: Path, cases: int, *, openings: int) -> Iterator[Measured]:
    """Yield what the processes hold; nothing where nobody can say."""
    if not STATUS.exists():
        return
    empty = float(_said([sys.executable, "-c", EMPTY + _SAYS_WHAT_IT_HOLDS])) / _MIB_IN_KIB
    held = json.loads(_said([sys.executable, "-m", "benchmarks.memory", str(path), str(openings)]))
    yield Measured(
        name=f"memory, window over {cases:,} cases",
        value=held["read"],
        unit="MiB",
        reference="empty PySide6 window",
        reference_value=empty,
        ratio=held["read"] / empty,
        budget=Budget(ratio=3.5),
    )
    yield Measured(
        name=f"memory added by opening {openings:,} cases",
        value=100 * (held["after"] - held["before"]) / held["before"],
        unit="%",
        budget=Budget(value=5),
        remark=f"from {held['before']:.0f} to {held['after']:.0f} MiB",
    )


def main(store: str, openings: str) -> None:
    """Open the window over a store, and cases in it; print what it holds when it has read and before and after."""
    _application = new_application()
    with unlocked_desk(Path(store)) as desk:
        read = held_mib()
        lines = list(desk.worklist().lines.values())
        before, after = (
            _held_after(desk, [lines[place * len(lines) // count].case_number for place in range(count)])
            for count in (min(_FIRST, int(openings)), int(openings))
        )
    print(json.dumps({"read": read, "before": before, "after": after}))


class Openings(QObject):
    """Opens one case after the other between the events of the window; `done` tells that all are."""

    done = Signal()

    def __init__(self, desk: Desk, numbers: Sequence[str]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._left = list(numbers)
        self._next = QTimer(self)
        self._next.timeout.connect(self._open)
        self._next.start()

    def _open(self) -> None:
        if self._left:
            self._desk.open_case(self._left.pop())
        else:
            self._next.stop()
            self.done.emit()


def _held_after(desk: Desk, numbers: Sequence[str]) -> float:
    loop = QEventLoop()  # what is to be deleted later goes in a loop only
    openings = Openings(desk, numbers)
    openings.done.connect(loop.quit)
    loop.exec()
    openings.deleteLater()
    return held_mib()


def held_mib() -> float:
    """Return what this process holds in memory, garbage left out."""
    gc.collect()
    lines = STATUS.read_text(encoding="ascii").splitlines()
    return float(next(line.split()[1] for line in lines if line.startswith("VmRSS:"))) / _MIB_IN_KIB


def _said(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - ours


if __name__ == "__main__":
    main(*sys.argv[1:])
