"""Overblik: the line of the case, what is missing and to be done, the next meeting, and the facts about the citizen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_overview import Meeting, Overview, TaskText
from desktop_app.presenters.case_timeline import TimelineNode as CaseNode
from desktop_app.presenters.gap_texts import GapText, Weight
from desktop_app.presenters.mending_places import Place
from desktop_app.translation import _, short_date
from desktop_app.ui.buttons import Link
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Token
from desktop_app.ui.side_by_side import SideBySide
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.timeline import NodeState, Timeline, TimelineNode, TodayTick

_WEIGHTS = {Weight.WARNING: ("warning", Token.SOON_MARK), Weight.INFORMATION: ("info", Token.NEUTRAL_MARK)}
_TASK_MARKS = {BadgeKind.OVERDUE: ("error", Token.OVERDUE_MARK), BadgeKind.SOON: ("warning", Token.SOON_MARK)}
_LATER = ("time", Token.MONTH_MARK)


class PlaceLink(Link):
    """A link to where something is mended; `place` is that place."""

    def __init__(self, place: Place, about: str) -> None:
        super().__init__(place.link)
        self.place = place
        self.setAccessibleName(f"{place.link}: {about}")


class CaseOverview(QWidget):
    """The first tab of a case, under the `facts` the head has no room for.

    `history_wanted` asks for the whole history, `place_wanted` to be taken where something is mended, `edit_wanted` to
    change the master data.
    """

    history_wanted = Signal()
    place_wanted = Signal(object)
    edit_wanted = Signal()

    def __init__(self, overview: Overview, today: date, may: May, facts: QWidget | None = None) -> None:
        super().__init__()
        self._may = may
        timeline = Timeline(_("Timeline of the case"))
        timeline.show_nodes([_node(node) for node in overview.timeline], _today_tick(overview.timeline, today))
        whole = Column()
        if facts:
            whole.add(facts, Gap(16))
        if overview.timeline:
            whole.add(timeline, Gap(16), Line(), Gap(20))
        whole.add(SideBySide(self._to_do(overview), self._side(overview)), STRETCH)
        self.setLayout(whole)

    def _to_do(self, overview: Overview) -> Column:
        count = len(overview.gaps) + len(overview.tasks)
        column = Column(FlowRow(Label(_("Gaps"), TextRole.HEADING), Label(str(count), TextRole.META), STRETCH), Gap(4))
        rows = [*map(self._gap, overview.gaps), *map(self._task, overview.tasks)]
        if not rows:
            rows = [NoteRow("success", Token.DONE_MARK, _("Nothing is missing"))]
        for place, row in enumerate(rows):
            if place:
                column.add(Line())
            column.add(row)
        column.add(STRETCH)
        return column

    def _gap(self, gap: GapText) -> NoteRow:
        icon, token = _WEIGHTS[gap.weight]
        return NoteRow(icon, token, gap.title, gap.reason, self._link(gap.place, gap.title))

    def _task(self, task: TaskText) -> NoteRow:
        icon, token = _TASK_MARKS.get(task.badge_kind, _LATER)
        return NoteRow(icon, token, task.title, task.reason, self._link(task.place, task.title))

    def _link(self, place: Place | None, about: str) -> PlaceLink | None:
        if place is None or not self._may(place.needs):
            return None
        link = PlaceLink(place, about)
        link.clicked.connect(self._want_place)
        return link

    def _side(self, overview: Overview) -> Column:
        column = Column()
        if overview.meeting:
            _add_meeting(column, overview.meeting)
        column.add(Label(_("Latest events"), TextRole.HEADING), Gap(8))
        for event in overview.events:
            column.add(FlowRow(Label(event.when, TextRole.META), Label(event.title), across=12), Gap(4))
        if not overview.events:
            column.add(Label(_("Nothing has happened yet"), TextRole.META), Gap(4))
        all_history = Link(_("See the whole history"))
        all_history.clicked.connect(self.history_wanted)
        edit = Link(_("Change master data"))
        edit.clicked.connect(self.edit_wanted)
        column.add(Gap(4), FlowRow(all_history, STRETCH), Gap(20))
        heading = Label(_("About the citizen"), TextRole.HEADING)
        column.add(FlowRow(heading, STRETCH, *offered(self._may, (RoleAct.CHANGE_CASE, edit))), Gap(8))
        column.add(FactTable(overview.facts), STRETCH)
        return column

    def _want_place(self) -> None:
        link = self.sender()
        if isinstance(link, PlaceLink):
            self.place_wanted.emit(link.place)


def _add_meeting(column: Column, meeting: Meeting) -> None:
    column.add(Label(_("Next meeting"), TextRole.HEADING), Gap(8), Label(meeting.title, TextRole.STRONG, wraps=True))
    tone = Token.SOON_TEXT if meeting.is_missed else Token.MUTED
    column.add(Gap(2), Label(meeting.remark, TextRole.SMALL, tone=tone, wraps=True), Gap(20))


def _node(node: CaseNode) -> TimelineNode:
    return TimelineNode(node.title, node.date_text, node.remark, NodeState(node.kind.value))


def _today_tick(nodes: Sequence[CaseNode], today: date) -> TodayTick | None:
    """Place today between the nodes before and after it, in proportion to the days between them."""
    before = [place for place, node in enumerate(nodes) if node.on <= today]
    if not before:
        return None
    last = before[-1]
    at = float(last)
    if last + 1 < len(nodes):
        days = (nodes[last + 1].on - nodes[last].on).days
        at += (today - nodes[last].on).days / days if days else 0
    return TodayTick(_("Today {date}").format(date=short_date(today)), at)
