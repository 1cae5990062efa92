"""The rows of the store: people, cases and their dated facts.

Follow-ups stand in `follow_up_rows`, plans and what is frozen in `plan_rows`.

A row that has revisions has no column defaults (the revision would miss them) and no relationships (SQLAlchemy settles
those after the revisions are made), and its foreign keys are checked at the commit, so records may come in any order.
Ids are UUIDs as text. Neither CPR numbers nor case numbers are unique: two offices may have written to one person.
"""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, Dialect, ForeignKey, Index, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from desktop_app.storage.revisions import moment_text


class Base(DeclarativeBase):
    """All tables whose rows are records."""


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as its text in UTC: what SQLite takes for a moment forgets the time zone."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """Return a moment as it is kept."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's
        """Return a moment as it was kept, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Record(Base):
    """A row that has revisions.

    `version` is how many there are: the optimistic lock, and the same wherever the set of revisions is the same.
    """

    __abstract__ = True

    belongs_to: ClassVar[str] = ""
    """The column naming the record this one is a part of, empty where it stands alone."""

    id: Mapped[str] = mapped_column(primary_key=True, sort_order=-3)
    version: Mapped[int] = mapped_column(sort_order=-2)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - as SQLAlchemy names them
        """Let SQLAlchemy check the version at each UPDATE and DELETE; the revisions count it."""
        return {"version_id_col": cls.__table__.c.version, "version_id_generator": False}


def reference(table: str) -> ForeignKey:
    """Return a foreign key to the id of `table` that is checked at the commit."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


class SettingsRow(Record):
    """The municipality the store belongs to; `logo` is the SHA-256 of one of the logos."""

    __tablename__ = "settings"

    code: Mapped[str]
    name: Mapped[str]
    team: Mapped[str]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    privacy_contact: Mapped[str | None]
    uses_suspension: Mapped[bool]
    fictional: Mapped[bool]
    logo: Mapped[str | None]


class LogoRow(Record):
    """A logo the municipality has or had; its bytes lie in `blobs`. Triggers keep it."""

    __tablename__ = "logos"

    sha256: Mapped[str]


class LocalStandardRow(Record):
    """A standard of the municipality's own; `target_groups` holds the groups it is for, in order of their names."""

    __tablename__ = "local_standards"

    duty: Mapped[str]
    valid_from: Mapped[date]
    interval_value: Mapped[int]
    interval_unit: Mapped[str]
    target_groups: Mapped[list[str]] = mapped_column(JSON)
    warning_days: Mapped[int]
    reason: Mapped[str]
    decided_on: Mapped[date]
    decided_by: Mapped[str]


class PhraseRow(Record):
    """A phrase the team writes with; `kind` is a kind of goal or activity, as `place` has it."""

    __tablename__ = "phrases"

    place: Mapped[str]
    kind: Mapped[str | None]
    name: Mapped[str]
    text: Mapped[str]


class MemberRow(Record):
    """The role of somebody who can open the store; the id is that of their slot in the key file."""

    __tablename__ = "members"

    role: Mapped[str]


class HouseholdRow(Record):
    """A household."""

    __tablename__ = "households"

    name: Mapped[str]
    coordinating_caseworker: Mapped[str | None]


class CitizenRow(Record):
    """A citizen."""

    __tablename__ = "citizens"

    given_names: Mapped[str]
    family_name: Mapped[str]
    native_name: Mapped[str | None]
    cpr: Mapped[str | None]
    birth_date: Mapped[date | None]
    sex: Mapped[str | None]
    nationality: Mapped[str | None]
    languages: Mapped[list[str]] = mapped_column(JSON)
    interpreter_language: Mapped[str | None]
    address: Mapped[str | None]
    postal_code: Mapped[str | None]
    city: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    protected_address: Mapped[bool]


class CaseRow(Record):
    """A case, without the citizen and the records below it."""

    __tablename__ = "cases"

    case_number: Mapped[str]
    citizen_id: Mapped[str] = mapped_column(reference("citizens"))
    household_id: Mapped[str | None] = mapped_column(reference("households"))
    household_role: Mapped[str | None]
    target_group: Mapped[str]
    allocation_decided_on: Mapped[date | None]
    permit_granted_on: Mapped[date | None]
    cpr_registered_on: Mapped[date | None]
    applied_in_denmark: Mapped[bool]
    takeover_on: Mapped[date | None]
    responsible_caseworker: Mapped[str | None]
    coordinating_department: Mapped[str | None]


