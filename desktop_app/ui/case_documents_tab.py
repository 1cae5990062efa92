"""Dokumenter: every paper of a case, handed out or ready to be printed, and the scans of signed ones."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import QPoint, Signal

from desktop_app.application.printed_paper import PaperKind
from desktop_app.presenters.case_documents import DocumentRow
from desktop_app.presenters.paper_texts import PAPERS_OF_CASE, paper_act
from desktop_app.translation import _, _p
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.file_drop import FileDrop
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole


class DocumentsTab(FileDrop):
    """`print_wanted` asks to show a version of the plan as it is printed, from where it can be saved.

    `scan_wanted` asks to attach a scan to the newest version that is signed, number `signed`, with the path of a file
    that was dropped; `scan_opened` and `scan_removal_wanted` carry the id of one. `paper_wanted` asks for a paper that
    is drawn from the case (`application.printed_paper.PaperKind`), `access_wanted` for everything about the citizen.
    """

    print_wanted = Signal(int)
    scan_wanted = Signal(int, str)
    scan_opened = Signal(str)
    scan_removal_wanted = Signal(str)
    paper_wanted = Signal(object)
    access_wanted = Signal()

    def __init__(self, documents: Sequence[DocumentRow], signed: int | None, may: May) -> None:
        super().__init__()
        self._may = may
        self._signed = signed = signed if may(RoleAct.ATTACH_SCAN) else None
        self.setAcceptDrops(signed is not None)
        if not documents:
            text = _("A plan can be printed as a draft as soon as it is begun.") if may(RoleAct.PRINT) else ""
            empty = Column(FlowRow(STRETCH, *self._papers()))
            empty.add(EmptyState("document", _("There are no documents yet"), text), stretch=1)
            self.setLayout(empty)
            return
        self._rows = {row.id: row for row in documents}
        self._table = RowsTable(_("Documents"), RowsTableModel(_columns(), attrgetter("id")))
        self._table.set_rows(documents)
        self._table.select(documents[0].id)
        show = Button(_("Show and save …"), ButtonKind.SECOND, icon="document")
        attach = Button(_("Attach a scan …"), icon="plus")
        attach.setHidden(signed is None)
        self._remove = Button(_("Remove the scan …"))
        hint = Label(
            _("A signed version is always the same file, as it was first handed out."), TextRole.META, wraps=True
        )
        acts = offered(
            may, (RoleAct.OPEN_PLAN, show), (RoleAct.ATTACH_SCAN, attach), (RoleAct.REMOVE_SCAN, self._remove)
        )
        column = Column()
        if acts:
            column.add(FlowRow(*acts, STRETCH, *self._papers()), Gap(8))
        column.add(hint, Gap(12))
        column.add(self._table, stretch=1)
        self.setLayout(column)
        show.clicked.connect(self._show_selected)
        self._table.row_activated.connect(self._show)
        self._table.row_selected.connect(self._allow)
        attach.clicked.connect(self._want_scan)
        self._remove.clicked.connect(self._want_removal)
        self.dropped.connect(self._take)
        self._allow(documents[0].id)

    def _papers(self) -> tuple[Button, ...]:
        """Return a button for each paper; where text is large the table needs their room, and Mere has them too."""
        buttons = []
        has_room = not current_theme().has_large_text
        for kind in PAPERS_OF_CASE if has_room and self._may(RoleAct.PRINT) else ():
            button = Button(paper_act(kind), icon="print")
            button.setProperty("paper", kind.value)
            button.clicked.connect(self._want_paper)
            buttons.append(button)
        if has_room and self._may(RoleAct.GIVE_ACCESS):
            access = Button(_("Access …"), icon="download")
            access.setAccessibleName(_("Access: everything about the citizen"))
            access.clicked.connect(self.access_wanted)
            buttons.append(access)
        return tuple(buttons)

    def _want_paper(self) -> None:
        self.paper_wanted.emit(PaperKind(self.sender().property("paper")))

    def _show_selected(self) -> None:
        self._show(self._table.selected_id())

    def _show(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        if not self._may(RoleAct.OPEN_PLAN):
            return
        if row and row.scan_id:
            self.scan_opened.emit(row.scan_id)
        elif row:
            self.print_wanted.emit(row.plan_number)

    def _allow(self, row_id: str) -> None:
        row = self._rows.get(row_id)
        self._remove.setEnabled(bool(row and row.scan_id))

    def _want_scan(self) -> None:
        self._take("", QPoint())

    def _take(self, path: str, _place: QPoint) -> None:
        if self._signed is not None:
            self.scan_wanted.emit(self._signed, path)

    def _want_removal(self) -> None:
        row = self._rows.get(self._table.selected_id())
        if row and row.scan_id:
            self.scan_removal_wanted.emit(row.scan_id)


def _columns() -> tuple[TableColumn[DocumentRow], ...]:
    return (
        TableColumn(_("Document"), attrgetter("title"), 220, stretch=3, is_strong=True),
        TableColumn(_("Status"), attrgetter("state"), 240, stretch=3),
        TableColumn(_("Dated"), attrgetter("dated"), 110, sort_key=attrgetter("dated_on"), drop_order=1),
        TableColumn(_("Language"), attrgetter("language"), 90, drop_order=4),
        TableColumn(_p("document", "Kept"), attrgetter("made"), 110, drop_order=2),
        TableColumn(_p("document", "By"), attrgetter("user"), 120, drop_order=3),
    )
