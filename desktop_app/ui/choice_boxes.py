"""Check boxes and radio buttons that wrap their text and paint their own mark, so no picture file is needed."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from desktop_app.ui.keyboard_focus import RING, KeyboardFocus
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_MARK, _GAP, _LEAST_HEIGHT = 20, 8, 28
_EDGE = RING + 1
"""Room for the ring around the mark, in pixels."""

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextShowMnemonic
_CHECK_MARK = ((0.25, 0.52), (0.42, 0.69), (0.76, 0.33))
"""The corners of the check mark, as parts of the box."""


class CheckBox(KeyboardFocus, QCheckBox):
    """Yes or no to the text beside it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        _let_wrap(self)

    def sizeHint(self) -> QSize:
        """Room for the text on one line."""
        return _one_line(self)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        return _least(self)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return _wrapped_height(self, width)

    def hitButton(self, position: QPoint) -> bool:
        """The text is pressed as the box is."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, text and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _mark_box(self)
        theme = current_theme()
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_mark_colour(self))
            painter.drawRoundedRect(box, 2, 2)
            stroke = QPen(theme.colour(Token.ON_ACCENT), box.width() / 9)
            stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(stroke)
            painter.drawPolyline(
                QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _CHECK_MARK])
            )
        else:
            painter.setPen(QPen(theme.colour(Token.BORDER), box.width() / 14))
            painter.setBrush(theme.colour(Token.BASE))
            painter.drawRoundedRect(box, 2, 2)
        _paint_text(self, painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.paint_ring(painter, _ring_box(self))


class RadioButton(KeyboardFocus, QRadioButton):
    """One of several; those with the same parent rule each other out."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        _let_wrap(self)

    def sizeHint(self) -> QSize:
        """Room for the text on one line."""
        return _one_line(self)

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        return _least(self)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        return _wrapped_height(self, width)

    def hitButton(self, position: QPoint) -> bool:
        """The text is pressed as the circle is."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle, text and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = _mark_box(self)
        theme = current_theme()
        edge = _mark_colour(self) if self.isChecked() else theme.colour(Token.BORDER)
        painter.setPen(QPen(edge, circle.width() / (10 if self.isChecked() else 14)))
        painter.setBrush(theme.colour(Token.BASE))
        painter.drawEllipse(circle)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.drawEllipse(circle.center(), circle.width() / 4, circle.width() / 4)
        _paint_text(self, painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.paint_ring(painter, _ring_box(self))


def _let_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    current_theme().changed.connect(button.updateGeometry)


def _before_text() -> int:
    theme = current_theme()
    return _EDGE + theme.e(_MARK) + theme.e(_GAP)


def _text_rect(metrics: QFontMetrics, width: int, text: str) -> QRect:
    return metrics.boundingRect(QRect(0, 0, max(1, width), 1 << 16), _FLAGS, text)


def _one_line(button: QAbstractButton) -> QSize:
    theme = current_theme()
    metrics = button.fontMetrics()
    width = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    height = max(theme.e(_LEAST_HEIGHT), metrics.height() + theme.e(_GAP))
    return QSize(_before_text() + width + 1, height)


def _least(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    longest = max((metrics.horizontalAdvance(word) for word in button.text().split()), default=0)
    return QSize(_before_text() + longest + 1, _one_line(button).height())


def _wrapped_height(button: QAbstractButton, width: int) -> int:
    theme = current_theme()
    text = _text_rect(button.fontMetrics(), width - _before_text(), button.text())
    return max(theme.e(_LEAST_HEIGHT), text.height() + theme.e(_GAP))


def _mark_box(button: QAbstractButton) -> QRectF:
    theme = current_theme()
    side = theme.e(_MARK)
    top = max(_EDGE, (_one_line(button).height() - side) // 2)
    return QRectF(_EDGE, top, side, side).adjusted(0.5, 0.5, -0.5, -0.5)


def _ring_box(button: QAbstractButton) -> QRect:
    return _mark_box(button).toAlignedRect().adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)


def _mark_colour(button: QAbstractButton) -> QColor:
    return current_theme().colour(Token.ACCENT if button.isEnabled() else Token.MUTED)


def _paint_text(button: QAbstractButton, painter: QPainter) -> None:
    theme = current_theme()
    top = (_one_line(button).height() - button.fontMetrics().height()) // 2
    room = button.rect().adjusted(_before_text(), top, 0, 0)
    painter.setPen(theme.colour(Token.TEXT if button.isEnabled() else Token.MUTED))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawText(room, _FLAGS | Qt.AlignmentFlag.AlignTop, button.text())
