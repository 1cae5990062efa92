"""Where the clocks of the duties start in a case.

Every function sees only facts that were known on the day asked about (`case_facts.known_on`).
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import CountsFrom, Fact
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_conditions import is_adult
from desktop_app.domain.duty_fulfilment import contract_signed_on, first_event
from desktop_app.domain.moves_of_case import moved_in_on, moves_in
from desktop_app.domain.rulebook import Clock

# Asked of every case: finding a member of its enumeration takes longer than a call (Python 3.11).
_TAKEOVER: Final = Clock.TAKEOVER
_FIRST_TAKEOVER: Final = Clock.FIRST_TAKEOVER
_FIRST_TAKEOVER_AS_ADULT: Final = Clock.FIRST_TAKEOVER_AS_ADULT
_TAKEN_OVER: Final = Fact.TAKEOVER
_ALLOCATED: Final = Fact.ALLOCATION


class ClockStarts(dict[Clock | None, CountsFrom | None]):
    """The fact each clock starts at in a case, None while it is not known, found when it is first asked for.

    What counts from nothing has no clock, and that never starts.
    """

    __slots__ = ("_facts",)

    def __init__(self, facts: CaseFacts) -> None:
        self._facts = facts
        self[None] = None
        if not facts.moves:  # as in most cases, which were taken over only once
            self[_TAKEOVER] = self[_FIRST_TAKEOVER] = self[_FIRST_TAKEOVER_AS_ADULT] = _first_takeover(facts)

    def __missing__(self, clock: Clock) -> CountsFrom | None:
        self[clock] = start = _CLOCKS[clock](self._facts)
        return start


def missing_fact(clock: Clock, facts: CaseFacts) -> Fact:
    """Return the fact to ask for when a clock has not started in a case."""
    if clock is Clock.PERMIT_OR_REGISTRATION and facts.applied_in_denmark:
        return Fact.PERMIT
    return _MISSING[clock]


def _dated(fact: Fact, on: date | None) -> CountsFrom | None:
    return CountsFrom(fact, on) if on else None


def _takeover(facts: CaseFacts) -> CountsFrom | None:
    moved = moved_in_on(facts)
    if moved and facts.takeover_on and moved > facts.takeover_on:
        return CountsFrom(Fact.MOVE, moved)
    return _dated(Fact.TAKEOVER, facts.takeover_on)


def _first_takeover(facts: CaseFacts) -> CountsFrom | None:
    return _dated(_TAKEN_OVER, facts.takeover_on)


def _first_takeover_as_adult(facts: CaseFacts) -> CountsFrom | None:
    if facts.takeover_on is None or is_adult(facts, facts.takeover_on):
        return _first_takeover(facts)
    grown_up = next((on for on in moves_in(facts) if is_adult(facts, on)), None)
    return _dated(Fact.MOVE, grown_up) or _first_takeover(facts)


def _allocation(facts: CaseFacts) -> CountsFrom | None:
    return _dated(_ALLOCATED, facts.allocation_decided_on)


def _registration(facts: CaseFacts) -> CountsFrom | None:
    return _dated(Fact.REGISTRATION, facts.cpr_registered_on)


def _permit_or_registration(facts: CaseFacts) -> CountsFrom | None:
    return _dated(Fact.PERMIT, facts.permit_granted_on) if facts.applied_in_denmark else _registration(facts)


def _readiness(facts: CaseFacts) -> CountsFrom | None:
    return _dated(Fact.READINESS, first_event(facts, DutyId.READINESS_ASSESSED)) if facts.events else None


def _programme(facts: CaseFacts) -> CountsFrom | None:
    return _dated(Fact.PROGRAMME, first_event(facts, DutyId.PROGRAMME_STARTED)) if facts.events else None


def _company_offer_ended(facts: CaseFacts) -> CountsFrom | None:
    if not facts.offers:  # as in most cases
        return None
    return _dated(Fact.OFFER_ENDED, max((offer.ends_on for offer in facts.offers if offer.ends_on), default=None))


def _interval(facts: CaseFacts) -> CountsFrom | None:
    signed = contract_signed_on(facts)
    if signed is None:
        return None
    held = facts.follow_ups[-1] if facts.follow_ups else None
    return CountsFrom(Fact.FOLLOW_UP, held) if held and held >= signed else CountsFrom(Fact.CONTRACT, signed)


_CLOCKS: Mapping[Clock, Callable[[CaseFacts], CountsFrom | None]] = {
    Clock.TAKEOVER: _takeover,
    Clock.FIRST_TAKEOVER: _first_takeover,
    Clock.FIRST_TAKEOVER_AS_ADULT: _first_takeover_as_adult,
    Clock.ALLOCATION: _allocation,
    Clock.REGISTRATION: _registration,
    Clock.PERMIT_OR_REGISTRATION: _permit_or_registration,
    Clock.READINESS_ASSESSED: _readiness,
    Clock.PROGRAMME_STARTED: _programme,
    Clock.COMPANY_OFFER_ENDED: _company_offer_ended,
    Clock.INTERVAL: _interval,
}

_MISSING: Mapping[Clock, Fact] = {
    Clock.TAKEOVER: Fact.TAKEOVER,
    Clock.FIRST_TAKEOVER: Fact.TAKEOVER,
    Clock.FIRST_TAKEOVER_AS_ADULT: Fact.TAKEOVER,
    Clock.ALLOCATION: Fact.ALLOCATION,
    Clock.REGISTRATION: Fact.REGISTRATION,
    Clock.PERMIT_OR_REGISTRATION: Fact.REGISTRATION,
    Clock.READINESS_ASSESSED: Fact.READINESS,
    Clock.PROGRAMME_STARTED: Fact.PROGRAMME,
    Clock.COMPANY_OFFER_ENDED: Fact.OFFER_ENDED,
    Clock.INTERVAL: Fact.CONTRACT,
}
