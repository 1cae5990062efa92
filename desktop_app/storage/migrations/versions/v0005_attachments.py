"""Version 0005: scans of signed papers, whose bytes lie beside those of documents."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0005"
down_revision = "0004"

_TRIGGERS: Final = (
    "DROP TRIGGER blobs_go_with_their_documents",
    """
    CREATE TRIGGER blobs_go_with_their_documents BEFORE DELETE ON blobs
    WHEN EXISTS (SELECT 1 FROM documents WHERE sha256 = OLD.sha256)
        OR EXISTS (SELECT 1 FROM attachments WHERE sha256 = OLD.sha256)
    BEGIN SELECT RAISE(ABORT, 'bytes go when no document has them any more'); END
    """,
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


def upgrade() -> None:
    """Make the table of scans, and keep what lies in it."""
    op.create_table(
        "attachments",
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        sa.Column(
            "plan_id", sa.String(), sa.ForeignKey("plans.id", deferrable=True, initially="DEFERRED"), nullable=False
        ),
        _known("file_name", sa.String()),
        _known("media_type", sa.String()),
        _known("size", sa.Integer()),
        _known("sha256", sa.String()),
        _known("added_on", sa.Date()),
        _known("added_by", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("removed_on", sa.Date()),
        sa.Column("removed_by", sa.String()),
        sa.Column("removed_reason", sa.String()),
    )
    op.create_index("attachments_of_blob", "attachments", ["sha256"])
    op.create_index("attachments_of_plan", "attachments", ["plan_id"])
    for statement in _TRIGGERS:
        op.execute(statement)


def _known(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
