"""Follow-ups (opfølgning, integrationsloven § 20)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FollowUpForm(StrEnum):
    """How the talk took place."""

    MEETING = "meeting"
    PHONE = "phone"
    VIDEO = "video"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A follow-up that was held, or only attempted: a missed appointment fulfils no duty."""

    id: str
    held_on: date
    form: FollowUpForm
    attempted_only: bool = False
    note: str | None = None
    version: int = 0
