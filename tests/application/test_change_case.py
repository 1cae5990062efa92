"""Saving changed master data of a case."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.change_case import change_case
from desktop_app.application.changes import Changes
from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.ports import HistoryLine
from desktop_app.domain.case import Case, CorrectedFact, MoveDirection, ReadinessKind, Support, SupportKind
from desktop_app.domain.case_checks import CaseFault, CaseRefused, FactNeedsCorrection
from desktop_app.domain.dates import Period
from desktop_app.domain.household import HouseholdRole
from tests.builders import (
    a_case,
    a_citizen,
    a_follow_up,
    a_household,
    a_kept_draft,
    a_leave,
    a_move,
    a_readiness,
    a_support,
    an_offer,
)
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)
BENEFIT = a_support(SupportKind.BENEFIT, date(2026, 10, 1))


def a_store() -> FakeStore:
    return FakeStore(a_case(support=(BENEFIT,)))


def save(store: FakeStore, edited: Case, read: Case | None = None, draft_id: str | None = None) -> Changes:
    return change_case(read or store.case("2026-014"), edited, work=store.work, today=TODAY, draft_id=draft_id)


def lines_since(store: FakeStore, before: int) -> list[HistoryLine]:
    return [line for _case, line in store.content.history[before:]]


def test_a_changed_citizen_is_one_revision() -> None:
    store = a_store()
    read = store.case("2026-014")
    before = len(store.content.history)

    changes = save(store, replace(read, citizen=replace(read.citizen, phone="87654321", protected_address=True)))

    assert store.case("2026-014").citizen.phone == "87654321"
    assert changes == Changes(frozenset({read.id}))
    [line] = lines_since(store, before)
    assert (line.kind, dict(line.after)) == ("citizens", {"phone": "87654321", "protected_address": True})


def test_each_changed_record_has_its_own_revision() -> None:
    store = a_store()
    read = store.case("2026-014")
    before = len(store.content.history)
    ended = replace(read.support[0], period=Period(date(2026, 10, 1), date(2026, 11, 30)))
    edited = replace(
        read,
        responsible_caseworker="LØ",
        support=(ended, a_support(SupportKind.ORDINARY_JOB, date(2026, 12, 1))),
        readiness=(a_readiness(ReadinessKind.JOB_READY, TODAY),),
        parental_leave=(a_leave(None, TODAY),),
        moves=(a_move(MoveDirection.IN, TODAY),),
        offers=(an_offer(),),
    )

    save(store, edited)

    saved = store.case("2026-014")
    assert [each.period.last for each in saved.support] == [date(2026, 11, 30), None]
    assert (saved.responsible_caseworker, len(saved.offers)) == ("LØ", 1)
    kinds = [line.kind for line in lines_since(store, before)]
    assert sorted(kinds) == [
        "cases",
        "moves",
        "offers",
        "parental_leaves",
        "status_periods",
        "status_periods",
        "status_periods",
    ]


def test_a_period_is_taken_away() -> None:
    store = a_store()
    read = store.case("2026-014")

    save(store, replace(read, support=()))

    assert store.case("2026-014").support == ()


def test_nothing_changed_makes_no_revision() -> None:
    store = a_store()
    before = len(store.content.history)

    changes = save(store, store.case("2026-014"))

    assert changes == Changes()
    assert lines_since(store, before) == []


def test_a_draft_goes_with_the_save() -> None:
    store = a_store()
    with store.work() as unit:
        unit.drafts.keep(a_kept_draft())
        unit.commit()

    save(store, store.case("2026-014"), draft_id="draft")

    with store.work() as unit:
        assert unit.drafts.all() == []


def test_what_is_wrong_is_refused_and_nothing_written() -> None:
    store = a_store()
    read = store.case("2026-014")

    with pytest.raises(CaseRefused) as refused:
        save(store, replace(read, citizen=replace(read.citizen, given_names=" "), responsible_caseworker="LØ"))

    assert [problem.fault for problem in refused.value.problems] == [CaseFault.MISSING]
    assert store.case("2026-014") == read


def test_a_recorded_takeover_is_not_overwritten() -> None:
    store = a_store()

    with pytest.raises(FactNeedsCorrection) as refused:
        save(store, replace(store.case("2026-014"), takeover_on=date(2026, 9, 1)))

    assert refused.value.fact is CorrectedFact.TAKEOVER


def test_a_takeover_is_filled_in_for_the_first_time_without_a_reason() -> None:
    store = FakeStore(a_case(takeover_on=None))

    save(store, replace(store.case("2026-014"), takeover_on=date(2026, 10, 1)))

    assert store.case("2026-014").takeover_on == date(2026, 10, 1)
    assert store.case("2026-014").corrections == ()


def test_the_loser_is_told_and_writes_nothing() -> None:
    store = a_store()
    read = store.case("2026-014")
    save(store, replace(read, responsible_caseworker="LØ"))

    with pytest.raises(ChangedMeanwhile):
        save(store, replace(read, coordinating_department="Socialforvaltningen"), read)

    assert store.case("2026-014").coordinating_department == "Jobcenter"


@pytest.mark.parametrize("part", ["citizen", "support"])
def test_the_loser_is_told_for_each_kind_of_record(part: str) -> None:
    store = a_store()
    read = store.case("2026-014")
    winner = {"citizen": replace(read.citizen, phone="1"), "support": ()}
    loser = {"citizen": replace(read.citizen, city="Maribo"), "support": (*read.support, an_end())}
    save(store, replace(read, **{part: winner[part]}))  # type: ignore[arg-type]

    with pytest.raises(ChangedMeanwhile):
        save(store, replace(read, **{part: loser[part]}), read)  # type: ignore[arg-type]


def test_what_others_changed_elsewhere_on_the_case_stays() -> None:
    store = a_store()
    read = store.case("2026-014")
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, follow_ups=(a_follow_up(),), responsible_caseworker="LØ"))
        unit.commit()

    save(store, replace(read, citizen=replace(read.citizen, phone="87654321")), read)

    saved = store.case("2026-014")
    assert (len(saved.follow_ups), saved.responsible_caseworker, saved.citizen.phone) == (1, "LØ", "87654321")


def test_a_household_that_is_there_is_joined_with_a_role() -> None:
    household = a_household()
    store = FakeStore(
        a_case(), a_case(case_number="2026-015", citizen=a_citizen(given_names="Omar"), household=household)
    )
    read = store.case("2026-014")
    there = store.case("2026-015").household

    save(store, replace(read, household=there, household_role=HouseholdRole.ADULT))

    saved = store.case("2026-014")
    assert (saved.household, saved.household_role) == (there, HouseholdRole.ADULT)


def test_a_new_household_is_made_on_the_way() -> None:
    store = a_store()

    save(store, replace(store.case("2026-014"), household=a_household(name="Haddad")))

    household = store.case("2026-014").household
    assert household is not None
    assert (household.name, household.version) == ("Haddad", 1)


def test_a_case_that_is_gone_is_not_saved() -> None:
    read = a_store().case("2026-014")

    with pytest.raises(CaseNotFound):
        save(FakeStore(), replace(read, responsible_caseworker="LØ"), read)


def an_end() -> Support:
    return a_support(SupportKind.SELF_SUPPORTING, date(2027, 1, 1))
