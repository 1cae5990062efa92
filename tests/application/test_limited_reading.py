"""What reception, administrator and auditor read: less of it, or nobody's name."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from desktop_app.application.limited_reading import HIDDEN, NOBODY, NamelessCases, without_names
from desktop_app.application.permission import NotAllowed
from desktop_app.application.ports import HistoryLine
from desktop_app.domain.role import Act, Role
from tests.builders import a_case, a_citizen, a_follow_up, a_household, a_plan
from tests.fakes import MOMENT, FakeStore, FakeUnit
from tests.storage.builders import a_full_case

CITIZEN = a_citizen(
    given_names="Amina Yusuf",
    family_name="Warsame",
    native_name="أمينة",
    cpr="0101901234",
    address="Søndergade 12",
    phone="12345678",
    email="amina@example.dk",
)
NOTE = "Talte med Aminas bror om Warsame-familien (010190-1234). amina kommer igen."
CASE = a_case(
    citizen=CITIZEN,
    household=a_household(name="Familien Warsame"),
    follow_ups=(a_follow_up(note=NOTE, held_on=date(2026, 3, 2)),),
    plans=(a_plan(),),
    responsible_caseworker="MJ",
)


def a_store(role: Role | None) -> FakeStore:
    store = FakeStore(CASE)
    with store.work() as unit:
        case = unit.cases.by_number(CASE.case_number)
        unit.cases.save(replace(case, citizen=replace(case.citizen, phone="87654321")))
        unit.commit()
    store.role = role
    return store


def test_a_case_without_names_keeps_its_days_and_duties() -> None:
    nameless = without_names(CASE)

    assert nameless.case_number == CASE.case_number
    assert nameless.takeover_on == CASE.takeover_on
    assert nameless.plans[0].goals == CASE.plans[0].goals
    assert [one.held_on for one in nameless.follow_ups] == [date(2026, 3, 2)]
    assert nameless.responsible_caseworker == "MJ"
    assert nameless.citizen.birth_date == CITIZEN.birth_date
    assert nameless.citizen.full_name == f"{NOBODY} {NOBODY}"
    assert (nameless.citizen.address, nameless.citizen.phone, nameless.citizen.email) == (HIDDEN, HIDDEN, HIDDEN)
    assert nameless.household == replace(CASE.household or a_household(), name=HIDDEN)


def test_names_and_numbers_in_a_text_are_hidden_and_the_rest_is_not() -> None:
    [follow_up] = without_names(CASE).follow_ups

    assert follow_up.note == f"Talte med {HIDDEN}s bror om {HIDDEN}-familien ({HIDDEN}). {HIDDEN} kommer igen."


def test_nothing_of_a_full_case_tells_who_it_is() -> None:
    case = a_full_case()
    told = repr(without_names(case))
    citizen = case.citizen

    secrets = (citizen.native_name, citizen.cpr, citizen.address, citizen.phone, citizen.email)
    for secret in filter(None, (*secrets, *citizen.given_names.split(), *citizen.family_name.split())):
        assert secret not in told


def test_the_ids_of_a_case_stay_so_that_its_parts_belong_together() -> None:
    case = a_full_case()
    nameless = without_names(case)

    assert [goal.id for plan in nameless.plans for goal in plan.goals] == [
        goal.id for plan in case.plans for goal in plan.goals
    ]
    assert nameless.id == case.id
    assert nameless.citizen.id == case.citizen.id


def test_somebody_without_any_name_hides_nothing_but_numbers() -> None:
    case = a_case(
        citizen=a_citizen(given_names="", family_name="", native_name=None),
        household=None,
        follow_ups=(a_follow_up(note="Kom alene 0101901234"),),
    )

    assert without_names(case).follow_ups[0].note == f"Kom alene {HIDDEN}"
    assert without_names(case).citizen.email is None


@pytest.mark.parametrize("role", [Role.LEADER, Role.CASEWORKER])
def test_who_works_with_the_cases_reads_all_of_them(role: Role) -> None:
    read = a_store(role).read

    assert read.case_lines()[0].family_name == "Warsame"
    assert len(read.facts()) == 1


def test_an_auditor_reads_every_list_without_names() -> None:
    store = a_store(Role.AUDITOR)
    read = store.read

    [line] = read.case_lines()
    [case_id] = read.case_ids()
    assert (line.sort_name, line.native_name, line.cpr) == (f"{NOBODY}, {NOBODY}", None, None)
    assert (line.household_name, line.responsible_caseworker) == (HIDDEN, "MJ")
    assert [case.citizen.cpr for case in read.cases([case_id])] == [None]
    assert [one.case_id for one in read.facts()] == [case_id]
    assert len(read.follow_up_lines()) == 1
    assert read.ready_plans() == []
    assert read.recent_cases("Mette Jensen", 5) == []
    assert read.uses(case_id) == []


def test_a_line_of_somebody_alone_names_no_household() -> None:
    store = FakeStore(a_case(), role=Role.AUDITOR)

    assert [line.household_name for line in store.read.case_lines()] == [None]


def test_an_auditor_sees_that_a_text_was_changed_and_not_to_what() -> None:
    store = a_store(Role.AUDITOR)
    store.content.history.append(
        (
            CASE.id,
            HistoryLine(
                at=MOMENT,
                user="Mette Jensen",
                kind="follow_ups",
                record="x",
                action="update",
                before={"note": "Amina er syg", "form": "phone", "held_on": "2026-03-02", "topics": []},
                after={"note": None, "form": "home_visit", "held_on": date(2026, 3, 3), "topics": ["Amina"]},
            ),
        )
    )

    lines = store.read.history(CASE.id)

    told = next(line for line in lines if line.record == "x")
    assert told.before == {"note": HIDDEN, "form": "phone", "held_on": "2026-03-02", "topics": []}
    assert told.after == {"note": None, "form": "home_visit", "held_on": date(2026, 3, 3), "topics": HIDDEN}
    of_citizen = next(line for line in lines if line.kind == "citizens" and "phone" in line.after)
    assert of_citizen.after["phone"] == HIDDEN


def test_an_auditor_opens_a_case_without_names_and_saves_none() -> None:
    store = a_store(Role.AUDITOR)

    with store.work(Act.OPEN_CASE) as unit:
        assert unit.cases.by_number(CASE.case_number).citizen.family_name == NOBODY
        assert [case.citizen.cpr for case in unit.cases.all()] == [None]
        assert list(unit.cases.numbers()) == [CASE.case_number]
        assert unit.cases.in_household(CASE.household.id if CASE.household else "") == {CASE.case_number}
        case = unit.cases.by_number(CASE.case_number)
        refuseds: list[Callable[[], object]] = [
            partial(unit.cases.save, case),
            partial(unit.cases.add, case),
            partial(unit.cases.add_many, [case]),
            partial(unit.cases.erase, case, "Fejl"),
        ]
    for refused in refuseds:
        with pytest.raises(NotAllowed):
            refused()


def test_reception_reads_who_there_is_and_nothing_of_their_cases() -> None:
    read = a_store(Role.RECEPTION).read

    assert [line.family_name for line in read.case_lines()] == ["Warsame"]
    assert read.case_ids() == [CASE.id]
    assert (read.cases([CASE.id]), read.facts(), read.follow_up_lines(), read.ready_plans()) == ([], [], [], [])
    assert (read.recent_cases("Mette Jensen", 5), read.history(CASE.id), read.uses(CASE.id)) == ([], [], [])


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, None])
def test_who_keeps_the_store_reads_no_case(role: Role | None) -> None:
    read = a_store(role).read

    assert (read.case_ids(), read.case_lines(), read.facts()) == ([], [], [])


def test_units_of_others_name_everybody() -> None:
    store = a_store(Role.CASEWORKER)

    unit: FakeUnit = store.work(Act.OPEN_CASE)
    with unit:
        assert not isinstance(unit.cases, NamelessCases)
