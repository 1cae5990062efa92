"""Bringing cases in: whole or not at all, and never twice."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.application.export_cases import export_cases
from desktop_app.application.import_cases import FEW, ImportReport, import_cases
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction
from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.gap import GapKind
from desktop_app.domain.gaps import gaps_in
from tests.application.exchange_content import AL_HASSAN, RIMA, Json, a_file, a_person, canonical, comparable, rima
from tests.application.exchange_strategies import contents, examples, spelled_otherwise
from tests.builders import SIGNED
from tests.fakes import FakeStore, Noted

TODAY = date(2026, 11, 22)
KOVALENKO = {"id": "H2", "name": "Kovalenko", "coordinating_caseworker": None}


def bring_in(store: FakeStore, content: Mapping[str, Any], law: PlanLaw, **choices: bool) -> ImportReport:
    return import_cases(content, work=store.work, law=law, today=TODAY, **choices)


def test_new_cases_are_added(law: PlanLaw) -> None:
    store = FakeStore()

    report = bring_in(store, a_file(RIMA, a_person("2026-015", "Yonas")), law)

    assert report.added == ("2026-014", "2026-015")
    assert (report.updated, report.unchanged) == ((), ())
    assert store.case("2026-014").citizen.full_name == "Rima Al-Hassan"
    assert store.case("2026-015").citizen.full_name == "Yonas Al-Hassan"


def test_every_record_that_came_in_is_of_its_first_version(law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(), law)

    case = store.case("2026-014")
    assert case.version == case.citizen.version == case.plans[0].goals[0].version == 1
    assert case.household is not None
    assert case.household.version == 1


def test_an_empty_file_adds_nothing_and_notes_nothing(law: PlanLaw) -> None:
    store = FakeStore()

    report = bring_in(store, {"format": "enplan-cases", "version": 1, "cases": []}, law)

    assert report == ImportReport(added=(), updated=(), unchanged=(), gap_counts={})
    assert store.log == []


def test_an_import_is_noted_with_how_many_cases_came_in(law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(RIMA, a_person("2026-015", "Yonas")), law)

    assert store.log == [Noted(LogAction.IMPORTED, "", {"added": "2", "updated": "0"})]


def test_a_trial_keeps_nothing_and_reports_all_the_same(law: PlanLaw) -> None:
    store = FakeStore()

    report = bring_in(store, a_file(), law, dry_run=True)

    assert report.added == ("2026-014",)
    assert store.read.case_lines() == []
    assert store.content.households == {}
    assert store.content.frozen_plans == []
    assert store.log == []


def test_a_trial_refuses_what_the_import_would_refuse(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)

    with pytest.raises(ImportRefused):
        bring_in(store, a_file(rima(takeover_on="2026-10-02")), law, dry_run=True)


def test_the_report_says_how_much_is_missing_in_each_case_that_came_in(law: PlanLaw) -> None:
    store = FakeStore()
    incomplete = a_person("2026-015", "Yonas")

    begun = {"duty": "programme.started", "on": "2026-10-05"}

    report = bring_in(store, a_file(rima(follow_ups=[], events=[begun]), incomplete), law)

    numbers = ("2026-014", "2026-015")
    assert report.gap_counts == {number: len(gaps_in(store.case(number), law.rulebook, TODAY)) for number in numbers}
    assert report.gap_counts["2026-014"] == 1  # no file holds the scan of what it says is signed


def test_what_is_missing_in_a_case_that_is_unchanged_is_not_reported_again(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(a_person("2026-015", "Yonas")), law)

    report = bring_in(store, a_file(a_person("2026-015", "Yonas"), a_person("2026-016", "Amira")), law)

    assert report.gap_counts.keys() == {"2026-016"}


# Nothing comes in twice ----------------------------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)
    before = store.content

    report = bring_in(store, a_file(), law)

    assert report == ImportReport(added=(), updated=(), unchanged=("2026-014",), gap_counts={})
    assert store.content is before


def test_the_same_case_in_a_file_with_other_cases_is_left_alone(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)
    before = store.case("2026-014")

    report = bring_in(store, a_file(RIMA, a_person("2026-015", "Yonas")), law)

    assert report.unchanged == ("2026-014",)
    assert report.added == ("2026-015",)
    assert store.case("2026-014") == before


def test_other_content_for_a_known_number_is_refused_whole_and_the_case_is_named(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)
    before = store.content

    with pytest.raises(ImportRefused) as refused:
        bring_in(store, a_file(a_person("2026-015", "Yonas"), rima(takeover_on="2026-10-02")), law)

    assert refused.value.problem is ImportProblem.DIFFERS
    assert refused.value.case == "2026-014"
    assert store.content is before


@pytest.mark.parametrize(
    "changes",
    [
        {"notes": []},
        {"notes": [*RIMA["notes"], *RIMA["notes"]]},
        {"household": None},
        {"household_role": "child"},
        {"citizen": RIMA["citizen"] | {"phone": None}},
        {"citizen": RIMA["citizen"] | {"languages": ["ar", "en"]}},
        {"plans": []},
        {"plans": [RIMA["plans"][0] | {"goals": RIMA["plans"][0]["goals"][::-1]}]},
        {"responsible_caseworker": "LØ"},
    ],
)
def test_any_difference_is_other_content(changes: Json, law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)

    with pytest.raises(ImportRefused):
        bring_in(store, a_file(rima(**changes)), law)


@pytest.mark.parametrize("change", [{"name": "Hassan"}, {"coordinating_caseworker": "LØ"}])
def test_a_household_described_otherwise_is_other_content(change: Json, law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)

    with pytest.raises(ImportRefused) as refused:
        bring_in(store, a_file(households=(AL_HASSAN | change,)), law)

    assert refused.value.case == "2026-014"


def test_similar_people_are_never_merged(law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(RIMA, rima(case_number="2026-015")), law)

    first, second = store.case("2026-014"), store.case("2026-015")
    assert first.citizen.id != second.citizen.id


def test_more_known_cases_than_are_read_one_by_one_are_known_too(law: PlanLaw) -> None:
    people = [a_person(f"2026-{number:03}", "Yonas") for number in range(FEW + 1)]
    store = FakeStore()
    bring_in(store, a_file(*people), law)

    report = bring_in(store, a_file(*people, a_person("2026-900", "Amira")), law)

    assert len(report.unchanged) == FEW + 1
    assert report.added == ("2026-900",)


# Households ----------------------------------------------------------------------------------------------------------


def test_members_of_a_household_come_into_one(law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(RIMA, a_person("2026-015", "Yonas", "H1")), law)

    assert store.case("2026-014").household == store.case("2026-015").household
    assert len(store.content.households) == 1


def test_households_of_the_same_name_stay_two(law: PlanLaw) -> None:
    store = FakeStore()
    namesake = AL_HASSAN | {"id": "H2"}

    bring_in(store, a_file(RIMA, a_person("2026-015", "Yonas", "H2"), households=(AL_HASSAN, namesake)), law)

    assert len(store.content.households) == 2


def test_a_household_nobody_is_in_is_not_added(law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(a_person("2026-015", "Yonas")), law)

    assert store.content.households == {}


def test_who_comes_later_joins_the_household_of_those_who_are_there(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)
    other_id = AL_HASSAN | {"id": "familien"}

    bring_in(
        store,
        a_file(rima(household="familien"), a_person("2026-015", "Yonas", "familien"), households=(other_id,)),
        law,
    )

    assert store.case("2026-015").household == store.case("2026-014").household
    assert len(store.content.households) == 1


def test_a_household_that_comes_without_anybody_known_is_a_new_one(law: PlanLaw) -> None:
    store = FakeStore()
    bring_in(store, a_file(), law)

    bring_in(store, a_file(a_person("2026-015", "Yonas", "H1")), law)

    assert len(store.content.households) == 2


# Signed plans --------------------------------------------------------------------------------------------------------


def test_a_signed_plan_is_frozen_as_of_its_signature(law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(), law)

    [frozen] = store.content.frozen_plans
    assert frozen.plan_id == store.case("2026-014").plans[0].id
    assert frozen.snapshot.draft is False
    assert frozen.snapshot.dated_on == SIGNED
    assert frozen.snapshot.citizen.name == "Rima Al-Hassan"


@pytest.mark.parametrize("missing", ["signed_by_citizen_on", "signed_by_municipality_on"])
def test_a_plan_one_party_has_not_signed_is_not_frozen(missing: str, law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, a_file(rima(plans=[RIMA["plans"][0] | {missing: None}])), law)

    assert store.content.frozen_plans == []


def test_each_signed_version_is_frozen_by_itself(law: PlanLaw) -> None:
    store = FakeStore()
    later = {"version": 2, "signed_by_citizen_on": "2027-02-01", "signed_by_municipality_on": "2027-02-03"}

    bring_in(store, a_file(rima(plans=[RIMA["plans"][0], later])), law)

    assert [(one.snapshot.plan_number, str(one.snapshot.dated_on)) for one in store.content.frozen_plans] == [
        (1, "2026-10-28"),
        (2, "2027-02-03"),
    ]


def test_a_protected_address_is_kept_in_the_case_and_never_in_a_snapshot(law: PlanLaw) -> None:
    store = FakeStore()
    protected = rima(citizen=RIMA["citizen"] | {"protected_address": True})

    bring_in(store, a_file(protected), law)

    [frozen] = store.content.frozen_plans
    printed = frozen.snapshot.to_json()
    assert store.case("2026-014").citizen.address == "Eksempelvej 12, 2. tv."
    assert "Rima" in printed
    assert not any(part in printed for part in ("Eksempelvej", "4900", "Nakskov"))


def test_a_signed_plan_without_a_main_goal_is_kept_as_it_was_and_told_as_missing(law: PlanLaw) -> None:
    """History is history: what was signed elsewhere is kept, though nobody could conclude it here."""
    store = FakeStore()
    step = {"kind": "employment", "text": "Besøg en virksomhed", "part_of": 1}
    plan = RIMA["plans"][0] | {"goals": [{"kind": "danish", "text": "Prøve i Dansk 2"}, step]}

    report = bring_in(store, a_file(rima(plans=[plan])), law)

    case = store.case("2026-014")
    assert case.plans[0].signed_on
    assert len(store.content.frozen_plans) == 1
    assert report.gap_counts["2026-014"] >= 1
    missing = [gap.part for gap in gaps_in(case, law.rulebook, TODAY) if gap.kind is GapKind.SIGNED_INCOMPLETE]
    assert missing == [PlanPart.MAIN_GOAL]


# Whatever the file ---------------------------------------------------------------------------------------------------


@examples
@given(content=contents())
def test_what_went_in_comes_out(content: Json, law: PlanLaw) -> None:
    store = FakeStore()

    bring_in(store, content, law)

    assert comparable(export_cases(work=store.work)) == comparable(canonical(content))


@examples
@given(content=contents())
def test_an_export_goes_into_an_empty_store_and_comes_out_equal(content: Json, law: PlanLaw) -> None:
    first, second = FakeStore(), FakeStore()
    bring_in(first, content, law)
    exported = export_cases(work=first.work)

    bring_in(second, exported, law)

    assert export_cases(work=second.work) == exported


@examples
@given(content=contents(), chance=st.randoms(use_true_random=False))
def test_the_same_content_spelled_otherwise_is_unchanged_and_comes_out_the_same(
    content: Json, chance: Random, law: PlanLaw
) -> None:
    store, other = FakeStore(), FakeStore()
    bring_in(store, content, law)
    before, spelled = store.content, spelled_otherwise(content, chance)

    report = bring_in(store, spelled, law)
    bring_in(other, spelled, law)

    assert set(report.unchanged) == {case["case_number"] for case in content["cases"]}
    assert store.content is before
    assert export_cases(work=other.work) == export_cases(work=store.work)
