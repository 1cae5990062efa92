"""Bringing cases in with `update`: what changed is saved, what did not is left alone, what was signed stays."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.application.export_cases import export_cases
from desktop_app.application.import_cases import ImportReport, import_cases
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import LogAction
from desktop_app.domain.plan import Annulment
from tests.application.exchange_content import AL_HASSAN, RIMA, Json, a_file, a_person, canonical, comparable, rima
from tests.application.exchange_strategies import examples, names, unsigned_persons
from tests.fakes import FakeStore, Noted

TODAY = date(2026, 11, 22)
PLAN: Json = RIMA["plans"][0]
KITCHEN, DANISH = PLAN["goals"]
ANNULLED: Json = {"on": "2026-11-05", "reason": "Forkert borger"}
KOVALENKO: Json = {"id": "H2", "name": "Kovalenko", "coordinating_caseworker": None}


def update(store: FakeStore, content: Json, law: PlanLaw) -> ImportReport:
    return import_cases(content, work=store.work, law=law, today=TODAY, update=True)


@pytest.fixture
def store(law: PlanLaw) -> FakeStore:
    """Rima's case, and that of somebody who lives with her."""
    store = FakeStore()
    update(store, a_file(RIMA, a_person("2026-015", "Yonas", "H1")), law)
    return store


def changed_since(store: FakeStore, before: int) -> list[tuple[str, str]]:
    """Return the revisions made since there were so many: what kind of record, and whether it was deleted."""
    return sorted((line.kind, line.action) for _, line in store.content.history[before:])


def test_a_changed_case_is_updated_and_the_others_are_unchanged(store: FakeStore, law: PlanLaw) -> None:
    report = update(store, a_file(rima(takeover_on="2026-10-02"), a_person("2026-015", "Yonas", "H1")), law)

    assert (report.added, report.updated, report.unchanged) == ((), ("2026-014",), ("2026-015",))
    assert store.case("2026-014").takeover_on == date(2026, 10, 2)
    assert store.log[-1] == Noted(LogAction.IMPORTED, "", {"added": "0", "updated": "1"})


def test_the_report_says_what_is_missing_in_an_updated_case(store: FakeStore, law: PlanLaw) -> None:
    report = update(store, a_file(rima(takeover_on=None, allocation_decided_on=None, permit_granted_on=None)), law)

    assert report.gap_counts.keys() == {"2026-014"}


def test_the_same_content_with_update_changes_nothing(store: FakeStore, law: PlanLaw) -> None:
    before = store.content

    report = update(store, a_file(), law)

    assert report.unchanged == ("2026-014",)
    assert store.content is before


def test_a_trial_of_an_update_keeps_nothing(store: FakeStore, law: PlanLaw) -> None:
    before = store.content

    report = import_cases(a_file(rima(notes=[])), work=store.work, law=law, today=TODAY, update=True, dry_run=True)

    assert report.updated == ("2026-014",)
    assert store.content is before


def test_only_what_differs_gets_a_revision_and_a_new_version(store: FakeStore, law: PlanLaw) -> None:
    before, revisions = store.case("2026-014"), len(store.content.history)
    follow_up = RIMA["follow_ups"][0] | {"note": "Gik meget godt"}

    update(store, a_file(rima(follow_ups=[follow_up])), law)

    case = store.case("2026-014")
    [talk] = case.follow_ups
    assert changed_since(store, revisions) == [("follow_ups", "change")]
    assert (talk.id, talk.version, talk.note) == (before.follow_ups[0].id, 2, "Gik meget godt")
    assert (case.id, case.version, case.citizen, case.events) == (before.id, 1, before.citizen, before.events)


def test_what_is_new_is_added_and_what_is_gone_is_deleted(store: FakeStore, law: PlanLaw) -> None:
    before, revisions = store.case("2026-014"), len(store.content.history)
    second = {"held_on": "2027-04-20", "form": "phone"}

    update(store, a_file(rima(notes=[], follow_ups=[*RIMA["follow_ups"], second])), law)

    case = store.case("2026-014")
    assert case.notes == ()
    assert case.follow_ups[0] == before.follow_ups[0]
    assert case.follow_ups[1].version == 1
    assert changed_since(store, revisions) == [("follow_ups", "change"), ("notes", "delete")]


def test_a_changed_citizen_keeps_their_id(store: FakeStore, law: PlanLaw) -> None:
    before = store.case("2026-014").citizen

    update(store, a_file(rima(citizen=RIMA["citizen"] | {"phone": "87654321"})), law)

    citizen = store.case("2026-014").citizen
    assert (citizen.id, citizen.version, citizen.phone) == (before.id, 2, "87654321")


