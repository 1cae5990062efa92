"""Version 0001: everything but documents."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None

_LOG: Final = (
    """
    CREATE TABLE log (
        seq INTEGER PRIMARY KEY, id BLOB NOT NULL, action TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
        parent TEXT NOT NULL, device TEXT NOT NULL, lamport INTEGER NOT NULL, user TEXT NOT NULL, utc TEXT NOT NULL,
        supersedes TEXT NOT NULL, payload_hash BLOB NOT NULL, chain BLOB NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX log_by_id ON log (id)",
    "CREATE INDEX log_by_record ON log (record) WHERE record <> ''",
    "CREATE INDEX log_by_parent ON log (parent) WHERE parent <> ''",
    "CREATE INDEX log_by_lamport ON log (lamport)",
    "CREATE INDEX log_of_erasures ON log (record) WHERE action = 'erase'",
    "CREATE TABLE payloads (seq INTEGER PRIMARY KEY REFERENCES log, salt BLOB NOT NULL, body TEXT NOT NULL) STRICT",
    """
    CREATE TABLE conflicts (
        record TEXT NOT NULL, field TEXT NOT NULL, revisions TEXT NOT NULL, PRIMARY KEY (record, field)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE store (id TEXT NOT NULL, device TEXT NOT NULL, incarnation TEXT NOT NULL) STRICT",
    """
    CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END
    """,
    """
    CREATE TRIGGER log_is_not_shortened BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is not shortened'); END
    """,
    """
    CREATE TRIGGER payloads_are_not_changed BEFORE UPDATE ON payloads
    BEGIN SELECT RAISE(ABORT, 'a payload is not changed'); END
    """,
    """
    CREATE TRIGGER payloads_go_by_erasure BEFORE DELETE ON payloads
    WHEN NOT EXISTS (
        SELECT 1 FROM log WHERE action = 'erase' AND record = (SELECT record FROM log WHERE seq = OLD.seq)
    )
    BEGIN SELECT RAISE(ABORT, 'a payload goes only by an erasure that is in the log'); END
    """,
)

_FROZEN_PLANS: Final = (
    """
    CREATE TRIGGER frozen_plans_are_not_changed BEFORE UPDATE ON frozen_plans
    BEGIN SELECT RAISE(ABORT, 'a signed plan is not changed'); END
    """,
    """
    CREATE TRIGGER frozen_plans_go_by_erasure BEFORE DELETE ON frozen_plans
    WHEN NOT EXISTS (SELECT 1 FROM log WHERE action = 'erase' AND record = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a signed plan goes only by an erasure that is in the log'); END
    """,
)


def upgrade() -> None:
    """Make the tables of version 0001."""
    _create_people_and_cases()
    _create_facts()
    _create_plans()
    _create_indexes()
    for statement in (*_LOG, *_FROZEN_PLANS):
        op.execute(statement)


def _create_people_and_cases() -> None:
    _record(
        "settings",
        _known("code", sa.String()),
        _known("name", sa.String()),
        _known("team", sa.String()),
        sa.Column("address", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("privacy_contact", sa.String()),
        _known("uses_suspension", sa.Boolean()),
        _known("fictional", sa.Boolean()),
    )
    _record(
        "households",
        _known("name", sa.String()),
        sa.Column("coordinating_caseworker", sa.String()),
    )
    _record(
        "citizens",
        _known("given_names", sa.String()),
        _known("family_name", sa.String()),
        sa.Column("native_name", sa.String()),
        sa.Column("cpr", sa.String()),
        sa.Column("birth_date", sa.Date()),
        sa.Column("sex", sa.String()),
        sa.Column("nationality", sa.String()),
        _known("languages", sa.JSON()),
        sa.Column("interpreter_language", sa.String()),
        sa.Column("address", sa.String()),
        sa.Column("postal_code", sa.String()),
        sa.Column("city", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("email", sa.String()),
        _known("protected_address", sa.Boolean()),
    )
    _record(
        "cases",
        _known("case_number", sa.String()),
        _reference("citizen_id", "citizens"),
        _reference("household_id", "households", nullable=True),
        sa.Column("household_role", sa.String()),
        _known("target_group", sa.String()),
        sa.Column("allocation_decided_on", sa.Date()),
        sa.Column("permit_granted_on", sa.Date()),
        sa.Column("cpr_registered_on", sa.Date()),
        _known("applied_in_denmark", sa.Boolean()),
        sa.Column("takeover_on", sa.Date()),
        sa.Column("responsible_caseworker", sa.String()),
        sa.Column("coordinating_department", sa.String()),
    )


def _create_facts() -> None:
    _record(
        "status_periods",
        _reference("case_id", "cases"),
        _known("aspect", sa.String()),
        _known("kind", sa.String()),
        _known("starts_on", sa.Date()),
        sa.Column("ends_on", sa.Date()),
    )
    _record(
        "parental_leaves",
        _reference("case_id", "cases"),
        sa.Column("child_born_on", sa.Date()),
        _known("starts_on", sa.Date()),
        sa.Column("ends_on", sa.Date()),
    )
    _record(
        "moves",
        _reference("case_id", "cases"),
        _known("direction", sa.String()),
        _known("moved_on", sa.Date()),
        sa.Column("municipality_code", sa.String()),
        _known("approved", sa.Boolean()),
    )
    _record(
        "events",
        _reference("case_id", "cases"),
        _known("duty", sa.String()),
        _known("happened_on", sa.Date()),
        sa.Column("note", sa.String()),
    )
    _record(
        "offers",
        _reference("case_id", "cases"),
        _known("kind", sa.String()),
        sa.Column("company", sa.String()),
        sa.Column("offered_on", sa.Date()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("ends_on", sa.Date()),
        sa.Column("hours_per_week", sa.Double()),
    )
    _record(
        "follow_ups",
        _reference("case_id", "cases"),
        _known("held_on", sa.Date()),
        _known("form", sa.String()),
        _known("attempted_only", sa.Boolean()),
        sa.Column("note", sa.String()),
    )
    _record(
        "complaints",
        _reference("case_id", "cases"),
        _known("received_on", sa.Date()),
        sa.Column("about", sa.String()),
        sa.Column("decided_on", sa.Date()),
        sa.Column("outcome", sa.String()),
    )
    _record(
        "results",
        _reference("case_id", "cases"),
        _known("kind", sa.String()),
        _known("reached_on", sa.Date()),
        sa.Column("note", sa.String()),
    )
    _record(
        "notes",
        _reference("case_id", "cases"),
        _known("written_on", sa.Date()),
        _known("text", sa.String()),
    )


def _create_plans() -> None:
    _record(
        "plans",
        _reference("case_id", "cases"),
        _known("number", sa.Integer()),
        sa.Column("signed_by_citizen_on", sa.Date()),
        sa.Column("signed_by_municipality_on", sa.Date()),
        sa.Column("declaration_signed_on", sa.Date()),
    )
    _record(
        "goals",
        _reference("plan_id", "plans"),
        _known("position", sa.Integer()),
        _known("kind", sa.String()),
        _known("text", sa.String()),
        sa.Column("target_on", sa.Date()),
        sa.Column("achieved_on", sa.Date()),
    )
    _record(
        "activities",
        _reference("plan_id", "plans"),
        _known("position", sa.Integer()),
        _known("kind", sa.String()),
        _known("text", sa.String()),
        sa.Column("provider", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("ends_on", sa.Date()),
        sa.Column("hours_per_week", sa.Double()),
    )
    _record(
        "frozen_plans",
        _reference("plan_id", "plans"),
        _known("content", sa.String()),
        _known("sha256", sa.String()),
    )


def _create_indexes() -> None:
    op.create_index("cases_by_number", "cases", ["case_number"])
    op.create_index("cases_of_citizen", "cases", ["citizen_id"])
    op.create_index("cases_of_household", "cases", ["household_id"])
    op.create_index("status_periods_of_case", "status_periods", ["case_id"])
    op.create_index("parental_leaves_of_case", "parental_leaves", ["case_id"])
    op.create_index("moves_of_case", "moves", ["case_id"])
    op.create_index("events_of_case", "events", ["case_id"])
    op.create_index("plans_of_case", "plans", ["case_id"])
    op.create_index("goals_of_plan", "goals", ["plan_id", "kind", "achieved_on"])
    op.create_index("activities_of_plan", "activities", ["plan_id"])
    op.create_index("offers_of_case", "offers", ["case_id"])
    op.create_index("follow_ups_of_case", "follow_ups", ["case_id", "attempted_only", "held_on"])
    op.create_index("complaints_of_case", "complaints", ["case_id"])
    op.create_index("results_of_case", "results", ["case_id"])
    op.create_index("notes_of_case", "notes", ["case_id"])
    op.create_index("frozen_plans_of_plan", "frozen_plans", ["plan_id"])


def _record(name: str, *columns: SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(), primary_key=True),
        _known("version", sa.Integer()),
        *columns,
    )


def _known(name: str, kind: TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def _reference(name: str, table: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(
        name,
        sa.String(),
        sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED"),
        nullable=nullable,
    )
