"""Printing a PDF: what the printer is given, page for page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop_app.application.drawing_ports import PageImage
from desktop_app.documents import preview
from desktop_app.ui.paper_printing import PrintJob, print_pdf
from tests.ui.conftest import Show

PIXELS = {1: (0xCC, 0, 0), 2: (0, 0xCC, 0), 3: (0, 0, 0xCC)}


def a_pdf(path: Path, pages: int = 3) -> bytes:
    """Pages of one colour each, so that they are told apart on paper."""
    canvas = Canvas(str(path), pagesize=(210 / 25.4 * 72, 297 / 25.4 * 72))
    for page in range(1, pages + 1):
        canvas.setFillColorRGB(*(part / 255 for part in PIXELS[page]))
        canvas.rect(0, 0, 1000, 1000, fill=1, stroke=0)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def render(pdf: bytes, page: int, width: int) -> PageImage:
    image = preview.render_page(pdf, page, width)
    return PageImage(image.width, image.height, image.pixels, "")


def colours_printed(file: Path) -> list[int]:
    """Return which of the pages came out, told by the colour in their middle."""
    pdf = file.read_bytes()
    found = []
    for page in range(preview.page_count(pdf)):
        image = preview.render_page(pdf, page, 100)
        start = (image.height // 2 * image.width + image.width // 2) * 4
        near = tuple(0xCC if part > 0x80 else 0 for part in image.pixels[start : start + 3])
        found += [number for number, colour in PIXELS.items() if colour == near]
    return found


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(QWidget())


@pytest.fixture
def job_to(window: QWidget, tmp_path: Path) -> Callable[[Path], PrintJob]:
    def start(out: Path) -> PrintJob:
        job = print_pdf(window, render, preview.page_count, a_pdf(tmp_path / "in.pdf"), "Kontrakt")
        job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        job.printer.setOutputFileName(str(out))
        for field in job.dialog.findChildren(QLineEdit, "filename"):  # there is no printer, so a file is asked for
            field.setText(str(out))
        return job

    return start


def test_every_page_comes_out_in_order(qtbot: QtBot, job_to: Callable[[Path], PrintJob], tmp_path: Path) -> None:
    job = job_to(tmp_path / "out.pdf")

    with qtbot.waitSignal(job.finished) as told:
        job.dialog.accept()

    assert told.args == [True]
    assert colours_printed(tmp_path / "out.pdf") == [1, 2, 3]


def test_only_the_pages_asked_for_come_out(qtbot: QtBot, job_to: Callable[[Path], PrintJob], tmp_path: Path) -> None:
    job = job_to(tmp_path / "out.pdf")
    job.printer.setPrintRange(QPrinter.PrintRange.PageRange)
    job.printer.setFromTo(2, 3)

    with qtbot.waitSignal(job.finished):
        job._begin()

    assert colours_printed(tmp_path / "out.pdf") == [2, 3]


def test_the_queue_is_told_the_kind_of_document_only(
    qtbot: QtBot, job_to: Callable[[Path], PrintJob], tmp_path: Path
) -> None:
    job = job_to(tmp_path / "out.pdf")

    assert job.printer.docName() == "Kontrakt"
    with qtbot.waitSignal(job.finished):
        job.dialog.reject()


def test_nothing_is_printed_when_one_thinks_better_of_it(
    qtbot: QtBot, job_to: Callable[[Path], PrintJob], tmp_path: Path
) -> None:
    job = job_to(tmp_path / "out.pdf")

    with qtbot.waitSignal(job.finished) as told:
        job.dialog.reject()

    assert told.args == [False]
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_be_written_to_is_told(
    qtbot: QtBot, job_to: Callable[[Path], PrintJob], tmp_path: Path
) -> None:
    job = job_to(tmp_path / "nowhere" / "out.pdf")

    with qtbot.waitSignals([job.failed, job.finished]):
        job._begin()


def test_a_job_is_freed_when_it_has_finished(qtbot: QtBot, job_to: Callable[[Path], PrintJob], tmp_path: Path) -> None:
    job = job_to(tmp_path / "out.pdf")

    with qtbot.waitSignal(job.destroyed):
        job.dialog.reject()
