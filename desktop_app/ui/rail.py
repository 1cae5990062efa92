"""The rail at the left: where one is, where one can go, and how much waits there."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QWidget

from desktop_app.translation import _
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import PRODUCT_NAME, current_theme
from desktop_app.ui.rail_button import RailButton, RailItem
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

__all__ = ["Rail", "RailItem"]

_WIDE, _COMPACT = 200, 92
_HEAD, _BELOW_HEAD, _PRODUCT_LEFT = 56, 4, 20


class Rail(QWidget):
    """One Tab stop; Up, Down, Home and End go from item to item, Enter presses it.

    `chosen` carries the key of the item pressed. `search_wanted` comes from an item shown where there is no top bar.
    """

    chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, places: Sequence[RailItem], acts: Sequence[RailItem]) -> None:
        super().__init__()
        self.setAccessibleName(_("Places"))
        self._search = RailButton(RailItem("", _("Search"), "search"))
        self._search.hide()
        self._items = [RailButton(item) for item in (*places, *acts)]
        self._by_key = {button.key: button for button in self._items}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for button in (self._search, *self._items):
            self._group.addButton(button)
        self._group.buttonClicked.connect(self._tell)
        for number, button in enumerate(self._items[: len(places)], start=1):
            _give_shortcut(button, f"Ctrl+{number}")
        self._head = QWidget()
        self._head_row = Row(Label(PRODUCT_NAME, TextRole.PRODUCT))
        self._head.setLayout(self._head_row)
        column = Column(self._head, Gap(_BELOW_HEAD), self._search, margins=(0, 0, 0, 8))
        column.add(*self._items[: len(places)], STRETCH, *self._items[len(places) :])
        self._area = _LowRoom(column)
        self.setLayout(Column(self._area, margins=(0, 0, 1, 0)))
        self._tab_stop = self._items[0]
        self.shape(is_compact=False, has_head=True)
        current_theme().changed.connect(self._apply_theme)

    def shape(self, *, is_compact: bool, has_head: bool) -> None:
        """Be narrow or wide; on top the product's name or, where there is no top bar beside it, a way to search."""
        self._is_compact = is_compact
        self._head.setVisible(has_head)
        self._search.setVisible(not has_head)
        self._head_row.set_margins(0 if is_compact else (_PRODUCT_LEFT, 0, 8, 0))
        self._head_row.setAlignment(Qt.AlignmentFlag.AlignHCenter if is_compact else Qt.AlignmentFlag.AlignLeft)
        for button in (self._search, *self._items):
            button.set_compact(is_compact=is_compact)
        self._apply_theme()

    def show_place(self, key: str) -> None:
        """Mark where one is; a key of no item marks nothing."""
        for button in self._items:
            button.setChecked(button.key == key)
        self._let_tab_stop_at(self._by_key.get(key, self._items[0]))

    def set_count(self, key: str, count: int) -> None:
        """Show how much waits at a place.

        Raises:
            KeyError: there is no such item.
        """
        self._by_key[key].set_count(count)

    def take_focus(self) -> None:
        """Bring the keyboard to the item Tab would come to."""
        self._tab_stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self._tab_stop, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from item to item."""
        shown = [button for button in (self._search, *self._items) if not button.isHidden()]
        at = next((place for place, button in enumerate(shown) if button.hasFocus()), 0)
        place = {
            Qt.Key.Key_Up: max(0, at - 1),
            Qt.Key.Key_Down: min(len(shown) - 1, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(shown) - 1,
        }.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
            return
        self._let_tab_stop_at(shown[place])
        shown[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(shown[place], 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface and the divider at its right."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Token.WINDOW))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour(Token.DIVIDER))

    def _let_tab_stop_at(self, stop: RailButton) -> None:
        self._tab_stop = stop
        for button in (self._search, *self._items):
            is_stop = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _tell(self, button: QAbstractButton) -> None:
        if button is self._search:
            self.search_wanted.emit()
        elif isinstance(button, RailButton):
            self.chosen.emit(button.key)

    def _apply_theme(self) -> None:
        theme = current_theme()
        words = max(button.sizeHint().width() for button in self._items) + 1  # the divider
        self.setFixedWidth(max(theme.e(_COMPACT), words) if self._is_compact else theme.e(_WIDE))
        self._head.setFixedHeight(theme.e(_HEAD))


class _LowRoom(ScrollArea):
    """Where the window is too low for all items they scroll, without a bar: their words have all of the width."""

    def __init__(self, items: QLayout) -> None:
        super().__init__(items)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the rail."""
        event.ignore()


def _give_shortcut(button: RailButton, keys: str) -> None:
    QShortcut(QKeySequence(keys), button).activated.connect(button.click)
    button.setToolTip(f"{button.text()} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
