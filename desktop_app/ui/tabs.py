"""Tabs of a case. What there is no room for goes to a menu, `More (n)`; the tab one is on always shows."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QWidget

from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.layouts import Row
from desktop_app.ui.qt_application import current_theme

_AFTER_TAB, _ABOVE_AND_BELOW, _UNDERLINE = 24, 16, 3


class _Strip(KeyboardFocus, QTabBar):
    """The tabs themselves; the arrow keys go from one to the next."""

    def __init__(self) -> None:
        super().__init__()
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the word in the weight it has when chosen."""
        theme = current_theme()
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(heavy)
        width = metrics.horizontalAdvance(self.tabText(index)) + theme.e(_AFTER_TAB)
        return QSize(width, metrics.height() + theme.e(_ABOVE_AND_BELOW) + theme.e(_UNDERLINE))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """A tab never hides part of its word."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Room for the tab one is on."""
        return self.tabSizeHint(max(0, self.currentIndex()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs, and the ring around the one the keyboard is at."""
        super().paintEvent(event)
        theme = current_theme()
        around = self.tabRect(self.currentIndex())
        around.setRight(around.right() - theme.e(_AFTER_TAB) + theme.e(_ABOVE_AND_BELOW / 4))
        around.setBottom(around.bottom() - theme.e(_UNDERLINE))
        self.paint_ring(QPainter(self), around)


class Tabs(QWidget):
    """A row of tabs, each a pair of key and word. `chosen` carries the key of the tab one has gone to."""

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = [key for key, _word in tabs]
        self._strip = _Strip()
        self._strip.setAccessibleName(name)
        self.setFocusProxy(self._strip)
        for _key, word in tabs:
            self._strip.addTab(word)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose_from_menu)
        self._more = Button("", ButtonKind.QUIET, trailing_icon="chevron-down")
        self._more.clicked.connect(self._open_menu)
        self._more.hide()
        self.setLayout(Row(self._strip, self._more, spacing=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._strip.currentChanged.connect(self._tell)
        current_theme().changed.connect(self._fit)
        self._fit()

    def key(self) -> str:
        """Return the key of the tab one is on."""
        return self._keys[self._strip.currentIndex()]

    def choose(self, key: str) -> None:
        """Go to a tab.

        Raises:
            ValueError: there is no such tab.
        """
        self._strip.setCurrentIndex(self._keys.index(key))

    def hidden_keys(self) -> list[str]:
        """Return the keys of the tabs that are in the menu now."""
        return [key for index, key in enumerate(self._keys) if not self._strip.isTabVisible(index)]

    def set_word(self, key: str, word: str) -> None:
        """Call a tab something else, as when its count changes.

        Raises:
            ValueError: there is no such tab.
        """
        self._strip.setTabText(self._keys.index(key), word)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for the tab one is on and the menu's button."""
        strip, more = self._strip.minimumSizeHint(), self._more.sizeHint()
        return QSize(strip.width() + more.width(), max(strip.height(), more.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many tabs as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        widths = [self._strip.tabSizeHint(index).width() for index in range(len(self._keys))]
        shown = set(range(len(widths)))
        if sum(widths) - current_theme().e(_AFTER_TAB) > self.width():
            self._more.setText(_("More ({n})").format(n=len(widths) - 1))
            shown = _fitting(widths, self._strip.currentIndex(), self.width() - self._more.sizeHint().width())
            self._more.setText(_("More ({n})").format(n=len(widths) - len(shown)))
        for index in range(len(widths)):
            # Told what is so already, Qt forgets that another tab has just appeared, and gives that one no room.
            if self._strip.isTabVisible(index) != (index in shown):
                self._strip.setTabVisible(index, index in shown)
        self._more.setVisible(len(shown) < len(widths))

    def _open_menu(self) -> None:
        self._menu.clear()
        for index, key in enumerate(self._keys):
            if not self._strip.isTabVisible(index):
                self._menu.addAction(self._strip.tabText(index)).setData(key)
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _choose_from_menu(self, action: QAction) -> None:
        self.choose(action.data())
        self._fit()

    def _tell(self, _index: int) -> None:
        self._fit()
        self.chosen.emit(self.key())


def _fitting(widths: Sequence[int], current: int, room: int) -> set[int]:
    """Return the tabs that fit, from the first on, the current one among them whatever it takes."""
    shown = {current}
    left = room - widths[current]
    for index, width in enumerate(widths):
        if index == current:
            continue
        left -= width
        if left < 0:
            break
        shown.add(index)
    return shown
