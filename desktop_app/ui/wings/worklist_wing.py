"""I dag: what is urgent."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.domain.deadline import Deadline
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.worklist_presenter import WorklistPresenter, urgent_count
from desktop_app.ui.frame import TODAY, Frame
from desktop_app.ui.wings.list_out_wing import ListOutWing
from desktop_app.ui.wings.wing import Wing
from desktop_app.ui.worklist_page import WorklistPage


class WorklistWing(Wing):
    """The worklist beside its presenter. Dialogs open over `window`."""

    waits_for_cases = True

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self.page = WorklistPage()
        self.presenter = WorklistPresenter(
            self.page,
            load=frame.worklist,
            explain=self._explained,
            rulebook=frame.office.rulebook,
            initials=frame.office.user.initials,
        )
        frame.add_page(TODAY, self.page, regions=self.page.regions, catch_up=self._catch_up)
        frame.set_place(TODAY, self.go)
        self.page.count_pressed.connect(self.presenter.press_count)
        self.page.only_mine_chosen.connect(self.presenter.show_only_mine)
        self.page.row_chosen.connect(self.presenter.choose)
        self.page.filters_reset.connect(self.presenter.reset_filters)
        self.page.case_wanted.connect(self._open)
        self.page.arrival_wanted.connect(self.frame.new_arrival)
        self.list_out = ListOutWing(frame, window, self.page, self.presenter.shown)

    def begin(self) -> None:
        """Count what is urgent."""
        self._count()

    def show_changes(self, changes: Changes) -> None:  # noqa: ARG002 - every case counts
        """Count anew what is urgent."""
        self._count()

    def show_new_day(self) -> None:
        """Count what is urgent today."""
        self._count()

    def go(self) -> None:
        """Show the worklist, the keyboard at its tasks."""
        self.frame.show_page(TODAY)
        self.page.focus_table()

    def _catch_up(self, missed: Changes) -> None:
        self.presenter.open(None if missed.settings else missed.cases)

    def _open(self, case_number: str) -> None:
        self.frame.open_case(case_number)

    def _explained(self, deadline: Deadline, today: date) -> Deadline:
        try:
            return self.frame.office.explained(deadline, today)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return deadline

    def _count(self) -> None:
        self.frame.set_count(TODAY, urgent_count(self.frame.worklist(), self.frame.office.user.initials))
