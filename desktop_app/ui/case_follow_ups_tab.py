"""The follow-ups of a case in full, the latest first, each with the state of its note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_follow_ups import CaseFollowUps, FollowUpEntry
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole


class CaseFollowUpsTab(QWidget):
    """Shows them; asks for a new one, to change one whose note is open, or to add to one that is locked."""

    new_wanted = Signal()
    change_wanted = Signal(str)
    correction_wanted = Signal(str, str)

    def __init__(self, follow_ups: CaseFollowUps) -> None:
        super().__init__()
        title, icon = (_("Continue the draft"), "edit") if follow_ups.draft else (_("New follow-up"), "plus")
        new = Button(title, ButtonKind.SECOND, icon=icon)
        new.clicked.connect(self.new_wanted)
        column = Column()
        if follow_ups.entries:
            column.add(FlowRow(*self._following(follow_ups), STRETCH, new, across=12))
        else:
            column.add(EmptyState("forum", _("No follow-ups yet"), follow_ups.following, (new,)))
        if follow_ups.draft:
            column.add(Gap(4), Label(follow_ups.draft, TextRole.META, wraps=True))
        for entry in follow_ups.entries:
            column.add(Gap(16), Line(), Gap(16))
            self._add(column, entry)
        column.add(STRETCH)
        self.setLayout(column)

    def _following(self, follow_ups: CaseFollowUps) -> list[QWidget]:
        text = Label(follow_ups.following, wraps=not follow_ups.badge)
        return [Badge(STATUS_OF[follow_ups.badge_kind], follow_ups.badge), text] if follow_ups.badge else [text]

    def _add(self, column: Column, entry: FollowUpEntry) -> None:
        column.add(FlowRow(Label(entry.title, TextRole.HEADING), STRETCH, self._act(entry), across=12))
        column.add(Gap(2), Label(entry.state, TextRole.META, wraps=True))
        if entry.draft:
            column.add(Label(entry.draft, TextRole.META, wraps=True))
        if entry.facts:
            column.add(Gap(10), FactTable(entry.facts))
        _add_text(column, _("Note"), entry.note)
        _add_text(column, _("Agreed"), entry.agreed)
        if entry.goals:
            column.add(Gap(12), Label(_("How the goals stood"), TextRole.LABEL), Gap(4))
            column.add(FactTable([(standing, goal) for goal, standing in entry.goals]))
        for heading, text in entry.corrections:
            _add_text(column, heading, text)

    def _act(self, entry: FollowUpEntry) -> Button:
        if entry.draft:
            title, name = _("Continue the draft"), _("Continue the draft of {title}")
        elif entry.can_change:
            title, name = _("Change …"), _("Change the follow-up {title}")
        else:
            title, name = _("Add a correction …"), _("Add a correction to {title}")
        act = Link(title)
        act.setAccessibleName(name.format(title=entry.title))
        act.setProperty("entry", entry.id)
        act.setProperty("entry_title", entry.title)
        act.clicked.connect(self._want_change if entry.can_change else self._want_correction)
        return act

    def _want_change(self) -> None:
        self.change_wanted.emit(str(self.sender().property("entry")))

    def _want_correction(self) -> None:
        act = self.sender()
        self.correction_wanted.emit(str(act.property("entry")), str(act.property("entry_title")))


def _add_text(column: Column, heading: str, text: str) -> None:
    if text:
        column.add(Gap(12), Label(heading, TextRole.LABEL), Gap(2), Label(text, wraps=True))
