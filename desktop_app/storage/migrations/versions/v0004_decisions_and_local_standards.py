"""Version 0004: what was decided about deadlines, and the municipality's own standards."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables of decisions and of standards."""
    op.create_table(
        "local_standards",
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        _known("duty", sa.String()),
        _known("valid_from", sa.Date()),
        _known("interval_value", sa.Integer()),
        _known("interval_unit", sa.String()),
        _known("target_groups", sa.JSON()),
        _known("warning_days", sa.Integer()),
        _known("reason", sa.String()),
        _known("decided_on", sa.Date()),
        _known("decided_by", sa.String()),
    )
    op.create_table(
        "deadline_decisions",
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        sa.Column(
            "case_id", sa.String(), sa.ForeignKey("cases.id", deferrable=True, initially="DEFERRED"), nullable=False
        ),
        _known("duty", sa.String()),
        _known("kind", sa.String()),
        _known("computed_on", sa.Date()),
        sa.Column("meant_on", sa.Date()),
        sa.Column("cause", sa.String()),
        _known("reason", sa.String()),
        _known("made_on", sa.Date()),
        _known("made_by", sa.String()),
    )
    op.create_index("deadline_decisions_of_case", "deadline_decisions", ["case_id"])


def _known(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
