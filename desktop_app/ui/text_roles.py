"""What a piece of text is, and the size, weight and colour that follow."""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.ui.palette import Token


class TextRole(StrEnum):
    """The kinds of text on screen; there is no other way to choose a size."""

    PRODUCT = "product"
    CARD_TITLE = "card_title"
    PERSON = "person"
    TITLE = "title"
    PANE_TITLE = "pane_title"
    HEADING = "heading"
    LABEL = "label"
    STRONG = "strong"
    BODY = "body"
    SMALL_LABEL = "small_label"
    SMALL_STRONG = "small_strong"
    SMALL = "small"
    META = "meta"
    SCRIPT_NAME = "script_name"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Points at 100 %, weight 400-700, and the colour when nothing else is said."""

    points: float
    weight: int
    token: Token = Token.TEXT
    is_italic: bool = False


TEXT_STYLES = {
    TextRole.PRODUCT: TextStyle(13, 600, Token.PRODUCT),
    TextRole.CARD_TITLE: TextStyle(18, 600),
    TextRole.PERSON: TextStyle(17, 600),
    TextRole.TITLE: TextStyle(16, 600),
    TextRole.PANE_TITLE: TextStyle(13, 600),
    TextRole.HEADING: TextStyle(12, 600),
    TextRole.LABEL: TextStyle(10.5, 600),
    TextRole.STRONG: TextStyle(10.5, 500),
    TextRole.BODY: TextStyle(10.5, 400),
    TextRole.SMALL_LABEL: TextStyle(10, 600),
    TextRole.SMALL_STRONG: TextStyle(10, 500),
    TextRole.SMALL: TextStyle(10, 400),
    TextRole.META: TextStyle(9.75, 400, Token.MUTED),
    TextRole.SCRIPT_NAME: TextStyle(15, 400, Token.MUTED),
    TextRole.QUOTE: TextStyle(10.5, 400, is_italic=True),
}

TEXT_TONES = (
    Token.TEXT,
    Token.MUTED,
    Token.LINK,
    Token.OVERDUE_TEXT,
    Token.SOON_TEXT,
    Token.MONTH_TEXT,
    Token.LATE_TEXT,
    Token.DONE_TEXT,
    Token.NEUTRAL_TEXT,
)
"""The colours a text may take instead of its role's own."""
