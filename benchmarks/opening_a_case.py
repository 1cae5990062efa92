"""Opening a case against its bare SELECTs; the log write of it, and the history its tab reads, each by themselves."""

import os
from collections.abc import Iterator
from pathlib import Path

from benchmarks.made_up_team import AS_OF
from benchmarks.plain_work import run, selects_of
from benchmarks.timing import Budget, Measured, compare
from desktop_app.application.ports import LogAction
from desktop_app.composition import Office
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.store_connection import StoreConnection

_KEY_BYTES = 32


def measure_opening(office: Office, number: str, folder: Path, *, runs: int) -> Iterator[Measured]:
    """Yield the measures of one case; another file is made in `folder`."""
    connection = office.store.connection
    opened = office.cases.open(number, AS_OF, again=True)
    selects = selects_of(connection, lambda: office.cases.open(number, AS_OF, again=True))
    history = selects_of(connection, lambda: opened.read_history(opened.case.id))
    yield compare(
        "open a case",
        lambda: office.cases.open(number, AS_OF, again=True),
        "the same SELECTs, rows only",
        lambda: run(connection, selects),
        runs=runs,
        budget=Budget(ratio=4),
    )
    yield Measured(name="statements to open a case", value=len(selects), unit="", budget=Budget(value=16))
    with_other = other_file(folder)
    yield compare(
        "log that a case was opened",
        lambda: log_opening(office, opened.case.id),
        "one row committed in another such file",
        lambda: write_row(with_other),
        runs=runs,
    )
    with_other.close()
    yield compare(
        "history of a case, when its tab is opened",
        lambda: opened.read_history(opened.case.id),
        "the same SELECT, rows only",
        lambda: run(connection, history),
        runs=runs,
    )


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
