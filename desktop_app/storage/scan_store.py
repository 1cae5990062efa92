"""The bytes of scans, encrypted in the store as all of it is."""

from hashlib import sha256
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

    def keep(self, content: bytes) -> str:
        """Keep bytes that a scan is to have; return their SHA-256. The same bytes are kept once.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        digest = sha256(content).hexdigest()
        self._connection.write(_KEEP, (digest, content))
        return digest

    def of(self, scan: Scan) -> bytes:
        """Return the bytes of a scan.

        Raises:
            StorageUnavailable: DAMAGED, they are gone or not those that were kept; or the file cannot be read.
        """
        for (content,) in self._connection.rows(_READ, (scan.sha256,)):
            kept = bytes(content)
            if sha256(kept).hexdigest() == scan.sha256:
                return kept
        raise StorageUnavailable(StorageTrouble.DAMAGED, str(self._connection.path))
