"""The rows of follow-ups and of what was added to them once their notes were closed."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.storage.rows import Moment, PartOfCase, Record, reference


class FollowUpRow(PartOfCase):
    """A follow-up. `progress` holds an object for each goal that was spoken of: plan_number, place, progress."""

    __tablename__ = "follow_ups"

    held_on: Mapped[date]
    form: Mapped[str]
    attempted_only: Mapped[bool]
    interpreter: Mapped[str | None]
    participants: Mapped[str | None]
    topics: Mapped[list[str]] = mapped_column(JSON)
    note: Mapped[str | None]
    agreed: Mapped[str | None]
    repatriation_guided: Mapped[bool | None]
    next_on: Mapped[date | None]
    progress: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    finished_at: Mapped[datetime | None] = mapped_column(Moment)


class FollowUpCorrectionRow(Record):
    """A correction added to a follow-up whose note is closed."""

    __tablename__ = "follow_up_corrections"
    belongs_to = "follow_up_id"

    follow_up_id: Mapped[str] = mapped_column(reference("follow_ups"), sort_order=-1)
    corrected_on: Mapped[date]
    text: Mapped[str]


# Holds all that the deadlines and the list of follow-ups ask, so that no note need be decrypted for either.
Index(
    "follow_ups_of_case",
    FollowUpRow.case_id,
    FollowUpRow.attempted_only,
    FollowUpRow.held_on,
    FollowUpRow.form,
    FollowUpRow.next_on,
)
Index("follow_up_corrections_of_follow_up", FollowUpCorrectionRow.follow_up_id)
