"""What stands over every tab of a case: who it is about, what comes next, and what one can do."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.application.printed_paper import PaperKind
from desktop_app.presenters.case_head import CaseHead
from desktop_app.presenters.paper_texts import PAPERS_OF_CASE, paper_act
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.facts import Fact
from desktop_app.ui.labels import FlowLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_ROOMY = 900
"""Narrower than this, in steps, printing and recording are found under the button for more."""


class CaseHeadBar(QWidget):
    """Shows one case, and of what one can do with it what the user may.

    With large text its facts scroll with the first tab instead (`facts`).
    """

    cpr_wanted = Signal()
    print_wanted = Signal()
    record_wanted = Signal()
    follow_up_wanted = Signal()
    edit_wanted = Signal()
    correction_wanted = Signal()
    copy_wanted = Signal()
    consent_wanted = Signal()
    access_wanted = Signal()
    erasure_wanted = Signal()
    paper_wanted = Signal(object)

    def __init__(self, head: CaseHead, may: May, *, has_plan: bool) -> None:
        super().__init__()
        self._head, self._may, self._has_plan = head, may, has_plan and may(RoleAct.PRINT)
        self._cpr = Label(head.cpr)
        names: list[QWidget] = [FlowLabel(head.name, TextRole.PERSON)]
        if head.native_name:
            names.append(Label(head.native_name, TextRole.SCRIPT_NAME))
        if head.protection:
            names.append(Badge(Status.LATE, head.protection, "lock"))
        name = FlowRow(*names, STRETCH, Row(*self._acts(), spacing=12), across=12)
        duty = Label(head.next_duty)
        following = (Badge(STATUS_OF[head.badge_kind], head.badge), duty) if head.badge else (duty,)
        if current_theme().has_large_text:
            self.setLayout(Column(name, Gap(8), FlowRow(*following), margins=(24, 16, 24, 0)))
        else:
            facts = FlowRow(Fact(_("Next deadline"), *following), *self.facts(), across=32)
            self.setLayout(Column(name, Gap(12), facts, margins=(24, 16, 24, 0)))

    def facts(self) -> list[QWidget]:
        """Return number, language, case and caseworker, each under its label; made once for each head."""
        number: list[QWidget] = [self._cpr]
        if self._head.has_cpr and self._may(RoleAct.SHOW_IDENTITY):
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep beside the name what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _acts(self) -> list[QWidget]:
        self._print = Button(_("Show print …"), icon="print")
        self._print.clicked.connect(self.print_wanted)
        self._record = Button(_("Record …"), icon="plus")
        self._record.setAccessibleName(_("Record what has happened"))
        self._record.clicked.connect(self.record_wanted)
        self._more = Button(_("More"), trailing_icon="chevron-down")
        self._more.setAccessibleName(_("More to do with the case"))
        self._more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        follow_up = Button(_("New follow-up"), ButtonKind.PRIMARY)
        follow_up.clicked.connect(self.follow_up_wanted)
        self._arrange()
        more = offered(self._may, (RoleAct.CHANGE_CASE, self._more))  # who may not has nothing in the menu either
        return [self._print, self._record, *more, *offered(self._may, (RoleAct.WRITE_FOLLOW_UP, follow_up))]

    def _arrange(self) -> None:
        theme = current_theme()
        is_roomy = not theme.has_large_text and self.width() >= theme.e(_ROOMY)
        self._print.setHidden(not (is_roomy and self._has_plan))
        self._record.setHidden(not (is_roomy and self._may(RoleAct.CHANGE_CASE)))

    def _open_menu(self) -> None:
        self._menu.clear()
        if self._record.isHidden():
            self._offer(RoleAct.CHANGE_CASE, _("Record …") + "\tCtrl+Shift+R", self.record_wanted)
            if self._has_plan:
                self._offer(RoleAct.PRINT, _("Show print …") + "\tCtrl+P", self.print_wanted)
        self._offer(RoleAct.CHANGE_CASE, _("Change master data …") + "\tF2", self.edit_wanted)
        self._offer(RoleAct.CHANGE_CASE, _("Correct a date …"), self.correction_wanted)
        self._offer(RoleAct.COPY_OUT, _("Copy to the main system …") + "\tCtrl+Shift+C", self.copy_wanted)
        self._menu.addSeparator()
        for kind in PAPERS_OF_CASE if self._may(RoleAct.PRINT) else ():
            action = self._menu.addAction(paper_act(kind))
            action.setProperty("paper", kind.value)
            action.triggered.connect(self._want_paper)
        self._menu.addSeparator()
        self._offer(RoleAct.RECORD_CONSENT, _("Consent …"), self.consent_wanted)
        self._offer(RoleAct.GIVE_ACCESS, _("Access: everything about the citizen …"), self.access_wanted)
        self._offer(RoleAct.ERASE_PERSON, _("Erase a person recorded by mistake …"), self.erasure_wanted)
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _offer(self, act: RoleAct, text: str, wanted: SignalInstance) -> None:
        if self._may(act):
            self._menu.addAction(text).triggered.connect(wanted)

    def _want_paper(self) -> None:
        self.paper_wanted.emit(PaperKind(self.sender().property("paper")))
