"""How `old_stores/0004` was made, from the root of the checkout: `python -m tests.storage.old_stores.make_0004`.

It stays as it is: a store made later would no longer be one that a program of that time left behind.
"""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import Store, create_store
from tests.storage.builders import a_decision, a_document, a_frozen_plan, a_local_standard
from tests.storage.old_stores import make_0001, make_0003
from tests.storage.old_stores.make_0001 import an_id

VERSION: Final = "0004"
STORE: Final = Path(__file__).parent / VERSION / "enplan.store"
PASSWORD: Final = make_0001.PASSWORD
MOMENT: Final = datetime(2026, 11, 26, 19, 0, tzinfo=UTC)


def cases() -> list[Case]:
    """Return the cases the store was filled with: those of 0003, the plan signed, and a decision about a deadline."""
    signed, draft = make_0001.cases()[0].plans[0], make_0003.cases()[0].plans[1]
    rima, yusuf = make_0003.cases()
    return [replace(rima, plans=(signed, draft), decisions=(a_decision(id=an_id(70)),)), yusuf]


def fill(store: Store) -> None:
    rima, yusuf = cases()
    signed, draft = rima.plans
    unsigned = replace(signed, signed_by_citizen_on=None, signed_by_municipality_on=None)
    with store.work() as unit:
        assert rima.household
        unit.households.add(rima.household)
        unit.cases.add_many([replace(rima, plans=(unsigned, draft)), yusuf])
        unit.local_standards.add(a_local_standard(id=an_id(71)))
        unit.commit()
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        signed = replace(signed, version=1, goals=case.plans[0].goals, activities=case.plans[0].activities)
        unit.cases.save(replace(case, plans=(signed, case.plans[1])))
        frozen = a_frozen_plan(signed.id, id=an_id(72))
        unit.frozen_plans.add(frozen)
        unit.frozen_plans.add_document(a_document(frozen.id, id=an_id(73)))
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
