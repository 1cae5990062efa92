from datetime import date

import pytest

from desktop_app.domain.case import MoveDirection, SupportKind
from desktop_app.domain.case_facts import CaseFacts, EventFact, MoveFact, OfferFact, PlanFact, SupportFact
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_fulfilment import contract_signed_on, first_event, fulfilled_on
from desktop_app.domain.rulebook import Fulfilment
from tests.builders import a_duty, facts

FIRST, DAY, LATE = date(2026, 10, 1), date(2026, 11, 10), date(2027, 3, 1)
BEFORE = date(2026, 9, 1)


def done_on(kind: Fulfilment, known: CaseFacts, counts_from: date = FIRST, *, anew: bool = False) -> date | None:
    duty = a_duty(fulfilled_by=kind)
    event = first_event(known, duty.id, not_before=counts_from if anew else date.min)
    return fulfilled_on(duty, known, counts_from, event)


@pytest.mark.parametrize("kind", list(Fulfilment))
def test_with_nothing_recorded_nothing_is_fulfilled(kind: Fulfilment) -> None:
    assert done_on(kind, facts(takeover_on=None)) is None


@pytest.mark.parametrize("kind", list(Fulfilment))
def test_an_event_of_the_duty_fulfils_it_whatever_else_does(kind: Fulfilment) -> None:
    known = facts(takeover_on=None, events=(EventFact(DAY, DutyId.CONTRACT_SIGNED),))

    assert done_on(kind, known) == DAY


def test_an_event_of_another_duty_does_not() -> None:
    assert done_on(Fulfilment.EVENT, facts(events=(EventFact(DAY, DutyId.DANISH_BEGUN),))) is None


def test_what_happened_before_a_duty_began_anew_does_not_count() -> None:
    known = facts(events=(EventFact(BEFORE, DutyId.CONTRACT_SIGNED), EventFact(DAY, DutyId.CONTRACT_SIGNED)))

    assert done_on(Fulfilment.EVENT, known) == BEFORE
    assert done_on(Fulfilment.EVENT, known, anew=True) == DAY
    assert first_event(known, DutyId.CONTRACT_SIGNED, not_before=LATE) is None


def test_what_happens_on_the_day_a_duty_begins_anew_counts() -> None:
    known = facts(events=(EventFact(FIRST, DutyId.CONTRACT_SIGNED),))

    assert done_on(Fulfilment.EVENT, known, FIRST, anew=True) == FIRST


THREE_PLANS = (PlanFact(1, BEFORE, BEFORE, ()), PlanFact(2, LATE, LATE, ()), PlanFact(3, DAY, DAY, ()))


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (
            Fulfilment.JOB_OR_COMPANY_OFFER,
            facts(offers=(OfferFact(LATE, LATE, None),), support=(SupportFact(DAY, None, SupportKind.ORDINARY_JOB),)),
        ),
        (Fulfilment.LATER_PLAN_SIGNED, facts(plans=THREE_PLANS)),
        (
            Fulfilment.CONTRACT_SIGNED,
            facts(takeover_on=BEFORE, moves=(MoveFact(FIRST, MoveDirection.IN),), plans=THREE_PLANS),
        ),
        (
            Fulfilment.COMPANY_OFFER_MADE,
            facts(events=(EventFact(LATE, DutyId.CONTRACT_SIGNED),), offers=(OfferFact(DAY, DAY, None),)),
        ),
    ],
)
def test_of_several_records_the_first_fulfils(kind: Fulfilment, known: CaseFacts) -> None:
    assert done_on(kind, known) == DAY


