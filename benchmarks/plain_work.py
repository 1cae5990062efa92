"""The bare work behind what the program does with every case: rows as the driver gives them, dates by arithmetic."""

from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlcipher3 import dbapi2

from benchmarks.made_up_team import AS_OF
from desktop_app.domain.dates import add_months
from desktop_app.domain.duties import DutyId
from desktop_app.storage.store_connection import StoreConnection

Select = tuple[str, tuple[object, ...]]


def selects_of(connection: StoreConnection, act: Callable[[], object]) -> list[Select]:
    """Return the SELECTs an act runs, with what they ask for."""
    seen: list[Select] = []
    rows, scan = connection.rows, connection.scan

    def watch_rows(statement: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        seen.append((statement, parameters))
        return rows(statement, parameters)

    def watch_scan(statement: str, parameters: tuple[object, ...] = ()) -> Generator[tuple[Any, ...], None, None]:
        seen.append((statement, parameters))
        return scan(statement, parameters)

    with patch.object(connection, "rows", watch_rows), patch.object(connection, "scan", watch_scan):
        act()
    return seen


def run(connection: StoreConnection, selects: Iterable[Select]) -> None:
    """Read the rows and forget them."""
    for statement, parameters in selects:
        connection.rows(statement, parameters)


def open_and_run(path: Path, key: bytes, selects: Iterable[Select]) -> None:
    """Open an encrypted file with its key, and nothing else; read the rows and forget them."""
    raw = dbapi2.connect(path, cached_statements=512)
    try:
        raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        raw.execute("PRAGMA cache_size=-64000")
        for statement, parameters in selects:
            raw.execute(statement, parameters).fetchall()
    finally:
        raw.close()


def plain_dates(starts: Sequence[date | None]) -> list[date]:
    """Compute one date for each duty of each case, and nothing else."""
    return [add_months(start or AS_OF, 1) for start in starts for _duty in DutyId]
