"""A file nobody has reason to trust is refused before anything of it is looked at."""

import codecs
import io
import json
import zipfile
from pathlib import Path

import pytest

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.storage.json_document import DEEPEST, LARGEST_FILE, read_json
from tests.sample import SAMPLE
from tests.storage.exchange.case_files import written_bytes

DANISH = '{"navn": "Åse Ærø"}'


def refusal_of(path: Path) -> ImportRefused:
    with pytest.raises(ImportRefused) as caught:
        read_json(path)
    return caught.value


def a_spreadsheet() -> bytes:
    """Return what a program would save as .xlsx: an archive of XML files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types/>')
        archive.writestr("xl/workbook.xml", '<?xml version="1.0"?><workbook/>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"", ImportProblem.EMPTY, id="no byte"),
        pytest.param(b" \r\n\t ", ImportProblem.EMPTY, id="blanks only"),
        pytest.param(a_spreadsheet(), ImportProblem.SPREADSHEET, id="a spreadsheet named .json"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), ImportProblem.SPREADSHEET, id="an old .xls"),
        pytest.param(bytes(4096), ImportProblem.NOT_TEXT, id="zeros"),
        pytest.param(DANISH.encode("utf-16"), ImportProblem.NOT_TEXT, id="UTF-16 with its mark"),
        pytest.param(DANISH.encode("utf-16-be"), ImportProblem.NOT_TEXT, id="UTF-16, high byte first"),
        pytest.param(DANISH.encode("utf-16-le"), ImportProblem.NOT_TEXT, id="UTF-16, low byte first"),
        pytest.param(DANISH.encode("latin-1"), ImportProblem.NOT_TEXT, id="Latin-1"),
        pytest.param(DANISH.encode("cp1252"), ImportProblem.NOT_TEXT, id="Windows-1252"),
        pytest.param(bytes(range(1, 256)) * 8, ImportProblem.NOT_TEXT, id="every byte"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", ImportProblem.NOT_TEXT, id="a PDF"),
        pytest.param(b'{"a": "\xed\xa0\x80"}', ImportProblem.NOT_TEXT, id="half a character in UTF-8"),
        pytest.param(b"sagsnr;navn\n1;Rima\n", ImportProblem.NOT_JSON, id="a table of text"),
        pytest.param(b"<cases/>", ImportProblem.NOT_JSON, id="XML"),
        pytest.param(b'{"a": 1,}', ImportProblem.NOT_JSON, id="a comma too many"),
        pytest.param(b"{'a': 1}", ImportProblem.NOT_JSON, id="other quotation marks"),
        pytest.param(b'{"a": 1} {"b": 2}', ImportProblem.NOT_JSON, id="two documents"),
        pytest.param(b'{"a": 1}\0', ImportProblem.NOT_JSON, id="a zero after the end"),
        pytest.param(b'{"a": "line\nline"}', ImportProblem.NOT_JSON, id="a line end within a text"),
        pytest.param(b'{"a": 01}', ImportProblem.NOT_JSON, id="a number with a leading zero"),
        pytest.param(b'{"a": "\\x"}', ImportProblem.NOT_JSON, id="an escape JSON does not have"),
        pytest.param(b"[" * 100_000, ImportProblem.TOO_DEEP, id="100,000 lists in each other"),
        pytest.param(b'{"a":' * 100_000, ImportProblem.TOO_DEEP, id="100,000 objects in each other"),
        pytest.param(b"[" * 33 + b"]" * 33, ImportProblem.TOO_DEEP, id="one level too many"),
    ],
)
def test_what_is_no_json_text_is_refused_by_its_own_name(
    tmp_path: Path, content: bytes, problem: ImportProblem
) -> None:
    assert refusal_of(written_bytes(tmp_path, content)).problem is problem


def test_where_the_json_goes_wrong_is_told_by_line_and_column(tmp_path: Path) -> None:
    path = written_bytes(tmp_path, b'{\n "a": 1\n "b": 2\n}')

    assert refusal_of(path).detail == "3:2"


@pytest.mark.parametrize("length", [1, 100, 40_000, 90_000])
def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path, length: int) -> None:
    path = written_bytes(tmp_path, SAMPLE.read_bytes()[:length])

    assert refusal_of(path).problem is ImportProblem.NOT_JSON


@pytest.mark.parametrize("name", ["missing.json", ".", "n" * 300 + ".json"])
def test_a_file_the_machine_cannot_read_is_refused_with_its_reason(tmp_path: Path, name: str) -> None:
    refused = refusal_of(tmp_path / name)

    assert refused.problem is ImportProblem.UNREADABLE
    assert refused.detail


def test_a_mark_at_the_beginning_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = written_bytes(tmp_path, codecs.BOM_UTF8 + DANISH.encode())

    assert read_json(path) == {"navn": "Åse Ærø"}


def test_as_many_levels_as_allowed_are_read(tmp_path: Path) -> None:
    path = written_bytes(tmp_path, b"[" * DEEPEST + b"]" * DEEPEST)

    assert json.dumps(read_json(path)).count("[") == DEEPEST


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    largest = b'{"a": "' + b"x" * (LARGEST_FILE - 9) + b'"}'
    assert len(largest) == LARGEST_FILE
    assert read_json(written_bytes(tmp_path, largest))

    refused = refusal_of(written_bytes(tmp_path, largest + b" "))

    assert (refused.problem, refused.detail) == (ImportProblem.TOO_LARGE, str(LARGEST_FILE // 1024**2))
