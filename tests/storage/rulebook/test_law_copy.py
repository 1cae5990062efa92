"""The copy of the last good rule files: exactly what was read, or as if it were not there."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.errors import LawCopyTrouble, RuleFileError, RuleProblem
from desktop_app.resource_files import resource
from desktop_app.storage.law_copy import LawCopy, keep_law_copy, read_law_copy
from desktop_app.storage.law_files import FULL_WEEK, TEXTS, law_of, read_law_files

FILES = {"law/follow_up.toml": "id = 'follow_up' # æøå\n".encode(), TEXTS: b"text = []\n"}
THE_DAY, LATER = date(2026, 11, 26), date(2027, 1, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "EnPlan" / "last-good-law.json"


def test_there_is_no_copy_before_one_is_kept(path: Path) -> None:
    assert read_law_copy(path) is LawCopyTrouble.MISSING


def test_the_files_come_back_byte_for_byte_with_their_day(path: Path) -> None:
    keep_law_copy(path, FILES, THE_DAY)

    assert read_law_copy(path) == LawCopy(FILES, THE_DAY)
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_files_that_are_kept_already_are_not_written_again_and_stay_under_their_day(path: Path) -> None:
    keep_law_copy(path, FILES, THE_DAY)
    written = path.stat().st_mtime_ns, path.stat().st_ino

    keep_law_copy(path, FILES, LATER)

    assert (path.stat().st_mtime_ns, path.stat().st_ino) == written
    assert read_law_copy(path) == LawCopy(FILES, THE_DAY)


def test_other_files_take_the_place_of_those_kept(path: Path) -> None:
    keep_law_copy(path, FILES, THE_DAY)
    others = FILES | {TEXTS: b"text = [{}]\n"}

    keep_law_copy(path, others, LATER)

    assert read_law_copy(path) == LawCopy(others, LATER)


def test_a_damaged_copy_is_replaced_when_files_are_read_again(path: Path) -> None:
    keep_law_copy(path, FILES, THE_DAY)
    path.write_bytes(path.read_bytes()[:-30])

    keep_law_copy(path, FILES, LATER)

    assert read_law_copy(path) == LawCopy(FILES, LATER)


@given(st.data())
def test_a_copy_with_any_byte_changed_is_not_used(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("kopi") / "law.json"
    keep_law_copy(path, FILES, THE_DAY)
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    path.write_bytes(content)

    read = read_law_copy(path)

    assert read is LawCopyTrouble.DAMAGED or read == LawCopy(FILES, THE_DAY)  # a space between values says nothing


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"3",
        b"\xff\xfe",
        b"{}",
        b'{"format": "another"}',
        b'{"format": "enplan-law", "kept_on": "2026-11-26", "files": []}',
        b"[" * 100_000,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_what_is_no_copy_is_a_damaged_one(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)

    assert read_law_copy(path) is LawCopyTrouble.DAMAGED


@pytest.mark.parametrize(("key", "value"), [("kept_on", "den 26."), ("files", ["law"]), ("files", {"law": 3})])
def test_a_copy_whose_digest_fits_senseless_content_is_a_damaged_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, key: str, value: object
) -> None:
    monkeypatch.setattr("desktop_app.storage.law_copy._digest", lambda _day, _texts: "")
    path.parent.mkdir()
    content = {"format": "enplan-law", "kept_on": "2026-11-26", "sha256": "", "files": {}} | {key: value}
    path.write_text(json.dumps(content), encoding="utf-8")

    assert read_law_copy(path) is LawCopyTrouble.DAMAGED


def test_a_folder_in_the_place_of_the_copy_is_a_damaged_one_and_nothing_can_be_kept(path: Path) -> None:
    path.mkdir(parents=True)

    assert read_law_copy(path) is LawCopyTrouble.DAMAGED
    with pytest.raises(OSError, match="last-good-law"):
        keep_law_copy(path, FILES, THE_DAY)


# The files themselves ------------------------------------------------------------------------------------------------


def test_the_files_of_the_program_are_read_as_one_set() -> None:
    files = read_law_files(resource())

    law = law_of(files)

    assert {"law/follow_up.toml", "law/suspensions.toml", FULL_WEEK, TEXTS} <= files.keys()
    assert len(law.rulebook.duties) == len([place for place in files if place.count("/") == 1]) - 2
    assert law.rulebook.suspensions
    assert law.full_weeks.weeks
    assert len(law.texts)


@pytest.mark.parametrize("place", [FULL_WEEK, TEXTS])
def test_a_set_without_one_of_its_files_is_refused(place: str) -> None:
    files = {name: content for name, content in read_law_files(resource()).items() if name != place}

    with pytest.raises(RuleFileError) as refused:
        law_of(files)

    assert (refused.value.problem, refused.value.file) == (RuleProblem.MISSING_KEY, place.rpartition("/")[2])


def test_a_file_the_machine_cannot_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "law" / "limits" / "full_week.toml").mkdir(parents=True)

    with pytest.raises(RuleFileError) as refused:
        read_law_files(tmp_path)

    assert (refused.value.problem, refused.value.file) == (RuleProblem.UNREADABLE, "full_week.toml")
    assert refused.value.detail
