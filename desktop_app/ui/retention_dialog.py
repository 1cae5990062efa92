"""Opbevaring: the cases whose time is over, in a table; the act is to open the one chosen."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.retention_texts import RetentionRow
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.labels import Label
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole

_WIDTH, _HEIGHT = 760, 240


class RetentionDialog(FormDialog):
    """`open_wanted` carries the number of a case."""

    open_wanted = Signal(str)

    def __init__(
        self, parent: QWidget, summary: str, rows: Sequence[RetentionRow], rule: str, explanation: str
    ) -> None:
        super().__init__(
            parent,
            _("Cases to review for how long they are kept"),
            _("Open the case") if rows else _("Close"),
            intro=summary,
            cancel_verb=_("Close"),
            width=_WIDTH,
        )
        self._has_rows = bool(rows)
        self._table = RowsTable(_("Cases to review"), RowsTableModel(_columns(), attrgetter("case_number")))
        self._table.set_rows(rows)
        self._table.setMinimumHeight(current_theme().e(_HEIGHT))
        self._table.setHidden(not rows)
        self._cancel.setHidden(not rows)
        if rows:
            self._table.select(rows[0].case_number)
            self.body.add(Alert(AlertKind.INFORMATION, _("Nothing is deleted"), explanation))
        self.body.add(self._table)
        if rule:
            self.body.add(Label(rule, TextRole.META, wraps=True))
        self._table.row_activated.connect(self.open_wanted)
        self.accepted_form.connect(self._open)

    def _open(self) -> None:
        if self._has_rows:
            self.open_wanted.emit(self._table.selected_id())
        else:
            self.finish()


def _columns() -> tuple[TableColumn[RetentionRow], ...]:
    return (
        TableColumn(_("Citizen"), attrgetter("citizen"), 200, stretch=2, is_strong=True),
        TableColumn(_("Case"), attrgetter("case_number"), 110),
        TableColumn(_("Ended"), attrgetter("ended"), 200, stretch=2),
        TableColumn(_("Kept until"), attrgetter("kept_until"), 110),
    )
