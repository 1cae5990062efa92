"""One item of the rail, painted at three sizes."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_ITEM, _COMPACT_ITEM, _ITEM_WITH_ICON, _LEAST_ITEM = 40, 48, 38, 24
_BAR, _ICON, _ICON_LEFT, _WORD_LEFT, _COUNT_RIGHT = 4, 20, 20, 52, 20
_COMPACT_POINTS, _COUNT_POINTS, _WORD_POINTS = 8.75, 9.75, 10.5


@dataclass(frozen=True, slots=True)
class RailItem:
    """A place to go, or an act such as locking."""

    key: str
    word: str
    icon: str


class RailButton(KeyboardFocus, QAbstractButton):
    """One item, painted: icon beside the word, over it when the rail is compact, or the word alone when it is low."""

    def __init__(self, item: RailItem) -> None:
        super().__init__()
        self._item = item
        self._is_compact = False
        self._count = 0
        self.setText(item.word)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
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
