"""Modtagelser: who is expected, who has no contract yet, and arrivals that are only half typed."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.arrivals_presenter import ArrivalGroup, ArrivalRow
from desktop_app.translation import _
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.frame import NEW_ARRIVAL_KEYS
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.palette import Status
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole


class ArrivalsPage(QWidget):
    """Shows the list and tells what was pressed; decides nothing. `row_chosen` carries the id of a row."""

    row_chosen = Signal(str)
    new_wanted = Signal()
    form_wanted = Signal()

    def __init__(self, may: May) -> None:
        super().__init__()
        self._summary = Label("", TextRole.META)
        self._new = Button(_("New arrival"), ButtonKind.PRIMARY, icon="plus")
        self._new.setToolTip(NEW_ARRIVAL_KEYS)
        self._form = Button(_("Empty interview form …"), icon="print")
        self._table = RowsTable(_("Arrivals"), RowsTableModel(_columns(may), attrgetter("id")))
        self._begin = Button(_("New arrival"), ButtonKind.PRIMARY, icon="plus")
        self._empty = EmptyState("how-to-reg", "", "", (self._begin,))
        self._content = QStackedWidget()
        self._content.addWidget(self._table)
        self._content.addWidget(self._empty)
        column = Column(margins=(24, 20, 24, 8))
        title = Label(_("Arrivals"), TextRole.TITLE)
        column.add(
            FlowRow(title, self._summary, STRETCH, *offered(may, (RoleAct.PRINT, self._form)), self._new, across=12),
            Gap(12),
        )
        column.add(self._content, stretch=1)
        self.setLayout(column)
        self._table.row_activated.connect(self.row_chosen)
        self._form.clicked.connect(self.form_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._begin.clicked.connect(self.new_wanted)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._content,)

    def show_groups(self, groups: Sequence[ArrivalGroup], summary: str) -> None:
        """Show the rows under their headings, and how many they are."""
        rows: list[ArrivalRow | GroupRow] = []
        for group in groups:
            rows.append(GroupRow(group.title, str(len(group.rows))))
            rows.extend(group.rows)
        self._summary.setText(summary)
        self._new.show()
        self._content.setCurrentWidget(self._table)
        self._table.set_rows(rows)

    def show_empty(self, title: str, text: str) -> None:
        """Show that nobody is expected, and what would stand here."""
        self._summary.setText("")
        self._new.hide()
        self._empty.show_message(title, text)
        self._content.setCurrentWidget(self._empty)

    def focus_list(self) -> None:
        """Bring the keyboard to the list, or to the one thing there is to do."""
        (self._table if self._content.currentWidget() is self._table else self._begin).setFocus()


def _columns(may: May) -> tuple[TableColumn[ArrivalRow], ...]:
    deadline = TableColumn[ArrivalRow](
        _("Deadline"), attrgetter("badge"), 226, badge=_status, sort_key=attrgetter("due_on")
    )
    return (
        *([deadline] if may(RoleAct.SEE_DEADLINES) else []),
        TableColumn(_("Citizen"), attrgetter("citizen"), 150, stretch=2, is_strong=True),
        TableColumn(_("Target group"), attrgetter("group"), 200, stretch=3, drop_order=2),
        TableColumn(_("Case no."), attrgetter("case_number"), 100, drop_order=3),
        TableColumn(_("Takeover"), attrgetter("taken_over"), 110, sort_key=attrgetter("taken_over_on"), drop_order=1),
        TableColumn(_("Responsible"), attrgetter("caseworker"), 96, drop_order=4),
    )


def _status(row: ArrivalRow) -> Status:
    return STATUS_OF[row.badge_kind]