# What both have signed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "plans",
    [
        [],
        [PLAN | {"version": 2}],
        [PLAN | {"signed_by_citizen_on": "2026-10-27"}],
        [PLAN | {"signed_by_municipality_on": None}],
        [PLAN | {"goals": [KITCHEN]}],
        [PLAN | {"goals": [DANISH, KITCHEN]}],
        [PLAN | {"goals": [KITCHEN | {"target_on": None}, DANISH]}],
        [PLAN | {"goals": [KITCHEN | {"text": "Ordinært arbejde"}, DANISH]}],
        [PLAN | {"activities": []}],
        [PLAN | {"activities": [PLAN["activities"][0] | {"hours_per_week": 20}]}],
        [PLAN | {"ready_on": "2026-10-26"}],
        [PLAN | {"signed_by_interpreter_on": None}],
        [PLAN | {"not_signed": {"why": "unwilling", "reason": "Vil ikke"}}],
        [PLAN | {"annulled": ANNULLED, "signed_by_citizen_on": None}],
    ],
)
def test_a_signed_plan_is_not_changed(plans: list[Json], store: FakeStore, law: PlanLaw) -> None:
    before = store.content

    with pytest.raises(ImportRefused) as refused:
        update(store, a_file(a_person("2026-016", "Amira"), rima(plans=plans)), law)

    error = refused.value
    assert error.problem is ImportProblem.SIGNED_PLAN_CHANGED
    assert (error.case, error.key, error.detail) == ("2026-014", "plans", "1")
    assert store.content is before


def test_a_plan_the_citizen_did_not_sign_is_not_changed_either(store: FakeStore, law: PlanLaw) -> None:
    unwilling: Json = {
        "version": 2,
        "signed_by_municipality_on": "2027-02-01",
        "not_signed": {"why": "unwilling", "reason": "Vil ikke"},
    }
    update(store, a_file(rima(plans=[PLAN, unwilling])), law)
    before = store.content

    for changed in (
        unwilling | {"not_signed": {"why": "unwilling", "reason": "Ville ikke"}},
        unwilling | {"not_signed": None, "signed_by_citizen_on": "2027-02-03"},
    ):
        with pytest.raises(ImportRefused) as refused:
            update(store, a_file(rima(plans=[PLAN, changed])), law)

        assert (refused.value.problem, refused.value.detail) == (ImportProblem.SIGNED_PLAN_CHANGED, "2")
    assert store.content is before
    assert [frozen.plan_id for frozen in before.frozen_plans] == [plan.id for plan in store.case("2026-014").plans]


def test_that_a_signature_was_annulled_is_told_afterwards_and_stays(store: FakeStore, law: PlanLaw) -> None:
    before = store.case("2026-014").plans[0]
    annulled = PLAN | {"annulled": ANNULLED}

    update(store, a_file(rima(plans=[annulled])), law)

    plan = store.case("2026-014").plans[0]
    assert plan == replace(before, annulment=plan.annulment, version=2)
    assert plan.annulment == Annulment(on=date(2026, 11, 5), reason="Forkert borger")
    assert len(store.content.frozen_plans) == 1
    for plans in ([PLAN], [annulled | {"goals": [KITCHEN]}], [annulled | {"annulled": ANNULLED | {"reason": "Fejl"}}]):
        with pytest.raises(ImportRefused) as refused:
            update(store, a_file(rima(plans=plans)), law)
        assert refused.value.problem is ImportProblem.SIGNED_PLAN_CHANGED


def test_a_version_that_comes_annulled_is_not_frozen(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(rima(plans=[PLAN, PLAN | {"version": 2, "annulled": ANNULLED}])), law)

    assert len(store.content.frozen_plans) == 1


def test_a_correction_added_to_a_follow_up_leaves_the_follow_up_as_it_was(store: FakeStore, law: PlanLaw) -> None:
    revisions = len(store.content.history)
    [talk] = RIMA["follow_ups"]
    corrections = [*talk["corrections"], {"on": "2027-02-01", "text": "Praktikken er aftalt"}]

    update(store, a_file(rima(follow_ups=[talk | {"corrections": corrections}])), law)

    assert changed_since(store, revisions) == [("follow_up_corrections", "change")]
    assert [one.text for one in store.case("2026-014").follow_ups[0].corrections] == [
        "Mentor var ikke med",
        "Praktikken er aftalt",
    ]


def test_that_a_goal_was_achieved_is_told_afterwards(store: FakeStore, law: PlanLaw) -> None:
    before = store.case("2026-014").plans[0]

    update(store, a_file(rima(plans=[PLAN | {"goals": [KITCHEN | {"achieved_on": "2027-05-01"}, DANISH]}])), law)

    plan = store.case("2026-014").plans[0]
    assert plan.goals[0].achieved_on == date(2027, 5, 1)
    assert (plan.id, plan.version, plan.goals[0].id) == (before.id, 1, before.goals[0].id)


