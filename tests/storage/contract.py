"""What every unit of work promises, the store's as well as a fake. Subclass it and give it a fixture `work`."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.ports import Draft, LogAction, UnitOfWork
from desktop_app.domain.case import Case
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.follow_up import FollowUpCorrection
from desktop_app.domain.household import Household
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.phrase import PhrasePlace
from desktop_app.domain.plan import ActivityKind, Annulment, NoSignature, Unsigned
from desktop_app.domain.role import Role, TeamMember
from tests.logos import a_logo
from tests.storage.builders import (
    MOMENT,
    a_case,
    a_citizen,
    a_decision,
    a_document,
    a_draft,
    a_fact_correction,
    a_follow_up,
    a_frozen_plan,
    a_full_case,
    a_full_follow_up,
    a_local_standard,
    a_phrase,
    a_plan,
    a_snapshot,
    new_id,
    saved,
)

Work = Callable[[], AbstractContextManager[UnitOfWork]]
"""Begins units of work that nobody is asked about."""


def add(work: Work, *cases: Case) -> None:
    with work() as unit:
        for case in cases:
            if case.household:
                unit.households.add(case.household)
            unit.cases.add(case)
        unit.commit()


def read(work: Work, case_number: str) -> Case:
    with work() as unit:
        return unit.cases.by_number(case_number)


def change(work: Work, case: Case) -> None:
    with work() as unit:
        unit.cases.save(case)
        unit.commit()


def change_household(work: Work, household: Household) -> None:
    with work() as unit:
        unit.households.save(household)
        unit.commit()


def change_municipality(work: Work, municipality: Municipality) -> None:
    with work() as unit:
        unit.save_municipality(municipality)
        unit.commit()


def keep(work: Work, *kept: Draft) -> None:
    with work() as unit:
        for draft in kept:
            unit.drafts.keep(draft)
        unit.commit()


def drafts(work: Work) -> list[Draft]:
    with work() as unit:
        return unit.drafts.all()


class CasesContract:
    def test_a_case_is_found_by_its_number(self, work: Work) -> None:
        case = a_full_case()

        add(work, case)

        assert read(work, "2026-014") == saved(case)

    def test_a_number_nobody_has_is_not_found(self, work: Work) -> None:
        with work() as unit, pytest.raises(CaseNotFound) as error:
            unit.cases.by_number("2026-999")

        assert error.value.case_number == "2026-999"

    def test_all_cases_come_by_number(self, work: Work) -> None:
        first, second = a_case("2026-002"), a_full_case("2026-001")

        add(work, first, second)

        with work() as unit:
            assert unit.cases.all() == [saved(second), saved(first)]
            assert unit.cases.numbers() == {"2026-002": first.id, "2026-001": second.id}

    def test_who_lives_in_a_household_is_found_by_its_id(self, work: Work) -> None:
        alone, mother = a_case("2026-003"), a_full_case("2026-001")
        assert mother.household
        child = replace(a_case("2026-002"), household=mother.household)
        add(work, alone, mother)

        with work() as unit:
            unit.cases.add(child)

            assert unit.cases.in_household(mother.household.id) == {"2026-001", "2026-002"}
            assert unit.cases.in_household("nobody's") == frozenset()

    def test_a_unit_of_work_sees_what_it_has_added(self, work: Work) -> None:
        case = a_case()

        with work() as unit:
            unit.cases.add(case)

            assert unit.cases.by_number(case.case_number) == saved(case)
            assert unit.cases.numbers() == {case.case_number: case.id}

    def test_without_a_commit_nothing_happened(self, work: Work) -> None:
        with work() as unit:
            unit.cases.add(a_case())

        with work() as unit:
            assert unit.cases.all() == []

    def test_an_error_takes_everything_back(self, work: Work) -> None:
        def add_and_fail() -> None:
            with work() as unit:
                unit.cases.add(a_case())
                unit.cases.by_number("2026-999")
                unit.commit()

        with pytest.raises(CaseNotFound):
            add_and_fail()

        with work() as unit:
            assert unit.cases.all() == []

    def test_many_cases_are_added_like_one(self, work: Work) -> None:
        household = Household(id=new_id(), name="Al-Hassan")
        cases = [a_full_case(f"2026-{number:03}", household=household) for number in range(1, 4)]

        with work() as unit:
            unit.households.add(household)
            unit.cases.add_many(cases)
            unit.commit()

        with work() as unit:
            assert unit.cases.all() == [saved(case) for case in cases]

    def test_a_case_that_was_saved_is_not_added_again(self, work: Work) -> None:
        add(work, a_case())
        case = read(work, "2026-014")

        with work() as unit:
            with pytest.raises(ValueError, match="saved before"):
                unit.cases.add(case)
            with pytest.raises(ValueError, match="saved before"):
                unit.cases.add_many([case])

    def test_a_citizen_may_have_a_second_case(self, work: Work) -> None:
        add(work, a_case("2026-001"))
        citizen = read(work, "2026-001").citizen

        add(work, a_case("2026-002", citizen=citizen))

        assert read(work, "2026-002").citizen == citizen

    def test_only_the_records_that_differ_get_a_new_version(self, work: Work) -> None:
        add(work, a_full_case())
        case = read(work, "2026-014")
        plan = case.plans[0]
        goal = replace(plan.goals[0], achieved_on=date(2027, 5, 1))

        change(work, replace(case, plans=(replace(plan, goals=(goal, plan.goals[1])),)))

        changed = replace(plan, goals=(replace(goal, version=2), plan.goals[1]))
        assert read(work, "2026-014") == replace(case, plans=(changed,))

    def test_facts_are_added_to_a_case_that_was_read_earlier(self, work: Work) -> None:
        add(work, a_full_case())
        case, talk = read(work, "2026-014"), a_follow_up(held_on=date(2027, 4, 20))

        change(work, replace(case, follow_ups=(*case.follow_ups, talk)))

        assert read(work, "2026-014").follow_ups == (*case.follow_ups, saved(talk))

    def test_a_change_of_the_citizen_is_saved_with_the_case(self, work: Work) -> None:
        add(work, a_case())
        case = read(work, "2026-014")

        change(work, replace(case, citizen=replace(case.citizen, languages=("ar",))))

        assert read(work, "2026-014").citizen == replace(case.citizen, languages=("ar",), version=2)

    def test_a_case_may_get_another_citizen(self, work: Work) -> None:
        add(work, a_case())
        case, citizen = read(work, "2026-014"), a_citizen(given_names="Yonas")

        change(work, replace(case, citizen=citizen))

        assert read(work, "2026-014") == replace(case, citizen=saved(citizen), version=2)

    def test_a_record_is_taken_away_from_a_case_read_in_the_same_unit(self, work: Work) -> None:
        add(work, a_full_case())

        with work() as unit:
            case = unit.cases.by_number("2026-014")
            unit.cases.save(replace(case, notes=(), plans=(replace(case.plans[0], goals=case.plans[0].goals[1:]),)))
            unit.commit()

        back = read(work, "2026-014")
        assert back.notes == ()
        assert [goal.text for goal in back.plans[0].goals] == ["Modul 3"]

    def test_a_record_somebody_else_added_is_never_taken_away_by_an_older_copy(self, work: Work) -> None:
        add(work, a_full_case())
        older = read(work, "2026-014")
        change(work, replace(older, follow_ups=(*older.follow_ups, a_follow_up(held_on=date(2027, 4, 20)))))

        with pytest.raises(ChangedMeanwhile):
            change(work, replace(older, takeover_on=None))

        assert len(read(work, "2026-014").follow_ups) == 2

    def test_the_second_of_two_who_change_one_record_is_told(self, work: Work) -> None:
        add(work, a_case())
        case = read(work, "2026-014")
        change(work, replace(case, responsible_caseworker="MJ"))

        with pytest.raises(ChangedMeanwhile) as error:
            change(work, replace(case, responsible_caseworker="LØ"))

        assert error.value.record == case.id
        assert read(work, "2026-014").responsible_caseworker == "MJ"

    def test_a_change_to_a_record_somebody_took_away_is_refused(self, work: Work) -> None:
        add(work, a_full_case())
        older = read(work, "2026-014")
        with work() as unit:
            unit.cases.save(replace(unit.cases.by_number("2026-014"), notes=()))
            unit.commit()

        with pytest.raises(ChangedMeanwhile):
            change(work, replace(older, notes=(replace(older.notes[0], text="Rettet"),)))

    def test_a_case_the_store_does_not_have_cannot_be_saved(self, work: Work) -> None:
        with pytest.raises(ChangedMeanwhile):
            change(work, saved(a_case()))

    def test_a_case_is_saved_twice_in_one_unit(self, work: Work) -> None:
        add(work, a_case())
        talk, second = a_follow_up(), a_follow_up(held_on=date(2027, 4, 20))

        with work() as unit:
            case = unit.cases.by_number("2026-014")
            unit.cases.save(replace(case, follow_ups=(talk,), takeover_on=date(2026, 10, 1)))
            unit.cases.save(
                replace(case, follow_ups=(replace(talk, note="Rettet"), second), takeover_on=date(2026, 10, 2))
            )
            unit.cases.save(replace(case, follow_ups=(replace(talk, note="Rettet"),), takeover_on=date(2026, 10, 2)))
            unit.commit()

        back = read(work, "2026-014")
        assert [talk.note for talk in back.follow_ups] == ["Rettet"]
        assert back.takeover_on == date(2026, 10, 2)

    @pytest.mark.parametrize(
        "changes",
        [
            {"ready_on": date(2026, 10, 20)},
            {"unsigned": Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke skrive under")},
            {"unsigned": Unsigned(why=NoSignature.UNABLE, reason="")},
            {"annulment": Annulment(on=date(2026, 11, 2), reason="Forkert borger")},
            {"signed_by_municipality_on": date(2026, 10, 28), "signed_by_interpreter_on": date(2026, 10, 28)},
        ],
    )
    def test_what_becomes_of_a_plan_is_kept_and_taken_back(self, work: Work, changes: dict[str, object]) -> None:
        add(work, a_full_case())
        case = read(work, "2026-014")

        change(work, replace(case, plans=(replace(case.plans[0], **changes),)))  # type: ignore[arg-type]
        changed = read(work, "2026-014")
        change(work, replace(changed, plans=(replace(case.plans[0], version=2),)))

        assert changed.plans == (replace(case.plans[0], version=2, **changes),)  # type: ignore[arg-type]
        assert read(work, "2026-014").plans == (replace(case.plans[0], version=3),)

    def test_a_correction_is_a_record_of_its_own_below_its_follow_up(self, work: Work) -> None:
        add(work, a_case(follow_ups=(a_full_follow_up(),)))
        case = read(work, "2026-014")
        [talk] = case.follow_ups
        earlier = FollowUpCorrection(id=new_id(), on=date(2027, 1, 22), text="Tolken var der kun i begyndelsen")

        change(work, replace(case, follow_ups=(replace(talk, corrections=(*talk.corrections, earlier)),)))

        corrected = replace(talk, corrections=(saved(earlier), *talk.corrections))
        assert read(work, "2026-014") == replace(case, follow_ups=(corrected,))

    def test_a_follow_up_goes_with_its_corrections(self, work: Work) -> None:
        add(work, a_case(follow_ups=(a_full_follow_up(),)))

        with work() as unit:
            unit.cases.save(replace(unit.cases.by_number("2026-014"), follow_ups=()))
            unit.commit()

        assert read(work, "2026-014").follow_ups == ()

    def test_corrected_dates_stay_on_the_case_in_order(self, work: Work) -> None:
        add(work, a_case(corrections=(a_fact_correction(),)))
        case = read(work, "2026-014")
        earlier = a_fact_correction(on=date(2026, 10, 6), before=None)

        change(work, replace(case, corrections=(*case.corrections, earlier)))

        assert read(work, "2026-014").corrections == (saved(earlier), *case.corrections)

    def test_decisions_about_deadlines_stay_on_the_case_in_order(self, work: Work) -> None:
        add(work, a_case(decisions=(a_decision(),)))
        case = read(work, "2026-014")
        earlier = a_decision(made_on=date(2026, 11, 2), kind=DecisionKind.MEETING, cause=None, on=date(2026, 11, 9))

        change(work, replace(case, decisions=(*case.decisions, earlier)))

        assert read(work, "2026-014").decisions == (saved(earlier), *case.decisions)

    def test_a_moment_is_the_same_whatever_the_clock_it_was_read_from(self, work: Work) -> None:
        danish = timezone(timedelta(hours=2))
        talk = a_follow_up(finished_at=datetime(2026, 7, 1, 0, 30, 59, 250, tzinfo=danish))
        add(work, a_case(follow_ups=(talk,)))
        case = read(work, "2026-014")
        [back] = case.follow_ups

        change(work, case)

        assert back.finished_at == talk.finished_at
        assert read(work, "2026-014") == case


class DraftsContract:
    def test_a_draft_is_there_until_it_is_discarded(self, work: Work) -> None:
        draft = a_draft()
        keep(work, draft)
        with work() as unit:
            assert unit.drafts.all() == [draft]
            unit.drafts.discard(draft.id)
            assert unit.drafts.all() == []
            unit.commit()

        assert drafts(work) == []

    def test_a_draft_is_kept_in_the_place_of_the_one_with_its_id(self, work: Work) -> None:
        draft = a_draft()
        other = a_draft(saved_at=MOMENT - timedelta(hours=1))
        longer = replace(draft, content={"note": "Gik godt"}, based_on={}, saved_at=MOMENT + timedelta(seconds=1))

        keep(work, draft, other, longer)

        assert drafts(work) == [longer, other]

    def test_drafts_come_latest_first_and_say_whose_they_are(self, work: Work) -> None:
        danish = timezone(timedelta(hours=2))
        late = a_draft(user="Lars Østergaard", saved_at=datetime(2026, 3, 3, 11, 30, tzinfo=danish))
        later = a_draft(user="Mette Jensen", saved_at=late.saved_at + timedelta(microseconds=1))
        early = a_draft(user="Ida Holm")

        keep(work, late, early, later)

        assert [draft.user for draft in drafts(work)] == ["Mette Jensen", "Lars Østergaard", "Ida Holm"]
        assert drafts(work) == [later, late, early]

    def test_whatever_was_typed_comes_back(self, work: Work) -> None:
        typed = {"": "", "native_name": "ريما", "half": "\ud800", "line": "a\0b\n", "goals": [{"text": "x" * 9000}, []]}
        draft = a_draft(content=typed, subject="")

        keep(work, draft)

        assert drafts(work) == [draft]

    def test_a_draft_is_kept_as_it_was_then(self, work: Work) -> None:
        content = {"goals": ["Arbejde"]}
        keep(work, a_draft(content=content))

        content["goals"].append("Dansk")

        assert drafts(work)[0].content == {"goals": ["Arbejde"]}

    def test_a_draft_nobody_has_is_discarded_without_an_error(self, work: Work) -> None:
        with work() as unit:
            unit.drafts.discard("nobody")
            unit.commit()

    def test_a_draft_that_is_not_committed_is_not_kept(self, work: Work) -> None:
        keep(work, there := a_draft())
        with work() as unit:
            unit.drafts.keep(a_draft())
            unit.drafts.discard(there.id)

        assert drafts(work) == [there]

    def test_a_draft_goes_with_the_save_it_was_for_or_stays(self, work: Work) -> None:
        add(work, a_case())
        case, draft = read(work, "2026-014"), a_draft()
        keep(work, draft)

        def save(takeover_on: date) -> None:
            with work() as unit:
                unit.cases.save(replace(case, takeover_on=takeover_on))
                unit.drafts.discard(draft.id)
                unit.commit()

        save(date(2026, 10, 1))
        assert drafts(work) == []

        keep(work, draft)
        with pytest.raises(ChangedMeanwhile):
            save(date(2026, 10, 2))
        assert drafts(work) == [draft]

    @pytest.mark.parametrize(
        "changes",
        [
            {"saved_at": MOMENT.replace(tzinfo=None)},
            {"content": {"when": MOMENT}},
            {"content": {"hours": float("nan")}},
        ],
    )
    def test_a_draft_that_could_not_come_back_is_not_taken(self, work: Work, changes: dict[str, object]) -> None:
        with work() as unit, pytest.raises((TypeError, ValueError)):
            unit.drafts.keep(a_draft(**changes))


class HouseholdsContract:
    def test_households_come_by_id(self, work: Work) -> None:
        households = [Household(id=new_id(), name=name) for name in ("Tesfay", "Al-Hassan", "Kovalenko")]

        with work() as unit:
            for household in households:
                unit.households.add(household)
            unit.commit()

        with work() as unit:
            assert unit.households.all() == sorted(map(saved, households), key=lambda household: household.id)

    def test_a_household_is_changed(self, work: Work) -> None:
        add(work, a_full_case())
        with work() as unit:
            [household] = unit.households.all()
            unit.households.save(replace(household, coordinating_caseworker="LØ"))
            unit.commit()

        assert read(work, "2026-014").household == replace(household, coordinating_caseworker="LØ", version=2)

    def test_the_second_of_two_who_change_a_household_is_told(self, work: Work) -> None:
        household = Household(id=new_id(), name="Al-Hassan")
        with work() as unit:
            unit.households.add(household)
            unit.commit()
        change_household(work, replace(saved(household), name="Al-Hasan"))

        with pytest.raises(ChangedMeanwhile):
            change_household(work, replace(saved(household), name="Hassan"))

    def test_a_household_the_store_does_not_have_cannot_be_saved(self, work: Work) -> None:
        with pytest.raises(ChangedMeanwhile):
            change_household(work, saved(Household(id=new_id(), name="Al-Hassan")))


class SettingsContract:
    def test_the_municipality_is_changed(self, work: Work) -> None:
        with work() as unit:
            before = unit.municipality()
            unit.save_municipality(replace(before, team="Integration og beskæftigelse", uses_suspension=False))
            unit.commit()

        with work() as unit:
            expected = replace(before, team="Integration og beskæftigelse", uses_suspension=False, version=2)
            assert unit.municipality() == expected

    def test_a_logo_comes_back_with_its_bytes_and_goes(self, work: Work) -> None:
        logo = a_logo()
        with work() as unit:
            change = replace(unit.municipality(), logo=logo)
        change_municipality(work, change)
        with work() as unit:
            found = unit.municipality()
        assert found.logo
        assert (found.logo, found.logo.content) == (logo, logo.content)

        change_municipality(work, replace(found, logo=None))

        with work() as unit:
            assert unit.municipality().logo is None

    def test_the_second_of_two_who_change_the_municipality_is_told(self, work: Work) -> None:
        with work() as unit:
            before = unit.municipality()
        change_municipality(work, replace(before, team="A"))

        with pytest.raises(ChangedMeanwhile):
            change_municipality(work, replace(before, team="B"))

    def test_acts_that_change_nothing_are_noted(self, work: Work) -> None:
        with work() as unit:
            unit.note(LogAction.SEARCHED, criterion="5f2c")
            unit.note(LogAction.LISTED)
            unit.commit()


class FrozenPlansContract:
    @pytest.fixture
    def plan_id(self, work: Work) -> str:
        plan = a_plan(signed_by_citizen_on=date(2026, 10, 28), signed_by_municipality_on=date(2026, 10, 28))
        add(work, a_case(plans=(plan,)))
        return plan.id

    def test_a_plan_that_was_not_frozen_has_no_snapshot(self, work: Work, plan_id: str) -> None:
        with work() as unit:
            assert unit.frozen_plans.of_plan(plan_id) is None

    def test_a_signed_plan_keeps_its_snapshot(self, work: Work, plan_id: str) -> None:
        frozen = a_frozen_plan(plan_id)

        with work() as unit:
            unit.frozen_plans.add(frozen)
            unit.commit()

        with work() as unit:
            assert unit.frozen_plans.of_plan(plan_id) == frozen

    def test_of_a_plan_signed_again_the_latest_snapshot_counts(self, work: Work, plan_id: str) -> None:
        again = a_frozen_plan(plan_id, snapshot=a_snapshot(dated_on=date(2026, 11, 4)))
        for frozen in (a_frozen_plan(plan_id), again):
            with work() as unit:
                unit.frozen_plans.add(frozen)
                unit.commit()

        with work() as unit:
            assert unit.frozen_plans.of_plan(plan_id) == again

    def test_the_first_document_of_its_kind_and_language_stays(self, work: Work, plan_id: str) -> None:
        frozen = a_frozen_plan(plan_id)
        first, later = a_document(frozen.id, b"%PDF first"), a_document(frozen.id, b"%PDF later")
        with work() as unit:
            unit.frozen_plans.add(frozen)
            unit.frozen_plans.add_document(first)
            unit.commit()

        with work() as unit:
            unit.frozen_plans.add_document(later)
            unit.commit()

        with work() as unit:
            assert unit.frozen_plans.document(frozen.id, "plan", "da") == first
            assert unit.frozen_plans.document(frozen.id, "plan", "ar") is None

    def test_two_documents_may_have_the_same_bytes(self, work: Work, plan_id: str) -> None:
        frozen = a_frozen_plan(plan_id)
        documents = [a_document(frozen.id, language=language) for language in ("da", "en")]

        with work() as unit:
            unit.frozen_plans.add(frozen)
            for document in documents:
                unit.frozen_plans.add_document(document)
            unit.commit()

        with work() as unit:
            kept = [unit.frozen_plans.document(frozen.id, "plan", document.language) for document in documents]
            assert kept == documents

    def test_a_document_must_fit_its_hash(self, work: Work, plan_id: str) -> None:
        with work() as unit, pytest.raises(ValueError, match="SHA-256"):
            unit.frozen_plans.add_document(a_document(plan_id, sha256="0" * 64))


class LocalStandardsContract:
    def test_standards_come_by_the_day_they_hold_from(self, work: Work) -> None:
        later, earlier = a_local_standard(), a_local_standard(valid_from=date(2026, 1, 1))
        with work() as unit:
            for standard in (later, earlier):
                unit.local_standards.add(standard)
            unit.commit()

        with work() as unit:
            assert unit.local_standards.all() == [saved(earlier), saved(later)]

    def test_a_standard_that_was_saved_is_not_added_again(self, work: Work) -> None:
        with work() as unit, pytest.raises(ValueError, match="saved before"):
            unit.local_standards.add(a_local_standard(version=1))

    def test_a_standard_is_taken_away_once(self, work: Work) -> None:
        standard = a_local_standard()
        with work() as unit:
            unit.local_standards.add(standard)
            unit.commit()
        with work() as unit:
            unit.local_standards.remove(saved(standard))
            unit.commit()

        with work() as unit:
            assert unit.local_standards.all() == []
            with pytest.raises(ChangedMeanwhile):
                unit.local_standards.remove(saved(standard))


class MembersContract:
    def test_roles_come_back_by_id_as_they_were_given(self, work: Work) -> None:
        members = [TeamMember(id=new_id(), role=role) for role in Role]
        with work() as unit:
            for member in members:
                unit.members.add(member)
            unit.commit()

        with work() as unit:
            assert unit.members.all() == sorted(map(saved, members), key=lambda member: member.id)

    def test_a_role_is_given_once_and_changed_by_one_at_a_time(self, work: Work) -> None:
        member = TeamMember(id=new_id(), role=Role.CASEWORKER)
        with work() as unit:
            unit.members.add(member)
            unit.commit()
        with work() as unit, pytest.raises(ValueError, match="saved before"):
            unit.members.add(replace(member, version=1))
        with work() as unit:
            unit.members.save(replace(saved(member), role=Role.LEADER))
            unit.commit()

        with work() as unit:
            assert unit.members.all() == [replace(member, role=Role.LEADER, version=2)]
            with pytest.raises(ChangedMeanwhile):
                unit.members.save(replace(saved(member), role=Role.AUDITOR))
            with pytest.raises(ChangedMeanwhile):
                unit.members.remove(saved(member))

    def test_a_role_is_taken_away_once(self, work: Work) -> None:
        member = TeamMember(id=new_id(), role=Role.CASEWORKER)
        with work() as unit:
            unit.members.add(member)
            unit.commit()
        with work() as unit:
            unit.members.remove(saved(member))
            unit.commit()

        with work() as unit:
            assert unit.members.all() == []
            with pytest.raises(ChangedMeanwhile):
                unit.members.remove(saved(member))
            with pytest.raises(ChangedMeanwhile):
                unit.members.save(saved(member))


class PhrasesContract:
    def test_phrases_of_every_place_come_back_as_they_were_kept(self, work: Work) -> None:
        phrases = [
            a_phrase(),
            a_phrase(kind=None, name=""),
            a_phrase(place=PhrasePlace.ACTIVITY, kind=ActivityKind.MENTOR),
            *(a_phrase(place=place, kind=None) for place in PhrasePlace),
        ]
        with work() as unit:
            for phrase in phrases:
                unit.phrases.add(phrase)
            unit.commit()

        with work() as unit:
            assert unit.phrases.all() == sorted(map(saved, phrases), key=lambda phrase: phrase.id)

    def test_a_phrase_that_was_saved_is_not_added_again(self, work: Work) -> None:
        with work() as unit, pytest.raises(ValueError, match="saved before"):
            unit.phrases.add(a_phrase(version=1))

    def test_a_phrase_is_changed_by_one_at_a_time(self, work: Work) -> None:
        phrase = a_phrase()
        with work() as unit:
            unit.phrases.add(phrase)
            unit.commit()
        with work() as unit:
            unit.phrases.save(replace(saved(phrase), text="Andet"))
            unit.commit()

        with work() as unit:
            assert unit.phrases.all() == [replace(phrase, text="Andet", version=2)]
            with pytest.raises(ChangedMeanwhile):
                unit.phrases.save(replace(saved(phrase), text="Sidst"))
            with pytest.raises(ChangedMeanwhile):
                unit.phrases.remove(saved(phrase))

    def test_a_phrase_is_taken_away_once_and_saved_no_more(self, work: Work) -> None:
        phrase = a_phrase()
        with work() as unit:
            unit.phrases.add(phrase)
            unit.commit()
        with work() as unit:
            unit.phrases.remove(saved(phrase))
            unit.commit()

        with work() as unit:
            assert unit.phrases.all() == []
            with pytest.raises(ChangedMeanwhile):
                unit.phrases.remove(saved(phrase))
            with pytest.raises(ChangedMeanwhile):
                unit.phrases.save(saved(phrase))


class WorkContract(
    CasesContract,
    DraftsContract,
    HouseholdsContract,
    LocalStandardsContract,
    MembersContract,
    PhrasesContract,
    SettingsContract,
    FrozenPlansContract,
):
    """Everything above; a subclass gives `work` as a fixture."""
