"""Version 0009: consents that were given and withdrawn."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table of consents."""
    op.create_table(
        "consents",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "case_id", sa.String(), sa.ForeignKey("cases.id", deferrable=True, initially="DEFERRED"), nullable=False
        ),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("with_whom", sa.String()),
        sa.Column("withdrawn_on", sa.Date()),
    )
    op.create_index("consents_of_case", "consents", ["case_id"])
