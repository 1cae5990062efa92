"""The sender of a page with a logo: as large as the names beside it leave room for, never distorted."""

from dataclasses import dataclass
from typing import Final

from desktop_app.documents.embedded_picture import EmbeddedPicture
from desktop_app.documents.pen import Pen
from desktop_app.documents.structure import Bounds, Element
from desktop_app.documents.styles import MARGIN, MM, PAGE_HEAD, PAGE_HEAD_STRONG, Style
from desktop_app.documents.typesetting import SetLine, set_line, set_text

MOST_WIDTH: Final = 45 * MM
MOST_HEIGHT: Final = 12 * MM
LEAST_WIDTH: Final = 20 * MM
"""A logo does not make room for names beyond this; then they end in an ellipsis."""

COARSEST_DPI: Final = 150
MOST_FOR_NAMES: Final = 72 * MM

_INCH: Final = 72
_GAP: Final = 4 * MM
_MOST_LINES: Final = 3
_EYE: Final = 2.2
"""How far above the middle of two base lines the middle of the words lies."""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """A logo at its place on the page, and the lines beside it, the lowest first."""

    picture: EmbeddedPicture
    bounds: Bounds
    lines: tuple[SetLine, ...]

    def draw_logo(self, pen: Pen, figure: Element | None) -> None:
        """Draw the logo: as a picture `figure` has the words for, or as belonging to the page."""
        left, foot, right, top = self.bounds
        with pen.figure(figure, self.bounds) if figure else pen.artifact(of_page=True):
            pen.picture(self.picture, left, foot, (right - left, top - foot))

    def write_names(self, pen: Pen, lowest: float) -> None:
        """Write the lines, the lowest on this base line."""
        for number, line in reversed(list(enumerate(self.lines))):
            pen.write(line, self.bounds[2] + _GAP, lowest + number * PAGE_HEAD.leading)


def set_letterhead(content: bytes, names: tuple[str, str], *, room: float, lowest: float, rule: float) -> Letterhead:
    """Return the letterhead of a logo, the sender's name and the department's, in `room` points from the left margin.

    Together they take three lines, the lowest on the base line `lowest`, so a long name has two. The logo stands above
    `rule`, in the middle of the lower two lines where it is not too high for that.
    """
    picture = EmbeddedPicture.of_png(content)
    scale = min(MOST_WIDTH / picture.width, MOST_HEIGHT / picture.height, _INCH / COARSEST_DPI)
    left_over = room - _GAP - min(_least_room(*names), MOST_FOR_NAMES)
    scale = min(scale, max(left_over, LEAST_WIDTH) / picture.width)
    width, height = picture.width * scale, picture.height * scale
    foot = max(rule + 1.5 * MM, lowest + PAGE_HEAD.leading / 2 + _EYE - height / 2)
    lines = _set_names(*names, min(room - width - _GAP, MOST_FOR_NAMES))
    return Letterhead(picture, (MARGIN, foot, MARGIN + width, foot + height), tuple(reversed(lines)))


def _set_names(sender: str, department: str, room: float) -> list[SetLine]:
    above = set_text(sender, PAGE_HEAD_STRONG, room, _MOST_LINES - 1)
    return [*above, *set_text(department, PAGE_HEAD, room, max(1, _MOST_LINES - len(above)))]


def _least_room(sender: str, department: str) -> float:
    """Return how narrow a column may be that still has both names whole."""
    return min(
        max(_least_width(sender, PAGE_HEAD_STRONG, of_sender), _least_width(department, PAGE_HEAD, of_department))
        for of_sender, of_department in ((1, 2), (2, 1))
    )


def _least_width(name: str, style: Style, lines: int) -> float:
    """Return how wide a name is on one line, or on two that are as even as its words allow."""
    whole = set_line(name, style).width
    if lines == 1:
        return whole
    words = name.split(" ")
    parted = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words)))
    widths = sorted(max(set_line(part, style).width for part in both) for both in parted)
    return next((width for width in widths if len(set_text(name, style, width)) <= lines), whole)
