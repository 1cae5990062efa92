"""What the machine says becomes what the program says, in one place."""

import errno
import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.storage.machine_errors import machine_errors, trouble_of

NOWHERE = Path("nowhere") / "enplan.store"


def sqlite_error(code: int) -> dbapi2.Error:
    error = dbapi2.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (3, StorageTrouble.READ_ONLY),
        (5, StorageTrouble.LOCKED),
        (6, StorageTrouble.LOCKED),
        (8, StorageTrouble.READ_ONLY),
        (8 | 4 << 8, StorageTrouble.MISSING),  # READONLY_DBMOVED
        (10 | 3 << 8, StorageTrouble.INPUT_OUTPUT),  # IOERR_WRITE
        (11, StorageTrouble.DAMAGED),
        (13, StorageTrouble.DISK_FULL),
        (14, StorageTrouble.MISSING),
        (26, StorageTrouble.DAMAGED),
        (1, None),  # a mistake in the SQL
        (19, None),  # a constraint
    ],
)
def test_sqlites_result_code_decides(code: int, trouble: StorageTrouble | None) -> None:
    assert trouble_of(sqlite_error(code), NOWHERE) is trouble


def test_a_journal_that_cannot_be_made_does_not_say_that_the_store_is_gone(tmp_path: Path) -> None:
    store = tmp_path / "enplan.store"
    store.touch()

    assert trouble_of(sqlite_error(14), store) is StorageTrouble.INPUT_OUTPUT
    assert trouble_of(sqlite_error(8 | 4 << 8), store) is StorageTrouble.MISSING


@pytest.mark.skipif(os.name != "posix", reason="Windows does not say who may write in a file")
@pytest.mark.parametrize("error", [sqlite_error(8), dbapi2.OperationalError("attempt to write a readonly database")])
def test_a_file_that_may_be_written_and_cannot_is_the_disks_fault(tmp_path: Path, error: dbapi2.Error) -> None:
    store = tmp_path / "enplan.store"
    store.touch()

    assert trouble_of(error, store) is StorageTrouble.INPUT_OUTPUT


@pytest.mark.parametrize("protected", ["enplan.store", "."])
def test_a_file_that_may_not_be_written_or_lies_where_nothing_may_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, protected: str
) -> None:
    store = tmp_path / "enplan.store"
    store.touch()
    monkeypatch.setattr(os, "access", lambda path, _mode: path != tmp_path / protected)

    assert trouble_of(sqlite_error(8), store) is StorageTrouble.READ_ONLY


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("database or disk is full", StorageTrouble.DISK_FULL),
        ("disk I/O error", StorageTrouble.INPUT_OUTPUT),
        ("attempt to write a readonly database", StorageTrouble.READ_ONLY),
        ("no such table: cases", None),
    ],
)
def test_where_there_is_no_code_as_from_the_backup_api_sqlites_words_decide(
    words: str, trouble: StorageTrouble | None
) -> None:
    assert trouble_of(dbapi2.OperationalError(words), NOWHERE) is trouble


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.ENOSPC, StorageTrouble.DISK_FULL),
        (errno.EROFS, StorageTrouble.READ_ONLY),
        (errno.EACCES, StorageTrouble.READ_ONLY),
        (errno.ENOENT, StorageTrouble.MISSING),
        (errno.EIO, StorageTrouble.INPUT_OUTPUT),
        (errno.EMFILE, StorageTrouble.INPUT_OUTPUT),
    ],
)
def test_the_operating_systems_number_decides(number: int, trouble: StorageTrouble) -> None:
    assert trouble_of(OSError(number, "as the system says it"), NOWHERE) is trouble


def test_other_errors_are_mistakes_of_the_program() -> None:
    assert trouble_of(ValueError(), NOWHERE) is None
    assert trouble_of(dbapi2.ProgrammingError(), NOWHERE) is None


def test_a_trouble_is_reported_with_the_path_and_its_cause() -> None:
    cause = sqlite_error(13)

    with pytest.raises(StorageUnavailable) as error, machine_errors(Path("enplan.store")):
        raise cause

    assert (error.value.trouble, error.value.path) == (StorageTrouble.DISK_FULL, "enplan.store")
    assert error.value.__cause__ is cause


@pytest.mark.parametrize("mistake", [sqlite_error(1), KeyError("x")])
def test_a_mistake_passes_as_it_is(mistake: Exception) -> None:
    with pytest.raises(type(mistake)) as error, machine_errors(Path("enplan.store")):
        raise mistake

    assert error.value is mistake
