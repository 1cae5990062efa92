"""What is printed of a logo: upright, in the colours meant, on white; what cannot be printed is refused when chosen."""

from io import BytesIO
from random import Random
from zlib import compress

import pytest
from PIL import Image, ImageCms

from desktop_app.application.choose_logo import LogoProblem, LogoRefused
from desktop_app.documents.embedded_picture import EmbeddedPicture
from desktop_app.documents.logo_content import FINEST_DPI, LEAST_LONGEST, MOST_PIXELS, SMALL_ENOUGH, printed_logo
from tests.documents.test_scan_content import a_chunk, a_jpeg, a_pdf, a_png
from tests.logos import BLUE, WHITE, plain, written

BLACK = (0, 0, 0)
RED = (220, 20, 30)


def printed(content: bytes) -> Image.Image:
    return Image.open(BytesIO(printed_logo(content)))


def halves(content: bytes) -> tuple[object, object]:
    """Return the colours in the middle of the left half and of the right."""
    picture = printed(content).convert("RGB")
    width, height = picture.size
    return tuple(picture.getpixel((width * place // 4, height // 2)) for place in (1, 3))  # type: ignore[return-value]


def is_near(found: object, meant: tuple[int, ...], *, by: int = 6) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= by for one, other in zip(found, meant, strict=True))


def in_halves(left: tuple[int, ...], right: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    picture = Image.new(mode, (240, 80), right)
    picture.paste(left, (0, 0, 120, 80))
    return picture


def a_deep_png(kind: int, pixels: bytes, *chunks: bytes) -> bytes:
    """Return a PNG of sixteen bits, 64 pixels wide and 16 high, each row the same."""
    head = (64).to_bytes(4) + (16).to_bytes(4) + bytes((16, kind, 0, 0, 0))
    rows = compress((b"\0" + pixels) * 16)
    body = a_chunk(b"IHDR", head) + b"".join(chunks) + a_chunk(b"IDAT", rows) + a_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def refused(content: bytes) -> LogoProblem:
    with pytest.raises(LogoRefused) as error:
        printed_logo(content)
    return error.value.problem


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_in_colours_keeps_them(kind: str) -> None:
    left, right = halves(written(in_halves(BLUE, RED), kind))

    assert is_near(left, BLUE)
    assert is_near(right, RED)


def test_what_is_printed_can_go_into_a_pdf_as_it_is() -> None:
    picture = EmbeddedPicture.of_png(printed_logo(written(in_halves(BLUE, RED))))

    assert (picture.width, picture.height, picture.colours) == (240, 80, 3)


def test_a_grey_picture_needs_one_colour_only() -> None:
    assert EmbeddedPicture.of_png(printed_logo(written(in_halves((20,) * 3, (200,) * 3)))).colours == 1


def test_transparency_becomes_white() -> None:
    left, right = halves(written(in_halves((*BLUE, 255), (*RED, 0), "RGBA")))
    assert (left, right) == (BLUE, WHITE)

    half_seen, _ = halves(written(in_halves((0, 0, 0, 128), (*RED, 255), "RGBA")))
    assert is_near(half_seen, (127, 127, 127))


def test_a_palette_and_the_colour_in_it_that_is_not_seen_come_out_right() -> None:
    palette = in_halves(BLUE, RED).quantize(4)
    unseen = palette.getpixel((200, 40))

    opaque_by_halves = in_halves((*BLUE, 255), (0, 0, 0, 128), "RGBA").quantize(4)

    assert halves(written(palette)) == (BLUE, RED)
    left, right = halves(written(opaque_by_halves))
    assert left == BLUE
    assert is_near(right, (127, 127, 127))
    assert halves(written(palette, transparency=unseen)) == (BLUE, WHITE)


def test_the_inks_of_a_printer_come_out_as_colours() -> None:
    left, right = halves(written(in_halves((255, 255, 0, 0), (0, 0, 0, 0), "CMYK"), "JPEG", quality=95))

    assert is_near(left, (0, 0, 255))
    assert is_near(right, WHITE)


def test_sixteen_bits_are_divided_and_not_cut_off() -> None:
    grey = b"\x40\x00" * 32 + b"\xc0\x00" * 32
    assert halves(a_deep_png(0, grey)) == ((64,) * 3, (192,) * 3)
    assert halves(a_deep_png(0, grey, a_chunk(b"tRNS", b"\xc0\x00"))) == ((64,) * 3, WHITE)
    assert halves(a_deep_png(2, b"\x40\x00\x80\x00\xc0\x00" * 32 + b"\x00" * 192)) == ((64, 128, 192), BLACK)
    assert halves(a_deep_png(6, b"\x40\x00\x80\x00\xc0\x00\xff\xff" * 32 + b"\x00" * 256)) == ((64, 128, 192), WHITE)


def test_two_colours_and_a_dark_one_that_is_not_seen_come_out_right() -> None:
    two = in_halves((0,) * 3, (255,) * 3).convert("1")

    assert halves(written(two)) == (BLACK, WHITE)
    assert halves(written(in_halves((9,) * 3, (80,) * 3).convert("L"), transparency=9)) == (WHITE, (80,) * 3)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_a_camera_held_sideways_stands_upright(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise

    upright = printed(written(plain(240, 80), kind, exif=exif))

    assert upright.size == (80, 240)
    assert upright.info == {}


def test_a_profile_of_colours_is_followed_and_one_that_is_broken_is_not() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (srgb, lab, b"no profile"):
        left, right = halves(written(in_halves(BLUE, RED), icc_profile=profile))
        assert is_near(left, BLUE)
        assert is_near(right, RED)


def test_a_profile_that_means_other_colours_changes_them() -> None:
    dark = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for curve in (b"rTRC", b"gTRC", b"bTRC"):  # let every curve be the same power of 3.5
        place = dark.index(curve)
        start = int.from_bytes(dark[place + 4 : place + 8])
        dark[place + 8 : place + 12] = (14).to_bytes(4)
        dark[start : start + 14] = b"curv" + bytes(4) + (1).to_bytes(4) + b"\x03\x80"

    [left, _] = halves(written(in_halves((128,) * 3, RED), icc_profile=bytes(dark)))

    assert isinstance(left, tuple)
    assert left[0] < 110


def test_a_large_picture_is_no_finer_than_paper_shows() -> None:
    wide = printed(written(plain(3000, 400)))
    assert wide.size == (round(45 / 25.4 * FINEST_DPI[0]), 142)

    assert printed(written(plain(300, 1200))).height == round(12 / 25.4 * FINEST_DPI[0])


def test_a_picture_that_stays_large_is_made_coarser_but_not_beyond_what_paper_needs() -> None:
    noise = Image.frombytes("RGB", (1200, 300), Random(1).randbytes(1200 * 300 * 3))  # noqa: S311 - chance, not secrecy

    content = printed_logo(written(noise, "JPEG", quality=60))

    assert len(content) > SMALL_ENOUGH
    assert Image.open(BytesIO(content)).height == round(45 / 25.4 * FINEST_DPI[-1] / 4)


def test_equal_files_are_printed_as_equal_bytes() -> None:
    content = written(in_halves((*BLUE, 90), (*RED, 255), "RGBA"))

    assert printed_logo(content) == printed_logo(content)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (a_pdf(), LogoProblem.WRONG_TYPE),
        (b"GIF89a", LogoProblem.WRONG_TYPE),
        (b"<svg/>", LogoProblem.WRONG_TYPE),
        (written(plain())[:-30], LogoProblem.BROKEN),
        (a_png(240, 80), LogoProblem.BROKEN),
        (a_jpeg(240, 80), LogoProblem.BROKEN),
        (a_png(0, 80), LogoProblem.BROKEN),
        (a_png(MOST_PIXELS, 16), LogoProblem.TOO_MANY_PIXELS),
        (a_jpeg(65_000, 65_000), LogoProblem.TOO_MANY_PIXELS),
        (written(plain(LEAST_LONGEST - 1, LEAST_LONGEST - 1)), LogoProblem.TOO_FEW_PIXELS),
        (written(plain(600, 4)), LogoProblem.TOO_FEW_PIXELS),
        (written(plain(colour=WHITE)), LogoProblem.BLANK),
        (written(Image.new("RGBA", (240, 80), (255, 255, 255, 90))), LogoProblem.BLANK),
        (written(Image.new("RGBA", (240, 80), (*BLUE, 0))), LogoProblem.BLANK),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_what_cannot_be_printed_is_refused(content: bytes, problem: LogoProblem) -> None:
    assert refused(content) is problem


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_damaged_file_is_printed_or_refused_and_never_anything_else(kind: str) -> None:
    whole, random = written(in_halves(BLUE, RED), kind), Random(7)  # noqa: S311 - the same damage every time
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(random.randint(1, 4)):
            damaged[random.randrange(len(damaged))] = random.randrange(256)
        try:
            printed_logo(bytes(damaged))
        except LogoRefused:
            continue


@pytest.mark.parametrize(
    "content",
    [
        a_png(2, 1)[:8],
        a_deep_png(0, b"\x40\x00" * 64),
        written(Image.new("RGBA", (64, 16), (*BLUE, 9))),
        written(plain().quantize(4)),
    ],
    ids=["no pixels", "sixteen bits", "transparency", "palette"],
)
def test_only_a_plain_picture_of_eight_bits_goes_into_a_pdf(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a plain PNG"):
        EmbeddedPicture.of_png(content)
