"""`python -m benchmarks.faults` runs the long fault runs and writes what came of them to docs/reliability.md."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlcipher3 import dbapi2

from tests.command_line import CHECKOUT
from tests.faults.acts import ACTS
from tests.faults.faulty_disk import compiled
from tests.faults.killed_windows import kill_windows
from tests.faults.power_cuts import cut_act
from tests.faults.stopped_acts import run_act
from tests.storage.builders import a_closed_store

PAPER = CHECKOUT / "docs" / "reliability.md"
BEGIN, END = "<!-- figures: python -m benchmarks.faults -->", "<!-- end of figures -->"
CONTROL_TRIALS, CONTROL_STATES = 100, 200
WINDOWS_A_TURN, WINDOWS_A_PART = 25, 150
IMPORT_TESTS = "tests/storage/exchange/test_mutations.py"
TAMPERING_TESTS, ROLLBACK_TESTS = "tests/faults/test_tampering.py", "tests/faults/test_rollbacks.py"


class Figure(NamedTuple):
    """One row: what was done, how often, and what came of it."""

    what: str
    times: int
    problems: int
    remark: str = ""
    is_control: bool = False

    @property
    def is_as_it_must_be(self) -> bool:
        """Whether a control was found out, or everything else went well."""
        return bool(self.problems) is self.is_control

    def row(self) -> str:
        """Return it as a row of the table."""
        verdict = "as it must be" if self.is_as_it_must_be else "**not as it must be**"
        return f"| {self.what} | {self.times:,} | {self.problems:,} | {verdict} | {self.remark} |"


Part = tuple[Callable[..., Figure], tuple[object, ...]]
"""Something that is tried in a process of its own: how, and with what."""


def main() -> None:
    """Run what is asked for, as much at once as there are processors, and put the figures in the paper."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--trials", type=int, default=200, help="kills, and failures, of each act; 0 tries every call")
    parser.add_argument("--states", type=int, default=50_000, help="states after power cuts, over all acts")
    parser.add_argument("--windows", type=int, default=300, help="windows that are killed")
    parser.add_argument("--imports", type=int, default=30_000, help="damaged files that are imported")
    parser.add_argument("--tamperings", type=int, default=1_000, help="changes made to the log with its key in hand")
    parser.add_argument("--rollbacks", type=int, default=500, help="old or cut files put under a newer mark")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began_at = time.monotonic()
    figures = list[Figure]()
    with tempfile.TemporaryDirectory(prefix="enplan-faults-") as folder, ProcessPoolExecutor() as processors:
        library = compiled(Path(folder))
        running = [processors.submit(tried, Path(folder), *with_) for tried, with_ in parts(library, asked)]
        for part in running:
            print(part.result().row(), flush=True)
            figures.append(part.result())
    write_figures(figures, time.monotonic() - began_at)
    sys.exit(not all(figure.is_as_it_must_be for figure in figures))


def parts(library: Path, asked: argparse.Namespace) -> Iterator[Part]:
    """Yield everything that is to be tried, in the order of the table."""
    for act in ACTS:
        yield stopped, (library, act.name, "kill", asked.trials)
        yield stopped, (library, act.name, "fail", asked.trials)
    yield stopped, (library, "save", "mutant", CONTROL_TRIALS)
    for act in ACTS:
        yield cut, (library, act.name, "own", asked.states // len(ACTS))
    yield cut, (library, "save", "off", CONTROL_STATES)
    yield cut, (library, "save", "wal", CONTROL_STATES)
    for number, first in enumerate(range(0, asked.windows, WINDOWS_A_PART)):
        yield windows, (number + 1, first, min(WINDOWS_A_PART, asked.windows - first))
    yield tests_repeated, ("damaged files imported", IMPORT_TESTS, "ENPLAN_FAULT_IMPORTS", asked.imports)
    yield tests_repeated, ("log tampered with", TAMPERING_TESTS, "ENPLAN_FAULT_TAMPERINGS", asked.tamperings)
    yield tests_repeated, ("old or cut file", ROLLBACK_TESTS, "ENPLAN_FAULT_ROLLBACKS", asked.rollbacks)


def stopped(root: Path, library: Path, act: str, kind: str, trials: int) -> Figure:
    """Stop an act, or let its disk fail, at one call after the other."""
    report = run_act(library, _folder(root), act, kind, trials)
    what = {
        "kill": f"killed: {act}",
        "fail": f"disk fails: {act}",
        "mutant": "control: acknowledges before it commits",
    }[kind]
    remark = {
        "kill": f"{report.calls} calls, {report.acknowledged:,} acknowledged",
        "fail": f"{report.calls} calls; ENOSPC and EIO, once and for good",
        "mutant": "",
    }[kind]
    return Figure(what, report.trials, len(report.problems), remark, is_control=kind == "mutant")


def cut(root: Path, library: Path, act: str, journal: str, states: int) -> Figure:
    """Cut the power while an act is done."""
    report = cut_act(library, _folder(root), act, journal, states)
    what, remark = {
        "own": (f"power cut: {act}", "different states"),
        "off": ("control: synchronous=OFF", f"{report.broken} broken"),
        "wal": ("control: WAL, synchronous=NORMAL", f"{report.lost} lost"),
    }[journal]
    return Figure(what, report.states, report.lost + report.broken, remark, is_control=journal != "own")


def windows(root: Path, number: int, first: int, kills: int) -> Figure:
    """Kill windows in which somebody types; the `first` one draws what no other part draws."""
    folder = _folder(root)
    store = a_closed_store(folder / "store" / "enplan.store")
    done = kept = saved = problems = 0
    while done < kills:
        killed = kill_windows(store, folder, min(WINDOWS_A_TURN, kills - done), seed=1000 + first + done)
        done, kept, saved = done + killed.kills, kept + killed.kept, saved + killed.saved
        problems += len(killed.problems)
    what = f"window killed while somebody types, part {number}"
    return Figure(what, done, problems, f"{kept} drafts kept, {saved} cases saved")


def tests_repeated(_root: Path, what: str, module: str, variable: str, times: int) -> Figure:
    """Run tests that are told by a variable how often to try."""
    settings = {**os.environ, variable: str(times)}
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-o", "timeout=0", module]
    done = subprocess.run(command, cwd=CHECKOUT, env=settings, check=False, stdout=subprocess.DEVNULL)  # noqa: S603
    return Figure(what, times, done.returncode)


def _folder(root: Path) -> Path:
    return Path(tempfile.mkdtemp(dir=root))


def write_figures(figures: list[Figure], seconds: float) -> None:
    """Put the figures in the paper in place of the last ones."""
    machine = (
        f"{datetime.now(UTC):%d.%m.%Y}, {platform.platform()}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}; it took {seconds / 60:.0f} minutes."
    )
    head = ["| What | Times | Problems | | |", "|---|---:|---:|---|---|"]
    table = "\n".join([machine, "", *head, *(figure.row() for figure in figures)])
    paper = PAPER.read_text(encoding="utf-8")
    before, _, rest = paper.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAPER.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
