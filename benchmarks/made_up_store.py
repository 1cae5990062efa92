"""Stores of made-up people for measuring, with the real key derivation; a big one is made once and kept."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.made_up_team import AS_OF, PASSWORD, USER
from desktop_app.application.demo.families import demo_content
from desktop_app.composition import DEMO_CODE, DEMO_SEED, Office, new_store
from desktop_app.resource_files import resource
from desktop_app.storage.demo_words_file import read_demo_words
from desktop_app.storage.schema import NEWEST
from desktop_app.storage.store import Store, open_store

KEPT = Path(__file__).parents[1] / "build" / "benchmarks"

_AT_ONCE = 2500
_NAME = "enplan.store"
_MUCH_TO_SEE = """
    SELECT case_number FROM cases WHERE household_id IS NOT NULL AND EXISTS (
        SELECT 1 FROM plans WHERE case_id = cases.id AND annulled_on IS NULL
        AND signed_by_citizen_on IS NOT NULL AND signed_by_municipality_on IS NOT NULL
    ) ORDER BY (SELECT count(*) FROM follow_ups WHERE case_id = cases.id) DESC, case_number LIMIT ?
    """


@contextmanager
def made_up_store(cases: int, kept_in: Path = KEPT) -> Iterator[Path]:
    """Lend a store with this many cases: a copy of the kept one, which is made the first time."""
    kept = kept_in / f"{NEWEST}-{cases}"
    if not kept.exists():
        _make(kept, cases)
    with TemporaryDirectory(prefix="at-work-", dir=kept_in) as folder:
        for file in kept.iterdir():
            shutil.copy2(file, folder)
        yield Path(folder, _NAME)


def unlocked(path: Path) -> Store:
    """Open a made-up store with its password."""
    return open_store(path, user=USER, password=PASSWORD)


def cases_with_much_to_see(store: Store, count: int) -> list[str]:
    """Return the numbers of cases with a family, a signed plan and more follow-ups than others, as far as there are."""
    return [str(number) for (number,) in store.connection.rows(_MUCH_TO_SEE, (count,))]


def _make(kept: Path, cases: int) -> None:
    """Make a store; it gets its place when it is whole."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    print(f"Making a store of {cases} made-up cases, once; at 50,000 it takes five minutes and 1.3 GB.", flush=True)
    with TemporaryDirectory(prefix="making-", dir=kept.parent) as folder:
        half_made = Path(folder, "store")
        made = new_store(half_made / _NAME, user=USER, initials="MJ", password=PASSWORD, code=DEMO_CODE, fictional=True)
        with Office(made.store) as office:
            words = read_demo_words(resource("demo"))
            for batch, first in enumerate(range(0, cases, _AT_ONCE)):
                count = min(_AT_ONCE, cases - first)
                content = demo_content(words, office.rulebook, cases=count, seed=DEMO_SEED + batch, as_of=AS_OF)
                content["cases"] = [_numbered(case, batch) for case in content["cases"]]
                office.import_content(content, AS_OF)
        half_made.rename(kept)


def _numbered(case: dict[str, Any], batch: int) -> dict[str, Any]:
    """Return a case with a number no other batch has."""
    year, number = case["case_number"].split("-")
    return case | {"case_number": f"{year}-{batch:02d}{number}"}
