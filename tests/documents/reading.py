"""Reads printed documents back, with libraries that did not write them."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pikepdf import Pdf, Stream
from pypdf import PdfReader


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def text_of(pdf: bytes) -> str:
    """Return the text of all pages with every run of white space as one space."""
    return " ".join(" ".join(pages_of(pdf)).split())


def squeezed(text: str) -> str:
    """Return a text without its white space, to find what was broken over lines."""
    return "".join(text.split())


def every_stream(pdf: bytes) -> Iterator[bytes]:
    """Yield all that is in the file: the bytes themselves and every stream without its compression."""
    yield pdf
    with Pdf.open(BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, Stream):
                yield item.read_bytes()


def elements_of(pdf: Pdf) -> Iterator[Any]:
    """Yield the elements of the structure tree in reading order."""
    yield from _elements(pdf.Root.StructTreeRoot.K)


def _elements(element: Any) -> Iterator[Any]:  # noqa: ANN401 - structure elements have no type of their own
    yield element
    for child in element.get("/K", []):
        if child.get("/Type") == "/StructElem":
            yield from _elements(child)
