"""Stores of made-up people for measuring, with the real key derivation."""

from datetime import date
from pathlib import Path

from desktop_app.composition import DEMO_AS_OF, DEMO_CODE, DEMO_SEED, Office, fill_with_demo, new_store

PASSWORD = "fire tilfældige ord til måling"  # noqa: S105 - of stores that live for one measurement
USER = "Mette Jensen"
AS_OF: date = DEMO_AS_OF


def make_store(folder: Path, cases: int) -> Path:
    """Return the path of a new store with this many cases."""
    path = folder / "enplan.store"
    made = new_store(path, user=USER, initials="MJ", password=PASSWORD, code=DEMO_CODE, fictional=True)
    with Office(made.store) as office:
        fill_with_demo(office, cases=cases, seed=DEMO_SEED, as_of=AS_OF)
    return path
