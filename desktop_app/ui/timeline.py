"""The course of a case as nodes at even distances: a true scale would let the words collide."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.translation import _p
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.timeline_nodes import (
    LINE_HEIGHT,
    RADIUS,
    TEXT_POINTS,
    TITLE_HEIGHT,
    TITLE_POINTS,
    NodeState,
    TimelineNode,
    paint_node,
    text_styles,
)

__all__ = ["NodeState", "Timeline", "TimelineNode", "TodayTick"]

_MIDDLE, _BELOW_NODE, _BETWEEN = 36, 16, 12
_BESIDE_NODE, _ROW_GAP = 32, 10
_TICK_CLEARANCE = 4
_TODAY_POINTS = 9.5
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class TodayTick:
    """Where today stands: `at` counts nodes from 0, so 2.5 lies midway between the third and the fourth."""

    text: str
    at: float


class Timeline(QWidget):
    """From left to right where there is room for every word, else from top to bottom.

    A screen reader hears the nodes as a list under `name`.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._nodes: Sequence[TimelineNode] = ()
        self._today: TodayTick | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current_theme().changed.connect(self.updateGeometry)

    def show_nodes(self, nodes: Sequence[TimelineNode], today: TodayTick | None = None) -> None:
        """Show a course, and where today stands in it."""
        self._nodes, self._today = nodes, today
        spoken = [_spoken(node) for node in nodes]
        if today is not None:
            spoken.insert(int(today.at) + 1, today.text)
        self.setAccessibleDescription("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def is_vertical(self, width: int) -> bool:
        """Whether the words need more room than `width` pixels side by side."""
        return width < self._least_width_across()

    def sizeHint(self) -> QSize:
        """Room for every word side by side."""
        width = self._least_width_across()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Room for the words one under the other."""
        theme = current_theme()
        metrics = QFontMetrics(theme.font(TITLE_POINTS, 600))
        words = [word for node in self._nodes for word in node.title.split()]
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(theme.e(_BESIDE_NODE) + longest, theme.e(_MIDDLE))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height across or down, whichever the width allows."""
        theme = current_theme()
        if not self.is_vertical(width):
            return theme.e(_MIDDLE + _BELOW_NODE + TITLE_HEIGHT + 2 * LINE_HEIGHT)
        rows = [self._row_height(node, width) for node in self._nodes]
        return sum(rows) + theme.e(_ROW_GAP) * max(0, len(rows) - 1) + self._today_height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the course."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._nodes:
            return
        if self.is_vertical(self.width()):
            self._paint_down(painter)
        else:
            self._paint_across(painter)

    def _least_width_across(self) -> int:
        theme = current_theme()
        title, text = QFontMetrics(theme.font(TITLE_POINTS, 600)), QFontMetrics(theme.font(TEXT_POINTS, 500))
        widest = max(
            (
                max(
                    title.horizontalAdvance(node.title),
                    text.horizontalAdvance(node.day),
                    text.horizontalAdvance(node.note),
                )
                for node in self._nodes
            ),
            default=0,
        )
        return len(self._nodes) * (widest + theme.e(_BETWEEN))

    def _paint_across(self, painter: QPainter) -> None:
        theme = current_theme()
        step = self.width() / len(self._nodes)
        first, y = theme.e(RADIUS), theme.e(_MIDDLE)
        xs = [first + step * index for index in range(len(self._nodes))]
        self._paint_line(painter, QPointF(xs[0], y), QPointF(xs[-1], y))
        if self._today is not None:
            self._paint_today(painter, QPointF(self._today_at(xs), y), is_across=True)
        for x, node in zip(xs, self._nodes, strict=True):
            paint_node(painter, QPointF(x, y), node.state)
            left, top = x - first, y + theme.e(_BELOW_NODE)
            for part, (font, token, height) in zip(
                (node.title, node.day, node.note), text_styles(node.state), strict=True
            ):
                painter.setFont(font)
                painter.setPen(theme.colour(token))
                painter.drawText(QRectF(left, top, step, height), Qt.AlignmentFlag.AlignVCenter, part)
                top += height

    def _today_at(self, xs: Sequence[float]) -> float:
        """Return where the tick stands: clear of the nodes, unless today is the day of one."""
        at = self._today.at if self._today is not None else 0
        before = max(0, min(int(at), len(xs) - 1))
        if at == before or before == len(xs) - 1:
            return xs[before]
        clear = current_theme().e(RADIUS + _TICK_CLEARANCE)
        exact = xs[before] + (at - before) * (xs[before + 1] - xs[before])
        return max(xs[before] + clear, min(exact, xs[before + 1] - clear))

    def _paint_down(self, painter: QPainter) -> None:
        theme = current_theme()
        x, left = theme.e(RADIUS + 2), theme.e(_BESIDE_NODE)
        tops: list[int] = []
        today_top = None
        top = 0
        for index, node in enumerate(self._nodes):
            tops.append(top)
            top += self._row_height(node, self.width()) + theme.e(_ROW_GAP)
            if self._today is not None and int(self._today.at) == index:
                today_top = top
                top += self._today_height()
        half = theme.e(TITLE_HEIGHT) // 2
        self._paint_line(painter, QPointF(x, tops[0] + half), QPointF(x, tops[-1] + half))
        if today_top is not None:
            self._paint_today(painter, QPointF(x, today_top + half), is_across=False)
        for node_top, node in zip(tops, self._nodes, strict=True):
            paint_node(painter, QPointF(x, node_top + half), node.state)
            (title_font, title_token, _height), (font, token, _other) = text_styles(node.state)[:2]
            room = QRect(left, node_top, self.width() - left, 1 << 16)
            painter.setFont(title_font)
            painter.setPen(theme.colour(title_token))
            drawn = painter.drawText(room, _WRAP, node.title)
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            painter.drawText(room.adjusted(0, drawn.height(), 0, 0), _WRAP, _beside(node))

    def _paint_line(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        theme = current_theme()
        painter.setPen(QPen(theme.colour(Token.BORDER), theme.e(2)))
        painter.drawLine(start, end)
        done = self._done_part()
        if done > 0:
            painter.setPen(QPen(theme.colour(Token.ACCENT), theme.e(2)))
            painter.drawLine(start, start + (end - start) * done)

    def _done_part(self) -> float:
        last = len(self._nodes) - 1
        done = sum(node.state is NodeState.DONE for node in self._nodes) - 1
        reached = max(done, self._today.at if self._today is not None else 0)
        return min(1, reached / last) if last > 0 else 0

    def _paint_today(self, painter: QPainter, at: QPointF, *, is_across: bool) -> None:
        if self._today is None:
            return
        theme = current_theme()
        font = theme.font(_TODAY_POINTS, 600)
        width = QFontMetrics(font).horizontalAdvance(self._today.text)
        painter.setPen(QPen(theme.colour(Token.TEXT), 1.5))
        painter.setFont(font)
        if is_across:
            top = theme.e(LINE_HEIGHT)
            painter.drawLine(QPointF(at.x(), top), QPointF(at.x(), at.y() + theme.e(8)))
            left = max(0.0, at.x() - width + theme.e(4))
            painter.drawText(QRectF(left, 0, width + 1, top), Qt.AlignmentFlag.AlignVCenter, self._today.text)
        else:
            painter.drawLine(QPointF(0, at.y()), QPointF(at.x() + theme.e(RADIUS), at.y()))
            height = theme.e(TITLE_HEIGHT)
            beside = QRectF(theme.e(_BESIDE_NODE), at.y() - height / 2, width + 1, height)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self._today.text)

    def _row_height(self, node: TimelineNode, width: int) -> int:
        theme = current_theme()
        room = QRect(0, 0, max(1, width - theme.e(_BESIDE_NODE)), 1 << 16)
        title = QFontMetrics(text_styles(node.state)[0][0]).boundingRect(room, _WRAP, node.title)
        text = QFontMetrics(text_styles(node.state)[1][0]).boundingRect(room, _WRAP, _beside(node))
        return title.height() + text.height()

    def _today_height(self) -> int:
        theme = current_theme()
        return theme.e(TITLE_HEIGHT + _ROW_GAP) if self._today is not None else 0


def _beside(node: TimelineNode) -> str:
    return " · ".join(part for part in (node.day, node.note) if part)


def _spoken(node: TimelineNode) -> str:
    return ", ".join(part for part in (node.title, node.day, node.note, _state_word(node.state)) if part)


def _state_word(state: NodeState) -> str:
    match state:
        case NodeState.DONE:
            return _p("timeline", "done")
        case NodeState.NEXT:
            return _p("timeline", "next")
        case NodeState.PLANNED:
            return _p("timeline", "expected")
        case NodeState.END:
            return _p("timeline", "end")
