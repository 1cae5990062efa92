"""How the engine answers where the rules as they stand give no example, and what it writes down on the way."""

from datetime import date

import pytest

from desktop_app.domain.case import MoveDirection, TargetGroup
from desktop_app.domain.case_facts import CaseFacts, EventFact, MoveFact, OfferFact, PlanFact
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import CountsFrom, Deadline, Fact, Reason, Status, Step, StepKind
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.errors import DomainError
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Clock, Fulfilment, MoveEffect, Obligation, Rulebook
from tests.builders import TAKEOVER, a_duty, a_rule_version, facts

TODAY = date(2026, 10, 10)


def the_one(known: CaseFacts, rulebook: Rulebook, duty: DutyId, today: date = TODAY) -> Deadline:
    return next(one for one in deadlines_for(known, rulebook, today) if one.duty is duty)


# Rules that could be written -----------------------------------------------------------------------------------------


def test_a_duty_may_be_fulfilled_by_a_follow_up_and_still_have_one_date() -> None:
    talk = a_duty(id=DutyId.FOLLOW_UP, fulfilled_by=Fulfilment.FOLLOW_UP_HELD, after_move=MoveEffect.NONE)
    held = facts(follow_ups=(date(2026, 9, 1), date(2026, 10, 8)))

    found = the_one(held, Rulebook([talk]), DutyId.FOLLOW_UP)

    assert (found.status, found.due_on) == (Status.DONE_ON_TIME, date(2026, 11, 1))
    assert found.fulfilled_on == date(2026, 10, 8)


def test_between_two_versions_a_duty_does_not_apply_and_says_since_when() -> None:
    oldest = a_rule_version(valid_from=date(2010, 1, 1), ended_on=date(2013, 6, 30))
    old = a_rule_version(valid_from=date(2013, 7, 1), ended_on=date(2016, 6, 30))
    rulebook = Rulebook([a_duty(versions=(oldest, old, a_rule_version(valid_from=date(2027, 1, 1))))])

    found = the_one(facts(), rulebook, DutyId.CONTRACT_SIGNED)

    assert (found.status, found.reason) == (Status.NOT_APPLICABLE, Reason.RULE_ENDED)
    assert found.reason_on == date(2016, 6, 30)


def test_what_the_municipality_may_do_is_said_before_any_condition() -> None:
    may = a_duty(versions=(a_rule_version(obligation=Obligation.MAY),))

    found = the_one(facts(), Rulebook([may]), DutyId.CONTRACT_SIGNED)

    assert (found.status, found.reason) == (Status.NOT_APPLICABLE, Reason.DISCRETIONARY)


def test_a_working_day_rule_leaves_a_working_day_alone() -> None:
    rolls = a_duty(versions=(a_rule_version(due=Span(1, Unit.DAYS), to_next_working_day=True),))
    on_thursday, on_friday = facts(takeover_on=date(2026, 10, 1)), facts(takeover_on=date(2026, 10, 2))

    moved = the_one(on_friday, Rulebook([rolls]), DutyId.CONTRACT_SIGNED)

    assert the_one(on_thursday, Rulebook([rolls]), DutyId.CONTRACT_SIGNED).due_on == date(2026, 10, 2)
    assert moved.due_on == date(2026, 10, 5)
    assert moved.steps[-1] == Step(StepKind.TO_WORKING_DAY, date(2026, 10, 5), start=date(2026, 10, 3))


def test_a_move_makes_no_follow_up_due_at_once_when_no_rule_is_in_force_then() -> None:
    talk = a_duty(
        id=DutyId.FOLLOW_UP,
        clock=Clock.INTERVAL,
        fulfilled_by=Fulfilment.FOLLOW_UP_HELD,
        after_move=MoveEffect.DUE_AT_ONCE,
        versions=(a_rule_version(valid_from=date(2026, 11, 1)),),
    )
    moved = facts(moves=(MoveFact(TODAY, MoveDirection.IN),))

    found = the_one(moved, Rulebook([talk]), DutyId.FOLLOW_UP)

    assert (found.status, found.missing) == (Status.WAITING, Fact.CONTRACT)


