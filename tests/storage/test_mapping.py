"""Domain objects survive the way into the store and back, whatever they hold."""

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.storage.store import Store
from tests.storage.builders import a_case, a_follow_up, new_id, saved
from tests.storage.strategies import cases

property_of_the_shared_store = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@property_of_the_shared_store
@given(cases)
def test_a_case_comes_back_as_it_was_added(shared_store: Store, case: Case) -> None:
    with shared_store.work() as unit:
        if case.household:
            unit.households.add(case.household)
        unit.cases.add(case)

        back = unit.cases.by_number(case.case_number)

        assert back == saved(case)
        assert unit.cases.all() == [back]


@property_of_the_shared_store
@given(cases)
def test_adding_many_gives_the_same_as_adding_one(shared_store: Store, case: Case) -> None:
    with shared_store.work() as unit:
        if case.household:
            unit.households.add(case.household)
        unit.cases.add_many([case])

        assert unit.cases.by_number(case.case_number) == saved(case)


@property_of_the_shared_store
@given(cases)
def test_the_facts_read_for_all_cases_are_those_of_the_case_read_whole(shared_store: Store, case: Case) -> None:
    with shared_store.work() as unit:
        if case.household:
            unit.households.add(case.household)
        unit.cases.add(case)
        back = unit.cases.by_number(case.case_number)

        [facts] = shared_store.read.facts()

        assert facts == facts_of(back)


@pytest.mark.parametrize("notes", [("aftalt", "brev sendt"), ("brev sendt", "aftalt")])
def test_what_happened_on_one_day_comes_in_order_of_content_whatever_the_ids(
    shared_store: Store, notes: tuple[str, str]
) -> None:
    in_order_of_id = zip(sorted((new_id(), new_id())), notes, strict=True)
    case = a_case(follow_ups=tuple(a_follow_up(id=each, note=note) for each, note in in_order_of_id))

    with shared_store.work() as unit:
        unit.cases.add(case)

        assert [talk.note for talk in unit.cases.by_number(case.case_number).follow_ups] == ["aftalt", "brev sendt"]
