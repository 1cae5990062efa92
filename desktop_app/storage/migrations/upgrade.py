"""The upgrade of a store: a verified copy first, then all migrations in one transaction, then a check."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.storage.engine import connect, create_file
from desktop_app.storage.journal import read_head
from desktop_app.storage.machine_errors import machine_errors
from desktop_app.storage.schema import NEWEST, schema_version
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.whole_file import sync_folder

_SCRIPTS: Final = Path(__file__).parent


def copy_path(store: Path, version: str) -> Path:
    """Return where the copy of a store lies that was made before it left `version`."""
    return store.with_name(f"{store.name}.version-{version}")


def upgrade(connection: StoreConnection, key: bytes) -> None:
    """Copy the store beside itself and bring it to the newest schema; it is not restricted yet.

    Raises:
        StorageUnavailable: the copy or the upgrade failed; the store is as it was.
    """
    copy_verified(connection, key, copy_path(connection.path, schema_version(connection)))
    migrate(connection, NEWEST)


def migrate(connection: StoreConnection, target: str) -> None:
    """Run all migrations up to `target` in one transaction.

    Foreign keys are off meanwhile: with them on, rebuilding a table deletes or orphans what refers to it. They are
    checked before the commit instead.

    Raises:
        StorageUnavailable: DAMAGED, the store's references do not hold; or the machine could not write.
    """
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    connection.set_foreign_keys(enforced=False)
    try:
        with connection.writing_engine.begin() as transaction:
            config.attributes["connection"] = transaction
            command.upgrade(config, target)
            if connection.rows("PRAGMA foreign_key_check"):
                raise StorageUnavailable(StorageTrouble.DAMAGED, str(connection.path))
    finally:
        connection.set_foreign_keys(enforced=True)


def copy_verified(connection: StoreConnection, key: bytes, target: Path) -> None:
    """Copy the store to `target`, encrypted with the same key, and check the copy before it gets its name.

    Raises:
        StorageUnavailable: the copy could not be written, or is not what the store is.
    """
    unfinished = target.with_name(target.name + ".new")
    with machine_errors(target):
        unfinished.unlink(missing_ok=True)
        create_file(unfinished)
        try:
            _copy(connection, key, unfinished)
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


def _copy(connection: StoreConnection, key: bytes, target: Path) -> None:
    copy = connect(target, key, is_new=True)
    try:
        connection.copy_to(copy)
        sound = (
            copy.is_sound()
            and copy.rows("PRAGMA integrity_check") == [("ok",)]
            and schema_version(copy) == schema_version(connection)
            and read_head(copy) == read_head(connection)
        )
    finally:
        copy.close()
    if not sound:
        raise StorageUnavailable(StorageTrouble.DAMAGED, str(connection.path))
