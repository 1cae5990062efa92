"""Version 0010: the municipality's logo, and every logo there ever was, whose bytes lie beside those of documents.

The table of settings is made anew, as in version 0003, so that it is the one of a new store.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0010"
down_revision = "0009"

_SETTINGS: Final = (
    "id",
    "version",
    "code",
    "name",
    "team",
    "address",
    "phone",
    "email",
    "privacy_contact",
    "uses_suspension",
    "fictional",
)
_TRIGGERS: Final = (
    "DROP TRIGGER blobs_go_with_their_documents",
    """
    CREATE TRIGGER blobs_go_with_their_documents BEFORE DELETE ON blobs
    WHEN EXISTS (SELECT 1 FROM documents WHERE sha256 = OLD.sha256)
        OR EXISTS (SELECT 1 FROM attachments WHERE sha256 = OLD.sha256)
        OR EXISTS (SELECT 1 FROM logos WHERE sha256 = OLD.sha256)
    BEGIN SELECT RAISE(ABORT, 'bytes go when no document has them any more'); END
    """,
    """
    CREATE TRIGGER logos_are_not_changed BEFORE UPDATE ON logos
    BEGIN SELECT RAISE(ABORT, 'a logo is not changed'); END
    """,
    """
    CREATE TRIGGER logos_stay BEFORE DELETE ON logos
    BEGIN SELECT RAISE(ABORT, 'a logo stays: signed plans are drawn with it'); END
    """,
)


def upgrade() -> None:
    """Give the settings a logo, make the table of logos, and keep what lies in it."""
    op.execute("CREATE TABLE old_settings AS SELECT * FROM settings")
    op.execute("DROP TABLE settings")
    op.create_table(
        "settings",
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        _known("code", sa.String()),
        _known("name", sa.String()),
        _known("team", sa.String()),
        sa.Column("address", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("privacy_contact", sa.String()),
        _known("uses_suspension", sa.Boolean()),
        _known("fictional", sa.Boolean()),
        sa.Column("logo", sa.String()),
    )
    kept = ", ".join(_SETTINGS)
    op.execute(f"INSERT INTO settings ({kept}) SELECT {kept} FROM old_settings")  # noqa: S608 - names from above
    op.execute("DROP TABLE old_settings")
    op.create_table(
        "logos",
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        _known("sha256", sa.String()),
    )
    op.create_index("logos_of_blob", "logos", ["sha256"])
    for statement in _TRIGGERS:
        op.execute(statement)


def _known(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
