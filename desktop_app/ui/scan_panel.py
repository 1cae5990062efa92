"""The scans of a signed version: a list with what one can do with each, and the way to attach one more."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.scan_texts import ScanRow
from desktop_app.translation import _, _p
from desktop_app.ui.buttons import Button, Link
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Token
from desktop_app.ui.text_roles import TextRole


class ScanPanel(QWidget):
    """`attach_wanted` carries the number of the version; `show_wanted` and `removal_wanted` the id of a scan."""

    attach_wanted = Signal(int)
    show_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, plan_number: int, scans: Sequence[ScanRow], may: May, *, can_attach: bool = True) -> None:
        super().__init__()
        self._may = may
        can_attach = can_attach and may(RoleAct.ATTACH_SCAN)
        self.plan_number = plan_number
        attach = Button(_("Attach a scan …"), icon="plus")
        attach.setAccessibleName(_("Attach a scan to version {number}").format(number=plan_number))
        attach.clicked.connect(self._want_attaching)
        column = Column(Label(_("Scan of the signed paper"), TextRole.LABEL), Gap(4))
        for scan in scans:
            column.add(NoteRow("document", Token.LINK, scan.title, scan.detail, self._acts(scan)))
        if not scans:
            how = _("Drop the file here, or choose it.") if can_attach else ""
            column.add(NoteRow("warning", Token.SOON_MARK, _("No scan is attached"), how))
        if can_attach:
            column.add(Gap(4), FlowRow(attach, STRETCH))
        self.setLayout(column)

    def _acts(self, scan: ScanRow) -> QWidget | None:
        show, remove = Link(_p("scan", "Show")), Link(_("Remove …"))
        show.setAccessibleName(_("Show the scan {name}").format(name=scan.title))
        remove.setAccessibleName(_("Remove the scan {name}").format(name=scan.title))
        for act, do in ((show, self._want_show), (remove, self._want_removal)):
            act.setProperty("scan", scan.id)
            act.clicked.connect(do)
        links = offered(self._may, (RoleAct.OPEN_SCAN, show), (RoleAct.REMOVE_SCAN, remove))
        if not links:
            return None
        acts = QWidget()
        acts.setLayout(FlowRow(*links, across=16))
        return acts

    def _want_attaching(self) -> None:
        self.attach_wanted.emit(self.plan_number)

    def _want_show(self) -> None:
        self.show_wanted.emit(str(self.sender().property("scan")))

    def _want_removal(self) -> None:
        self.removal_wanted.emit(str(self.sender().property("scan")))
