"""A leaf of a calendar: weekday white on black, the day in large figures, month and year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.documents.danish_words import month_and_year, weekday
from desktop_app.documents.pen import Fill, Pen
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import MM, Style, Weight
from desktop_app.documents.typesetting import SetLine, set_line

DAY_BOX = 34 * MM

_BAND = 9 * MM
_CORNER = 1.6 * MM
_WEEKDAY = Style(13, 17, Weight.BOLD)
_DAY = Style(38, 40, Weight.BOLD)
_MONTH = Style(11, 14, Weight.BOLD)
_WEEKDAY_DOWN = 6.3 * MM
_DAY_DOWN = 24.3 * MM
_MONTH_DOWN = 31 * MM


@dataclass(frozen=True, slots=True)
class DayBox:
    """The leaf of one day, square."""

    on: date
    element: Element
    height: float = DAY_BOX
    ascent: float = _WEEKDAY_DOWN

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the leaf, then what is on it from top to bottom."""
        with pen.artifact():
            pen.chip(x, top - DAY_BOX, (DAY_BOX, DAY_BOX), _CORNER, fill=Fill.WHITE)
            pen.chip(x, top - _BAND, (DAY_BOX, _BAND), _CORNER, fill=Fill.BLACK)
            pen.box(x + 0.4, top - _BAND, (DAY_BOX - 0.8, _BAND / 2), 0, fill=Fill.BLACK)
        with pen.tagged(self.element):
            _write(pen, set_line(weekday(self.on), _WEEKDAY).with_space(), x, top - _WEEKDAY_DOWN, white=True)
            _write(pen, set_line(str(self.on.day), _DAY).with_space(), x, top - _DAY_DOWN)
            _write(pen, set_line(month_and_year(self.on), _MONTH), x, top - _MONTH_DOWN)

    def split(self) -> "Sequence[DayBox]":
        """Return the leaf, whole."""
        return [self]


def _write(pen: Pen, line: SetLine, x: float, baseline: float, *, white: bool = False) -> None:
    pen.write(line, x + (DAY_BOX - line.width) / 2, baseline, white=white)
