"""What somebody decided about a deadline: that it is not relevant, that another date holds, why it was late, a meeting.

A decision speaks of one deadline: a duty and the date the law led to when it was made (`computed_on`). Where a fact is
corrected and another date comes out, the decision no longer fits, and the deadline stands as the law computes it: a
decision never hides a deadline it was not made about.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.duties import DutyId


class DecisionKind(StrEnum):
    """What was decided."""

    NOT_RELEVANT = "not_relevant"
    OTHER_DATE = "other_date"
    LATE_BECAUSE = "late_because"
    MEETING = "meeting"


class DelayCause(StrEnum):
    """Why a duty was fulfilled late, or could not be fulfilled in time."""

    CITIZEN_ABSENT = "citizen_absent"
    NO_INTERPRETER = "no_interpreter"
    CITIZEN_ILL = "citizen_ill"
    AWAITING_AGENCY = "awaiting_agency"
    AWAITING_HOUSING = "awaiting_housing"
    BUSY = "busy"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineDecision:
    """A decision about one deadline of a case.

    `on` is the other date or the day of the meeting. `cause` is given for `LATE_BECAUSE`; `reason` holds its further
    words, or the reason for the others, and is empty where none is needed. `made_by` are initials.
    """

    id: str
    duty: DutyId
    kind: DecisionKind
    computed_on: date
    made_on: date
    made_by: str = ""
    on: date | None = None
    cause: DelayCause | None = None
    reason: str = ""
    version: int = 0