def test_while_the_clock_has_not_started_the_version_of_today_speaks(rulebook: Rulebook) -> None:
    in_2023, in_2026 = date(2023, 1, 2), date(2026, 10, 1)
    unassessed = facts(takeover_on=in_2023)

    seen = the_one(unassessed, rulebook, DutyId.FOLLOW_UP, date(2025, 12, 31))
    unseen = the_one(unassessed._replace(takeover_on=in_2026), rulebook, DutyId.FOLLOW_UP)
    past = the_one(unassessed._replace(takeover_on=date(2015, 1, 2)), rulebook, DutyId.OFFER_GAP, date(2015, 6, 1))

    assert (seen.reason, seen.missing) == (Reason.FACT_MISSING, Fact.READINESS)
    assert (unseen.reason, unseen.reason_on, unseen.missing) == (Reason.WORDING_UNSEEN, date(2026, 1, 1), None)
    assert (past.reason, past.missing) == (Reason.FACT_MISSING, Fact.OFFER_ENDED)


OF_TWO_CLOCKS = a_duty(
    id=DutyId.FOLLOW_UP,
    clock=Clock.READINESS_ASSESSED,
    fulfilled_by=Fulfilment.FOLLOW_UP_HELD,
    after_move=MoveEffect.NONE,
    versions=(
        a_rule_version(valid_from=date(2010, 1, 1), ended_on=date(2015, 12, 31), clock=Clock.INTERVAL),
        a_rule_version(
            valid_from=date(2016, 1, 1), ended_on=date(2019, 12, 31), due=Span(1, Unit.YEARS), times=1, repeats=True
        ),
    ),
)


@pytest.mark.parametrize(
    ("assessed_on", "today", "status", "reason", "on"),
    [
        (date(2021, 3, 1), date(2022, 1, 1), Status.NOT_APPLICABLE, Reason.RULE_ENDED, date(2019, 12, 31)),
        (date(2015, 3, 1), date(2018, 1, 1), Status.WAITING, Reason.NO_RULE_VERSION, date(2015, 3, 1)),
        (date(2016, 3, 1), date(2018, 1, 1), Status.OVERDUE, None, None),
    ],
    ids=["after its last version", "before the first that counts from it", "in a version"],
)
def test_a_duty_that_has_counted_from_two_facts_looks_at_each_for_its_own_versions(
    assessed_on: date, today: date, status: Status, reason: Reason | None, on: date | None
) -> None:
    assessed = facts(
        takeover_on=date(2015, 1, 2),
        plans=(PlanFact(1, date(2016, 2, 1), None, (None,)),),
        events=(EventFact(assessed_on, DutyId.READINESS_ASSESSED),),
    )

    found = the_one(assessed, Rulebook([OF_TWO_CLOCKS]), DutyId.FOLLOW_UP, today)

    assert (found.status, found.reason, found.reason_on) == (status, reason, on)


def test_after_the_last_period_of_a_rule_that_was_repealed_the_duty_has_ended() -> None:
    held_each_year = facts(
        takeover_on=date(2018, 1, 2),
        events=(EventFact(date(2018, 3, 1), DutyId.READINESS_ASSESSED),),
        follow_ups=(date(2018, 9, 1), date(2019, 9, 1)),
    )

    found = the_one(held_each_year, Rulebook([OF_TWO_CLOCKS]), DutyId.FOLLOW_UP, date(2020, 6, 1))

    assert (found.status, found.reason, found.reason_on) == (
        Status.NOT_APPLICABLE,
        Reason.RULE_ENDED,
        date(2019, 12, 31),
    )


# The calculation log -------------------------------------------------------------------------------------------------


def test_the_log_says_what_was_counted_and_what_came_out(rulebook: Rulebook) -> None:
    found = the_one(facts(), rulebook, DutyId.CONTRACT_SIGNED)

    assert found.counts_from == CountsFrom(Fact.TAKEOVER, TAKEOVER)
    assert found.steps == (
        Step(StepKind.FACT, TAKEOVER, fact=Fact.TAKEOVER),
        Step(StepKind.ADDED, date(2026, 11, 1), start=TAKEOVER, span=Span(1, Unit.MONTHS)),
    )


