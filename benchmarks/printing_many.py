"""A hundred plans into a folder, against each printed alone; and how long the window answers nobody meanwhile."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.made_up_team import AS_OF
from benchmarks.memory import STATUS, held_mib
from benchmarks.the_window import settle, until
from benchmarks.timing import Budget, Measured, ms_of
from desktop_app.application.print_plans import PlansInParts, WantedPlan
from desktop_app.composition import Office
from desktop_app.presenters.print_plans_presenter import PlanScope
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import CASES
from desktop_app.ui.print_plans_dialog import PlansProgressDialog

PLANS = 100

_DRAFTS = """
    SELECT case_number FROM cases WHERE EXISTS (SELECT 1 FROM plans WHERE case_id = cases.id) AND NOT EXISTS (
        SELECT 1 FROM plans WHERE case_id = cases.id
        AND signed_by_municipality_on IS NOT NULL AND signed_by_citizen_on IS NOT NULL
    ) ORDER BY case_number LIMIT ?
    """
"""Drafts, because they are drawn each time: of a signed plan the second print is only read."""


def measure_printing_many(office: Office, folder: Path, *, plans: int) -> Iterator[Measured]:
    """Yield the time of many plans in one go, and the memory it takes; files are made and removed in `folder`."""
    numbers = [str(number) for (number,) in office.store.connection.rows(_DRAFTS, (plans,))]
    folder.mkdir()
    yield from _memory(office, numbers, folder)

    def together() -> None:
        _to_the_end(_parts(office, numbers, _emptied(folder)))

    took = ms_of(together)
    each = sum(ms_of(partial(_print_alone, office, number, folder)) for number in numbers)
    yield Measured(
        name=f"{len(numbers)} plans into a folder",
        value=took,
        reference="the same plans, each printed alone",
        reference_value=each,
        ratio=took / each,
        budget=Budget(ratio=1.1),
        remark=f"{took / len(numbers):.0f} ms each",
    )
    shutil.rmtree(folder)


def measure_blocking_by_printing(desk: Desk, folder: Path, *, plans: int) -> Iterator[Measured]:
    """Yield the longest the window answered nobody while it printed many plans, and how long they took there."""
    assert isinstance(desk.office, Office)  # noqa: S101 - as `main.Door` makes them
    numbers = [str(number) for (number,) in desk.office.store.connection.rows(_DRAFTS, (plans,))]
    wing = desk.case_list_wing.print_plans_wing
    desk.go_to(CASES)
    wing.presenter.ask(numbers)
    wing.presenter.choose_scope(PlanScope.CHOSEN)
    settle()
    blocked = list[float]()

    def is_done() -> bool:
        blocked.append(settle(0.1))
        return not wing.presenter.is_printing

    took = ms_of(lambda: _print_in_window(desk, _emptied(folder), is_done))
    yield Measured(
        name=f"window blocked by printing {len(numbers)} plans",
        value=max(blocked),
        budget=Budget(value=100),
        remark=f"{took:,.0f} ms for all",
    )
    shutil.rmtree(folder)


def _print_in_window(desk: Desk, folder: Path, is_done: Callable[[], bool]) -> None:
    desk.case_list_wing.print_plans_wing.presenter.save_in(folder)
    assert desk.window().findChild(PlansProgressDialog)  # noqa: S101 - what is not shown cannot be stopped
    until(is_done)


def _memory(office: Office, numbers: Sequence[str], folder: Path) -> Iterator[Measured]:
    """Yield the memory many plans take beyond what the first one did; nothing where nobody can say."""
    if not STATUS.exists():
        return
    _print_alone(office, numbers[0], folder)
    before = most = held_mib()
    parts = _parts(office, numbers, _emptied(folder))
    while parts.go_on():
        most = max(most, held_mib())
    yield Measured(
        name=f"memory added by printing {len(numbers)} plans",
        value=max(most, held_mib()) - before,
        unit="MiB",
        budget=Budget(value=50),
        remark=f"from {before:.0f} MiB after the first",
    )


def _print_alone(office: Office, number: str, folder: Path) -> None:
    printed = office.print_plan(number, AS_OF)
    office.save_document(folder / printed.file_name, printed.content)


def _to_the_end(parts: PlansInParts) -> None:
    while parts.go_on():
        pass


def _parts(office: Office, numbers: Sequence[str], folder: Path) -> PlansInParts:
    return office.plan_prints.print_plans(map(WantedPlan, numbers), AS_OF, office.plan_prints.into(folder))


def _emptied(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()
    return folder
