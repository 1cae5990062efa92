"""Gem eller udskriv listen: the worklist as it is shown, saved as a spreadsheet or a calendar, or put on paper."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.application.copy_worklist_out import (
    ListedGroup,
    ListedTask,
    ListedTasks,
    ListKind,
    PrintedList,
    list_file_name,
)
from desktop_app.application.errors import ApplicationError
from desktop_app.presenters.deadline_rows import calendar_id, entry_text
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.rule_texts import legal_basis
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.presenters.worklist_presenter import ShownTasks, WorklistRow
from desktop_app.translation import _, _n, capitalised


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOutShown:
    """What the dialog shows of the kind that is chosen; an empty `warning` is none."""

    kind: ListKind
    about: str
    warning: str
    verb: str
    asks_for_names: bool
    has_names: bool


class ListOutView(Protocol):
    """The dialog, and what it leads to."""

    def ask(self, summary: str, shown: ListOutShown) -> None:
        """Open the dialog over a list."""
        ...

    def show_choice(self, shown: ListOutShown) -> None:
        """Show what the kind that is chosen means."""
        ...

    def ask_where(self, file_name: str, kind: str) -> None:
        """Ask for a file to save in; `kind` says which files are looked for."""
        ...

    def show_problem(self, text: str) -> None:
        """Say why it could not be done."""
        ...

    def show_paper(self, printed: PrintedList) -> None:
        """Show the list as it would be printed."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class ListOutWork(Protocol):
    """What the dialog asks of the open store."""

    def save(self, path: Path, listed: ListedTasks, kind: ListKind) -> None:
        """Write the list to a file, whole or not at all, readable by nobody else; that it was is logged.

        Raises:
            OwnFileRefused: the file is the store's own.
            StorageUnavailable: it could not be logged.
            OSError: the file cannot be written.
        """
        ...

    def draw(self, listed: ListedTasks) -> PrintedList:
        """Return the list on paper; that it was drawn is logged.

        Raises:
            StorageUnavailable: it could not be logged.
        """
        ...


class ListOutPresenter:
    """Takes one list out. The kind chosen last is chosen again; names in a calendar are asked for each time."""

    def __init__(self, view: ListOutView, *, work: ListOutWork, say_done: Callable[[str], None]) -> None:
        self._view, self._work, self._say_done = view, work, say_done
        self._kind = ListKind.EXCEL
        self._has_names = False
        self._tasks: ShownTasks | None = None

    def ask(self, tasks: ShownTasks, kind: ListKind | None = None) -> None:
        """Open the dialog over what is shown, at a kind of copy if one was asked for."""
        self._tasks, self._has_names = tasks, False
        self._kind = kind or self._kind
        self._view.ask(_summary(tasks), self._shown())

    def choose(self, kind: ListKind) -> None:
        """Take it out as this kind."""
        self._kind = kind
        self._view.show_choice(self._shown())

    def name_people(self, *, has_names: bool) -> None:
        """Let the calendar name the citizens, or not."""
        self._has_names = has_names
        self._view.show_choice(self._shown())

    def go_on(self) -> None:
        """Show the paper, or ask where the file is to be."""
        if self._tasks is None:
            return
        if self._kind is not ListKind.PAPER:
            self._view.ask_where(list_file_name(self._tasks.on, self._kind), _kind_of_file(self._kind))
            return
        try:
            printed = self._work.draw(listed_tasks(self._tasks, has_names=True))
        except ApplicationError as error:
            self._view.show_problem(error_text(error))
            return
        self._finish()
        self._view.show_paper(printed)

    def save(self, path: Path) -> None:
        """Write the file."""
        if self._tasks is None:
            return
        listed = listed_tasks(self._tasks, has_names=self._has_names or self._kind is not ListKind.CALENDAR)
        try:
            self._work.save(path, listed, self._kind)
        except ApplicationError as error:
            self._view.show_problem(error_text(error))
        except OSError as error:
            reason = system_reason(error.strerror or str(error))
            text = _("The list could not be saved at {path} ({reason}). Choose another place.")
            self._view.show_problem(text.format(path=path, reason=reason))
        else:
            self._finish()
            text = _("Saved as {name}. The file is not encrypted; delete it after use.")
            self._say_done(text.format(name=path.name))

    def close(self) -> None:
        """Let go of the list."""
        self._tasks = None

    def _finish(self) -> None:
        self.close()
        self._view.finish()

    def _shown(self) -> ListOutShown:
        is_calendar = self._kind is ListKind.CALENDAR
        names_people = self._kind in {ListKind.EXCEL, ListKind.CSV} or (is_calendar and self._has_names)
        return ListOutShown(
            kind=self._kind,
            about=_about(self._kind),
            warning=_warning() if names_people else "",
            verb=_("Show print") if self._kind is ListKind.PAPER else _("Save …"),
            asks_for_names=is_calendar,
            has_names=self._has_names,
        )


def list_kind_text(kind: ListKind) -> str:
    """Return what a kind of copy is called."""
    return {
        ListKind.EXCEL: _("Excel"),
        ListKind.CSV: _("CSV"),
        ListKind.CALENDAR: _("Calendar"),
        ListKind.PAPER: _("Paper"),
    }[kind]


def _about(kind: ListKind) -> str:
    return {
        ListKind.EXCEL: _("A spreadsheet with a row for each task."),
        ListKind.CSV: _("A text file that spreadsheets and other programs can read, with a row for each task."),
        ListKind.CALENDAR: _(
            "An entry for the whole day on the last day of each task. Import it into a calendar of its own; imported"
            " again, a calendar that knows the entries by their id moves them instead of adding new ones."
        ),
        ListKind.PAPER: _("A worklist on A4 for the team's meeting, with a box to tick for each task."),
    }[kind]


def _kind_of_file(kind: ListKind) -> str:
    words = {
        ListKind.EXCEL: _("Excel workbooks"),
        ListKind.CSV: _("CSV files"),
        ListKind.CALENDAR: _("Calendars"),
    }[kind]
    return f"{words} (*.{kind.value})"


def _warning() -> str:
    return _(
        "The file holds personal data and is not encrypted. Keep it on the municipality's drive only, and delete it"
        " after use."
    )


def _summary(tasks: ShownTasks) -> str:
    count = sum(len(group.rows) for group in tasks.groups)
    counted = _n("The list as it is shown now: {n} task.", "The list as it is shown now: {n} tasks.", count)
    return f"{counted.format(n=count)} {_choice(tasks)}."


def _choice(tasks: ShownTasks) -> str:
    return capitalised(", ".join(tasks.choice))


def listed_tasks(tasks: ShownTasks, *, has_names: bool) -> ListedTasks:
    """Return a list in words, as it is taken out."""
    return ListedTasks(
        on=tasks.on,
        choice=_choice(tasks),
        groups=tuple(
            ListedGroup(group.title, tuple(_task(row, has_names=has_names) for row in group.rows))
            for group in tasks.groups
        ),
        has_names=has_names,
    )


def _task(row: WorklistRow, *, has_names: bool) -> ListedTask:
    """Return a row in words; without names the citizen is in none of them."""
    citizen = row.citizen if has_names else ""
    return ListedTask(
        deadline=row.badge,
        task=row.duty,
        citizen=citizen,
        case_number=row.case_number,
        due_on=row.due_on,
        caseworker=row.caseworker,
        section=legal_basis(row.deadline.rule) if row.deadline.rule else "",
        entry=entry_text(row.law, row.case_number, citizen),
        entry_id=calendar_id(row.deadline),
    )