def test_the_log_of_a_takeover_names_the_whole_month_and_the_working_day(rulebook: Rulebook) -> None:
    allocated = facts(takeover_on=None, allocation_decided_on=date(2026, 6, 2))

    found = the_one(allocated, rulebook, DutyId.TAKEOVER_EXPECTED)

    assert [step.kind for step in found.steps] == [
        StepKind.FACT,
        StepKind.WHOLE_MONTH,
        StepKind.ADDED,
        StepKind.TO_WORKING_DAY,
    ]


def test_the_log_of_a_suspended_offer_names_the_aim_and_how_long_it_rests(rulebook: Rulebook) -> None:
    resting = facts(target_group=TargetGroup.DISPLACED_UKRAINE, takeover_on=date(2022, 7, 1))

    found = the_one(resting, rulebook, DutyId.OFFER_FIRST, date(2022, 8, 1))

    assert found.steps[2:] == (
        Step(StepKind.AIM, date(2022, 7, 15), start=date(2022, 7, 1), span=Span(2, Unit.WEEKS)),
        Step(StepKind.RESTS, date(2023, 1, 1)),
    )


def test_the_log_of_what_is_done_ends_with_the_day_it_was_done(rulebook: Rulebook) -> None:
    begun = facts(events=(EventFact(date(2026, 10, 5), DutyId.DANISH_BEGUN),))

    found = the_one(begun, rulebook, DutyId.DANISH_BEGUN)

    assert found.steps[-1] == Step(StepKind.FULFILLED, date(2026, 10, 5))


# Events --------------------------------------------------------------------------------------------------------------

READY_FOR_ALL = facts(
    target_group=TargetGroup.QUOTA_REFUGEE,
    cpr_registered_on=date(2024, 2, 1),
    takeover_on=date(2024, 2, 1),
    plans=(PlanFact(1, date(2024, 2, 5), None, (None,)),),
    offers=(OfferFact(None, None, date(2024, 5, 1)),),
)
REPEATED = {DutyId.FOLLOW_UP, DutyId.FOLLOW_UP_LOCAL}
IN_FORCE_IN_2024 = [duty for duty in DutyId if duty not in {DutyId.INTEGRATION_PLAN_OFFERED, *REPEATED}]


@pytest.mark.parametrize("duty", IN_FORCE_IN_2024)
def test_an_event_with_the_id_of_a_duty_fulfils_it(duty: DutyId, rulebook: Rulebook) -> None:
    started = (
        EventFact(date(2024, 2, 10), DutyId.READINESS_ASSESSED),
        EventFact(date(2024, 2, 10), DutyId.PROGRAMME_STARTED),
    )
    known = READY_FOR_ALL._replace(events=(*started, EventFact(date(2024, 5, 2), duty)))

    before = the_one(known, rulebook, duty, date(2024, 5, 1))
    after = the_one(known, rulebook, duty, date(2024, 5, 2))

    assert after.status in {Status.DONE_LATE, Status.DONE_ON_TIME}
    assert before.status is not Status.NOT_APPLICABLE


def on_days(duty: DutyId, *days: date) -> CaseFacts:
    assessed = EventFact(date(2024, 2, 10), DutyId.READINESS_ASSESSED)
    return READY_FOR_ALL._replace(events=(assessed, *(EventFact(on, duty) for on in days)))


def test_an_event_with_the_id_of_the_local_standard_is_a_follow_up_held_and_the_next_is_open(
    rulebook: Rulebook,
) -> None:
    known = on_days(DutyId.FOLLOW_UP_LOCAL, date(2024, 5, 2))

    found = the_one(known, rulebook, DutyId.FOLLOW_UP_LOCAL, date(2024, 5, 2))
    past = past_deadlines_for(known, rulebook, date(2024, 5, 2))

    assert (found.status, found.due_on) == (Status.UPCOMING, date(2024, 8, 2))
    assert found.counts_from == CountsFrom(Fact.FOLLOW_UP, date(2024, 5, 2))
    assert [(one.duty, one.status, one.due_on, one.fulfilled_on) for one in past] == [
        (DutyId.FOLLOW_UP_LOCAL, Status.DONE_ON_TIME, date(2024, 5, 5), date(2024, 5, 2))
    ]


