"""`python -m benchmarks [CASES]` prints every measure beside its reference, its ratio and its budget."""

import argparse
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from benchmarks.due_dates import measure_due_dates
from benchmarks.made_up_store import KEPT, case_with_much_to_see, made_up_store, unlocked
from benchmarks.opening_a_case import measure_opening
from benchmarks.printing import measure_printing
from benchmarks.start_up import measure_start
from benchmarks.timing import Measured
from benchmarks.unlocking import measure_unlocking
from desktop_app.composition import Office

MANY, FEW = 50_000, 5_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=MANY, help="how many cases the big store has")
    parser.add_argument("--most-runs", type=int, default=1000, help="no measure is taken more often than this")
    parser.add_argument("--kept", type=Path, default=KEPT, help="the folder stores are kept in")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}", flush=True)
    for measured in measures(asked.cases, asked.most_runs, asked.kept):
        print(measured.line(), flush=True)


def measures(cases: int, most_runs: int, kept: Path) -> Iterator[Measured]:
    """Yield every measure, over a big store and over one of at most 5,000 cases."""
    few = min(cases, FEW)
    with made_up_store(few, kept) as path:
        yield from measure_start(path, runs=min(15, most_runs))
        yield from measure_unlocking(path, few, runs=min(7, most_runs))
        with Office(unlocked(path)) as office:
            yield from measure_due_dates(office, few, runs=min(7, most_runs))
    with made_up_store(cases, kept) as path, Office(unlocked(path)) as office:
        if cases != few:
            yield from measure_due_dates(office, cases, runs=min(3, most_runs))
        number = case_with_much_to_see(office.store)
        yield from measure_opening(office, number, path.parent, runs=min(101, most_runs))
        yield from measure_printing(office, number, runs=min(15, most_runs))


if __name__ == "__main__":
    main()
