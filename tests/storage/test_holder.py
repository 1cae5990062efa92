"""Who has the store open is told to others; what cannot be read is not known."""

from pathlib import Path

import pytest

from desktop_app.storage.holder import Holder, holder_path, read_holder, remove_holder, write_holder

HOLDER = Holder("Mette Jensen", "PC-0123", "2026-03-03T09:12:00+00:00")


def test_what_was_written_is_read(tmp_path: Path) -> None:
    store = tmp_path / "enplan.store"

    write_holder(store, HOLDER)

    assert read_holder(store) == HOLDER


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"user": "x"}', b"\xff", b'"x"'])
def test_a_damaged_file_tells_nothing(tmp_path: Path, content: bytes) -> None:
    store = tmp_path / "enplan.store"
    holder_path(store).write_bytes(content)

    assert read_holder(store) == Holder()


def test_a_missing_file_tells_nothing(tmp_path: Path) -> None:
    assert read_holder(tmp_path / "enplan.store") == Holder()


def test_a_file_that_cannot_be_removed_stops_nobody(tmp_path: Path) -> None:
    store = tmp_path / "enplan.store"
    holder_path(store).mkdir()

    remove_holder(store)

    assert holder_path(store).exists()
