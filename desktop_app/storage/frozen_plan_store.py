"""The snapshots of signed plans and the documents first made from them. Nothing here is ever changed or deleted."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import FrozenPlan, StoredDocument
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.storage.kept_bytes import keep_bytes, kept_bytes
from desktop_app.storage.kinds import Stored
from desktop_app.storage.logo_store import keep_logo
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import NEW, RecordWriter
from desktop_app.storage.store_connection import StoreConnection

# A plan whose signature was annulled may be signed and frozen again: the latest counts.
_LATEST_OF_PLAN: Final = """
    SELECT frozen.id, frozen.plan_id, frozen.content, frozen.sha256
    FROM frozen_plans AS frozen JOIN log ON log.record = frozen.id AND log.record <> ''
    WHERE frozen.plan_id = ? ORDER BY log.lamport DESC, log.seq DESC LIMIT 1
    """
_FIRST_DOCUMENT: Final = """
    SELECT documents.id, documents.frozen_plan_id, documents.kind, documents.language, documents.sha256, blobs.bytes
    FROM documents JOIN log ON log.record = documents.id AND log.record <> '' JOIN blobs USING (sha256)
    WHERE documents.frozen_plan_id = ? AND documents.kind = ? AND documents.language = ?
    ORDER BY log.lamport, log.seq LIMIT 1
    """


class SqlFrozenPlanStore:
    """Frozen plans and first documents (`application.ports.FrozenPlanStore`)."""

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def of_plan(self, plan_id: str) -> FrozenPlan | None:
        """Return the snapshot a plan version was frozen to, the latest where it was signed again.

        Raises:
            StorageUnavailable: DAMAGED, the snapshot or the logo it names is not the one that was kept.
        """
        self._session.flush()
        for frozen_id, of_plan, content, kept in self._connection.rows(_LATEST_OF_PLAN, (plan_id,)):
            _check(content.encode(), kept, self._connection.path)
            return FrozenPlan(id=frozen_id, plan_id=of_plan, snapshot=self._snapshot(content))
        return None

    def add(self, frozen: FrozenPlan) -> None:
        """Freeze a signed plan."""
        content = frozen.snapshot.to_json()
        if logo := frozen.snapshot.municipality.logo:
            self._session.flush()
            keep_logo(self._connection, self._writer, logo)
        values = {
            "id": frozen.id,
            "version": NEW,
            "plan_id": frozen.plan_id,
            "content": content,
            "sha256": sha256(content.encode()).hexdigest(),
        }
        self._writer.add(Stored("frozen_plans", values))

    def document(self, frozen_plan_id: str, kind: str, language: str) -> StoredDocument | None:
        """Return the document that was first made, bytes and all.

        Raises:
            StorageUnavailable: DAMAGED, the bytes are not those that were kept.
        """
        self._session.flush()
        for row in self._connection.rows(_FIRST_DOCUMENT, (frozen_plan_id, kind, language)):
            document_id, of_plan, kept_kind, kept_language, kept, content = row
            _check(content, kept, self._connection.path)
            return StoredDocument(
                id=document_id,
                frozen_plan_id=of_plan,
                kind=kept_kind,
                language=kept_language,
                sha256=kept,
                content=content,
            )
        return None

    def add_document(self, document: StoredDocument) -> None:
        """Keep the first document of its kind and language; where there is one, that one stays and nothing is written.

        Raises:
            ValueError: the SHA-256 is not that of the bytes.
        """
        if sha256(document.content).hexdigest() != document.sha256:
            raise ValueError("the SHA-256 is not that of the bytes")
        if self.document(document.frozen_plan_id, document.kind, document.language) is not None:
            return
        keep_bytes(self._connection, document.content, document.sha256)
        values = {
            "id": document.id,
            "version": NEW,
            "frozen_plan_id": document.frozen_plan_id,
            "kind": document.kind,
            "language": document.language,
            "sha256": document.sha256,
        }
        self._writer.add(Stored("documents", values))

    def _snapshot(self, content: str) -> PlanSnapshot:
        """Return a snapshot with the logo it was signed with, whichever the municipality has today."""
        snapshot = PlanSnapshot.from_json(content)
        logo = snapshot.municipality.logo
        return snapshot.with_logo(kept_bytes(self._connection, logo.sha256)) if logo else snapshot


def _check(content: bytes, kept: str, path: Path) -> None:
    if sha256(content).hexdigest() != kept:
        raise StorageUnavailable(StorageTrouble.DAMAGED, str(path))
