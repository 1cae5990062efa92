"""Record that a duty without a record of its own was fulfilled, or a company offer, and take that back again."""

import uuid
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case, Event, Offer, Readiness
from desktop_app.domain.case_checks import CaseRefused, problems_of
from desktop_app.domain.deadline_decisions import DeadlineDecision
from desktop_app.domain.recorded_events import (
    Delay,
    EventRefused,
    Happening,
    decision_on_delay,
    faults_in_delay,
    faults_in_event,
    readiness_from,
)
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What was recorded, with what it takes to take it back.

    `readiness` holds the periods before and after, where they changed.
    """

    case_number: str
    changes: Changes
    event: Event | None = None
    offer: Offer | None = None
    decision: DeadlineDecision | None = None
    readiness: tuple[tuple[Readiness, ...], tuple[Readiness, ...]] | None = None


def record_event(
    case_number: str,
    happening: Happening,
    *,
    work: Work,
    today: date,
    initials: str = "",
    draft_id: str | None = None,
) -> Recorded:
    """Record an event; a readiness assessment also says how the citizen counts from that day on.

    Where it came late the cause stands on the case, recorded by `initials`.

    Raises:
        EventRefused: it is not recorded as it is.
        CaseNotFound: no case has this number.
    """
    with work(Act.CHANGE_CASE) as unit:
        case = unit.cases.by_number(case_number)
        faults = faults_in_event(case, happening, today)
        if faults or happening.on is None:
            raise EventRefused(faults)
        event = Event(id=_new_id(), duty=happening.duty, on=happening.on, note=happening.note.strip() or None)
        changed = replace(case, events=(*case.events, event))
        if happening.readiness:
            periods = readiness_from(case.readiness, happening.readiness, happening.on, _new_id())
            changed = replace(changed, readiness=periods)
        changed, decision = _with_cause(changed, happening.delay, today, initials)
        unit.cases.save(changed)
        if draft_id:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Recorded(
        case_number=case_number,
        changes=_changes(case),
        event=event,
        decision=decision,
        readiness=(case.readiness, changed.readiness) if changed.readiness != case.readiness else None,
    )


def record_offer(
    case_number: str,
    offer: Offer,
    *,
    work: Work,
    today: date,
    delay: Delay | None = None,
    initials: str = "",
    draft_id: str | None = None,
) -> Recorded:
    """Record an offer of employment; the first one of a company fulfils `offer.first`.

    Raises:
        CaseRefused: something in the offer is wrong.
        EventRefused: it came late, and the cause is not said.
        CaseNotFound: no case has this number.
    """
    with work(Act.CHANGE_CASE) as unit:
        case = unit.cases.by_number(case_number)
        changed = replace(case, offers=(*case.offers, offer))
        if problems := problems_of(changed, case, today):
            raise CaseRefused(problems)
        if delay and (faults := faults_in_delay(delay)):
            raise EventRefused(faults)
        changed, decision = _with_cause(changed, delay, today, initials)
        unit.cases.save(changed)
        if draft_id:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Recorded(case_number=case_number, changes=_changes(case), offer=offer, decision=decision)


def take_back(recorded: Recorded, *, work: Work) -> Changes:
    """Remove what was recorded, and let the citizen count as before. The history keeps both.

    Raises:
        CaseNotFound: no case has this number.
        ChangedMeanwhile: it was changed or removed after it was recorded.
    """
    with work(Act.CHANGE_CASE) as unit:
        case = unit.cases.by_number(recorded.case_number)
        events = tuple(event for event in case.events if not _is_same(event, recorded.event))
        offers = tuple(offer for offer in case.offers if not _is_same(offer, recorded.offer))
        if len(events) + len(offers) == len(case.events) + len(case.offers):
            raise ChangedMeanwhile(case.id)
        readiness = _as_before(case, *recorded.readiness) if recorded.readiness else case.readiness
        decisions = tuple(one for one in case.decisions if not _is_same(one, recorded.decision))
        unit.cases.save(replace(case, events=events, offers=offers, readiness=readiness, decisions=decisions))
        unit.commit()
    return _changes(case)


def _as_before(case: Case, before: tuple[Readiness, ...], after: tuple[Readiness, ...]) -> tuple[Readiness, ...]:
    if {replace(each, version=0) for each in after} != {replace(each, version=0) for each in case.readiness}:
        raise ChangedMeanwhile(case.id)
    versions = {each.id: each.version for each in case.readiness}
    return tuple(replace(each, version=versions[each.id]) for each in before)


def _with_cause(case: Case, delay: Delay | None, today: date, initials: str) -> tuple[Case, DeadlineDecision | None]:
    if delay is None:
        return case, None
    decision = decision_on_delay(delay, _new_id(), today, initials)
    return replace(case, decisions=(*case.decisions, decision)), decision


def _is_same(record: Event | Offer | DeadlineDecision, recorded: Event | Offer | DeadlineDecision | None) -> bool:
    return recorded is not None and replace(record, version=0) == replace(recorded, version=0)


def _changes(case: Case) -> Changes:
    return Changes(frozenset({case.id}))


def _new_id() -> str:
    return str(uuid.uuid4())
