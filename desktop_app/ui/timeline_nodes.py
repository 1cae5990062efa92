"""Nodes of a timeline: what they are, how they are drawn, and the texts beside them."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

RADIUS = 8
"""Of a node, in steps."""
TITLE_HEIGHT, LINE_HEIGHT = 20, 18
TITLE_POINTS, TEXT_POINTS = 10, 9.75

_CHECK_MARK = ((-3.5, 0.5), (-1, 3), (4, -3))
"""The corners of the check mark, in steps from the middle."""


class NodeState(StrEnum):
    """A check mark, an amber ring, an empty ring, a square."""

    DONE = "done"
    NEXT = "next"
    PLANNED = "planned"
    END = "end"


@dataclass(frozen=True, slots=True)
class TimelineNode:
    """What happens, its date as text, and a remark."""

    title: str
    day: str
    note: str
    state: NodeState


def text_styles(state: NodeState) -> list[tuple[QFont, Token, int]]:
    """Return font, colour and line height in pixels of title, day and note."""
    theme = current_theme()
    is_next = state is NodeState.NEXT
    is_near = state in (NodeState.DONE, NodeState.NEXT)
    return [
        (theme.font(TITLE_POINTS, 600 if is_next else 500), Token.TEXT, theme.e(TITLE_HEIGHT)),
        (theme.font(TEXT_POINTS), Token.TEXT if is_near else Token.MUTED, theme.e(LINE_HEIGHT)),
        (
            theme.font(TEXT_POINTS, 500 if is_next else 400),
            Token.SOON_TEXT if is_next else Token.MUTED,
            theme.e(LINE_HEIGHT),
        ),
    ]


def paint_node(painter: QPainter, middle: QPointF, state: NodeState) -> None:
    """Draw a node around its middle."""
    theme = current_theme()
    radius = theme.e(RADIUS)
    painter.setBrush(theme.colour(Token.BASE))
    match state:
        case NodeState.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Token.ACCENT))
            painter.drawEllipse(middle, radius, radius)
            check = QPen(theme.colour(Token.ON_ACCENT), theme.e(2))
            check.setCapStyle(Qt.PenCapStyle.RoundCap)
            check.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(check)
            painter.drawPolyline(QPolygonF([middle + QPointF(x, y) * (radius / RADIUS) for x, y in _CHECK_MARK]))
        case NodeState.NEXT:
            painter.setPen(QPen(theme.colour(Token.SOON_MARK), theme.e(3)))
            painter.drawEllipse(middle, radius, radius)
        case NodeState.PLANNED:
            painter.setPen(QPen(theme.colour(Token.BORDER), 2))
            painter.drawEllipse(middle, radius, radius)
        case NodeState.END:
            painter.setPen(QPen(theme.colour(Token.BORDER), 2))
            side = theme.e(2 * (RADIUS - 1))
            painter.drawRect(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
