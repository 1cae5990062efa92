"""Cases get another caseworker, many at once, and can be given back."""

from dataclasses import replace

import pytest

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.reassign_cases import HeldCase, give_back, held_now, reassign_cases
from desktop_app.domain.case import Case
from tests.builders import a_case, a_household
from tests.fakes import FakeStore

FIRST, SECOND, THIRD = "2026-001", "2026-002", "2026-003"


def a_team() -> FakeStore:
    """Three cases: one of MJ's, one of LØ's, one of nobody's."""
    return FakeStore(
        a_case(case_number=FIRST, responsible_caseworker="MJ"),
        a_case(case_number=SECOND, responsible_caseworker="LØ"),
        a_case(case_number=THIRD, responsible_caseworker=None),
    )


def held(store: FakeStore, *numbers: str) -> list[HeldCase]:
    return [_held(store.case(number)) for number in numbers]


def _held(case: Case) -> HeldCase:
    return HeldCase(case.id, case.case_number, case.responsible_caseworker)


def caseworkers(store: FakeStore) -> list[str | None]:
    return [store.case(number).responsible_caseworker for number in (FIRST, SECOND, THIRD)]


def hand_over(store: FakeStore, number: str, caseworker: str | None) -> None:
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number(number), responsible_caseworker=caseworker))
        unit.commit()


def test_somebody_else_is_responsible_for_every_case() -> None:
    store = a_team()

    reassigned = reassign_cases(held(store, FIRST, SECOND, THIRD), "AK", work=store.work)

    assert caseworkers(store) == ["AK", "AK", "AK"]
    assert reassigned.changes.cases == {store.case(number).id for number in (FIRST, SECOND, THIRD)}


def test_a_case_one_has_already_is_not_written() -> None:
    store = a_team()
    version = store.case(SECOND).version

    reassigned = reassign_cases(held(store, FIRST, SECOND), "LØ", work=store.work)

    assert reassigned.changes.cases == {store.case(FIRST).id}
    assert store.case(SECOND).version == version


def test_who_coordinates_for_the_family_stays_who_does() -> None:
    store = FakeStore(a_case(household=a_household(coordinating_caseworker="MJ")))

    reassign_cases(held(store, "2026-014"), "AK", work=store.work)

    household = store.case("2026-014").household
    assert household is not None
    assert household.coordinating_caseworker == "MJ"


def test_where_one_case_was_given_to_somebody_meanwhile_none_is() -> None:
    store = a_team()
    seen = held(store, FIRST, SECOND, THIRD)
    hand_over(store, THIRD, "KP")

    with pytest.raises(ChangedMeanwhile):
        reassign_cases(seen, "AK", work=store.work)

    assert caseworkers(store) == ["MJ", "LØ", "KP"]


def test_where_one_case_is_gone_none_is_reassigned() -> None:
    store = a_team()

    with pytest.raises(CaseNotFound):
        reassign_cases([*held(store, FIRST), HeldCase("gone", "2026-999", None)], "AK", work=store.work)

    assert caseworkers(store) == ["MJ", "LØ", None]


def test_another_case_with_the_same_number_is_not_taken_for_it() -> None:
    store = a_team()

    with pytest.raises(ChangedMeanwhile):
        reassign_cases([HeldCase("another", FIRST, "MJ")], "AK", work=store.work)

    assert caseworkers(store) == ["MJ", "LØ", None]


def test_who_holds_the_cases_now_can_be_asked_for() -> None:
    store = a_team()
    seen = held(store, FIRST, SECOND)
    hand_over(store, SECOND, "KP")

    now = held_now([*seen, HeldCase("gone", "2026-999", "MJ")], read=store.read)

    assert now == held(store, FIRST, SECOND)
    assert [one.caseworker for one in now] == ["MJ", "KP"]


# Given back ----------------------------------------------------------------------------------------------------------


def test_each_case_goes_back_to_its_own_former_caseworker() -> None:
    store = a_team()
    reassigned = reassign_cases(held(store, FIRST, SECOND, THIRD), "AK", work=store.work)

    changes = give_back(reassigned, work=store.work)

    assert caseworkers(store) == ["MJ", "LØ", None]
    assert changes == reassigned.changes


def test_what_was_changed_besides_stays_changed() -> None:
    store = a_team()
    reassigned = reassign_cases(held(store, FIRST), "AK", work=store.work)
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number(FIRST), coordinating_department="Jobcenter"))
        unit.commit()

    give_back(reassigned, work=store.work)

    case = store.case(FIRST)
    assert (case.responsible_caseworker, case.coordinating_department) == ("MJ", "Jobcenter")


def test_where_one_case_was_given_on_meanwhile_none_goes_back() -> None:
    store = a_team()
    reassigned = reassign_cases(held(store, FIRST, SECOND), "AK", work=store.work)
    hand_over(store, SECOND, "KP")

    with pytest.raises(ChangedMeanwhile):
        give_back(reassigned, work=store.work)

    assert caseworkers(store) == ["AK", "KP", None]
