"""The worklist after a save: what was saved is computed anew, and the list is shown again."""

import statistics
from collections.abc import Iterator

from benchmarks.the_window import PaintWatch, settle
from benchmarks.timing import Budget, Measured, ms_among_others
from desktop_app.application.changes import Changes
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import TODAY

_BUDGET = Budget(value=50)


def measure_shown_again(desk: Desk, *, runs: int) -> Iterator[Measured]:
    """Yield how long it takes after one case was saved, computed and then on the screen."""
    worklist = desk.worklist()
    ids = list(worklist.lines)
    cases = [frozenset({ids[place * len(ids) // runs]}) for place in range(runs)]
    computed = [ms_among_others(lambda: desk.office.worklist_after(worklist, changed)) for changed in cases]  # noqa: B023 - called at once
    yield _measured(f"worklist computed after a save, {len(ids):,} cases", computed)
    desk.go_to(TODAY)
    desk.worklist_wing.presenter.reset_filters()
    settle()
    watch = PaintWatch(desk.window(), lambda: True)
    shown = list[float]()
    for changed in cases:
        shown.append(watch.ms_to_paint(lambda: desk.show_changes(Changes(changed))))  # noqa: B023 - called at once
        settle()
    rows = len(worklist.urgent)
    yield _measured(f"worklist shown again after a save, {rows:,} rows", shown)


def _measured(name: str, took: list[float]) -> Measured:
    return Measured(
        name=name, value=statistics.median(took), budget=_BUDGET, remark=f"median; the longest {max(took):.0f} ms"
    )
