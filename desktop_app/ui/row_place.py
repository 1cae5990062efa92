"""The place of a row in a list that is edited: its number as a handle, and the bar of the row one is at."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.layouts import Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_BAR, _HANDLE = 4, 32


class RowHandle(KeyboardFocus, QAbstractButton):
    """The number of a row, where the keyboard can stop to move or remove it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("is_handle", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("Alt+Up and Alt+Down move the row, Delete removes it"))
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """A square for two figures."""
        side = current_theme().e(_HANDLE)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter and Space, which press nothing here, to the form around."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number and the ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setFont(theme.text_font(TextRole.STRONG))
        painter.setPen(theme.colour(Token.MUTED))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, self.rect())


class RowPlace(QWidget):
    """A row's content after its handle, over a line that parts it from the next."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._is_current = False
        self._content = content
        self._handle = RowHandle()
        row = Row(spacing=8, margins=(_BAR + 4, 12, 0, 13))
        row.add_aligned(self._handle, Qt.AlignmentFlag.AlignTop)
        row.add(content, stretch=1)
        self.setLayout(row)

    @property
    def content(self) -> QWidget:
        """What the row holds."""
        return self._content

    @property
    def handle(self) -> RowHandle:
        """Its number."""
        return self._handle

    def set_number(self, number: int, name: str) -> None:
        """Say which row it is."""
        self._handle.setText(str(number))
        self._handle.setAccessibleName(name)

    def set_current(self, *, is_current: bool) -> None:
        """Mark the row one is at, or not."""
        self._is_current = is_current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar and the line."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour(Token.DIVIDER))
        if self._is_current:
            painter.fillRect(QRect(0, 0, theme.e(_BAR), self.height() - 1), theme.colour(Token.ACCENT))
