from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.deadline import DONE, OPEN, Status, open_status

TODAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("days_left", "status"),
    [
        (-400, Status.OVERDUE),
        (-1, Status.OVERDUE),
        (0, Status.DUE_TODAY),
        (1, Status.DUE_SOON),
        (7, Status.DUE_SOON),
        (8, Status.DUE_LATER),
        (30, Status.DUE_LATER),
        (31, Status.UPCOMING),
    ],
)
def test_overdue_begins_the_day_after_and_soon_is_a_week(days_left: int, status: Status) -> None:
    assert open_status(TODAY + timedelta(days=days_left), TODAY) is status


@given(st.dates(), st.dates(), st.dates())
def test_as_days_pass_a_status_only_grows_more_pressing(due_on: date, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    order = list(Status)

    assert order.index(open_status(due_on, later)) <= order.index(open_status(due_on, earlier))


def test_a_status_is_open_done_or_neither() -> None:
    assert not OPEN & DONE
    assert set(Status) - OPEN - DONE == {Status.WAITING, Status.NOT_APPLICABLE}
