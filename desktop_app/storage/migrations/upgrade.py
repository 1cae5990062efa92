"""The upgrade of a store: a verified copy first, then all migrations in one transaction, then a check."""

from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.storage.schema import NEWEST, schema_version
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.verified_copy import copy_verified

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
