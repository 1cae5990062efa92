"""What is urgent, and what comes next in each case."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from desktop_app.application.show_worklist import (
    AT_ONCE,
    Worklist,
    WorklistInParts,
    show_worklist,
    worklist_after,
)
from desktop_app.domain.deadline import OPEN, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import URGENCY_OF, in_order
from tests.builders import a_case, a_citizen, a_follow_up, a_plan
from tests.fakes import FakeStore, a_line_of

TODAY = date(2026, 11, 22)


def test_the_worklist_holds_what_is_overdue_or_due_within_thirty_days_in_order(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001", plans=()), a_case(case_number="2026-002"))

    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    assert worklist.today == TODAY
    assert list(worklist.urgent) == in_order(worklist.urgent)
    assert {deadline.status for deadline in worklist.urgent} <= URGENCY_OF.keys()
    contract = worklist.urgent[0]
    assert (contract.case_number, contract.duty, contract.status) == (
        "2026-001",
        DutyId.CONTRACT_SIGNED,
        Status.OVERDUE,
    )


def test_every_case_has_its_line(rulebook: Rulebook) -> None:
    cases = [a_case(case_number="2026-001"), a_case(case_number="2026-002", takeover_on=None)]
    store = FakeStore(*cases)

    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    assert worklist.lines == {case.id: a_line_of(case) for case in cases}


def test_the_next_deadline_of_a_case_is_the_most_urgent_one_that_is_open(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())

    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    following = worklist.next_deadlines[store.case("2026-014").id]
    of_case = [deadline for deadline in worklist.urgent if deadline.status in OPEN]
    assert following == in_order(of_case)[0]


def test_a_case_in_which_nothing_is_open_has_no_next_deadline(rulebook: Rulebook) -> None:
    unknown = a_case(takeover_on=None, allocation_decided_on=None, permit_granted_on=None, plans=())
    store = FakeStore(unknown)

    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    assert worklist.next_deadlines == {}
    assert worklist.urgent == ()
    assert unknown.id in worklist.lines


def test_whoever_was_taken_over_and_has_no_contract_is_told_apart(rulebook: Rulebook) -> None:
    without = a_case(case_number="2026-001", plans=())
    child = a_case(case_number="2026-003", plans=(), citizen=a_citizen(birth_date=date(2019, 5, 3)))
    expected = a_case(case_number="2026-004", plans=(), takeover_on=date(2026, 12, 1))
    store = FakeStore(without, a_case(case_number="2026-002"), child, expected)

    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    [(case_id, contract)] = worklist.open_contracts.items()
    assert (case_id, contract.duty, contract.due_on) == (without.id, DutyId.CONTRACT_SIGNED, date(2026, 11, 1))


def test_looking_at_the_worklist_is_not_noted(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())
    before = store.content

    show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    assert store.content is before


def test_tens_of_thousands_of_cases_are_read_part_by_part(rulebook: Rulebook) -> None:
    store = FakeStore(*(a_case(case_number=f"2026-{number:03}", plans=()) for number in range(AT_ONCE + 1)))
    parts = WorklistInParts(read=store.read, rulebook=rulebook, today=TODAY)

    seen = [(parts.go_on(), parts.progress, len(parts.latest)) for _ in range(2)]

    assert seen == [(True, (AT_ONCE, AT_ONCE + 1), AT_ONCE), (False, (AT_ONCE + 1, AT_ONCE + 1), 1)]
    assert parts.whole() == show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    assert len(parts.whole().lines) == AT_ONCE + 1


def test_who_cannot_wait_has_the_rest_read_at_once(rulebook: Rulebook) -> None:
    store = FakeStore(*(a_case(case_number=f"2026-{number:03}", plans=()) for number in range(AT_ONCE + 1)))
    parts = WorklistInParts(read=store.read, rulebook=rulebook, today=TODAY)
    parts.go_on()

    whole = parts.whole()

    assert len(whole.lines) == AT_ONCE + 1
    assert list(whole.urgent) == in_order(whole.urgent)


def test_without_cases_the_worklist_is_there_at_once(rulebook: Rulebook) -> None:
    parts = WorklistInParts(read=FakeStore().read, rulebook=rulebook, today=TODAY)

    assert not parts.go_on()
    assert (parts.whole().urgent, parts.whole().lines) == ((), {})


def test_after_a_change_the_worklist_is_what_it_would_be_made_anew(rulebook: Rulebook) -> None:
    changed, untouched = a_case(case_number="2026-001", plans=()), a_case(case_number="2026-002", plans=())
    store = FakeStore(changed, untouched)
    earlier = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    with store.work() as unit:
        case = unit.cases.by_number("2026-001")
        unit.cases.save(replace(case, plans=(a_plan(),), responsible_caseworker="LØ"))
        unit.cases.add(a_case(case_number="2026-003", plans=()))
        unit.commit()
    cases = {changed.id, store.case("2026-003").id}

    after = worklist_after(earlier, cases, read=store.read, rulebook=rulebook)

    assert replace(after, done=()) == show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    assert after != earlier


def test_only_what_was_changed_is_read_anew(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001", plans=()), a_case(case_number="2026-002", plans=()))
    earlier = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-001"), plans=(a_plan(),)))
        unit.cases.save(replace(unit.cases.by_number("2026-002"), plans=(a_plan(),)))
        unit.commit()

    after = worklist_after(earlier, {store.case("2026-001").id}, read=store.read, rulebook=rulebook)

    contracts = [one.case_number for one in after.urgent if one.duty is DutyId.CONTRACT_SIGNED]
    assert contracts == ["2026-002"]


def test_a_case_that_is_gone_leaves_the_worklist(rulebook: Rulebook) -> None:
    case = a_case(plans=())
    earlier = show_worklist(read=FakeStore(case).read, rulebook=rulebook, today=TODAY)

    after = worklist_after(earlier, {case.id}, read=FakeStore().read, rulebook=rulebook)

    assert (after.urgent, after.lines, after.next_deadlines) == ((), {}, {})


# What was done today -------------------------------------------------------------------------------------------------


def a_store_without_a_contract() -> FakeStore:
    return FakeStore(a_case(case_number="2026-001", plans=()), a_case(case_number="2026-002", plans=()))


def change(store: FakeStore, changes: dict[str, Any]) -> set[str]:
    """Save the first case with changes, and return which case that was."""
    with store.work() as unit:
        case = unit.cases.by_number("2026-001")
        unit.cases.save(replace(case, **changes))
        unit.commit()
    return {case.id}


def told(worklist: Worklist) -> list[tuple[str, DutyId, date | None]]:
    return [(one.case_number, one.duty, one.fulfilled_on) for one in worklist.done]


def test_what_was_fulfilled_today_stays_on_the_list_as_done(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001", plans=(a_plan(signed_by_citizen_on=TODAY),)))

    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    assert told(worklist) == [("2026-001", DutyId.CONTRACT_SIGNED, TODAY)]
    assert told(show_worklist(read=store.read, rulebook=rulebook, today=TODAY + timedelta(days=1))) == []


def test_so_does_what_was_recorded_since_though_it_happened_earlier(rulebook: Rulebook) -> None:
    store = a_store_without_a_contract()
    earlier = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    after = worklist_after(earlier, change(store, {"plans": (a_plan(),)}), read=store.read, rulebook=rulebook)

    assert told(earlier) == []
    assert ("2026-001", DutyId.CONTRACT_SIGNED, a_plan().signed_on) in told(after)


def test_what_is_done_stays_done_when_the_case_is_saved_again_and_is_open_when_it_is_undone(
    rulebook: Rulebook,
) -> None:
    store = a_store_without_a_contract()
    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    done: list[bool] = []
    saves: list[dict[str, Any]] = [{"plans": (a_plan(),)}, {"responsible_caseworker": "LØ"}, {"plans": ()}]
    for changes in saves:
        worklist = worklist_after(worklist, change(store, changes), read=store.read, rulebook=rulebook)
        done.append(DutyId.CONTRACT_SIGNED in {one.duty for one in worklist.done})

    assert done == [True, True, False]
    assert DutyId.CONTRACT_SIGNED in {one.duty for one in worklist.urgent if one.case_number == "2026-001"}


def test_so_does_a_follow_up_though_its_deadline_was_far_away(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(case_number="2026-001"))
    earlier = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    held = TODAY - timedelta(days=1)

    after = worklist_after(
        earlier, change(store, {"follow_ups": (a_follow_up(held_on=held),)}), read=store.read, rulebook=rulebook
    )

    assert DutyId.FOLLOW_UP_LOCAL not in {one.duty for one in earlier.urgent}
    assert told(after) == [("2026-001", DutyId.FOLLOW_UP_LOCAL, held)]


def test_what_was_done_in_other_cases_is_not_asked_for_again(rulebook: Rulebook) -> None:
    store = a_store_without_a_contract()
    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    worklist = worklist_after(worklist, change(store, {"plans": (a_plan(),)}), read=store.read, rulebook=rulebook)

    after = worklist_after(worklist, {store.case("2026-002").id}, read=FakeStore().read, rulebook=rulebook)

    assert told(after) == told(worklist)


def test_reading_everything_anew_on_the_same_day_forgets_nothing_that_was_done(rulebook: Rulebook) -> None:
    store = a_store_without_a_contract()
    worklist = show_worklist(read=store.read, rulebook=rulebook, today=TODAY)
    worklist = worklist_after(worklist, change(store, {"plans": (a_plan(),)}), read=store.read, rulebook=rulebook)

    anew = WorklistInParts(read=store.read, rulebook=rulebook, today=TODAY, earlier=worklist).whole()
    tomorrow = WorklistInParts(
        read=store.read, rulebook=rulebook, today=TODAY + timedelta(days=1), earlier=worklist
    ).whole()

    assert told(anew) == told(worklist)
    assert told(tomorrow) == []
