"""The worklist as an Excel workbook: a row for each task, and no formulas."""

import io
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.application.copy_worklist_out import ListedTasks
from desktop_app.documents.worklist_csv import column_heads, texts_around_due
from desktop_app.translation import _

_WIDTHS = (22, 34, 30, 14, 13, 12, 34)
_DUE = 4
_DATE = r"dd\.mm\.yyyy"


def as_xlsx(listed: ListedTasks) -> bytes:
    """Return the list as an Excel workbook: dates are dates, everything else is text."""
    book = Workbook()
    book.properties.creator = "Én Plan"
    book.properties.title = _("Worklist")
    sheet = book.create_sheet(_("Worklist"), 0)
    for other in book.worksheets[1:]:
        book.remove(other)
    _write(sheet, 1, column_heads())
    for number, task in enumerate(listed.tasks, start=2):
        before, after = texts_around_due(task)
        _write(sheet, number, before)
        due = sheet.cell(number, _DUE + 1)
        due.value, due.number_format = task.due_on, _DATE
        _write(sheet, number, after, _DUE + 2)
    _arrange(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(sheet: Worksheet, row: int, texts: list[str], column: int = 1) -> None:
    for place, text in enumerate(texts, start=column):
        cell = sheet.cell(row, place)
        cell.value = text
        cell.data_type = "s"  # the library would take "#N/A" for an error


def _arrange(sheet: Worksheet) -> None:
    """Make it read well on screen, and its head come again on every printed page."""
    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in _head_cells(sheet):
        cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _head_cells(sheet: Worksheet) -> Iterator[Cell]:
    for cell in sheet[1]:
        if isinstance(cell, Cell):
            yield cell
