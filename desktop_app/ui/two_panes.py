"""A list and, beside it, the row one is at in detail; where there is room for one only, the detail covers the list."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.ui.layouts import Column, Row
from desktop_app.ui.qt_application import current_theme

_SCROLL_BAR = 24
_ANY_WIDTH = (1 << 24) - 1
"""Qt's own largest width of a widget."""


class TwoPanes(QWidget):
    """`side` is closed at first. Beside `main` it is `side_width` steps wide, as long as `main` keeps `least_main`.

    `head` stands over both and, with `main`, gives way to a side that covers them. A side that `stays_beside` is open
    wherever there is room for both. `side_toggled` tells whether the side is open, `close_wanted` that Esc was pressed
    while it was, `cover_changed` whether an open side takes the place of the rest.
    """

    side_toggled = Signal(bool)
    close_wanted = Signal()
    cover_changed = Signal(bool)

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        head: QWidget | None = None,
        side_width: float = 432,
        least_main: float = 400,
        stays_beside: bool = False,
    ) -> None:
        super().__init__()
        self._main, self._side, self._head = main, side, head
        self._side_width, self._least_main = side_width, least_main
        self._is_open, self._stays_beside = False, stays_beside
        self._covered: bool | None = None
        self._tell_cover = QTimer(self)
        self._tell_cover.setSingleShot(True)
        self._tell_cover.setInterval(0)
        self._tell_cover.timeout.connect(self._say_cover)
        row = Row(spacing=0)
        row.add(main, stretch=1)
        row.add(side)
        whole = Column(*([head] if head is not None else []))
        whole.add(row, stretch=1)
        self.setLayout(whole)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.close_wanted)
        current_theme().changed.connect(self._arrange)
        self._arrange()

    def is_open(self) -> bool:
        """Whether the side shows."""
        return self._is_open or (self._stays_beside and not self.covers())

    def covers(self) -> bool:
        """Whether an open side takes the place of the rest."""
        theme = current_theme()
        least = theme.e(self._side_width) + theme.e(self._least_main)
        if self._stays_beside and self._covered:
            # A scroll bar around both may come and go with the side: it must not make the side come and go in turn.
            least += theme.e(_SCROLL_BAR)
        return self.width() < least

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the side."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._escape.setEnabled(is_open)
            self._arrange()
            self.side_toggled.emit(is_open)

    def minimumSizeHint(self) -> QSize:
        """Room for the wider of the two: when there is no more, only one shows."""
        main, side = self._main.minimumSizeHint(), self._side.minimumSizeHint()
        if self._is_open and self.covers():
            return side
        if self._head is None:
            return main
        head = self._head.minimumSizeHint()
        height = max(head.height(), self._head.heightForWidth(self.width()))  # the narrower, the higher
        return QSize(max(main.width(), head.width()), main.height() + height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side beside the list, or over it."""
        super().resizeEvent(event)
        self._arrange()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _say_cover(self) -> None:
        self.cover_changed.emit(self.covers())

    def _arrange(self) -> None:
        if self._covered is not self.covers():
            self._covered = self.covers()
            self._tell_cover.start()  # who hears it may change what is just being laid out
        covers = self._is_open and self.covers()
        self._main.setVisible(not covers)
        if self._head is not None:
            self._head.setVisible(not covers)
        self._side.setVisible(self.is_open())
        if covers:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY_WIDTH)
        else:
            self._side.setFixedWidth(current_theme().e(self._side_width))
