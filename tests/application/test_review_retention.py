"""Listing the cases whose time is over."""

from datetime import date

from desktop_app.application.ports import LogAction
from desktop_app.application.review_retention import RetentionReview, review_retention
from desktop_app.domain.case import Case
from desktop_app.domain.retention import RetentionRules
from tests.builders import a_case, an_event
from tests.domain.test_retention import a_version
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)


def closed(number: str, on: date) -> Case:
    return a_case(case_number=number, events=(an_event("programme.max_length", on),), follow_ups=())


def review(store: FakeStore) -> RetentionReview:
    return review_retention(work=store.work, read=store.read, rules=RetentionRules([a_version()]), today=TODAY)


def test_the_cases_come_the_longest_over_first_and_none_is_touched() -> None:
    store = FakeStore(
        closed("2018-002", date(2019, 5, 1)),
        closed("2018-001", date(2020, 5, 1)),
        closed("2018-003", date(2019, 5, 1)),
        closed("2024-001", date(2025, 5, 1)),
        a_case(case_number="2026-001"),
    )
    before = store.read.cases(store.read.case_ids())

    found = review(store)

    assert [case.line.case_number for case in found.cases] == ["2018-002", "2018-003", "2018-001"]
    assert (found.ended, found.all) == (4, 5)
    assert store.read.cases(store.read.case_ids()) == before


def test_that_they_were_listed_is_logged() -> None:
    store = FakeStore()

    assert review(store) == RetentionReview((), 0, 0)
    assert [line.action for line in store.log] == [LogAction.LISTED]
