"""Many plans to one printer: one job each, and a file each where one prints to files."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.print_plan import PrintedPlan
from desktop_app.documents import preview
from desktop_app.domain.plan import PlanState
from desktop_app.ui.paper_run import PaperRun
from tests.ui.conftest import Show
from tests.ui.test_paper_printing import a_pdf, colours_printed, render


def a_printed(folder: Path, number: str, pages: int = 2) -> PrintedPlan:
    return PrintedPlan(
        content=a_pdf(folder / "in.pdf", pages),
        case_number=number,
        plan_number=1,
        dated_on=date(2026, 11, 22),
        state=PlanState.SIGNED,
    )


@pytest.fixture
def out(tmp_path: Path) -> Path:
    out = tmp_path / "ud"
    out.mkdir()
    return out


@pytest.fixture
def run(show: Show, qtbot: QtBot, out: Path) -> PaperRun:
    """A run whose printer was chosen; there is none, so that it prints to files."""
    window = show(QWidget())
    run = PaperRun(window, window, render, preview.page_count)
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(out / "print.pdf"))
    for field in run.dialog.findChildren(QLineEdit, "filename"):
        field.setText(str(out / "print.pdf"))
    run.open()
    with qtbot.waitSignal(run.chosen):
        run.dialog.accept()
    return run


def to_the_end(run: PaperRun) -> None:
    while run.go_on():
        pass


def test_each_plan_is_a_job_of_its_own_named_by_its_case(run: PaperRun, out: Path, tmp_path: Path) -> None:
    for number, pages in (("2026-014", 3), ("2026-015", 1)):
        run.take(a_printed(tmp_path, number, pages))
        assert run.printer.docName() == f"Én Plan, sag {number}"
        to_the_end(run)

    assert colours_printed(out / "2026-11-22_Plan_v1_sag-2026-014.pdf") == [1, 2, 3]
    assert colours_printed(out / "2026-11-22_Plan_v1_sag-2026-015.pdf") == [1]


def test_as_many_copies_come_out_as_were_asked_for(run: PaperRun, out: Path, tmp_path: Path) -> None:
    run.printer.setCopyCount(2)

    run.take(a_printed(tmp_path, "2026-014"))
    to_the_end(run)

    copies = 1 if run.printer.supportsMultipleCopies() else 2
    assert colours_printed(out / "2026-11-22_Plan_v1_sag-2026-014.pdf") == [1, 2] * copies


def test_nothing_is_printed_over_a_file_that_is_there(run: PaperRun, out: Path, tmp_path: Path) -> None:
    file = out / "2026-11-22_Plan_v1_sag-2026-014.pdf"
    file.write_bytes(b"en anden")

    with pytest.raises(FileExistsError):
        run.take(a_printed(tmp_path, "2026-014"))

    assert not run.go_on()
    assert file.read_bytes() == b"en anden"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_be_written_to_is_told(run: PaperRun, out: Path, tmp_path: Path) -> None:
    out.rmdir()

    with pytest.raises(OSError, match="printeren kan ikke nås"):
        run.take(a_printed(tmp_path, "2026-014"))

    assert not run.go_on()


def test_who_locks_half_way_lets_go_of_the_printer(qtbot: QtBot, run: PaperRun, tmp_path: Path) -> None:
    run.take(a_printed(tmp_path, "2026-014"))
    assert run.go_on()

    with qtbot.waitSignal(run.destroyed):
        run.let_go()
