"""The bytes of scans, encrypted in the store as all of it is."""

import hashlib
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.domain.scan import Scan
from desktop_app.storage.store_connection import StoreConnection

_KEEP: Final = "INSERT INTO blobs (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING"
_READ: Final = "SELECT bytes FROM blobs WHERE sha256 = ?"


class SqlScanBytes:
    """Bytes of scans (`application.ports.ScanBytes`)."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def keep(self, content: bytes, sha256: str) -> None:
        """Keep bytes that a scan is to have, with their SHA-256 as it was worked out. The same bytes are kept once.

        It is not worked out again: that takes a moment, and reading the bytes finds out whether it is theirs.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        self._connection.write(_KEEP, (sha256, content))

    def of(self, scan: Scan) -> bytes:
        """Return the bytes of a scan.

        Raises:
            StorageUnavailable: DAMAGED, they are gone or not those that were kept; or the file cannot be read.
        """
        for (content,) in self._connection.rows(_READ, (scan.sha256,)):
            kept = bytes(content)
            if hashlib.sha256(kept).hexdigest() == scan.sha256:
                return kept
        raise StorageUnavailable(StorageTrouble.DAMAGED, str(self._connection.path))
