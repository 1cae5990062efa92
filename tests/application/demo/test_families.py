import hashlib
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import count, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from desktop_app.application.demo.chance import Chance
from desktop_app.application.demo.citizens import Register
from desktop_app.application.demo.families import demo_content
from desktop_app.application.demo.words import DemoWords
from desktop_app.application.exchange_format import case_from_exchange, household_from_exchange
from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.citizen import Sex
from desktop_app.domain.cpr import birth_date_in, fits_check_digit
from desktop_app.domain.dates import age_reached_on
from desktop_app.domain.deadline import OPEN, Deadline, Status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import GapKind
from desktop_app.domain.gaps import gaps_in
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import urgent
from desktop_app.resource_files import resource
from desktop_app.storage.demo_words_file import read_demo_words
from desktop_app.storage.exchange_file import read_case_file, write_case_file
from desktop_app.storage.rulebook_file import read_rulebook

AS_OF = date(2026, 11, 22)
WHILE_OFFERS_REST = date(2024, 10, 21)
CHECKOUT = Path(__file__).parents[3]

seeds = st.integers(0, 100_000)
some = settings(max_examples=12, deadline=None)
days = st.dates(date(2022, 1, 1), date(2040, 12, 31))


@cache
def words() -> DemoWords:
    return read_demo_words(resource("demo"))


@cache
def rulebook() -> Rulebook:
    return read_rulebook(resource("law"))


@dataclass
class Demo:
    """A demonstration as the file says it, as cases, and as the deadline engine sees it."""

    content: dict[str, Any]
    as_of: date

    @cached_property
    def cases(self) -> list[Case]:
        number = count()
        households = {
            values["id"]: household_from_exchange(values, lambda: str(next(number)))
            for values in self.content["households"]
        }
        return [case_from_exchange(values, households, lambda: str(next(number))) for values in self.content["cases"]]

    @cached_property
    def deadlines(self) -> list[Deadline]:
        return [found for case in self.cases for found in deadlines_for(facts_of(case), rulebook(), self.as_of)]

    @property
    def households(self) -> list[list[Case]]:
        """People who live together."""
        found = defaultdict(list)
        for case in self.cases:
            found[case.household.id if case.household else case.id].append(case)
        return list(found.values())

    @property
    def parties(self) -> list[list[Case]]:
        """People who arrived together: of one household, with one permit."""
        found = defaultdict(list)
        for case in self.cases:
            key = (case.household.id if case.household else case.id, case.permit_granted_on, case.target_group)
            found[key].append(case)
        return list(found.values())


def demo(cases: int = 200, seed: int = 2026, as_of: date = AS_OF) -> Demo:
    return Demo(demo_content(words(), rulebook(), cases=cases, seed=seed, as_of=as_of), as_of)


@pytest.fixture(scope="module")
def usual() -> Demo:
    return demo()


def digest(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, ensure_ascii=True).encode()).hexdigest()


def test_a_demo_is_valid_by_the_schema(usual: Demo) -> None:
    schema = json.loads(resource("exchange", "enplan-cases-1.schema.json").read_text(encoding="utf-8"))

    assert list(Draft202012Validator(schema).iter_errors(usual.content)) == []


def test_a_demo_can_be_written_and_read_as_a_file_of_cases(usual: Demo, tmp_path: Path) -> None:
    write_case_file(tmp_path / "demo.json", usual.content)

    assert read_case_file(tmp_path / "demo.json") == usual.content


def test_a_demo_belongs_to_the_municipality_that_is_an_example(usual: Demo) -> None:
    assert usual.content["municipality"] == {"code": "999", "name": "Eksempelkommune"}


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_equal_arguments_give_equal_content_in_another_process(usual: Demo, hash_seed: str) -> None:
    program = (
        "import datetime, tests.application.demo.test_families as t;"
        "print(t.digest(t.demo(200, 2026, datetime.date(2026, 11, 22)).content))"
    )

    other = subprocess.run(
        [sys.executable, "-c", program],
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        check=True,
        capture_output=True,
        text=True,
    )

    assert other.stdout.strip() == digest(usual.content)


def test_another_seed_gives_other_people(usual: Demo) -> None:
    other = demo(seed=2027)

    assert {case.citizen.cpr for case in other.cases} & {case.citizen.cpr for case in usual.cases} <= {None}


