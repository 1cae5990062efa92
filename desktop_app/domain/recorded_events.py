"""Recording that a duty without a record of its own was fulfilled."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from desktop_app.domain.case import Case, Readiness, ReadinessKind
from desktop_app.domain.dates import Period
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.errors import DomainError

NOTE_LENGTH = 100_000

RECORDABLE: Final[tuple[str, ...]] = (
    DutyId.PROGRAMME_STARTED,
    DutyId.DANISH_REFERRED,
    DutyId.DANISH_BEGUN,
    DutyId.READINESS_ASSESSED,
    HEALTH_NEED_FOUND,
    DutyId.HEALTH_OFFERED,
    DutyId.INTEGRATION_PLAN_OFFERED,
    DutyId.PROGRAMME_MAX_LENGTH,
)
"""What is recorded as an event, in the order it usually happens; other duties have records of their own."""


class EventFault(StrEnum):
    """Why an event is not recorded."""

    NO_DATE = "no_date"
    IN_FUTURE = "in_future"
    ALREADY_RECORDED = "already_recorded"
    NO_READINESS = "no_readiness"
    NOTE_TOO_LONG = "note_too_long"
    NO_CAUSE = "no_cause"
    NO_WORDS = "no_words"


class EventRemark(StrEnum):
    """What is worth a second look about an event that is recorded all the same."""

    BEFORE_TAKEOVER = "before_takeover"
    EARLIER_COUNTS = "earlier_counts"


class EventRefused(DomainError):
    """An event is not recorded as it is."""

    def __init__(self, faults: list[EventFault]) -> None:
        super().__init__(*faults)
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """That a duty was fulfilled after the deadline the law put on `computed_on`, and why; `cause` None is not said."""

    duty: DutyId
    computed_on: date
    cause: DelayCause | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What happened: a duty of `RECORDABLE`, its day, and for the readiness assessment how the citizen counts now.

    `delay` is given where it happened after the deadline.
    """

    duty: str
    on: date | None
    note: str = ""
    readiness: ReadinessKind | None = None
    delay: Delay | None = None


def faults_in_event(case: Case, happening: Happening, today: date) -> list[EventFault]:
    """Return why it cannot be recorded; an empty list when it can."""
    return list(_faults(case, happening, today))


def _faults(case: Case, happening: Happening, today: date) -> Iterator[EventFault]:
    if happening.on is None:
        yield EventFault.NO_DATE
    elif happening.on > today:
        yield EventFault.IN_FUTURE
    elif any((event.duty, event.on) == (happening.duty, happening.on) for event in case.events):
        yield EventFault.ALREADY_RECORDED
    if happening.duty == DutyId.READINESS_ASSESSED and happening.readiness is None:
        yield EventFault.NO_READINESS
    if len(happening.note) > NOTE_LENGTH:
        yield EventFault.NOTE_TOO_LONG
    if happening.delay:
        yield from faults_in_delay(happening.delay)


def faults_in_delay(delay: Delay) -> list[EventFault]:
    """Return what is missing of the cause of a delay; an empty list when nothing is."""
    if delay.cause is None:
        return [EventFault.NO_CAUSE]
    return [EventFault.NO_WORDS] if delay.cause is DelayCause.OTHER and not delay.reason.strip() else []


def decision_on_delay(delay: Delay, decision_id: str, today: date, initials: str) -> DeadlineDecision:
    """Return the cause of a delay as it stands on the case."""
    return DeadlineDecision(
        id=decision_id,
        duty=delay.duty,
        kind=DecisionKind.LATE_BECAUSE,
        computed_on=delay.computed_on,
        made_on=today,
        made_by=initials,
        cause=delay.cause,
        reason=delay.reason.strip(),
    )


def remarks_on_event(case: Case, happening: Happening) -> list[EventRemark]:
    """Return what to tell whoever records it; it is recorded all the same."""
    on = happening.on
    if on is None:
        return []
    remarks: list[EventRemark] = []
    if case.takeover_on and on < case.takeover_on:
        remarks.append(EventRemark.BEFORE_TAKEOVER)
    if any(event.duty == happening.duty and event.on < on for event in case.events):
        remarks.append(EventRemark.EARLIER_COUNTS)
    return remarks


def readiness_from(periods: tuple[Readiness, ...], kind: ReadinessKind, on: date, new_id: str) -> tuple[Readiness, ...]:
    """Return the periods of readiness once somebody counts as `kind` from a day on.

    The period of that day ends the day before; one that begins on the very day becomes the new kind; what was planned
    for later stays. `new_id` is the id of the period that is added.
    """
    current = next((each for each in periods if on in each.period), None)
    if current and current.kind is kind:
        return periods
    if current and current.period.first == on:
        return tuple(replace(each, kind=kind) if each is current else each for each in periods)
    later = min((each.period.first for each in periods if each.period.first > on), default=None)
    added = Readiness(id=new_id, kind=kind, period=Period(on, later - timedelta(days=1) if later else None))
    ended = Period(current.period.first, on - timedelta(days=1)) if current else None
    kept = [replace(each, period=ended) if each is current and ended else each for each in periods]
    return tuple(sorted((*kept, added), key=lambda each: each.period.first))
