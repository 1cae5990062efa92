"""The page of a case: a head that stays, and tabs that are made when somebody goes to them."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.application.printed_paper import PaperKind
from desktop_app.presenters.case_documents import newest_signed
from desktop_app.presenters.case_page import CasePage
from desktop_app.translation import _
from desktop_app.ui.case_contract_tab import ContractTab, PlanAct
from desktop_app.ui.case_deadlines_tab import DeadlinesTab
from desktop_app.ui.case_documents_tab import DocumentsTab
from desktop_app.ui.case_family_tab import FamilyTab
from desktop_app.ui.case_follow_ups_tab import CaseFollowUpsTab
from desktop_app.ui.case_head_bar import CaseHeadBar
from desktop_app.ui.case_history_tab import HistoryTab
from desktop_app.ui.case_overview import CaseOverview
from desktop_app.ui.keyboard_focus import order_stops
from desktop_app.ui.layouts import Column, FlowRow
from desktop_app.ui.may import May
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line, ScrollArea
from desktop_app.ui.tabs import Tabs

OVERVIEW, FAMILY, CONTRACT, FOLLOW_UPS, DEADLINES, DOCUMENTS, HISTORY = (
    "overview",
    "family",
    "contract",
    "follow-ups",
    "deadlines",
    "documents",
    "history",
)
SHOWN = {
    OVERVIEW: "overview",
    FAMILY: "family",
    CONTRACT: "plans",
    FOLLOW_UPS: "follow_ups",
    DEADLINES: "deadlines",
    DOCUMENTS: "documents",
    HISTORY: "history",
}
"""What of a `CasePage` each tab shows."""

_WITH_TABLE = frozenset({FAMILY, DEADLINES, DOCUMENTS, HISTORY})
_WITH_PANE = frozenset({DEADLINES, HISTORY})
_LEAST_CONTENT = 120
"""Where a tab would be lower than this, in steps, the head scrolls away from above it."""


class CaseView(QWidget):
    """Shows one case at a time. `tab_wanted` asks for a tab, which `go_to` then shows.

    `scan_wanted` asks to attach a scan to a version, with the path of a file that was dropped; `scan_opened` and
    `scan_removal_wanted` carry the id of one.
    `place_wanted` asks to be taken where something is mended (`presenters.mending_places.Place`), `removal_wanted` to
    remove a recorded event by its id, `paper_wanted` for a paper (`application.printed_paper.PaperKind`), minutes with
    the id of their follow-up; the others are what their names say.
    """

    tab_wanted = Signal(str)
    cpr_wanted = Signal()
    print_wanted = Signal(int)
    scan_wanted = Signal(int, str)
    scan_opened = Signal(str)
    scan_removal_wanted = Signal(str)
    paper_wanted = Signal(object, str)
    case_wanted = Signal(str)
    place_wanted = Signal(object)
    removal_wanted = Signal(str)
    edit_wanted = Signal()
    record_wanted = Signal()
    correction_wanted = Signal()
    copy_wanted = Signal()
    consent_wanted = Signal()
    access_wanted = Signal()
    erasure_wanted = Signal()
    family_wanted = Signal()
    follow_up_wanted = Signal()
    follow_up_change_wanted = Signal(str)
    follow_up_correction_wanted = Signal(str, str)

    def __init__(self, today: Callable[[], date], may: May) -> None:
        super().__init__()
        self._today, self._may = today, may
        self._page: CasePage | None = None
        self._plan_acts: list[PlanAct] = []
        self._head_place = QStackedWidget()
        self._tabs = Tabs(_("Parts of the case"), tuple((key, _tab_word(key)) for key in SHOWN))
        self._contents = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        self._head: CaseHeadBar | None = None
        self._start = QWidget()  # where the page begins in the order of Tab; never seen
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._start.hide()
        whole = Column(self._start, self._head_place)
        whole.addLayout(Column(self._tabs, margins=(24, 4, 24, 0)))
        whole.add(Line())
        whole.add(self._contents, stretch=1)
        self.setLayout(whole)
        self._was_large = False
        self._tabs.chosen.connect(self._want_tab)
        current_theme().changed.connect(self._rebuild_for_text)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._head_place, self._tabs, self._contents)

    @property
    def case_number(self) -> str:
        """The number of the case that is shown, empty before the first."""
        return self._page.opened.case.case_number if self._page else ""

    @property
    def tab(self) -> str:
        """The tab one is on."""
        return self._tabs.key()

    def add_plan_act(self, act: PlanAct) -> None:
        """Take in something one can do with a version of the plan, in order."""
        self._plan_acts.append(act)

    def show_case(self, page: CasePage) -> None:
        """Show a case from its first tab on."""
        self._show(page)
        self.go_to(OVERVIEW)

    def show_case_again(self, page: CasePage) -> None:
        """Show the case that is shown as it is now; the tab has to be asked for again."""
        self._show(page, keeps=FOLLOW_UPS)
        self._want_tab(self.tab)

    def go_to(self, key: str) -> None:
        """Go to a tab; what it shows must have been read."""
        if self._page is None:
            return
        if key not in self._made:
            self._made[key] = self._make(key, self._page)
            self._contents.addWidget(self._made[key])
        elif key == FOLLOW_UPS:
            self._follow_ups.show_follow_ups(self._page.follow_ups)
        self._tabs.choose(key)
        self._contents.setCurrentWidget(self._made[key])

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number in place of the masked one."""
        if self._head:
            self._head.show_cpr(cpr)

    def explain_first(self) -> None:
        """Go to the deadlines and explain the first of them."""
        self.go_to(DEADLINES)
        self._deadlines.explain_first()

    def walk_course(self) -> None:
        """Go to the deadlines, and there to the course."""
        self.go_to(DEADLINES)
        self._deadlines.walk_course()

    def show_first_change(self) -> None:
        """Go to the history and show the latest change in full."""
        self.go_to(HISTORY)
        self._history.open_first()

    def focus_tabs(self) -> None:
        """Bring the keyboard to the tabs."""
        self._tabs.setFocus()

    def _show(self, page: CasePage, keeps: str = "") -> None:
        """Show a case without its tabs, but for the one it `keeps`, which brings itself up to date."""
        self._page = page
        self._was_large = current_theme().has_large_text
        self._head = self._make_head(page)
        _replace(self._head_place, self._head)
        order_stops(self._start, self._head_place, self._tabs)
        for key in self._made.keys() - {keeps}:
            content = self._made.pop(key)
            self._contents.removeWidget(content)
            content.deleteLater()

    def _want_tab(self, key: str) -> None:
        self.tab_wanted.emit(key)

    def _make_head(self, page: CasePage) -> CaseHeadBar:
        head = CaseHeadBar(page.head, self._may, has_plan=bool(page.opened.case.plans))
        head.cpr_wanted.connect(self.cpr_wanted)
        head.print_wanted.connect(self._want_print)
        head.paper_wanted.connect(self._want_paper)
        head.record_wanted.connect(self.record_wanted)
        head.follow_up_wanted.connect(self.follow_up_wanted)
        head.edit_wanted.connect(self.edit_wanted)
        head.correction_wanted.connect(self.correction_wanted)
        head.copy_wanted.connect(self.copy_wanted)
        head.consent_wanted.connect(self.consent_wanted)
        head.access_wanted.connect(self.access_wanted)
        head.erasure_wanted.connect(self.erasure_wanted)
        return head

    def _make(self, key: str, page: CasePage) -> QWidget:
        makers: Mapping[str, Callable[[CasePage], QWidget]] = {
            OVERVIEW: self._make_overview,
            FAMILY: self._make_family,
            CONTRACT: self._make_contract,
            FOLLOW_UPS: self._make_follow_ups,
            DEADLINES: self._make_deadlines,
            DOCUMENTS: self._make_documents,
            HISTORY: self._make_history,
        }
        content = makers[key](page)
        if key in _WITH_TABLE:  # tables scroll by themselves
            holder = QWidget()
            column = Column(margins=(24, 12, 0 if key in _WITH_PANE else 24, 8))
            column.add(content, stretch=1)
            holder.setLayout(column)
            return holder
        area = ScrollArea(Column(content, margins=(24, 20, 24, 16)), name=_tab_word(key))
        area.setMinimumHeight(current_theme().e(_LEAST_CONTENT))
        return area

    def _make_overview(self, page: CasePage) -> QWidget:
        facts = None
        if self._head and current_theme().has_large_text:
            facts = QWidget()
            facts.setLayout(FlowRow(*self._head.facts(), across=32))
        overview = CaseOverview(page.overview, self._today(), self._may, facts)
        overview.history_wanted.connect(self._want_history)
        overview.place_wanted.connect(self.place_wanted)
        overview.edit_wanted.connect(self.edit_wanted)
        return overview

    def _make_family(self, page: CasePage) -> QWidget:
        family = FamilyTab(page.family, self._may)
        family.case_wanted.connect(self.case_wanted)
        family.add_wanted.connect(self.family_wanted)
        return family

    def _make_contract(self, page: CasePage) -> QWidget:
        contract = ContractTab(page.plans, self.case_number, self._plan_acts, self._may)
        contract.print_wanted.connect(self.print_wanted)
        self._connect_scans(contract)
        return contract

    def _make_follow_ups(self, page: CasePage) -> QWidget:
        self._follow_ups = follow_ups = CaseFollowUpsTab(page.follow_ups, self._may)
        follow_ups.new_wanted.connect(self.follow_up_wanted)
        follow_ups.change_wanted.connect(self.follow_up_change_wanted)
        follow_ups.correction_wanted.connect(self.follow_up_correction_wanted)
        follow_ups.print_wanted.connect(self._want_minutes)
        return follow_ups

    def _make_deadlines(self, page: CasePage) -> QWidget:
        self._deadlines = DeadlinesTab(page.deadlines, page.course, self._may)
        self._deadlines.place_wanted.connect(self.place_wanted)
        self._deadlines.removal_wanted.connect(self.removal_wanted)
        return self._deadlines

    def _make_documents(self, page: CasePage) -> QWidget:
        documents = DocumentsTab(page.documents, newest_signed(page.opened.case), self._may)
        documents.print_wanted.connect(self.print_wanted)
        self._connect_scans(documents)
        documents.paper_wanted.connect(self._want_paper)
        documents.access_wanted.connect(self.access_wanted)
        return documents

    def _connect_scans(self, tab: ContractTab | DocumentsTab) -> None:
        tab.scan_wanted.connect(self.scan_wanted)
        tab.scan_opened.connect(self.scan_opened)
        tab.scan_removal_wanted.connect(self.scan_removal_wanted)

    def _make_history(self, page: CasePage) -> QWidget:
        self._history = HistoryTab(page.history)
        return self._history

    def _want_history(self) -> None:
        self._want_tab(HISTORY)

    def _want_paper(self, kind: PaperKind) -> None:
        self.paper_wanted.emit(kind, "")

    def _want_minutes(self, follow_up_id: str) -> None:
        self.paper_wanted.emit(PaperKind.FOLLOW_UP, follow_up_id)

    def _want_print(self) -> None:
        self.print_wanted.emit(0)

    def _rebuild_for_text(self) -> None:
        """Build the case anew when the size of text decides where its facts stand."""
        if self._page and current_theme().has_large_text is not self._was_large:
            self.show_case_again(self._page)


def _tab_word(key: str) -> str:
    return {
        OVERVIEW: _("Overview"),
        FAMILY: _("Family"),
        CONTRACT: _("Contract"),
        FOLLOW_UPS: _("Follow-ups"),
        DEADLINES: _("Deadlines"),
        DOCUMENTS: _("Documents"),
        HISTORY: _("History"),
    }[key]


def _replace(place: QStackedWidget, widget: QWidget) -> None:
    while (old := place.widget(0)) is not None:
        place.removeWidget(old)
        old.deleteLater()
    place.addWidget(widget)
