"""The schema of a new store, and which one a store has.

A new store is made with the newest schema at once; an older store is brought up to it by `migrations`. A test proves
that both ways lead to the same.
"""

import secrets
from typing import Final

from sqlalchemy import Connection

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.storage import follow_up_rows, plan_rows  # noqa: F401 - declare their tables
from desktop_app.storage.log_schema import LOG_SCHEMA
from desktop_app.storage.rows import Base
from desktop_app.storage.store_connection import StoreConnection

KNOWN_VERSIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011")
NEWEST: Final = KNOWN_VERSIONS[-1]

# As Alembic makes it, so that either may read what the other wrote.
_VERSION_TABLE: Final = """
    CREATE TABLE alembic_version (
        version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
    )
    """


def create_schema(connection: StoreConnection, store_id: str) -> None:
    """Fill an empty file with the newest schema.

    Raises:
        StorageUnavailable: the machine could not write.
    """
    with connection.writing_engine.begin() as transaction:
        Base.metadata.create_all(transaction)
        for statement in (*LOG_SCHEMA, _VERSION_TABLE):
            transaction.exec_driver_sql(statement)
        transaction.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (NEWEST,))
        write_identity(transaction, store_id)


def write_identity(transaction: Connection, store_id: str) -> None:
    """Name the store and the device that writes to it; a copy that is restored gets a new incarnation."""
    transaction.exec_driver_sql(
        "INSERT INTO store VALUES (?, ?, ?)", (store_id, secrets.token_hex(4), secrets.token_hex(4))
    )


def renew_incarnation(connection: StoreConnection) -> None:
    """Let a copy that is restored write as another incarnation, in the transaction that is open.

    Raises:
        StorageUnavailable: the machine could not write.
    """
    connection.write("UPDATE store SET incarnation = ?", (secrets.token_hex(4),))


def read_device(connection: StoreConnection) -> str:
    """Return the device the store's revisions are written as."""
    [(device, incarnation)] = connection.rows("SELECT device, incarnation FROM store")
    return f"{device}.{incarnation}"


def schema_version(connection: StoreConnection) -> str:
    """Return which of the known versions the store has.

    Raises:
        StoreRefused: NEWER than this program knows, or NOT_A_STORE.
        StorageUnavailable: the file cannot be read.
    """
    path = str(connection.path)
    if not connection.rows("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"):
        raise StoreRefused(StoreRefusal.NOT_A_STORE, path=path)
    found = [version for (version,) in connection.rows("SELECT version_num FROM alembic_version")]
    if len(found) != 1:
        raise StoreRefused(StoreRefusal.NOT_A_STORE, path=path)
    if found[0] not in KNOWN_VERSIONS:
        raise StoreRefused(StoreRefusal.NEWER, path=path, store_version=str(found[0]), program_version=NEWEST)
    return str(found[0])
