"""The grid and the type sizes of every printed page, in points unless a name says otherwise.

Only black is used: grey text and grey fills die in a copier.
"""

from dataclasses import dataclass
from enum import Enum

MM = 72 / 25.4
PAGE_WIDTH = 210 * MM
PAGE_HEIGHT = 297 * MM
MARGIN = 20 * MM
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
TEXT_TOP = PAGE_HEIGHT - 27 * MM
TEXT_BOTTOM = 21 * MM
LABEL_WIDTH = 45 * MM
COLUMN_GAP = 6 * MM

HAIRLINE = 0.35
WRITING_LINE = 0.7
SECTION_RULE = 1.1
BOX_RULE = 1.6


class Weight(Enum):
    """The cuts of the text face."""

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


@dataclass(frozen=True, slots=True)
class Style:
    """A size of type with the distance between its base lines."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR


TITLE = Style(23, 28, Weight.BOLD)
NAME = Style(14, 22, Weight.BOLD)
PURPOSE = Style(12.5, 18)
SECTION = Style(13, 17, Weight.BOLD)
SUBHEADING = Style(10.5, 15, Weight.BOLD)
MAIN_GOAL = Style(14, 19, Weight.BOLD)
BODY = Style(10.5, 15)
APPOINTMENT = Style(12, 16, Weight.BOLD)
LABEL = Style(9.5, 15, Weight.BOLD)
CELL = Style(9.5, 13)
CELL_STRONG = Style(9.5, 13, Weight.BOLD)
COLUMN_HEAD = Style(8.5, 12, Weight.BOLD)
SMALL = Style(8.5, 12)
SMALL_STRONG = Style(8.5, 12, Weight.BOLD)
REMARK = Style(8.5, 12, Weight.ITALIC)
MARGIN_NOTE = Style(7.5, 10, Weight.ITALIC)
KEY_FACT = Style(11, 15, Weight.BOLD)
PAGE_HEAD = Style(9, 12)
PAGE_HEAD_STRONG = Style(9, 12, Weight.BOLD)