def test_the_declaration_may_be_signed_afterwards(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(rima(plans=[PLAN | {"declaration_signed_on": "2026-11-05"}])), law)

    assert store.case("2026-014").plans[0].declaration_signed_on == date(2026, 11, 5)


def test_a_signed_plan_stays_frozen_as_it_was(store: FakeStore, law: PlanLaw) -> None:
    before = store.content.frozen_plans[:]
    achieved = PLAN | {"goals": [KITCHEN | {"achieved_on": "2027-05-01"}, DANISH]}

    update(store, a_file(rima(plans=[achieved], citizen=RIMA["citizen"] | {"family_name": "Hassan"})), law)

    assert store.content.frozen_plans == before
    assert before[0].snapshot.citizen.name == "Rima Al-Hassan"


def test_a_draft_may_be_changed_and_is_frozen_when_it_comes_signed(store: FakeStore, law: PlanLaw) -> None:
    draft: Json = {"version": 2, "goals": [{"kind": "education", "text": "Sosu-hjælper"}]}
    update(store, a_file(rima(plans=[PLAN, draft])), law)
    changed = draft | {"goals": [{"kind": "education", "text": "Sosu-assistent"}]}
    signed = {"signed_by_citizen_on": "2027-02-01", "signed_by_municipality_on": "2027-02-03"}

    update(store, a_file(rima(plans=[PLAN, changed])), law)
    frozen_before = len(store.content.frozen_plans)
    update(store, a_file(rima(plans=[PLAN, changed | signed])), law)

    second = store.case("2026-014").plans[1]
    assert frozen_before == 1
    assert [goal.text for goal in second.goals] == ["Sosu-assistent"]
    assert store.content.frozen_plans[1].plan_id == second.id
    assert store.content.frozen_plans[1].snapshot.dated_on == date(2027, 2, 3)


# Households ----------------------------------------------------------------------------------------------------------


def test_a_household_described_anew_is_saved_once_for_all_its_members(store: FakeStore, law: PlanLaw) -> None:
    described = AL_HASSAN | {"coordinating_caseworker": "LØ"}

    report = update(store, a_file(RIMA, a_person("2026-015", "Yonas", "H1"), households=(described,)), law)

    household = store.case("2026-014").household
    assert report.updated == ("2026-014", "2026-015")
    assert household is not None
    assert (household.coordinating_caseworker, household.version) == ("LØ", 2)
    assert store.case("2026-015").household == household
    assert len(store.content.households) == 1


def test_who_had_no_household_comes_into_the_one_the_file_describes(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(a_person("2026-016", "Olena")), law)

    update(store, a_file(a_person("2026-016", "Olena", "H2"), households=(KOVALENKO,)), law)

    household = store.case("2026-016").household
    assert household is not None
    assert household.name == "Kovalenko"


def test_who_leaves_a_household_leaves_the_others_in_it(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(a_person("2026-015", "Yonas")), law)

    assert store.case("2026-015").household is None
    assert store.case("2026-014").household is not None


def test_who_moves_to_another_household_leaves_the_others_in_theirs(store: FakeStore, law: PlanLaw) -> None:
    file = a_file(RIMA, a_person("2026-015", "Yonas", "H2"), households=(AL_HASSAN, KOVALENKO))

    update(store, file, law)

    assert comparable(export_cases(work=store.work)) == comparable(canonical(file))


def test_who_moves_in_with_somebody_known_shares_their_household(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(a_person("2026-016", "Olena", "H2"), households=(KOVALENKO,)), law)
    file = a_file(
        RIMA,
        a_person("2026-015", "Yonas", "H2"),
        a_person("2026-016", "Olena", "H2"),
        households=(AL_HASSAN, KOVALENKO),
    )

    update(store, file, law)

    assert comparable(export_cases(work=store.work)) == comparable(canonical(file))


def test_a_household_that_was_split_into_two_of_the_same_name_is_split(store: FakeStore, law: PlanLaw) -> None:
    file = a_file(RIMA, a_person("2026-015", "Yonas", "H2"), households=(AL_HASSAN, AL_HASSAN | {"id": "H2"}))

    update(store, file, law)

    assert comparable(export_cases(work=store.work)) == comparable(canonical(file))


def lives_with(store: FakeStore, case_number: str) -> set[str]:
    household = store.case(case_number).household
    with store.work() as unit:
        return set(unit.cases.in_household(household.id)) if household else set()


def test_who_is_told_of_alone_and_lives_under_another_name_has_moved_out(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(a_person("2026-015", "Yonas", "H2"), households=(KOVALENKO,)), law)

    moved, stayed = store.case("2026-015").household, store.case("2026-014").household
    assert moved is not None
    assert stayed is not None
    assert (moved.name, stayed.name) == ("Kovalenko", "Al-Hassan")


