"""The order in which deadlines are worked through: what is overdue longest first, what needs nothing last."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from desktop_app.domain.deadline import SOON_DAYS, Deadline, Status
from desktop_app.domain.duties import DutyId

_STATUS_ORDER = {status: place for place, status in enumerate(Status)}
_DUTY_ORDER = {duty: place for place, duty in enumerate(DutyId)}


class Urgency(StrEnum):
    """The groups of the worklist."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    THIRTY_DAYS = "thirty_days"


URGENCY_OF = {
    Status.OVERDUE: Urgency.OVERDUE,
    Status.DUE_TODAY: Urgency.TODAY,
    Status.DUE_SOON: Urgency.THIS_WEEK,
    Status.DUE_LATER: Urgency.THIRTY_DAYS,
}


def listed_status(deadline: Deadline, today: date) -> Status:
    """Return the status a deadline is listed under: what is due soon earlier than a week before is no week away."""
    days = (deadline.due_on - today).days if deadline.due_on else 0
    is_early = deadline.status is Status.DUE_SOON and days > SOON_DAYS
    return Status.DUE_LATER if is_early else deadline.status


def in_order(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """Return deadlines as the worklist sorts them: by status, date, case number and duty."""
    return sorted(deadlines, key=order)


def urgent(deadlines: Iterable[Deadline]) -> list[Deadline]:
    """Return what belongs on the worklist: overdue or due within thirty days, in order."""
    return in_order(deadline for deadline in deadlines if deadline.status in URGENCY_OF)


def order(deadline: Deadline) -> tuple[int, date, str, int]:
    """Return the place of a deadline on the worklist, to be compared with that of others."""
    return (
        _STATUS_ORDER[deadline.status],
        deadline.due_on or date.max,
        deadline.case_number,
        _DUTY_ORDER[deadline.duty],
    )
