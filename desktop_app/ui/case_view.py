"""The page of a case, to be read: a head that stays, and tabs."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.presenters.case_page import CaseHead, CasePage
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.case_follow_ups_tab import CaseFollowUpsTab
from desktop_app.ui.case_overview import CaseOverview
from desktop_app.ui.case_tables import ContractTab, DeadlinesTab, FamilyTab, HistoryTab
from desktop_app.ui.facts import Fact
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line, ScrollArea
from desktop_app.ui.tabs import Tabs
from desktop_app.ui.text_roles import TextRole

OVERVIEW, FAMILY, CONTRACT, FOLLOW_UPS, DEADLINES, HISTORY = (
    "overview",
    "family",
    "contract",
    "follow-ups",
    "deadlines",
    "history",
)


class CaseView(QWidget):
    """Shows one case at a time. Tabs are made when somebody goes to them."""

    cpr_wanted = Signal()
    print_wanted = Signal(int)
    case_wanted = Signal(str)
    follow_up_wanted = Signal()
    follow_up_change_wanted = Signal(str)
    follow_up_correction_wanted = Signal(str, str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._page: CasePage | None = None
        self._head_place = QStackedWidget()
        self._cpr = Label("")
        self._tabs = Tabs(
            _("Parts of the case"),
            (
                (OVERVIEW, _("Overview")),
                (FAMILY, _("Family")),
                (CONTRACT, _("Contract")),
                (FOLLOW_UPS, _("Follow-ups")),
                (DEADLINES, _("Deadlines")),
                (HISTORY, _("History")),
            ),
        )
        self._contents = QStackedWidget()
        self._made: dict[str, QWidget] = {}
        whole = Column(self._head_place)
        whole.addLayout(Column(self._tabs, margins=(24, 4, 24, 0)))
        whole.add(Line())
        whole.add(self._contents, stretch=1)
        self.setLayout(whole)
        self._was_large = False
        self._tabs.chosen.connect(self.go_to)
        current_theme().changed.connect(self._show_again)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._head_place, self._tabs, self._contents)

    @property
    def case_number(self) -> str:
        """The case that is shown, empty before the first."""
        return self._page.head.case_number if self._page else ""

    @property
    def tab(self) -> str:
        """The tab one is at."""
        return self._tabs.key()

    def show_case(self, page: CasePage) -> None:
        """Show a case from its first tab on."""
        self._page = page
        self._was_large = current_theme().has_large_text
        _replace(self._head_place, self._head(page))
        for content in self._made.values():
            self._contents.removeWidget(content)
            content.deleteLater()
        self._made = {}
        self.go_to(OVERVIEW)

    def go_to(self, key: str) -> None:
        """Go to a tab."""
        if self._page is None:
            return
        if key not in self._made:
            self._made[key] = self._make(key, self._page)
            self._contents.addWidget(self._made[key])
        self._tabs.choose(key)
        self._contents.setCurrentWidget(self._made[key])

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number in place of the masked one."""
        self._cpr.setText(cpr)

    def explain_first(self) -> None:
        """Go to the deadlines and explain the first of them."""
        self.go_to(DEADLINES)
        self._deadlines.explain_first()

    def focus_tabs(self) -> None:
        """Bring the keyboard to the tabs."""
        self._tabs.setFocus()

    def _make(self, key: str, page: CasePage) -> QWidget:
        makers: Mapping[str, Callable[[CasePage], QWidget]] = {
            OVERVIEW: self._make_overview,
            FAMILY: self._make_family,
            CONTRACT: self._make_contract,
            FOLLOW_UPS: self._make_follow_ups,
            DEADLINES: self._make_deadlines,
            HISTORY: _make_history,
        }
        content = makers[key](page)
        if key in {FAMILY, DEADLINES}:  # tables scroll by themselves
            holder = QWidget()
            column = Column(margins=(24, 12, 0 if key == DEADLINES else 24, 8))
            column.add(content, stretch=1)
            holder.setLayout(column)
            return holder
        return ScrollArea(Column(content, margins=(24, 20, 24, 16)), name=self._tabs_word(key))

    def _tabs_word(self, key: str) -> str:
        return {
            OVERVIEW: _("Overview"),
            CONTRACT: _("Contract"),
            FOLLOW_UPS: _("Follow-ups"),
            HISTORY: _("History"),
        }[key]

    def _make_overview(self, page: CasePage) -> QWidget:
        facts = None
        if current_theme().has_large_text:
            facts = QWidget()
            facts.setLayout(FlowRow(*self._facts(page.head), across=32))
        overview = CaseOverview(page, self._today(), facts)
        overview.history_wanted.connect(self._go_to_history)
        return overview

    def _make_family(self, page: CasePage) -> QWidget:
        family = FamilyTab(page.members)
        family.case_wanted.connect(self.case_wanted)
        return family

    def _make_contract(self, page: CasePage) -> QWidget:
        contract = ContractTab(page.plans)
        contract.print_wanted.connect(self.print_wanted)
        return contract

    def _make_follow_ups(self, page: CasePage) -> QWidget:
        follow_ups = CaseFollowUpsTab(page.follow_ups)
        follow_ups.new_wanted.connect(self.follow_up_wanted)
        follow_ups.change_wanted.connect(self.follow_up_change_wanted)
        follow_ups.correction_wanted.connect(self.follow_up_correction_wanted)
        return follow_ups

    def _make_deadlines(self, page: CasePage) -> QWidget:
        self._deadlines = DeadlinesTab(page)
        return self._deadlines

    def _go_to_history(self) -> None:
        self.go_to(HISTORY)

    def _want_print(self) -> None:
        self.print_wanted.emit(0)

    def _head(self, page: CasePage) -> QWidget:
        """Return name, next deadline and print; with large text the other facts scroll with the first tab."""
        head = page.head
        name = FlowRow(
            Label(head.name, TextRole.PERSON), Label(head.native_name, TextRole.SCRIPT_NAME), STRETCH, across=12
        )
        if page.plans:
            show = Button(_("Show print …"), ButtonKind.SECOND, icon="print")
            show.clicked.connect(self._want_print)
            name.add(show)
        duty = Label(head.next_duty)
        following = (Badge(STATUS_OF[head.badge_kind], head.badge), duty) if head.badge else (duty,)
        widget = QWidget()
        if current_theme().has_large_text:
            widget.setLayout(Column(name, Gap(8), FlowRow(*following), margins=(24, 16, 24, 0)))
            return widget
        facts = FlowRow(Fact(_("Next deadline"), *following), *self._facts(head), across=32)
        widget.setLayout(Column(name, Gap(12), facts, margins=(24, 16, 24, 0)))
        return widget

    def _facts(self, head: CaseHead) -> list[QWidget]:
        self._cpr = Label(head.cpr)
        number: list[QWidget] = [self._cpr]
        if head.has_cpr:
            reveal = Link(_("Show"))
            reveal.setAccessibleName(_("Show the whole CPR number"))
            reveal.clicked.connect(self.cpr_wanted)
            number.append(reveal)
        return [
            Fact(_("CPR number"), *number),
            Fact(_("Language and interpreter"), head.language),
            Fact(_("Case"), head.case_number),
            Fact(_("Responsible"), head.caseworker),
        ]

    def _show_again(self) -> None:
        """Build the case anew when the size of text decides where its facts stand."""
        if self._page and current_theme().has_large_text is not self._was_large:
            tab = self.tab
            self.show_case(self._page)
            self.go_to(tab)


def _make_history(page: CasePage) -> QWidget:
    return HistoryTab(page.history)


def _replace(place: QStackedWidget, widget: QWidget) -> None:
    while (old := place.widget(0)) is not None:
        place.removeWidget(old)
        old.deleteLater()
    place.addWidget(widget)
