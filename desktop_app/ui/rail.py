"""The rail at the left: where one is, where one can go, and how much waits there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import PRODUCT_NAME, current_theme
from desktop_app.ui.text_roles import TextRole

_WIDE, _COMPACT = 200, 92
_HEAD, _BELOW_HEAD = 56, 4
_ITEM, _COMPACT_ITEM, _ITEM_WITH_ICON, _LEAST_ITEM = 40, 48, 38, 24
_BAR, _ICON, _ICON_LEFT, _WORD_LEFT, _COUNT_RIGHT = 4, 20, 20, 52, 20
_COMPACT_POINTS, _COUNT_POINTS, _WORD_POINTS = 8.75, 9.75, 10.5


@dataclass(frozen=True, slots=True)
class RailItem:
    """A place to go, or an act such as locking."""

    key: str
    word: str
    icon: str


class _RailButton(KeyboardFocus, QAbstractButton):
    """One item, painted: icon beside the word, over it when the rail is compact, or the word alone when it is low."""

    def __init__(self, item: RailItem) -> None:
        super().__init__()
        self._item = item
        self._is_compact = False
        self._count = 0
        self.setText(item.word)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_count(0)

    @property
    def key(self) -> str:
        """What the item is for."""
        return self._item.key

    def set_count(self, count: int) -> None:
        """Show how much waits there; nothing for none."""
        self._count = count
        named = _("{place}, {n} waiting").format(place=self._item.word, n=count) if count else self._item.word
        self.setAccessibleName(named)
        self.update()

    def set_compact(self, *, is_compact: bool) -> None:
        """Put the icon over the word, or beside it."""
        self._is_compact = is_compact
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too; leave the arrow keys to the rail."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_Home | Qt.Key.Key_End:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """Stay as the rail says: a press asks to go somewhere, it does not go there."""

    def sizeHint(self) -> QSize:
        """Room for the word at its heaviest, and the height an item has when there is room for all."""
        theme = current_theme()
        word = QFontMetrics(theme.font(_COMPACT_POINTS if self._is_compact else _WORD_POINTS, 600))
        beside = 0 if self._is_compact else theme.e(_WORD_LEFT) + theme.e(_COUNT_RIGHT)
        return QSize(word.horizontalAdvance(self._item.word) + beside, theme.e(self._height()))

    def minimumSizeHint(self) -> QSize:
        """The word alone."""
        return QSize(0, current_theme().e(_LEAST_ITEM))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface, icon, word, count and ring."""
        theme = current_theme()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.colour(Token.SELECTED))
            painter.fillRect(QRect(0, 0, theme.e(_BAR), self.height()), theme.colour(Token.ACCENT))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.colour(Token.HOVER))
        if self._is_compact:
            self._paint_compact(painter)
        else:
            self._paint_wide(painter)
        self.paint_ring(painter, self.rect())

    def _paint_wide(self, painter: QPainter) -> None:
        theme = current_theme()
        self._paint_icon(painter, theme.e(_ICON_LEFT), (self.height() - theme.e(_ICON)) // 2)
        room = self.rect().adjusted(theme.e(_WORD_LEFT), 0, -theme.e(_COUNT_RIGHT), 0)
        if self._count:
            count = str(self._count)
            font = self._font(_COUNT_POINTS)
            painter.setFont(font)
            painter.setPen(theme.colour(self._token(Token.MUTED)))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
            room.setRight(room.right() - QFontMetrics(font).horizontalAdvance(count) - theme.e(_BAR))
        self._paint_word(painter, room, _WORD_POINTS, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def _paint_compact(self, painter: QPainter) -> None:
        theme = current_theme()
        room = self.rect()
        middle = room.center().x()
        if self.height() >= theme.e(_ITEM_WITH_ICON):
            word = QFontMetrics(self._font(_COMPACT_POINTS)).height()
            top = max(0, (self.height() - theme.e(_ICON) - word) // 2)
            self._paint_icon(painter, middle - theme.e(_ICON) // 2, top)
            if self._count:
                beside = QRect(middle + theme.e(_ICON) // 2 + theme.e(_BAR), top, self.width(), theme.e(_ICON))
                painter.setFont(self._font(_COMPACT_POINTS))
                painter.setPen(theme.colour(self._token(Token.TEXT)))
                painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(self._count))
            room = QRect(0, top + theme.e(_ICON), self.width(), word)
        self._paint_word(painter, room, _COMPACT_POINTS, Qt.AlignmentFlag.AlignCenter)

    def _paint_word(self, painter: QPainter, room: QRect, points: float, alignment: Qt.AlignmentFlag) -> None:
        font = self._font(points)
        painter.setFont(font)
        painter.setPen(current_theme().colour(self._token(Token.TEXT)))
        shown = QFontMetrics(font).elidedText(self._item.word, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, alignment, shown)

    def _paint_icon(self, painter: QPainter, x: int, y: int) -> None:
        pixmap = current_theme().pixmap(self._item.icon, self._token(Token.TEXT), _ICON, self.devicePixelRatioF())
        painter.drawPixmap(x, y, pixmap)

    def _font(self, points: float) -> QFont:
        return current_theme().font(points, 600 if self.isChecked() else 400)

    def _token(self, token: Token) -> Token:
        return Token.SELECTED_TEXT if self.isChecked() else token

    def _height(self) -> int:
        return _COMPACT_ITEM if self._is_compact else _ITEM


class Rail(QWidget):
    """One Tab stop; Up, Down, Home and End go from item to item, Enter presses it.

    `chosen` carries the key of the item pressed. `search_wanted` comes from an item shown where there is no top bar.
    """

    chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, places: Sequence[RailItem], acts: Sequence[RailItem]) -> None:
        super().__init__()
        self.setAccessibleName(_("Places"))
        self._search = _RailButton(RailItem("", _("Search"), "search"))
        self._search.hide()
        self._items = [_RailButton(item) for item in (*places, *acts)]
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
        column = Column(self._head, Gap(_BELOW_HEAD), self._search, margins=(0, 0, 1, 8))
        column.add(*self._items[: len(places)], STRETCH, *self._items[len(places) :])
        self.setLayout(column)
        self._tab_stop = self._items[0]
        self.shape(is_compact=False, has_head=True)
        current_theme().changed.connect(self._apply_theme)

    def shape(self, *, is_compact: bool, has_head: bool) -> None:
        """Be narrow or wide; on top the product's name or, where there is no top bar beside it, a way to search."""
        self._is_compact = is_compact
        self._head.setVisible(has_head)
        self._search.setVisible(not has_head)
        self._head_row.set_margins(0 if is_compact else (_ICON_LEFT, 0, 8, 0))
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface and the divider at its right."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Token.WINDOW))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), theme.colour(Token.DIVIDER))

    def _let_tab_stop_at(self, stop: _RailButton) -> None:
        self._tab_stop = stop
        for button in (self._search, *self._items):
            is_stop = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _tell(self, button: QAbstractButton) -> None:
        if button is self._search:
            self.search_wanted.emit()
        elif isinstance(button, _RailButton):
            self.chosen.emit(button.key)

    def _apply_theme(self) -> None:
        theme = current_theme()
        self.setFixedWidth(theme.e(_COMPACT if self._is_compact else _WIDE))
        self._head.setFixedHeight(theme.e(_HEAD))


def _give_shortcut(button: _RailButton, keys: str) -> None:
    QShortcut(QKeySequence(keys), button).activated.connect(button.click)
    button.setToolTip(f"{button.text()} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})")
