"""The tables on the tabs of a case: family, goals, activities, deadlines and history."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_page import CasePage, DeadlineRow, Member, PlanPage
from desktop_app.presenters.history_texts import HistoryText
from desktop_app.translation import _
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button
from desktop_app.ui.deadline_pane import DeadlinePane
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.two_panes import TwoPanes


class FamilyTab(QWidget):
    """Everybody in the household. `case_wanted` asks for somebody's case."""

    case_wanted = Signal(str)

    def __init__(self, members: Sequence[Member]) -> None:
        super().__init__()
        if not members:
            self.setLayout(Column(EmptyState("groups", _("The citizen is not registered in a household"))))
            return
        table = RowsTable(
            _("Family"),
            RowsTableModel(
                (
                    TableColumn[Member](_("Name"), attrgetter("name"), 200, stretch=2, is_strong=True),
                    TableColumn[Member](_("Case no."), attrgetter("case_number"), 110),
                    TableColumn[Member](_("Born"), attrgetter("born"), 110, drop_order=1),
                    TableColumn[Member](_("Responsible"), attrgetter("caseworker"), 110, drop_order=2),
                ),
                attrgetter("case_number"),
            ),
        )
        table.set_rows(members)
        table.row_activated.connect(self.case_wanted)
        column = Column()
        column.add(table, stretch=1)
        self.setLayout(column)


class ContractTab(QWidget):
    """Every version of the plan, the newest first. `print_wanted` carries the number of a version."""

    print_wanted = Signal(int)

    def __init__(self, plans: Sequence[PlanPage]) -> None:
        super().__init__()
        column = Column()
        if not plans:
            column.add(EmptyState("document", _("There is no plan yet")))
        for place, plan in enumerate(plans):
            if place:
                column.add(Gap(20), Line(), Gap(20))
            self._add_plan(column, plan)
        column.add(STRETCH)
        self.setLayout(column)

    def _add_plan(self, column: Column, plan: PlanPage) -> None:
        button = Button(_("Show print …"), icon="print")
        button.setAccessibleName(_("Show print of version {n}").format(n=plan.number))
        button.setProperty("plan", plan.number)
        button.clicked.connect(self._want_print)
        column.add(FlowRow(Label(plan.title, TextRole.HEADING), Label(plan.state, TextRole.META), STRETCH, button))
        column.add(Gap(12), Label(_("Goals"), TextRole.LABEL), Gap(4))
        for kind, text, on in plan.goals:
            column.add(NoteRow("flag", Token.LINK, text, _("{kind} · at the latest {date}").format(kind=kind, date=on)))
        if not plan.goals:
            column.add(NoteRow("warning", Token.SOON_MARK, _("No goals")))
        column.add(Gap(12), Label(_("Activities"), TextRole.LABEL), Gap(4))
        for kind, text, provider, period, hours in plan.activities:
            detail = _("{text} · {provider} · {period} · {hours} hours a week").format(
                text=text, provider=provider, period=period, hours=hours
            )
            column.add(NoteRow("calendar-month", Token.LINK, kind, detail))
        if not plan.activities:
            column.add(NoteRow("warning", Token.SOON_MARK, _("No activities")))
        column.add(Gap(12), Label(_("Before signature"), TextRole.LABEL), Gap(4))
        for check in plan.checks:
            icon, token = ("success", Token.DONE_MARK) if check.in_place else ("warning", Token.SOON_MARK)
            state = _("in place") if check.in_place else _("missing")
            column.add(NoteRow(icon, token, check.text, f"{check.section} · {state}"))

    def _want_print(self) -> None:
        self.print_wanted.emit(int(self.sender().property("plan")))


class DeadlinesTab(QWidget):
    """Every duty of the case, past and future, with the reasons for the one that is chosen."""

    def __init__(self, page: CasePage) -> None:
        super().__init__()
        self._rows = {row.id: row for row in (*page.deadlines, *page.past)}
        self._table = RowsTable(
            _("Deadlines"),
            RowsTableModel(
                (
                    TableColumn[DeadlineRow](
                        _("Deadline"), attrgetter("badge"), 236, badge=_status, sort_key=attrgetter("due_on")
                    ),
                    TableColumn[DeadlineRow](_("Task"), attrgetter("duty"), 200, stretch=3, is_strong=True),
                    TableColumn[DeadlineRow](
                        _("At the latest"), attrgetter("due"), 110, sort_key=attrgetter("due_on"), drop_order=1
                    ),
                ),
                attrgetter("id"),
            ),
        )
        rows: list[DeadlineRow | GroupRow] = [GroupRow(_("Now"), str(len(page.deadlines))), *page.deadlines]
        if page.past:
            rows += [GroupRow(_("Earlier"), str(len(page.past))), *page.past]
        self._table.set_rows(rows)
        self._pane = DeadlinePane(offers_case=False)
        self._panes = TwoPanes(self._table, self._pane)
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)
        self._table.row_activated.connect(self._explain)
        self._table.row_selected.connect(self._explain_while_open)
        self._pane.closed.connect(self._close)
        self._panes.close_wanted.connect(self._close)

    def explain_first(self) -> None:
        """Go to the first deadline and explain it."""
        first = next(iter(self._rows))
        self._table.setFocus()
        self._table.select(first)
        self._explain(first)

    def _explain(self, row_id: str) -> None:
        self._pane.explain(self._rows[row_id].detail, "", "")
        self._panes.set_open(is_open=True)

    def _explain_while_open(self, row_id: str) -> None:
        if row_id and self._panes.is_open():
            self._explain(row_id)

    def _close(self) -> None:
        self._panes.set_open(is_open=False)
        self._table.setFocus()


class HistoryTab(QWidget):
    """Every change of the case: who, what, when, before and after."""

    def __init__(self, history: Sequence[HistoryText]) -> None:
        super().__init__()
        column = Column()
        for place, entry in enumerate(history):
            if place:
                column.add(Line())
            about = _("{when} · {user}").format(when=entry.when, user=entry.user)
            column.add(Gap(8), FlowRow(Label(entry.title, TextRole.STRONG), STRETCH, Label(about, TextRole.META)))
            if entry.summary:
                column.add(Gap(2), Label(entry.summary, TextRole.SMALL, wraps=True))
            column.add(Gap(8))
        column.add(STRETCH)
        self.setLayout(column)


def _status(row: DeadlineRow) -> Status:
    return STATUS_OF[row.badge_kind]
