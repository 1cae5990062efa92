"""I dag: what is urgent, grouped by how urgent it is, with the reasons for the deadline that is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import URGENCY_OF, Urgency
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_detail import DeadlineDetail, detail_of
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, _n, full_date, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class WorklistRow:
    """A row of the worklist; `id` names it for as long as case and duty stay the same."""

    id: str
    badge: str
    badge_kind: BadgeKind
    duty: str
    citizen: str
    case_number: str
    due: str
    due_on: date
    caseworker: str


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

    def show_empty(self, title: str, text: str) -> None:
        """Show that there is nothing to do, and what to do about it."""
        ...


_WEEK = (Urgency.TODAY, Urgency.THIS_WEEK)
_COUNTED = {"overdue": (Urgency.OVERDUE,), "week": _WEEK, "month": (Urgency.THIRTY_DAYS,)}


class WorklistPresenter:
    """Turns the team's worklist into rows, counts and explanations; holds which of them are shown."""

    def __init__(
        self, view: WorklistView, *, load: Callable[[], Worklist], rulebook: Rulebook, initials: str | None
    ) -> None:
        self._view = view
        self._load = load
        self._rulebook = rulebook
        self._initials = initials
        self._only_mine = False
        self._counted: str | None = None
        self._worklist: Worklist | None = None
        self._chosen: str | None = None

    def open(self) -> None:
        """Show the worklist, the user's own tasks when there are any."""
        self.reload()
        self._only_mine = any(self._is_mine(deadline) for deadline in self._all())
        self._show()

    def reload(self) -> None:
        """Compute everything anew, after a change or at midnight."""
        self._worklist = self._load()
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
        deadline = self._find(row_id)
        return deadline.case_number if deadline else None

    @property
    def urgent_count(self) -> int:
        """How many of the user's own tasks are overdue or due within a week, or the team's while none is theirs."""
        mine = [deadline for deadline in self._all() if self._is_mine(deadline)]
        counted = mine or self._all()
        return sum(URGENCY_OF[deadline.status] is not Urgency.THIRTY_DAYS for deadline in counted)

    def _all(self) -> Sequence[Deadline]:
        return self._worklist.urgent if self._worklist else ()

    def _line(self, deadline: Deadline) -> CaseLine | None:
        return self._worklist.lines.get(deadline.case_id) if self._worklist else None

    def _is_mine(self, deadline: Deadline) -> bool:
        line = self._line(deadline)
        return bool(line and self._initials and line.responsible_caseworker == self._initials)

    def _of_whom(self) -> list[Deadline]:
        return [deadline for deadline in self._all() if not self._only_mine or self._is_mine(deadline)]

    def _show(self) -> None:
        if self._worklist is None:
            return
        listed = self._of_whom()
        self._view.show_heading(
            _("Today – {date}").format(date=full_date(self._worklist.today)),
            self._counts(listed),
            only_mine=self._only_mine,
        )
        shown = [deadline for deadline in listed if self._is_counted(deadline)]
        if shown:
            self._view.show_groups(self._groups(shown))
        else:
            self._view.show_empty(*self._emptiness())
        self._show_detail()

    def _is_counted(self, deadline: Deadline) -> bool:
        return self._counted is None or URGENCY_OF[deadline.status] in _COUNTED[self._counted]

    def _counts(self, listed: Sequence[Deadline]) -> list[CountButton]:
        counts = {
            key: sum(URGENCY_OF[deadline.status] in urgencies for deadline in listed)
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

    def _groups(self, shown: Sequence[Deadline]) -> list[WorklistGroup]:
        titles = {
            Urgency.OVERDUE: _("Overdue"),
            Urgency.TODAY: _("Today"),
            Urgency.THIS_WEEK: _("This week"),
            Urgency.THIRTY_DAYS: _("Within 30 days"),
        }
        groups = [
            WorklistGroup(title, tuple(self._row(one) for one in shown if URGENCY_OF[one.status] is urgency))
            for urgency, title in titles.items()
        ]
        return [group for group in groups if group.rows]

    def _row(self, deadline: Deadline) -> WorklistRow:
        today = self._worklist.today if self._worklist else date.min
        line = self._line(deadline)
        return WorklistRow(
            id=_row_id(deadline),
            badge=badge_text(deadline, today),
            badge_kind=BADGE_OF[deadline.status],
            duty=duty_name(self._rulebook.duties[deadline.duty]),
            citizen=line.sort_name if line else "",
            case_number=deadline.case_number,
            due=short_date(deadline.due_on) if deadline.due_on else "",
            due_on=deadline.due_on or date.max,
            caseworker=(line.responsible_caseworker or "") if line else "",
        )

    def _emptiness(self) -> tuple[str, str]:
        if self._worklist is not None and not self._worklist.lines:
            return _("There are no cases yet"), _("Bring cases in with the command »enplan import«.")
        if self._counted or self._only_mine:
            return _("No tasks match the filter"), _("Reset the filter to see the team's other tasks.")
        return _("No deadlines in the next 30 days"), _("See all coming deadlines under Cases.")

    def _find(self, row_id: str | None) -> Deadline | None:
        return next((deadline for deadline in self._all() if _row_id(deadline) == row_id), None)

    def _show_detail(self) -> None:
        deadline = self._find(self._chosen)
        if deadline is None or self._worklist is None:
            self._view.show_detail(None, None)
            return
        duty = self._rulebook.duties[deadline.duty]
        self._view.show_detail(detail_of(deadline, duty, self._worklist.today), self._row(deadline))


def _row_id(deadline: Deadline) -> str:
    return f"{deadline.case_id}/{deadline.duty}"
