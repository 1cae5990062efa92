"""The tables that hold no records: the log, its payloads, conflicts, the bytes of documents, drafts, the store itself.

Triggers keep what is written once as it was written. Only an erasure that is in the log itself lets content go.
"""

from typing import Final

LOG: Final[tuple[str, ...]] = (
    """
    CREATE TABLE log (
        seq INTEGER PRIMARY KEY, id BLOB NOT NULL, action TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
        parent TEXT NOT NULL, device TEXT NOT NULL, lamport INTEGER NOT NULL, user TEXT NOT NULL, utc TEXT NOT NULL,
        supersedes TEXT NOT NULL, payload_hash BLOB NOT NULL, chain BLOB NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX log_by_id ON log (id)",
    "CREATE INDEX log_by_record ON log (record) WHERE record <> ''",
    "CREATE INDEX log_by_parent ON log (parent) WHERE parent <> ''",
    "CREATE INDEX log_by_lamport ON log (lamport)",
    "CREATE INDEX log_of_erasures ON log (record) WHERE action = 'erase'",
    "CREATE INDEX log_of_openings ON log (user, seq, record) WHERE action = 'opened_case'",
    "CREATE TABLE payloads (seq INTEGER PRIMARY KEY REFERENCES log, salt BLOB NOT NULL, body TEXT NOT NULL) STRICT",
    """
    CREATE TABLE conflicts (
        record TEXT NOT NULL, field TEXT NOT NULL, revisions TEXT NOT NULL, PRIMARY KEY (record, field)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE store (id TEXT NOT NULL, device TEXT NOT NULL, incarnation TEXT NOT NULL) STRICT",
    """
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END
    """,
    """
    CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is not shortened'); END
    """,
    """
    CREATE TRIGGER payloads_are_not_changed BEFORE UPDATE ON payloads
    BEGIN SELECT RAISE(ABORT, 'a payload is not changed'); END
    """,
    """
    CREATE TRIGGER payloads_go_by_erasure BEFORE DELETE ON payloads
    WHEN NOT EXISTS (
        SELECT 1 FROM log WHERE action = 'erase' AND record = (SELECT record FROM log WHERE seq = OLD.seq)
    )
    BEGIN SELECT RAISE(ABORT, 'a payload goes only by an erasure that is in the log'); END
    """,
)

FROZEN_PLANS: Final[tuple[str, ...]] = (
    """
    CREATE TRIGGER frozen_plans_are_not_changed BEFORE UPDATE ON frozen_plans
    BEGIN SELECT RAISE(ABORT, 'a signed plan is not changed'); END
    """,
    """
    CREATE TRIGGER frozen_plans_go_by_erasure BEFORE DELETE ON frozen_plans
    WHEN NOT EXISTS (SELECT 1 FROM log WHERE action = 'erase' AND record = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a signed plan goes only by an erasure that is in the log'); END
    """,
)

DOCUMENTS: Final[tuple[str, ...]] = (
    "CREATE TABLE blobs (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT",
    """
    CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents
    BEGIN SELECT RAISE(ABORT, 'a document is not changed'); END
    """,
    """
    CREATE TRIGGER documents_go_by_erasure BEFORE DELETE ON documents
    WHEN NOT EXISTS (SELECT 1 FROM log WHERE action = 'erase' AND record = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a document goes only by an erasure that is in the log'); END
    """,
    """
    CREATE TRIGGER blobs_are_not_changed BEFORE UPDATE ON blobs
    BEGIN SELECT RAISE(ABORT, 'the bytes of a document are not changed'); END
    """,
    """
    CREATE TRIGGER blobs_go_with_their_documents BEFORE DELETE ON blobs
    WHEN EXISTS (SELECT 1 FROM documents WHERE sha256 = OLD.sha256)
        OR EXISTS (SELECT 1 FROM attachments WHERE sha256 = OLD.sha256)
        OR EXISTS (SELECT 1 FROM logos WHERE sha256 = OLD.sha256)
    BEGIN SELECT RAISE(ABORT, 'bytes go when no document has them any more'); END
    """,
)

ATTACHMENTS: Final[tuple[str, ...]] = (
    """
    CREATE TRIGGER attachments_are_not_changed
    BEFORE UPDATE OF id, plan_id, file_name, media_type, size, sha256, added_on, added_by, note ON attachments
    BEGIN SELECT RAISE(ABORT, 'an attachment is not changed, only removed'); END
    """,
    """
    CREATE TRIGGER attachments_go_by_erasure BEFORE DELETE ON attachments
    WHEN NOT EXISTS (SELECT 1 FROM log WHERE action = 'erase' AND record = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'an attachment goes only by an erasure that is in the log'); END
    """,
)

LOGOS: Final[tuple[str, ...]] = (
    """
    CREATE TRIGGER logos_are_not_changed BEFORE UPDATE ON logos
    BEGIN SELECT RAISE(ABORT, 'a logo is not changed'); END
    """,
    """
    CREATE TRIGGER logos_stay BEFORE DELETE ON logos
    BEGIN SELECT RAISE(ABORT, 'a logo stays: signed plans are drawn with it'); END
    """,
)

DRAFTS: Final = """
    CREATE TABLE drafts (
        id TEXT PRIMARY KEY NOT NULL, user TEXT NOT NULL, screen TEXT NOT NULL, subject TEXT NOT NULL,
        content TEXT NOT NULL, based_on TEXT NOT NULL, saved_at TEXT NOT NULL
    ) STRICT
    """

LOG_SCHEMA: Final = (*LOG, *FROZEN_PLANS, *DOCUMENTS, *ATTACHMENTS, *LOGOS, DRAFTS)
