"""Adgang: everybody who can open the cases, and what one does to them."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.presenters.people_presenter import ShownPerson
from desktop_app.presenters.people_texts import team_explanation
from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.settings_sections import Section


class PeopleSection(Section):
    """Shows the people and tells what is wanted (`presenters.people_presenter.PeopleView`).

    Enter gives the person one is at another role, Delete takes their access away.
    """

    add_wanted = Signal()
    role_wanted = Signal(str)
    password_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._table = RowsTable(_("Who has access"), RowsTableModel(_columns(), attrgetter("id")))
        add = Button(_("Add person …"), ButtonKind.PRIMARY, icon="plus")
        role, password = Button(_("Give another role …"), icon="edit"), Button(_("Give a new password …"), icon="lock")
        remove = Button(_("Remove access …"), icon="delete")
        column = Column(
            self._failure_place,
            Label(team_explanation(), tone=Token.MUTED, wraps=True),
            Gap(12),
            FlowRow(add, role, password, remove),
            Gap(12),
            margins=(24, 12, 24, 12),
        )
        column.add(self._table, stretch=1)
        self.setLayout(column)
        add.clicked.connect(self.add_wanted)
        role.clicked.connect(self._want_role)
        password.clicked.connect(self._want_password)
        remove.clicked.connect(self._want_removal)
        self._table.row_activated.connect(self.role_wanted)

    def hasHeightForWidth(self) -> bool:
        """Whatever the width, no more height is needed than a list has at least: it scrolls by itself."""
        return False

    def show_people(self, people: Sequence[ShownPerson]) -> None:
        """List the people; the row one was at stays chosen."""
        self._table.set_rows(people)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to remove the person one is at on Delete."""
        if event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self._want_removal()
        else:
            super().keyPressEvent(event)

    def _want_role(self) -> None:
        self.role_wanted.emit(self._table.selected_id())

    def _want_password(self) -> None:
        self.password_wanted.emit(self._table.selected_id())

    def _want_removal(self) -> None:
        self.removal_wanted.emit(self._table.selected_id())


def _columns() -> tuple[TableColumn[ShownPerson], ...]:
    return (
        TableColumn(_("Name"), attrgetter("name"), 200, stretch=1, is_strong=True),
        TableColumn(_("Initials"), attrgetter("initials"), 90, drop_order=1),
        TableColumn(_("Role"), attrgetter("role"), 220, stretch=3, second_line=attrgetter("meaning")),
    )