def test_a_household_the_file_speaks_for_whole_is_renamed(store: FakeStore, law: PlanLaw) -> None:
    renamed = AL_HASSAN | {"name": "Hassan"}

    update(store, a_file(RIMA, a_person("2026-015", "Yonas", "H1"), households=(renamed,)), law)

    household = store.case("2026-015").household
    assert household is not None
    assert (household.name, len(store.content.households)) == ("Hassan", 1)


def test_a_household_of_the_same_name_keeps_whom_the_file_does_not_tell_of(store: FakeStore, law: PlanLaw) -> None:
    described = AL_HASSAN | {"name": "AL-HASSAN", "coordinating_caseworker": "LØ"}

    update(store, a_file(a_person("2026-015", "Yonas", "H1"), households=(described,)), law)

    assert lives_with(store, "2026-014") == {"2026-014", "2026-015"}
    assert store.case("2026-014").household == store.case("2026-015").household


def test_of_a_household_that_was_split_most_of_its_people_stay(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(RIMA, a_person("2026-016", "Olena", "H1"), a_person("2026-015", "Yonas", "H1")), law)
    stayed = store.case("2026-015").household
    others = (a_person("2026-015", "Yonas", "H2"), a_person("2026-016", "Olena", "H2"))

    report = update(store, a_file(RIMA, *others, households=(AL_HASSAN, AL_HASSAN | {"id": "H2"})), law)

    assert (report.updated, report.unchanged) == (("2026-014",), ("2026-015", "2026-016"))
    assert store.case("2026-016").household == stayed
    assert lives_with(store, "2026-014") == {"2026-014"}


def test_two_households_that_become_one_are_one(store: FakeStore, law: PlanLaw) -> None:
    update(store, a_file(a_person("2026-016", "Olena", "H2"), households=(KOVALENKO,)), law)
    file = a_file(RIMA, a_person("2026-015", "Yonas", "H1"), a_person("2026-016", "Olena", "H1"))

    report = update(store, file, law)

    assert (report.updated, report.unchanged) == (("2026-016",), ("2026-014", "2026-015"))
    assert lives_with(store, "2026-016") == {"2026-014", "2026-015", "2026-016"}


def test_without_an_update_who_lives_with_others_now_is_refused(store: FakeStore, law: PlanLaw) -> None:
    file = a_file(RIMA, a_person("2026-015", "Yonas", "H2"), households=(AL_HASSAN, AL_HASSAN | {"id": "H2"}))

    with pytest.raises(ImportRefused) as refused:
        import_cases(file, work=store.work, law=law, today=TODAY)

    assert (refused.value.problem, refused.value.case) == (ImportProblem.DIFFERS, "2026-015")


@st.composite
def two_ways_to_live_together(draw: st.DrawFn) -> tuple[Json, Json]:
    """Two files about the same people, in other households, of which some share a name."""
    numbers = [f"2026-{place:03}" for place in range(1, draw(st.integers(1, 5)) + 1)]
    ids = ("H1", "H2", "H3")

    def a_state() -> Json:
        described = tuple({"id": key, "name": draw(st.sampled_from(["Al-Hassan", "Kovalenko"]))} for key in ids)
        homes = [draw(st.none() | st.sampled_from(ids)) for _ in numbers]
        people = [a_person(number, "Rima", home) for number, home in zip(numbers, homes, strict=True)]
        return a_file(*people, households=described)

    return a_state(), a_state()


@examples
@given(states=two_ways_to_live_together())
def test_after_an_update_people_live_together_as_the_file_says(states: tuple[Json, Json], law: PlanLaw) -> None:
    before, after = states
    store = FakeStore()
    update(store, before, law)

    update(store, after, law)

    assert comparable(export_cases(work=store.work)) == comparable(canonical(after))
    assert update(store, after, law).updated == ()


# Whatever the file ---------------------------------------------------------------------------------------------------


@st.composite
def two_states_of_some_cases(draw: st.DrawFn) -> tuple[Json, Json]:
    """Two files about the same people, who live in no household and have signed nothing."""
    numbers = draw(st.lists(names, max_size=2, unique=True))
    before, after = ([draw(unsigned_persons) | {"case_number": number} for number in numbers] for _ in range(2))
    return a_file(households=()) | {"cases": before}, a_file(households=()) | {"cases": after}


@examples
@given(states=two_states_of_some_cases())
def test_after_an_update_the_store_says_what_the_file_says(states: tuple[Json, Json], law: PlanLaw) -> None:
    before, after = states
    store = FakeStore()
    update(store, before, law)

    update(store, after, law)

    assert comparable(export_cases(work=store.work)) == comparable(canonical(after))
    assert set(update(store, after, law).unchanged) == {case["case_number"] for case in after["cases"]}
