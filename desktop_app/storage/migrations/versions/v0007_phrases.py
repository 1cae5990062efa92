"""Version 0007: the phrases the team writes with."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table of phrases."""
    op.create_table(
        "phrases",
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        _known("place", sa.String()),
        sa.Column("kind", sa.String()),
        _known("name", sa.String()),
        _known("text", sa.String()),
    )


def _known(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
