"""From the password to the worklist, against the least it takes: the key, the rows and the dates."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.made_up_store import unlocked
from benchmarks.made_up_team import AS_OF, PASSWORD, USER
from benchmarks.plain_work import open_and_run, plain_dates, selects_of
from benchmarks.timing import Budget, Measured, compare
from desktop_app.composition import Office
from desktop_app.storage.keys import unlock


def measure_unlocking(path: Path, cases: int, *, runs: int) -> Iterator[Measured]:
    """Yield the time from the password to the worklist."""
    with unlocked(path) as store:
        selects = selects_of(store.connection, store.read.facts)
        starts = [facts.takeover_on for facts in store.read.facts()]

    def bare() -> None:
        open_and_run(path, unlock(path, user=USER, password=PASSWORD).key, selects)
        plain_dates(starts)

    yield compare(
        f"unlock to worklist, {cases:,} cases",
        lambda: _unlock_and_list(path),
        "Argon2id, open, SELECT the facts, plain dates",
        bare,
        runs=runs,
        budget=Budget(ratio=2),
    )


def _unlock_and_list(path: Path) -> None:
    """Do what happens between the password and the list."""
    with Office(unlocked(path)) as office:
        office.worklist_in_parts(AS_OF).whole()
