"""How `old_stores/0003` was made, from the root of the checkout: `python -m tests.storage.old_stores.make_0003`.

It stays as it is: a store made later would no longer be one that a program of that time left behind.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from desktop_app.domain.case import Case, CorrectedFact, FactCorrection
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import Store, create_store
from tests.storage.builders import a_draft, a_full_follow_up
from tests.storage.old_stores import make_0001, make_0002
from tests.storage.old_stores.make_0001 import an_id

VERSION: Final = "0003"
STORE: Final = Path(__file__).parent / VERSION / "enplan.store"
PASSWORD: Final = make_0001.PASSWORD
MOMENT: Final = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)


def cases() -> list[Case]:
    """Return the cases the store was filled with: those of 0002, with a follow-up in full and a corrected date."""
    rima, yusuf = make_0002.cases()
    talk = a_full_follow_up(id=an_id(60), held_on=date(2026, 11, 20))
    talk = replace(talk, corrections=tuple(replace(each, id=an_id(61)) for each in talk.corrections))
    wrong = FactCorrection(
        id=an_id(62),
        fact=CorrectedFact.TAKEOVER,
        before=date(2026, 9, 1),
        after=rima.takeover_on,
        reason="Brevet nævner en anden dag",
        on=date(2026, 11, 26),
    )
    unsigned = tuple(replace(plan, signed_by_citizen_on=None, signed_by_municipality_on=None) for plan in rima.plans)
    changed = replace(rima, plans=unsigned, follow_ups=(*rima.follow_ups, talk), corrections=(wrong,))
    return [changed, yusuf]


def fill(store: Store) -> None:
    rima, yusuf = cases()
    with store.work() as unit:
        assert rima.household
        unit.households.add(rima.household)
        unit.cases.add_many([rima, yusuf])
        unit.drafts.keep(a_draft(id=an_id(63), subject=rima.id, based_on={rima.id: 1}, saved_at=MOMENT))
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
