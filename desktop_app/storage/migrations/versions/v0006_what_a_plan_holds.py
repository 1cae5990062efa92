"""Version 0006: plans with assessment and education order, sub-goals with measures, responsible persons, commitments.

Tables that grow are made anew, as in version 0003. What was signed is not touched: frozen plans and the bytes of
documents and scans stand in tables of their own.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.types import TypeEngine

revision = "0006"
down_revision = "0005"

_GOALS: Final = ("position", "kind", "text", "target_on", "achieved_on")
_ACTIVITIES: Final = (
    "position",
    "kind",
    "text",
    "provider",
    "department",
    "starts_on",
    "ends_on",
    "hours_per_week",
)
_PLANS: Final = (
    "number",
    "ready_on",
    "signed_by_citizen_on",
    "signed_by_municipality_on",
    "signed_by_interpreter_on",
    "unsigned_why",
    "unsigned_reason",
    "declaration_signed_on",
    "annulled_on",
    "annulled_reason",
)


def upgrade() -> None:
    """Bring plans, goals and activities to version 0006 and make the table of commitments."""
    _rebuild_plans()
    _rebuild_goals()
    _rebuild_activities()
    op.create_table(
        "commitments",
        *_part_of("plan_id", "plans"),
        _known("position", sa.Integer()),
        _known("party", sa.String()),
        sa.Column("who", sa.String()),
        _known("text", sa.String()),
        sa.Column("due_on", sa.Date()),
    )
    op.create_index("commitments_of_plan", "commitments", ["plan_id"])


def _rebuild_plans() -> None:
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
        sa.Column("assessment_education", sa.String()),
        sa.Column("assessment_work", sa.String()),
        sa.Column("assessment_family", sa.String()),
        sa.Column("assessment_health", sa.String()),
        sa.Column("health_consent_on", sa.Date()),
        sa.Column("assessment_network", sa.String()),
        sa.Column("assessment_housing", sa.String()),
        sa.Column("assessment_asylum_phase", sa.String()),
        sa.Column("education_order_on", sa.Date()),
        sa.Column("education_order_text", sa.String()),
    )
    _bring_back("plans", "case_id", *_PLANS)
    op.create_index("plans_of_case", "plans", ["case_id"])


def _rebuild_goals() -> None:
    _set_aside("goals")
    op.create_table(
        "goals",
        *_part_of("plan_id", "plans"),
        _known("position", sa.Integer()),
        _known("kind", sa.String()),
        _known("text", sa.String()),
        sa.Column("measure", sa.String()),
        sa.Column("part_of", sa.String()),
        sa.Column("target_on", sa.Date()),
        sa.Column("achieved_on", sa.Date()),
    )
    _bring_back("goals", "plan_id", *_GOALS)
    op.create_index("goals_of_plan", "goals", ["plan_id", "kind", "part_of", "achieved_on"])


def _rebuild_activities() -> None:
    _set_aside("activities")
    op.create_table(
        "activities",
        *_part_of("plan_id", "plans"),
        _known("position", sa.Integer()),
        _known("kind", sa.String()),
        _known("text", sa.String()),
        sa.Column("provider", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("responsible", sa.String()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("ends_on", sa.Date()),
        sa.Column("hours_per_week", sa.Double()),
    )
    _bring_back("activities", "plan_id", *_ACTIVITIES)
    op.create_index("activities_of_plan", "activities", ["plan_id"])


def _set_aside(table: str) -> None:
    op.execute(f"CREATE TABLE old_{table} AS SELECT * FROM {table}")  # noqa: S608 - names from above
    op.execute(f"DROP TABLE {table}")


def _bring_back(table: str, *kept: str) -> None:
    columns = ", ".join(("id", "version", *kept))
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM old_{table}")  # noqa: S608 - as above
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
