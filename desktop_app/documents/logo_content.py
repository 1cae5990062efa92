"""Makes what is printed of a logo from the file somebody chose: upright, in the colours meant, on white.

The file itself is not kept. What a picture file may hold besides (where and by whom it was taken, a profile of colours,
an animation) is left behind, and no other way of reading it than that of today can change a paper later.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from PIL import Image, ImageChops, ImageCms, ImageOps

from desktop_app.application.choose_logo import LogoProblem, LogoRefused
from desktop_app.application.errors import ScanRefused
from desktop_app.documents.letterhead import MOST_HEIGHT, MOST_WIDTH
from desktop_app.documents.scan_content import kind_and_size
from desktop_app.resource_files import resource

MOST_PIXELS: Final = 16_000_000
"""As much as a square of 4,000 pixels; on 45 mm even a thousand across are more than paper shows."""

LEAST_LONGEST: Final = 60
LEAST_SHORTEST: Final = 16
FINEST_DPI: Final = (600, 450, 300)
"""Dots an inch, the finest first: every signed plan in the store holds its logo, so a large one is made coarser."""

SMALL_ENOUGH: Final = 40 * 1024

_INCH: Final = 72
_WHITE: Final = (255, 255, 255)
_SIXTEEN_BITS: Final = "I;16"
_NOT_READ: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    struct.error,
    Image.DecompressionBombError,
)
"""What the library raises on files that are not as they say, by its own account and by what was seen."""


def printed_logo(content: bytes) -> bytes:
    """Return a PNG as `Logo.content` is, no finer than paper shows.

    Raises:
        LogoRefused: WRONG_TYPE, the bytes are no PNG or JPG; BROKEN, they cannot be decoded to the end;
            TOO_MANY_PIXELS or TOO_FEW_PIXELS; BLANK, nothing of it is seen on white paper.
    """
    _check_size(content)
    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            opened.load()
            picture = _on_white(ImageOps.exif_transpose(opened))
    except _NOT_READ as error:
        raise LogoRefused(LogoProblem.BROKEN) from error
    if ImageChops.invert(picture).getbbox() is None:
        raise LogoRefused(LogoProblem.BLANK)
    written = b""
    for written in _written(_grey_where_it_is(picture)):
        if len(written) <= SMALL_ENOUGH:
            break
    return written


def _check_size(content: bytes) -> None:
    """Look at the frame before anything is decoded: what it asks for may be more than the machine has."""
    try:
        found = kind_and_size(content)
    except ScanRefused as error:
        raise LogoRefused(LogoProblem(error.problem)) from error
    if found is None:
        raise LogoRefused(LogoProblem.WRONG_TYPE)
    _kind, size = found
    if size[0] * size[1] > MOST_PIXELS:
        raise LogoRefused(LogoProblem.TOO_MANY_PIXELS)
    if max(size) < LEAST_LONGEST or min(size) < LEAST_SHORTEST:
        raise LogoRefused(LogoProblem.TOO_FEW_PIXELS)


def _on_white(picture: Image.Image) -> Image.Image:
    """Return a decoded picture in sRGB without transparency."""
    paper = Image.new("RGB", picture.size, _WHITE)
    paper.paste(_in_srgb(picture), mask=_opacity(picture))
    return paper


def _in_srgb(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    plain = _of_eight_bits(picture)
    if plain.mode not in {"L", "RGB", "CMYK"}:
        plain = plain.convert("RGBA").convert("RGB")  # a palette may hold how opaque each of its colours is
    if profile:
        meant, srgb = BytesIO(profile), BytesIO(resource("colour", "sRGB.icc").read_bytes())
        try:
            turned = ImageCms.profileToProfile(plain, meant, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):  # a profile that is broken, or for other colours than these
            turned = None
        if turned is not None:
            return turned
    return plain.convert("RGB")


def _of_eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture whose shades are no finer than a byte: the library would cut sixteen bits off, not divide."""
    if picture.mode != _SIXTEEN_BITS:
        return picture
    return Image.frombytes("L", picture.size, picture.tobytes()[1::2])


def _opacity(picture: Image.Image) -> Image.Image | None:
    """Return how opaque each pixel is, None where all are wholly."""
    if not picture.has_transparency_data:
        return None
    if picture.mode == _SIXTEEN_BITS:
        unseen = picture.info["transparency"].to_bytes(2, "little")
        pixels = picture.tobytes()
        opaque = (0 if pixels[place : place + 2] == unseen else 255 for place in range(0, len(pixels), 2))
        return Image.frombytes("L", picture.size, bytes(opaque))
    return picture.convert("RGBA").getchannel("A")


def _grey_where_it_is(picture: Image.Image) -> Image.Image:
    red, green, blue = picture.split()
    coloured = ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox()
    return picture if coloured else red


def _written(picture: Image.Image) -> Iterator[bytes]:
    """Yield a picture as PNG, coarser each time."""
    for dpi in FINEST_DPI:
        most = round(MOST_WIDTH / _INCH * dpi), round(MOST_HEIGHT / _INCH * dpi)
        finer, file = picture.copy(), BytesIO()
        finer.thumbnail(most, Image.Resampling.LANCZOS)
        finer.save(file, "PNG", optimize=True)
        yield file.getvalue()
