"""A PNG as a PDF holds it: the compressed pixels go over as they are, so nothing is decoded and no byte is new."""

from dataclasses import dataclass
from typing import Final, Self

_HEAD: Final = b"IHDR"
_PIXELS: Final = b"IDAT"
_FIRST_CHUNK: Final = 8
_AROUND: Final = 12
_PLAIN: Final = {0: 1, 2: 3}
"""How many colours a pixel has, by the kind of PNG that has neither palette nor transparency."""


@dataclass(frozen=True, slots=True)
class EmbeddedPicture:
    """Pixels of eight bits in one colour or three, compressed as PNG and PDF both do."""

    width: int
    height: int
    colours: int
    pixels: bytes

    @classmethod
    def of_png(cls, content: bytes) -> Self:
        """Return the picture of a PNG that is grey or in colours, of eight bits, plain and not interlaced.

        Raises:
            ValueError: it is another.
        """
        head, pixels, place = b"", b"", _FIRST_CHUNK
        while place < len(content):
            length = int.from_bytes(content[place : place + 4])
            kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
            if kind == _HEAD:
                head = body
            elif kind == _PIXELS:
                pixels += body
            place += _AROUND + length
        bits, sort, rest = head[8:9], head[9:10], head[10:]
        if not pixels or bits != b"\x08" or sort[0] not in _PLAIN or any(rest):
            raise ValueError("not a plain PNG of eight bits")
        return cls(int.from_bytes(head[:4]), int.from_bytes(head[4:8]), _PLAIN[sort[0]], pixels)
