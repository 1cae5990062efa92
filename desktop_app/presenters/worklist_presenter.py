"""I dag: what is urgent, grouped by how urgent it is, with the reasons for the deadline that is chosen."""

from bisect import insort
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple, Protocol

from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.rulebook import Duty, Rulebook
from desktop_app.domain.worklist import URGENCY_OF, Urgency, listed_status, order
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_detail import DeadlineDetail, detail_of
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, _n, full_date, short_date


class WorklistRow(NamedTuple):
    """A row of the worklist. There may be thousands, of which a screen shows thirty: words are made when asked for.

    `on` is the day the row speaks of.
    """

    deadline: Deadline
    line: CaseLine | None
    law: Duty
    on: date

    @property
    def id(self) -> str:
        """What names the row for as long as case and duty stay the same."""
        return f"{self.deadline.case_id}/{self.deadline.duty}"

    @property
    def badge(self) -> str:
        """How urgent it is, in words."""
        return badge_text(self.deadline, self.on)

    @property
    def badge_kind(self) -> BadgeKind:
        """How urgent it is, in colour."""
        return BADGE_OF[self.deadline.status]

    @property
    def duty(self) -> str:
        """What is to be done."""
        return duty_name(self.law)

    @property
    def citizen(self) -> str:
        """The name, family name first."""
        return self.line.sort_name if self.line else ""

    @property
    def case_number(self) -> str:
        """The number of the case."""
        return self.deadline.case_number

    @property
    def due(self) -> str:
        """The last day."""
        return short_date(self.deadline.due_on) if self.deadline.due_on else ""

    @property
    def due_on(self) -> date:
        """The last day to sort by, what has none last."""
        return self.deadline.due_on or date.max

    @property
    def caseworker(self) -> str:
        """The initials of who is responsible."""
        return (self.line.responsible_caseworker or "") if self.line else ""


