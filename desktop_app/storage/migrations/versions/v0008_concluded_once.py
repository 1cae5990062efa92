"""Version 0008: of the versions of a plan no two are current."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Let no two concluded versions of a case have one number: the highest of them is the current one."""
    op.create_index(
        "plans_concluded_once",
        "plans",
        ["case_id", "number"],
        unique=True,
        sqlite_where=sa.text(
            "annulled_on IS NULL AND signed_by_municipality_on IS NOT NULL"
            " AND (signed_by_citizen_on IS NOT NULL OR unsigned_why IS NOT NULL)"
        ),
    )
