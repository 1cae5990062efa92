"""Sager: every case, found as one types."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.ports import CaseLine
from desktop_app.presenters.case_list_presenter import CaseListPresenter
from desktop_app.translation import _
from desktop_app.ui.case_list_page import CaseListPage
from desktop_app.ui.frame import CASES, Act, Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.wings.contact_wing import ContactWing
from desktop_app.ui.wings.print_plans_wing import PrintPlansWing
from desktop_app.ui.wings.retention_wing import RetentionWing
from desktop_app.ui.wings.wing import Wing


class CaseListWing(Wing):
    """The list of cases beside its presenter. Dialogs open over `window`."""

    waits_for_cases = True

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self.page = CaseListPage(frame.may, hides_names=frame.hides_names)
        self.presenter = CaseListPresenter(self.page, load=frame.worklist)
        frame.add_page(CASES, self.page, regions=self.page.regions, catch_up=self._catch_up)
        frame.set_place(CASES, self.go)
        frame.add_act(
            Act(
                title=_("Filter the list of cases"),
                do=self.go,
                keys="Ctrl+F",
                group=_("Cases"),
                is_offered=False,
                needs=RoleAct.FIND_PEOPLE,
            )
        )
        self.page.search_changed.connect(self.presenter.search)
        self.page.case_wanted.connect(self._open)
        self.page.arrival_wanted.connect(self.frame.new_arrival)
        self.print_plans_wing = PrintPlansWing(frame, window, self.page)
        self.contact = ContactWing(frame, window)
        self.retention = RetentionWing(frame, window)

    def prepare(self, lines: Sequence[CaseLine]) -> None:
        """Spell out who will be searched for."""
        self.presenter.prepare(lines)

    def begin(self) -> None:
        """Take every case; they may be searched for from now on."""
        self.presenter.take()

    def show_changes(self, changes: Changes) -> None:
        """Take the cases as they are now: they may be searched for from any page."""
        self.presenter.take(None if changes.settings else changes.cases)

    def show_new_day(self) -> None:
        """Say anew how every case stands."""
        self.presenter.take()

    def end(self) -> None:
        """Print no more plans: the store is about to be closed."""
        self.print_plans_wing.end()

    def _catch_up(self, _missed: Changes) -> None:
        self.presenter.show()

    def _open(self, case_number: str) -> None:
        self.frame.open_case(case_number, searched_for=self.presenter.query)

    def go(self) -> None:
        """Show the cases, the keyboard in the search field."""
        self.frame.show_page(CASES)
        self.page.focus_search()
