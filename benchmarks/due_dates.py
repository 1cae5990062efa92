"""All due dates and statuses at once, against plain date arithmetic; the facts they come from, against their rows."""

from collections.abc import Iterator

from benchmarks.made_up_team import AS_OF
from benchmarks.plain_work import plain_dates, run, selects_of
from benchmarks.timing import REPORTED, Budget, Measured, compare
from desktop_app.composition import Office
from desktop_app.domain.deadlines import deadlines_for

_IN_HALF_A_SECOND = 5000


def measure_due_dates(office: Office, cases: int, *, runs: int) -> Iterator[Measured]:
    """Yield the measures of every case at once, as the worklist has them: without explanations, and then forgotten."""
    connection, rulebook = office.store.connection, office.law.rulebook
    facts = office.store.read.facts()
    starts = [one.takeover_on for one in facts]

    def all_due_dates() -> None:
        for one in facts:
            deadlines_for(one, rulebook, AS_OF, with_steps=False)

    yield compare(
        f"due dates and statuses of all duties, {cases:,} cases",
        all_due_dates,
        "plain date arithmetic of the same duties",
        lambda: plain_dates(starts),
        runs=runs,
        budget=Budget(ratio=5, value=500 if cases <= _IN_HALF_A_SECOND else None),
    )
    selects = selects_of(connection, office.store.read.facts)
    yield compare(
        f"facts of {cases:,} cases",
        office.store.read.facts,
        "the same SELECTs, rows only",
        lambda: run(connection, selects),
        runs=runs,
        budget=REPORTED,
    )
