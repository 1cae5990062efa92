"""What fulfils a duty in a case.

Every function sees only facts that were known on the day asked about (`case_facts.known_on`).
"""

from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.domain.case import SupportKind
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.duties import DutyId
from desktop_app.domain.moves_of_case import moved_in_on
from desktop_app.domain.rulebook import Duty, Fulfilment


def first_event(facts: CaseFacts, duty: DutyId, *, not_before: date = date.min) -> date | None:
    """Return the day of the first event recorded for a duty, leaving out those before a day."""
    for event in facts.events:  # a loop: this is asked ten times of every case
        if event.duty == duty and event.on >= not_before:
            return event.on
    return None


def first_events(facts: CaseFacts) -> Mapping[str, date]:
    """Return the day of the first event recorded for each duty."""
    return {event.duty: event.on for event in reversed(facts.events)}


def with_events_as_follow_ups(duty: Duty, facts: CaseFacts) -> CaseFacts:
    """Return the facts in which an event with the id of a duty that follow-ups fulfil is a follow-up held that day.

    A follow-up recorded both ways on one day is one follow-up.
    """
    if first_event(facts, duty.id) is None:  # as in most cases
        return facts
    events = {event.on for event in facts.events if event.duty == duty.id}.difference(facts.follow_ups)
    return facts._replace(follow_ups=tuple(sorted([*facts.follow_ups, *events]))) if events else facts


def contract_signed_on(facts: CaseFacts) -> date | None:
    """Return the day both had signed the contract now in force: the first one, or the first one after a move in."""
    signed = [plan.signed_on for plan in facts.plans if plan.signed_on]
    if not signed:
        return None
    moved = moved_in_on(facts)
    return next((on for on in signed if on >= moved), signed[0]) if moved else signed[0]


def fulfilled_on(duty: Duty, facts: CaseFacts, counts_from: date, event: date | None) -> date | None:
    """Return the day a duty was fulfilled, by its own record or by an `event` with its id, None while it is open."""
    recorded = _FULFILMENTS[duty.fulfilled_by](facts, counts_from)
    if recorded is None or event is None:
        return recorded or event
    return min(recorded, event)


def _by_event(_facts: CaseFacts, _counts_from: date) -> date | None:
    return None


def _by_takeover(facts: CaseFacts, _counts_from: date) -> date | None:
    return facts.takeover_on


def _by_contract(facts: CaseFacts, counts_from: date) -> date | None:
    signed = [plan.signed_on for plan in facts.plans if plan.signed_on]
    if facts.takeover_on is None or counts_from <= facts.takeover_on:
        return next(iter(signed), None)
    anew = min((on for on in signed if on >= counts_from), default=None)
    brought_along = any(on < counts_from for on in signed)
    reviewed = next((on for on in facts.follow_ups if on >= counts_from), None) if brought_along else None
    return min((on for on in (anew, reviewed) if on), default=None)


def _by_declaration(facts: CaseFacts, _counts_from: date) -> date | None:
    return min((plan.declaration_signed_on for plan in facts.plans if plan.declaration_signed_on), default=None)


def _by_offer_made(facts: CaseFacts, _counts_from: date) -> date | None:
    return min((offer.offered_on for offer in facts.offers if offer.offered_on), default=None)


def _by_next_offer(facts: CaseFacts, counts_from: date) -> date | None:
    next_ones = [offer for offer in facts.offers if offer.ends_on is None or offer.ends_on > counts_from]
    return min((offer.starts_on for offer in next_ones if offer.starts_on), default=None)


def _by_job_or_offer(facts: CaseFacts, _counts_from: date) -> date | None:
    jobs = [fact.first for fact in facts.support if fact.kind is SupportKind.ORDINARY_JOB]
    return min([*jobs, *(offer.starts_on for offer in facts.offers if offer.starts_on)], default=None)


def _by_later_plan(facts: CaseFacts, counts_from: date) -> date | None:
    signed = [plan.signed_on for plan in facts.plans if plan.signed_on]
    return min((on for on in signed[1:] if on > counts_from), default=None)


def _by_follow_up(facts: CaseFacts, counts_from: date) -> date | None:
    return next((on for on in facts.follow_ups if on >= counts_from), None)


_FULFILMENTS: Mapping[Fulfilment, Callable[[CaseFacts, date], date | None]] = {
    Fulfilment.EVENT: _by_event,
    Fulfilment.DEPARTMENT_NAMED: _by_event,
    Fulfilment.TAKEOVER: _by_takeover,
    Fulfilment.CONTRACT_SIGNED: _by_contract,
    Fulfilment.DECLARATION_SIGNED: _by_declaration,
    Fulfilment.COMPANY_OFFER_MADE: _by_offer_made,
    Fulfilment.NEXT_COMPANY_OFFER: _by_next_offer,
    Fulfilment.JOB_OR_COMPANY_OFFER: _by_job_or_offer,
    Fulfilment.LATER_PLAN_SIGNED: _by_later_plan,
    Fulfilment.FOLLOW_UP_HELD: _by_follow_up,
}
