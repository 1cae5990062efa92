"""Familie: everybody in the household."""

from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_family import Family, Member
from desktop_app.presenters.danish_order import danish_order
from desktop_app.translation import _
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.palette import Status
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole


class FamilyTab(QWidget):
    """`case_wanted` asks for somebody's case, `add_wanted` to add somebody to the family."""

    case_wanted = Signal(str)
    add_wanted = Signal()

    def __init__(self, family: Family, may: May) -> None:
        super().__init__()
        add = Button(_("Add to the family …"), ButtonKind.SECOND, icon="plus")
        add.clicked.connect(self.add_wanted)
        adding = offered(may, (RoleAct.CHANGE_CASE, add))
        if not family.members:
            title = _("The citizen is not registered in a household")
            text = _("Add somebody who has a case, and the two become a household.") if adding else ""
            self.setLayout(Column(EmptyState("groups", title, text, adding)))
            return
        table = RowsTable(_("Family"), RowsTableModel(_columns(), attrgetter("case_number")))
        table.set_rows(family.members)
        table.row_activated.connect(self.case_wanted)
        column = Column(FlowRow(Label(family.name, TextRole.HEADING), STRETCH, *adding), Gap(12))
        column.add(table, stretch=1)
        self.setLayout(column)


def _columns() -> tuple[TableColumn[Member], ...]:
    return (
        TableColumn(_("Name"), _name, 180, stretch=3, is_strong=True, sort_key=_name_order),
        TableColumn(_("Age"), attrgetter("age"), 190, sort_key=attrgetter("born_on"), stretch=1),
        TableColumn(_("Role"), attrgetter("role"), 90, stretch=1, drop_order=3),
        TableColumn(
            _("Next deadline"), attrgetter("badge"), 190, badge=_status, sort_key=attrgetter("due_on"), drop_order=1
        ),
        TableColumn(_("Case no."), attrgetter("case_number"), 96, drop_order=2),
        TableColumn(_("Responsible"), attrgetter("caseworker"), 90, drop_order=4),
    )


def _name(member: Member) -> str:
    return _("{name} (this case)").format(name=member.name) if member.is_open else member.name


def _name_order(member: Member) -> tuple[str, str]:
    return danish_order(member.name)


def _status(member: Member) -> Status | None:
    return STATUS_OF[member.badge_kind] if member.badge else None
