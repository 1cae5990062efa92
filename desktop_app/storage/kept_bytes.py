"""Bytes in the store, encrypted as all of it is: of documents, scans and logos, each kept once under its SHA-256."""

import hashlib
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.storage.store_connection import StoreConnection

_KEEP: Final = "INSERT INTO blobs (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING"
_READ: Final = "SELECT bytes FROM blobs WHERE sha256 = ?"


def keep_bytes(connection: StoreConnection, content: bytes, sha256: str) -> None:
    """Keep bytes under their SHA-256 as it was worked out.

    It is not worked out again: that takes a moment, and reading the bytes finds out whether it is theirs.

    Raises:
        StorageUnavailable: the file cannot be written.
    """
    connection.write(_KEEP, (sha256, content))


def kept_bytes(connection: StoreConnection, sha256: str) -> bytes:
    """Return the bytes that were kept under a SHA-256.

    Raises:
        StorageUnavailable: DAMAGED, they are gone or not those that were kept; or the file cannot be read.
    """
    for (content,) in connection.rows(_READ, (sha256,)):
        kept = bytes(content)
        if hashlib.sha256(kept).hexdigest() == sha256:
            return kept
    raise StorageUnavailable(StorageTrouble.DAMAGED, str(connection.path))
