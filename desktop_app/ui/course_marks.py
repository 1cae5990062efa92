"""How the entries of a course are drawn: each kind has a shape of its own, and the colours the table below has."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from desktop_app.presenters.course_entries import Mark
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.timeline_nodes import NodeState, paint_node

MARK, PILL = 18, 40
"""How wide a mark is, and one that stands for several, in steps."""

_ICON, _PILL_HEIGHT, _RING_RADIUS = 18, 22, 7
_COUNT_POINTS = 9.5
_STATUS = {
    Mark.OVERDUE: Status.OVERDUE,
    Mark.SOON: Status.SOON,
    Mark.MONTH: Status.MONTH,
    Mark.LATE: Status.LATE,
    Mark.MET: Status.DONE,
}
_PERIOD = {
    Mark.OFFER: (Status.MONTH, Qt.BrushStyle.SolidPattern, Qt.PenStyle.SolidLine),
    Mark.WORK: (Status.DONE, Qt.BrushStyle.SolidPattern, Qt.PenStyle.SolidLine),
    Mark.LEAVE: (Status.LATE, Qt.BrushStyle.SolidPattern, Qt.PenStyle.SolidLine),
    Mark.REST: (Status.NEUTRAL, Qt.BrushStyle.NoBrush, Qt.PenStyle.DashLine),
}
_PERIOD_ICONS = {Mark.OFFER: "business", Mark.WORK: "how-to-reg", Mark.LEAVE: "persons", Mark.REST: "hourglass"}
BAR_ICON = 16
"""The icon that tells one kind of period from another, in steps."""


def paint_mark(painter: QPainter, middle: QPointF, mark: Mark, ratio: float) -> None:
    """Draw the mark of a single day around its middle, `ratio` being that of the screen's pixels."""
    theme = current_theme()
    match mark:
        case Mark.HAPPENED | Mark.HELD:
            paint_node(painter, middle, NodeState.DONE)
        case Mark.COMING | Mark.RESTING:
            paint_node(painter, middle, NodeState.PLANNED)
            if mark is Mark.RESTING:
                half = theme.e(_RING_RADIUS) / 2
                painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
        case Mark.ATTEMPTED:
            paint_node(painter, middle, NodeState.PLANNED)
            reach = theme.e(_RING_RADIUS) * 0.7
            painter.setPen(QPen(theme.colour(Token.TEXT), theme.e(2)))
            painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
        case Mark.MEETING:
            _paint_icon(painter, middle, "calendar-month", Token.TEXT, ratio)
        case _:
            status = _STATUS[mark]
            _paint_icon(painter, middle, status.icon, status.mark, ratio)


def paint_pill(painter: QPainter, around: QRectF, mark: Mark, count: int, ratio: float) -> None:
    """Draw how many entries stand together, behind the mark of the one that weighs most."""
    theme = current_theme()
    painter.setPen(QPen(theme.colour(Token.BORDER), 1))
    painter.setBrush(theme.colour(Token.BASE))
    radius = around.height() / 2
    painter.drawRoundedRect(around.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    paint_mark(painter, QPointF(around.left() + radius, around.center().y()), mark, ratio)
    painter.setFont(theme.font(_COUNT_POINTS, 600))
    painter.setPen(theme.colour(Token.TEXT))
    painter.drawText(
        around.adjusted(around.height(), 0, -theme.e(2), 0), Qt.AlignmentFlag.AlignCenter, _short_count(count)
    )


def paint_bar(painter: QPainter, bar: QRectF, mark: Mark, ratio: float, *, has_icon: bool) -> None:
    """Draw a period; the dashed edge is that of a rest."""
    theme = current_theme()
    status, brush, line = _PERIOD[mark]
    painter.setPen(QPen(theme.colour(status.mark), 1, line))
    painter.setBrush(QBrush(theme.colour(status.fill), brush))
    radius = min(float(theme.e(3)), bar.width() / 2)
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if has_icon:
        side = theme.e(BAR_ICON)
        at = QPointF(bar.left() + theme.e(4), bar.center().y() - side / 2)
        painter.drawPixmap(at, theme.pixmap(_PERIOD_ICONS[mark], status.text, BAR_ICON, ratio))


def has_icon_room(bar: QRectF) -> bool:
    """Tell whether a bar is wide enough for its icon."""
    return bar.width() >= current_theme().e(BAR_ICON + 8)


def bar_text(mark: Mark) -> Token:
    """Return the colour of a word on the bar of a period."""
    return _PERIOD[mark][0].text


def mark_height() -> int:
    """Return how high a mark or a pill is, in pixels."""
    return current_theme().e(_PILL_HEIGHT)


def _paint_icon(painter: QPainter, middle: QPointF, icon: str, token: Token, ratio: float) -> None:
    theme = current_theme()
    half = theme.e(_ICON) / 2
    painter.drawPixmap(middle - QPointF(half, half), theme.pixmap(icon, token, _ICON, ratio))


def _short_count(count: int) -> str:
    return str(count) if count < 100 else "99+"  # noqa: PLR2004 - two digits have room
