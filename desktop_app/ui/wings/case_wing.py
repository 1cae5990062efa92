"""A case: its page, and everything one does there."""

from functools import partial

from PySide6.QtCore import QObject

from desktop_app.application.changes import Changes
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.case_presenter import CasePresenter
from desktop_app.translation import _
from desktop_app.ui.case_view import FAMILY, SHOWN, CaseView
from desktop_app.ui.frame import CASES, Act, Frame
from desktop_app.ui.wings.wing import Wing

CASE = "case"


class CaseWing(Wing):
    """The page of a case beside its presenter."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(frame, parent)
        self._number = self._tab = ""
        self._is_return = False
        self.view = CaseView(frame.today)
        office = frame.office
        self.presenter = CasePresenter(
            self,
            reading=office.cases,
            print_plan=office.print_plan,
            worklist=frame.worklist,
            rulebook=office.rulebook,
            now=frame.now,
        )
        frame.add_page(CASE, self.view, place=CASES, regions=self.view.regions)
        frame.add_act(
            Act(
                title=_("Show print"), do=self.print_plan, keys="Ctrl+P", group=_("The case that is open"), icon="print"
            )
        )
        self.view.tab_wanted.connect(self._want_tab)
        self.view.cpr_wanted.connect(self.presenter.show_cpr)
        self.view.print_wanted.connect(self._print_version)
        self.view.case_wanted.connect(self._open_member)

    def open(self, case_number: str, tab: str = "", searched_for: str = "") -> None:
        """Show a case at one of its tabs; coming back to it opens it again."""
        self._number, self._tab = case_number, tab
        self.presenter.open(case_number, self.frame.today(), searched_for)

    def show_changes(self, changes: Changes) -> None:
        """Read the case that is open anew, if it or the settings were changed, or show its family as it is now."""
        opened = self.presenter.opened
        if opened and (changes.settings or opened.case.id in changes.cases or self.view.tab == FAMILY):
            self.presenter.reload(self.frame.today())

    def show_new_day(self) -> None:
        """Show how the case that is open stands today."""
        self.presenter.reload(self.frame.today())

    def print_plan(self) -> None:
        """Show the print of the case that is open."""
        if self.frame.page_key == CASE:
            self.presenter.print_plan()

    def show_case(self, page: CasePage) -> None:
        """Show a case that was opened."""
        self.view.show_case(page)
        if self._tab:
            self._want_tab(self._tab)
        if self._is_return:
            return
        self.frame.show_page(CASE, partial(self._return_to, self._number))
        self.view.focus_tabs()

    def show_case_again(self, page: CasePage) -> None:
        """Show the case that is open as it is now."""
        self.view.show_case_again(page)

    def show_tab(self, tab: str) -> None:
        """Show one of its tabs."""
        self.view.go_to(tab)

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number."""
        self.view.show_cpr(cpr)

    def show_print(self, printed: PrintedPlan) -> None:
        """Show the document that would be printed."""
        self.frame.show_print(printed)

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self.frame.show_error(text)

    def _want_tab(self, tab: str) -> None:
        self.presenter.show_tab(tab, SHOWN[tab])

    def _open_member(self, case_number: str) -> None:
        self.frame.open_case(case_number)

    def _return_to(self, number: str) -> None:
        """Show a case one comes back to; the frame brings its page and the keyboard back."""
        if number != self._number:
            self._show_anew(number, "")

    def _show_anew(self, number: str, tab: str) -> None:
        self._is_return = True
        try:
            self.open(number, tab)
        finally:
            self._is_return = False

    def _print_version(self, number: int) -> None:
        self.presenter.print_plan(number or None)
