"""The worst files, through the real program: refused in one sentence, within 300 MB, and nothing is written.

Opening the store is logged before the file is looked at, so the bytes of the store do change; what it holds and what
else its log says must not.
"""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.composition import Office
from desktop_app.storage.json_document import LARGEST_FILE
from desktop_app.storage.store import open_store
from tests.cli.conftest import actions_in_log
from tests.command_line import CAN_MEASURE, Outcome, run_watched
from tests.sample import SAMPLE
from tests.storage.builders import PASSWORD

MOST_BYTES = 300_000_000
MIB = 1024 * 1024
HEAD = b'{"format":"enplan-cases","version":1,"cases":'

pytestmark = pytest.mark.skipif(not CAN_MEASURE, reason="only Linux tells what a process held at most")


def full(start: bytes, item: bytes, end: bytes) -> bytes:
    """Return as large a file as is read at all, of one thing again and again."""
    return start + item * ((LARGEST_FILE - len(start) - len(end)) // len(item)) + end


def zeros() -> bytes:
    return bytes(100 * MIB)


def blanks() -> bytes:
    return b" \n" * (50 * MIB)


def valid_but_large() -> bytes:
    return HEAD + b"[" + b" " * max(40 * MIB, LARGEST_FILE) + b"]}"


def deep_lists() -> bytes:
    return HEAD + b"[" * 100_000 + b"]" * 100_000 + b"}"


def deep_objects() -> bytes:
    return HEAD + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}"


def lists_without_end() -> bytes:
    return full(HEAD, b"[", b"")


def a_spreadsheet() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(200 * MIB))
    return out.getvalue()


def a_long_number() -> bytes:
    return full(HEAD, b"9", b"}")


def a_long_text() -> bytes:
    return full(HEAD + b'"', b"a", b'"}')


def a_wide_text() -> bytes:
    return full(HEAD + b'"' + "😀".encode(), b"a", b'"}')


def wide_texts() -> bytes:
    return full(HEAD + b"[", '"😀abcdefghi",'.encode(), b'""]}')


def a_million_keys() -> bytes:
    return HEAD + b"[]," + b",".join(b'"k%d":1' % number for number in range(1_000_000)) + b"}"


def empty_cases() -> bytes:
    return full(HEAD + b"[", b"{},", b"{}]}")


def lists_in_lists() -> bytes:
    return full(HEAD + b"[", b"[" * 20 + b"]" * 20 + b",", b"0]}")


def notes_of_one_case() -> bytes:
    return full(HEAD + b'[{"notes":[', b'{"on":"2026-01-01","text":"x"},', b"{}]}]}")


def a_version_of_many_words() -> bytes:
    return full(b'{"format":"enplan-cases","version":[', b'"ab",', b'""]}')


WITHIN = [
    (zeros, "ikke tekst i UTF-8"),
    (blanks, "er tom"),
    (valid_but_large, "større end"),
    (deep_lists, "dybere"),
    (deep_objects, "dybere"),
    (lists_without_end, ""),
    (a_spreadsheet, "regneark"),
    (a_long_number, ""),
    (a_long_text, ""),
]
BEYOND = [
    a_wide_text,
    wide_texts,
    a_million_keys,
    empty_cases,
    lists_in_lists,
    notes_of_one_case,
    a_version_of_many_words,
]


@pytest.fixture
def attempt(sample_store: Path, password_file: Path, tmp_path: Path) -> Callable[[bytes], Outcome]:
    """Imports a file with the real program, which is ended when it takes too much memory."""

    def run(content: bytes) -> Outcome:
        file = tmp_path / "sager.json"
        file.write_bytes(content)
        access = ("--store", sample_store, "--password-file", password_file)
        command: list[str | Path] = [sys.executable, "-m", "desktop_app", "import", file, *access]
        return run_watched(command, tmp_path / "hukommelse", MOST_BYTES)

    return run


def content_of(store: Path) -> str:
    with Office(open_store(store, password=PASSWORD)) as office:
        return json.dumps(office.export_content(None))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        *(pytest.param(*example, id=example[0].__name__) for example in WITHIN),
        *(pytest.param(make, "", id=make.__name__) for make in BEYOND),
    ],
)
def test_the_worst_files_are_refused_in_a_sentence_within_300_mb(
    attempt: Callable[[bytes], Outcome], sample_store: Path, make: Callable[[], bytes], words: str
) -> None:
    before, log = content_of(sample_store), actions_in_log(sample_store)

    outcome = attempt(make())

    assert outcome.peak_bytes < MOST_BYTES
    assert (outcome.code, outcome.out) == (1, "")
    assert words in outcome.err
    assert outcome.err.count("\n") == 1
    assert actions_in_log(sample_store)[len(log) :] == ["opened_store", "opened_store"]  # the program, and this look
    assert content_of(sample_store) == before


def test_a_good_file_stays_far_below(attempt: Callable[[bytes], Outcome]) -> None:
    outcome = attempt(SAMPLE.read_bytes())

    assert outcome.code == 0
    assert 20 * MIB < outcome.peak_bytes < MOST_BYTES // 2


@pytest.mark.parametrize(("taken", "code"), [(50, 0), (250, 0), (400, -9 & 0xFF)])
def test_the_measure_sees_what_a_program_takes_and_ends_it_in_time(tmp_path: Path, taken: int, code: int) -> None:
    script = f"import time; held = bytearray({taken * MIB}); time.sleep(0.1)"

    outcome = run_watched([sys.executable, "-S", "-c", script], tmp_path / "hukommelse", MOST_BYTES)

    assert outcome.code == code
    assert outcome.peak_bytes > min(taken * MIB, MOST_BYTES)
    assert outcome.peak_bytes < (taken + 40) * MIB
