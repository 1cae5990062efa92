"""A citizen's case with its dated facts. Due dates are derived from these and stored nowhere."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.citizen import Citizen
from desktop_app.domain.consent import Consent
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DeadlineDecision
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.plan import Plan


class TargetGroup(StrEnum):
    """The groups the Integration Act and the Special Act on Ukraine tell apart."""

    REFUGEE = "refugee"
    QUOTA_REFUGEE = "quota_refugee"
    FAMILY_OF_REFUGEE = "family_of_refugee"
    FAMILY_OF_OTHER = "family_of_other"
    DISPLACED_UKRAINE = "displaced_ukraine"
    UNACCOMPANIED_MINOR = "unaccompanied_minor"
    IMMIGRANT = "immigrant"


class SupportKind(StrEnum):
    """What somebody lives on."""

    BENEFIT = "benefit"
    SELF_SUPPORTING = "self_supporting"
    ORDINARY_JOB = "ordinary_job"
    ORDINARY_EDUCATION = "ordinary_education"


IN_ORDINARY_WORK = frozenset({SupportKind.ORDINARY_JOB, SupportKind.ORDINARY_EDUCATION})


class ReadinessKind(StrEnum):
    """How somebody counts after the readiness assessment (visitation): jobparat or aktivitetsparat."""

    JOB_READY = "job_ready"
    ACTIVITY_READY = "activity_ready"


class OfferKind(StrEnum):
    """Offers of employment, as the exchange format names them."""

    WORK_PLACEMENT = "work_placement"
    WAGE_SUBSIDY = "wage_subsidy"
    ORDINARY_HOURS = "ordinary_hours"
    COMMUNITY_SERVICE = "community_service"
    GUIDANCE = "guidance"


COMPANY_OFFERS = frozenset({OfferKind.WORK_PLACEMENT, OfferKind.WAGE_SUBSIDY})


class MoveDirection(StrEnum):
    """Whether a citizen moved to this municipality or away from it."""

    IN = "in"
    OUT = "out"


class ResultKind(StrEnum):
    """Results that count for the municipality's result grant."""

    JOB = "job"
    EDUCATION = "education"
    DANISH_TEST = "danish_test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What the citizen lives on during a period."""

    id: str
    period: Period
    kind: SupportKind
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """How the citizen counts during a period (§ 17)."""

    id: str
    period: Period
    kind: ReadinessKind
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentalLeave:
    """Leave around a birth; it changes when follow-ups are due."""

    id: str
    child_born_on: date | None
    period: Period
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move between municipalities; only one the receiving municipality approved moves the responsibility (§ 18)."""

    id: str
    direction: MoveDirection
    on: date
    municipality_code: str | None = None
    approved: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The dated fulfilment of a duty without a record of its own, or the fact `health.need_found`."""

    id: str
    duty: str
    on: date
    note: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer of employment under the Act (virksomhedsrettet tilbud when a company gives it)."""

    id: str
    kind: OfferKind
    company: str | None = None
    offered_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    hours_per_week: float | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint about the contract or a decision."""

    id: str
    received_on: date
    about: str | None = None
    decided_on: date | None = None
    outcome: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result the citizen reached."""

    id: str
    kind: ResultKind
    on: date
    note: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A dated note on the case (offentlighedsloven § 13)."""

    id: str
    on: date
    text: str
    version: int = 0


class CorrectedFact(StrEnum):
    """The dated facts a clock starts at, which are corrected with a reason."""

    TAKEOVER = "takeover_on"
    ALLOCATION = "allocation_decided_on"
    REGISTRATION = "cpr_registered_on"
    PERMIT = "permit_granted_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCorrection:
    """That a recorded date was wrong: what it was, what it is, and why. Both stay on the case."""

    id: str
    fact: CorrectedFact
    before: date | None
    after: date | None
    reason: str
    on: date
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything the team knows of one citizen's integration; `version` is 0 until it is saved.

    `takeover_on` is the day the municipality took over responsibility (integrationsloven § 4), None while it is only
    expected. `allocation_decided_on` is the visitering, not the readiness assessment (visitation).
    """

    id: str
    case_number: str
    citizen: Citizen
    target_group: TargetGroup
    household: Household | None = None
    household_role: HouseholdRole | None = None
    allocation_decided_on: date | None = None
    permit_granted_on: date | None = None
    cpr_registered_on: date | None = None
    applied_in_denmark: bool = False
    takeover_on: date | None = None
    responsible_caseworker: str | None = None
    coordinating_department: str | None = None
    support: tuple[Support, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    parental_leave: tuple[ParentalLeave, ...] = ()
    moves: tuple[Move, ...] = ()
    events: tuple[Event, ...] = ()
    plans: tuple[Plan, ...] = ()
    offers: tuple[Offer, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    results: tuple[Result, ...] = ()
    notes: tuple[Note, ...] = ()
    corrections: tuple[FactCorrection, ...] = ()
    decisions: tuple[DeadlineDecision, ...] = ()
    consents: tuple[Consent, ...] = ()
    version: int = 0
