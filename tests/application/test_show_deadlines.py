"""Listing how every duty stands."""

from datetime import date

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import LogAction
from desktop_app.application.show_deadlines import show_deadlines
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order
from tests.builders import TAKEOVER, a_case, a_follow_up
from tests.fakes import FakeStore, Noted

TODAY = date(2026, 11, 22)
FOLLOW_UPS = tuple(a_follow_up(held_on=day) for day in (date(2027, 1, 20), date(2027, 4, 14)))


def listed(store: FakeStore, rulebook: Rulebook, today: date = TODAY, **choices: object) -> list[Deadline]:
    return show_deadlines(work=store.work, read=store.read, rulebook=rulebook, today=today, **choices)  # type: ignore[arg-type]


def test_every_duty_of_every_case_is_listed(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001"), a_case(case_number="2026-002"))

    deadlines = listed(store, rulebook)

    assert {(deadline.case_number, deadline.duty) for deadline in deadlines} == {
        (number, duty) for number in ("2026-001", "2026-002") for duty in DutyId
    }
    assert len(deadlines) == 2 * len(DutyId)


def test_deadlines_come_as_the_worklist_sorts_them(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001", plans=()), a_case(case_number="2026-002"))

    deadlines = listed(store, rulebook)

    assert deadlines == in_order(deadlines)
    assert deadlines[0].status is Status.OVERDUE
    assert deadlines[-1].status is Status.NOT_APPLICABLE


def test_what_waits_and_what_does_not_apply_is_listed_with_its_reason(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(takeover_on=None, plans=()))

    deadlines = [one for one in listed(store, rulebook) if one.duty is not DutyId.TAKEOVER_EXPECTED]

    assert {deadline.status for deadline in deadlines} == {Status.WAITING}
    assert all(deadline.reason for deadline in deadlines)


def test_one_case_is_listed_alone(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001"), a_case(case_number="2026-002"))

    deadlines = listed(store, rulebook, case_number="2026-002")

    assert {deadline.case_number for deadline in deadlines} == {"2026-002"}
    assert len(deadlines) == len(DutyId)


def test_the_past_ones_of_repeating_duties_come_only_when_asked_for(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(follow_ups=FOLLOW_UPS))
    today = date(2027, 5, 1)

    now = listed(store, rulebook, today)
    with_past = listed(store, rulebook, today, history=True)

    past = [one for one in with_past if one not in now]
    held = [one.fulfilled_on for one in past if one.duty is DutyId.FOLLOW_UP_LOCAL]
    assert held == [talk.held_on for talk in FOLLOW_UPS]
    assert with_past == in_order([*now, *past])


def test_what_happened_later_is_not_known_on_the_day(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    before = {one.duty: one for one in listed(store, rulebook, TAKEOVER)}

    assert before[DutyId.CONTRACT_SIGNED].fulfilled_on is None


def test_a_listing_is_noted_on_the_case_or_on_none(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    listed(store, rulebook)
    listed(store, rulebook, case_number="2026-014")

    assert store.log == [Noted(LogAction.LISTED, "", {}), Noted(LogAction.LISTED, store.case("2026-014").id, {})]


def test_a_number_nobody_has_is_not_listed(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseNotFound) as error:
        listed(store, rulebook, case_number="2026-999")

    assert error.value.case_number == "2026-999"


def test_a_listing_that_was_refused_is_not_noted(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseNotFound):
        listed(store, rulebook, case_number="2026-999")

    assert store.log == []


def test_a_store_without_cases_has_no_deadlines(rulebook: Rulebook) -> None:
    assert listed(FakeStore(), rulebook) == []
