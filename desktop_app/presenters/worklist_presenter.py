"""I dag: what is urgent, grouped by how urgent it is, with the reasons for the deadline that is chosen."""

from bisect import insort
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple, Protocol

from desktop_app.application.ports import CaseLine
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Duty, Rulebook
from desktop_app.domain.worklist import URGENCY_OF, Urgency, listed_status, order
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.deadline_acts import acts_of, carrying_out
from desktop_app.presenters.deadline_detail import DeadlineDetail, detail_of
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.mending_places import Place, PlaceKind
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.presenters.worklist_filter import CountButton, WorklistFilter, by_status
from desktop_app.translation import _, full_date, short_date


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
        """What names the row for as long as case and duty stay the same; what is done, by the day it was too."""
        deadline = self.deadline
        if deadline.fulfilled_on:
            return f"{deadline.case_id}/{deadline.duty}/{deadline.fulfilled_on}"
        return f"{deadline.case_id}/{deadline.duty}"

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
    def places(self) -> tuple[Place, ...]:
        """What one can do about it."""
        return acts_of(self.deadline)

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
    """A heading in the worklist and the rows below it; `is_folded` is None for one that is never folded."""

    title: str
    rows: tuple[WorklistRow, ...]
    is_folded: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTasks:
    """What is listed on a day: the rows under their headings, and which choice of all tasks they are, in words."""

    on: date
    choice: tuple[str, ...]
    groups: tuple[WorklistGroup, ...]


