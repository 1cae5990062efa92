from datetime import date

import pytest

from desktop_app.domain.case import MoveDirection
from desktop_app.domain.case_facts import CaseFacts, EventFact, MoveFact, OfferFact, PlanFact
from desktop_app.domain.deadline import CountsFrom, Fact
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_clocks import ClockStarts, missing_fact
from desktop_app.domain.rulebook import Clock
from tests.builders import facts

FIRST, DAY, LATE = date(2026, 10, 1), date(2026, 11, 10), date(2027, 3, 1)
NOTHING = facts(takeover_on=None)


@pytest.mark.parametrize("clock", list(Clock))
def test_no_clock_starts_without_its_fact(clock: Clock) -> None:
    assert ClockStarts(NOTHING)[clock] is None
    assert missing_fact(clock, NOTHING) in Fact


@pytest.mark.parametrize(("applied_in_denmark", "missing"), [(True, Fact.PERMIT), (False, Fact.REGISTRATION)])
def test_who_applied_in_denmark_lacks_the_permit_and_who_did_not_the_registration(
    applied_in_denmark: bool,  # noqa: FBT001 - a parameter of pytest
    missing: Fact,
) -> None:
    known = facts(applied_in_denmark=applied_in_denmark)

    assert missing_fact(Clock.PERMIT_OR_REGISTRATION, known) is missing


@pytest.mark.parametrize(
    ("clock", "known", "start"),
    [
        (Clock.TAKEOVER, facts(takeover_on=FIRST), CountsFrom(Fact.TAKEOVER, FIRST)),
        (Clock.ALLOCATION, facts(allocation_decided_on=DAY), CountsFrom(Fact.ALLOCATION, DAY)),
        (Clock.REGISTRATION, facts(cpr_registered_on=DAY), CountsFrom(Fact.REGISTRATION, DAY)),
        (
            Clock.PERMIT_OR_REGISTRATION,
            facts(cpr_registered_on=DAY, permit_granted_on=FIRST),
            CountsFrom(Fact.REGISTRATION, DAY),
        ),
        (
            Clock.PERMIT_OR_REGISTRATION,
            facts(cpr_registered_on=DAY, permit_granted_on=FIRST, applied_in_denmark=True),
            CountsFrom(Fact.PERMIT, FIRST),
        ),
        (
            Clock.READINESS_ASSESSED,
            facts(events=(EventFact(DAY, DutyId.READINESS_ASSESSED), EventFact(LATE, DutyId.READINESS_ASSESSED))),
            CountsFrom(Fact.READINESS, DAY),
        ),
        (
            Clock.PROGRAMME_STARTED,
            facts(events=(EventFact(FIRST, DutyId.DANISH_BEGUN), EventFact(DAY, DutyId.PROGRAMME_STARTED))),
            CountsFrom(Fact.PROGRAMME, DAY),
        ),
        (
            Clock.COMPANY_OFFER_ENDED,
            facts(offers=(OfferFact(FIRST, FIRST, LATE), OfferFact(DAY, DAY, DAY), OfferFact(LATE, LATE, None))),
            CountsFrom(Fact.OFFER_ENDED, LATE),
        ),
        (Clock.INTERVAL, facts(plans=(PlanFact(1, DAY, DAY, ()),)), CountsFrom(Fact.CONTRACT, DAY)),
        (
            Clock.INTERVAL,
            facts(plans=(PlanFact(1, DAY, DAY, ()),), follow_ups=(FIRST,)),
            CountsFrom(Fact.CONTRACT, DAY),
        ),
        (
            Clock.INTERVAL,
            facts(plans=(PlanFact(1, DAY, DAY, ()),), follow_ups=(FIRST, DAY)),
            CountsFrom(Fact.FOLLOW_UP, DAY),
        ),
        (
            Clock.INTERVAL,
            facts(plans=(PlanFact(1, DAY, DAY, ()),), follow_ups=(DAY, LATE)),
            CountsFrom(Fact.FOLLOW_UP, LATE),
        ),
    ],
)
def test_a_clock_starts_at_its_fact(clock: Clock, known: CaseFacts, start: CountsFrom) -> None:
    assert ClockStarts(known)[clock] == start


def test_a_move_in_after_the_takeover_is_the_new_takeover_but_never_the_first() -> None:
    moved = facts(takeover_on=FIRST, moves=(MoveFact(DAY, MoveDirection.IN),))

    assert ClockStarts(moved)[Clock.TAKEOVER] == CountsFrom(Fact.MOVE, DAY)
    assert ClockStarts(moved)[Clock.FIRST_TAKEOVER] == CountsFrom(Fact.TAKEOVER, FIRST)


@pytest.mark.parametrize(
    ("birth_date", "start"),
    [
        (date(2008, 10, 1), CountsFrom(Fact.TAKEOVER, FIRST)),
        (date(2008, 11, 10), CountsFrom(Fact.MOVE, DAY)),
        (date(2009, 3, 1), CountsFrom(Fact.MOVE, LATE)),
        (date(2009, 3, 2), CountsFrom(Fact.TAKEOVER, FIRST)),
        (None, CountsFrom(Fact.TAKEOVER, FIRST)),
    ],
    ids=["adult at the takeover", "adult at the first move in", "adult at the next", "a child still", "unknown"],
)
def test_who_was_a_child_at_the_takeover_has_the_first_move_in_as_an_adult(
    birth_date: date | None, start: CountsFrom
) -> None:
    moves = (MoveFact(DAY, MoveDirection.IN), MoveFact(date(2026, 12, 1), MoveDirection.OUT))
    moved = facts(takeover_on=FIRST, birth_date=birth_date, moves=(*moves, MoveFact(LATE, MoveDirection.IN)))

    assert ClockStarts(moved)[Clock.FIRST_TAKEOVER_AS_ADULT] == start


@pytest.mark.parametrize("moved_on", [FIRST, date(2026, 9, 1)])
def test_a_move_in_on_the_takeover_or_before_it_is_no_new_takeover(moved_on: date) -> None:
    moved = facts(takeover_on=FIRST, moves=(MoveFact(moved_on, MoveDirection.IN),))

    assert ClockStarts(moved)[Clock.TAKEOVER] == CountsFrom(Fact.TAKEOVER, FIRST)


def test_a_move_in_without_a_takeover_starts_no_takeover() -> None:
    assert ClockStarts(facts(takeover_on=None, moves=(MoveFact(DAY, MoveDirection.IN),)))[Clock.TAKEOVER] is None
