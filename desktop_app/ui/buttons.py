"""Buttons and links: one filled button on a screen, one with an accent edge, the rest plain; links are buttons too."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop_app.ui.keyboard_focus import KeyboardFocus, is_enter
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

ICON = 18
"""The size of an icon beside a word, in steps."""

_ICON_GAP = 3
"""Beside the few pixels Qt leaves by itself."""
_TRAILING_MARGIN = 14
_QUIET_TRAILING_MARGIN = 8


class ButtonKind(StrEnum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECOND = "second"
    PLAIN = "plain"
    QUIET = "quiet"
    FILTER = "filter"
    SEGMENT = "segment"
    LINK = "link"
    DISCLOSURE = "disclosure"


_CHECKABLE = (ButtonKind.FILTER, ButtonKind.SEGMENT)
_ICON_TOKENS = {
    ButtonKind.PRIMARY: Token.ON_ACCENT,
    ButtonKind.SECOND: Token.LINK,
    ButtonKind.LINK: Token.LINK,
}


class Button(KeyboardFocus, QPushButton):
    """A button that Enter presses as Space does. `icon` stands before the word, `trailing_icon` at the far end.

    Raises:
        FileNotFoundError: no such icon is bundled.
    """

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        *,
        icon: str = "",
        icon_token: Token | None = None,
        trailing_icon: str = "",
    ) -> None:
        super().__init__(text)
        self._kind = kind
        self._icon_name = icon
        self._icon_token = icon_token or _ICON_TOKENS.get(kind, Token.TEXT)
        self._trailing_icon = trailing_icon
        self.setProperty("kind", kind.value)
        self.setProperty("trailing", bool(trailing_icon))
        self.setCheckable(kind in _CHECKABLE)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    @property
    def kind(self) -> ButtonKind:
        """What the button was made as."""
        return self._kind

    def fill_width(self) -> None:
        """Grow to the width of the place the button stands in."""
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, token: Token | None = None) -> None:
        """Show another icon.

        Raises:
            FileNotFoundError: no such icon is bundled.
        """
        self._icon_name = icon
        self._icon_token = token or self._icon_token
        self._apply_theme()

    def set_trailing_icon(self, icon: str) -> None:
        """Show another icon at the far end of a button that has one there."""
        self._trailing_icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word in its heaviest weight, so that choosing moves nothing."""
        hint = super().sizeHint()
        if not self.isCheckable():
            return hint
        heavy = QFont(self.font())
        heavy.setWeight(QFont.Weight.DemiBold)
        extra = QFontMetrics(heavy).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(0, extra), hint.height())

    def minimumSizeHint(self) -> QSize:
        """A button never hides part of its word."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its trailing icon and the ring."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self._trailing_icon:
            theme = current_theme()
            token = self._icon_token if self.isEnabled() else Token.MUTED
            margin = _QUIET_TRAILING_MARGIN if self._kind is ButtonKind.QUIET else _TRAILING_MARGIN
            x = self.width() - theme.e(margin + ICON)
            y = (self.height() - theme.e(ICON)) // 2
            painter.drawPixmap(x, y, theme.pixmap(self._trailing_icon, token, ICON, self.devicePixelRatioF()))
        self.paint_ring(painter, self.rect(), on_accent=self._kind is ButtonKind.PRIMARY)

    def _apply_theme(self) -> None:
        if not self._icon_name:
            return
        theme = current_theme()
        gap = _ICON_GAP if self.text() else 0
        self.setIcon(theme.icon(self._icon_name, self._icon_token, ICON, gap))
        self.setIconSize(QSize(theme.e(ICON) + theme.e(gap), theme.e(ICON)))


class Link(Button):
    """An underlined word that takes one somewhere."""

    def __init__(self, text: str, *, icon: str = "") -> None:
        super().__init__(text, ButtonKind.LINK, icon=icon)


class IconButton(Button):
    """A square button without a word on it; `name` is read aloud and shown as a tool tip.

    Raises:
        FileNotFoundError: no such icon is bundled.
    """

    def __init__(self, icon: str, name: str, kind: ButtonKind = ButtonKind.QUIET) -> None:
        super().__init__("", kind, icon=icon)
        self.setProperty("square", True)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say otherwise what the button does."""
        self.setAccessibleName(name)
        self.setToolTip(name)
