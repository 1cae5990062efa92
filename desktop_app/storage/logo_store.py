"""Every logo the municipality ever had: its bytes stay, because what was signed with it is drawn with it ever after."""

import uuid
from typing import Final

from desktop_app.domain.logo import Logo
from desktop_app.storage.kept_bytes import keep_bytes, kept_bytes
from desktop_app.storage.kinds import Stored
from desktop_app.storage.record_writer import NEW, RecordWriter
from desktop_app.storage.store_connection import StoreConnection

_KNOWN: Final = "SELECT 1 FROM logos WHERE sha256 = ?"


def keep_logo(connection: StoreConnection, writer: RecordWriter, logo: Logo) -> None:
    """Keep a logo, if it is not there already; what was changed before must be flushed.

    Raises:
        StorageUnavailable: the file cannot be written.
    """
    if connection.rows(_KNOWN, (logo.sha256,)):
        return
    keep_bytes(connection, logo.content, logo.sha256)
    writer.add(Stored("logos", {"id": str(uuid.uuid4()), "version": NEW, "sha256": logo.sha256}))


def kept_logo(connection: StoreConnection, sha256: str) -> Logo:
    """Return the logo with this SHA-256.

    Raises:
        StorageUnavailable: DAMAGED, its bytes are gone or not those that were kept; or the file cannot be read.
    """
    return Logo(sha256=sha256, content=kept_bytes(connection, sha256))
