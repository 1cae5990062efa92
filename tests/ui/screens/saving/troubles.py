"""Troubles that befall a store while it is open, and go away again."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from tests.ui.screens.saving.bench import Bench


@contextmanager
def full_disk(bench: Bench) -> Iterator[None]:
    """Let SQLite find no room for another page: all that is written wants a megabyte more than there is."""
    connection = bench.office.store.connection
    raw = connection._raw
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    ballast = "INSERT OR REPLACE INTO drafts VALUES ('ballast', '', '', '', hex(zeroblob(500000)), '{}', '')"
    for table in ("log", "drafts"):
        raw.execute(f"CREATE TEMP TRIGGER full_{table} BEFORE INSERT ON main.{table} BEGIN {ballast}; END")
    _set(bench, f"PRAGMA max_page_count={pages}")
    try:
        yield
    finally:
        for table in ("log", "drafts"):
            raw.execute(f"DROP TRIGGER IF EXISTS full_{table}")
        _set(bench, "PRAGMA max_page_count=1000000")


@contextmanager
def gone_store(bench: Bench) -> Iterator[None]:
    """Take the folder of the store away, as when its drive is pulled out, and put it back."""
    folder = bench.office.store.path.parent
    aside = folder.with_name("pulled-out")
    folder.rename(aside)
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)


@contextmanager
def read_only_store(bench: Bench) -> Iterator[None]:
    """Let SQLite refuse every write, and the system say that nobody may."""
    _set(bench, "PRAGMA query_only=ON")
    try:
        with patch("os.access", return_value=False):
            yield
    finally:
        _set(bench, "PRAGMA query_only=OFF")


def _set(bench: Bench, setting: str) -> None:
    """Change a setting of the connection, which nobody else can once the store is open."""
    raw = bench.office.store.connection._raw
    raw.set_authorizer(None)
    raw.execute(setting).fetchall()
    bench.office.store.connection.restrict()
