"""The paper beside the form: drawn when one pauses, said to be out of date while one types."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from desktop_app.application.drawing_ports import PageImage
from desktop_app.presenters.drafts import clock_text
from desktop_app.translation import _


class LivePreviewView(Protocol):
    """Where the paper is shown."""

    def show_page(self, image: PageImage, number: int, count: int) -> None:
        """Show page `number` of `count`."""
        ...

    def show_freshness(self, sentence: str, *, is_stale: bool) -> None:
        """Say when it was drawn, or that it is out of date; then it is dimmed."""
        ...


class LivePreview:
    """One document that changes under the eyes of who writes it; the page one looks at stays."""

    def __init__(
        self,
        view: LivePreviewView,
        *,
        render: Callable[[bytes, int, int], PageImage],
        page_count: Callable[[bytes], int],
    ) -> None:
        self._view = view
        self._render = render
        self._page_count = page_count
        self._content = b""
        self._number = 1
        self._count = 0
        self._width = 0

    @property
    def has_page(self) -> bool:
        """Whether anything was drawn yet."""
        return self._count > 0

    def clear(self) -> None:
        """Begin with another document, at its first page."""
        self._content, self._number, self._count = b"", 1, 0

    def show(self, content: bytes, at: datetime) -> None:
        """Show a document that was drawn just now."""
        self._content = content
        self._count = self._page_count(content)
        self._number = min(self._number, self._count)
        self._draw()
        self._view.show_freshness(_("Updated at {time}").format(time=clock_text(at)), is_stale=False)

    def mark_stale(self) -> None:
        """Say that what is shown is no longer what is written."""
        self._view.show_freshness(_("The preview is not up to date"), is_stale=True)

    def go_to(self, number: int) -> None:
        """Show another page, staying within the document."""
        self._number = max(1, min(number, self._count))
        self._draw()

    def redraw(self, width: int) -> None:
        """Show the same page so many pixels wide."""
        self._width = width
        self._draw()

    def _draw(self) -> None:
        if self.has_page and self._width > 0:
            self._view.show_page(self._render(self._content, self._number - 1, self._width), self._number, self._count)
