"""Pages of a stored PDF as pictures and as text, for a window that knows nothing of PDF.

The library underneath may be used by one thread at a time, so each waits for the other.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pypdfium2

_HAIR = 0.001
_ONE_AT_A_TIME = Lock()


class DocumentUnreadable(Exception):
    """The bytes are not a PDF that can be shown."""


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page as pixels: rows from the top without gaps, each pixel red, green, blue and a byte without meaning."""

    width: int
    height: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """Return the number of pages.

    Raises:
        DocumentUnreadable: this is not a PDF.
    """
    with _opened(pdf) as document:
        return len(document)


def page_text(pdf: bytes, page: int) -> str:
    """Return the text of a page in the order it is drawn; pages count from 0.

    Raises:
        DocumentUnreadable: this is not a PDF.
        IndexError: it has no such page.
    """
    with _opened(pdf) as document, closing(_page(document, page)) as found, closing(found.get_textpage()) as text:
        return str(text.get_text_bounded())


def render_page(pdf: bytes, page: int, width_px: int) -> RenderedPage:
    """Return a page drawn `width_px` pixels wide on white, its height in proportion; pages count from 0.

    Raises:
        DocumentUnreadable: this is not a PDF.
        IndexError: it has no such page.
    """
    with _opened(pdf) as document, closing(_page(document, page)) as found:
        # The library rounds up: a hair less than the exact scale keeps a rounding error from adding a pixel.
        scale = (width_px - _HAIR) / found.get_width()
        bitmap = found.render(scale=scale, prefer_bgrx=True, rev_byteorder=True)
        return RenderedPage(bitmap.width, bitmap.height, bytes(bitmap.buffer))


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise DocumentUnreadable from error
        with closing(document):
            yield document


def _page(document: Any, number: int) -> Any:  # noqa: ANN401 - pypdfium2 comes without types
    if not 0 <= number < len(document):
        raise IndexError(number)
    return document[number]
