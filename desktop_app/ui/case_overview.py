"""Overblik: the line of the case, what is missing, and the facts about the citizen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.case_timeline import TimelineNode as CaseNode
from desktop_app.presenters.gap_texts import GapText, Weight
from desktop_app.translation import _, short_date
from desktop_app.ui.buttons import Link
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.note_row import NoteRow
from desktop_app.ui.palette import Token
from desktop_app.ui.side_by_side import SideBySide
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.timeline import NodeState, Timeline, TimelineNode, TodayTick

_EVENTS_SHOWN = 5
_WEIGHTS = {Weight.WARNING: ("warning", Token.SOON_MARK), Weight.INFORMATION: ("info", Token.NEUTRAL_MARK)}


class CaseOverview(QWidget):
    """The first tab of a case, under the `facts` the head has no room for.

    `history_wanted` asks for the whole history.
    """

    history_wanted = Signal()

    def __init__(self, page: CasePage, today: date, facts: QWidget | None = None) -> None:
        super().__init__()
        timeline = Timeline(_("Timeline of the case"))
        timeline.show_nodes([_node(node) for node in page.timeline], _today_tick(page.timeline, today))
        all_history = Link(_("See the whole history"))
        all_history.clicked.connect(self.history_wanted)

        right = Column(Label(_("About the citizen"), TextRole.HEADING), Gap(8), FactTable(page.facts), Gap(20))
        right.add(Label(_("Latest events"), TextRole.HEADING), Gap(8))
        for event in page.history[:_EVENTS_SHOWN]:
            right.add(FlowRow(Label(event.when, TextRole.META), Label(event.title), across=12), Gap(4))
        right.add(Gap(4), FlowRow(all_history, STRETCH), STRETCH)
        whole = Column()
        if facts:
            whole.add(facts, Gap(16))
        whole.add(timeline, Gap(16), Line(), Gap(20))
        whole.add(SideBySide(_gaps(page.gaps), right), STRETCH)
        self.setLayout(whole)


def _gaps(gaps: Sequence[GapText]) -> Column:
    column = Column(FlowRow(Label(_("Gaps"), TextRole.HEADING), Label(str(len(gaps)), TextRole.META), STRETCH), Gap(4))
    if not gaps:
        column.add(NoteRow("success", Token.DONE_MARK, _("Nothing is missing")))
    for place, gap in enumerate(gaps):
        if place:
            column.add(Line())
        icon, token = _WEIGHTS[gap.weight]
        column.add(NoteRow(icon, token, gap.title, gap.reason))
    column.add(STRETCH)
    return column


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
