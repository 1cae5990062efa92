"""`python -m benchmarks.faults` runs the long fault runs and writes what came of them to docs/reliability.md."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
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
WINDOWS_A_TURN = 25
IMPORT_TESTS = "tests/storage/exchange/test_mutations.py"


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


def main() -> None:
    """Run what is asked for and put the figures in the paper."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults", description=__doc__)
    parser.add_argument("--trials", type=int, default=0, help="kills, and failures, of each act; 0 tries every call")
    parser.add_argument("--states", type=int, default=50_000, help="states after power cuts, over all acts")
    parser.add_argument("--windows", type=int, default=300, help="windows that are killed")
    parser.add_argument("--imports", type=int, default=30_000, help="damaged files that are imported")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began_at = time.monotonic()
    figures = list[Figure]()
    with tempfile.TemporaryDirectory(prefix="enplan-faults-") as folder:
        for figure in run_all(Path(folder), asked):
            print(figure.row(), flush=True)
            figures.append(figure)
    write_figures(figures, time.monotonic() - began_at)
    sys.exit(not all(figure.is_as_it_must_be for figure in figures))


def run_all(root: Path, asked: argparse.Namespace) -> Iterator[Figure]:
    """Yield the figures one after the other."""
    library = compiled(root)

    def folder() -> Path:
        return Path(tempfile.mkdtemp(dir=root))

    for act in ACTS:
        killed = run_act(library, folder(), act.name, "kill", asked.trials)
        remark = f"{killed.calls} calls, {killed.acknowledged:,} acknowledged"
        yield Figure(f"killed: {act.name}", killed.trials, len(killed.problems), remark)
        failed = run_act(library, folder(), act.name, "fail", asked.trials)
        remark = f"{failed.calls} calls; ENOSPC and EIO, once and for good"
        yield Figure(f"disk fails: {act.name}", failed.trials, len(failed.problems), remark)
    early = run_act(library, folder(), "save", "mutant", CONTROL_TRIALS)
    yield Figure("control: acknowledges before it commits", early.trials, len(early.problems), is_control=True)
    for act in ACTS:
        cut = cut_act(library, folder(), act.name, "own", asked.states // len(ACTS))
        yield Figure(f"power cut: {act.name}", cut.states, cut.lost + cut.broken, "different states")
    off = cut_act(library, folder(), "save", "off", CONTROL_STATES)
    yield Figure("control: synchronous=OFF", off.states, off.lost + off.broken, f"{off.broken} broken", is_control=True)
    wal = cut_act(library, folder(), "save", "wal", CONTROL_STATES)
    yield Figure(
        "control: WAL, synchronous=NORMAL", wal.states, wal.lost + wal.broken, f"{wal.lost} lost", is_control=True
    )
    if asked.windows:
        yield _windows(folder(), asked.windows)
    if asked.imports:
        settings = {**os.environ, "ENPLAN_FAULT_IMPORTS": str(asked.imports)}
        command = [sys.executable, "-m", "pytest", "-q", "-n0", "-o", "timeout=0", IMPORT_TESTS]
        quiet = subprocess.DEVNULL
        code = subprocess.run(command, cwd=CHECKOUT, env=settings, check=False, stdout=quiet).returncode  # noqa: S603
        yield Figure("damaged files imported", asked.imports, code, "half as bytes, half as values")


def _windows(root: Path, windows: int) -> Figure:
    store = a_closed_store(root / "store" / "enplan.store")
    kills = kept = saved = problems = 0
    while kills < windows:
        killed = kill_windows(store, root, min(WINDOWS_A_TURN, windows - kills), seed=1000 + kills)
        kills, kept, saved = kills + killed.kills, kept + killed.kept, saved + killed.saved
        problems += len(killed.problems)
    return Figure("window killed while somebody types", kills, problems, f"{kept} drafts kept, {saved} cases saved")


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
