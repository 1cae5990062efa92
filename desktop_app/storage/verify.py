"""Is the store what it says it is? Every promise of the store that can be checked, checked; findings, no repairs."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.garbage import no_collection
from desktop_app.storage.derive import by_record, derive, stored
from desktop_app.storage.kinds import KINDS
from desktop_app.storage.revisions import CHAIN_START, Entry, chained_bytes, link, payload_fits
from desktop_app.storage.store import Store
from desktop_app.storage.store_connection import StoreConnection

_ENTRIES: Final = """
    SELECT log.id, action, record, kind, parent, device, lamport, user, utc, supersedes, payload_hash, salt, body,
        log.seq, chain
    FROM log LEFT JOIN payloads USING (seq) ORDER BY log.seq
    """

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


class Check(StrEnum):
    """What is checked; beside it what the `subject` of a finding is, empty where the part cannot be read at all."""

    PAGES = "pages"  # SQLCipher's words for a page that is not as it was encrypted
    STRUCTURE = "structure"  # SQLite's words for what does not fit together
    REFERENCES = "references"  # the table of a row that refers to nothing
    CHAIN = "chain"  # the number of an entry that does not follow from the one before
    PAYLOAD = "payload"  # the number of an entry whose content is not the one that was hashed, or is missing
    ROWS = "rows"  # kind and id of a record that is not what its revisions say
    CONFLICTS = "conflicts"  # record and field
    FROZEN_PLANS = "frozen_plans"  # the id of a frozen plan that does not fit its SHA-256
    DOCUMENTS = "documents"  # the SHA-256 that a document's, scan's or logo's bytes do not fit, or that has no bytes
    SCANS = "scans"  # the id of a scan whose bytes are not as many as it says
    LOGOS = "logos"  # the SHA-256 of a logo that the settings or a frozen plan name, and that is not there


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it must be."""

    check: Check
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was checked and what was found; sound when nothing was."""

    pages: int
    entries: int
    records: int
    frozen_plans: int
    documents: int
    scans: int
    logos: int
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def verify(store: Store) -> Verification:
    """Check a store: its pages, structure and references, the chain of its log, its rows against its revisions.

    Frozen plans and the bytes of documents, scans and logos are hashed again. At 100,000 entries it takes some seconds.

    Raises:
        StorageUnavailable: the machine cannot read the file; damage is a finding, not an error.
    """
    return _Verifier(store.connection).run()


class _Verifier:
    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._entries: list[Entry] = []
        self._findings: list[Finding] = []
        self._counts: dict[str, int] = {}

    def run(self) -> Verification:
        with no_collection():
            for check, part in (
                (Check.PAGES, self._check_pages),
                (Check.STRUCTURE, self._check_structure),
                (Check.REFERENCES, self._check_references),
                (Check.CHAIN, self._check_log),
                (Check.ROWS, self._check_rows),
                (Check.FROZEN_PLANS, self._check_frozen_plans),
                (Check.DOCUMENTS, self._check_documents),
                (Check.SCANS, self._check_scans),
                (Check.LOGOS, self._check_logos),
            ):
                self._counts[check] = 0
                try:
                    part()
                except StorageUnavailable as error:
                    if error.trouble is not StorageTrouble.DAMAGED:
                        raise
                    self._find(check, "")
        return Verification(
            pages=self._counts[Check.PAGES],
            entries=self._counts[Check.CHAIN],
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

    def _check_log(self) -> None:
        erased = {record for (record,) in self._connection.rows("SELECT record FROM log WHERE action = 'erase'")}
        chain, expected = CHAIN_START, 1
        for *content, seq, kept in self._connection.scan(_ENTRIES):
            entry = Entry(*content)
            covered = chained_bytes(entry)
            if (seq, link(chain, covered), sha256(covered).digest()) != (expected, kept, entry.id):
                self._find(Check.CHAIN, str(seq))
            if not payload_fits(entry) or (entry.body is None and entry.record not in erased):
                self._find(Check.PAYLOAD, str(seq))
            # After a break the rest is checked against itself, so that each bad entry is named once.
            chain, expected = kept, seq + 1
            self._entries.append(entry)
        self._counts[Check.CHAIN] = len(self._entries)

    def _check_rows(self) -> None:
        if any(finding.check in {Check.CHAIN, Check.PAYLOAD} for finding in self._findings):
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
