"""Tilføj til familien: somebody is found by name, and gets a role."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.family_presenter import Found
from desktop_app.presenters.field_words import household_role_text
from desktop_app.translation import _, _p, capitalised
from desktop_app.ui.accessibility import announce
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.keyboard_focus import is_form_enter
from desktop_app.ui.labels import Label
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_roles import TextRole

_ROWS = 5


class FamilyDialog(FormDialog):
    """`searched` carries what is looked for, `add_wanted` the case number chosen and the role, both empty for none.

    Enter goes from the search to those found, and adds the one chosen there.
    """

    searched = Signal(str)
    add_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, citizen: str) -> None:
        intro = _("Find who belongs to the same family as {citizen}.").format(citizen=citizen)
        super().__init__(parent, _("Add to the family"), _p("family", "Add"), intro=intro, width=680)
        self._search = LineEdit()
        self._remark = Label("", TextRole.META, wraps=True)
        self._table = RowsTable(
            _("Found"),
            RowsTableModel(
                (
                    TableColumn[Found](_("Name"), attrgetter("name"), 200, stretch=2, is_strong=True),
                    TableColumn[Found](_("Case"), attrgetter("about"), 300, stretch=3, drop_order=1),
                ),
                attrgetter("case_number"),
            ),
        )
        roles = [
            ("", _p("role", "None")),
            *((role.value, capitalised(household_role_text(role))) for role in HouseholdRole),
        ]
        self._role = Segment(_("Role of who is added"), roles)
        self._role.choose("")
        self.body.add(self.form.add("search", FieldRow(_("Name or case number"), self._search)))
        self.body.add(self._remark, self._table)
        self.body.add(self.form.add("role", FieldRow(_("Role of who is added"), self._role)))
        self._search.edited.connect(self._tell_search)
        self._table.row_activated.connect(self._ask_for)
        self._table.row_selected.connect(self._take_problem_away)
        self.accepted_form.connect(self._ask_for)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def show_found(self, found: Sequence[Found], remark: str) -> None:
        """Show who was found, the first chosen."""
        self._table.set_rows(found)
        if found:
            self._table.select(found[0].case_number)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        if remark:
            announce(self._search, remark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to those found by Enter in the search: the first of them need not be the one who is meant."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self._search.hasFocus() and not is_form_enter(event):
            if self._table.selected_id():
                self._table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _take_problem_away(self) -> None:
        self.form.show_problems({})

    def _tell_search(self) -> None:
        self.searched.emit(self._search.text())

    def _ask_for(self) -> None:
        self.add_wanted.emit(self._table.selected_id(), self._role.key())

    def _apply_theme(self) -> None:
        self._table.setMinimumHeight(current_theme().e(40 * (_ROWS + 1)))
