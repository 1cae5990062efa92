"""Mangler: what is missing in the team's cases, and the way to where each of it is mended."""

from PySide6.QtCore import QObject

from desktop_app.application.changes import Changes
from desktop_app.presenters.gaps_presenter import GapsPresenter
from desktop_app.translation import _
from desktop_app.ui.frame import GAPS, GAPS_KEYS, TODAY, Act, Frame
from desktop_app.ui.gaps_keeper import GapsKeeper
from desktop_app.ui.gaps_page import GapsPage
from desktop_app.ui.may import RoleAct
from desktop_app.ui.pages_behind import EVERYTHING
from desktop_app.ui.wings.case_wing import CaseWing
from desktop_app.ui.wings.wing import Wing
from desktop_app.ui.worklist_page import WorklistPage


class GapsWing(Wing):
    """The list beside its presenter; it is read the first time somebody wants to see it."""

    waits_for_cases = True

    def __init__(self, frame: Frame, parent: QObject, worklist_page: WorklistPage, case_wing: CaseWing) -> None:
        super().__init__(frame, parent)
        self._case_wing = case_wing
        self._shown = 0
        self._was_opened = False
        self.page = GapsPage(hides_names=frame.hides_names)
        office = frame.office
        self.presenter = GapsPresenter(self.page, rulebook=office.rulebook, initials=office.user.initials)
        self.keeper = GapsKeeper(office, self)
        frame.add_page(GAPS, self.page, place=TODAY, regions=self.page.regions, catch_up=self._catch_up)
        frame.set_place(GAPS, self.go)
        frame.add_act(
            Act(
                title=_("Show gaps"),
                do=self.go,
                keys=GAPS_KEYS,
                group=_("Cases"),
                icon="list-check",
                needs=RoleAct.SEE_DEADLINES,
            )
        )
        self.keeper.went_on.connect(self._show_part)
        self.keeper.failed.connect(frame.show_error)
        self.page.only_mine_chosen.connect(self.presenter.show_only_mine)
        self.page.kind_chosen.connect(self.presenter.choose_kind)
        self.page.filters_reset.connect(self.presenter.reset_filters)
        self.page.mending_wanted.connect(self._mend)
        worklist_page.gaps_wanted.connect(self.go)

    def go(self) -> None:
        """Show the list, the keyboard in it."""
        if self.frame.page_key != GAPS:
            self.frame.show_page(GAPS)
        if self.frame.page_key == GAPS and self.keeper.is_idle:  # it could not be read the last time
            self._catch_up(EVERYTHING)
        self.page.focus_table()

    def end(self) -> None:
        """Read no more: the store is about to be closed."""
        self.keeper.stop()

    def _catch_up(self, missed: Changes) -> None:
        if not self._was_opened:
            self._was_opened = True
            mine = self.frame.office.user.initials
            lines = self.frame.worklist().lines.values()
            self.presenter.show_only_mine(any(line.responsible_caseworker == mine for line in lines))
        if missed.settings:
            self.keeper.read(self.frame.today())
        else:
            self.keeper.change(missed.cases)
        self._show()

    def _show(self) -> None:
        if listed := self.keeper.listed:
            self.presenter.show(listed)
        elif parts := self.keeper.parts:
            self._shown = parts.found
            self.presenter.show(parts.so_far(), parts.progress)

    def _show_part(self) -> None:
        """Show what was found each time it is twice as much: sorting it all for each part would take longer."""
        parts = self.keeper.parts
        if parts is None or parts.found >= 2 * self._shown:
            self._show()
        else:
            self.presenter.show_progress(parts.progress)

    def _mend(self, row_id: str) -> None:
        if row := self.presenter.row(row_id):
            self._case_wing.mend(row.case_number, row.gap)