@dataclass(frozen=True, slots=True)
class WorklistGroup:
    """A heading in the worklist and the rows below it."""

    title: str
    rows: tuple[WorklistRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountButton:
    """A number that is a button: pressed, the list shows only what it counts."""

    key: str
    text: str
    badge_kind: BadgeKind
    pressed: bool


class WorklistView(Protocol):
    """The screen *I dag*."""

    def show_heading(self, title: str, counts: Sequence[CountButton], *, only_mine: bool) -> None:
        """Show the day, the counts, and whose tasks are listed."""
        ...

    def show_groups(self, groups: Sequence[WorklistGroup]) -> None:
        """Show the rows; the row that was chosen stays chosen if it is still there."""
        ...

    def show_detail(self, detail: DeadlineDetail | None, row: WorklistRow | None) -> None:
        """Show why the chosen deadline is what it is, or hide the pane."""
        ...

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        """Show that there is nothing to do and what to do about it; without cases, how to begin."""
        ...


_WEEK = (Urgency.TODAY, Urgency.THIS_WEEK)
_COUNTED = {"overdue": (Urgency.OVERDUE,), "week": _WEEK, "month": (Urgency.THIRTY_DAYS,)}


class WorklistPresenter:
    """Turns the team's worklist into rows, counts and explanations; holds which of them are shown."""

    def __init__(
        self,
        view: WorklistView,
        *,
        load: Callable[[], Worklist],
        explain: Callable[[Deadline, date], Deadline],
        rulebook: Rulebook,
        initials: str | None,
    ) -> None:
        self._view = view
        self._load = load
        self._explain = explain
        self._rulebook = rulebook
        self._initials = initials
        self._only_mine = False
        self._counted: str | None = None
        self._worklist: Worklist | None = None
        self._rows: list[WorklistRow] = []
        self._mine: list[WorklistRow] = []
        self._chosen: str | None = None

    def open(self, cases: Collection[str] | None = None) -> None:
        """Show everything as it is now, or those cases that were changed since the last time.

        The first time the user's own tasks are shown when there are any.
        """
        is_first = self._worklist is None
        self._take(None if is_first else cases)
        if is_first:
            self._only_mine = bool(self._mine)
        self._show()

    def show_only_mine(self, only_mine: bool) -> None:  # noqa: FBT001 - the state of a switch
        """List the user's own tasks or the whole team's."""
        self._only_mine = only_mine
        self._show()

    def press_count(self, key: str) -> None:
        """List only what a count counts, or everything when it was pressed already."""
        self._counted = None if self._counted == key else key
        self._show()

    def reset_filters(self) -> None:
        """List everything again."""
        self._counted = None
        self._only_mine = False
        self._show()

    def choose(self, row_id: str | None) -> None:
        """Explain the deadline of a row, or close the pane."""
        self._chosen = row_id
        self._show_detail()

    def case_number_of(self, row_id: str) -> str | None:
        """Return the case a row is about."""
        row = self._find(row_id)
        return row.case_number if row else None

    def _take(self, cases: Collection[str] | None) -> None:
        self._worklist = worklist = self._load()
        if cases is None:
            self._rows = [self._row(deadline, worklist) for deadline in worklist.urgent]
        else:
            self._rows = [row for row in self._rows if row.deadline.case_id not in cases]
            for deadline in worklist.urgent:
                if deadline.case_id in cases:
                    insort(self._rows, self._row(deadline, worklist), key=_place)
        own = self._initials
        self._mine = [row for row in self._rows if own and row.line and row.line.responsible_caseworker == own]

    def _show(self) -> None:
        if self._worklist is None:
            return
        listed = _by_status(self._mine if self._only_mine else self._rows)
        self._view.show_heading(
            _("Today – {date}").format(date=full_date(self._worklist.today)),
            self._counts(listed),
            only_mine=self._only_mine,
        )
        groups = self._groups(listed)
        if groups:
            self._view.show_groups(groups)
        else:
            self._view.show_empty(*self._emptiness(), has_cases=bool(self._worklist.lines))
        self._show_detail()

    def _counts(self, listed: Mapping[Status, Sequence[WorklistRow]]) -> list[CountButton]:
        counts = {
            key: sum(len(rows) for status, rows in listed.items() if URGENCY_OF[status] in urgencies)
            for key, urgencies in _COUNTED.items()
        }
        texts = {
            "overdue": _n("{n} overdue", "{n} overdue", counts["overdue"]),
            "week": _n("{n} within 7 days", "{n} within 7 days", counts["week"]),
            "month": _n("{n} within 30 days", "{n} within 30 days", counts["month"]),
        }
        kinds = {"overdue": BadgeKind.OVERDUE, "week": BadgeKind.SOON, "month": BadgeKind.MONTH}
        return [
            CountButton(
                key=key, text=texts[key].format(n=counts[key]), badge_kind=kinds[key], pressed=self._counted == key
            )
            for key in _COUNTED
        ]

    def _groups(self, listed: Mapping[Status, Sequence[WorklistRow]]) -> list[WorklistGroup]:
        titles = {
            Urgency.OVERDUE: _("Overdue"),
            Urgency.TODAY: _("Today"),
            Urgency.THIS_WEEK: _("Within 7 days"),
            Urgency.THIRTY_DAYS: _("Within 30 days"),
        }
        return [
            WorklistGroup(titles[urgency], tuple(rows))
            for status, rows in listed.items()
            if (urgency := URGENCY_OF[status]) in (_COUNTED[self._counted] if self._counted else titles)
        ]

    def _row(self, deadline: Deadline, worklist: Worklist) -> WorklistRow:
        line = worklist.lines.get(deadline.case_id)
        return WorklistRow(deadline, line, self._rulebook.duties[deadline.duty], worklist.today)

    def _emptiness(self) -> tuple[str, str]:
        if self._worklist is not None and not self._worklist.lines:
            return _("There are no cases yet"), _(
                "Create the first arrival, or bring cases in with the command »enplan import«."
            )
        if self._counted or self._only_mine:
            return _("No tasks match the filter"), _("Reset the filter to see the team's other tasks.")
        return _("No deadlines in the next 30 days"), _("See all coming deadlines under Cases.")

    def _find(self, row_id: str | None) -> WorklistRow | None:
        case_id, _slash, duty = (row_id or "").rpartition("/")
        same = (row for row in self._rows if row.deadline.case_id == case_id and row.deadline.duty == duty)
        return next(same, None)

    def _show_detail(self) -> None:
        row = self._find(self._chosen) if self._chosen else None
        if row is None:
            self._view.show_detail(None, None)
            return
        self._view.show_detail(detail_of(self._explain(row.deadline, row.on), row.law, row.on), row)


def urgent_count(worklist: Worklist, initials: str | None) -> int:
    """Return how many of a user's own tasks are overdue or due within a week, or the team's while none is theirs."""
    lines = worklist.lines
    own = [
        deadline
        for deadline in (worklist.urgent if initials else ())
        if (line := lines.get(deadline.case_id)) and line.responsible_caseworker == initials
    ]
    today = worklist.today
    return sum(
        URGENCY_OF[listed_status(deadline, today)] is not Urgency.THIRTY_DAYS for deadline in own or worklist.urgent
    )


def _place(row: WorklistRow) -> tuple[int, date, str, int]:
    return order(row.deadline)


def _listed_status(row: WorklistRow) -> Status:
    return listed_status(row.deadline, row.on)


def _by_status(in_order: Sequence[WorklistRow]) -> dict[Status, list[WorklistRow]]:
    """Return rows in working order, which is by status first, as the runs they make."""
    return {status: list(run) for status, run in groupby(in_order, key=_listed_status)}
