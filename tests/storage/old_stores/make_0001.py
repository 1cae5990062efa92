"""How `old_stores/0001` was made, from the root of the checkout: `python -m tests.storage.old_stores.make_0001`.

It stays as it is: a store made later would no longer be one that a program of that time left behind.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from desktop_app.domain.case import Case, Event, Note, Support, SupportKind, TargetGroup
from desktop_app.domain.citizen import Citizen, Sex
from desktop_app.domain.dates import Period
from desktop_app.domain.follow_up import FollowUp, FollowUpForm
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan import Activity, ActivityKind, Goal, GoalKind, Plan
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.key_file import SlotKind, StoreUser, write_key_file
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.keys import UnlockedStore, first_keys
from desktop_app.storage.migrations.upgrade import migrate
from desktop_app.storage.schema import write_identity
from desktop_app.storage.store import Store, _begin
from tests.storage.builders import a_frozen_plan

VERSION: Final = "0001"
STORE: Final = Path(__file__).parent / VERSION / "enplan.store"
PASSWORD: Final = "et kodeord fra dengang"  # noqa: S105 - fictional people, and the test must open it
MOMENT: Final = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


def an_id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def cases() -> list[Case]:
    """Return the cases the store was filled with: two people of one household, one changed after it was saved."""
    household = Household(id=an_id(1), name="Al-Hassan", coordinating_caseworker="MJ")
    rima = Case(
        id=an_id(10),
        case_number="2026-014",
        citizen=Citizen(
            id=an_id(11),
            given_names="Rima",
            family_name="Al-Hassan",
            native_name="ريما الحسن",
            cpr="0101900001",
            birth_date=date(1990, 1, 1),
            sex=Sex.FEMALE,
            nationality="SY",
            languages=("ar", "en"),
            interpreter_language="ar",
            city="Prøveby",
        ),
        target_group=TargetGroup.REFUGEE,
        household=household,
        household_role=HouseholdRole.ADULT,
        takeover_on=date(2026, 10, 1),
        responsible_caseworker="MJ",
        support=(Support(id=an_id(12), period=Period(date(2026, 10, 1)), kind=SupportKind.BENEFIT),),
        events=(Event(id=an_id(13), duty="danish.referred", on=date(2026, 10, 20)),),
        plans=(
            Plan(
                id=an_id(14),
                number=1,
                signed_by_citizen_on=date(2026, 10, 28),
                signed_by_municipality_on=date(2026, 10, 28),
                goals=(Goal(id=an_id(15), kind=GoalKind.EMPLOYMENT, text="Arbejde i køkken"),),
                activities=(
                    Activity(id=an_id(16), kind=ActivityKind.DANISH_EDUCATION, text="DU2", hours_per_week=15.0),
                ),
            ),
        ),
        follow_ups=(FollowUp(id=an_id(17), held_on=date(2026, 11, 20), form=FollowUpForm.MEETING, note="Gik godt"),),
    )
    yusuf = Case(
        id=an_id(20),
        case_number="2026-015",
        citizen=Citizen(id=an_id(21), given_names="Yusuf", family_name="Al-Hassan", birth_date=date(2015, 5, 5)),
        target_group=TargetGroup.FAMILY_OF_REFUGEE,
        household=household,
        household_role=HouseholdRole.CHILD,
        notes=(Note(id=an_id(22), on=date(2026, 10, 5), text="Begynder i skole efter efterårsferien"),),
    )
    return [rima, yusuf]


def fill(store: Store) -> None:
    rima, yusuf = cases()
    with store.work() as unit:
        assert rima.household
        unit.households.add(rima.household)
        unit.cases.add(replace(rima, responsible_caseworker=None))
        unit.cases.add(yusuf)
        unit.commit()
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), responsible_caseworker="MJ"))
        unit.frozen_plans.add(a_frozen_plan(rima.plans[0].id, id=an_id(18)))
        unit.commit()


def main() -> None:
    STORE.parent.mkdir()
    keys = first_keys(an_id(0), StoreUser("Mette Jensen", "MJ"), PASSWORD, KdfCost(passes=1, memory_kib=8, lanes=1))
    create_file(STORE)
    connection = connect(STORE, keys.key, is_new=True)
    migrate(connection, VERSION)
    with connection.writing_engine.begin() as transaction:
        write_identity(transaction, keys.file.store)
    unlocked = UnlockedStore(STORE, keys.key, keys.file.users[0], SlotKind.PASSWORD)
    municipality = Municipality(id=an_id(2), code="999", name="Eksempelkommune", fictional=True)
    with _begin(connection, unlocked, lambda: MOMENT, municipality) as store:
        fill(store)
        write_key_file(STORE, keys.file)


if __name__ == "__main__":
    main()
