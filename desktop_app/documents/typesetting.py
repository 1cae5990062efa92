"""Breaks text of any mixture of scripts into lines that fit, and knows every glyph's place on them.

All text on paper comes this way, the program's own and what users typed. A text is a row of pieces; each piece has its
own direction of writing and cannot disturb the order of its neighbours. Lines break at spaces and after hyphens; a word
that is longer than the line is broken where the line ends.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, islice
from unicodedata import category

from desktop_app.documents.fonts import INVISIBLE, UNITS_PER_EM, Face, Glyph, face_of, text_face_of
from desktop_app.documents.printable_text import REPLACEMENT, keep_together, printable
from desktop_app.documents.structure import Line
from desktop_app.documents.styles import Style, Weight
from desktop_app.documents.writing_direction import LEFT_TO_RIGHT, RIGHT_TO_LEFT, base_direction, levels, visual_order

ELLIPSIS = "…"

_BREAK = re.compile(r" +|(?<=[^\W\d_])[-‐/](?=[^\W\d_])|፡")
_MOST_CHARACTERS_ON_A_LINE = 2000
_FIRST_STEP = 32
_BEGINNING = 128
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text in one weight; None means the weight of the style it is set in.

    `line` goes along its words; `language` is told where it is another one than the document's.
    """

    text: str
    weight: Weight | None = None
    line: Line | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SetRun:
    """Text of one face and size on a line. With `glyphs` the text was shaped and they are what is drawn."""

    face: Face
    size: float
    text: str
    width: float
    glyphs: tuple[Glyph, ...] = ()
    line: Line | None = None
    language: str | None = None

    @property
    def is_marked(self) -> bool:
        """Whether it differs from the text around it in more than its looks."""
        return self.line is not None or self.language is not None


@dataclass(frozen=True, slots=True)
class SetLine:
    """A finished line: its runs from left to right, its text in reading order, its width in points.

    One with words in another language or with a line along them consists of `parts`, from left to right, each of one
    language with one line or none. `ends_here` says that what follows begins a new line, however much room there is.
    """

    runs: tuple[SetRun, ...]
    text: str
    width: float
    runs_leftwards: bool = False
    parts: "tuple[SetLine, ...]" = ()
    ends_here: bool = False

    @property
    def needs_its_text(self) -> bool:
        """Whether the glyphs alone do not tell the text, so that it must be noted beside them."""
        return any(run.glyphs for run in self.runs)

    def with_space(self) -> "SetLine":
        """Return the line with a space at its end that takes no width: it parts words for whoever reads the text."""
        *others, last = self.runs
        parts = (*self.parts[:-1], self.parts[-1].with_space()) if self.parts else ()
        if last.glyphs:
            return replace(self, text=f"{self.text} ", parts=parts)
        runs = (*others, replace(last, text=f"{last.text} "))
        return replace(self, runs=runs, text=f"{self.text} ", parts=parts)


def set_text(text: Sequence[Piece] | str, style: Style, width: float, most: int | None = None) -> list[SetLine]:
    """Return the lines of a text in a column `width` points wide.

    With `most`, what does not fit on that many lines is left out and the last line ends in an ellipsis. A line end in
    the text ends the line; an empty line stays as a line without runs, but not at the end.
    """
    manuscript = _Manuscript((Piece(text),) if isinstance(text, str) else text, style)
    places = [place for start, end in manuscript.paragraphs() for place in manuscript.lines(start, end, width)]
    while places and manuscript.is_blank(places[-1]):
        places.pop()
    if most is None or len(places) <= most:
        return [manuscript.line(place) for place in places]
    return [manuscript.line(place) for place in places[: most - 1]] + [manuscript.shortened(places[most - 1], width)]


def set_line(text: Sequence[Piece] | str, style: Style, width: float = float("inf")) -> SetLine:
    """Return a text on a single line, with an ellipsis if it is longer than `width`."""
    lines = set_text(text, style, width, most=1)
    return lines[0] if lines else SetLine((), "", 0)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line starts and ends in the manuscript, and where its paragraph ends."""

    start: int
    end: int
    paragraph_end: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of one face and one level."""

    start: int
    end: int
    face: Face
    level: int
    is_shaped: bool
    line: Line | None
    language: str | None


