"""What an open store is set to, what nobody can do through it, and what need not be loaded for it."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.storage.engine import connect
from desktop_app.storage.keys import unlock
from tests.storage.builders import (
    PASSWORD,
    a_closed_store,
    a_full_case,
    reopened,
)
from tests.storage.store_files import CHECKOUT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "enplan.store", *(a_full_case(f"{number}") for number in range(20)))


def test_an_open_store_has_the_settings_it_promises(path: Path) -> None:
    with reopened(path) as store:
        raw = store.connection._raw
        raw.set_authorizer(None)
        found = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "locking_mode",
                "foreign_keys",
                "secure_delete",
                "temp_store",
                "trusted_schema",
                "cache_size",
            )
        }

    assert found == {
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
        "cache_size": -64000,
    }


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'plain.db' AS plain KEY ''",
        "DETACH main",
        "PRAGMA key = 'x'",
        "PRAGMA rekey = 'x'",
        "PRAGMA synchronous = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA read_uncommitted = ON",
        "VACUUM",
        "VACUUM INTO 'plain.db'",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('main')",
    ],
)
def test_an_open_store_can_be_neither_copied_in_plain_nor_set_otherwise(
    path: Path, statement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    with reopened(path) as store, pytest.raises(dbapi2.DatabaseError):
        store.connection.rows(statement)

    assert not (path.parent / "plain.db").exists()


def test_a_store_that_is_not_older_is_opened_without_alembic(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from desktop_app.storage.store import open_store;"
        f"open_store(Path({str(path)!r}), password={PASSWORD!r}).close();"
        "print('alembic' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"


def test_the_users_of_a_store_are_listed_without_a_database_library(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from desktop_app.storage.key_file import read_key_file;"
        f"print(read_key_file(Path({str(path)!r})).users[0].initials);"
        "print({'sqlalchemy', 'sqlcipher3', 'cryptography', 'argon2'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, text=True, check=True)

    assert done.stdout == "MJ\nset()\n"


def test_foreign_keys_cannot_be_switched_within_a_transaction(path: Path) -> None:
    connection = connect(path, unlock(path, user=None, password=PASSWORD).key)
    with connection.writing_engine.begin(), pytest.raises(RuntimeError):
        connection.set_foreign_keys(enforced=False)
    connection.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file can be neither moved nor deleted")
@pytest.mark.parametrize("what", ["deleted", "moved with its folder", "replaced"])
def test_nothing_is_written_to_a_file_nobody_finds_again(tmp_path: Path, what: str) -> None:
    path = a_closed_store(tmp_path / "folder" / "enplan.store")
    with reopened(path) as store:
        if what == "moved with its folder":
            path.parent.rename(tmp_path / "elsewhere")
        else:
            path.unlink()
        if what == "replaced":
            path.write_bytes(b"another")

        with store.work() as unit:
            unit.note(LogAction.EXPORTED)
            with pytest.raises(StorageUnavailable) as error:
                unit.commit()

        assert error.value.trouble is StorageTrouble.MISSING
        assert store.connection.rows("SELECT action FROM log WHERE action = 'exported'") == []
