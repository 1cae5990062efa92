"""The year ahead as a line of months: what is agreed above it, goals at their latest dates below it.

The line is a picture of dates that stand in words elsewhere in the plan, so a goal there is no room for is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import accumulate

from desktop_app.documents.danish_words import MONTHS, long_date
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.pen import Fill, Pen
from desktop_app.documents.pictograms import draw_icon
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import HAIRLINE, MARGIN, MM, SECTION_RULE, SMALL, SMALL_STRONG, TEXT_WIDTH, Style
from desktop_app.documents.typesetting import SetLine, set_line
from desktop_app.domain.dates import add_months

MONTHS_SHOWN = 13

_DATE = Style(8, 11)
_DATE_STRONG = Style(8, 11, SMALL_STRONG.weight)
_BAND = 5.5 * MM
_STEM = 4.6 * MM
_ABOVE = 15 * MM
_BELOW = 13 * MM
_NEW_YEAR = 1.4
_STEM_WIDTH = 0.8
_LABEL_GAP = 4.0
_TALK_RADIUS = 1.9 * MM
_RING_RADIUS = 2.4 * MM
_FLAG = 6.6 * MM


class Mark(Enum):
    """How a day is marked; `NUMBER` is a ring with a number in it."""

    SQUARE = "square"
    FULL_CIRCLE = "full circle"
    OPEN_CIRCLE = "open circle"
    FLAG = "flag"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A day on the line, above it or below; `number` is for rings."""

    on: date
    label: str
    mark: Mark
    number: int | None = None

    @property
    def is_goal(self) -> bool:
        """Goals stand below the line, agreements above."""
        return self.mark in {Mark.FLAG, Mark.NUMBER}

    @property
    def spoken(self) -> str:
        """The milestone as the text alternative tells it."""
        number = f" {self.number}" if self.number else ""
        return f"{self.label}{number}{' senest' if self.is_goal else ''} {long_date(self.on)}"


def year_line(section: Element, start_on: date, milestones: Sequence[Milestone]) -> list[Strip]:
    """Return the line for thirteen months from the month of `start_on`, with what falls into them; else nothing."""
    first = start_on.replace(day=1)
    end = add_months(first, MONTHS_SHOWN)
    shown = sorted((stone for stone in milestones if first <= stone.on < end), key=_order)
    if not shown:
        return []
    spoken = ". ".join(stone.spoken for stone in shown)
    element = section.add("Figure", alternative=f"Årslinje i {MONTHS_SHOWN} måneder fra {long_date(first)}. {spoken}.")
    drawing = _YearLine(first, end, shown, element)
    return [Strip(height=drawing.height, draw=drawing, space_before=3 * MM)]


def _order(stone: Milestone) -> tuple[date, int]:
    return stone.on, stone.number or 0