@pytest.mark.parametrize(
    ("kind", "known", "on"),
    [
        (Fulfilment.TAKEOVER, facts(takeover_on=DAY), DAY),
        (Fulfilment.CONTRACT_SIGNED, facts(plans=(PlanFact(1, None, None, ()), PlanFact(2, DAY, None, ()))), DAY),
        (
            Fulfilment.DECLARATION_SIGNED,
            facts(plans=(PlanFact(1, None, LATE, ()), PlanFact(2, None, DAY, ()))),
            DAY,
        ),
        (Fulfilment.COMPANY_OFFER_MADE, facts(offers=(OfferFact(LATE, FIRST, None), OfferFact(DAY, None, None))), DAY),
        (Fulfilment.COMPANY_OFFER_MADE, facts(offers=(OfferFact(None, FIRST, None),)), None),
        (Fulfilment.NEXT_COMPANY_OFFER, facts(offers=(OfferFact(FIRST, BEFORE, FIRST),)), None),
        (Fulfilment.NEXT_COMPANY_OFFER, facts(offers=(OfferFact(FIRST, BEFORE, DAY),)), BEFORE),
        (Fulfilment.NEXT_COMPANY_OFFER, facts(offers=(OfferFact(FIRST, LATE, None), OfferFact(FIRST, DAY, LATE))), DAY),
        (Fulfilment.NEXT_COMPANY_OFFER, facts(offers=(OfferFact(FIRST, None, None),)), None),
        (Fulfilment.JOB_OR_COMPANY_OFFER, facts(offers=(OfferFact(FIRST, DAY, None),)), DAY),
        (Fulfilment.JOB_OR_COMPANY_OFFER, facts(support=(SupportFact(DAY, None, SupportKind.ORDINARY_JOB),)), DAY),
        (
            Fulfilment.JOB_OR_COMPANY_OFFER,
            facts(support=(SupportFact(DAY, None, SupportKind.ORDINARY_EDUCATION),)),
            None,
        ),
        (Fulfilment.LATER_PLAN_SIGNED, facts(plans=(PlanFact(1, DAY, None, ()),)), None),
        (Fulfilment.LATER_PLAN_SIGNED, facts(plans=(PlanFact(1, BEFORE, None, ()), PlanFact(2, DAY, None, ()))), DAY),
        (
            Fulfilment.LATER_PLAN_SIGNED,
            facts(plans=(PlanFact(1, BEFORE, None, ()), PlanFact(2, FIRST, None, ()))),
            None,
        ),
        (Fulfilment.FOLLOW_UP_HELD, facts(follow_ups=(BEFORE, FIRST, DAY)), FIRST),
        (Fulfilment.FOLLOW_UP_HELD, facts(follow_ups=(BEFORE,)), None),
    ],
)
def test_a_duty_counted_from_1_october_is_fulfilled_by_its_record(
    kind: Fulfilment, known: CaseFacts, on: date | None
) -> None:
    assert done_on(kind, known) == on


# Contracts and moves -------------------------------------------------------------------------------------------------

MOVED = facts(takeover_on=BEFORE, moves=(MoveFact(DAY, MoveDirection.IN),))


@pytest.mark.parametrize(
    ("signed", "held", "on"),
    [
        ((), (), None),
        ((FIRST,), (), None),
        ((FIRST,), (FIRST,), None),
        ((FIRST,), (LATE,), LATE),
        ((FIRST,), (DAY, LATE), DAY),
        ((), (LATE,), None),
        ((DAY,), (), DAY),
        ((FIRST, LATE), (), LATE),
        ((FIRST, LATE), (DAY,), DAY),
        ((LATE,), (DAY,), LATE),
    ],
)
def test_after_a_move_a_new_contract_or_a_review_of_the_one_brought_along_counts(
    signed: tuple[date, ...], held: tuple[date, ...], on: date | None
) -> None:
    plans = tuple(PlanFact(number, day, None, ()) for number, day in enumerate(signed, start=1))
    known = facts(takeover_on=BEFORE, moves=MOVED.moves, plans=plans, follow_ups=held)

    assert done_on(Fulfilment.CONTRACT_SIGNED, known, DAY, anew=True) == on


def test_a_contract_signed_before_the_takeover_counts_from_it() -> None:
    known = facts(takeover_on=FIRST, plans=(PlanFact(1, BEFORE, None, ()),))

    assert done_on(Fulfilment.CONTRACT_SIGNED, known, FIRST) == BEFORE


def test_the_contract_in_force_is_the_first_one_or_the_first_after_a_move_in() -> None:
    plans = (PlanFact(1, FIRST, None, ()), PlanFact(2, LATE, None, ()))

    assert contract_signed_on(facts()) is None
    assert contract_signed_on(facts(plans=plans)) == FIRST
    assert contract_signed_on(facts(plans=plans, moves=MOVED.moves)) == LATE
    assert contract_signed_on(facts(plans=plans[:1], moves=MOVED.moves)) == FIRST
    on_the_day = (*plans[:1], PlanFact(2, DAY, None, ()))
    assert contract_signed_on(facts(plans=on_the_day, moves=MOVED.moves)) == DAY
