"""The bytes of scans, encrypted in the store as all of it is."""

from desktop_app.domain.scan import Scan
from desktop_app.storage.kept_bytes import keep_bytes, kept_bytes
from desktop_app.storage.store_connection import StoreConnection


class SqlScanBytes:
    """Bytes of scans (`application.ports.ScanBytes`)."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection

    def keep(self, content: bytes, sha256: str) -> None:
        """Keep bytes that a scan is to have, with their SHA-256 as it was worked out. The same bytes are kept once.

        Raises:
            StorageUnavailable: the file cannot be written.
        """
        keep_bytes(self._connection, content, sha256)

    def of(self, scan: Scan) -> bytes:
        """Return the bytes of a scan.

        Raises:
            StorageUnavailable: DAMAGED, they are gone or not those that were kept; or the file cannot be read.
        """
        return kept_bytes(self._connection, scan.sha256)
