from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.worklist import URGENCY_OF, Urgency, in_order, urgent
from tests.builders import a_deadline

days = st.dates(date(2026, 1, 1), date(2026, 1, 5))
deadlines = st.builds(
    a_deadline,
    status=st.sampled_from(Status),
    due_on=st.none() | days,
    case_number=st.sampled_from(["2026-001", "2026-002"]),
    duty=st.sampled_from(DutyId),
)


def identity(deadline: Deadline) -> tuple[str, str]:
    return deadline.case_number, deadline.duty


@given(st.lists(deadlines, unique_by=identity, max_size=8), st.randoms(use_true_random=False))
def test_a_worklist_has_one_order_whatever_order_its_rows_came_in(rows: list[Deadline], chance: Random) -> None:
    shuffled = rows.copy()
    chance.shuffle(shuffled)

    assert in_order(shuffled) == in_order(rows)


@given(st.lists(deadlines, max_size=8))
def test_the_order_is_status_then_date_then_case_then_duty(rows: list[Deadline]) -> None:
    places = [
        (list(Status).index(row.status), row.due_on or date.max, row.case_number, list(DutyId).index(row.duty))
        for row in in_order(rows)
    ]

    assert places == sorted(places)


def test_what_is_overdue_longest_comes_first_and_what_needs_nothing_last() -> None:
    long_overdue = a_deadline(status=Status.OVERDUE, due_on=date(2026, 1, 1))
    overdue = a_deadline(status=Status.OVERDUE, due_on=date(2026, 2, 1))
    today = a_deadline(status=Status.DUE_TODAY, due_on=date(2026, 3, 1))
    waiting = a_deadline(status=Status.WAITING, due_on=None)
    nothing = a_deadline(status=Status.NOT_APPLICABLE, due_on=None)

    assert in_order([nothing, overdue, waiting, today, long_overdue]) == [
        long_overdue,
        overdue,
        today,
        waiting,
        nothing,
    ]


@given(st.lists(deadlines, max_size=8))
def test_the_worklist_holds_what_is_overdue_or_due_within_thirty_days(rows: list[Deadline]) -> None:
    on_list = {Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.DUE_LATER}

    assert urgent(rows) == [row for row in in_order(rows) if row.status in on_list]


def test_every_urgency_has_a_status() -> None:
    assert set(URGENCY_OF.values()) == set(Urgency)
