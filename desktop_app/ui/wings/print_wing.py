"""Vis udskrift: a document as it would be printed."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PrintedPaper
from desktop_app.presenters.preview_presenter import Paper, PreviewPresenter
from desktop_app.translation import _
from desktop_app.ui.frame import CASES, Frame
from desktop_app.ui.paper_printing import PrintJob, print_pdf
from desktop_app.ui.picture_page import PictureUnreadable, blank_page, is_picture, picture_page
from desktop_app.ui.preview_page import PreviewPage
from desktop_app.ui.wings.wing import Wing

PREVIEW = "preview"


class PrintWing(Wing):
    """The page that shows a document beside its presenter, `back` leading to a page of `place`.

    `signing_wanted` carries the case and the version whose paper was printed and is signed by now.
    """

    signing_wanted = Signal(str, int)

    def __init__(
        self, frame: Frame, parent: QObject, *, key: str = PREVIEW, place: str = CASES, back: str = ""
    ) -> None:
        super().__init__(frame, parent)
        self._key = key
        self.page = PreviewPage(back or _("Back to the case"))
        self.presenter = PreviewPresenter(
            self.page,
            render=self._render,
            page_count=self._page_count,
            save=frame.office.save_document,
            for_screen_readers=self._for_screen_readers,
        )
        frame.add_page(key, self.page, place=place, regions=self.page.regions, wants_room=True)
        self.page.page_wanted.connect(self.presenter.go_to)
        self.page.width_wanted.connect(self.presenter.redraw)
        self.page.print_wanted.connect(self.print_on_paper)
        self.page.path_chosen.connect(self._save)
        self.page.signing_wanted.connect(self._want_signing)
        self.page.closed.connect(frame.go_back)

    def show(self, printed: Paper) -> None:
        """Show a document."""
        self.frame.show_page(self._key)
        self.presenter.show(printed, self.page.pixels_wanted)
        presenter = self.presenter
        self.page.propose(presenter.file_name, is_copy=presenter.is_copy, offers_html=presenter.offers_html)
        self.page.focus_preview()

    def print_on_paper(self) -> PrintJob | None:
        """Ask for a printer, and print the document that is shown."""
        printed = self.presenter.printed
        if printed is None:
            return None
        job = print_pdf(self.page, self._render, self._page_count, printed.content, self.presenter.job_name)
        job.failed.connect(self.page.show_print_failure)
        job.finished.connect(self._tell_printed)
        self.frame.add_dialog(job.dialog)
        return job

    def _render(self, content: bytes, page: int, width: int) -> PageImage:
        if is_picture(content):
            try:
                return picture_page(content, width)
            except PictureUnreadable:
                text = _("The picture cannot be shown. Save a copy, and look at it in another program.")
                self.frame.show_error(text)
                return blank_page(width, text)
        return self.frame.office.render_page(content, page, width)

    def _page_count(self, content: bytes) -> int:
        return 1 if is_picture(content) else self.frame.office.page_count(content)

    def _for_screen_readers(self, printed: PrintedPlan | PrintedPaper) -> bytes:
        return self.frame.office.for_screen_readers(printed, self.frame.today())

    def _tell_printed(self, was_printed: bool) -> None:  # noqa: FBT001 - a signal's argument
        if was_printed:
            self.page.show_printed(asks_for_signatures=self.presenter.waits_for_signatures)

    def _want_signing(self) -> None:
        printed = self.presenter.printed
        if isinstance(printed, PrintedPlan):
            self.signing_wanted.emit(printed.case_number, printed.plan_number)

    def _save(self, path: str) -> None:
        self.presenter.save(Path(path))
