"""Opening a case against its bare SELECTs; the log write of it, and the history its tab reads, each by themselves."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.made_up_store import AS_OF
from benchmarks.timing import Measured, compare
from desktop_app.application.ports import LogAction
from desktop_app.composition import Office
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.store_connection import StoreConnection

Select = tuple[str, tuple[object, ...]]

_KEY_BYTES = 32


def measure_opening(office: Office, number: str, folder: Path) -> Iterator[Measured]:
    """Yield the measures of one case; another file is made in `folder`."""
    connection = office.store.connection
    opened = office.cases.open(number, AS_OF, again=True)
    selects = selects_of(connection, lambda: office.cases.open(number, AS_OF, again=True))
    history = selects_of(connection, lambda: opened.read_history(opened.case.id))
    yield compare(
        f"open a case, {len(selects)} statements",
        lambda: office.cases.open(number, AS_OF, again=True),
        "the same SELECTs, rows only",
        lambda: run(connection, selects),
        budget="<= 4x, <= 16 statements",
        runs=101,
    )
    with_other = other_file(folder)
    yield compare(
        "log that a case was opened",
        lambda: log_opening(office, opened.case.id),
        "one row committed in another such file",
        lambda: write_row(with_other),
        budget="apart from opening",
        runs=31,
    )
    with_other.close()
    yield compare(
        "history of a case, when its tab is opened",
        lambda: opened.read_history(opened.case.id),
        "the same SELECT, rows only",
        lambda: run(connection, history),
        budget="when first asked for",
        runs=31,
    )


def selects_of(connection: StoreConnection, act: Callable[[], object]) -> list[Select]:
    """Return the SELECTs an act runs, with what they ask for."""
    seen: list[Select] = []
    rows = connection.rows

    def watch(statement: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        seen.append((statement, parameters))
        return rows(statement, parameters)

    with patch.object(connection, "rows", watch):
        act()
    return seen


def run(connection: StoreConnection, selects: list[Select]) -> None:
    """Read the rows and forget them."""
    for statement, parameters in selects:
        connection.rows(statement, parameters)


def log_opening(office: Office, case_id: str) -> None:
    """Note in the log of use that a case was opened, and nothing else."""
    with office.store.work() as unit:
        unit.note(LogAction.OPENED_CASE, case_id)
        unit.commit()


def other_file(folder: Path) -> StoreConnection:
    """Make an encrypted file with the settings of a store, and one table."""
    path = folder / "bare"
    create_file(path)
    connection = connect(path, os.urandom(_KEY_BYTES), is_new=True)
    with connection.engine.begin() as writing:
        writing.exec_driver_sql("CREATE TABLE bare (entry BLOB)")
    return connection


def write_row(connection: StoreConnection) -> None:
    """Write one row as long as an entry of the log."""
    with connection.engine.begin() as writing:
        writing.exec_driver_sql("INSERT INTO bare VALUES (?)", (bytes(500),))
