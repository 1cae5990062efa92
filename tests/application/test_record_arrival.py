"""Recording who arrived."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import Draft
from desktop_app.application.record_arrival import Arrival, CaseStart, Newcomer, RecordedArrival, record_arrival
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.errors import TakeoverBeforeAllocation, TakeoverReasonMissing
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook
from tests.application.exchange_strategies import examples
from tests.builders import a_case, a_citizen, a_household
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)
DECIDED = date(2026, 11, 17)
PROPOSED = date(2027, 1, 4)


def a_start(**changes: object) -> CaseStart:
    fields: dict[str, object] = {
        "target_group": TargetGroup.REFUGEE,
        "allocation_decided_on": DECIDED,
        "takeover_on": PROPOSED,
        "responsible_caseworker": "MJ",
        "coordinating_department": "Jobcenter",
    } | changes
    return CaseStart(**fields)  # type: ignore[arg-type]


def a_newcomer(name: str = "Rima", **fields: object) -> Newcomer:
    return Newcomer(citizen=a_citizen(given_names=name), **fields)  # type: ignore[arg-type]


def an_arrival(*people: Newcomer, **fields: object) -> Arrival:
    given_fields: dict[str, object] = {"people": people or (a_newcomer(),), "start": a_start()} | fields
    return Arrival(**given_fields)  # type: ignore[arg-type]


def a_family() -> Arrival:
    return an_arrival(
        a_newcomer("Rima", role=HouseholdRole.ADULT),
        a_newcomer("Sami", role=HouseholdRole.ADULT),
        a_newcomer("Lina", role=HouseholdRole.CHILD),
        household_name="Al-Hassan",
        coordinating_caseworker="MJ",
    )


def record(store: FakeStore, arrival: Arrival, rulebook: Rulebook, *, draft_id: str | None = None) -> RecordedArrival:
    return record_arrival(arrival, work=store.work, rulebook=rulebook, today=TODAY, draft_id=draft_id)


# One person ----------------------------------------------------------------------------------------------------------


def test_a_citizen_alone_gets_a_case_and_no_household(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-014"))

    recorded = record(store, an_arrival(a_newcomer("Olena", role=HouseholdRole.ADULT)), rulebook)

    case = store.case("2026-015")
    assert recorded.case_numbers == ("2026-015",)
    assert recorded.changes.cases == {case.id}
    assert (case.citizen.given_names, case.household, case.household_role) == ("Olena", None, None)
    assert (case.target_group, case.allocation_decided_on, case.takeover_on) == (
        TargetGroup.REFUGEE,
        DECIDED,
        PROPOSED,
    )
    assert (case.responsible_caseworker, case.coordinating_department, case.notes) == ("MJ", "Jobcenter", ())


def test_every_fact_of_the_start_is_kept(rulebook: Rulebook) -> None:
    store = FakeStore()
    start = a_start(
        target_group=TargetGroup.FAMILY_OF_OTHER,
        allocation_decided_on=None,
        permit_granted_on=date(2026, 10, 1),
        cpr_registered_on=date(2026, 10, 20),
        applied_in_denmark=True,
        takeover_on=None,
    )

    record(store, an_arrival(start=start), rulebook)

    case = store.case("2026-001")
    assert (case.permit_granted_on, case.cpr_registered_on) == (date(2026, 10, 1), date(2026, 10, 20))
    assert (case.applied_in_denmark, case.takeover_on) == (True, None)


def test_ids_are_made_here_and_are_uuids(rulebook: Rulebook) -> None:
    store = FakeStore()

    record(store, an_arrival(start=a_start(takeover_on=TODAY, takeover_reason="Bolig")), rulebook)

    case = store.case("2026-001")
    for record_id in (case.id, case.citizen.id, case.notes[0].id):
        assert UUID(record_id).version == 4


def test_an_arrival_writes_no_line_in_the_log_but_its_revisions(rulebook: Rulebook) -> None:
    store = FakeStore()

    record(store, a_family(), rulebook)

    assert store.log == []
    assert len(store.read.history(store.case("2026-001").id)) == 2  # the case and the citizen


# A household ---------------------------------------------------------------------------------------------------------


def test_a_family_gets_a_case_each_and_one_household(rulebook: Rulebook) -> None:
    store = FakeStore()

    recorded = record(store, a_family(), rulebook)

    cases = [store.case(number) for number in recorded.case_numbers]
    assert recorded.case_numbers == ("2026-001", "2026-002", "2026-003")
    assert [case.citizen.given_names for case in cases] == ["Rima", "Sami", "Lina"]
    assert [case.household_role for case in cases] == [HouseholdRole.ADULT, HouseholdRole.ADULT, HouseholdRole.CHILD]
    [household] = {case.household for case in cases}
    assert household is not None
    assert (household.name, household.coordinating_caseworker) == ("Al-Hassan", "MJ")
    assert recorded.changes.cases == {case.id for case in cases}


def test_what_is_shared_holds_for_all_but_those_who_have_their_own(rulebook: Rulebook) -> None:
    store = FakeStore()
    of_spouse = a_start(target_group=TargetGroup.FAMILY_OF_REFUGEE, allocation_decided_on=None, takeover_on=None)

    record(store, an_arrival(a_newcomer(), a_newcomer("Sami", own_start=of_spouse)), rulebook)

    assert store.case("2026-001").target_group is TargetGroup.REFUGEE
    assert store.case("2026-002").target_group is TargetGroup.FAMILY_OF_REFUGEE
    assert store.case("2026-002").takeover_on is None


# Moving in with somebody ---------------------------------------------------------------------------------------------


def test_who_moves_in_with_a_citizen_joins_the_household(rulebook: Rulebook) -> None:
    household = a_household(name="Tesfay")
    store = FakeStore(a_case(case_number="2025-007", household=household))

    recorded = record(store, an_arrival(a_newcomer(role=HouseholdRole.ADULT), joins="2025-007"), rulebook)

    case = store.case("2026-001")
    assert case.household == store.case("2025-007").household
    assert case.household_role is HouseholdRole.ADULT
    assert recorded.changes.cases == {case.id}


@pytest.mark.parametrize(("role", "becomes"), [(None, HouseholdRole.ADULT), (HouseholdRole.OTHER, HouseholdRole.OTHER)])
def test_who_moves_in_with_a_citizen_alone_founds_a_household_with_them(
    rulebook: Rulebook, role: HouseholdRole | None, becomes: HouseholdRole
) -> None:
    alone = a_case(
        case_number="2025-007",
        citizen=a_citizen(family_name="Tesfay"),
        household_role=role,
        responsible_caseworker="LØ",
    )
    store = FakeStore(alone)

    recorded = record(store, an_arrival(a_newcomer(), joins="2025-007"), rulebook)

    joined, case = store.case("2025-007"), store.case("2026-001")
    assert joined.household is not None
    assert (joined.household.name, joined.household.coordinating_caseworker) == ("Tesfay", "LØ")
    assert (case.household, joined.household_role) == (joined.household, becomes)
    assert recorded.changes.cases == {case.id, joined.id}


def test_nobody_moves_in_with_a_case_that_is_not_there(rulebook: Rulebook) -> None:
    store = FakeStore()

    with pytest.raises(CaseNotFound):
        record(store, an_arrival(joins="2025-007"), rulebook)

    assert store.read.case_lines() == []


# The takeover --------------------------------------------------------------------------------------------------------


def test_the_reason_for_another_takeover_is_a_note_of_today_on_each_case(rulebook: Rulebook) -> None:
    store = FakeStore()
    start = a_start(takeover_on=date(2026, 12, 15), takeover_reason=" Bolig fra den 15. ")

    record(store, an_arrival(a_newcomer(), a_newcomer("Sami"), start=start), rulebook)

    for number in ("2026-001", "2026-002"):
        [note] = store.case(number).notes
        assert (note.on, note.text) == (TODAY, "Bolig fra den 15.")


def test_another_takeover_without_a_reason_is_refused_and_nothing_is_written(rulebook: Rulebook) -> None:
    store = FakeStore()
    wrong = a_newcomer("Sami", own_start=a_start(takeover_on=date(2026, 12, 15)))

    with pytest.raises(TakeoverReasonMissing):
        record(store, an_arrival(a_newcomer(), wrong, household_name="Al-Hassan"), rulebook)

    assert store.read.case_lines() == []


def test_a_takeover_before_the_decision_stands_only_when_it_was_agreed(rulebook: Rulebook) -> None:
    store = FakeStore()
    early = date(2026, 11, 16)

    with pytest.raises(TakeoverBeforeAllocation):
        record(store, an_arrival(start=a_start(takeover_on=early, takeover_reason="Bolig")), rulebook)
    agreed = a_start(takeover_on=early, takeover_by_agreement=True, takeover_reason="Aftalt med samtykke")
    record(store, an_arrival(start=agreed), rulebook)

    assert [line.takeover_on for line in store.read.case_lines()] == [early]


# Drafts and numbers --------------------------------------------------------------------------------------------------


def a_typed_draft(draft_id: str) -> Draft:
    return Draft(
        id=draft_id,
        user="MJ",
        screen="arrival",
        subject="",
        content={"people": []},
        based_on={},
        saved_at=datetime(2026, 11, 22, 14, 3, tzinfo=UTC),
    )


def test_the_draft_is_gone_with_the_arrival_and_others_stay(rulebook: Rulebook) -> None:
    store = FakeStore()
    with store.work() as unit:
        unit.drafts.keep(a_typed_draft("this"))
        unit.drafts.keep(a_typed_draft("other"))
        unit.commit()

    record(store, an_arrival(), rulebook, draft_id="this")

    with store.work() as unit:
        assert [draft.id for draft in unit.drafts.all()] == ["other"]


@examples
@given(sizes=st.lists(st.integers(1, 4), min_size=1, max_size=5), known=st.sets(st.integers(1, 40), max_size=5))
def test_case_numbers_never_collide_however_many_arrive(rulebook: Rulebook, sizes: list[int], known: set[int]) -> None:
    store = FakeStore(*(a_case(case_number=f"2026-{number:03}") for number in known))

    recorded = [
        number
        for size in sizes
        for number in record(store, an_arrival(*(a_newcomer() for _ in range(size))), rulebook).case_numbers
    ]

    numbers = [line.case_number for line in store.read.case_lines()]
    assert len(set(numbers)) == len(numbers) == len(known) + sum(sizes)
    assert recorded == sorted(recorded)
