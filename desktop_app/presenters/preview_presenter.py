"""Vis udskrift: the stored bytes of a document, page by page, and saving them where somebody wants them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeAlias

from desktop_app.application.check_use import PrintedCheck
from desktop_app.application.compare_plans import PrintedComparison
from desktop_app.application.copy_worklist_out import PrintedList
from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.errors import CaseNotFound, NothingHeld, OwnFileRefused, PlanNotFound, StorageUnavailable
from desktop_app.application.open_scan import OpenedScan
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PaperForm, PrintedPaper, form_of
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.paper_texts import paper_title
from desktop_app.presenters.plan_state_texts import paper_remark
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _, full_date

Paper: TypeAlias = PrintedPlan | PrintedList | PrintedCheck | PrintedComparison | PrintedPaper | OpenedScan
"""What can be shown."""


class PreviewView(Protocol):
    """The screen that shows a document."""

    def show_title(self, title: str, remark: str) -> None:
        """Show what the document is, and whether it is a draft."""
        ...

    def show_page(self, image: PageImage, number: int, count: int) -> None:
        """Show page `number` of `count`."""
        ...

    def show_message(self, text: str) -> None:
        """Say that the document was saved."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it was not."""
        ...


class PreviewPresenter:
    """Shows one document; the pixels are drawn from the very bytes that are saved."""

    def __init__(
        self,
        view: PreviewView,
        *,
        render: Callable[[bytes, int, int], PageImage],
        page_count: Callable[[bytes], int],
        save: Callable[[Path, bytes], None],
        for_screen_readers: Callable[[PrintedPlan | PrintedPaper], bytes],
    ) -> None:
        self._view = view
        self._render = render
        self._page_count = page_count
        self._save = save
        self._for_screen_readers = for_screen_readers
        self._printed: Paper | None = None
        self._number = 1
        self._count = 0
        self._width = 0

    def show(self, printed: Paper, width: int) -> None:
        """Show a document from its first page on, `width` pixels wide."""
        self._printed, self._number, self._width = printed, 1, width
        self._count = self._page_count(printed.content)
        self._view.show_title(*_title(printed))
        self._draw()

    def go_to(self, number: int) -> None:
        """Show another page, staying within the document."""
        self._number = max(1, min(number, self._count))
        self._draw()

    def redraw(self, width: int) -> None:
        """Show the same page at another width."""
        self._width = width
        self._draw()

    @property
    def printed(self) -> Paper | None:
        """The document that is shown, None before the first."""
        return self._printed

    @property
    def job_name(self) -> str:
        """What the printer's queue calls the document: it names no person."""
        if isinstance(self._printed, PrintedList):
            return _("Én Plan, worklist")
        if isinstance(self._printed, PrintedCheck):
            return _("Én Plan, spot check")
        if isinstance(self._printed, PrintedPaper) and not self._printed.case_number:
            return _("Én Plan, empty form")
        return _("Én Plan, case {number}").format(number=self._printed.case_number) if self._printed else ""

    @property
    def waits_for_signatures(self) -> bool:
        """Whether the document is a paper to be signed."""
        return isinstance(self._printed, PrintedPlan) and self._printed.state is PlanState.READY

    @property
    def is_copy(self) -> bool:
        """Whether what is saved is a copy of a file that was attached."""
        return isinstance(self._printed, OpenedScan)

    @property
    def offers_html(self) -> bool:
        """Whether it can be saved as a page for screen readers too."""
        return isinstance(self._printed, PrintedPlan | PrintedPaper)

    @property
    def file_name(self) -> str:
        """The name proposed for the file."""
        return self._printed.file_name if self._printed else ""

    def save(self, path: Path) -> None:
        """Write the document to a file; one whose name ends as those of pages do is written for screen readers."""
        if self._printed is None:
            return
        try:
            self._save(path, self._content_for(self._printed, path))
        except (OwnFileRefused, CaseNotFound, NothingHeld, PlanNotFound, StorageUnavailable) as error:
            self._view.show_error(error_text(error))
            return
        except OSError as error:
            self._view.show_error(
                _("The document could not be saved at {path} ({reason}). Choose another place.").format(
                    path=path, reason=system_reason(error.strerror or str(error))
                )
            )
            return
        self._view.show_message(
            _("Saved as {name}. The file is not encrypted; delete it after use.").format(name=path.name)
        )

    def _content_for(self, printed: Paper, path: Path) -> bytes:
        if isinstance(printed, PrintedPlan | PrintedPaper) and form_of(path.name) is PaperForm.HTML:
            return self._for_screen_readers(printed)
        return printed.content

    def _draw(self) -> None:
        if self._printed is not None and self._width > 0:
            image = self._render(self._printed.content, self._number - 1, self._width)
            self._view.show_page(image, self._number, self._count)


def _title(paper: Paper) -> tuple[str, str]:
    """Return what a paper is called, and what is to be remarked of it."""
    if isinstance(paper, PrintedList):
        return _("Worklist"), full_date(paper.on)
    if isinstance(paper, PrintedCheck):
        return _("Spot check of the log"), full_date(paper.on)
    if isinstance(paper, PrintedComparison):
        was, now = paper.numbers
        return _("Differences between version {was} and {now}").format(was=was, now=now), full_date(paper.on)
    if isinstance(paper, OpenedScan):
        remark = _("{name}. A copy that is saved is not encrypted.").format(name=paper.scan.file_name)
        return _("Scan of version {n}").format(n=paper.plan_number), remark
    if isinstance(paper, PrintedPaper):
        return paper_title(paper.kind), full_date(paper.dated_on)
    return _("Contract and plan, version {n}").format(n=paper.plan_number), paper_remark(paper.state)
