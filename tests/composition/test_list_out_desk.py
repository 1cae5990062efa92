"""The worklist out of a real store, into real files."""

import csv
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from desktop_app.application.copy_worklist_out import ListKind
from desktop_app.application.errors import OwnFileRefused
from desktop_app.composition import Office
from desktop_app.storage.store import open_store
from tests.documents.reading import text_of
from tests.listed import TODAY, a_list
from tests.storage.builders import PASSWORD, a_new_store

FILES = [ListKind.EXCEL, ListKind.CSV, ListKind.CALENDAR]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "enplan.store"
    a_new_store(path).store.close()
    return path


@pytest.fixture
def office(path: Path) -> Iterator[Office]:
    with Office(open_store(path, password=PASSWORD)) as office:
        yield office


def logged(office: Office) -> list[tuple[str, dict[str, str]]]:
    rows = office.store.connection.rows(
        "SELECT log.action, payloads.body FROM log JOIN payloads ON payloads.seq = log.seq"
        " WHERE log.action IN ('exported', 'printed') ORDER BY log.seq"
    )
    return [(action, json.loads(body)) for action, body in rows]


def test_the_workbook_holds_the_list(office: Office, tmp_path: Path) -> None:
    office.lists.save(tmp_path / "liste.xlsx", a_list(), ListKind.EXCEL)

    [sheet] = load_workbook(tmp_path / "liste.xlsx").worksheets
    assert [cell for row in sheet.iter_rows(min_col=3, max_col=3, values_only=True) for cell in row] == [
        "Borger",
        "Al-Hassan, Rima",
        "Tesfay, Yonas",
    ]


def test_the_csv_holds_the_list(office: Office, tmp_path: Path) -> None:
    office.lists.save(tmp_path / "liste.csv", a_list(), ListKind.CSV)

    text = (tmp_path / "liste.csv").read_bytes().decode("utf-8-sig")
    assert [row[3] for row in csv.reader(io.StringIO(text, newline=""), delimiter=";")] == [
        "Sagsnr.",
        "2026-014",
        "2026-015",
    ]


@pytest.mark.parametrize("has_names", [True, False])
def test_the_calendar_holds_an_entry_for_each_task(office: Office, tmp_path: Path, *, has_names: bool) -> None:
    office.lists.save(tmp_path / "liste.ics", replace(a_list(), has_names=has_names), ListKind.CALENDAR)

    entries = Calendar.from_ical((tmp_path / "liste.ics").read_bytes()).walk("VEVENT")
    assert [str(entry["uid"]) for entry in entries] == [task.entry_id for task in a_list().tasks]
    assert [entry.decoded("dtstart") for entry in entries] == [task.due_on for task in a_list().tasks]
    assert [("class" in entry) for entry in entries] == [has_names] * 2


def test_the_paper_is_that_of_the_municipality(office: Office) -> None:
    printed = office.lists.draw(a_list())

    assert printed.on == TODAY
    assert office.municipality.name in text_of(printed.content)
    assert "Al-Hassan, Rima" in text_of(printed.content)


def test_everything_that_leaves_is_logged_in_the_chain(office: Office, tmp_path: Path) -> None:
    for kind in FILES:
        office.lists.save(tmp_path / f"liste.{kind.value}", a_list(), kind)
    office.lists.draw(a_list())

    assert [(action, each["kind"], each["tasks"]) for action, each in logged(office)] == [
        ("exported", "xlsx", "2"),
        ("exported", "csv", "2"),
        ("exported", "ics", "2"),
        ("printed", "pdf", "2"),
    ]


@pytest.mark.parametrize("kind", FILES)
def test_the_file_with_the_cases_is_never_written_over(office: Office, path: Path, kind: ListKind) -> None:
    before = path.read_bytes()

    for own in (path, path.with_name("enplan.store.keys.json")):
        with pytest.raises(OwnFileRefused):
            office.lists.save(own, a_list(), kind)

    assert path.read_bytes() == before
    assert logged(office) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there files belong to their folder")
@pytest.mark.parametrize("kind", FILES)
def test_nobody_else_can_read_the_file(office: Office, tmp_path: Path, kind: ListKind) -> None:
    file = tmp_path / f"liste.{kind.value}"
    file.write_bytes(b"en gammel")
    file.chmod(0o644)

    office.lists.save(file, a_list(), kind)

    assert file.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_leaves_nothing_behind(office: Office, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        office.lists.save(tmp_path / "ingen" / "liste.csv", a_list(), ListKind.CSV)

    assert not (tmp_path / "ingen").exists()
