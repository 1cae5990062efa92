"""The theme in use: colours, text size, icons and the measure, put on the application and followed by every part."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.ui.fonts import BODY_POINTS, TEXT_SCALES, interface_font, nearest_text_scale
from desktop_app.ui.icons import ButtonColours, IconDrawer
from desktop_app.ui.measure import Measure
from desktop_app.ui.palette import DARK, LIGHT, Palette, SystemColours, Token, high_contrast
from desktop_app.ui.style_sheet import style_sheet
from desktop_app.ui.text_roles import TEXT_STYLES, TextRole

_NORMAL_TEXT = 100
_LARGE_TEXT = 150

_ROLES = {
    QPalette.ColorRole.Window: Token.BASE,
    QPalette.ColorRole.Base: Token.BASE,
    QPalette.ColorRole.Button: Token.BASE,
    QPalette.ColorRole.Light: Token.BASE,
    QPalette.ColorRole.AlternateBase: Token.ALT,
    QPalette.ColorRole.Text: Token.TEXT,
    QPalette.ColorRole.WindowText: Token.TEXT,
    QPalette.ColorRole.ButtonText: Token.TEXT,
    QPalette.ColorRole.PlaceholderText: Token.MUTED,
    QPalette.ColorRole.Highlight: Token.SELECTED,
    QPalette.ColorRole.HighlightedText: Token.SELECTED_TEXT,
    QPalette.ColorRole.Link: Token.LINK,
    QPalette.ColorRole.LinkVisited: Token.LINK,
    QPalette.ColorRole.ToolTipBase: Token.BASE,
    QPalette.ColorRole.ToolTipText: Token.TEXT,
    QPalette.ColorRole.Accent: Token.ACCENT,
    QPalette.ColorRole.Mid: Token.BORDER,
}


class ColourChoice(StrEnum):
    """Which colours the person wants; a system in high contrast wins over all three."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Answers every question about looks. `changed` tells that all the answers may be new."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        choice: ColourChoice = ColourChoice.SYSTEM,
        text_percent: int = _NORMAL_TEXT,
        *,
        dresses_later: bool = False,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._text_scale = nearest_text_scale(text_percent)
        self._is_dressed = not dresses_later
        self._icons = IconDrawer()
        self._palette = LIGHT
        self._measure = Measure(1.0)
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow_system)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._tell_system()
        self._apply()

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    @property
    def colour_choice(self) -> ColourChoice:
        """What was chosen, which is not always what is shown."""
        return self._choice

    @property
    def text_scale(self) -> int:
        """The size of text in percent, one of `TEXT_SCALES`."""
        return self._text_scale

    @property
    def has_large_text(self) -> bool:
        """Whether rows, rail and heads change shape to make room for large text."""
        return self._text_scale >= _LARGE_TEXT

    def dress(self) -> None:
        """Put the style sheet on a theme that dresses later.

        Put on a window when all of it is there it takes a third of the time it takes piece by piece, as each part is
        joined to the next.
        """
        self._is_dressed = True
        self._put_style_sheet()

    def choose_colours(self, choice: ColourChoice) -> None:
        """Show light or dark colours from now on, or those of the system."""
        if choice is self._choice:
            return
        self._choice = choice
        if choice is ColourChoice.SYSTEM:
            self._hints.unsetColorScheme()
        else:
            self._tell_system()
        self._apply()

    def choose_text_scale(self, percent: int) -> None:
        """Show text at the offered size nearest to `percent`."""
        scale = nearest_text_scale(percent)
        if scale != self._text_scale:
            self._text_scale = scale
            self._apply()

    def enlarge_text(self) -> None:
        """Go one size up, if there is one."""
        self.choose_text_scale(next((scale for scale in TEXT_SCALES if scale > self._text_scale), self._text_scale))

    def shrink_text(self) -> None:
        """Go one size down, if there is one."""
        self.choose_text_scale(
            max((scale for scale in TEXT_SCALES if scale < self._text_scale), default=TEXT_SCALES[0])
        )

    def reset_text(self) -> None:
        """Go back to 100 %."""
        self.choose_text_scale(_NORMAL_TEXT)

    def e(self, steps: float) -> int:
        """Return `steps` of the measure in pixels."""
        return self._measure.e(steps)

    def colour(self, token: Token) -> QColor:
        """Return the colour a token has now."""
        return QColor(self._palette[token])

    def font(self, points: float = BODY_POINTS, weight: int = 400) -> QFont:
        """Return the interface font for painting at `points` (as at 100 %) and `weight`."""
        return interface_font(self._text_scale, points, weight)

    def text_font(self, role: TextRole) -> QFont:
        """Return the font that labels of this role have, for measuring and painting."""
        style = TEXT_STYLES[role]
        return self.font(style.points, style.weight)

    def pixmap(self, icon: str, token: Token, steps: float, ratio: float) -> QPixmap:
        """Return an icon `steps` of the measure square, for painting at device pixel ratio `ratio`.

        Raises:
            FileNotFoundError: no such icon is bundled.
        """
        return self._icons.pixmap(icon, self._palette[token], self.e(steps), ratio)

    def icon(self, icon: str, token: Token, steps: float = 18, gap: float = 0) -> QIcon:
        """Return an icon for a button, with `gap` empty steps between it and the word.

        Raises:
            FileNotFoundError: no such icon is bundled.
        """
        colours = ButtonColours(self._palette[token], self._palette[Token.MUTED])
        return self._icons.icon(icon, colours, self.e(steps), self.e(gap))

    def _tell_system(self) -> None:
        """Let what the system draws of our windows, such as their title bars, have the colours chosen."""
        if self._choice is not ColourChoice.SYSTEM:
            is_dark = self._choice is ColourChoice.DARK
            self._hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)

    def _follow_system(self) -> None:
        self._apply()

    def _apply(self) -> None:
        application = self._application
        self._palette = self._wanted_palette()
        font = self.font()
        self._measure = Measure.of_font(font)
        self._icons.clear()
        application.setFont(font)
        application.setPalette(_qt_palette(self._palette))
        self._put_style_sheet()
        self.changed.emit()

    def _put_style_sheet(self) -> None:
        if self._is_dressed:
            self._application.setStyleSheet(style_sheet(self._palette, self._measure, self._text_scale))

    def _wanted_palette(self) -> Palette:
        if self._wants_high_contrast():
            return high_contrast(self._system_colours())
        if self._choice is ColourChoice.SYSTEM:
            is_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        else:
            is_dark = self._choice is ColourChoice.DARK
        return DARK if is_dark else LIGHT

    def _wants_high_contrast(self) -> bool:
        return self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast

    def _system_colours(self) -> SystemColours:
        self._application.setPalette(QPalette())  # an empty palette brings the system's own back
        system = self._application.palette()
        window = system.color(QPalette.ColorRole.Window)
        return SystemColours(
            window=window.name(),
            text=system.color(QPalette.ColorRole.WindowText).name(),
            highlight=system.color(QPalette.ColorRole.Highlight).name(),
            highlighted_text=system.color(QPalette.ColorRole.HighlightedText).name(),
            link=system.color(QPalette.ColorRole.Link).name(),
            is_dark=window.lightnessF() < 0.5,  # noqa: PLR2004 - the middle between black and white
        )


def _qt_palette(palette: Palette) -> QPalette:
    colours = QPalette()
    for role, token in _ROLES.items():
        colours.setColor(role, QColor(palette[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette[Token.MUTED]))
    return colours
