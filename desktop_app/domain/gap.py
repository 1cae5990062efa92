"""What can be missing in a case or not add up, and what each of it keeps from being done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.completeness import PlanPart
from desktop_app.domain.duties import DutyId


class GapGroup(StrEnum):
    """What a gap does: it stops a deadline, it leaves something without proof, or it looks wrong."""

    STOPS_DEADLINE = "stops_deadline"
    NOT_PROVABLE = "not_provable"
    LOOKS_WRONG = "looks_wrong"


class GapKind(StrEnum):
    """What is missing or does not add up, the most pressing first."""

    NO_TAKEOVER = "no_takeover"
    NO_CLOCK_FOR_TAKEOVER = "no_clock_for_takeover"
    DECIDED_ON_THE_FIRST = "decided_on_the_first"
    NO_CONTRACT = "no_contract"
    DRAFT_NOT_SIGNED = "draft_not_signed"
    NO_READINESS = "no_readiness"
    NO_PROGRAMME_START = "no_programme_start"
    LEAVE_WITHOUT_END = "leave_without_end"

    NO_CASEWORKER = "no_caseworker"
    NO_BIRTH_DATE = "no_birth_date"
    ONE_SIGNATURE = "one_signature"
    READY_NOT_SIGNED = "ready_not_signed"
    NO_DECLARATION = "no_declaration"
    NO_SIGNATURE_SCAN = "no_signature_scan"
    SIGNED_INCOMPLETE = "signed_incomplete"
    NO_DEPARTMENT = "no_department"
    NO_REASON_FOR_DELAY = "no_reason_for_delay"
    TALK_WITHOUT_NOTE = "talk_without_note"
    TALK_WITHOUT_TOPICS = "talk_without_topics"
    INTERPRETER_UNRECORDED = "interpreter_unrecorded"
    NO_LANGUAGE = "no_language"
    NO_CPR = "no_cpr"

    DECISION_DOES_NOT_FIT = "decision_does_not_fit"
    CPR_NO_DATE = "cpr_no_date"
    CPR_OTHER_BIRTH_DATE = "cpr_other_birth_date"
    CPR_REPLACEMENT = "cpr_replacement"
    TAKEOVER_BEFORE_ALLOCATION = "takeover_before_allocation"
    CONTRACT_BEFORE_TAKEOVER = "contract_before_takeover"
    PERIOD_ENDS_BEFORE_IT_BEGINS = "period_ends_before_it_begins"
    PERIODS_OVERLAP = "periods_overlap"
    TAKEOVER_NOT_ON_WORKING_DAY = "takeover_not_on_working_day"
    FOLLOW_UP_BEFORE_CONTRACT = "follow_up_before_contract"
    STRAY_SPACES = "stray_spaces"

    @property
    def group(self) -> GapGroup:
        """What a gap of this kind does."""
        if self in _STOPPING:
            return GapGroup.STOPS_DEADLINE
        return GapGroup.LOOKS_WRONG if self in _ODD else GapGroup.NOT_PROVABLE


_STOPPING = frozenset(
    {
        GapKind.NO_TAKEOVER,
        GapKind.NO_CLOCK_FOR_TAKEOVER,
        GapKind.DECIDED_ON_THE_FIRST,
        GapKind.NO_CONTRACT,
        GapKind.DRAFT_NOT_SIGNED,
        GapKind.NO_READINESS,
        GapKind.NO_PROGRAMME_START,
        GapKind.LEAVE_WITHOUT_END,
    }
)
_ODD = frozenset(
    {
        GapKind.DECISION_DOES_NOT_FIT,
        GapKind.CPR_NO_DATE,
        GapKind.CPR_OTHER_BIRTH_DATE,
        GapKind.CPR_REPLACEMENT,
        GapKind.TAKEOVER_BEFORE_ALLOCATION,
        GapKind.CONTRACT_BEFORE_TAKEOVER,
        GapKind.PERIOD_ENDS_BEFORE_IT_BEGINS,
        GapKind.PERIODS_OVERLAP,
        GapKind.TAKEOVER_NOT_ON_WORKING_DAY,
        GapKind.FOLLOW_UP_BEFORE_CONTRACT,
        GapKind.STRAY_SPACES,
    }
)

ONLY_ON_THE_CASE = frozenset(
    {GapKind.TAKEOVER_NOT_ON_WORKING_DAY, GapKind.FOLLOW_UP_BEFORE_CONTRACT, GapKind.STRAY_SPACES}
)
"""What may be right as it is, or does no harm: who has the case open is told, the team's list is not made longer."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing missing; `on` is the date it speaks of, `part` the part of the plan, `responsible` who mends it.

    `record` is the id of the period, follow-up, version or decision it is about, empty where it is about the case;
    `duty` the deadline it is about, the one the law led to on `on`.
    """

    kind: GapKind
    responsible: str | None = None
    on: date | None = None
    part: PlanPart | None = None
    record: str = ""
    duty: DutyId | None = None
