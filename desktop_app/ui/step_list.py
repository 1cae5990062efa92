"""The steps of a guide one under the other: those done, the one shown, those to come."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.translation import _
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_ROW, _CIRCLE, _GAP, _CHECK = 44, 24, 12, 16


class StepList(QWidget):
    """Painted; a screen reader hears where one is. There is nothing to press: one goes on and back."""

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = tuple(titles)
        self._number = 1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)
        self.show_step(1)

    def show_step(self, number: int) -> None:
        """Mark the step that is shown; those before it are done."""
        self._number = number
        self.setAccessibleName(
            _("Step {number} of {count}: {title}").format(
                number=number, count=len(self._titles), title=self._titles[number - 1]
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the widest title and every row."""
        theme = current_theme()
        metrics = QFontMetrics(theme.text_font(TextRole.LABEL))
        widest = max(metrics.horizontalAdvance(title) for title in self._titles)
        return QSize(theme.e(_CIRCLE + _GAP) + widest, theme.e(_ROW) * len(self._titles))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circles and the titles."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, side = theme.e(_ROW), theme.e(_CIRCLE)
        for place, title in enumerate(self._titles, start=1):
            top = (place - 1) * row
            circle = QRectF(0, top + (row - side) / 2, side, side).adjusted(1, 1, -1, -1)
            self._paint_circle(painter, circle, place)
            role = TextRole.LABEL if place == self._number else TextRole.BODY
            painter.setFont(theme.text_font(role))
            painter.setPen(theme.colour(Token.TEXT if place <= self._number else Token.MUTED))
            left = side + theme.e(_GAP)
            painter.drawText(
                QRectF(left, top, self.width() - left, row),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                title,
            )

    def _paint_circle(self, painter: QPainter, circle: QRectF, place: int) -> None:
        theme = current_theme()
        is_done, is_here = place < self._number, place == self._number
        painter.setBrush(theme.colour(Token.ACCENT) if is_here else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(Token.ACCENT if is_done or is_here else Token.BORDER), 1.5))
        painter.drawEllipse(circle)
        if is_done:
            side = theme.e(_CHECK)
            check = theme.pixmap("check", Token.ACCENT, _CHECK, self.devicePixelRatioF())
            corner = circle.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(corner.toPoint(), check)
            return
        painter.setFont(theme.text_font(TextRole.SMALL_LABEL))
        painter.setPen(theme.colour(Token.ON_ACCENT if is_here else Token.MUTED))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(place))
