"""Giving a citizen access to everything that is stored about them."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.errors import CaseNotFound, StorageUnavailable
from desktop_app.application.give_access import AccessSource, GivenAccess, ToldAccess, give_access, whose
from desktop_app.application.ports import LogAction
from tests.builders import a_case, a_follow_up, a_household
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)


class Teller:
    """Remembers what is told, and says nothing of it."""

    def __init__(self) -> None:
        self.sources: list[AccessSource] = []

    def __call__(self, source: AccessSource) -> ToldAccess:
        self.sources.append(source)
        return ToldAccess(
            case_number=source.case.case_number,
            citizen=whose(source.case),
            municipality=source.municipality,
            intro="",
            sections=(),
            uses_intro="",
            uses=(),
            on=source.on,
        )


def give(store: FakeStore, tell: Teller, number: str = "2026-014") -> GivenAccess:
    return give_access(
        number, work=store.work, read=store.read, tell=tell, draw=lambda told: told.case_number.encode(), today=TODAY
    )


def source_of(store: FakeStore) -> AccessSource:
    tell = Teller()
    give(store, tell)
    return tell.sources[0]


def test_paper_and_file_are_of_the_case_and_their_names_name_nobody() -> None:
    store = FakeStore(a_case(case_number="2026/014 æ"), a_case(case_number="2026-015"))

    given = give(store, Teller(), "2026/014 æ")

    assert given.paper == "2026/014 æ".encode()
    assert [case["case_number"] for case in given.file.content["cases"]] == ["2026/014 æ"]
    assert given.stem == "2026-11-22_Indsigt_sag-2026-014--"


def test_that_access_was_given_is_logged_and_not_as_an_export() -> None:
    store = FakeStore(a_case())

    give(store, Teller())

    assert [(line.action, line.record) for line in store.log] == [(LogAction.GAVE_ACCESS, store.case("2026-014").id)]


def test_every_record_of_the_case_is_told_the_citizen_and_the_family_among_them() -> None:
    store = FakeStore(
        a_case(household=a_household(name="Al-Hassan"), follow_ups=(a_follow_up(held_on=date(2026, 11, 2)),))
    )

    source = source_of(store)

    kinds = {record.kind for record in source.records}
    assert {"households", "citizens", "cases", "follow_ups", "plans", "goals"} <= kinds
    [family] = [record for record in source.records if record.kind == "households"]
    assert family.values["name"] == "Al-Hassan"


def test_what_a_field_said_before_stands_beside_what_it_says_now() -> None:
    store = FakeStore(a_case())
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, citizen=replace(case.citizen, city="Nordsund")))
        unit.commit()

    [citizen] = [record for record in source_of(store).records if record.kind == "citizens"]

    assert citizen.values["city"] == "Nordsund"
    assert [(was.field, was.value) for was in citizen.earlier] == [("city", case.citizen.city)]


def test_a_record_that_was_taken_away_is_told_as_it_was_and_one_put_back_as_it_is() -> None:
    talk = a_follow_up(held_on=date(2026, 11, 2), note="Talt om praktik")
    store = FakeStore(a_case(follow_ups=(talk,)))
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), follow_ups=()))
        unit.commit()

    [removed] = [record for record in source_of(store).records if record.kind == "follow_ups"]
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), follow_ups=(talk,)))
        unit.commit()
    [back] = [record for record in source_of(store).records if record.kind == "follow_ups"]

    assert (removed.removed_at is not None, removed.values["note"]) == (True, "Talt om praktik")
    assert back.removed_at is None


def test_the_uses_of_the_case_are_told_and_those_of_others_are_not() -> None:
    store = FakeStore(a_case(), a_case(case_number="2026-015"))
    with store.work() as unit:
        unit.note(LogAction.OPENED_CASE, unit.cases.by_number("2026-014").id)
        unit.note(LogAction.PRINTED, unit.cases.by_number("2026-015").id)
        unit.note(LogAction.EXPORTED, cases="2")
        unit.commit()

    assert [line.action for line in source_of(store).uses] == [LogAction.EXPORTED, LogAction.OPENED_CASE]


def test_nobody_gets_access_to_a_case_that_is_not_there() -> None:
    with pytest.raises(CaseNotFound):
        give(FakeStore(), Teller())


def test_what_cannot_be_logged_is_not_handed_out() -> None:
    store = FakeStore(a_case())
    store.is_full = True

    with pytest.raises(StorageUnavailable):
        give(store, Teller())