def test_another_day_gives_a_demo_of_that_day() -> None:
    sooner, later = demo(as_of=date(2025, 6, 2)), demo(as_of=date(2026, 6, 2))

    assert max(opened_on(case) for case in sooner.cases) <= date(2025, 6, 2)
    assert max(opened_on(case) for case in later.cases) > date(2026, 5, 2)


def opened_on(case: Case) -> date:
    return max(on for on in (case.permit_granted_on, case.allocation_decided_on) if on)


@pytest.mark.parametrize("cases", [0, 1, 2, 3, 17, 200])
def test_there_are_as_many_cases_as_asked_for(cases: int) -> None:
    content = demo(cases).content

    assert len(content["cases"]) == cases
    assert len({case["case_number"] for case in content["cases"]}) == cases


def test_people_arrived_over_about_four_years_and_some_are_still_to_come(usual: Demo) -> None:
    takeovers = [case.takeover_on for case in usual.cases if case.takeover_on]

    assert timedelta(days=3.6 * 365) < AS_OF - min(takeovers) < timedelta(days=4.2 * 365)
    assert 0 < len(usual.cases) - len(takeovers) < 25


def test_every_target_group_and_many_scripts_occur(usual: Demo) -> None:
    natives = "".join(case.citizen.native_name or "" for case in usual.cases)

    assert {case.target_group for case in usual.cases} == set(TargetGroup)
    assert "ا" in natives
    assert "ی" in natives
    assert "о" in natives
    assert "ም" in natives


def test_what_happens_now_and_then_happens(usual: Demo) -> None:
    lists: tuple[Callable[[Case], tuple[object, ...]], ...] = (
        lambda case: case.complaints,
        lambda case: case.results,
        lambda case: case.notes,
        lambda case: case.moves,
        lambda case: case.parental_leave,
        lambda case: tuple(plan for plan in case.plans if plan.number > 1),
        lambda case: tuple(talk for talk in case.follow_ups if talk.attempted_only),
        lambda case: tuple(support for support in case.support if support.kind == "ordinary_job"),
        lambda case: (case.citizen.protected_address,) if case.citizen.protected_address else (),
    )

    assert all(any(found(case) for case in usual.cases) for found in lists)


def test_most_signed_plans_have_a_main_goal_and_all_a_danish_goal(usual: Demo) -> None:
    signed = [plan for case in usual.cases for plan in case.plans if plan.signed_on]

    assert 0.85 < sum(bool(plan.main_goals) for plan in signed) / len(signed) < 1
    assert all(any(goal.kind == "danish" for goal in plan.goals) for plan in signed)


@given(seed=seeds)
@some
def test_cpr_numbers_cannot_exist_and_fit_birth_date_and_sex(seed: int) -> None:
    citizens = [case.citizen for case in demo(80, seed).cases]
    registered = [(citizen.cpr, citizen) for citizen in citizens if citizen.cpr]

    assert len({number for number, _ in registered}) == len(registered)
    for number, citizen in registered:
        assert not fits_check_digit(number)
        assert birth_date_in(number) == citizen.birth_date
        assert int(number[-1]) % 2 == (citizen.sex == "male")


@given(seed=seeds)
@some
def test_nobody_can_be_called_written_to_or_visited(seed: int) -> None:
    for citizen in (case.citizen for case in demo(80, seed).cases):
        assert citizen.phone is None or (len(citizen.phone) == 8 and citizen.phone.startswith("1"))
        assert citizen.phone is None or citizen.phone.isdecimal()
        assert citizen.email is None or citizen.email.endswith(".example")
        assert citizen.email is None or citizen.email.isascii()
        assert citizen.postal_code is None or 9991 <= int(citizen.postal_code) <= 9999


@given(seed=seeds, as_of=days)
@some
def test_everybody_has_names_and_a_caseworker(seed: int, as_of: date) -> None:
    for case in demo(60, seed, as_of).cases:
        assert case.citizen.given_names.strip()
        assert case.citizen.family_name.strip()
        assert case.responsible_caseworker in words().caseworkers


@given(seed=seeds, as_of=days)
@some
def test_people_who_arrive_together_share_address_dates_and_caseworker(seed: int, as_of: date) -> None:
    for party in demo(60, seed, as_of).parties:
        assert len({case.allocation_decided_on for case in party}) == 1
        assert len({case.takeover_on for case in party}) == 1
        assert len({case.citizen.address for case in party}) == 1
        assert len({case.responsible_caseworker for case in party}) == 1
        assert len({tuple((move.direction, move.on) for move in case.moves) for case in party}) == 1


