"""The kinds of work of a desk, made once, and told together of what happens."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.ports import CaseLine
from desktop_app.ui.desk_notices import DeskNotices
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.arrival_wing import ArrivalWing
from desktop_app.ui.wings.case_list_wing import CaseListWing
from desktop_app.ui.wings.case_wing import CaseWing
from desktop_app.ui.wings.follow_up_wing import FollowUpWing
from desktop_app.ui.wings.gaps_wing import GapsWing
from desktop_app.ui.wings.help_wing import HelpWing
from desktop_app.ui.wings.logo_wing import LogoWing
from desktop_app.ui.wings.phrase_wing import PhraseWing
from desktop_app.ui.wings.plan_wing import PlanWing
from desktop_app.ui.wings.print_wing import PrintWing
from desktop_app.ui.wings.quick_open_wing import QuickOpenWing
from desktop_app.ui.wings.settings_wing import SettingsWing
from desktop_app.ui.wings.wing import Wing
from desktop_app.ui.wings.worklist_wing import WorklistWing

WingT = TypeVar("WingT", bound=Wing)


class DeskWings(QWidget):
    """What a desk is made of besides its frame (`ui.desk.Desk`)."""

    def __init__(self) -> None:
        super().__init__()
        self._wings: list[Wing] = []

    def make_wings(self, frame: Frame, notices: DeskNotices) -> None:
        """Make every kind of work, and connect those that lead to one another."""
        self.worklist_wing = self._add(WorklistWing(frame, self))
        self.case_list_wing = self._add(CaseListWing(frame, self))
        self.case_wing = self._add(CaseWing(frame, self))
        self.gaps_wing = self._add(GapsWing(frame, self, self.worklist_wing.page, self.case_wing))
        self.arrival_wing = self._add(ArrivalWing(frame, self))
        self.print_wing = self._add(PrintWing(frame, self))
        self.settings_wing = self._add(SettingsWing(frame, self, notices))
        self.logo_wing = self._add(LogoWing(frame, self, self.settings_wing))
        self.plan_wing = self._add(PlanWing(frame, self, self, self.case_wing.view))
        self.print_wing.signing_wanted.connect(self.plan_wing.sign)
        self.plan_wing.scan_wanted.connect(self.case_wing.scans.attach)
        self.follow_up_wing = self._add(FollowUpWing(frame, self, self.case_wing.view))
        self.phrase_wing = self._add(PhraseWing(frame, self, self.settings_wing, self.plan_wing, self.follow_up_wing))
        self.help_wing = self._add(HelpWing(frame, self))
        self.quick_open_wing = self._add(QuickOpenWing(frame, self, self))

    def begin_wings(self, *, cases_are_read: bool) -> None:
        """Begin those that wait for the cases, or those that do not."""
        for wing in self._wings:
            if wing.waits_for_cases is cases_are_read:
                wing.begin()

    def prepare_wings(self, lines: Sequence[CaseLine]) -> None:
        """Let every kind get ready for cases that were read."""
        for wing in self._wings:
            wing.prepare(lines)

    def tell_wings(self, changes: Changes, *, is_reading: bool) -> None:
        """Tell what was changed; while the cases are read not those that wait for them."""
        for wing in self._wings:
            if not (is_reading and wing.waits_for_cases):
                wing.show_changes(changes)

    def tell_wings_of_new_day(self) -> None:
        """Tell that the day is another."""
        for wing in self._wings:
            wing.show_new_day()

    def end_wings(self) -> None:
        """End every kind of work."""
        ended, self._wings = self._wings, []
        for wing in ended:
            wing.end()

    def _add(self, wing: WingT) -> WingT:
        self._wings.append(wing)
        return wing
