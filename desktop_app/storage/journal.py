"""The log entries of one unit of work: collected, sealed, chained and written in its transaction."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Final, NamedTuple

from desktop_app.storage.revisions import CHAIN_START, Author, Entry, Subject, Supersedes, link, seal
from desktop_app.storage.store_connection import StoreConnection

Clock = Callable[[], datetime]

_HEAD: Final = "SELECT seq, chain, (SELECT max(lamport) FROM log) FROM log ORDER BY seq DESC LIMIT 1"
# The ids come as one JSON parameter, so that their number never changes the number of statements.
_EARLIER: Final = """
    SELECT id, action, record, kind, parent, device, lamport, user, utc, supersedes, payload_hash FROM log
    WHERE action IN ('change', 'delete') AND record <> '' AND record IN (SELECT value FROM json_each(?)) ORDER BY seq
    """
_INSERT_ENTRY: Final = "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_PAYLOAD: Final = "INSERT INTO payloads VALUES (?, ?, ?)"


class Head(NamedTuple):
    """Where the log stands."""

    seq: int = 0
    chain: bytes = CHAIN_START
    lamport: int = 0


class Writer(NamedTuple):
    """Who writes on which device. The clock gives aware moments; it says when, it orders nothing."""

    user: str
    device: str
    clock: Clock


class Journal:
    """Everything one unit of work will have written to the log when it commits."""

    def __init__(self, connection: StoreConnection, writer: Writer) -> None:
        self._connection = connection
        self.head = read_head(connection)
        moment = writer.clock().astimezone(UTC).isoformat(timespec="milliseconds")
        self._author = Author(writer.user, writer.device, self.head.lamport + 1, moment)
        self._sealed = list[tuple[Entry, bytes]]()

    def add(self, action: str, subject: Subject, supersedes: Supersedes, values: Mapping[str, object]) -> None:
        """Add an entry."""
        self._sealed.append(seal(action, subject, self._author, supersedes, values))

    def earlier(self, records: Iterable[str]) -> dict[str, list[Entry]]:
        """Return the revisions these records have in the log, without payloads, in one statement."""
        found: dict[str, list[Entry]] = {}
        for row in self._connection.scan(_EARLIER, (json.dumps(list(records)),)):
            entry = Entry(*row)
            found.setdefault(entry.record, []).append(entry)
        return found

    def write(self) -> None:
        """Write what was added since the last time, chained to what stands in the log.

        Raises:
            StorageUnavailable: the machine could not write.
        """
        seq, chain = self.head.seq, self.head.chain
        entries, payloads = list[tuple[object, ...]](), list[tuple[object, ...]]()
        for entry, covered in self._sealed:
            seq, chain = seq + 1, link(chain, covered)
            entries.append((seq, *entry[:11], chain))
            payloads.append((seq, entry.salt, entry.body))
        if entries:
            self._connection.insert_many(_INSERT_ENTRY, entries)
            self._connection.insert_many(_INSERT_PAYLOAD, payloads)
            self._sealed, self.head = [], self.head._replace(seq=seq, chain=chain)


def read_head(connection: StoreConnection) -> Head:
    """Return where the log stands."""
    return next((Head(*row) for row in connection.rows(_HEAD)), Head())
