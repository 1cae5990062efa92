"""The bundled faces on paper: which of them has a character, how wide it is, and how a run of it is shaped.

Noto Sans sets Latin, Greek and Cyrillic; Noto Naskh Arabic and Noto Sans Ethiopic step in where it has no character.
The faces are read once for each process, the foreign ones when first needed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, Final
from unicodedata import mirrored

import uharfbuzz
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from desktop_app.documents.styles import Weight
from desktop_app.resource_files import resource

UNITS_PER_EM: Final = 1000
INVISIBLE = "\u200c\u200d\u200e\u200f\u061c"

_SHAPED_GLYPHS_START = 0xE000
_PRIVATE_USE = range(0xE000, 0xF900)
_FIRST_VISIBLE = 0x20
# Naskh's forms for a language are Urdu's when none is told: Persian digits would lose their shape.
_FEATURES = {"locl": False}
_NASKH_SCALE = 1.16
"""Naskh looks smaller than Noto Sans of the same size."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A shaped glyph; lengths are thousandths of the type size, `source` is the text it stands for."""

    code: int
    source: str
    advance: float
    natural_width: float
    shift_right: float
    shift_up: float


class Face:
    """One font file. `scale` is what its size is multiplied by to look as large as the text face."""

    def __init__(self, name: str, *, scale: float = 1.0, joins_letters: bool = False) -> None:
        self._path = resource("fonts", f"{name}.ttf")
        self.name = name
        self.scale = scale
        self.joins_letters = joins_letters
        self._font = TTFont(name, str(self._path))
        registerFont(self._font)
        known = self._font.face.charToGlyph
        self._widths: dict[str, float] = {
            chr(code): width
            for code, width in self._font.face.charWidths.items()
            if code in known and code >= _FIRST_VISIBLE and code not in _PRIVATE_USE
        }

    def __contains__(self, char: str) -> bool:
        return char in self._widths

    @property
    def postscript_name(self) -> str:
        """The name the font file gives itself, which the PDF repeats."""
        return bytes(self._font.face.name).decode("ascii")

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character the face can draw."""
        return frozenset(self._widths)

    def width(self, char: str) -> float:
        """Return the width of an unshaped character in thousandths of the type size, `scale` not counted."""
        return self._widths[char]

    def shape(self, text: str, *, leftwards: bool) -> Iterator[Glyph]:
        """Yield the glyphs of `text` from left to right: joined, mirrored and with marks in their places.

        A glyph's code depends on the glyph alone, never on what was shaped before it, so equal texts give equal bytes.
        """
        buffer = self._shaped(text, leftwards=leftwards)
        sources = _sources(text, [info.cluster for info in buffer.glyph_infos])
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            code = self._code(info.codepoint)
            source = sources.pop(info.cluster, "")
            yield Glyph(
                code,
                self._mirrored(info.codepoint) if mirrored(source[:1] or " ") else source,
                self._scaled(position.x_advance),
                self._font.face.charWidths[code],
                self._scaled(position.x_offset),
                self._scaled(position.y_offset),
            )

    def shaped_width(self, text: str, *, leftwards: bool) -> float:
        """Return how wide `text` is once it is shaped, in thousandths of the type size; cheaper than its glyphs."""
        return self._scaled(sum(place.x_advance for place in self._shaped(text, leftwards=leftwards).glyph_positions))

    def _shaped(self, text: str, *, leftwards: bool) -> Any:  # noqa: ANN401 - uharfbuzz comes without types
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        uharfbuzz.shape(self._shaper, buffer, _FEATURES)
        return buffer

    @cached_property
    def _shaper(self) -> Any:  # noqa: ANN401 - uharfbuzz comes without types
        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self._path.read_bytes())))

    def _scaled(self, units: int) -> float:
        units_per_em: int = self._font.face.unitsPerEm
        return units * UNITS_PER_EM / units_per_em

    def _mirrored(self, glyph: int) -> str:
        """Return the character a bracket looks like after mirroring: readers mirror it back."""
        return chr(self._font.face.glyphToChar[glyph][0])

    def _code(self, glyph: int) -> int:
        """Return the private code the PDF library embeds the glyph under, which it must know first."""
        code = _SHAPED_GLYPHS_START + glyph
        if code not in self._font.face.charToGlyph:
            self._font.face.charWidths[code] = self._scaled(self._shaper.get_glyph_h_advance(glyph))
            self._font.face.charToGlyph[code] = glyph
        return code


def face_of(char: str, weight: Weight) -> Face | None:
    """Return the face that draws `char`: the text face in its weight, else a foreign one, else None."""
    text_face = text_face_of(weight)
    if char in text_face:
        return text_face
    return next((face for face in _foreign_faces(weight) if char in face), None)


@cache
def text_face_of(weight: Weight) -> Face:
    """Return Noto Sans in a weight; it has the replacement mark."""
    return Face(f"NotoSans-{weight.value}")


@cache
def _foreign_faces(weight: Weight) -> tuple[Face, ...]:
    """The foreign faces have no italic: what would be italic stands upright."""
    cut = Weight.BOLD if weight is Weight.BOLD else Weight.REGULAR
    return _arabic(cut), _ethiopic(cut)


@cache
def _arabic(cut: Weight) -> Face:
    return Face(f"NotoNaskhArabic-{cut.value}", scale=_NASKH_SCALE, joins_letters=True)


@cache
def _ethiopic(cut: Weight) -> Face:
    return Face(f"NotoSansEthiopic-{cut.value}")


def _sources(text: str, clusters: list[int]) -> dict[int, str]:
    starts = [*sorted(set(clusters)), len(text)]
    return {start: text[start:end] for start, end in pairwise(starts)}
