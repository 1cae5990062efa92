"""Historik: every change of a case in a table that stays quick, with before and after in full beside it."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_history import ALL, HistoryRow, history_kinds, of_kind
from desktop_app.translation import _, _n
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import IconButton
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.surfaces import Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.two_panes import TwoPanes


class HistoryTab(QWidget):
    """Shows who changed what and when; Enter opens one change in full."""

    def __init__(self, history: Sequence[HistoryRow]) -> None:
        super().__init__()
        self._history = history
        self._rows = {row.id: row for row in history}
        self._kinds = ComboBox(history_kinds(history))
        self._kinds.choose(ALL)
        self._count = Label("", TextRole.META)
        self._table = RowsTable(_("History"), RowsTableModel(_columns(), attrgetter("id")))
        self._pane = _ChangePane()
        head = QWidget()
        kinds = FieldRow(_("Show"), self._kinds, width=360)
        kinds.add_after(self._count)
        head.setLayout(Column(kinds, Gap(8)))
        self._panes = TwoPanes(self._table, self._pane, head=head, side_width=380)
        whole = Column()
        whole.add(self._panes, stretch=1)
        self.setLayout(whole)
        self._kinds.edited.connect(self._filter)
        self._table.row_activated.connect(self._open)
        self._table.row_selected.connect(self._follow)
        self._pane.closed.connect(self._close)
        self._panes.close_wanted.connect(self._close)
        self._filter()

    def open_first(self) -> None:
        """Show the latest change in full."""
        first = next(iter(self._rows), "")
        if self._table.select(first):
            self._table.setFocus()
            self._open(first)

    def _filter(self) -> None:
        rows = of_kind(self._history, self._kinds.key())
        self._table.set_rows(rows)
        self._count.setText(_n("{n} change", "{n} changes", len(rows)).format(n=len(rows)))
        announce(self._kinds, self._count.text())

    def _open(self, row_id: str) -> None:
        self._pane.show_change(self._rows[row_id])
        self._panes.set_open(is_open=True)

    def _follow(self, row_id: str) -> None:
        if row_id and self._panes.is_open():
            self._open(row_id)

    def _close(self) -> None:
        self._panes.set_open(is_open=False)
        self._table.setFocus()


class _ChangePane(Panel):
    """One change in full. `closed` asks to be put away."""

    closed = Signal()

    def __init__(self) -> None:
        self._title = Label("", TextRole.PANE_TITLE, wraps=True)
        self._about = Label("", TextRole.META, wraps=True)
        self._changes = Label("", wraps=True)
        self._changes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = IconButton("close", _("Close the pane"))
        content = Column(Row(self._title, STRETCH, close), Gap(4), self._about, Gap(12), self._changes, STRETCH)
        content.set_margins((24, 16, 24, 16))
        whole = Column()
        whole.add(ScrollArea(content), stretch=1)
        super().__init__(whole, Token.WINDOW, edges=Qt.Edge.LeftEdge | Qt.Edge.TopEdge)
        self.setAccessibleName(_("The change in full"))
        close.clicked.connect(self.closed)

    def show_change(self, row: HistoryRow) -> None:
        """Show a change."""
        self._title.setText(row.title)
        self._about.setText(_("{when} · {user}").format(when=row.when, user=row.user))
        nothing = _("No fields to show. What a signed version says stands in the document.")
        self._changes.setText("\n\n".join(row.text.changes) or nothing)


def _columns() -> tuple[TableColumn[HistoryRow], ...]:
    return (
        TableColumn(_("When"), attrgetter("when"), 136, sort_key=attrgetter("at")),
        TableColumn(_("What"), attrgetter("title"), 190, stretch=1, is_strong=True),
        TableColumn(_("Before and after"), attrgetter("summary"), 220, stretch=3, drop_order=2),
        TableColumn(_("Who"), attrgetter("user"), 120, drop_order=1),
    )