def test_four_events_with_the_id_of_the_follow_up_are_the_four_the_law_asks_for(rulebook: Rulebook) -> None:
    days = [date(2024, 3, 1), date(2024, 4, 1), date(2024, 5, 1), date(2024, 6, 3)]
    three, four = on_days(DutyId.FOLLOW_UP, *days[:3]), on_days(DutyId.FOLLOW_UP, *days)

    before = the_one(three, rulebook, DutyId.FOLLOW_UP, date(2024, 6, 3))
    after = the_one(four, rulebook, DutyId.FOLLOW_UP, date(2024, 6, 3))

    assert (before.due_on, before.steps[-1].held) == (date(2024, 8, 10), 3)
    assert (after.status, after.reason) == (Status.NOT_APPLICABLE, Reason.BY_NEED)
    assert [one.fulfilled_on for one in past_deadlines_for(four, rulebook, date(2024, 6, 3))] == [date(2024, 6, 3)]


def test_a_follow_up_recorded_as_talk_and_as_event_on_one_day_is_one(rulebook: Rulebook) -> None:
    twice = on_days(DutyId.FOLLOW_UP, date(2024, 3, 1))._replace(follow_ups=(date(2024, 3, 1),))

    assert the_one(twice, rulebook, DutyId.FOLLOW_UP, date(2024, 4, 1)).steps[-1].held == 1


def test_what_happened_before_the_takeover_fulfils_a_duty_that_counts_from_it(rulebook: Rulebook) -> None:
    referred = facts(events=(EventFact(date(2026, 9, 15), DutyId.DANISH_REFERRED),))

    found = the_one(referred, rulebook, DutyId.DANISH_REFERRED)

    assert (found.status, found.fulfilled_on) == (Status.DONE_ON_TIME, date(2026, 9, 15))


def test_what_happened_before_a_move_does_not_fulfil_the_contract_that_is_due_again(rulebook: Rulebook) -> None:
    before, after = (EventFact(on, DutyId.CONTRACT_SIGNED) for on in (date(2026, 10, 2), date(2026, 10, 9)))
    moved = facts(moves=(MoveFact(date(2026, 10, 5), MoveDirection.IN),), events=(before,))

    open_again = the_one(moved, rulebook, DutyId.CONTRACT_SIGNED)
    done = the_one(moved._replace(events=(before, after)), rulebook, DutyId.CONTRACT_SIGNED)

    assert (open_again.status, open_again.due_on) == (Status.DUE_LATER, date(2026, 11, 5))
    assert done.fulfilled_on == after.on


def test_a_declaration_signed_before_a_move_is_signed_once_and_for_all(rulebook: Rulebook) -> None:
    grown_up = facts(
        takeover_on=date(2024, 10, 1),
        birth_date=date(2007, 6, 1),
        moves=(MoveFact(date(2026, 10, 5), MoveDirection.IN),),
        events=(EventFact(date(2026, 1, 10), DutyId.CONTRACT_DECLARATION),),
    )

    found = the_one(grown_up, rulebook, DutyId.CONTRACT_DECLARATION)

    assert (found.due_on, found.fulfilled_on) == (date(2026, 11, 5), date(2026, 1, 10))


def test_what_happened_before_an_offer_ended_does_not_fulfil_the_gap_after_it(rulebook: Rulebook) -> None:
    offered = facts(
        takeover_on=date(2024, 1, 2),
        offers=(OfferFact(date(2024, 1, 2), date(2024, 1, 2), date(2024, 3, 31)),),
        events=(EventFact(date(2024, 3, 30), DutyId.OFFER_GAP),),
    )

    assert the_one(offered, rulebook, DutyId.OFFER_GAP, date(2024, 4, 1)).fulfilled_on is None


# The rest of the domain ----------------------------------------------------------------------------------------------


def test_a_municipality_uses_the_suspension_unless_it_decides_otherwise() -> None:
    assert Municipality(id="1", code="999", name="Eksempelkommune").uses_suspension


def test_a_broken_rule_of_the_field_is_an_error() -> None:
    assert issubclass(DomainError, Exception)
