"""Follow-ups (opfølgning, integrationsloven § 20)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

OPEN_FOR = timedelta(hours=24)
"""How long the note of a finished follow-up can still be changed; afterwards a correction is added (notatpligt)."""


class FollowUpForm(StrEnum):
    """How the talk took place."""

    MEETING = "meeting"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"


class Topic(StrEnum):
    """What a follow-up must discuss (§ 20, stk. 3)."""

    CHANGES = "changes"
    CONTRACT_KEPT = "contract_kept"
    OUTCOME = "outcome"
    NEW_CONTENT = "new_content"


class Progress(StrEnum):
    """How a goal stands at a follow-up."""

    ON_THE_WAY = "on_the_way"
    ACHIEVED = "achieved"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """How one goal of a signed version stood; `place` counts the goals of version `plan_number` from 1."""

    plan_number: int
    place: int
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpCorrection:
    """A correction added to a follow-up whose note is closed; the note itself stays as it was written."""

    id: str
    on: date
    text: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A follow-up that was held, or only attempted: a missed appointment fulfils no duty.

    `note` is what was discussed, `agreed` what was agreed on, `repatriation_guided` whether repatriation was explained
    (§ 20 b), `next_on` the meeting planned next. `finished_at` is the aware moment the form was finished; in a
    follow-up finished here, `interpreter` None says that there was none, otherwise that nobody knows.
    """

    id: str
    held_on: date
    form: FollowUpForm
    attempted_only: bool = False
    interpreter: str | None = None
    participants: str | None = None
    topics: tuple[Topic, ...] = ()
    note: str | None = None
    agreed: str | None = None
    repatriation_guided: bool | None = None
    next_on: date | None = None
    progress: tuple[GoalProgress, ...] = ()
    finished_at: datetime | None = None
    corrections: tuple[FollowUpCorrection, ...] = ()
    version: int = 0

    @property
    def closes_at(self) -> datetime | None:
        """The last moment the note can be changed, None when it came in from a file."""
        return self.finished_at + OPEN_FOR if self.finished_at else None

    def is_closed(self, now: datetime) -> bool:
        """Tell whether the note can no longer be changed; what came in from a file is closed from the start."""
        return self.closes_at is None or now > self.closes_at
