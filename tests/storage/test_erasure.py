"""An erased case leaves no content behind, and a log whose chain holds."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.ports import LogAction
from desktop_app.domain.case import Case
from desktop_app.storage.kinds import TABLES
from desktop_app.storage.store import Store
from desktop_app.storage.verify import verify
from tests.builders import a_household
from tests.storage.builders import (
    a_case,
    a_citizen,
    a_document,
    a_frozen_plan,
    a_full_case,
    read,
    reopened,
    save_new,
)

OLD_NAME = "Zarathustra"


def erase(store: Store, case: Case) -> None:
    with store.work() as unit:
        unit.cases.erase(unit.cases.by_number(case.case_number), "Oprettet to gange")
        unit.commit()


def bodies(store: Store) -> str:
    return "\n".join(body for (body,) in store.connection.rows("SELECT body FROM payloads"))


def records(store: Store) -> int:
    kinds = [kind for kind in TABLES if kind != "settings"]
    with store.work() as unit:
        connection = unit._session.connection()
        return sum(connection.scalar(select(func.count()).select_from(TABLES[kind])) or 0 for kind in kinds)


@pytest.fixture
def case(store: Store) -> Case:
    """A case with everything, whose citizen was called otherwise before and one of whose notes is gone."""
    before = a_full_case()
    save_new(store, replace(before, citizen=replace(before.citizen, given_names=OLD_NAME)))
    with store.work() as unit:
        case = unit.cases.by_number(before.case_number)
        citizen = replace(case.citizen, given_names="Rima")
        unit.cases.save(replace(case, citizen=citizen, notes=(), takeover_on=date(2026, 10, 2)))
        unit.commit()
    with store.work() as unit:
        frozen = a_frozen_plan(case.plans[0].id)
        unit.frozen_plans.add(frozen)
        unit.frozen_plans.add_document(a_document(frozen.id))
        unit.note(LogAction.SEARCHED, case.id, criterion="af35")
        unit.commit()
    return read(store, before.case_number)


def test_no_row_no_byte_and_no_payload_is_left_and_the_store_is_sound(store: Store, case: Case) -> None:
    assert OLD_NAME in bodies(store)

    erase(store, case)

    assert records(store) == 0
    assert store.connection.rows("SELECT count(*) FROM blobs") == [(0,)]
    for gone in (OLD_NAME, "Rima", case.citizen.family_name, "af35"):
        assert gone not in bodies(store)
    assert verify(store).findings == ()
    assert not any(line.before or line.after for line in store.read.history(case.id))
    with pytest.raises(CaseNotFound):
        read(store, case.case_number)


def test_the_log_keeps_that_it_was_there_and_who_erased_it_why(store: Store, case: Case) -> None:
    before = store.connection.rows("SELECT count(*) FROM log")

    erase(store, case)

    [(user, body)] = store.connection.rows(
        "SELECT user, body FROM log JOIN payloads USING (seq) WHERE action = 'erase' AND record = ?", (case.id,)
    )
    assert (user, body) == ("Mette Jensen", '{"reason":"Oprettet to gange"}')
    assert store.connection.rows("SELECT count(*) FROM log") > before


def test_it_stays_erased_when_the_store_is_opened_again(store: Store, case: Case) -> None:
    erase(store, case)

    store.close()

    with reopened(store.path) as again:
        assert verify(again).findings == ()
        assert again.read.case_ids() == []


def test_other_cases_are_as_they_were(store: Store, case: Case) -> None:
    other = a_case(case_number="2026-099")
    save_new(store, other)
    kept, history = read(store, "2026-099"), store.read.history(other.id)

    erase(store, case)

    assert read(store, "2026-099") == kept
    assert store.read.history(other.id) == history


def test_a_citizen_and_a_family_that_others_have_stay(store: Store) -> None:
    household = a_household()
    twice = a_case(case_number="2026-001", household=household)
    save_new(store, twice)
    citizen = read(store, "2026-001").citizen
    family = read(store, "2026-001").household
    with store.work() as unit:
        unit.cases.add(a_case(case_number="2026-002", citizen=citizen, household=family))
        unit.commit()

    erase(store, twice)

    left = read(store, "2026-002")
    assert (left.citizen, left.household) == (citizen, family)
    assert verify(store).findings == ()


def test_somebody_the_case_was_about_before_goes_too(store: Store) -> None:
    save_new(store, a_case(citizen=a_citizen(given_names=OLD_NAME)))
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, citizen=a_citizen(given_names="Ali")))
        unit.commit()

    erase(store, case)

    assert OLD_NAME not in bodies(store)
    assert records(store) == 0


def test_nothing_is_erased_without_the_commit(store: Store, case: Case) -> None:
    with store.work() as unit:
        unit.cases.erase(unit.cases.by_number(case.case_number), "Oprettet to gange")

    assert read(store, case.case_number) == case


def test_a_case_that_is_gone_is_not_erased_twice(store: Store, case: Case) -> None:
    erase(store, case)

    with store.work() as unit, pytest.raises(ChangedMeanwhile):
        unit.cases.erase(case, "Oprettet to gange")
