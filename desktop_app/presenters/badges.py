"""Which of the six looks a badge has; the word on it says the same, so colour never carries the meaning alone."""

from enum import StrEnum

from desktop_app.domain.deadline import Status


class BadgeKind(StrEnum):
    """The looks of a badge, as the palette names them."""

    OVERDUE = "over"
    SOON = "soon"
    MONTH = "month"
    LATE = "late"
    ON_TIME = "ok"
    NEUTRAL = "none"


BADGE_OF = {
    Status.OVERDUE: BadgeKind.OVERDUE,
    Status.DUE_TODAY: BadgeKind.SOON,
    Status.DUE_SOON: BadgeKind.SOON,
    Status.DUE_LATER: BadgeKind.MONTH,
    Status.UPCOMING: BadgeKind.NEUTRAL,
    Status.SUSPENDED: BadgeKind.NEUTRAL,
    Status.WAITING: BadgeKind.NEUTRAL,
    Status.DONE_LATE: BadgeKind.LATE,
    Status.DONE_ON_TIME: BadgeKind.ON_TIME,
    Status.NOT_APPLICABLE: BadgeKind.NEUTRAL,
}
