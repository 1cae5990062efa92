"""A link as long as a sentence: it wraps, where a `Link` of a few words does not."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.ui.keyboard_focus import KeyboardFocus, is_enter
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

LINK_SIDE = 3
"""Room for the ring beside the text, in steps: what stands over a link begins so much further in."""

_OVER = 3
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class WrappingLink(KeyboardFocus, QAbstractButton):
    """An underlined sentence, pressed by Enter, Space or a click."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the sentence on one line."""
        theme = current_theme()
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + 2 * theme.e(LINK_SIDE) + 1, self.fontMetrics().height() + 2 * theme.e(_OVER))

    def minimumSizeHint(self) -> QSize:
        """Room for the longest word."""
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + 2 * current_theme().e(LINK_SIDE) + 1, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped sentence."""
        theme = current_theme()
        room = QRect(0, 0, max(1, width - 2 * theme.e(LINK_SIDE)), 1 << 16)
        return self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height() + 2 * theme.e(_OVER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sentence and the ring."""
        theme = current_theme()
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(theme.colour(Token.ACCENT_HOVER if self.underMouse() else Token.LINK))
        side, over = theme.e(LINK_SIDE), theme.e(_OVER)
        painter.drawText(self.rect().adjusted(side, over, -side, 0), _FLAGS, self.text())
        self.paint_ring(painter, self.rect())
