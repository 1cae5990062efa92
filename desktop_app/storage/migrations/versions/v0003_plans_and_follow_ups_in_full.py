"""Version 0003: plans ready, unsigned and annulled; follow-ups in full; corrections of both and of dates; drafts.

SQLite adds a column behind the constraints of a table, so a table that grows is made anew instead: as a new store has
it. Foreign keys rest meanwhile, and so what refers to the table goes on referring to it by its name.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0003"
down_revision = "0002"

_OPENINGS: Final = "CREATE INDEX log_of_openings ON log (user, seq, record) WHERE action = 'opened_case'"
_DRAFTS: Final = """
    CREATE TABLE drafts (
        id TEXT PRIMARY KEY NOT NULL, user TEXT NOT NULL, screen TEXT NOT NULL, subject TEXT NOT NULL,
        content TEXT NOT NULL, based_on TEXT NOT NULL, saved_at TEXT NOT NULL
    ) STRICT
    """


def upgrade() -> None:
    """Bring plans and follow-ups to version 0003 and make what is new."""
    _rebuild_plans()
    _rebuild_follow_ups()
    _create_corrections()
    op.execute(_OPENINGS)
    op.execute(_DRAFTS)


def _rebuild_plans() -> None:
    kept = ("number", "signed_by_citizen_on", "signed_by_municipality_on", "declaration_signed_on")
    _set_aside("plans")
    op.create_table(
        "plans",
        *_part_of("case_id", "cases"),
        _known("number", sa.Integer()),
        sa.Column("ready_on", sa.Date()),
        sa.Column("signed_by_citizen_on", sa.Date()),
        sa.Column("signed_by_municipality_on", sa.Date()),
        sa.Column("signed_by_interpreter_on", sa.Date()),
        sa.Column("unsigned_why", sa.String()),
        sa.Column("unsigned_reason", sa.String()),
        sa.Column("declaration_signed_on", sa.Date()),
        sa.Column("annulled_on", sa.Date()),
        sa.Column("annulled_reason", sa.String()),
    )
    _bring_back("plans", *kept)
    op.create_index("plans_of_case", "plans", ["case_id"])


def _rebuild_follow_ups() -> None:
    _set_aside("follow_ups")
    op.create_table(
        "follow_ups",
        *_part_of("case_id", "cases"),
        _known("held_on", sa.Date()),
        _known("form", sa.String()),
        _known("attempted_only", sa.Boolean()),
        sa.Column("interpreter", sa.String()),
        sa.Column("participants", sa.String()),
        _known("topics", sa.JSON()),
        sa.Column("note", sa.String()),
        sa.Column("agreed", sa.String()),
        sa.Column("repatriation_guided", sa.Boolean()),
        sa.Column("next_on", sa.Date()),
        _known("progress", sa.JSON()),
        sa.Column("finished_at", sa.String()),
    )
    _bring_back("follow_ups", "held_on", "form", "attempted_only", "note", topics="'[]'", progress="'[]'")
    op.create_index("follow_ups_of_case", "follow_ups", ["case_id", "attempted_only", "held_on", "form", "next_on"])


def _create_corrections() -> None:
    op.create_table(
        "follow_up_corrections",
        *_part_of("follow_up_id", "follow_ups"),
        _known("corrected_on", sa.Date()),
        _known("text", sa.String()),
    )
    op.create_index("follow_up_corrections_of_follow_up", "follow_up_corrections", ["follow_up_id"])
    op.create_table(
        "fact_corrections",
        *_part_of("case_id", "cases"),
        _known("fact", sa.String()),
        sa.Column("date_before", sa.Date()),
        sa.Column("date_after", sa.Date()),
        _known("reason", sa.String()),
        _known("corrected_on", sa.Date()),
    )
    op.create_index("fact_corrections_of_case", "fact_corrections", ["case_id"])


def _set_aside(table: str) -> None:
    op.execute(f"CREATE TABLE old_{table} AS SELECT * FROM {table}")  # noqa: S608 - names from above
    op.execute(f"DROP TABLE {table}")


def _bring_back(table: str, *kept: str, **new: str) -> None:
    """Bring the rows back; `new` gives the SQL of values that no row had before."""
    columns = ", ".join(("id", "version", "case_id", *kept, *new))
    values = ", ".join(("id", "version", "case_id", *kept, *new.values()))
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM old_{table}")  # noqa: S608 - as above
    op.execute(f"DROP TABLE old_{table}")


def _part_of(name: str, table: str) -> tuple[sa.Column[Any], ...]:
    """Return how the columns of a record begin that belongs to another."""
    return (
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        sa.Column(
            name, sa.String(), sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"), nullable=False
        ),
    )


def _known(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)
