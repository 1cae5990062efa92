"""What stands over every tab of a case: who it is about, what comes next, and what one can do."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.presenters.case_head import CaseHead
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.facts import Fact
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole


class CaseHeadBar(QWidget):
    """Shows one case. With large text its facts scroll with the first tab instead (`facts`)."""

    cpr_wanted = Signal()
    print_wanted = Signal()
    record_wanted = Signal()
    edit_wanted = Signal()
    correction_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, head: CaseHead, *, has_plan: bool) -> None:
        super().__init__()
        self._head = head
        self._cpr = Label(head.cpr)
        names: list[QWidget] = [Label(head.name, TextRole.PERSON, wraps=True)]
        if head.native_name:
            names.append(Label(head.native_name, TextRole.SCRIPT_NAME))
        if head.protection:
            names.append(Badge(Status.LATE, head.protection))
        name = FlowRow(*names, STRETCH, *self._acts(has_plan=has_plan), across=12)
        duty = Label(head.next_duty)
        following = (Badge(STATUS_OF[head.badge_kind], head.badge), duty) if head.badge else (duty,)
        if current_theme().has_large_text:
            self.setLayout(Column(name, Gap(8), FlowRow(*following), margins=(24, 16, 24, 0)))
            return
        facts = FlowRow(Fact(_("Next deadline"), *following), *self.facts(), across=32)
        self.setLayout(Column(name, Gap(12), facts, margins=(24, 16, 24, 0)))

    def facts(self) -> list[QWidget]:
        """Return number, language, case and caseworker, each under its label; made once for each head."""
        number: list[QWidget] = [self._cpr]
        if self._head.has_cpr:
            reveal = Link(_("Show"))
            reveal.setAccessibleName(_("Show the whole CPR number"))
            reveal.clicked.connect(self.cpr_wanted)
            number.append(reveal)
        return [
            Fact(_("CPR number"), *number),
            Fact(_("Language and interpreter"), self._head.language),
            Fact(_("Case"), self._head.case_number),
            Fact(_("Responsible"), self._head.caseworker),
        ]

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number in place of the masked one."""
        self._cpr.setText(cpr)

    def _acts(self, *, has_plan: bool) -> list[QWidget]:
        acts: list[QWidget] = []
        if has_plan:
            show = Button(_("Show print …"), icon="print")
            show.clicked.connect(self.print_wanted)
            acts.append(show)
        record = Button(_("Record …"), ButtonKind.SECOND, icon="plus")
        record.setAccessibleName(_("Record what has happened"))
        record.clicked.connect(self.record_wanted)
        self._more = Button(_("More"), trailing_icon="chevron-down")
        self._more.setAccessibleName(_("More to do with the case"))
        self._menu = QMenu(self)
        for title, keys, signal in (
            (_("Change master data …"), "F2", self.edit_wanted),
            (_("Correct a date …"), "", self.correction_wanted),
            (_("Copy to the main system …"), "Ctrl+Shift+C", self.copy_wanted),
        ):
            action = QAction(f"{title}\t{keys}" if keys else title, self._menu)
            action.triggered.connect(signal)
            self._menu.addAction(action)
        self._more.clicked.connect(self._open_menu)
        return [*acts, record, self._more]

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
