"""Running text with lines along some of its words: under what was added, through what was removed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents.pen import Pen
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import Style
from desktop_app.documents.typesetting import Line, SetLine

_UNDER, _THROUGH = -0.16, 0.28
"""Of the size of the type, from the base line up."""

_THICKNESS = 0.7


@dataclass(frozen=True, slots=True)
class MarkedText:
    """Lines of text whose runs may have lines along them; the words beside them say what the lines mean."""

    lines: Sequence[SetLine]
    style: Style
    width: float
    element: Element

    @property
    def height(self) -> float:
        """The leading of every line."""
        return len(self.lines) * self.style.leading

    @property
    def ascent(self) -> float:
        """The first base line lies one type size below the upper edge."""
        return self.style.size

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the words as content, then the lines along them as decoration."""
        baselines = [top - self.ascent - number * self.style.leading for number in range(len(self.lines))]
        with pen.tagged(self.element):
            for line, baseline in zip(self.lines, baselines, strict=True):
                pen.write(line, x, baseline)
        with pen.artifact():
            for line, baseline in zip(self.lines, baselines, strict=True):
                for start, end, height in self._rules(line):
                    pen.rule(x + start, baseline + height, x + end, baseline + height, _THICKNESS)

    def split(self) -> "Sequence[MarkedText]":
        """Return the lines one by one."""
        return [replace(self, lines=[line]) for line in self.lines]

    def _rules(self, line: SetLine) -> Iterator[tuple[float, float, float]]:
        """Yield where each rule begins and ends, and how far over the base line it is."""
        at = 0.0
        for run in line.runs:
            if run.line:
                yield at, at + run.width, self.style.size * (_UNDER if run.line is Line.UNDER else _THROUGH)
            at += run.width
