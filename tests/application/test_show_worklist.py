"""What is urgent, and what comes next in each case."""

from datetime import date

from desktop_app.application.show_worklist import show_worklist
from desktop_app.domain.deadline import OPEN, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import URGENCY_OF, in_order
from tests.builders import a_case
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


def test_looking_at_the_worklist_is_not_noted(rulebook: Rulebook) -> None:
    store = FakeStore(a_case())
    before = store.content

    show_worklist(read=store.read, rulebook=rulebook, today=TODAY)

    assert store.content is before