@dataclass(frozen=True, slots=True)
class _YearLine:
    first: date
    end: date
    milestones: Sequence[Milestone]
    element: Element

    @property
    def height(self) -> float:
        return _ABOVE + _BAND + _BELOW

    def __call__(self, pen: Pen, top: float) -> None:
        upper = top - _ABOVE
        with pen.figure(self.element, (MARGIN, top - self.height, MARGIN + TEXT_WIDTH, top)):
            self._draw_months(pen, upper, upper - _BAND)
            self._draw_agreements(pen, upper)
            self._draw_goals(pen, upper - _BAND)

    def _x(self, day: date) -> float:
        return TEXT_WIDTH * ((day - self.first).days / (self.end - self.first).days)

    def _draw_months(self, pen: Pen, upper: float, lower: float) -> None:
        for y in (upper, lower):
            pen.rule(MARGIN, y, MARGIN + TEXT_WIDTH, y, SECTION_RULE)
        for number in range(MONTHS_SHOWN):
            month = add_months(self.first, number)
            left, right = MARGIN + self._x(month), MARGIN + self._x(add_months(month, 1))
            if number:
                pen.rule(left, lower, left, upper, _NEW_YEAR if month.month == 1 else HAIRLINE)
            name = set_line(MONTHS[month.month - 1], SMALL)
            pen.write(name, (left + right - name.width) / 2, lower + 1.75 * MM)

    def _draw_agreements(self, pen: Pen, line: float) -> None:
        stones = [stone for stone in self.milestones if not stone.is_goal]
        days = [self._x(stone.on) for stone in stones]
        texts = [(set_line(_day(stone.on), SMALL_STRONG), set_line(stone.label, SMALL)) for stone in stones]
        marks = _spread(days, [2 * _TALK_RADIUS + 1] * len(days))
        labels = _spread(days, [max(text.width for text in lines) + _LABEL_GAP for lines in texts])
        y = line + _STEM
        for stone, day, mark, label, lines in zip(stones, days, marks, labels, texts, strict=False):
            pen.rule(MARGIN + day, line, MARGIN + mark, y, _STEM_WIDTH)
            _draw_mark(pen, stone, MARGIN + mark, y)
            for text, up in zip(lines, (7.2 * MM, 3.4 * MM), strict=True):
                pen.write(text, MARGIN + label - text.width / 2, y + up)

    def _draw_goals(self, pen: Pen, line: float) -> None:
        stones = [stone for stone in self.milestones if stone.is_goal]
        days = [self._x(stone.on) for stone in stones]
        texts = [_goal_label(stone) for stone in stones]
        places = _spread(days, [max(text.width, 2 * _RING_RADIUS) + _LABEL_GAP for text in texts])
        y = line - 5.3 * MM
        for stone, day, place, text in zip(stones, days, places, texts, strict=False):
            pen.rule(MARGIN + day, line, MARGIN + place, y + _RING_RADIUS, _STEM_WIDTH)
            _draw_mark(pen, stone, MARGIN + place, y)
            pen.write(text, MARGIN + place - text.width / 2, line - 11.2 * MM)


def _spread(wanted: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Return the middles of things of these widths, near where they are wanted, not touching, within the line.

    There are fewer middles than things when there is no room for all.
    """
    count = sum(1 for end in accumulate(widths) if end <= TEXT_WIDTH)
    middles: list[float] = []
    reached = 0.0
    for middle, width in zip(wanted[:count], widths, strict=False):
        middles.append(max(middle, reached + width / 2))
        reached = middles[-1] + width / 2
    limit = TEXT_WIDTH
    for index in range(count - 1, -1, -1):
        middles[index] = min(middles[index], limit - widths[index] / 2)
        limit = middles[index] - widths[index] / 2
    return middles


def _goal_label(stone: Milestone) -> SetLine:
    date_only = f"{stone.on.day}.{stone.on.month}."
    return set_line(f"Mål {date_only}", _DATE_STRONG) if stone.mark is Mark.FLAG else set_line(date_only, _DATE)


def _draw_mark(pen: Pen, stone: Milestone, x: float, y: float) -> None:
    match stone.mark:
        case Mark.SQUARE:
            pen.box(x - 1.6 * MM, y - 1.6 * MM, (3.2 * MM, 3.2 * MM), 1, fill=Fill.BLACK)
        case Mark.FULL_CIRCLE:
            pen.circle(x, y, _TALK_RADIUS, 1, fill=Fill.BLACK)
        case Mark.OPEN_CIRCLE:
            pen.circle(x, y, _TALK_RADIUS, 1, fill=Fill.WHITE)
        case Mark.FLAG:
            draw_icon(pen, "flag-fill", x - 1.65 * MM, y - 3.4 * MM, _FLAG)
        case Mark.NUMBER:
            pen.circle(x, y, _RING_RADIUS, 0.8, fill=Fill.WHITE)
            number = set_line(str(stone.number), SMALL_STRONG)
            pen.write(number, x - number.width / 2, y - 3)


def _day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
