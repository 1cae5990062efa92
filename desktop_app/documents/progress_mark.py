"""How a goal stands: a circle that fills as it is reached, and the word for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.documents.parts import TextPart
from desktop_app.documents.pen import Fill, Pen
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import CELL_STRONG, MM
from desktop_app.documents.typesetting import set_text
from desktop_app.domain.follow_up import Progress

_WORDS = {
    Progress.ON_THE_WAY: "på vej",
    Progress.ACHIEVED: "nået",
    Progress.CHANGED: "ændret",
    Progress.DROPPED: "opgivet",
}
_RADIUS = 2 * MM
_EDGE = 0.9
_INDENT = 6.2 * MM
_ROUND = 0.5523
_LEFT_HALF = (
    ("move", (0.0, 1.0)),
    ("curve", (-_ROUND, 1.0, -1.0, _ROUND, -1.0, 0.0)),
    ("curve", (-1.0, -_ROUND, -_ROUND, -1.0, 0.0, -1.0)),
    ("close", ()),
)


@dataclass(frozen=True, slots=True)
class ProgressMark:
    """The circle and the word, in a cell of a table."""

    progress: Progress

    def set(self, width: float, parent: Element) -> "SetProgressMark":
        """Set the word beside the circle."""
        lines = set_text(_WORDS[self.progress], CELL_STRONG, width - _INDENT)
        return SetProgressMark(self.progress, TextPart(lines, CELL_STRONG, width, parent.add("P"), _INDENT))


@dataclass(frozen=True, slots=True)
class SetProgressMark:
    """The circle with its word, set."""

    progress: Progress
    word: TextPart

    @property
    def height(self) -> float:
        """The height of the word."""
        return self.word.height

    @property
    def ascent(self) -> float:
        """The base line of the word."""
        return self.word.ascent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the circle, then the word."""
        middle_x, middle_y = x + _RADIUS + _EDGE, top - self.ascent + CELL_STRONG.size * 0.36
        with pen.artifact():
            fill = Fill.BLACK if self.progress is Progress.ACHIEVED else Fill.NONE
            pen.circle(middle_x, middle_y, _RADIUS, _EDGE, fill=fill)
            if self.progress is Progress.ON_THE_WAY:
                pen.outline(_LEFT_HALF, middle_x, middle_y, _RADIUS)
            elif self.progress is Progress.CHANGED:
                pen.circle(middle_x, middle_y, _RADIUS / 3, _EDGE, fill=Fill.BLACK)
            elif self.progress is Progress.DROPPED:
                reach = _RADIUS * 0.7
                pen.strokes([(middle_x - reach, middle_y - reach), (middle_x + reach, middle_y + reach)], _EDGE)
        self.word.draw(pen, x, top)

    def split(self) -> "Sequence[SetProgressMark]":
        """Return the mark, whole."""
        return [self]
