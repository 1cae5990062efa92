"""The follow-ups of a case in full, the latest first, each with the state of its note."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_follow_ups import CaseFollowUps, FollowUpEntry
from desktop_app.translation import _
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.facts import FactTable
from desktop_app.ui.keyboard_focus import order_stops
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, everything, offered
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

WidgetT = TypeVar("WidgetT", bound=QWidget)


class CaseFollowUpsTab(QWidget):
    """Shows them; asks for a new one, to change or print one, or to add to one that is locked."""

    new_wanted = Signal()
    change_wanted = Signal(str)
    correction_wanted = Signal(str, str)
    print_wanted = Signal(str)

    def __init__(self, follow_ups: CaseFollowUps, may: May = everything) -> None:
        super().__init__()
        self._may = may
        self._head = QWidget()
        self._entries: dict[str, _Entry] = {}
        self._shown: CaseFollowUps | None = None
        self._column = Column(self._head, STRETCH)
        self.setLayout(self._column)
        self.show_follow_ups(follow_ups)

    def show_follow_ups(self, follow_ups: CaseFollowUps) -> None:
        """Show them as they are now; of those that are as they were nothing is made anew."""
        if follow_ups is self._shown:
            return
        self._shown = follow_ups
        self._head = self._put(0, self._make_head(follow_ups), instead_of=self._head)
        earlier, self._entries = self._entries, {}
        for place, entry in enumerate(follow_ups.entries, start=1):
            known = earlier.pop(entry.id, None)
            if known is None or known.entry != entry:
                known = self._put(place, self._make_entry(entry), instead_of=known)
            self._entries[entry.id] = known
        for gone in earlier.values():
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        order_stops(self._head, *self._entries.values())

    def _put(self, place: int, widget: WidgetT, *, instead_of: QWidget | None) -> WidgetT:
        if instead_of is not None:
            self._column.removeWidget(instead_of)
            instead_of.hide()
            instead_of.deleteLater()
        self._column.insertWidget(place, widget)
        widget.show()  # on a page that is shown Qt would do so only after the next event
        return widget

    def _make_head(self, follow_ups: CaseFollowUps) -> QWidget:
        head = QWidget()
        title, icon = (_("Continue the draft"), "edit") if follow_ups.draft else (_("New follow-up"), "plus")
        new = Button(title, ButtonKind.SECOND, icon=icon)
        new.clicked.connect(self.new_wanted)
        writing = offered(self._may, (RoleAct.WRITE_FOLLOW_UP, new))
        column = Column()
        if follow_ups.entries:
            column.add(FlowRow(*_following(follow_ups), STRETCH, *writing, across=12))
        else:
            column.add(EmptyState("forum", _("No follow-ups yet"), follow_ups.following, writing))
        if follow_ups.draft:
            column.add(Gap(4), Label(follow_ups.draft, TextRole.META, wraps=True))
        head.setLayout(column)
        return head

    def _make_entry(self, entry: FollowUpEntry) -> "_Entry":
        made = _Entry(entry, self._may)
        made.print.clicked.connect(self._want_print)
        made.act.clicked.connect(self._want_change if entry.can_change else self._want_correction)
        return made

    def _want_change(self) -> None:
        self.change_wanted.emit(str(self.sender().property("entry")))

    def _want_print(self) -> None:
        self.print_wanted.emit(str(self.sender().property("entry")))

    def _want_correction(self) -> None:
        act = self.sender()
        self.correction_wanted.emit(str(act.property("entry")), str(act.property("entry_title")))


class _Entry(QWidget):
    """One follow-up below a line."""

    def __init__(self, entry: FollowUpEntry, may: May) -> None:
        super().__init__()
        self.entry = entry
        self.print = _print(entry)
        self.act = _act(entry)
        acts = offered(may, (RoleAct.PRINT, self.print), (RoleAct.WRITE_FOLLOW_UP, self.act))
        column = Column(Gap(16), Line(), Gap(16))
        column.add(FlowRow(Label(entry.title, TextRole.HEADING), STRETCH, *acts, across=12))
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
        self.setLayout(column)


def _following(follow_ups: CaseFollowUps) -> list[QWidget]:
    text = Label(follow_ups.following, wraps=not follow_ups.badge)
    return [Badge(STATUS_OF[follow_ups.badge_kind], follow_ups.badge), text] if follow_ups.badge else [text]


def _act(entry: FollowUpEntry) -> Button:
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
    return act


def _print(entry: FollowUpEntry) -> Button:
    link = Link(_("Show minutes …"))
    link.setAccessibleName(_("Show the minutes of {title}").format(title=entry.title))
    link.setProperty("entry", entry.id)
    return link


def _add_text(column: Column, heading: str, text: str) -> None:
    if text:
        column.add(Gap(12), Label(heading, TextRole.LABEL), Gap(2), Label(text, wraps=True))
