"""Sager: every case, found as one types."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.case_list_presenter import CaseRow
from desktop_app.presenters.danish_order import danish_order, number_order
from desktop_app.translation import _, _n
from desktop_app.ui.accessibility import announce
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.chosen_bar import ChosenBar
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.frame import PRINT_PLANS_KEYS
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn, who_columns
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole


class CaseListPage(QWidget):
    """Shows the cases and tells what was typed and which was opened; decides nothing.

    `print_wanted` asks for plans to be printed: those of `chosen_numbers`, or others. Several cases can be chosen only
    by who may print them.
    """

    search_changed = Signal(str)
    case_wanted = Signal(str)
    arrival_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, may: May, *, hides_names: bool) -> None:
        super().__init__()
        self._heading = Label(_("Cases"), TextRole.TITLE)
        self._summary = Label("", TextRole.META)
        self._print = Button(_("Print several plans …"), ButtonKind.QUIET, icon="print")
        self._print.setToolTip(PRINT_PLANS_KEYS)
        self._search = LineEdit()
        self._search.setClearButtonEnabled(True)
        self._may = may
        model = RowsTableModel(_columns(may, hides_names=hides_names), attrgetter("id"))
        self._table = RowsTable(_("Cases"), model, chooses_many=may(RoleAct.PRINT))
        print_chosen = Button(_("Print the plans …"), icon="print")
        print_chosen.setToolTip(PRINT_PLANS_KEYS)
        self._bar = ChosenBar([print_chosen])
        self._begin = Button(_("New arrival"), ButtonKind.PRIMARY, icon="plus")
        self._empty = EmptyState("search", "", "", (self._begin,))
        self._content = QStackedWidget()
        self._content.addWidget(self._table)
        self._content.addWidget(self._empty)

        hint = _("Case number or birth year") if hides_names else _("Name, case number, birth year or CPR digits")
        field = FieldRow(_("Search"), self._search, help_text=hint, width=440)
        column = Column(FlowRow(self._heading, self._summary, STRETCH, self._print, across=12), Gap(12))
        column.add(field, Gap(12))
        column.add(self._content, stretch=1)
        column.add(self._bar)
        column.set_margins((24, 20, 24, 8))
        self.setLayout(column)

        # Keys that were typed meanwhile come first: nobody waits for lists that nobody looks at.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._tell_search)
        self._search.textChanged.connect(self._pause.start)
        self._search.returnPressed.connect(self._open_or_go_to_table)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._search)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(self._go_to_table)
        self._found: Sequence[CaseRow] = ()
        self._is_behind = False
        self._table.row_activated.connect(self.case_wanted)
        self._table.rows_chosen.connect(self._show_chosen)
        self._bar.let_go.connect(self._let_go)
        self._begin.clicked.connect(self.arrival_wanted)
        for button in (self._print, print_chosen):
            button.clicked.connect(self.print_wanted)
        current_theme().changed.connect(self._offer_print)
        self._offer_print()

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._search, self._table)

    def show_rows(self, rows: Sequence[CaseRow], summary: str) -> None:
        """Show the cases found, and how many they are."""
        self._found = rows
        self._summary.setText(summary)
        self._content.setCurrentWidget(self._table)
        self._is_behind = not self.isVisible()
        if self.isVisible():
            self._table.set_plain_rows(rows)
            announce(self._search, summary)

    def show_empty(self, title: str, text: str, *, has_cases: bool) -> None:
        """Show that nothing was found, or that there is nothing yet and how to begin."""
        self._found = ()
        self._summary.setText("")
        self._bar.show_chosen("", self._table)
        self._empty.show_message(title, text)
        self._begin.setHidden(has_cases or not self._may(RoleAct.RECORD_ARRIVAL))
        self._content.setCurrentWidget(self._empty)
        if self.isVisible():
            announce(self._search, title)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the rows that came while another page was shown: sorting them takes time nobody should wait for."""
        super().showEvent(event)
        if self._is_behind:
            self._is_behind = False
            self._table.set_plain_rows(self._found)

    def focus_search(self) -> None:
        """Bring the keyboard to the search field, ready to type over what stands there."""
        self._search.setFocus()
        self._search.selectAll()

    def focus_table(self) -> None:
        """Bring the keyboard to the list."""
        self._table.setFocus()

    def chosen_numbers(self) -> list[str]:
        """Return the numbers of the cases that are chosen, from the top; none where it is no more than one."""
        chosen = self._table.chosen_ids() if self._content.currentWidget() is self._table else []
        return chosen if len(chosen) > 1 else []

    def choose_first(self, count: int) -> None:
        """Choose so many cases from the first on."""
        self._table.setFocus()
        self._table.choose([row.id for row in self._found[:count]])

    def set_search(self, text: str) -> None:
        """Search for a text as if it had been typed."""
        self._search.setText(text)
        self._tell_search()

    def _tell_search(self) -> None:
        self._pause.stop()
        self.search_changed.emit(self._search.text())

    def _go_to_table(self) -> None:
        self._tell_search()
        if self._found:
            self._table.setFocus()

    def _show_chosen(self, numbers: Sequence[str]) -> None:
        count = len(numbers)
        text = _n("{n} case chosen", "{n} cases chosen", count).format(n=count) if count > 1 else ""
        self._bar.show_chosen(text, self._table)

    def _let_go(self) -> None:
        self._table.setFocus()
        self._table.choose_only_current()

    def _offer_print(self) -> None:
        """Offer it where there is room; Ctrl+P and Ctrl+K do it too."""
        self._print.setHidden(current_theme().has_large_text or not self._may(RoleAct.PRINT))

    def _open_or_go_to_table(self) -> None:
        self._tell_search()
        if len(self._found) == 1:
            self.case_wanted.emit(self._found[0].id)
        else:
            self._go_to_table()


def _columns(may: May, *, hides_names: bool) -> tuple[TableColumn[CaseRow], ...]:
    who = who_columns(
        TableColumn[CaseRow](_("Name"), attrgetter("citizen"), 170, stretch=3, is_strong=True, sort_key=_name_order),
        TableColumn[CaseRow](_("Case no."), attrgetter("case_number"), 96, sort_key=_number_order, drop_order=1),
        hides_names=hides_names,
    )
    born = TableColumn[CaseRow](_("Born"), attrgetter("born"), 100, sort_key=attrgetter("born_on"), drop_order=4)
    language = TableColumn[CaseRow](_("Language"), attrgetter("language"), 120, stretch=2, drop_order=5)
    caseworker = TableColumn[CaseRow](_("Responsible"), attrgetter("caseworker"), 90, drop_order=2)
    if not may(RoleAct.SEE_DEADLINES):
        return (*who, born, language, caseworker)
    return (
        *who,
        TableColumn(_("Next deadline"), attrgetter("badge"), 190, badge=_status, sort_key=attrgetter("due_on")),
        born,
        TableColumn(_("Nationality"), attrgetter("nationality"), 100, stretch=1, drop_order=6),
        language,
        TableColumn(_("Taken over"), attrgetter("taken_over"), 110, sort_key=attrgetter("taken_over_on"), drop_order=3),
        TableColumn(_("Status"), attrgetter("state"), 130, drop_order=7),
        caseworker,
    )


def _status(row: CaseRow) -> Status | None:
    return STATUS_OF[row.badge_kind] if row.badge else None


def _name_order(row: CaseRow) -> tuple[str, str]:
    return danish_order(row.citizen)


def _number_order(row: CaseRow) -> str:
    return number_order(row.case_number)
