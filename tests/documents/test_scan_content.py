"""What a file is, is told from its bytes: PDF, JPG and PNG that can be opened, and nothing else."""

from io import BytesIO
from zlib import compress, crc32

import pikepdf
import pytest

from desktop_app.application.errors import ScanProblem, ScanRefused
from desktop_app.documents import preview
from desktop_app.documents.scan_content import MOST_PIXELS, scan_type
from desktop_app.domain.scan import ScanType


def a_pdf(*, pages: int = 1, encryption: pikepdf.Encryption | None = None) -> bytes:
    pdf, file = pikepdf.new(), BytesIO()
    for _page in range(pages):
        pdf.add_blank_page()
    pdf.save(file, encryption=encryption)
    return file.getvalue()


def a_chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + crc32(kind + body).to_bytes(4)


def a_png(width: int = 2, height: int = 1) -> bytes:
    head = width.to_bytes(4) + height.to_bytes(4) + bytes((8, 2, 0, 0, 0))
    chunks = a_chunk(b"IHDR", head), a_chunk(b"IDAT", compress(b"\0" + b"\xff" * 6)), a_chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def a_segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def a_jpeg(width: int = 2, height: int = 1, *, frame: int = 0xC0, end: bytes = b"\xff\xd9") -> bytes:
    size = b"\x08" + height.to_bytes(2) + width.to_bytes(2) + b"\x01\x01\x11\x00"
    head = a_segment(0xE0, b"JFIF\0") + b"\xff" + a_segment(0xC4, b"table") + a_segment(frame, size)
    return b"\xff\xd8" + head + a_segment(0xDA, b"scan") + b"\x12\x34" + end


def refused(content: bytes) -> ScanProblem:
    with pytest.raises(ScanRefused) as error:
        scan_type(content)
    return error.value.problem


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (a_pdf(), ScanType.PDF),
        (b"junk before\n" + a_pdf(), ScanType.PDF),
        (a_png(), ScanType.PNG),
        (a_jpeg(), ScanType.JPEG),
        (a_jpeg(frame=0xC2), ScanType.JPEG),
        (a_jpeg(end=b"\xff\xd9trailing bytes of a camera"), ScanType.JPEG),
        (b"\xff\xd8\xff\x01" + a_jpeg()[2:], ScanType.JPEG),
    ],
    ids=["pdf", "pdf after junk", "png", "jpeg", "progressive jpeg", "jpeg with a tail", "jpeg with a bare marker"],
)
def test_what_can_be_opened_is_told_from_its_bytes(content: bytes, expected: ScanType) -> None:
    assert scan_type(content) is expected


@pytest.mark.parametrize("content", [b"", b"MZ program", b"PK\x03\x04 Word", b"GIF89a", b"<html>", b"\x00" * 4000])
def test_other_files_are_of_the_wrong_type_whatever_they_are_called(content: bytes) -> None:
    assert refused(content) is ScanProblem.WRONG_TYPE


@pytest.mark.parametrize("user", ["hemmelig", ""], ids=["to be opened", "to be changed"])
def test_a_pdf_with_a_password_is_refused(user: str) -> None:
    locked = a_pdf(encryption=pikepdf.Encryption(owner="ejer", user=user))

    assert refused(locked) is ScanProblem.ENCRYPTED


@pytest.mark.parametrize(
    "content",
    [
        a_pdf(pages=0),
        a_pdf()[:-20],
        b"%PDF-1.7 and nothing more %%EOF",
        a_png()[:-4],
        a_png().replace(b"IDAT", b"IDAX"),
        a_png()[:8] + a_chunk(b"IDAT", b"x") + a_png()[8:],
        a_png(width=0),
        a_jpeg(end=b""),
        a_jpeg(height=0),
        a_jpeg()[:20],
        b"\xff\xd8\xff" + bytes(30),
    ],
    ids=[
        "pdf without pages",
        "pdf cut off",
        "pdf in name only",
        "png cut off",
        "png that was changed",
        "png without its head first",
        "png of no width",
        "jpeg without its end",
        "jpeg of no height",
        "jpeg cut off",
        "jpeg in name only",
    ],
)
def test_a_file_that_is_damaged_is_refused(content: bytes) -> None:
    assert refused(content) is ScanProblem.BROKEN


def test_a_pdf_the_preview_cannot_show_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_pdf: bytes) -> int:
        raise preview.DocumentUnreadable

    monkeypatch.setattr(preview, "page_count", fail)

    assert refused(a_pdf()) is ScanProblem.BROKEN


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    assert scan_type(a_png(8000, MOST_PIXELS // 8000)) is ScanType.PNG
    assert refused(a_png(8000, MOST_PIXELS // 8000 + 1)) is ScanProblem.TOO_MANY_PIXELS
    assert refused(a_jpeg(65535, 65535)) is ScanProblem.TOO_MANY_PIXELS