class _Manuscript:
    """A text whose characters have got their faces, levels and widths."""

    def __init__(self, pieces: Sequence[Piece], style: Style) -> None:
        self._size = style.size
        self._ellipsis_face = text_face_of(style.weight)
        self._base = LEFT_TO_RIGHT
        self._text = ""
        self._stretches: list[_Stretch] = []
        for piece in pieces:
            prepared = keep_together(printable(piece.text))
            for paragraph in prepared.splitlines(keepends=True) if "\n" in prepared else (prepared,):
                base = base_direction(paragraph)
                self._add(paragraph, base, piece, piece.weight or style.weight)
                if len(pieces) == 1 and base == RIGHT_TO_LEFT:
                    self._base = RIGHT_TO_LEFT
        self._starts = [stretch.start for stretch in self._stretches]
        self._is_shaped = any(stretch.is_shaped for stretch in self._stretches)
        self._offsets = [0.0] if self._is_shaped else [0.0, *accumulate(self._widths())]

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """Yield where each paragraph starts and ends, its line end not counted."""
        start = 0
        for paragraph in self._text.split("\n"):
            yield start, start + len(paragraph)
            start += len(paragraph) + 1

    def lines(self, start: int, end: int, width: float) -> Iterator[_Place]:
        """Yield the lines of a paragraph, each as long as fits; an empty paragraph yields one empty line."""
        line_start = fits_until = start
        for word_end, stop in self._break_places(start, end):
            if not self._fits(line_start, word_end, width) and fits_until > line_start:
                yield _Place(line_start, fits_until, end)
                line_start = fits_until
            while not self._fits(line_start, word_end, width):
                cut = self._forced_break(line_start, word_end, width)
                yield _Place(line_start, cut, end)
                line_start = cut
            fits_until = stop
        if line_start < end or start == end:
            yield _Place(line_start, end, end)

    def is_blank(self, place: _Place) -> bool:
        """Say whether a line shows nothing."""
        return not self._text[place.start : place.end].strip(" ")

    def line(self, place: _Place) -> SetLine:
        """Set one line; one that goes on after a space or a line end keeps a space, without width."""
        text = self._text[place.start : place.end]
        visible_end = place.start + len(text.rstrip(" "))
        ends_here = place.end == place.paragraph_end < len(self._text)
        line = self._arranged(self._runs(place.start, visible_end), text.rstrip(" "))
        if line.runs and (ends_here or (place.end < place.paragraph_end and visible_end < place.end)):
            line = line.with_space()
        return replace(line, ends_here=True) if ends_here else line

    def shortened(self, place: _Place, width: float) -> SetLine:
        """Set as much as fits from where a line starts, and an ellipsis."""
        face = self._ellipsis_face
        ellipsis = SetRun(face, self._size, ELLIPSIS, face.width(ELLIPSIS) * self._size / UNITS_PER_EM)
        room = width - ellipsis.width
        end = place.paragraph_end
        if not self._fits(place.start, end, room):
            end = self._forced_break(place.start, end, room)
        text = self._text[place.start : end].rstrip(" ")
        runs = [*self._runs(place.start, place.start + len(text)), (self._base, ellipsis)]
        return self._arranged(runs, text + ELLIPSIS)

    def _arranged(self, runs: Sequence[tuple[int, SetRun]], text: str) -> SetLine:
        in_sight = tuple(run for _, run in visual_order(runs))
        width = sum(run.width for run in in_sight)
        parts = _parts(runs, in_sight) if any(run.is_marked for run in in_sight) else ()
        return SetLine(in_sight, text, width, runs_leftwards=self._base == RIGHT_TO_LEFT, parts=parts)

    def _add(self, paragraph: str, base: int, piece: Piece, weight: Weight) -> None:
        text_face = text_face_of(weight)
        if text_face.characters.issuperset(paragraph):
            faces = [text_face] * len(paragraph)
        else:
            faces, paragraph = _choose_faces(paragraph, weight)
        offset = start = len(self._text)
        found = zip(levels(paragraph, base), faces, strict=True)
        for (level, face), group in groupby(found):
            end = start + sum(1 for _ in group)
            is_shaped = level % 2 == 1 or face.joins_letters or _has_marks(paragraph[start - offset : end - offset])
            self._stretches.append(_Stretch(start, end, face, level, is_shaped, piece.line, piece.language))
            start = end
        self._text += paragraph

    def _widths(self) -> Iterator[float]:
        for stretch in self._stretches:
            unit = stretch.face.scale * self._size / UNITS_PER_EM
            width = stretch.face.width
            for char in self._text[stretch.start : stretch.end]:
                yield 0.0 if char == "\n" else width(char) * unit

    def _break_places(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        for found in _BREAK.finditer(self._text, start, end):
            yield found.start() if found[0][0] == " " else found.end(), found.end()
        yield end, end

    def _fits(self, start: int, end: int, width: float) -> bool:
        if self._is_shaped and end - start > _MOST_CHARACTERS_ON_A_LINE:
            return False
        if self._is_shaped and end - start > _BEGINNING and self._measure(start, start + _BEGINNING) > 2 * width:
            return False  # so that a word without end is not shaped to its end for every line of it
        return self._measure(start, end) <= width + _ROUNDING

    def _measure(self, start: int, end: int) -> float:
        if self._is_shaped:
            return sum(self._width_of(stretch, text) for stretch, text in self._parts(start, end))
        return self._offsets[end] - self._offsets[start]

    def _forced_break(self, start: int, end: int, width: float) -> int:
        """Return the last place before `end` where the line can break between letters, at least one letter on."""
        low, step = start + 1, _FIRST_STEP
        while (high := min(start + step, end)) < end and self._fits(start, high, width):
            low, step = high, step * 2
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(start, middle, width) else (low, middle - 1)
        cut = low
        while cut > start and cut < end and _has_marks(self._text[cut]):
            cut -= 1
        if cut > start:
            return cut
        return next((place for place in range(low, end) if not _has_marks(self._text[place])), end)

    def _runs(self, start: int, end: int) -> list[tuple[int, SetRun]]:
        """Return the runs between two places in reading order, with their levels."""
        return [(stretch.level, self._run(stretch, text)) for stretch, text in self._parts(start, end)]

    def _parts(self, start: int, end: int) -> Iterator[tuple[_Stretch, str]]:
        """Yield the stretches between two places and what of their text lies between them."""
        first = bisect_right(self._starts, start) - 1 if start < end else len(self._stretches)
        for stretch in islice(self._stretches, first, None):
            if stretch.start >= end:
                break
            yield stretch, self._text[max(start, stretch.start) : min(end, stretch.end)]

    def _width_of(self, stretch: _Stretch, text: str) -> float:
        """Return how wide a run would be, without setting it."""
        face = stretch.face
        if stretch.is_shaped:
            wide = face.shaped_width(text, leftwards=stretch.level % 2 == 1)
        else:
            wide = sum(map(face.width, text))
        return wide * self._size * face.scale / UNITS_PER_EM

    def _run(self, stretch: _Stretch, text: str) -> SetRun:
        face = stretch.face
        size = self._size * face.scale
        if stretch.is_shaped:
            glyphs = tuple(face.shape(text, leftwards=stretch.level % 2 == 1))
            width = sum(glyph.advance for glyph in glyphs) * size / UNITS_PER_EM
        else:
            glyphs, width = (), sum(map(face.width, text)) * size / UNITS_PER_EM
        return SetRun(face, size, text, width, glyphs, stretch.line, stretch.language)


def _parts(runs: Sequence[tuple[int, SetRun]], in_sight: Sequence[SetRun]) -> tuple[SetLine, ...]:
    """Return the runs as lines of one language and one line along the words each, or nothing where they interlock."""
    parts = []
    for _mark, group in groupby(runs, key=_mark_of):
        run_list = list(group)
        seen = tuple(run for _, run in visual_order(run_list))
        parts.append(SetLine(seen, "".join(run.text for _, run in run_list), sum(run.width for run in seen)))
    return tuple(parts) if [run for part in parts for run in part.runs] == list(in_sight) else ()


def _mark_of(levelled: tuple[int, SetRun]) -> tuple[Line | None, str | None]:
    return levelled[1].line, levelled[1].language


def _choose_faces(text: str, weight: Weight) -> tuple[list[Face], str]:
    """Return a face for each character, and the text with a replacement mark for each that no face has."""
    faces: list[Face] = []
    shown: list[str] = []
    for char in text:
        before = faces[-1] if faces else text_face_of(weight)
        if char in INVISIBLE or char == "\n" or (char in before and (char == " " or _has_marks(char))):
            face: Face | None = before
        else:
            face = face_of(char, weight)
        faces.append(face or text_face_of(weight))
        shown.append(char if face else REPLACEMENT)
    return faces, "".join(shown)


def _has_marks(text: str) -> bool:
    """Say whether some character takes its place from another: accents, vowel signs, joiners."""
    return not text.isascii() and any(char in INVISIBLE or category(char)[0] == "M" for char in text)
