"""`python -m benchmarks [CASES]` prints every measure beside its reference, its ratio and its budget."""

import argparse
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from benchmarks.due_dates import measure_due_dates
from benchmarks.made_up_store import KEPT, cases_with_much_to_see, made_up_store, unlocked
from benchmarks.memory import OPENINGS, measure_memory
from benchmarks.opening_a_case import measure_opening
from benchmarks.printing import measure_printing
from benchmarks.printing_many import PLANS, measure_blocking_by_printing, measure_printing_many
from benchmarks.saving import measure_blocking, measure_saving
from benchmarks.searching import measure_searching
from benchmarks.shown_again import measure_shown_again
from benchmarks.start_up import measure_start
from benchmarks.the_window import new_application, unlocked_desk
from benchmarks.timing import Measured
from benchmarks.unlocking import measure_unlocking
from desktop_app.composition import Office

MANY, FEW = 50_000, 5_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=MANY, help="how many cases the big store has")
    parser.add_argument("--most-runs", type=int, default=OPENINGS, help="nothing is done more often than this")
    parser.add_argument("--kept", type=Path, default=KEPT, help="the folder stores are kept in")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}", flush=True)
    missed = 0
    for measured in measures(asked.cases, asked.most_runs, asked.kept):
        print(measured.line(), flush=True)
        missed += measured.is_missed
    print(f"{missed} budgets missed.")


def measures(cases: int, most_runs: int, kept: Path) -> Iterator[Measured]:
    """Yield every measure, over a big store and over one of at most 5,000 cases."""

    def runs(wanted: int) -> int:
        return min(wanted, most_runs)

    few = min(cases, FEW)
    with made_up_store(few, kept) as path:
        yield from measure_start(path, runs=runs(15))
        yield from measure_unlocking(path, few, runs=runs(9))
        with Office(unlocked(path)) as office:
            yield from measure_due_dates(office, few, runs=runs(9))
    with made_up_store(cases, kept) as path:
        yield from measure_memory(path, cases, openings=runs(OPENINGS))
        with Office(unlocked(path)) as office:
            number, *others = cases_with_much_to_see(office.store, 1 + runs(15))
            yield from measure_opening(office, number, path.parent, runs=runs(101))
            yield from measure_saving(office, others, path.parent, runs=runs(51))
            yield from measure_printing(office, number, runs=runs(15))
            yield from measure_printing_many(office, path.parent / "plans", plans=runs(PLANS))
            if cases != few:
                yield from measure_due_dates(office, cases, runs=runs(3))
        _application = new_application()
        with unlocked_desk(path) as desk:
            yield from measure_shown_again(desk, runs=runs(25))
            yield from measure_searching(desk, people=runs(12))
            yield from measure_blocking(desk, others)
            yield from measure_blocking_by_printing(desk, path.parent / "plans", plans=runs(PLANS))


if __name__ == "__main__":
    main()
