"""Small things a strip is put together from: texts, rules, marks, icons and fields to write in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeAlias

from desktop_app.documents.pen import Fill, Pen
from desktop_app.documents.pictograms import draw_icon
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import BODY, CELL, MARGIN, MM, SMALL, SMALL_STRONG, WRITING_LINE, Style
from desktop_app.documents.typesetting import Piece, SetLine, set_line, set_text

Text: TypeAlias = str | Sequence[Piece]

CHIP_SIZE = (7.2 * MM, 4.4 * MM)
CHECK_BOX = 3.6 * MM
_CHIP_CORNER = 0.6 * MM
_RING = 2.5 * MM
_CHECK_INDENT = 6.2 * MM
_TICKED, _NOT_TICKED = "Afkrydset:", "Ikke afkrydset:"


class Part(Protocol):
    """Something with a height; `ascent` is how far its first base line lies below its upper edge."""

    @property
    def height(self) -> float:
        """Its height in points."""
        ...

    @property
    def ascent(self) -> float:
        """The distance from the upper edge to the first base line."""
        ...

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner at `x`, `top`."""
        ...

    def split(self) -> "Sequence[Part]":
        """Return the smallest parts it can be broken into."""
        ...


class Content(Protocol):
    """What a part is made of, before the width of its column is known."""

    def set(self, width: float, parent: Element) -> Part:
        """Return the part, its element added to `parent`."""
        ...


@dataclass(frozen=True, slots=True)
class TextPart:
    """Lines of text; `is_flush_right` sets them at the right edge of the column."""

    lines: Sequence[SetLine]
    style: Style
    width: float
    element: Element
    indent: float = 0.0
    is_flush_right: bool = False

    @property
    def height(self) -> float:
        """The leading of every line."""
        return len(self.lines) * self.style.leading

    @property
    def ascent(self) -> float:
        """The first base line lies one type size below the upper edge."""
        return self.style.size

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines as one stretch of content."""
        if not self.lines:
            return
        with pen.tagged(self.element):
            for number, line in enumerate(self.lines):
                start = self.width - line.width if self.is_flush_right else self.indent
                pen.write(line, x + start, top - self.ascent - number * self.style.leading)

    def split(self) -> "Sequence[TextPart]":
        """Return the lines one by one."""
        return [replace(self, lines=[line]) for line in self.lines]


@dataclass(frozen=True, slots=True)
class Said:
    """A text in a style, on at most `most` lines.

    A text of several lines that run leftwards is flush right; a single one stands in line with the Danish around it.
    """

    text: Text
    style: Style = BODY
    most: int | None = None

    def set(self, width: float, parent: Element) -> TextPart:
        """Break the text into lines."""
        lines = set_text(self.text, self.style, width, self.most)
        is_flush_right = len(lines) > 1 and any(line.runs_leftwards for line in lines)
        return TextPart(lines, self.style, width, parent.add("P"), is_flush_right=is_flush_right)


@dataclass(frozen=True, slots=True)
class PlanPartMark:
    """The mark of the contract part (K, white on black) or the plan part (P, outlined); both survive a photocopier."""

    code: str
    in_contract: bool
    element: Element = field(default_factory=lambda: Element("P"))

    @property
    def height(self) -> float:
        """The height of the chip."""
        return CHIP_SIZE[1]

    @property
    def ascent(self) -> float:
        """The base line of the letter."""
        return CHIP_SIZE[1] - 2.7

    def set(self, width: float, parent: Element) -> "PlanPartMark":
        """Return the mark; a longer code than three characters is not set smaller."""
        del width
        return PlanPartMark(self.code, self.in_contract, parent.add("P"))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the chip, then the letter."""
        bottom = top - CHIP_SIZE[1]
        with pen.artifact():
            fill = Fill.BLACK if self.in_contract else Fill.WHITE
            pen.chip(x, bottom - 1, (CHIP_SIZE[0], CHIP_SIZE[1] + 0.8), _CHIP_CORNER, fill=fill)
        line = set_line(self.code, SMALL_STRONG)
        with pen.tagged(self.element):
            pen.write(line, x + (CHIP_SIZE[0] - line.width) / 2, top - self.ascent, white=self.in_contract)

    def split(self) -> "Sequence[PlanPartMark]":
        """Return the mark, whole."""
        return [self]


