"""Version 0002: the documents first made from a frozen plan, and their bytes."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TRIGGERS_AND_BYTES: Final = (
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
    BEGIN SELECT RAISE(ABORT, 'bytes go when no document has them any more'); END
    """,
)


def upgrade() -> None:
    """Make the tables of documents."""
    op.create_table(
        "documents",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "frozen_plan_id",
            sa.String(),
            sa.ForeignKey("frozen_plans.id", deferrable=True, initially="DEFERRED"),
            nullable=False,
        ),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
    )
    op.create_index("documents_of_blob", "documents", ["sha256"])
    op.create_index("documents_of_frozen_plan", "documents", ["frozen_plan_id"])
    for statement in _TRIGGERS_AND_BYTES:
        op.execute(statement)
