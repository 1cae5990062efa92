"""The store in memory keeps the promises of the real one, so that what use cases prove with it holds."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from random import Random
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.application.export_cases import export_cases
from desktop_app.application.import_cases import ImportReport, import_cases
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.application.ports import FollowUpLine, LogAction, ReadModel, UnitOfWork
from desktop_app.application.print_plan import print_plan
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.follow_up import FollowUpCorrection, FollowUpForm
from desktop_app.domain.plan import Annulment, NoSignature, Unsigned
from desktop_app.domain.role import Act
from tests.application.exchange_content import Json, a_file, canonical, comparable
from tests.application.exchange_strategies import contents, examples, spelled_otherwise, unsigned_persons
from tests.builders import a_case, a_citizen, a_follow_up, a_household, a_plan, an_attempt, new_id
from tests.fakes import EKSEMPELKOMMUNE, USER, FakePrinter, FakeStore, a_line_of
from tests.storage.builders import a_draft, a_new_store
from tests.storage.contract import Work, WorkContract, add, change, keep, read

UNWILLING = Unsigned(why=NoSignature.UNWILLING, reason="Vil ikke skrive under")
ANNULLED = Annulment(on=date(2026, 11, 5), reason="Forkert borger")

few_examples = settings(examples, max_examples=8)


class Office(Protocol):
    """A store as use cases see it."""

    @property
    def read(self) -> ReadModel: ...

    def work(self, act: Act | None = None) -> AbstractContextManager[UnitOfWork]: ...


class ReadContract:
    """What lists are fed with; a subclass gives `office` as a fixture."""

    def test_the_facts_are_those_of_each_case_read_whole(self, office: Office) -> None:
        cases = [a_case(case_number=f"2026-{number:03}", plans=(a_plan(),)) for number in range(3)]
        add(office.work, *cases)

        facts = office.read.facts()

        assert {one.case_number: one for one in facts} == {case.case_number: facts_of(case) for case in cases}

    def test_every_case_has_its_id_listed_once(self, office: Office) -> None:
        cases = [a_case(case_number=f"2026-{number:03}") for number in range(3)]
        add(office.work, *cases)

        assert sorted(office.read.case_ids()) == sorted(case.id for case in cases)

    def test_lines_come_by_case_number_with_the_name_of_the_household(self, office: Office) -> None:
        household = a_household(name="Kovalenko")
        second, first = a_case(case_number="2026-002"), a_case(case_number="2026-001", household=household)
        add(office.work, second, first)

        lines = office.read.case_lines()

        assert lines == [a_line_of(first), a_line_of(second)]
        assert [line.household_name for line in lines] == ["Kovalenko", None]

    def test_what_was_not_committed_is_on_no_list(self, office: Office) -> None:
        with office.work() as unit:
            unit.cases.add(a_case())

        assert office.read.facts() == []
        assert office.read.case_lines() == []
        assert office.read.follow_up_lines() == []

    def test_facts_and_lines_of_some_cases_are_those_of_all_without_the_others(self, office: Office) -> None:
        cases = [a_case(case_number=f"2026-{number:03}") for number in (3, 1, 2)]
        add(office.work, *cases)
        wanted = {cases[0].id, cases[1].id, "nobody"}

        facts, lines = office.read.facts(wanted), office.read.case_lines(wanted)

        assert sorted(one.case_number for one in facts) == ["2026-001", "2026-003"]
        assert lines == [line for line in office.read.case_lines() if line.case_id in wanted]
        assert [line.case_number for line in lines] == ["2026-001", "2026-003"]
        assert office.read.facts(()) == []
        assert office.read.case_lines(()) == []

    def test_some_cases_are_read_whole_as_each_alone(self, office: Office) -> None:
        cases = [a_case(case_number=f"2026-{number:03}", follow_ups=(a_follow_up(),)) for number in (3, 1, 2)]
        add(office.work, *cases)

        found = office.read.cases({cases[0].id, cases[1].id, "nobody"})

        assert {case.case_number: case for case in found} == {
            number: read(office.work, number) for number in ("2026-001", "2026-003")
        }
        assert len(found) == 2
        assert office.read.cases(()) == []

    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"signed_by_citizen_on": None},
            {"signed_by_citizen_on": None, "unsigned": UNWILLING},
            {"signed_by_municipality_on": None, "unsigned": UNWILLING},
            {"unsigned": UNWILLING, "signed_by_citizen_on": date(2026, 11, 3)},
            {"annulment": ANNULLED},
            {"signed_by_citizen_on": None, "unsigned": UNWILLING, "annulment": ANNULLED},
        ],
    )
    def test_a_plan_counts_the_same_read_whole_or_among_all(self, office: Office, changes: dict[str, object]) -> None:
        plan = a_plan(**changes)
        add(office.work, a_case(plans=(plan,)))

        [facts] = office.read.facts()

        assert facts == facts_of(read(office.work, "2026-014"))
        [fact] = facts.plans
        assert fact.signed_on == plan.signed_on
        assert fact.declaration_signed_on == (None if plan.annulment else plan.declaration_signed_on)

    def test_follow_ups_come_latest_first_with_the_meeting_planned_next(self, office: Office) -> None:
        attempt = an_attempt(held_on=date(2027, 1, 19), form=FollowUpForm.PHONE)
        talks = (a_follow_up(next_on=date(2027, 4, 20)), attempt)
        first, second = a_case(case_number="2026-001", follow_ups=talks), a_case(follow_ups=(a_follow_up(),))
        add(office.work, first, second)

        *latest, last = office.read.follow_up_lines()

        assert last == FollowUpLine(first.id, date(2027, 1, 19), FollowUpForm.PHONE, attempted_only=True, next_on=None)
        day = date(2027, 1, 20)
        expected = [
            FollowUpLine(first.id, day, FollowUpForm.MEETING, attempted_only=False, next_on=date(2027, 4, 20)),
            FollowUpLine(second.id, day, FollowUpForm.MEETING, attempted_only=False, next_on=None),
        ]
        assert latest == sorted(expected)

    def test_follow_ups_of_one_day_come_in_an_order_that_does_not_depend_on_ids(self, office: Office) -> None:
        planned = a_follow_up(id="b", next_on=date(2027, 4, 20))
        talks = (an_attempt(id="a"), a_follow_up(id="0"), planned, a_follow_up(id="z", form=FollowUpForm.LETTER))
        add(office.work, a_case(follow_ups=talks))

        lines = office.read.follow_up_lines()

        assert [(line.form, line.attempted_only, line.next_on) for line in lines] == [
            (FollowUpForm.LETTER, False, None),
            (FollowUpForm.MEETING, False, date(2027, 4, 20)),
            (FollowUpForm.MEETING, False, None),
            (FollowUpForm.MEETING, True, None),
        ]

    def test_follow_ups_come_in_the_order_of_their_lines_of_some_cases_too(self, office: Office) -> None:
        for number in range(3):
            talks = (
                a_follow_up(held_on=date(2027, 1, 2), next_on=date(2027, 2, 2)),
                a_follow_up(form=FollowUpForm.PHONE),
                an_attempt(form=FollowUpForm.MEETING),
                a_follow_up(),
            )
            add(office.work, a_case(case_number=f"2026-{number:03}", follow_ups=talks))
        wanted = {read(office.work, f"2026-{number:03}").id for number in (0, 2)}

        lines, some = office.read.follow_up_lines(), office.read.follow_up_lines(wanted)

        assert lines == sorted(lines, key=lambda line: line.order)
        assert some == [line for line in lines if line.case_id in wanted]
        assert len(some) == 8

    def test_the_cases_opened_last_come_latest_first_and_once(self, office: Office) -> None:
        cases = [a_case(case_number=f"2026-{number:03}") for number in range(4)]
        add(office.work, *cases)
        first, second, third, _ = (case.id for case in cases)
        for opened in (first, second, first, third, first, "nobody"):
            with office.work() as unit:
                unit.note(LogAction.OPENED_CASE, opened)
                unit.note(LogAction.PRINTED, second)
                unit.commit()

        assert office.read.recent_cases(USER, 9) == [first, third, second]
        assert office.read.recent_cases(USER, 2) == [first, third]
        assert office.read.recent_cases(USER, 0) == []
        assert office.read.recent_cases("Somebody else", 9) == []

    def test_a_correction_is_in_the_history_of_the_case_its_follow_up_belongs_to(self, office: Office) -> None:
        add(office.work, a_case(follow_ups=(a_follow_up(),)), a_case(case_number="2026-015"))
        case = read(office.work, "2026-014")
        correction = FollowUpCorrection(id=new_id(), on=date(2027, 1, 25), text="Mentor var ikke med")
        talk = replace(case.follow_ups[0], corrections=(correction,))
        change(office.work, replace(case, follow_ups=(talk,)))

        latest, *_ = office.read.history(case.id)

        assert (latest.kind, latest.record, latest.before) == ("follow_up_corrections", correction.id, {})
        assert latest.after["text"] == "Mentor var ikke med"
        of_other = office.read.history(read(office.work, "2026-015").id)
        assert correction.id not in {line.record for line in of_other}

    def test_a_draft_is_in_no_history_and_no_list(self, office: Office) -> None:
        add(office.work, a_case())
        case = read(office.work, "2026-014")
        before = office.read.history(case.id)

        keep(office.work, a_draft(subject=case.id))

        assert office.read.history(case.id) == before
        assert office.read.recent_cases(USER, 9) == []

    def test_the_history_says_what_was_there_before_and_after_latest_first(self, office: Office) -> None:
        add(office.work, a_case(takeover_on=None))
        case = read(office.work, "2026-014")
        change(office.work, replace(case, takeover_on=date(2026, 10, 1)))

        latest, *earlier = office.read.history(case.id)

        assert (latest.kind, latest.record, latest.action, latest.user) == ("cases", case.id, "change", USER)
        assert latest.before == {"takeover_on": None}
        assert latest.after == {"takeover_on": date(2026, 10, 1)}
        assert {"citizens", "cases", "plans", "goals", "activities", "attachments"} == {line.kind for line in earlier}
        assert all(line.before == {} for line in earlier)

    def test_the_history_holds_what_was_taken_away_and_what_became_of_the_citizen(self, office: Office) -> None:
        add(office.work, a_case(follow_ups=(a_follow_up(note="Gik godt"),)))
        with office.work() as unit:
            case = unit.cases.by_number("2026-014")
            renamed = replace(case.citizen, family_name="Hassan")
            unit.cases.save(replace(case, follow_ups=(), citizen=renamed))
            unit.commit()

        lines = {line.kind: line for line in office.read.history(case.id)[:2]}

        assert lines["citizens"].before == {"family_name": "Al-Hassan"}
        assert lines["citizens"].after == {"family_name": "Hassan"}
        assert lines["follow_ups"].action == "delete"
        assert lines["follow_ups"].before["note"] == "Gik godt"
        assert lines["follow_ups"].after == {}

    def test_the_history_of_one_case_says_nothing_of_another(self, office: Office) -> None:
        first, second = a_case(case_number="2026-001"), a_case(case_number="2026-002", citizen=a_citizen())
        add(office.work, first, second)

        of_second = {line.record for line in office.read.history(second.id)}

        assert second.id in of_second
        assert of_second.isdisjoint({first.id, first.citizen.id})

    def test_a_record_that_did_not_change_is_in_no_new_line(self, office: Office) -> None:
        add(office.work, a_case())
        before = office.read.history(read(office.work, "2026-014").id)

        change(office.work, read(office.work, "2026-014"))

        assert office.read.history(read(office.work, "2026-014").id) == before


class UnitContract:
    """How long a unit of work lives; a subclass gives `office` as a fixture."""

    def test_there_is_one_unit_of_work_at_a_time(self, office: Office) -> None:
        with office.work(), pytest.raises(RuntimeError, match="a unit of work is open"):
            office.work().__enter__()

    def test_a_case_whose_household_is_nowhere_is_not_kept(self, office: Office) -> None:
        def add_without_household() -> None:
            with office.work() as unit:
                unit.cases.add(a_case(household=a_household()))
                unit.commit()

        with pytest.raises(Exception, match=r"FOREIGN KEY|record-"):
            add_without_household()

        assert office.read.case_lines() == []

    def test_a_unit_that_was_committed_is_over(self, office: Office) -> None:
        with office.work() as unit:
            unit.commit()

            with pytest.raises(Exception, match=r"no unit of work is open|closed"):
                unit.cases.add(a_case(case_number=new_id()))


class ExchangeContract:
    """What went in comes out; a subclass gives `new_office`, which makes an empty store, as a fixture."""

    @few_examples
    @given(content=contents(most=2), chance=st.randoms(use_true_random=False))
    def test_what_went_in_comes_out_and_is_known_again(
        self, content: Json, chance: Random, new_office: Callable[[], Office], law: PlanLaw
    ) -> None:
        office, other = new_office(), new_office()

        bring_in(office, content, law)
        exported = export_cases(work=office.work)
        again = bring_in(office, spelled_otherwise(content, chance), law)
        bring_in(other, exported, law)

        assert comparable(exported) == comparable(canonical(content))
        assert set(again.unchanged) == {case["case_number"] for case in content["cases"]}
        assert export_cases(work=other.work) == exported

    @few_examples
    @given(before=unsigned_persons, after=unsigned_persons)
    def test_after_an_update_the_store_says_what_the_file_says(
        self, before: Json, after: Json, new_office: Callable[[], Office], law: PlanLaw
    ) -> None:
        office = new_office()
        first, second = (
            a_file(households=()) | {"cases": [person | {"case_number": "2026-014"}]} for person in (before, after)
        )

        bring_in(office, first, law)
        bring_in(office, second, law, update=True)

        assert comparable(export_cases(work=office.work)) == comparable(canonical(second))
        assert office.read.facts() == [facts_of(read(office.work, "2026-014"))]

    def test_a_signed_plan_that_came_in_is_printed_once_for_ever(
        self, new_office: Callable[[], Office], law: PlanLaw
    ) -> None:
        office, printer = new_office(), FakePrinter()
        bring_in(office, a_file(), law)

        first, second = (
            print_plan("2026-014", work=office.work, printer=printer, law=law, today=date(year, 1, 1))
            for year in (2027, 2031)
        )

        assert first == second
        assert len(printer.snapshots) == 1


def bring_in(office: Office, content: Json, law: PlanLaw, *, update: bool = False) -> ImportReport:
    return import_cases(content, work=office.work, law=law, today=date(2026, 11, 22), update=update)


@pytest.fixture
def fake() -> FakeStore:
    return FakeStore()


class TestFakeWork(WorkContract):
    @pytest.fixture
    def work(self, fake: FakeStore) -> Work:
        return fake.work


class TestFake(ReadContract, UnitContract, ExchangeContract):
    @pytest.fixture
    def office(self, fake: FakeStore) -> Office:
        return fake

    @pytest.fixture
    def new_office(self) -> Callable[[], Office]:
        return FakeStore


class TestStore(ReadContract, UnitContract, ExchangeContract):
    @pytest.fixture
    def office(self, tmp_path: Path) -> Iterator[Office]:
        with a_new_store(tmp_path / "enplan.store").store as store:
            yield store

    @pytest.fixture
    def new_office(self, tmp_path: Path) -> Iterator[Callable[[], Office]]:
        """Make stores, each a file of its own, the fictional municipality's as the one in memory."""
        with ExitStack() as stores:
            numbers = count()

            def new_office() -> Office:
                path = tmp_path / f"{next(numbers)}.store"
                return stores.enter_context(a_new_store(path, municipality=EKSEMPELKOMMUNE).store)

            yield new_office


def test_a_store_in_memory_can_begin_with_cases() -> None:
    household = a_household()
    family = [a_case(case_number=number, household=household) for number in ("2026-001", "2026-002")]

    store = FakeStore(*family)

    def without_ids(case: Case) -> tuple[str, str | None]:
        return case.case_number, case.household.name if case.household else None

    assert without_ids(store.case("2026-002")) == ("2026-002", "Al-Hassan")
