"""Adding somebody to a family."""

import pytest

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.join_family import InAnotherFamily, join_family, leave_family
from desktop_app.domain.case import Case
from desktop_app.domain.household import HouseholdRole
from tests.builders import a_case, a_citizen, a_household
from tests.fakes import FakeStore


def a_son(**changes: object) -> Case:
    return a_case(case_number="2026-015", citizen=a_citizen(given_names="Omar"), **changes)


def test_somebody_joins_the_household_of_another() -> None:
    store = FakeStore(a_case(household=a_household()), a_son())

    joined = join_family("2026-015", family_of="2026-014", role=HouseholdRole.CHILD, work=store.work)

    son, mother = store.case("2026-015"), store.case("2026-014")
    assert (son.household, son.household_role) == (mother.household, HouseholdRole.CHILD)
    assert joined.changes.cases == {son.id}


def test_a_household_is_made_where_there_was_none() -> None:
    store = FakeStore(a_case(), a_son())

    joined = join_family("2026-015", family_of="2026-014", role=None, work=store.work)

    son, mother = store.case("2026-015"), store.case("2026-014")
    assert son.household is not None
    assert son.household == mother.household
    assert (son.household.name, son.household.coordinating_caseworker) == ("Al-Hassan", "MJ")
    assert joined.changes.cases == {son.id, mother.id}


def test_a_role_may_be_changed_by_joining_again() -> None:
    household = a_household()
    store = FakeStore(a_case(household=household), a_son(household=household))

    join_family("2026-015", family_of="2026-014", role=HouseholdRole.OTHER, work=store.work)

    assert store.case("2026-015").household_role is HouseholdRole.OTHER


def test_nobody_is_taken_out_of_another_family_on_the_way() -> None:
    store = FakeStore(a_case(), a_son(household=a_household(name="Haddad")))

    with pytest.raises(InAnotherFamily) as refused:
        join_family("2026-015", family_of="2026-014", role=None, work=store.work)

    assert refused.value.household == "Haddad"
    assert store.case("2026-014").household is None


def test_a_number_nobody_has_joins_nothing() -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseNotFound):
        join_family("2026-999", family_of="2026-014", role=None, work=store.work)


# Taken back ----------------------------------------------------------------------------------------------------------


def test_who_joined_leaves_and_who_lived_there_stays() -> None:
    household = a_household()
    store = FakeStore(a_case(household=household, household_role=HouseholdRole.ADULT), a_son())
    joined = join_family("2026-015", family_of="2026-014", role=HouseholdRole.CHILD, work=store.work)

    changes = leave_family(joined, work=store.work)

    son, mother = store.case("2026-015"), store.case("2026-014")
    assert (son.household, son.household_role) == (None, None)
    assert mother.household is not None
    assert (mother.household.id, mother.household_role) == (household.id, HouseholdRole.ADULT)
    assert changes.cases == {son.id}


def test_a_household_made_for_both_is_left_by_both() -> None:
    store = FakeStore(a_case(), a_son())
    joined = join_family("2026-015", family_of="2026-014", role=HouseholdRole.CHILD, work=store.work)

    changes = leave_family(joined, work=store.work)

    assert [store.case(number).household for number in ("2026-014", "2026-015")] == [None, None]
    assert changes.cases == {store.case("2026-014").id, store.case("2026-015").id}


def test_a_role_that_was_changed_by_joining_again_is_the_one_before() -> None:
    household = a_household()
    son = a_son(household=household, household_role=HouseholdRole.CHILD)
    store = FakeStore(a_case(household=household), son)
    joined = join_family("2026-015", family_of="2026-014", role=HouseholdRole.OTHER, work=store.work)

    leave_family(joined, work=store.work)

    taken_back = store.case("2026-015")
    assert taken_back.household is not None
    assert (taken_back.household.id, taken_back.household_role) == (household.id, HouseholdRole.CHILD)


def test_nobody_leaves_a_household_they_live_in_no_more() -> None:
    store = FakeStore(a_case(household=a_household()), a_son())
    joined = join_family("2026-015", family_of="2026-014", role=None, work=store.work)
    leave_family(joined, work=store.work)

    with pytest.raises(ChangedMeanwhile):
        leave_family(joined, work=store.work)
