"""What was done today, and what a save has just shown to be done."""

from datetime import date, timedelta

from desktop_app.domain.case_facts import CaseFacts, EventFact, OfferFact, PlanFact
from desktop_app.domain.deadline import DONE, OPEN, Deadline, Status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.done_deadlines import Occurrence, done_lately, occurrence_of
from desktop_app.domain.duties import DutyId
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from tests.builders import facts
from tests.domain.seeded_cases import seeded_cases

TODAY = date(2026, 11, 22)
TAKEN_OVER = date(2026, 10, 1)
SIGNED = PlanFact(1, date(2026, 10, 12), None, (None,))
REPEATING = {DutyId.FOLLOW_UP, DutyId.FOLLOW_UP_LOCAL, DutyId.OFFER_GAP}


def done(
    case: CaseFacts, rulebook: Rulebook, were_open: set[Occurrence] | None = None, today: date = TODAY
) -> list[Deadline]:
    return done_lately(
        case,
        rulebook,
        today,
        deadlines=deadlines_for(case, rulebook, today, with_steps=False),
        were_open=were_open or set(),
    )


def told(deadlines: list[Deadline]) -> list[tuple[DutyId, Status, date | None]]:
    return [(one.duty, one.status, one.fulfilled_on) for one in deadlines]


def open_before(case: CaseFacts, rulebook: Rulebook) -> set[Occurrence]:
    return {occurrence_of(one) for one in deadlines_for(case, rulebook, TODAY) if one.status in OPEN}


def test_a_duty_fulfilled_today_is_done_today_however_late(rulebook: Rulebook) -> None:
    signed_today = facts(takeover_on=TAKEN_OVER, plans=(PlanFact(1, TODAY, None, (None,)),))

    assert (DutyId.CONTRACT_SIGNED, Status.DONE_LATE, TODAY) in told(done(signed_today, rulebook))


def test_what_was_fulfilled_before_is_not(rulebook: Rulebook) -> None:
    assert done(facts(takeover_on=TAKEN_OVER, plans=(SIGNED,)), rulebook) == []


def test_of_a_follow_up_held_today_it_is_the_time_that_was_due(rulebook: Rulebook) -> None:
    before = facts(takeover_on=TAKEN_OVER, plans=(SIGNED,))
    due = {one.duty: one.due_on for one in deadlines_for(before, rulebook, TODAY)}
    held = before._replace(follow_ups=(TODAY,))

    [one] = done(held, rulebook)

    assert (one.duty, one.due_on, one.fulfilled_on) == (DutyId.FOLLOW_UP_LOCAL, due[DutyId.FOLLOW_UP_LOCAL], TODAY)
    assert one.steps


def test_an_event_of_today_counts_as_the_follow_up_it_stands_for(rulebook: Rulebook) -> None:
    held = facts(takeover_on=TAKEN_OVER, plans=(SIGNED,), events=(EventFact(TODAY, DutyId.FOLLOW_UP_LOCAL),))

    assert [one.duty for one in done(held, rulebook)] == [DutyId.FOLLOW_UP_LOCAL]


def test_an_offer_that_begins_today_closes_the_gap(rulebook: Rulebook) -> None:
    today = date(2023, 4, 3)
    offered = facts(
        takeover_on=date(2023, 1, 2),
        plans=(PlanFact(1, date(2023, 1, 10), None, (None,)),),
        offers=(
            OfferFact(date(2023, 1, 10), date(2023, 1, 10), date(2023, 2, 28)),
            OfferFact(date(2023, 3, 1), today, date(2023, 6, 30)),
        ),
    )

    assert [(one.duty, one.due_on) for one in done(offered, rulebook, today=today)] == [
        (DutyId.OFFER_GAP, date(2023, 4, 11))
    ]


def test_what_was_open_and_is_found_fulfilled_is_done_though_it_happened_earlier(rulebook: Rulebook) -> None:
    unsigned = facts(takeover_on=TAKEN_OVER)
    signed = unsigned._replace(plans=(SIGNED,))

    found = told(done(signed, rulebook, open_before(unsigned, rulebook)))

    assert (DutyId.CONTRACT_SIGNED, Status.DONE_ON_TIME, date(2026, 10, 12)) in found


def test_so_is_the_time_of_a_follow_up_that_was_held_yesterday(rulebook: Rulebook) -> None:
    before = facts(takeover_on=TAKEN_OVER, plans=(SIGNED,))
    yesterday = TODAY - timedelta(days=1)
    held = before._replace(follow_ups=(yesterday,))

    found = told(done(held, rulebook, open_before(before, rulebook)))

    assert found == [(DutyId.FOLLOW_UP_LOCAL, Status.DONE_ON_TIME, yesterday)]


def test_what_is_open_still_is_not_done(rulebook: Rulebook) -> None:
    before = facts(takeover_on=TAKEN_OVER, plans=(SIGNED,))

    assert done(before, rulebook, open_before(before, rulebook)) == []


def test_an_earlier_time_of_the_duty_is_not_taken_for_the_one_that_was_open(rulebook: Rulebook) -> None:
    once = facts(takeover_on=TAKEN_OVER, plans=(SIGNED,), follow_ups=(date(2026, 11, 2),))
    twice = once._replace(follow_ups=(date(2026, 11, 2), date(2026, 11, 20)))

    found = done(twice, rulebook, open_before(once, rulebook))

    assert {one.fulfilled_on for one in found} == {date(2026, 11, 20)}


def test_over_thousands_of_cases_it_is_what_was_fulfilled_that_day(rulebook: Rulebook) -> None:
    """However it is spared where nothing happened, it is what asking for everything that is over would give."""
    seen = set[DutyId]()
    for case, today in seeded_cases(1_000, 2026):
        for day in {today, *case.follow_ups[-1:], *(event.on for event in case.events[-1:])}:
            deadlines = deadlines_for(case, rulebook, day)
            everything = [*deadlines, *past_deadlines_for(case, rulebook, day)]
            expected = [one for one in everything if one.status in DONE and one.fulfilled_on == day]

            assert done_lately(case, rulebook, day, deadlines=deadlines) == expected, (case, day)
            seen.update(one.duty for one in expected)
    assert seen >= REPEATING
