"""A paper that is set but not drawn yet: its strips, what stands around them, and what the file says of itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.application.printed_paper import PaperForm
from desktop_app.documents.html_copy import html_copy
from desktop_app.documents.page_flow import Strip, fill_pages
from desktop_app.documents.page_frame import PageFrame, draw_continuation, draw_remarks
from desktop_app.documents.pdf_a import Description, archive
from desktop_app.documents.pen import Pen
from desktop_app.documents.structure import Element, Structure
from desktop_app.translation import DANISH, language

Told = TypeVar("Told")

LANGUAGE = "da-DK"
"""Of all papers that are not in the language of the window."""


def language_of_window() -> str:
    """Return the language the window is in, as documents tell it."""
    return LANGUAGE if language() == DANISH else "en-GB"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPaper:
    """One paper, to be drawn once: what is drawn fills its structure. `goes_on` is said where a section goes on."""

    strips: Sequence[Strip]
    structure: Structure
    frame: PageFrame
    description: Description
    goes_on: str = "fortsat"

    def as_pdf(self, part: int = 2) -> bytes:
        """Return the paper as PDF/A of that part. Equal strips give equal bytes."""
        pen = self._pen()
        self.draw_on(pen, self._logo())
        return archive(pen.finish(), self.structure, pen.sources, self.description, pictures=pen.pictures, part=part)

    def as_html(self) -> bytes:
        """Return what the paper says as a page for screen readers. Equal strips give equal bytes."""
        self.draw_on(self._pen())
        return html_copy(self.structure, self.frame, self.description)

    def draw_on(self, pen: Pen, logo: Element | None = None) -> None:
        """Draw the pages, each with what stands around it; `logo` has the words for the one on the first page."""
        pages = fill_pages(self.strips)
        for number, page in enumerate(pages, start=1):
            self.frame.draw_under(pen)
            draw_continuation(pen, page, self.goes_on)
            for placed in page.strips:
                placed.strip.draw(pen, placed.top)
            draw_remarks(pen, page)
            self.frame.draw_around(pen, number, len(pages), logo if number == 1 else None)
            pen.finish_page()

    def _logo(self) -> Element | None:
        """Return the element of the logo, which is the first thing the paper says."""
        if self.frame.logo is None:
            return None
        return self.structure.root.add_first("Figure", alternative=self.frame.words_for_logo)

    def _pen(self) -> Pen:
        return Pen(self.structure, self.description.language)


def printer_of(set_up: Callable[[Told], SetPaper], form: PaperForm) -> Callable[[Told], bytes]:
    """Return what draws papers set by `set_up` in a form."""

    def draw(told: Told) -> bytes:
        paper = set_up(told)
        return paper.as_html() if form is PaperForm.HTML else paper.as_pdf()

    return draw
