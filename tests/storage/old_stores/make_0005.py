"""How `old_stores/0005` was made, from the root of the checkout: `python -m tests.storage.old_stores.make_0005`.

It stays as it is: a store made later would no longer be one that a program of that time left behind.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.scan import Scan
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import Store, create_store
from tests.storage.builders import a_scan
from tests.storage.old_stores import make_0001, make_0004
from tests.storage.old_stores.make_0001 import an_id

VERSION: Final = "0005"
STORE: Final = Path(__file__).parent / VERSION / "enplan.store"
PASSWORD: Final = make_0001.PASSWORD
MOMENT: Final = datetime(2026, 11, 26, 22, 0, tzinfo=UTC)
SCANNED: Final = b"%PDF-1.4 signed"


def scan() -> Scan:
    return a_scan(SCANNED, id=an_id(80))


def cases() -> list[Case]:
    """Return the cases the store was filled with: those of 0004, with a scan of the signed paper."""
    rima, yusuf = make_0004.cases()
    signed, draft = rima.plans
    return [replace(rima, plans=(replace(signed, scans=(scan(),)), draft)), yusuf]


def fill(store: Store) -> None:
    make_0004.fill(store)
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.scan_bytes.keep(SCANNED, scan().sha256)
        unit.cases.save(replace(case, plans=(replace(case.plans[0], scans=(scan(),)), case.plans[1])))
        unit.commit()


def main() -> None:
    STORE.parent.mkdir()
    made = create_store(
        STORE,
        user="Mette Jensen",
        initials="MJ",
        password=PASSWORD,
        municipality=Municipality(id=an_id(2), code="999", name="Eksempelkommune", fictional=True),
        cost=KdfCost(passes=1, memory_kib=8, lanes=1),
        clock=lambda: MOMENT,
    )
    with made.store as store:
        fill(store)


if __name__ == "__main__":
    main()
