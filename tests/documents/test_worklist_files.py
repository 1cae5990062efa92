"""The worklist as CSV and as an Excel workbook, read back with other programs."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.application.copy_worklist_out import ListedTasks
from desktop_app.application.spreadsheet_cell import FORMULA_STARTS
from desktop_app.documents.worklist_csv import as_csv
from desktop_app.documents.worklist_sheet import as_xlsx
from desktop_app.translation import DANISH, ENGLISH, set_language
from tests.listed import HOSTILE, RIMA, YONAS, a_list, a_long_list, nothing

HEADS = ["Frist", "Opgave", "Borger", "Sagsnr.", "Senest den", "Ansvarlig", "Paragraf"]


def csv_rows(listed: ListedTasks) -> list[list[str]]:
    text = as_csv(listed)
    assert text.startswith("\N{BYTE ORDER MARK}")
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=";"))


def sheet_of(listed: ListedTasks) -> Worksheet:
    [sheet] = load_workbook(io.BytesIO(as_xlsx(listed))).worksheets
    assert isinstance(sheet, Worksheet)
    return sheet


def test_the_csv_has_the_columns_of_the_screen_and_the_paragraph() -> None:
    assert csv_rows(a_list()) == [
        HEADS,
        [
            "Overskredet 6 dage",
            "Kontrakt",
            "Al-Hassan, Rima",
            "2026-014",
            "2026-11-16",
            "MJ",
            "Integrationsloven § 19, stk. 1",
        ],
        [
            "Frist i dag",
            "Opfølgning",
            "Tesfay, Yonas",
            "2026-015",
            "2026-11-22",
            "LØ",
            "Integrationsloven § 19, stk. 1",
        ],
    ]
    assert as_csv(a_list()).count("\r\n") == as_csv(a_list()).count("\n") == 3


def test_the_workbook_says_what_the_csv_says_with_dates_as_dates() -> None:
    rows = list(sheet_of(a_list()).iter_rows(values_only=True))

    assert list(rows[0]) == HEADS
    assert rows[1][4] == datetime(2026, 11, 16)  # noqa: DTZ001 - a workbook knows no time zones
    for row, cells in zip(rows[1:], csv_rows(a_list())[1:], strict=True):
        assert [cell.date().isoformat() if isinstance(cell, datetime) else cell for cell in row] == cells


def test_a_date_reads_as_on_the_screen() -> None:
    assert sheet_of(a_list())["E2"].number_format == r"dd\.mm\.yyyy"


def test_the_heads_stay_in_sight_and_the_columns_can_be_filtered() -> None:
    sheet = sheet_of(a_list())

    assert sheet.title == "Arbejdsliste"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:G3"
    assert sheet["A1"].font.bold
    assert sheet.print_title_rows == "$1:$1"


def test_a_list_without_tasks_has_its_heads() -> None:
    assert csv_rows(nothing()) == [HEADS]
    assert list(sheet_of(nothing()).iter_rows(values_only=True)) == [tuple(HEADS)]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("field", ["citizen", "case_number", "caseworker"])
def test_no_cell_is_a_formula_whoever_somebody_is(field: str, name: str) -> None:
    changes: dict[str, Any] = {field: name}
    listed = a_list(replace(RIMA, **changes))

    sheet = sheet_of(listed)
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.column != 5 or cell.row == 1]

    assert {cell.data_type for cell in texts} == {"s"}
    for value in (*csv_rows(listed)[1], *(str(cell.value) for cell in texts)):
        assert not value.startswith(FORMULA_STARTS)
    assert any("".join(name.split()) in "".join(value.split()) for value in csv_rows(listed)[1])


def test_no_sheet_of_the_workbook_holds_a_formula_at_all() -> None:
    book = zipfile.ZipFile(io.BytesIO(as_xlsx(a_list(*(replace(RIMA, citizen=name) for name in HOSTILE)))))

    assert not any(b"<f>" in book.read(name) for name in book.namelist() if "sheet" in name)
    assert not any("externalLink" in name or "vba" in name.lower() for name in book.namelist())


@pytest.mark.parametrize("name", ["#N/A", "TRUE", "1E5", "2026-01-02", "O'Brien", "Al;Hassan", 'Al "Hassan"', ""])
def test_a_name_stays_text_whatever_it_looks_like(name: str) -> None:
    listed = a_list(replace(RIMA, citizen=name))

    assert csv_rows(listed)[1][2] == name
    assert (sheet_of(listed)["C2"].value or "") == name


@pytest.mark.parametrize("name", ["Шевченко, Тетяна", "الحسن, ريما", "Nguyễn, Thị Ánh", "ገብረ, ዮናስ"])
def test_names_keep_their_letters(name: str) -> None:
    listed = a_list(replace(RIMA, citizen=name))

    assert csv_rows(listed)[1][2] == name
    assert sheet_of(listed)["C2"].value == name


@pytest.mark.parametrize("name", ["Al\x00Hassan", "Al\x0bHassan\x1f", "Al\ud800Hassan", "Al\u202eHassan", "x" * 40_000])
def test_what_no_file_can_hold_harms_none(name: str) -> None:
    listed = a_list(replace(RIMA, citizen=name), YONAS)

    assert len(csv_rows(listed)) == 3
    assert sheet_of(listed)["C3"].value == "Tesfay, Yonas"
    assert as_csv(listed).encode()


def test_a_name_on_two_lines_stays_in_its_row() -> None:
    listed = a_list(replace(RIMA, citizen="Al-Hassan,\r\nRima"))

    assert as_csv(listed).count("\n") == 2
    assert csv_rows(listed)[1][2] == "Al-Hassan, Rima"


def test_four_hundred_tasks_are_four_hundred_rows() -> None:
    assert len(csv_rows(a_long_list())) == 401
    assert sheet_of(a_long_list()).max_row == 401


def test_the_heads_are_in_the_language_of_the_window() -> None:
    set_language(ENGLISH)
    try:
        assert csv_rows(a_list())[0][:2] == ["Deadline", "Task"]
    finally:
        set_language(DANISH)


def test_the_workbook_tells_nothing_of_who_made_it() -> None:
    book = load_workbook(io.BytesIO(as_xlsx(a_list())))

    assert (book.properties.creator, book.properties.lastModifiedBy) == ("Én Plan", None)
    assert book.properties.title == "Arbejdsliste"
    assert date(2026, 1, 1) <= book.properties.created.date()
