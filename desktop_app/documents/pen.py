"""Draws on the pages of one PDF: set lines, rules, circles, boxes and outlines, each marked for the structure tree.

Lengths are points, y counts upwards from the foot of the page. Everything drawn is either tagged with an element or an
artifact, which screen readers leave out.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from io import BytesIO

from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr
from reportlab.pdfgen.canvas import Canvas

from desktop_app.documents.embedded_picture import EmbeddedPicture
from desktop_app.documents.fonts import Glyph, text_face_of
from desktop_app.documents.structure import Bounds, Element, Line, MarkedContent, Structure
from desktop_app.documents.styles import PAGE_HEIGHT, PAGE_WIDTH, Weight
from desktop_app.documents.typesetting import SetLine, SetRun

_CHIP_EDGE = 0.8
_OUTLINE_ONLY = 1
_NON_ZERO = 1
_WATERMARK_GREY = 0.42
_LINE_HEIGHTS = {Line.UNDER: -0.16, Line.THROUGH: 0.28}
"""Of the size of the type, from the base line up."""

_LINE_WIDTH = 0.7


class Fill(Enum):
    """What a shape is filled with."""

    NONE = "none"
    BLACK = "black"
    WHITE = "white"


Outline = Sequence[tuple[str, tuple[float, ...]]]
"""Steps of a closed shape: ("move", (x, y)), ("line", (x, y)), ("curve", (x1, y1, x2, y2, x, y)), ("close", ())."""


class Pen:
    """The canvas of one document. `sources` tells which text each shaped glyph stands for, by face and code.

    `pictures` are drawn by their names, and put in when the raw PDF is archived.
    """

    def __init__(self, structure: Structure, language: str) -> None:
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=True,
            pageCompression=False,
            lang=language,
            initialFontName=text_face_of(Weight.REGULAR).name,
        )
        self._structure = structure
        self._page = 0
        self._is_artifact = False
        self._told: Element | None = None
        self._open: Element | None = None
        self._content: MarkedContent | None = None
        self.sources: dict[str, dict[int, str]] = {}
        self.pictures: dict[str, EmbeddedPicture] = {}

    def finish_page(self) -> None:
        """Turn to the next page."""
        self._canvas.showPage()
        self._page += 1

    def finish(self) -> bytes:
        """Return the raw PDF, fonts embedded; it is neither compressed yet nor is the structure tree in it."""
        self._canvas.save()
        return self._file.getvalue()

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Mark what is written as content of `element`; within an artifact it belongs to that instead."""
        self._told = element
        yield
        self._close()
        self._told = self._content = None

    @contextmanager
    def figure(self, element: Element, bounds: Bounds) -> Iterator[None]:
        """Mark all that is drawn within `bounds` as a picture, which `element` has the words for."""
        if self._is_artifact:
            yield
            return
        element.bounds = bounds
        self._mark(element)
        yield
        self._close()

    @contextmanager
    def artifact(self, *, of_page: bool = False) -> Iterator[None]:
        """Mark what is drawn as decoration, or as belonging to the page (header, footer, repeated head)."""
        if self._is_artifact:
            yield
            return
        self._canvas.addLiteral(f"/Artifact <</Type /{'Pagination' if of_page else 'Layout'}>> BDC")
        self._is_artifact = True
        yield
        self._is_artifact = False
        self._canvas.addLiteral("EMC")

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Draw around a new origin, turned anticlockwise."""
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.rotate(degrees)
        yield
        self._canvas.restoreState()

    def write(self, line: SetLine, x: float, baseline: float, *, white: bool = False) -> None:
        """Draw a set line; it must stand within `tagged`, `figure` or `artifact`."""
        for part in line.parts or (line,):
            if part.runs:
                self._mark_words(part, differs=bool(line.parts) and part.runs[0].is_marked)
                self._write_words(part, x, baseline, white=white)
                self._draw_along(part, x, baseline)
                x += part.width
        if line.ends_here and self._content:
            self._content.text += "\n"

    def _mark_words(self, line: SetLine, *, differs: bool) -> None:
        """Let what is written belong to the element that is told, or to a span of it for words that differ."""
        if self._told is None or self._is_artifact:
            return
        if differs:
            first = line.runs[0]
            self._mark(self._told.add("Span", language=first.language, line=first.line))
        elif self._open is not self._told:
            self._mark(self._told)
        if self._content:
            self._content.text += line.text

    def _mark(self, element: Element) -> None:
        self._close()
        self._content = self._structure.mark(element, self._page)
        self._open = element
        self._canvas.addLiteral(f"/{element.role} <</MCID {self._content.number}>> BDC")

    def _close(self) -> None:
        if self._open:
            self._canvas.addLiteral("EMC")
            self._open = None

    def _write_words(self, line: SetLine, x: float, baseline: float, *, white: bool) -> None:
        if line.needs_its_text:
            noted = (b"\xfe\xff" + line.text.encode("utf-16-be")).hex()
            self._canvas.addLiteral(f"/Span <</ActualText <{noted}>>> BDC")
        with self._filling(white=white):
            text = self._canvas.beginText(x, baseline)
            for run in line.runs:
                text.setFont(run.face.name, run.size)
                text.textOut(_shaped(run.glyphs) if run.glyphs else run.text)
                self._remember(run)
            self._canvas.drawText(text)
        if line.needs_its_text:
            self._canvas.addLiteral("EMC")

    def _draw_along(self, line: SetLine, x: float, baseline: float) -> None:
        """Draw the lines along words, as decoration: the spans of the words say that they are there."""
        for run in line.runs:
            if run.line:
                self._close()
                y = baseline + run.size / run.face.scale * _LINE_HEIGHTS[run.line]
                with self.artifact():
                    self.rule(x, y, x + run.width, y, _LINE_WIDTH)
            x += run.width

    def rule(self, x: float, y: float, x_end: float, y_end: float, width: float) -> None:
        """Draw a straight line."""
        self._canvas.setLineWidth(width)
        self._canvas.line(x, y, x_end, y_end)

    def dashed_rule(self, x: float, y: float, y_end: float, width: float) -> None:
        """Draw a dashed upright line."""
        self._canvas.setDash(2.4, 2)
        self.rule(x, y, x, y_end, width)
        self._canvas.setDash()

    def circle(self, x: float, y: float, radius: float, width: float, *, fill: Fill = Fill.NONE) -> None:
        """Draw a circle with a black edge."""
        self._canvas.setLineWidth(width)
        with self._filling(white=fill is Fill.WHITE):
            self._canvas.circle(x, y, radius, fill=int(fill is not Fill.NONE))

    def box(self, x: float, y: float, size: tuple[float, float], width: float, *, fill: Fill = Fill.NONE) -> None:
        """Draw a rectangle of (width, height) with a black edge and its lower left corner at `x`, `y`."""
        self._canvas.setLineWidth(width)
        with self._filling(white=fill is Fill.WHITE):
            self._canvas.rect(x, y, *size, fill=int(fill is not Fill.NONE))

    def chip(self, x: float, y: float, size: tuple[float, float], corner: float, *, fill: Fill) -> None:
        """Draw a box with round corners and a thin black edge that stays within `size`."""
        width, height = size[0] - _CHIP_EDGE, size[1] - _CHIP_EDGE
        self._canvas.setLineWidth(_CHIP_EDGE)
        with self._filling(white=fill is Fill.WHITE):
            left, foot = x + _CHIP_EDGE / 2, y + _CHIP_EDGE / 2
            self._canvas.roundRect(left, foot, width, height, corner, fill=int(fill is not Fill.NONE))

    def strokes(self, points: Sequence[tuple[float, float]], width: float) -> None:
        """Draw a line through the points with round ends."""
        path = self._canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        self._canvas.saveState()
        self._canvas.setLineWidth(width)
        self._canvas.setLineCap(1)
        self._canvas.drawPath(path)
        self._canvas.restoreState()

    def outline(self, outline: Outline, x: float, y: float, scale: float) -> None:
        """Fill an outline in black, its origin at `x`, `y`; shapes drawn the other way round are holes."""
        path = self._canvas.beginPath()
        draw = {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo, "close": path.close}
        for step, numbers in outline:
            draw[step](*numbers)
        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.scale(scale, scale)
        self._canvas.drawPath(path, fill=1, stroke=0, fillMode=_NON_ZERO)
        self._canvas.restoreState()

    def picture(self, picture: EmbeddedPicture, x: float, y: float, size: tuple[float, float]) -> None:
        """Draw a picture, (width, height) in size, with its lower left corner at `x`, `y`."""
        known = (name for name, one in self.pictures.items() if one == picture)
        name = next(known, f"Picture{len(self.pictures)}")
        self.pictures[name] = picture
        width, height = size
        self._canvas.addLiteral(f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm /{name} Do Q")

    def watermark(self, word: str, size: float) -> None:
        """Draw a word as thin outlines around the origin, so that the text over it stays readable in any copier."""
        width = self._canvas.stringWidth(word, text_face_of(Weight.BOLD).name, size)
        text = self._canvas.beginText(-width / 2 - 15, -size * 0.36)
        text.setFont(text_face_of(Weight.BOLD).name, size)
        text.setCharSpace(6)
        text.setTextRenderMode(_OUTLINE_ONLY)
        self._canvas.saveState()
        self._canvas.setStrokeGray(_WATERMARK_GREY)
        self._canvas.setLineWidth(0.75)
        text.textOut(word)
        self._canvas.drawText(text)
        self._canvas.restoreState()

    @contextmanager
    def _filling(self, *, white: bool) -> Iterator[None]:
        if not white:
            yield
            return
        self._canvas.saveState()
        self._canvas.setFillGray(1)
        yield
        self._canvas.restoreState()

    def _remember(self, run: SetRun) -> None:
        known = self.sources.setdefault(run.face.postscript_name, {}) if run.glyphs else {}
        for glyph in run.glyphs:
            if glyph.source:
                known.setdefault(glyph.code, glyph.source)


def _shaped(glyphs: Sequence[Glyph]) -> ShapedStr:
    """Return the glyphs in the form the PDF library draws one by one, each in a cluster of its own."""
    data = [
        ShapeData(index, glyph.advance, 0, glyph.shift_right, glyph.shift_up, glyph.natural_width)
        for index, glyph in enumerate(glyphs)
    ]
    return ShapedStr("".join(chr(glyph.code) for glyph in glyphs), shapeData=data)
