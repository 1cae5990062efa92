"""Kontrakt: every version of the plan, the newest first, with what one can do with each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.plan import PlanState
from desktop_app.presenters.case_contract import PlanPage
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.disclosure import Disclosure
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.facts import FactTable
from desktop_app.ui.file_drop import FileDrop
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.scan_panel import ScanPanel
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

NO_PLAN = None
"""Stands among the states of a `PlanAct` that begins the first plan."""

_STATUS = {
    PlanState.DRAFT: Status.MONTH,
    PlanState.READY: Status.SOON,
    PlanState.SIGNED: Status.DONE,
    PlanState.REPLACED: Status.NEUTRAL,
    PlanState.ANNULLED: Status.LATE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAct:
    """Something one can do with a version that is in one of `states`.

    `do` gets the case number and the number of the version, 0 where there is no plan yet. `needs_others` is for what
    makes sense only where there is more than one version. Only who may do what it `needs` is given it.
    """

    title: str
    do: Callable[[str, int], None]
    states: frozenset[PlanState | None]
    icon: str = ""
    is_main: bool = False
    needs_others: bool = False
    needs: RoleAct = RoleAct.WRITE_PLAN


class ContractTab(FileDrop):
    """`print_wanted` carries the number of a version, `scan_wanted` it and the path of a file that was dropped.

    A file that is dropped is taken for the version it is dropped on, or else for the newest that is signed.
    `scan_opened` and `scan_removal_wanted` carry the id of a scan.
    """

    print_wanted = Signal(int)
    scan_wanted = Signal(int, str)
    scan_opened = Signal(str)
    scan_removal_wanted = Signal(str)

    def __init__(self, plans: Sequence[PlanPage], case_number: str, acts: Sequence[PlanAct], may: May) -> None:
        super().__init__()
        self._may = may
        self.setAcceptDrops(may(RoleAct.ATTACH_SCAN))
        self._case_number = case_number
        self._acts = [act for act in acts if len(plans) > 1 or not act.needs_others]
        self._scans: list[ScanPanel] = []
        self.dropped.connect(self._take)
        column = Column()
        if not plans:
            column.add(EmptyState("document", _("There is no plan yet"), actions=self._buttons(NO_PLAN, 0)))
        for place, plan in enumerate(plans):
            if place:
                column.add(Gap(20), Line(), Gap(20))
            self._add_plan(column, plan)
        column.add(STRETCH)
        self.setLayout(column)

    def _add_plan(self, column: Column, plan: PlanPage) -> None:
        show = Button(_("Show print …"), icon="print")
        show.setAccessibleName(_("Show print of version {n}").format(n=plan.number))
        show.setProperty("plan", plan.number)
        show.clicked.connect(self._want_print)
        state = Badge(_STATUS[plan.state], plan.state_text)
        column.add(FlowRow(Label(plan.title, TextRole.HEADING), state, STRETCH, across=12), Gap(8))
        acts = [*self._buttons(plan.state, plan.number), *offered(self._may, (RoleAct.PRINT, show))]
        if acts:
            column.add(FlowRow(*acts))
        if plan.remark:
            column.add(Gap(12), Label(plan.remark, wraps=True))
        if plan.signatures:
            column.add(Gap(12), FactTable(plan.signatures))
        if plan.can_take_scan or plan.scans:
            column.add(Gap(12), self._scan_panel(plan))
        content = _content(plan)
        if plan.state in {PlanState.REPLACED, PlanState.ANNULLED}:
            whole = QWidget()
            whole.setLayout(content)
            column.add(Gap(12), Disclosure(_("Content of version {n}").format(n=plan.number), whole))
        else:
            column.add(content)

    def _buttons(self, state: PlanState | None, number: int) -> list[QWidget]:
        buttons: list[QWidget] = []
        for act in self._acts:
            if state in act.states:
                button = Button(act.title, ButtonKind.SECOND if act.is_main else ButtonKind.PLAIN, icon=act.icon)
                if number:
                    button.setAccessibleName(_("{act}, version {n}").format(act=act.title, n=number))
                button.setProperty("plan", number)
                button.setProperty("act", self._acts.index(act))
                button.clicked.connect(self._do)
                buttons.append(button)
        return buttons

    def _do(self) -> None:
        button = self.sender()
        self._acts[int(button.property("act"))].do(self._case_number, int(button.property("plan")))

    def _scan_panel(self, plan: PlanPage) -> ScanPanel:
        panel = ScanPanel(plan.number, plan.scans, self._may, can_attach=plan.can_take_scan)
        panel.attach_wanted.connect(self._want_scan)
        panel.show_wanted.connect(self.scan_opened)
        panel.removal_wanted.connect(self.scan_removal_wanted)
        if plan.can_take_scan:
            self._scans.append(panel)
        return panel

    def _want_scan(self, number: int) -> None:
        self.scan_wanted.emit(number, "")

    def _take(self, path: str, place: QPoint) -> None:
        if not self._scans:
            return
        at = (panel for panel in self._scans if panel.geometry().contains(place))
        self.scan_wanted.emit(next(at, self._scans[0]).plan_number, path)

    def _want_print(self) -> None:
        self.print_wanted.emit(int(self.sender().property("plan")))


def _content(plan: PlanPage) -> Column:
    column = Column()
    if plan.state in {PlanState.DRAFT, PlanState.READY} or plan.missing:
        _add_checks(column, plan)
    column.add(Gap(12), Label(_("Goals"), TextRole.LABEL), Gap(4))
    for kind, text, on in plan.goals:
        column.add(NoteRow("flag", Token.LINK, text, _("{kind} · at the latest {date}").format(kind=kind, date=on)))
    if not plan.goals:
        column.add(NoteRow("warning", Token.SOON_MARK, _("No goals")))
    column.add(Gap(12), Label(_("Activities"), TextRole.LABEL), Gap(4))
    for kind, text, provider, period, hours in plan.activities:
        detail = _("{text} · {provider} · {period} · {hours} hours a week").format(
            text=text, provider=provider, period=period, hours=hours
        )
        column.add(NoteRow("calendar-month", Token.LINK, kind, detail))
    if not plan.activities:
        column.add(NoteRow("warning", Token.SOON_MARK, _("No activities")))
    return column


def _add_checks(column: Column, plan: PlanPage) -> None:
    column.add(Gap(12), Label(_("Before signature"), TextRole.LABEL), Gap(4))
    for check in plan.missing:
        state = _("missing")
        column.add(NoteRow("warning", Token.SOON_MARK, check.text, f"{check.section} · {state}"))
    if not plan.missing:
        column.add(NoteRow("success", Token.DONE_MARK, _("Everything is in place")))
