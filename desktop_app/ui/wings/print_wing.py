"""Vis udskrift: a document as it would be printed."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.application.print_plan import PrintedPlan
from desktop_app.presenters.preview_presenter import PreviewPresenter
from desktop_app.ui.frame import CASES, Frame
from desktop_app.ui.preview_page import PreviewPage
from desktop_app.ui.wings.wing import Wing

PREVIEW = "preview"


class PrintWing(Wing):
    """The page that shows a document beside its presenter."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(frame, parent)
        self.page = PreviewPage()
        office = frame.office
        self.presenter = PreviewPresenter(
            self.page, render=office.render_page, page_count=office.page_count, save=office.save_document
        )
        frame.add_page(PREVIEW, self.page, place=CASES, regions=self.page.regions, wants_room=True)
        self.page.page_wanted.connect(self.presenter.go_to)
        self.page.width_wanted.connect(self.presenter.redraw)
        self.page.path_chosen.connect(self._save)
        self.page.closed.connect(frame.go_back)

    def show(self, printed: PrintedPlan) -> None:
        """Show a document."""
        self.frame.show_page(PREVIEW)
        self.presenter.show(printed, self.page.pixels_wanted)
        self.page.propose(self.presenter.file_name)
        self.page.focus_preview()

    def _save(self, path: str) -> None:
        self.presenter.save(Path(path))
