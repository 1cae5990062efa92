"""Is the store what it says it is? Every promise of the store that can be checked, checked; findings, no repairs."""

from collections import deque
from collections.abc import Callable
from hashlib import sha256
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.garbage import no_collection
from desktop_app.application.verification import Check, Finding, Verification
from desktop_app.storage.derive import by_record, derive, stored
from desktop_app.storage.journal import read_head
from desktop_app.storage.kinds import KINDS
from desktop_app.storage.revisions import CHAIN_START, Entry, chained_bytes, link, payload_fits
from desktop_app.storage.store import Store
from desktop_app.storage.store_connection import StoreConnection

_ENTRIES: Final = """
    SELECT log.id, action, record, kind, parent, device, lamport, user, utc, supersedes, payload_hash, salt, body,
        log.seq, chain
    FROM log LEFT JOIN payloads USING (seq) WHERE log.seq BETWEEN ? AND ? ORDER BY log.seq
    """
_ERASED: Final = "SELECT 1 FROM log WHERE action = 'erase' AND record = ? LIMIT 1"
_LINES: Final = 1000
_FIRST, _LAST = -(2**63), 2**63 - 1

_WITHOUT_BYTES: Final = """
    SELECT sha256 FROM documents UNION SELECT sha256 FROM attachments UNION SELECT sha256 FROM logos
    EXCEPT SELECT sha256 FROM blobs
    """
_NAMED_LOGOS: Final = """
    SELECT logo FROM settings WHERE logo IS NOT NULL
    UNION SELECT json_extract(content, '$.municipality.logo') FROM frozen_plans
        WHERE iif(json_valid(content), json_extract(content, '$.municipality.logo'), NULL) IS NOT NULL
    EXCEPT SELECT sha256 FROM logos
    """
_OF_OTHER_SIZE: Final = """
    SELECT attachments.id FROM attachments JOIN blobs USING (sha256) WHERE length(bytes) <> size ORDER BY 1
    """


def verify(store: Store) -> Verification:
    """Check a store: its pages, structure and references, the chain of its log, its rows against its revisions.

    Frozen plans and the bytes of documents, scans and logos are hashed again. At 100,000 entries it takes some seconds.

    Raises:
        StorageUnavailable: the machine cannot read the file; damage is a finding, not an error.
    """
    parts = StoreVerification(store.connection)
    with no_collection():
        while parts.go_on():
            pass
    return parts.result()


