"""The bar over the page: the way to search and to go anywhere, and who is at work."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus, is_enter
from desktop_app.ui.labels import ElidedLabel, IconLabel
from desktop_app.ui.layouts import STRETCH, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Panel
from desktop_app.ui.text_roles import TextRole

SEARCH_KEYS = "Ctrl+K"

_HEIGHT, _FIELD_HEIGHT, _FIELD_WIDTH, _LEAST_FIELD = 56, 36, 440, 160
_ICON, _ICON_LEFT, _TEXT_LEFT, _KEYS_RIGHT, _RADIUS = 18, 10, 36, 12, 3
_KEYS_POINTS = 9.5
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SearchButton(KeyboardFocus, QAbstractButton):
    """Looks like a field, and opens one."""

    def __init__(self) -> None:
        super().__init__()
        self.setText(_("Search or go to …"))
        self.setAccessibleName(_("Search or go to, {keys}").format(keys=SEARCH_KEYS))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The width it has where there is room."""
        theme = current_theme()
        return QSize(theme.e(_FIELD_WIDTH), theme.e(_FIELD_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The icon and a word or two."""
        theme = current_theme()
        return QSize(theme.e(_LEAST_FIELD), theme.e(_FIELD_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, its words, the keys, and the ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Token.BORDER), 1))
        painter.setBrush(theme.colour(Token.HOVER if self.underMouse() else Token.BASE))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.e(_RADIUS), theme.e(_RADIUS))
        icon = theme.pixmap("search", Token.MUTED, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(theme.e(_ICON_LEFT), (self.height() - theme.e(_ICON)) // 2, icon)
        painter.setPen(theme.colour(Token.MUTED))
        room = self.rect().adjusted(theme.e(_TEXT_LEFT), 0, -theme.e(_KEYS_RIGHT), 0)
        keys_font = theme.font(_KEYS_POINTS)
        keys_width = QFontMetrics(keys_font).horizontalAdvance(SEARCH_KEYS)
        painter.setFont(keys_font)
        painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignRight, SEARCH_KEYS)
        room.setRight(room.right() - keys_width - theme.e(_KEYS_RIGHT))
        painter.setFont(theme.font())
        shown = QFontMetrics(theme.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _MIDDLE | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.paint_ring(painter, self.rect())


class TopBar(Panel):
    """`search_wanted` tells that one wants to search."""

    search_wanted = Signal()

    def __init__(self) -> None:
        self._field = SearchButton()
        self._user = ElidedLabel("", TextRole.SMALL, tone=Token.MUTED)
        self._person = IconLabel("person", Token.MUTED)
        row = Row(margins=(24, 0, 24, 0), spacing=12)
        row.add(self._field, stretch=3)
        row.add(STRETCH, self._person, self._user)
        super().__init__(row, edges=Qt.Edge.BottomEdge)
        self._field.clicked.connect(self.search_wanted)
        current_theme().changed.connect(self._size)
        self._size()
        self.set_user("")

    @property
    def field(self) -> SearchButton:
        """Where the keyboard can stop."""
        return self._field

    def set_user(self, name: str) -> None:
        """Show who is at work, or nobody."""
        self._user.setText(name)
        self._user.setVisible(bool(name))
        self._person.setVisible(bool(name))

    def _size(self) -> None:
        theme = current_theme()
        self.setFixedHeight(theme.e(_HEIGHT))
        self._field.setMaximumWidth(theme.e(_FIELD_WIDTH))