@given(seed=seeds, as_of=days)
@some
def test_couples_sign_on_the_same_day(seed: int, as_of: date) -> None:
    for party in demo(60, seed, as_of).parties:
        adults = [case for case in party if case.household_role is HouseholdRole.ADULT]

        assert len({case.plans[0].signed_on for case in adults if case.plans}) <= 1


@given(seed=seeds, as_of=days)
@some
def test_ages_fit_roles_and_siblings_are_born_apart(seed: int, as_of: date) -> None:
    for party in demo(60, seed, as_of).parties:
        children = [case for case in party if case.household_role is HouseholdRole.CHILD]
        for case in party:
            arrived_on = case.takeover_on or as_of
            assert case.citizen.birth_date
            assert (age_reached_on(case.citizen.birth_date, 18) > arrived_on) == (case in children)
        births = sorted(case.citizen.birth_date for case in children if case.citizen.birth_date)
        assert all(younger - elder > timedelta(days=270) for elder, younger in pairwise(births))


def test_nobody_in_a_household_is_called_like_another() -> None:
    for members in demo(1500, seed=1).households:
        assert len({case.citizen.given_names for case in members}) == len(members)


@given(seed=seeds, as_of=days)
@some
def test_children_have_no_contract(seed: int, as_of: date) -> None:
    for case in demo(60, seed, as_of).cases:
        if case.household_role is HouseholdRole.CHILD:
            assert not any(plan.signed_by_citizen_on or plan.signed_by_municipality_on for plan in case.plans)
            assert not case.follow_ups


@given(seed=seeds, as_of=days)
@some
def test_takeovers_are_right_by_law(seed: int, as_of: date) -> None:
    made = demo(60, seed, as_of)
    cases = {case.case_number: case for case in made.cases}
    expected = [found for found in made.deadlines if found.duty is DutyId.TAKEOVER_EXPECTED]

    assert len(expected) == len(cases)
    for deadline in expected:
        case = cases[deadline.case_number]
        assert deadline.due_on == case.takeover_on or case.takeover_on is None
        if case.allocation_decided_on and case.takeover_on is None:
            assert deadline.due_on
            assert deadline.due_on > as_of


PLANNED = {"target_on", "starts_on", "ends_on", "to", "due_on"}


