"""I dag: what is urgent."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.worklist_presenter import WorklistPresenter, urgent_count
from desktop_app.translation import _
from desktop_app.ui.frame import TODAY, Act, Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.wings.list_out_wing import ListOutWing
from desktop_app.ui.wings.reassign_wing import ReassignWing
from desktop_app.ui.wings.wing import Wing
from desktop_app.ui.worklist_page import REASSIGN_KEYS, WorklistPage


class WorklistWing(Wing):
    """The worklist beside its presenter. Dialogs open over `window`."""

    waits_for_cases = True

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self.page = WorklistPage(frame.may, hides_names=frame.hides_names)
        self.presenter = WorklistPresenter(
            self.page,
            load=frame.worklist,
            explain=self._explained,
            rulebook=frame.office.rulebook,
            initials=frame.office.user.initials,
        )
        frame.add_page(TODAY, self.page, regions=self.page.regions, catch_up=self._catch_up)
        frame.set_place(TODAY, self.go)
        frame.add_act(
            Act(
                title=_("Change who is responsible"),
                do=self._reassign_chosen,
                keys=REASSIGN_KEYS,
                group=_("Today"),
                icon="person",
                is_possible=self._is_here,
                needs=RoleAct.REASSIGN_CASES,
            )
        )
        for title, do, icon, needs in (
            (_("Mark as done"), self._carry_out, "success", RoleAct.CHANGE_CASE),
            (_("Plan a meeting"), self._plan_meeting, "calendar-month", RoleAct.DECIDE_DEADLINE),
            (_("Change the deadline"), self._change_date, "edit", RoleAct.DECIDE_DEADLINE),
            (_("Set the deadline to not relevant"), self._set_not_relevant, "minus", RoleAct.DECIDE_DEADLINE),
        ):
            frame.add_act(Act(title=title, do=do, group=_("Today"), icon=icon, is_possible=self._is_here, needs=needs))
        self.reassign_wing = ReassignWing(frame, self.page)
        self.page.place_wanted.connect(frame.go_to_place)
        self.page.done_wanted.connect(self._do_about)
        self.page.count_pressed.connect(self.presenter.press_count)
        self.page.only_mine_chosen.connect(self.presenter.show_only_mine)
        self.page.duty_chosen.connect(self.presenter.show_duty)
        self.page.done_folded.connect(self.presenter.fold_done)
        self.page.row_chosen.connect(self.presenter.choose)
        self.page.reassign_wanted.connect(self._reassign)
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

    def _is_here(self) -> bool:
        return self.frame.page_key == TODAY

    def _reassign_chosen(self) -> None:
        if self._is_here():
            self.page.reassign_chosen()

    def _reassign(self, row_ids: Sequence[str]) -> None:
        self.reassign_wing.reassign(self.presenter.cases_of(row_ids))

    def _carry_out(self) -> None:
        self._do_about(self.page.current_id())

    def _plan_meeting(self) -> None:
        self._do_about(self.page.current_id(), DecisionKind.MEETING)

    def _change_date(self) -> None:
        self._do_about(self.page.current_id(), DecisionKind.OTHER_DATE)

    def _set_not_relevant(self) -> None:
        self._do_about(self.page.current_id(), DecisionKind.NOT_RELEVANT)

    def _do_about(self, row_id: str, kind: DecisionKind | None = None) -> None:
        if found := self.presenter.place_of(row_id, kind):
            self.frame.go_to_place(*found)

    def _explained(self, deadline: Deadline, today: date) -> Deadline:
        try:
            return self.frame.office.explained(deadline, today)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return deadline

    def _count(self) -> None:
        self.frame.set_count(TODAY, urgent_count(self.frame.worklist(), self.frame.office.user.initials))
