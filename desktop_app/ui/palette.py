"""Colours as data: light, dark, and one made from the system's own colours for high contrast.

A colour is asked for by its token, never by its value, so that everything on screen follows the chosen palette.
No colour carries meaning alone: each `Status` also has an icon shape, and always stands beside a word.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Token(StrEnum):
    """What a colour is for."""

    WINDOW = "window"
    BASE = "base"
    ALT = "alt"
    BENCH = "bench"
    HOVER = "hover"
    TEXT = "text"
    MUTED = "muted"
    BORDER = "border"
    DIVIDER = "divider"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ON_ACCENT = "on_accent"
    PRODUCT = "product"
    SELECTED = "selected"
    SELECTED_TEXT = "selected_text"
    SELECTED_MUTED = "selected_muted"
    LINK = "link"
    FOCUS = "focus"
    ERROR_EDGE = "error_edge"
    OVERDUE_FILL = "overdue_fill"
    OVERDUE_TEXT = "overdue_text"
    OVERDUE_MARK = "overdue_mark"
    SOON_FILL = "soon_fill"
    SOON_TEXT = "soon_text"
    SOON_MARK = "soon_mark"
    MONTH_FILL = "month_fill"
    MONTH_TEXT = "month_text"
    MONTH_MARK = "month_mark"
    LATE_FILL = "late_fill"
    LATE_TEXT = "late_text"
    LATE_MARK = "late_mark"
    DONE_FILL = "done_fill"
    DONE_TEXT = "done_text"
    DONE_MARK = "done_mark"
    NEUTRAL_FILL = "neutral_fill"
    NEUTRAL_TEXT = "neutral_text"
    NEUTRAL_MARK = "neutral_mark"


class Status(StrEnum):
    """How a deadline or a message stands; its value begins the names of its three tokens."""

    OVERDUE = "overdue"
    SOON = "soon"
    MONTH = "month"
    LATE = "late"
    DONE = "done"
    NEUTRAL = "neutral"

    @property
    def fill(self) -> Token:
        """The surface behind the word."""
        return Token(f"{self.value}_fill")

    @property
    def text(self) -> Token:
        """The word, readable on the fill, on the page and on a selected row."""
        return Token(f"{self.value}_text")

    @property
    def mark(self) -> Token:
        """Edge and icon."""
        return Token(f"{self.value}_mark")

    @property
    def icon(self) -> str:
        """The name of the icon whose shape tells this status from the others without colour."""
        return _ICONS[self]


_ICONS = {
    Status.OVERDUE: "error",
    Status.SOON: "warning",
    Status.MONTH: "time",
    Status.LATE: "hourglass",
    Status.DONE: "success",
    Status.NEUTRAL: "minus",
}


@dataclass(frozen=True, slots=True)
class Palette:
    """One value, `#RRGGBB`, for every token."""

    name: str
    is_dark: bool
    colours: Mapping[Token, str]

    def __getitem__(self, token: Token) -> str:
        return self.colours[token]


@dataclass(frozen=True, slots=True)
class SystemColours:
    """The colours a person has chosen for the whole computer, each `#RRGGBB`."""

    window: str
    text: str
    highlight: str
    highlighted_text: str
    link: str
    is_dark: bool


LIGHT = Palette(
    "light",
    is_dark=False,
    colours={
        Token.WINDOW: "#F5F5F5",
        Token.BASE: "#FFFFFF",
        Token.ALT: "#F5F5F5",
        Token.BENCH: "#E9EAEC",
        Token.HOVER: "#EDEDED",
        Token.TEXT: "#1A1A1A",
        Token.MUTED: "#5C5C5C",
        Token.BORDER: "#8E8E8E",
        Token.DIVIDER: "#DCDCDC",
        Token.ACCENT: "#0059B3",
        Token.ACCENT_HOVER: "#004993",
        Token.ON_ACCENT: "#FFFFFF",
        Token.PRODUCT: "#0059B3",
        Token.SELECTED: "#E2F2FB",
        Token.SELECTED_TEXT: "#1A1A1A",
        Token.SELECTED_MUTED: "#5C5C5C",
        Token.LINK: "#004D99",
        Token.FOCUS: "#1A1A1A",
        Token.ERROR_EDGE: "#CC0000",
        Token.OVERDUE_FILL: "#FFE0E0",
        Token.OVERDUE_TEXT: "#8A0000",
        Token.OVERDUE_MARK: "#CC0000",
        Token.SOON_FILL: "#FFEECC",
        Token.SOON_TEXT: "#6B3F00",
        Token.SOON_MARK: "#A85B00",
        Token.MONTH_FILL: "#E2F2FB",
        Token.MONTH_TEXT: "#004D99",
        Token.MONTH_MARK: "#1B86C3",
        Token.LATE_FILL: "#EFE3F5",
        Token.LATE_TEXT: "#5B1E7A",
        Token.LATE_MARK: "#800080",
        Token.DONE_FILL: "#DDF7CE",
        Token.DONE_TEXT: "#1F5200",
        Token.DONE_MARK: "#358000",
        Token.NEUTRAL_FILL: "#E8E8E8",
        Token.NEUTRAL_TEXT: "#454545",
        Token.NEUTRAL_MARK: "#707070",
    },
)

DARK = Palette(
    "dark",
    is_dark=True,
    colours={
        Token.WINDOW: "#16191D",
        Token.BASE: "#1E2227",
        Token.ALT: "#23282E",
        Token.BENCH: "#16191D",
        Token.HOVER: "#262C33",
        Token.TEXT: "#F2F4F6",
        Token.MUTED: "#B3BAC2",
        Token.BORDER: "#7D8791",
        Token.DIVIDER: "#353C44",
        Token.ACCENT: "#6CB4F5",
        Token.ACCENT_HOVER: "#8FC7F9",
        Token.ON_ACCENT: "#0B1A2B",
        Token.PRODUCT: "#F2F4F6",
        Token.SELECTED: "#123A5E",
        Token.SELECTED_TEXT: "#F2F4F6",
        Token.SELECTED_MUTED: "#B3BAC2",
        Token.LINK: "#8FC7F9",
        Token.FOCUS: "#FFFFFF",
        Token.ERROR_EDGE: "#FF7A7A",
        Token.OVERDUE_FILL: "#4A1717",
        Token.OVERDUE_TEXT: "#FFC9C9",
        Token.OVERDUE_MARK: "#FF7A7A",
        Token.SOON_FILL: "#453000",
        Token.SOON_TEXT: "#FFDFA0",
        Token.SOON_MARK: "#FEBB30",
        Token.MONTH_FILL: "#12334D",
        Token.MONTH_TEXT: "#BFE1FB",
        Token.MONTH_MARK: "#5FB2EE",
        Token.LATE_FILL: "#3A2148",
        Token.LATE_TEXT: "#E7CFF5",
        Token.LATE_MARK: "#C792E6",
        Token.DONE_FILL: "#1D3A10",
        Token.DONE_TEXT: "#CDEFB8",
        Token.DONE_MARK: "#86CF57",
        Token.NEUTRAL_FILL: "#2C333A",
        Token.NEUTRAL_TEXT: "#D3D9DF",
        Token.NEUTRAL_MARK: "#9AA3AC",
    },
)


def high_contrast(system: SystemColours) -> Palette:
    """Return a palette of the system's colours only: no tinted surfaces, edges as strong as text."""
    surfaces = {Token.WINDOW, Token.BASE, Token.ALT, Token.BENCH, Token.HOVER} | {status.fill for status in Status}
    colours = dict.fromkeys(Token, system.text) | dict.fromkeys(surfaces, system.window)
    colours |= {
        Token.ACCENT: system.highlight,
        Token.ACCENT_HOVER: system.highlight,
        Token.ON_ACCENT: system.highlighted_text,
        Token.SELECTED: system.highlight,
        Token.SELECTED_TEXT: system.highlighted_text,
        Token.SELECTED_MUTED: system.highlighted_text,
        Token.LINK: system.link,
    }
    return Palette("high contrast", system.is_dark, colours)
