"""What of the worklist is listed: whose, of which duty, how urgent. Each number says what choosing it would list."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final, Protocol, TypeVar

from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import URGENCY_OF, Urgency, listed_status
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, _n

ALL_DUTIES: Final = ""

_WEEK: Final = (Urgency.TODAY, Urgency.THIS_WEEK)
_COUNTED: Final = {"overdue": (Urgency.OVERDUE,), "week": _WEEK, "month": (Urgency.THIRTY_DAYS,)}
_KINDS: Final = {"overdue": BadgeKind.OVERDUE, "week": BadgeKind.SOON, "month": BadgeKind.MONTH}
_duty_of = attrgetter("deadline.duty")


class Listed(Protocol):
    """A row of the worklist."""

    @property
    def deadline(self) -> Deadline:
        """What it is about."""
        ...

    @property
    def on(self) -> date:
        """The day it speaks of."""
        ...


Row = TypeVar("Row", bound=Listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountButton:
    """A number that is a button: pressed, the list shows only what it counts."""

    key: str
    text: str
    badge_kind: BadgeKind
    pressed: bool


class WorklistFilter:
    """What is chosen: `duty` is a duty id or `ALL_DUTIES`, `counted` the count that is pressed, if any."""

    def __init__(self) -> None:
        self.only_mine = False
        self.duty: str = ALL_DUTIES
        self.counted: str | None = None

    @property
    def is_set(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.counted or self.duty or self.only_mine)

    def press_count(self, key: str) -> None:
        """Press a count, or let it go when it was pressed already."""
        self.counted = None if self.counted == key else key

    def reset(self) -> None:
        """List everything again."""
        self.only_mine, self.duty, self.counted = False, ALL_DUTIES, None

    def of_duty(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Return the rows of the duty that is chosen."""
        if self.duty == ALL_DUTIES:
            return rows
        return [row for row in rows if row.deadline.duty == self.duty]

    def shows(self, urgency: Urgency) -> bool:
        """Whether a group is listed."""
        return self.counted is None or urgency in _COUNTED[self.counted]

    def counts(self, by_status: Mapping[Status, Sequence[Listed]]) -> list[CountButton]:
        """Return the counts of rows that stand by their status."""
        numbers = {
            key: sum(len(rows) for status, rows in by_status.items() if URGENCY_OF[status] in urgencies)
            for key, urgencies in _COUNTED.items()
        }
        texts = {
            "overdue": _n("{n} overdue", "{n} overdue", numbers["overdue"]),
            "week": _n("{n} within 7 days", "{n} within 7 days", numbers["week"]),
            "month": _n("{n} within 30 days", "{n} within 30 days", numbers["month"]),
        }
        return [
            CountButton(
                key=key, text=texts[key].format(n=numbers[key]), badge_kind=_KINDS[key], pressed=self.counted == key
            )
            for key in _COUNTED
        ]

    def duties(self, rows: Sequence[Listed], rulebook: Rulebook) -> list[tuple[str, str]]:
        """Return what can be chosen among the rows of every duty: all, and each that is there with its number.

        The duty that is chosen can be chosen still when there is nothing of it any more.
        """
        counted = rows
        if self.counted is not None:
            counted = [row for row in rows if self.shows(URGENCY_OF[_listed_status(row)])]
        numbers = Counter[DutyId](map(_duty_of, counted))
        there = [duty for duty in DutyId if numbers[duty] or duty == self.duty]
        return [
            (ALL_DUTIES, _with_number(_("All task types"), len(counted))),
            *((duty.value, _with_number(duty_name(rulebook.duties[duty]), numbers[duty])) for duty in there),
        ]


def by_status(in_order: Iterable[Row]) -> dict[Status, list[Row]]:
    """Return rows in working order, which is by status first, as the runs they make."""
    return {status: list(run) for status, run in groupby(in_order, key=_listed_status)}


def _listed_status(row: Listed) -> Status:
    return listed_status(row.deadline, row.on)


def _with_number(name: str, number: int) -> str:
    return _("{name} ({number})").format(name=name, number=number)