@dataclass(frozen=True, slots=True)
class Ring:
    """The number of a sub-goal in a circle."""

    number: int
    element: Element = field(default_factory=lambda: Element("P"))

    @property
    def height(self) -> float:
        """The height of the circle."""
        return 2 * _RING

    @property
    def ascent(self) -> float:
        """The base line of the number."""
        return _RING + 3

    def set(self, width: float, parent: Element) -> "Ring":
        """Return the ring."""
        del width
        return Ring(self.number, parent.add("P"))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the circle, then the number."""
        with pen.artifact():
            pen.circle(x + _RING, top - _RING, _RING, 0.9)
        line = set_line(str(self.number), SMALL_STRONG)
        with pen.tagged(self.element):
            pen.write(line, x + _RING - line.width / 2, top - self.ascent)

    def split(self) -> "Sequence[Ring]":
        """Return the ring, whole."""
        return [self]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line across its column."""

    width: float
    thickness: float
    height: float = 0.0
    ascent: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it as decoration."""
        with pen.artifact():
            pen.rule(x, top, x + self.width, top, self.thickness)

    def split(self) -> "Sequence[Rule]":
        """Return the rule, whole."""
        return [self]


@dataclass(frozen=True, slots=True)
class Icon:
    """A pictogram that repeats what the words beside it say."""

    name: str
    size: float
    ascent: float = 0.0

    @property
    def height(self) -> float:
        """Icons are square."""
        return self.size

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it as decoration."""
        with pen.artifact():
            draw_icon(pen, self.name, x, top - self.size, self.size)

    def split(self) -> "Sequence[Icon]":
        """Return the icon, whole."""
        return [self]


@dataclass(frozen=True, slots=True)
class WritingField:
    """A line to write on, with its caption under it and perhaps something printed above it."""

    caption: str
    width: float
    room: float
    element: Element
    printed: TextPart | None = None
    ascent: float = 0.0

    @property
    def height(self) -> float:
        """The room to write in and the caption."""
        return self.room + SMALL.leading

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the line, what is printed above it, and the caption."""
        line = top - self.room
        with pen.artifact():
            pen.rule(x, line, x + self.width, line, WRITING_LINE)
        if self.printed:
            self.printed.draw(pen, x, line + self.printed.height + 1)
        with pen.tagged(self.element):
            pen.write(set_line(self.caption, SMALL, self.width), x, line - SMALL.size - 1)

    def split(self) -> "Sequence[WritingField]":
        """Return the field, whole."""
        return [self]


@dataclass(frozen=True, slots=True)
class CheckBox:
    """A sentence behind a box to tick; the box is drawn, because no font here has it, and told in words."""

    text: TextPart
    is_ticked: bool
    box: Element

    @classmethod
    def make(cls, sentence: str, width: float, parent: Element, *, is_ticked: bool = False) -> "CheckBox":
        """Set the sentence in what the box leaves of `width`; boxes one after another are a list."""
        item = parent.listing().add("LI").add("LBody")
        box = item.add("Figure", alternative=_TICKED if is_ticked else _NOT_TICKED)
        lines = set_text(sentence, CELL, width - _CHECK_INDENT)
        return cls(TextPart(lines, CELL, width, item.add("P"), _CHECK_INDENT), is_ticked, box)

    @property
    def height(self) -> float:
        """The height of the sentence."""
        return self.text.height

    @property
    def ascent(self) -> float:
        """The first base line of the sentence."""
        return self.text.ascent

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box, its tick and the sentence."""
        left, foot = x + 0.4, top - self.ascent - 0.9
        with pen.figure(self.box, (left, foot, left + CHECK_BOX, foot + CHECK_BOX)):
            pen.box(left, foot, (CHECK_BOX, CHECK_BOX), 0.9)
            if self.is_ticked:
                pen.strokes([(left + 2, foot + 5), (left + 4, foot + 2.4), (left + 8.2, foot + 8)], 1.5)
        self.text.draw(pen, x, top)

    def split(self) -> "Sequence[CheckBox]":
        """Return the box with its sentence, whole."""
        return [self]


class Arrangement:
    """Parts at fixed places within a strip, drawn in the order they were put there."""

    def __init__(self) -> None:
        self._placed: list[tuple[float, float, Part]] = []

    def put(self, part: Part, x: float = 0.0, down: float = 0.0) -> float:
        """Put a part `x` to the right and `down` from the corner of the strip; return how far down it reaches."""
        self._placed.append((x, down, part))
        return down + part.height

    def __call__(self, pen: Pen, top: float) -> None:
        """Draw the parts, the strip's left edge at the margin."""
        for x, down, part in self._placed:
            part.draw(pen, MARGIN + x, top - down)
