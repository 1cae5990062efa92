"""Printing a finished PDF on paper: the system's own dialog, then page after page as pixels.

Nothing is written to disk on the way. The job's name is seen in the printer's queue, so it must name nobody.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.application.drawing_ports import PageImage

DOTS_PER_INCH = 300
"""The most a page is drawn at: past it paper shows no difference, and a page takes four times the memory."""

Render = Callable[[bytes, int, int], PageImage]
"""Returns page (from 0) of a PDF so many pixels wide."""

PageCount = Callable[[bytes], int]
"""Returns how many pages a PDF has."""


class PrintJob(QObject):
    """One document on its way to paper. `finished` tells whether it was handed to the printer; False if cancelled too.

    `failed` comes before `finished` when the printer could not be written to.
    """

    finished = Signal(bool)
    failed = Signal()

    def __init__(self, parent: QWidget, render: Render, page_count: PageCount, pdf: bytes, job_name: str) -> None:
        super().__init__(parent)
        self._render, self._pdf = render, pdf
        self._pages = range(page_count(pdf))
        self._painter = QPainter()  # before the printer: it must be gone first, should the job be thrown away half done
        self.printer = paper_printer()
        self.printer.setDocName(job_name)
        self.dialog = QPrintDialog(self.printer, parent)
        self.dialog.setMinMax(1, len(self._pages))
        self.dialog.accepted.connect(self._begin)
        self.dialog.rejected.connect(self._cancel)
        self._left: list[int] = []
        # One page at a time, so that the window goes on answering.
        self._next = QTimer(self)
        self._next.timeout.connect(self._print_page)

    def _begin(self) -> None:
        self.dialog.deleteLater()
        if not self._painter.begin(self.printer):
            self.failed.emit()
            self._end(was_printed=False)
            return
        self._left = [page for _copy in range(copies_of(self.printer)) for page in self._chosen_pages()]
        self._next.start(0)

    def _cancel(self) -> None:
        self.dialog.deleteLater()
        self._end(was_printed=False)

    def _chosen_pages(self) -> list[int]:
        if self.printer.printRange() is QPrinter.PrintRange.PageRange:
            first, last = self.printer.fromPage(), self.printer.toPage()
            return [page for page in self._pages if first <= page + 1 <= last]
        return list(self._pages)

    def _print_page(self) -> None:
        draw_page(self._painter, self.printer, self._render(self._pdf, self._left.pop(0), pixels_across(self.printer)))
        if self._left:
            self.printer.newPage()
            return
        self._next.stop()
        self._painter.end()
        self._end(was_printed=True)

    def _end(self, *, was_printed: bool) -> None:
        self.finished.emit(was_printed)
        self.deleteLater()


def paper_printer() -> QPrinter:
    """Return the usual printer, set to whole sheets of A4."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


def copies_of(printer: QPrinter) -> int:
    """Return how often each page is to be drawn; many printers make their copies themselves."""
    return 1 if printer.supportsMultipleCopies() else printer.copyCount()


def pixels_across(printer: QPrinter) -> int:
    """Return how many pixels wide a page is drawn for a printer."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    dots = min(printer.resolution(), DOTS_PER_INCH)
    return round(paper.width() * dots / printer.resolution())


def draw_page(painter: QPainter, printer: QPrinter, image: PageImage) -> None:
    """Draw a page on the sheet the printer is at, as large as it fits."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    stride = image.width * 4
    drawn = QImage(image.pixels, image.width, image.height, stride, QImage.Format.Format_RGBX8888)
    size = QSizeF(drawn.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(paper.topLeft(), size)
    place.moveCenter(paper.center())
    painter.drawImage(place, drawn)


def print_pdf(parent: QWidget, render: Render, page_count: PageCount, pdf: bytes, job_name: str) -> PrintJob:
    """Ask for a printer and print a PDF; the job goes on by itself and is freed when it has finished.

    `render` and `page_count` are those of the open office; `job_name` names the kind of document and no person.
    """
    job = PrintJob(parent, render, page_count, pdf, job_name)
    QDialog.open(job.dialog)  # its own `open` takes a receiver that Qt for Python cannot name
    return job