def facts_in(value: object, key: str = "") -> Iterator[tuple[str, date]]:
    """Yield every date in a file of cases with the key it stands under."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from facts_in(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from facts_in(item, key)
    elif isinstance(value, str) and len(value) == 10 and value[4] == value[7] == "-":
        yield key, date.fromisoformat(value)


@given(seed=seeds, as_of=days)
@some
def test_only_what_is_planned_lies_ahead(seed: int, as_of: date) -> None:
    ahead = {key for key, on in facts_in(demo(60, seed, as_of).content) if on > as_of}

    assert ahead <= PLANNED


def test_plans_do_lie_ahead(usual: Demo) -> None:
    assert {key for key, on in facts_in(usual.content) if on > AS_OF} == PLANNED


@given(seed=seeds, as_of=days)
@some
def test_cases_lack_only_what_real_ones_lack_too(seed: int, as_of: date) -> None:
    found = {gap.kind for case in demo(60, seed, as_of).cases for gap in gaps_in(case, rulebook(), as_of)}

    assert found <= {
        GapKind.NO_TAKEOVER,
        GapKind.NO_CLOCK_FOR_TAKEOVER,
        GapKind.DECIDED_ON_THE_FIRST,
        GapKind.NO_CONTRACT,
        GapKind.DRAFT_NOT_SIGNED,
        GapKind.NO_READINESS,
        GapKind.NO_PROGRAMME_START,
        GapKind.NO_CPR,
        GapKind.NO_DEPARTMENT,
        GapKind.SIGNED_INCOMPLETE,
        GapKind.ONE_SIGNATURE,
        GapKind.NO_DECLARATION,
        GapKind.NO_SIGNATURE_SCAN,
        GapKind.INTERPRETER_UNRECORDED,
        GapKind.NO_REASON_FOR_DELAY,
    }


@given(seed=seeds)
@some
def test_whoever_moved_away_has_no_later_facts(seed: int) -> None:
    for case in demo(80, seed).cases:
        gone = [move.on for move in case.moves if move.direction == "out"]
        dated = [event.on for event in case.events] + [talk.held_on for talk in case.follow_ups]
        assert not gone or max(dated, default=date.min) <= gone[0]


@given(seed=seeds, as_of=days)
@some
def test_contracts_are_signed_after_the_takeover_and_talks_end_with_the_goals(seed: int, as_of: date) -> None:
    for case in demo(60, seed, as_of).cases:
        signed = [plan for plan in case.plans if plan.signed_by_citizen_on and plan.signed_by_municipality_on]
        for plan in signed:
            assert case.takeover_on
            assert plan.signed_by_citizen_on
            assert plan.signed_by_citizen_on >= case.takeover_on
        achieved = [goal.achieved_on for plan in signed for goal in plan.main_goals if goal.achieved_on]
        assert all(talk.held_on <= on for talk in case.follow_ups for on in achieved)


@given(seed=seeds, as_of=days)
@some
def test_something_is_due_on_the_very_day(seed: int, as_of: date) -> None:
    due = {deadline.duty for deadline in demo(60, seed, as_of).deadlines if deadline.status is Status.DUE_TODAY}

    assert DutyId.TAKEOVER_EXPECTED in due


def test_a_contract_is_due_today_too(usual: Demo) -> None:
    due = {deadline.duty for deadline in usual.deadlines if deadline.status is Status.DUE_TODAY}

    assert DutyId.CONTRACT_SIGNED in due


@given(seed=seeds, as_of=days)
@some
def test_nothing_is_left_overdue_for_years(seed: int, as_of: date) -> None:
    overdue = [deadline.due_on for deadline in demo(120, seed, as_of).deadlines if deadline.status is Status.OVERDUE]

    assert all(due_on and as_of - due_on < timedelta(days=250) for due_on in overdue)


def test_a_worklist_shows_every_status_but_a_rest_no_takeover_can_still_have(usual: Demo) -> None:
    statuses = {deadline.status for deadline in usual.deadlines}

    assert statuses == set(Status) - {Status.SUSPENDED}


def test_every_status_occurs_while_offers_may_still_rest() -> None:
    statuses = {deadline.status for deadline in demo(as_of=WHILE_OFFERS_REST).deadlines}

    assert statuses == set(Status)


def test_a_believable_share_of_open_duties_is_overdue(usual: Demo) -> None:
    statuses = Counter(deadline.status for deadline in usual.deadlines)

    assert 0.03 < statuses[Status.OVERDUE] / sum(statuses[status] for status in OPEN) < 0.08


def test_no_caseworker_has_more_urgent_duties_than_fit_a_list(usual: Demo) -> None:
    caseworkers = {case.case_number: case.responsible_caseworker for case in usual.cases}
    urgent_counts = Counter(caseworkers[deadline.case_number] for deadline in urgent(usual.deadlines))

    assert 4 <= len(urgent_counts) <= 5
    assert max(urgent_counts.values()) <= 35


@given(seed=seeds)
@some
def test_a_finished_case_is_owed_nothing(seed: int) -> None:
    made = demo(120, seed)
    finished = {
        case.case_number
        for case in made.cases
        if any(event.duty == DutyId.PROGRAMME_MAX_LENGTH for event in case.events)
    }

    assert not [
        deadline
        for deadline in made.deadlines
        if deadline.status is Status.OVERDUE and deadline.case_number in finished
    ]


def test_some_cases_are_finished(usual: Demo) -> None:
    closings = [event for case in usual.cases for event in case.events if event.duty == DutyId.PROGRAMME_MAX_LENGTH]

    assert len(closings) > 5


def test_nobody_is_displaced_from_ukraine_before_the_special_act() -> None:
    cases = demo(300, as_of=date(2023, 1, 2)).cases
    displaced = [case for case in cases if case.target_group is TargetGroup.DISPLACED_UKRAINE]

    assert displaced
    assert min(opened_on(case) for case in displaced) >= date(2022, 3, 17)
    assert [case for case in cases if case.citizen.nationality == "UA" and opened_on(case) < date(2022, 3, 17)]


def test_people_born_on_the_same_day_get_different_numbers() -> None:
    register = Register(AS_OF, Chance(1))

    numbers = [register.number(date(1990, 1, 1), Sex.FEMALE) for _ in range(1500)]

    assert len(set(numbers)) == 1500


def test_thousands_of_cases_can_be_made() -> None:
    content = demo_content(words(), rulebook(), cases=3000, seed=1, as_of=AS_OF)

    assert len({case["case_number"] for case in content["cases"]}) == 3000
