"""Where the window has less room than what stands in it needs, it scrolls: nothing is squeezed until it overlaps."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

_MOST_OF_WINDOW = 3
"""Notices take at most one part in so many of the window's height."""


class PageRoom(QScrollArea):
    """Pages of which one is shown, and given at least the room it needs at the width there is."""

    def __init__(self) -> None:
        super().__init__()
        self._pages = QStackedWidget()
        self._held = QWidget()
        self._least = _Least(self._pages, self._pages.currentWidget)
        self._held.setLayout(self._least)
        _dress(self, self._held)
        self._pages.currentChanged.connect(self._least.invalidate)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def add_page(self, page: QWidget) -> None:
        """Take in a page."""
        self._pages.addWidget(page)

    def remove_page(self, page: QWidget) -> None:
        """Give up a page."""
        self._pages.removeWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page from its top."""
        if page is not self._pages.currentWidget():
            self.verticalScrollBar().setValue(0)
        self._pages.setCurrentWidget(page)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        scrolls = self._held.height() > self.viewport().height()
        if scrolls and now is not None and self._held.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 0)


class NoticeRoom(QScrollArea):
    """As high as the notices in it, and never more than a third of the window: the rest of them scrolls."""

    def __init__(self, notices: QLayout) -> None:
        super().__init__()
        self._held = QWidget()
        self._held.setLayout(notices)
        _dress(self, self._held)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height the notices have, as far as they may."""
        return min(self._held.heightForWidth(width), self.window().height() // _MOST_OF_WINDOW)

    def minimumSizeHint(self) -> QSize:
        """Wants no width of its own."""
        return QSize(0, 0)

    def sizeHint(self) -> QSize:
        """The height at the width there is."""
        return QSize(self._held.sizeHint().width(), max(0, self.heightForWidth(self.width())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height when the notices do."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self._let_scroll()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll only where the notices are higher than they may be."""
        self._let_scroll()
        super().resizeEvent(event)

    def _let_scroll(self) -> None:
        # Left to itself, a bar that was needed for a moment makes the text so narrow that it goes on being needed.
        policies, width = Qt.ScrollBarPolicy, self.width()
        is_higher = self._held.heightForWidth(width) > self.heightForWidth(width)
        self.setVerticalScrollBarPolicy(policies.ScrollBarAsNeeded if is_higher else policies.ScrollBarAlwaysOff)


class _Least(QLayout):
    """One widget, and what says what needs the room."""

    def __init__(self, widget: QWidget, needs: Callable[[], QWidget | None]) -> None:
        super().__init__()
        self._needs = needs
        self._item: QLayoutItem | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._item = item

    def count(self) -> int:
        return 1 if self._item else 0

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._item if index == 0 else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        item, self._item = self.itemAt(index), None
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = self._needs()
        if shown is None:
            return 0
        layout = shown.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalMinimumHeightForWidth(width)
        return shown.minimumSizeHint().height()

    def sizeHint(self) -> QSize:
        return self._item.sizeHint() if self._item else QSize()

    def minimumSize(self) -> QSize:
        shown = self._needs()
        return QSize(shown.minimumSizeHint().width() if shown else 0, 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        if self._item:
            self._item.setGeometry(rect)


def _dress(area: QScrollArea, held: QWidget) -> None:
    area.setWidget(held)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