class StoreVerification:
    """The check of one store (`application.verification.VerificationInParts`).

    What is written meanwhile is checked too: the log is read to its end at the moment rows are compared with it.
    """

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._entries: list[Entry] = []
        self._findings: list[Finding] = []
        self._counts: dict[Check, int] = dict.fromkeys(Check, 0)
        self._chain, self._expected = CHAIN_START, 1
        self._ahead = deque[tuple[Check, Callable[[], None]]](
            (
                (Check.PAGES, self._check_pages),
                (Check.STRUCTURE, self._check_structure),
                (Check.REFERENCES, self._check_references),
                *((Check.CHAIN, self._check_some_lines) for _part in range(_length(connection) // _LINES)),
                (Check.CHAIN, self._check_log),
                (Check.ROWS, self._check_rows),
                (Check.FROZEN_PLANS, self._check_frozen_plans),
                (Check.DOCUMENTS, self._check_documents),
                (Check.SCANS, self._check_scans),
                (Check.LOGOS, self._check_logos),
            )
        )
        self._all = len(self._ahead)

    @property
    def progress(self) -> tuple[int, int]:
        """How many parts were checked, of how many."""
        return self._all - len(self._ahead), self._all

    def go_on(self) -> bool:
        """Check the next part; whether there is more to do.

        Raises:
            StorageUnavailable: the machine cannot read the file; damage is a finding, not an error.
        """
        check, part = self._ahead.popleft()
        try:
            part()
        except StorageUnavailable as error:
            if error.trouble is not StorageTrouble.DAMAGED:
                raise
            self._find(check, "")
        return bool(self._ahead)

    def result(self) -> Verification:
        """Return what was checked and found, once there is no more to do."""
        return Verification(
            pages=self._counts[Check.PAGES],
            entries=len(self._entries),
            records=self._counts[Check.ROWS],
            frozen_plans=self._counts[Check.FROZEN_PLANS],
            documents=self._counts[Check.DOCUMENTS],
            scans=self._counts[Check.SCANS],
            logos=self._counts[Check.LOGOS],
            findings=tuple(self._findings),
        )

    def _find(self, check: Check, subject: str) -> None:
        self._findings.append(Finding(check, subject))

    def _check_pages(self) -> None:
        [(self._counts[Check.PAGES],)] = self._connection.rows("PRAGMA page_count")
        for (words,) in self._connection.rows("PRAGMA cipher_integrity_check"):
            self._find(Check.PAGES, words)

    def _check_structure(self) -> None:
        for (words,) in self._connection.rows("PRAGMA integrity_check"):
            if words != "ok":
                self._find(Check.STRUCTURE, words)

    def _check_references(self) -> None:
        for table, *_ in self._connection.rows("PRAGMA foreign_key_check"):
            self._find(Check.REFERENCES, table)

    def _check_some_lines(self) -> None:
        self._check_lines(self._expected + _LINES)

    def _check_log(self) -> None:
        self._check_lines(_LAST)

    def _check_lines(self, up_to: int) -> None:
        first = self._expected if self._entries else _FIRST  # nothing may stand before the first line
        for *content, seq, kept in self._connection.scan(_ENTRIES, (first, up_to)):
            entry = Entry(*content)
            covered = chained_bytes(entry)
            if (seq, link(self._chain, covered), sha256(covered).digest()) != (self._expected, kept, entry.id):
                self._find(Check.CHAIN, str(seq))
            if not payload_fits(entry) or (entry.body is None and not self._is_erased(entry.record)):
                self._find(Check.PAYLOAD, str(seq))
            # After a break the rest is checked against itself, so that each bad entry is named once.
            self._chain, self._expected = kept, seq + 1
            self._entries.append(entry)

    @property
    def _has_bad_lines(self) -> bool:
        return any(finding.check in {Check.CHAIN, Check.PAYLOAD} for finding in self._findings)

    def _is_erased(self, record: str) -> bool:
        return bool(self._connection.rows(_ERASED, (record,)))

    def _check_rows(self) -> None:
        if not self._has_bad_lines:
            self._check_log()  # what was written since, so that both are of one moment
        if self._has_bad_lines:
            return  # a log that cannot be trusted says nothing about the rows
        derived, actual = derive(by_record(self._entries)), stored(self._connection)
        for kind in KINDS:
            wanted, there = derived.rows[kind], actual.rows[kind]
            self._counts[Check.ROWS] += len(there)
            for record in sorted(wanted.keys() | there.keys()):
                if wanted.get(record) != there.get(record):
                    self._find(Check.ROWS, f"{kind} {record}")
        for (record, field), _ in sorted(derived.conflicts.items() ^ actual.conflicts.items()):
            self._find(Check.CONFLICTS, f"{record} {field}")

    def _check_frozen_plans(self) -> None:
        for frozen, content, kept in self._connection.scan("SELECT id, content, sha256 FROM frozen_plans"):
            self._counts[Check.FROZEN_PLANS] += 1
            if sha256(content.encode()).hexdigest() != kept:
                self._find(Check.FROZEN_PLANS, frozen)

    def _check_documents(self) -> None:
        [(self._counts[Check.DOCUMENTS],)] = self._connection.rows("SELECT count(*) FROM documents")
        for kept, content in self._connection.scan("SELECT sha256, bytes FROM blobs"):
            if sha256(content).hexdigest() != kept:
                self._find(Check.DOCUMENTS, kept)
        for (kept,) in self._connection.rows(_WITHOUT_BYTES):
            self._find(Check.DOCUMENTS, kept)

    def _check_scans(self) -> None:
        [(self._counts[Check.SCANS],)] = self._connection.rows("SELECT count(*) FROM attachments")
        for (scan,) in self._connection.rows(_OF_OTHER_SIZE):
            self._find(Check.SCANS, scan)

    def _check_logos(self) -> None:
        [(self._counts[Check.LOGOS],)] = self._connection.rows("SELECT count(*) FROM logos")
        for (named,) in self._connection.rows(_NAMED_LOGOS):
            self._find(Check.LOGOS, named)


def _length(connection: StoreConnection) -> int:
    """Return how many lines the log seems to have; a damaged one is found line by line."""
    try:
        return read_head(connection).seq
    except StorageUnavailable as error:
        if error.trouble is not StorageTrouble.DAMAGED:
            raise
        return 0
