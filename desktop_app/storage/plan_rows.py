"""The rows of plans, of the snapshots signed plans are frozen to, and of the documents first made from them."""

from datetime import date

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.rows import PartOfCase, Record, reference


class PlanRow(PartOfCase):
    """A numbered version of the plan.

    `unsigned_why` is empty unless something stands in the place of the citizen's signature, `annulled_on` unless the
    signature was annulled, `education_order_on` unless an order is given; each has its words beside it.
    """

    __tablename__ = "plans"

    number: Mapped[int]
    ready_on: Mapped[date | None]
    signed_by_citizen_on: Mapped[date | None]
    signed_by_municipality_on: Mapped[date | None]
    signed_by_interpreter_on: Mapped[date | None]
    unsigned_why: Mapped[str | None]
    unsigned_reason: Mapped[str | None]
    declaration_signed_on: Mapped[date | None]
    annulled_on: Mapped[date | None]
    annulled_reason: Mapped[str | None]
    assessment_education: Mapped[str | None]
    assessment_work: Mapped[str | None]
    assessment_family: Mapped[str | None]
    assessment_health: Mapped[str | None]
    health_consent_on: Mapped[date | None]
    assessment_network: Mapped[str | None]
    assessment_housing: Mapped[str | None]
    assessment_asylum_phase: Mapped[str | None]
    education_order_on: Mapped[date | None]
    education_order_text: Mapped[str | None]


class PartOfPlan(Record):
    """A record below a plan."""

    __abstract__ = True
    belongs_to = "plan_id"

    plan_id: Mapped[str] = mapped_column(reference("plans"), sort_order=-1)


class GoalRow(PartOfPlan):
    """A goal; `position` is its place in the plan.

    `part_of` is the id of the goal it is a step towards. Nothing enforces it: another laptop may delete that goal.
    """

    __tablename__ = "goals"

    position: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    measure: Mapped[str | None]
    part_of: Mapped[str | None]
    target_on: Mapped[date | None]
    achieved_on: Mapped[date | None]


class ActivityRow(PartOfPlan):
    """An activity; `position` is its place in the plan."""

    __tablename__ = "activities"

    position: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    provider: Mapped[str | None]
    department: Mapped[str | None]
    responsible: Mapped[str | None]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    hours_per_week: Mapped[float | None]


class CommitmentRow(PartOfPlan):
    """What somebody has taken upon themselves; `position` is its place in the plan."""

    __tablename__ = "commitments"

    position: Mapped[int]
    party: Mapped[str]
    who: Mapped[str | None]
    text: Mapped[str]
    due_on: Mapped[date | None]


class AttachmentRow(PartOfPlan):
    """A scan of the signed paper; its bytes lie in `blobs`. Triggers keep all of it as it is but its removal."""

    __tablename__ = "attachments"

    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    added_on: Mapped[date]
    added_by: Mapped[str]
    note: Mapped[str | None]
    removed_on: Mapped[date | None]
    removed_by: Mapped[str | None]
    removed_reason: Mapped[str | None]


class FrozenPlanRow(PartOfPlan):
    """What a plan said when it was signed: canonical JSON and its SHA-256. Triggers keep it as it is."""

    __tablename__ = "frozen_plans"

    content: Mapped[str]
    sha256: Mapped[str]


class DocumentRow(Record):
    """A document as first handed out; its bytes lie in `blobs`, under their SHA-256. Triggers keep it as it is."""

    __tablename__ = "documents"
    belongs_to = "frozen_plan_id"

    frozen_plan_id: Mapped[str] = mapped_column(reference("frozen_plans"), sort_order=-1)
    kind: Mapped[str]
    language: Mapped[str]
    sha256: Mapped[str]


Index("plans_of_case", PlanRow.case_id)
# The current version is the concluded one with the highest number: where no two share one, no two are current. Drafts
# may, as when a number that was never on a paper is given again, and so may what was annulled.
Index(
    "plans_concluded_once",
    PlanRow.case_id,
    PlanRow.number,
    unique=True,
    sqlite_where=text(
        "annulled_on IS NULL AND signed_by_municipality_on IS NOT NULL"
        " AND (signed_by_citizen_on IS NOT NULL OR unsigned_why IS NOT NULL)"
    ),
)
# Holds all the deadlines ask of a goal.
Index("goals_of_plan", GoalRow.plan_id, GoalRow.kind, GoalRow.part_of, GoalRow.achieved_on)
Index("activities_of_plan", ActivityRow.plan_id)
Index("commitments_of_plan", CommitmentRow.plan_id)
Index("attachments_of_plan", AttachmentRow.plan_id)
Index("attachments_of_blob", AttachmentRow.sha256)
Index("frozen_plans_of_plan", FrozenPlanRow.plan_id)
Index("documents_of_frozen_plan", DocumentRow.frozen_plan_id)
Index("documents_of_blob", DocumentRow.sha256)
