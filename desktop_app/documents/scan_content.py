"""What a file is that somebody wants to attach as a scan, told from its bytes, and whether it can be opened.

Nothing is decoded here: of a picture only its frame is read, so that a hostile one costs no more than its bytes.
"""

from io import BytesIO
from typing import Final
from zlib import crc32

from desktop_app.application.errors import ScanProblem, ScanRefused
from desktop_app.domain.scan import ScanType

MOST_PIXELS: Final = 64_000_000
"""A page of A4 at 600 dots an inch has 35 million; as pixels more than this would fill a quarter of a gigabyte."""

_PDF_WITHIN: Final = 1024
"""How far from the beginning and from the end readers look for the marks of a PDF."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
_END_OF_JPEG: Final = b"\xff\xd9"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # SOF0 to SOF15; the others are tables
_START_OF_SCAN: Final = 0xDA
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length


def scan_type(content: bytes) -> ScanType:
    """Return what the bytes are.

    Raises:
        ScanRefused: WRONG_TYPE, they are no PDF, JPG or PNG; ENCRYPTED, a PDF with a password; BROKEN, it cannot be
            opened or its end is missing; TOO_MANY_PIXELS.
    """
    if found := kind_and_size(content):
        kind, (width, height) = found
        if width * height > MOST_PIXELS:
            raise ScanRefused(ScanProblem.TOO_MANY_PIXELS)
        return kind
    if b"%PDF-" in content[:_PDF_WITHIN]:
        _check_pdf(content)
        return ScanType.PDF
    raise ScanRefused(ScanProblem.WRONG_TYPE)


def kind_and_size(content: bytes) -> tuple[ScanType, tuple[int, int]] | None:
    """Return which kind of picture the bytes are, and its width and height in pixels; None where they are none.

    Raises:
        ScanRefused: BROKEN, the frame of the picture does not hold, or its end is missing.
    """
    if content.startswith(_PNG):
        kind, size = ScanType.PNG, _size_of_png(content)
    elif content.startswith(_JPEG):
        kind, size = ScanType.JPEG, _size_of_jpeg(content)
    else:
        return None
    if 0 in size:
        raise ScanRefused(ScanProblem.BROKEN)
    return kind, size


def _check_pdf(content: bytes) -> None:
    from pikepdf import PasswordError, Pdf, PdfError  # noqa: PLC0415 - takes a moment, and pictures need none

    from desktop_app.documents import preview  # noqa: PLC0415 - as above

    if b"%%EOF" not in content[-_PDF_WITHIN:]:
        raise ScanRefused(ScanProblem.BROKEN)  # cut off; repaired, it could lack the page with the signatures
    try:
        with Pdf.open(BytesIO(content)) as pdf:
            is_encrypted, pages = pdf.is_encrypted, len(pdf.pages)
    except PasswordError as error:
        raise ScanRefused(ScanProblem.ENCRYPTED) from error
    except (PdfError, ValueError, RuntimeError) as error:
        raise ScanRefused(ScanProblem.BROKEN) from error
    if is_encrypted:
        raise ScanRefused(ScanProblem.ENCRYPTED)
    if pages == 0:
        raise ScanRefused(ScanProblem.BROKEN)
    try:
        preview.page_count(content)  # what shows it is another library than what looks into it
    except preview.DocumentUnreadable as error:
        raise ScanRefused(ScanProblem.BROKEN) from error


def _size_of_png(content: bytes) -> tuple[int, int]:
    """Walk over the chunks up to the one that ends the picture; return width and height."""
    size, place = (0, 0), len(_PNG)
    while place + 12 <= len(content):
        length = int.from_bytes(content[place : place + 4])
        kind, body = content[place + 4 : place + 8], content[place + 4 : place + 8 + length]
        kept = content[place + 8 + length : place + 12 + length]
        if crc32(body).to_bytes(4) != kept or (size == (0, 0)) is not (kind == b"IHDR"):
            break
        if kind == b"IHDR":
            size = int.from_bytes(body[4:8]), int.from_bytes(body[8:12])
        if kind == b"IEND":
            return size
        place += 12 + length
    raise ScanRefused(ScanProblem.BROKEN)


def _size_of_jpeg(content: bytes) -> tuple[int, int]:
    """Walk over the segments up to the pixels; return width and height."""
    size, place = (0, 0), 2
    while place + 4 <= len(content) and content[place] == _JPEG[0]:
        marker = content[place + 1]
        if marker in _ALONE or marker == _JPEG[0]:  # a marker may be preceded by any number of fill bytes
            place += 1 if marker == _JPEG[0] else 2
            continue
        if marker == _START_OF_SCAN:
            if _END_OF_JPEG in content[place:]:
                return size
            break
        if marker in _FRAMES:
            size = int.from_bytes(content[place + 7 : place + 9]), int.from_bytes(content[place + 5 : place + 7])
        place += 2 + int.from_bytes(content[place + 2 : place + 4])
    raise ScanRefused(ScanProblem.BROKEN)
