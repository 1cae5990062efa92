"""Small files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from desktop_app.storage.whole_file import write_new, write_whole


def test_the_file_holds_the_new_bytes_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"old")

    write_whole(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_write_that_fails_leaves_the_old_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(OSError, match="gone"):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_is_never_written_over_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"

    write_new(path, b"first")
    with pytest.raises(FileExistsError) as error:
        write_new(path, b"second")

    assert error.value.filename == str(path)
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]
