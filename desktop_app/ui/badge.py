"""The badge: a status said by word, icon shape and colour. Lists paint it, pages hold it; both by the same drawing."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme

_HEIGHT, _RADIUS = 26, 3
_ICON, _BEFORE_ICON, _AFTER_ICON, _AFTER_WORD = 16, 8, 6, 10
_POINTS, _WEIGHT = 10, 500


def badge_size(text: str) -> QSize:
    """Return the room a badge takes, hugging its word."""
    theme = current_theme()
    around = theme.e(_BEFORE_ICON) + theme.e(_ICON) + theme.e(_AFTER_ICON) + theme.e(_AFTER_WORD)
    return QSize(
        around + QFontMetrics(theme.font(_POINTS, _WEIGHT)).horizontalAdvance(text),
        theme.e(_HEIGHT),
    )


def paint_badge(
    painter: QPainter, at: QPointF, status: Status, text: str, room: int | None = None, icon: str = ""
) -> None:
    """Draw a badge whose left side has its middle `at` a point, no wider than `room` pixels."""
    theme = current_theme()
    size = badge_size(text)
    width = size.width() if room is None else min(size.width(), room)
    box = QRectF(at.x(), at.y() - size.height() / 2, width, size.height())
    font = theme.font(_POINTS, _WEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour(status.fill))
    painter.setPen(QPen(theme.colour(status.mark), 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.e(_RADIUS), theme.e(_RADIUS))
    icon_left = round(at.x()) + theme.e(_BEFORE_ICON)
    icon_top = round(at.y() - theme.e(_ICON) / 2)
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(icon_left, icon_top, theme.pixmap(icon or status.icon, status.mark, _ICON, ratio))
    box.setLeft(icon_left + theme.e(_ICON) + theme.e(_AFTER_ICON))
    if width < size.width():
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) - theme.e(_AFTER_ICON))
    painter.setFont(font)
    painter.setPen(theme.colour(status.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Badge(QLabel):
    """A badge on a page; a screen reader hears its word. What is no status of a deadline has an `icon` of its own."""

    def __init__(self, status: Status, text: str, icon: str = "") -> None:
        super().__init__(text)
        self._status, self._icon = status, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)

    @property
    def status(self) -> Status:
        """What the badge says."""
        return self._status

    def show_status(self, status: Status, text: str) -> None:
        """Say something else."""
        self._status = status
        self.setText(text)
        self.update()

    def sizeHint(self) -> QSize:
        """The size that hugs the word."""
        return badge_size(self.text())

    def minimumSizeHint(self) -> QSize:
        """A badge never hides part of its word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the badge."""
        paint_badge(QPainter(self), QPointF(0, self.height() / 2), self._status, self.text(), icon=self._icon)
