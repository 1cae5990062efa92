"""A deadline and everything it can say about itself. Words for people stand in `presenters.deadline_texts`."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.case_facts import DecisionFact
from desktop_app.domain.dates import Span
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import RuleVersion

SOON_DAYS = 7
LATER_DAYS = 30


class Status(StrEnum):
    """How a duty stands, in the order the worklist shows it."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    DUE_LATER = "due_later"
    UPCOMING = "upcoming"
    SUSPENDED = "suspended"
    WAITING = "waiting"
    DONE_LATE = "done_late"
    DONE_ON_TIME = "done_on_time"
    NOT_APPLICABLE = "not_applicable"


OPEN = frozenset(
    {Status.OVERDUE, Status.DUE_TODAY, Status.DUE_SOON, Status.DUE_LATER, Status.UPCOMING, Status.SUSPENDED}
)
DONE = frozenset({Status.DONE_LATE, Status.DONE_ON_TIME})
_ON_TIME = (Status.DONE_ON_TIME, None)


class Fact(StrEnum):
    """The dated facts deadlines count from, as the exchange format names them."""

    TAKEOVER = "takeover_on"
    MOVE = "moves.on"
    ALLOCATION = "allocation_decided_on"
    REGISTRATION = "cpr_registered_on"
    PERMIT = "permit_granted_on"
    READINESS = "readiness.assessed"
    PROGRAMME = "programme.started"
    CONTRACT = "contract.signed"
    FOLLOW_UP = "follow_ups.held_on"
    OFFER_ENDED = "offers.ends_on"


class Reason(StrEnum):
    """Why a duty waits or does not apply."""

    NO_TAKEOVER = "no_takeover"
    FACT_MISSING = "fact_missing"
    NO_RULE_VERSION = "no_rule_version"
    WORDING_UNSEEN = "wording_unseen"
    DECIDED_ON_THE_FIRST = "decided_on_the_first"
    DEPARTMENT_NOT_NAMED = "department_not_named"
    LEAVE_END_UNKNOWN = "leave_end_unknown"
    RULE_ENDED = "rule_ended"
    GROUP_NOT_COVERED = "group_not_covered"
    DISCRETIONARY = "discretionary"
    MINOR = "minor"
    NOT_ON_BENEFIT = "not_on_benefit"
    NOT_JOB_READY = "not_job_ready"
    NO_HEALTH_NEED = "no_health_need"
    IN_ORDINARY_WORK = "in_ordinary_work"
    GOALS_ACHIEVED = "goals_achieved"
    SELF_SUPPORTING = "self_supporting"
    BY_NEED = "by_need"
    MOVED_AWAY = "moved_away"
    SET_NOT_RELEVANT = "set_not_relevant"


class StepKind(StrEnum):
    """What happened in one step of a calculation."""

    FACT = "fact"
    WHOLE_MONTH = "whole_month"
    ADDED = "added"
    TO_WORKING_DAY = "to_working_day"
    RESTS = "rests"
    TIMES = "times"
    AIM = "aim"
    DUE_AT_ONCE = "due_at_once"
    IN_ORDINARY_WORK = "in_ordinary_work"
    AFTER_BIRTH = "after_birth"
    LEAVE_ENDS = "leave_ends"
    LAW_CHANGED_MEANWHILE = "law_changed_meanwhile"
    LAW_CHANGED_BETWEEN = "law_changed_between"
    FULFILLED = "fulfilled"
    OTHER_DATE = "other_date"


class Step(NamedTuple):
    """One line of the calculation log: `start` + `span` = `on`, or a fact and its date; `held` of `times`.

    Where a number of follow-ups belongs in each successive period, `start` is the first day of the one counted. A
    change of the law lies on the day `on`, or where that is inferred somewhere from `start` to `on`.
    """

    kind: StepKind
    on: date | None = None
    start: date | None = None
    span: Span | None = None
    fact: Fact | None = None
    held: int | None = None
    times: int | None = None


class CountsFrom(NamedTuple):
    """The fact a deadline is counted from, and its day."""

    fact: Fact
    on: date


class Deadline(NamedTuple):
    """How one duty stands in one case on one day. Hundreds of thousands are made at once: it is no more than a tuple.

    `due_on` is None only for what waits, does not apply or has no date of its own. `rule` is the version that decided,
    None when none was found. `reason` is given for what waits or does not apply; `reason_on` is the date it speaks of
    and `missing` the fact it lacks. `steps` is the calculation log, empty when no explanation was asked for.
    `decisions` holds the latest of each kind about this deadline; the date the law leads to stands in each.
    """

    case_id: str
    case_number: str
    duty: DutyId
    status: Status
    due_on: date | None = None
    fulfilled_on: date | None = None
    days_late: int | None = None
    counts_from: CountsFrom | None = None
    rule: RuleVersion | None = None
    suspended_until: date | None = None
    reason: Reason | None = None
    reason_on: date | None = None
    missing: Fact | None = None
    steps: tuple[Step, ...] = ()
    decisions: tuple[DecisionFact, ...] = ()


def done_status(due_on: date, fulfilled_on: date) -> tuple[Status, int | None]:
    """Return how a duty that was fulfilled stands, and how many days late it was, None when it was not."""
    if fulfilled_on <= due_on:
        return _ON_TIME
    return Status.DONE_LATE, (fulfilled_on - due_on).days


def open_status(due_on: date, today: date, rule: RuleVersion | None = None) -> Status:
    """Return how an open duty stands: overdue begins the day after. Every screen, paper and figure asks here.

    Where the `rule` says how many days before it one is to be reminded, it is due soon from then on.
    """
    soon = SOON_DAYS if rule is None or rule.warning_days is None else rule.warning_days
    days_left = (due_on - today).days
    if days_left < 0:
        return Status.OVERDUE
    if days_left == 0:
        return Status.DUE_TODAY
    if days_left <= soon:
        return Status.DUE_SOON
    return Status.DUE_LATER if days_left <= LATER_DAYS else Status.UPCOMING