class PartOfCase(Record):
    """A record below a case."""

    __abstract__ = True
    belongs_to = "case_id"

    case_id: Mapped[str] = mapped_column(reference("cases"), sort_order=-1)


class StatusPeriodRow(PartOfCase):
    """What a citizen lives on, or how the citizen counts, in a period; `aspect` is `support` or `readiness`."""

    __tablename__ = "status_periods"

    aspect: Mapped[str]
    kind: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


class ParentalLeaveRow(PartOfCase):
    """A parental leave."""

    __tablename__ = "parental_leaves"

    child_born_on: Mapped[date | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]


class MoveRow(PartOfCase):
    """A move between municipalities."""

    __tablename__ = "moves"

    direction: Mapped[str]
    moved_on: Mapped[date]
    municipality_code: Mapped[str | None]
    approved: Mapped[bool]


class EventRow(PartOfCase):
    """A dated fulfilment of a duty."""

    __tablename__ = "events"

    duty: Mapped[str]
    happened_on: Mapped[date]
    note: Mapped[str | None]


class OfferRow(PartOfCase):
    """An offer of employment."""

    __tablename__ = "offers"

    kind: Mapped[str]
    company: Mapped[str | None]
    offered_on: Mapped[date | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    hours_per_week: Mapped[float | None]


class ComplaintRow(PartOfCase):
    """A complaint."""

    __tablename__ = "complaints"

    received_on: Mapped[date]
    about: Mapped[str | None]
    decided_on: Mapped[date | None]
    outcome: Mapped[str | None]


class ResultRow(PartOfCase):
    """A result."""

    __tablename__ = "results"

    kind: Mapped[str]
    reached_on: Mapped[date]
    note: Mapped[str | None]


class NoteRow(PartOfCase):
    """A note."""

    __tablename__ = "notes"

    written_on: Mapped[date]
    text: Mapped[str]


class FactCorrectionRow(PartOfCase):
    """That a dated fact of the case was wrong; `fact` is the name of its column in `cases`."""

    __tablename__ = "fact_corrections"

    fact: Mapped[str]
    date_before: Mapped[date | None]
    date_after: Mapped[date | None]
    reason: Mapped[str]
    corrected_on: Mapped[date]


class ConsentRow(PartOfCase):
    """A consent that was given, and perhaps withdrawn."""

    __tablename__ = "consents"

    purpose: Mapped[str]
    given_on: Mapped[date]
    with_whom: Mapped[str | None]
    withdrawn_on: Mapped[date | None]


class DeadlineDecisionRow(PartOfCase):
    """What was decided about one deadline."""

    __tablename__ = "deadline_decisions"

    duty: Mapped[str]
    kind: Mapped[str]
    computed_on: Mapped[date]
    meant_on: Mapped[date | None]
    cause: Mapped[str | None]
    reason: Mapped[str]
    made_on: Mapped[date]
    made_by: Mapped[str]


Index("logos_of_blob", LogoRow.sha256)
Index("cases_by_number", CaseRow.case_number)
Index("cases_of_citizen", CaseRow.citizen_id)
Index("cases_of_household", CaseRow.household_id)
Index("status_periods_of_case", StatusPeriodRow.case_id)
Index("parental_leaves_of_case", ParentalLeaveRow.case_id)
Index("moves_of_case", MoveRow.case_id)
Index("events_of_case", EventRow.case_id)
Index("offers_of_case", OfferRow.case_id)
Index("complaints_of_case", ComplaintRow.case_id)
Index("results_of_case", ResultRow.case_id)
Index("notes_of_case", NoteRow.case_id)
Index("fact_corrections_of_case", FactCorrectionRow.case_id)
Index("consents_of_case", ConsentRow.case_id)
Index("deadline_decisions_of_case", DeadlineDecisionRow.case_id)
