"""Which status of the palette a presenter's badge has."""

from desktop_app.presenters.badges import BadgeKind
from desktop_app.ui.palette import Status

STATUS_OF = {
    BadgeKind.OVERDUE: Status.OVERDUE,
    BadgeKind.SOON: Status.SOON,
    BadgeKind.MONTH: Status.MONTH,
    BadgeKind.LATE: Status.LATE,
    BadgeKind.ON_TIME: Status.DONE,
    BadgeKind.NEUTRAL: Status.NEUTRAL,
}
