"""Ways a store's files can be before somebody tries to open them, and with which refusal it stays closed then."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from desktop_app.application.errors import StoreRefusal
from desktop_app.storage.engine import connect
from desktop_app.storage.key_file import key_path
from desktop_app.storage.keys import unlock
from tests.storage.builders import PASSWORD, a_closed_store, reopened
from tests.storage.store_files import flip

PAGE = 4096


def make_plain_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE cases (id TEXT)")
        database.commit()


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def set_version(path: Path, statement: str) -> None:
    with opened_raw(path) as raw:
        raw.execute(statement)


@contextmanager
def opened_raw(path: Path) -> Iterator[Any]:
    """The store's connection before it is restricted."""
    connection = connect(path, unlock(path, user=None, password=PASSWORD).key)
    try:
        yield connection._raw
    finally:
        connection.close()


def put_back_old_keys(path: Path) -> None:
    """Put the key file back that there was before the store's key was changed."""
    old = key_path(path).read_bytes()
    with reopened(path) as store:
        store.rotate_key()
    key_path(path).write_bytes(old)


REFUSED: dict[str, tuple[Callable[[Path], object], StoreRefusal]] = {
    "missing": (lambda path: path.unlink(), StoreRefusal.MISSING),
    "folder": (make_folder, StoreRefusal.IS_FOLDER),
    "empty": (lambda path: path.write_bytes(b""), StoreRefusal.EMPTY_FILE),
    "plain database": (make_plain_database, StoreRefusal.NOT_A_STORE),
    "other program's file": (
        lambda path: path.write_bytes(b"PK\3\4" + b"<w:document/>" * 999),
        StoreRefusal.NOT_A_STORE,
    ),
    "another store's file": (
        lambda path: shutil.copy(a_closed_store(path.parent / "other" / "enplan.store"), path),
        StoreRefusal.DAMAGED,
    ),
    "first page flipped": (lambda path: flip(path, 2000), StoreRefusal.DAMAGED),
    "salt flipped": (lambda path: flip(path, 3), StoreRefusal.DAMAGED),
    "cut within the first page": (lambda path: path.write_bytes(path.read_bytes()[:1000]), StoreRefusal.DAMAGED),
    "cut after the first page": (lambda path: path.write_bytes(path.read_bytes()[:PAGE]), StoreRefusal.DAMAGED),
    "last page missing": (lambda path: path.write_bytes(path.read_bytes()[:-PAGE]), StoreRefusal.DAMAGED),
    "last byte missing": (lambda path: path.write_bytes(path.read_bytes()[:-1]), StoreRefusal.DAMAGED),
    "no key file": (lambda path: key_path(path).unlink(), StoreRefusal.KEYS_MISSING),
    "key file flipped": (lambda path: flip(key_path(path), 100), StoreRefusal.KEYS_DAMAGED),
    "key file empty": (lambda path: key_path(path).write_bytes(b""), StoreRefusal.KEYS_DAMAGED),
    "key file from before": (put_back_old_keys, StoreRefusal.KEYS_OLD),
    "newer": (
        lambda path: set_version(path, "UPDATE alembic_version SET version_num = '0099'"),
        StoreRefusal.NEWER,
    ),
    "no version": (lambda path: set_version(path, "DELETE FROM alembic_version"), StoreRefusal.NOT_A_STORE),
    "no version table": (lambda path: set_version(path, "DROP TABLE alembic_version"), StoreRefusal.NOT_A_STORE),
}
