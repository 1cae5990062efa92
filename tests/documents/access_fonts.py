"""Whether each code that is written has a glyph, that glyph's width, and a text."""

import re
from collections.abc import Iterable, Iterator
from struct import unpack, unpack_from
from typing import Any

from .access_marks import Shown

MAPPED = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")
NOT_A_TEXT = frozenset({"", "\x00", "\ufeff", "\ufffe"})
PRIVATE = range(0xE000, 0xF900)


def font_faults(shown: Iterable[Shown]) -> Iterator[str]:
    """Yield what is wrong with the fonts of what is shown."""
    used: dict[Any, tuple[Any, set[tuple[int, bool]]]] = {}
    for one in shown:
        codes = used.setdefault(one.font.objgen, (one.font, set()))[1]
        codes.update((code, one.has_text) for code in one.codes)
    for font, codes in used.values():
        yield from _of_font(font, codes)


def _of_font(font: Any, codes: set[tuple[int, bool]]) -> Iterator[str]:  # noqa: ANN401 - fonts have no type
    if "/FontFile2" not in font.get("/FontDescriptor", {}):
        yield "font is not embedded"
        return
    if "/ToUnicode" not in font:
        yield "font does not tell its text"
        return
    program = font.FontDescriptor.FontFile2.read_bytes()
    glyphs, advances = _glyphs(program), _advances(program)
    texts = {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for code, text in MAPPED.findall(font.ToUnicode.read_bytes())
    }
    for code, has_text in sorted(codes):
        glyph = glyphs.get(code, 0)
        if glyph == 0:
            yield "code has no glyph"
            continue
        text = texts.get(code, "")
        if text in NOT_A_TEXT:
            yield "code has no text"
        if not has_text and any(ord(letter) in PRIVATE for letter in text):
            yield "private code without its text beside it"
        place = code - int(font.FirstChar)
        if not 0 <= place < len(font.Widths) or abs(float(font.Widths[place]) - advances[glyph]) > 1:
            yield "width is not the glyph's"


def _tables(program: bytes) -> dict[bytes, bytes]:
    (count,) = unpack_from(">H", program, 4)
    entries = [unpack_from(">4sIII", program, 12 + 16 * number) for number in range(count)]
    return {name: program[start : start + length] for name, _, start, length in entries}


def _glyphs(program: bytes) -> dict[int, int]:
    """Return the glyph of each code: what simple fonts use is a trimmed table (format 6)."""
    table = _tables(program)[b"cmap"]
    (start,) = unpack_from(">I", table, 8)
    form, _, _, first, count = unpack_from(">5H", table, start)
    assert form == 6
    return {first + place: unpack_from(">H", table, start + 10 + 2 * place)[0] for place in range(count)}


def _advances(program: bytes) -> list[float]:
    tables = _tables(program)
    (units,) = unpack_from(">H", tables[b"head"], 18)
    (count,) = unpack_from(">H", tables[b"hhea"], 34)
    (glyphs,) = unpack_from(">H", tables[b"maxp"], 4)
    widths: list[float] = [
        width * 1000 / units for width in unpack(f">{2 * count}H", tables[b"hmtx"][: 4 * count])[::2]
    ]
    return [*widths, *widths[-1:] * int(glyphs - count)]