class WorklistView(Protocol):
    """The screen *I dag*."""

    def show_heading(self, title: str, counts: Sequence[CountButton], *, only_mine: bool) -> None:
        """Show the day, the counts, and whose tasks are listed."""
        ...

    def show_duties(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show the duties one can choose among, as pairs of key and words, and the key that is chosen."""
        ...

    def show_groups(self, groups: Sequence[WorklistGroup]) -> None:
        """Show the rows; those that were chosen stay chosen if they are still there."""
        ...

    def show_detail(self, detail: DeadlineDetail | None, row: WorklistRow | None) -> None:
        """Show why the chosen deadline is what it is, or hide the pane."""
        ...

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        """Show that there is nothing to do and what to do about it; without cases, how to begin."""
        ...


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
        self._filter = WorklistFilter()
        self._hides_done = True
        self._worklist: Worklist | None = None
        self._rows: list[WorklistRow] = []
        self._mine: list[WorklistRow] = []
        self._done: list[WorklistRow] = []
        self._chosen: str | None = None

    def open(self, cases: Collection[str] | None = None) -> None:
        """Show everything as it is now, or those cases that were changed since the last time.

        The first time the user's own tasks are shown when there are any.
        """
        is_first = self._worklist is None
        self._take(None if is_first else cases)
        if is_first:
            self._filter.only_mine = bool(self._mine)
        self._show()

    def show_only_mine(self, only_mine: bool) -> None:  # noqa: FBT001 - the state of a switch
        """List the user's own tasks or the whole team's."""
        self._filter.only_mine = only_mine
        self._show()

    def show_duty(self, duty: str) -> None:
        """List only the tasks of a duty, or those of every duty."""
        self._filter.duty = duty
        self._show()

    def press_count(self, key: str) -> None:
        """List only what a count counts, or everything when it was pressed already."""
        self._filter.press_count(key)
        self._show()

    def reset_filters(self) -> None:
        """List everything again."""
        self._filter.reset()
        self._show()

    def fold_done(self) -> None:
        """Show what was done today, or hide it again."""
        self._hides_done = not self._hides_done
        self._show()

    def choose(self, row_id: str | None) -> None:
        """Explain the deadline of a row, or close the pane."""
        self._chosen = row_id
        self._show_detail()

    def case_number_of(self, row_id: str) -> str | None:
        """Return the case a row is about."""
        row = self._find(row_id)
        return row.case_number if row else None

    def shown(self) -> ShownTasks | None:
        """Return what is listed now, None before anything is; what was done today is left out."""
        if self._worklist is None:
            return None
        chosen = self._filter
        choice = [_("My tasks") if chosen.only_mine else _("The whole team")]
        if chosen.duty:
            choice.append(duty_name(self._rulebook.duties[DutyId(chosen.duty)]))
        counted = {"overdue": _("Overdue"), "week": _("Within 7 days"), "month": _("Within 30 days")}
        if chosen.counted:
            choice.append(counted[chosen.counted].lower())
        listed = by_status(chosen.of_duty(self._mine if chosen.only_mine else self._rows))
        return ShownTasks(on=self._worklist.today, choice=tuple(choice), groups=tuple(_groups(listed, self._filter)))

    def place_of(self, row_id: str, kind: DecisionKind | None) -> tuple[str, Place] | None:
        """Return the case of a row, and where its task is carried out or, with a kind, decided about."""
        row = self._find(row_id)
        if row is None:
            return None
        if kind is None:
            place = carrying_out(row.deadline)
        else:
            decisions = (each for each in row.places if each.kind is PlaceKind.DECISION)
            place = next((each for each in decisions if each.key.startswith(f"{kind}/")), None)
        return (row.case_number, place) if place else None

    def cases_of(self, row_ids: Collection[str]) -> list[CaseLine]:
        """Return the cases that rows are about, in the order of the rows, each once."""
        wanted = frozenset(row_ids)
        lines = [row.line for row in chain(self._rows, self._done) if row.line and row.id in wanted]
        return list({line.case_id: line for line in lines}.values())

    def _take(self, cases: Collection[str] | None) -> None:
        self._worklist = worklist = self._load()
        if cases is None:
            self._rows = [_row(deadline, worklist, self._rulebook) for deadline in worklist.urgent]
        else:
            self._rows = [row for row in self._rows if row.deadline.case_id not in cases]
            for deadline in worklist.urgent:
                if deadline.case_id in cases:
                    insort(self._rows, _row(deadline, worklist, self._rulebook), key=_place)
        self._done = [_row(deadline, worklist, self._rulebook) for deadline in worklist.done]
        self._mine = self._own(self._rows)

    def _own(self, rows: Sequence[WorklistRow]) -> list[WorklistRow]:
        own = self._initials
        return [row for row in rows if own and row.line and row.line.responsible_caseworker == own]

    def _show(self) -> None:
        if self._worklist is None:
            return
        only_mine = self._filter.only_mine
        whose = self._mine if only_mine else self._rows
        listed = by_status(self._filter.of_duty(whose))
        self._view.show_heading(
            _("Today – {date}").format(date=full_date(self._worklist.today)),
            self._filter.counts(listed),
            only_mine=only_mine,
        )
        self._view.show_duties(self._filter.duties(whose, self._rulebook), self._filter.duty)
        groups = [*_groups(listed, self._filter), *self._done_group()]
        if groups:
            self._view.show_groups(groups)
        else:
            self._view.show_empty(*self._emptiness(), has_cases=bool(self._worklist.lines))
        self._show_detail()

    def _done_group(self) -> list[WorklistGroup]:
        """Return what was done today under its heading, unless one looks at what a count counts."""
        if self._filter.counted is not None:
            return []
        rows = self._filter.of_duty(self._own(self._done) if self._filter.only_mine else self._done)
        return [WorklistGroup(_("Done today"), tuple(rows), self._hides_done)] if rows else []

    def _emptiness(self) -> tuple[str, str]:
        if self._worklist is not None and not self._worklist.lines:
            return _("There are no cases yet"), _(
                "Create the first arrival, or bring cases in with the command »enplan import«."
            )
        if self._filter.is_set:
            return _("No tasks match the filter"), _("Reset the filter to see the team's other tasks.")
        return _("No deadlines in the next 30 days"), _("See all coming deadlines under Cases.")

    def _find(self, row_id: str | None) -> WorklistRow | None:
        case_id, _slash, _rest = (row_id or "").partition("/")
        rows = chain(self._rows, self._done)
        return next((row for row in rows if row.deadline.case_id == case_id and row.id == row_id), None)

    def _show_detail(self) -> None:
        row = self._find(self._chosen) if self._chosen else None
        if row is None:
            self._view.show_detail(None, None)
            return
        self._view.show_detail(detail_of(self._explain(row.deadline, row.on), row.law, row.on), row)


def tasks_of_team(worklist: Worklist, rulebook: Rulebook) -> ShownTasks:
    """Return every task of the team, as it is listed when nothing is chosen."""
    rows = [_row(deadline, worklist, rulebook) for deadline in worklist.urgent]
    groups = _groups(by_status(rows), WorklistFilter())
    return ShownTasks(on=worklist.today, choice=(_("The whole team"),), groups=tuple(groups))


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


def _row(deadline: Deadline, worklist: Worklist, rulebook: Rulebook) -> WorklistRow:
    return WorklistRow(deadline, worklist.lines.get(deadline.case_id), rulebook.duties[deadline.duty], worklist.today)


def _groups(listed: Mapping[Status, Sequence[WorklistRow]], chosen: WorklistFilter) -> list[WorklistGroup]:
    titles = {
        Urgency.OVERDUE: _("Overdue"),
        Urgency.TODAY: _("Today"),
        Urgency.THIS_WEEK: _("Within 7 days"),
        Urgency.THIRTY_DAYS: _("Within 30 days"),
    }
    return [
        WorklistGroup(titles[urgency], tuple(rows))
        for status, rows in listed.items()
        if chosen.shows(urgency := URGENCY_OF[status])
    ]


def _place(row: WorklistRow) -> tuple[int, date, str, int]:
    return order(row.deadline)
