"""Laws the deadline engine keeps whatever the facts are."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import assume, example, given
from hypothesis import strategies as st

from desktop_app.domain.case import IN_ORDINARY_WORK, TargetGroup
from desktop_app.domain.case_facts import CaseFacts, EventFact, OfferFact, PlanFact, facts_of, in_order
from desktop_app.domain.deadline import DONE, OPEN, Deadline, Status, open_status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_follow_up, an_attempt, facts
from tests.domain import strategies as some

A_DAY = timedelta(days=1)
FOLLOW_UPS = {DutyId.FOLLOW_UP, DutyId.FOLLOW_UP_LOCAL}


def by_duty(known: CaseFacts, rulebook: Rulebook, today: date) -> dict[DutyId, Deadline]:
    return {deadline.duty: deadline for deadline in deadlines_for(known, rulebook, today)}


def without_what_came_after(known: CaseFacts, today: date) -> CaseFacts:
    """Return the facts as if nothing had been written down after `today`; planned ends of periods stay."""

    def past(on: date | None) -> date | None:
        return None if on is None or on > today else on

    offers = [OfferFact(past(offer.offered_on), past(offer.starts_on), past(offer.ends_on)) for offer in known.offers]
    return known._replace(
        allocation_decided_on=past(known.allocation_decided_on),
        permit_granted_on=past(known.permit_granted_on),
        cpr_registered_on=past(known.cpr_registered_on),
        takeover_on=past(known.takeover_on),
        support=tuple(fact for fact in known.support if fact.first <= today),
        readiness=tuple(fact for fact in known.readiness if fact.first <= today),
        parental_leave=tuple(
            fact._replace(child_born_on=past(fact.child_born_on))
            for fact in known.parental_leave
            if fact.first <= today
        ),
        moves=tuple(fact for fact in known.moves if fact.on <= today),
        events=tuple(fact for fact in known.events if fact.on <= today),
        plans=tuple(
            PlanFact(
                plan.number,
                past(plan.signed_on),
                past(plan.declaration_signed_on),
                tuple(sorted((past(on) for on in plan.main_goals), key=lambda on: on or date.max)),
            )
            for plan in known.plans
            if past(plan.signed_on) or past(plan.declaration_signed_on)
        ),
        offers=tuple(offer for offer in offers if any(offer)),
        follow_ups=tuple(on for on in known.follow_ups if on <= today),
    )


# Facts and days ------------------------------------------------------------------------------------------------------


@given(known=some.case_facts, today=some.days)
def test_facts_later_than_today_never_matter(known: CaseFacts, today: date, rulebook: Rulebook) -> None:
    seen = deadlines_for(known, rulebook, today)

    assert seen == deadlines_for(without_what_came_after(known, today), rulebook, today)


@given(known=some.case_facts, today=some.days, later=st.integers(1, 900))
def test_a_follow_up_an_event_or_an_offer_of_tomorrow_changes_nothing_today(
    known: CaseFacts, today: date, later: int, rulebook: Rulebook
) -> None:
    then = today + later * A_DAY
    more = known._replace(
        events=in_order([*known.events, *(EventFact(then, duty) for duty in DutyId)]),
        offers=in_order([*known.offers, OfferFact(then, then, then)]),
        follow_ups=tuple(sorted([*known.follow_ups, then])),
    )

    assert deadlines_for(more, rulebook, today) == deadlines_for(known, rulebook, today)


@given(attempts=st.lists(some.days, max_size=3), held=st.lists(some.days, max_size=5), today=some.days)
def test_adding_attempted_follow_ups_changes_nothing(
    attempts: list[date], held: list[date], today: date, rulebook: Rulebook
) -> None:
    talks = tuple(a_follow_up(held_on=on) for on in held)
    case = a_case(takeover_on=date(2019, 10, 1), follow_ups=talks)
    tried = replace(case, follow_ups=(*talks, *(an_attempt(held_on=on) for on in attempts)))

    assert deadlines_for(facts_of(tried), rulebook, today) == deadlines_for(facts_of(case), rulebook, today)
    assert past_deadlines_for(facts_of(tried), rulebook, today) == past_deadlines_for(facts_of(case), rulebook, today)


@given(known=some.case_facts, first=some.days, later=st.integers(0, 1500))
def test_a_due_date_stays_while_days_pass_unless_ordinary_work_begins_or_ends(
    known: CaseFacts, first: date, later: int, rulebook: Rulebook
) -> None:
    """The exceptions are the follow-ups: in ordinary work they have twelve months, and only while it lasts."""
    settled = without_what_came_after(known, first)
    before = by_duty(settled, rulebook, first)
    after = by_duty(settled, rulebook, first + later * A_DAY)

    moved = {duty for duty in DutyId if before[duty].due_on != after[duty].due_on}

    has_worked = any(fact.kind in IN_ORDINARY_WORK for fact in known.support)
    assert moved <= (FOLLOW_UPS if has_worked else set())


@given(known=some.case_facts, first=some.days, later=st.integers(0, 1500))
def test_what_is_done_stays_done_while_days_pass(known: CaseFacts, first: date, later: int, rulebook: Rulebook) -> None:
    settled = without_what_came_after(known, first)

    done = [one for one in deadlines_for(settled, rulebook, first) if one.status in DONE]

    then = by_duty(settled, rulebook, first + later * A_DAY)
    assert [then[one.duty] for one in done] == done


# Statuses ------------------------------------------------------------------------------------------------------------


@given(known=some.case_facts, today=some.days)
def test_a_status_is_a_function_of_the_due_date_and_the_day(known: CaseFacts, today: date, rulebook: Rulebook) -> None:
    for one in deadlines_for(known, rulebook, today):
        if one.status is Status.SUSPENDED:
            assert one.suspended_until
            assert today < one.suspended_until <= (one.due_on or date.min)
        elif one.status in OPEN:
            assert one.due_on
            assert one.status is open_status(one.due_on, today)


@given(known=some.case_facts, today=some.days)
def test_what_was_done_is_late_exactly_when_it_was_done_after_the_due_date(
    known: CaseFacts, today: date, rulebook: Rulebook
) -> None:
    everything = deadlines_for(known, rulebook, today) + past_deadlines_for(known, rulebook, today)

    for one in everything:
        if one.fulfilled_on is None or one.due_on is None:
            assert one.days_late is None
            assert one.status not in DONE or one.duty is DutyId.COORDINATING_DEPARTMENT_NAMED
            continue
        late = (one.fulfilled_on - one.due_on).days
        assert one.fulfilled_on <= today
        assert one.status is (Status.DONE_LATE if late > 0 else Status.DONE_ON_TIME)
        assert one.days_late == (late if late > 0 else None)


@given(known=some.case_facts, today=some.days)
def test_nothing_is_silently_absent(known: CaseFacts, today: date, rulebook: Rulebook) -> None:
    found = deadlines_for(known, rulebook, today)

    assert [one.duty for one in found] == list(DutyId)
    for one in found:
        is_without_date = one.status in {Status.WAITING, Status.NOT_APPLICABLE}
        assert (one.reason is not None) is is_without_date
        assert (one.due_on is None) is (
            is_without_date or (one.duty is DutyId.COORDINATING_DEPARTMENT_NAMED and one.status in DONE)
        )
        assert one.status in DONE or one.fulfilled_on is None
        assert one.due_on is None or one.rule is not None
        assert one.due_on is None or one.steps
        assert (one.case_id, one.case_number) == ("case-1", "2026-014")


# Takeovers -----------------------------------------------------------------------------------------------------------


def months_later(day: date, count: int) -> date:
    """Return the same day number that many months later or, where the month is too short, its last day."""
    year, month = day.year + (day.month - 1 + count) // 12, (day.month - 1 + count) % 12 + 1
    for day_number in range(day.day, 27, -1):
        try:
            return date(year, month, day_number)
        except ValueError:
            continue
    return date(year, month, day.day)


MONTHS_FROM_TAKEOVER: dict[DutyId, int] = {
    DutyId.CONTRACT_SIGNED: 1,
    DutyId.CONTRACT_DECLARATION: 1,
    DutyId.PROGRAMME_STARTED: 1,
    DutyId.DANISH_REFERRED: 1,
    DutyId.DANISH_BEGUN: 1,
    DutyId.OFFER_FIRST: 1,
    DutyId.READINESS_ASSESSED: 3,
    DutyId.HEALTH_OFFERED: 6,
    DutyId.PROGRAMME_MAX_LENGTH: 60,
    DutyId.RECOMMENDATION_JOB_IN_SIX_MONTHS: 6,
}

takeovers = st.dates(date(2019, 3, 1), date(2024, 12, 31))


@given(takeover_on=takeovers, moved_by=st.integers(-1500, 1500))
@example(takeover_on=date(2023, 1, 28), moved_by=3)
def test_moving_the_takeover_moves_every_deadline_of_months_with_it(
    takeover_on: date, moved_by: int, rulebook: Rulebook
) -> None:
    moved_to = takeover_on + moved_by * A_DAY
    assume(date(2019, 3, 1) <= moved_to <= date(2024, 12, 31))
    quota = facts(target_group=TargetGroup.QUOTA_REFUGEE, takeover_on=takeover_on)

    before = by_duty(quota, rulebook, date(2025, 1, 1))
    after = by_duty(quota._replace(takeover_on=moved_to), rulebook, date(2025, 1, 1))

    for duty, count in MONTHS_FROM_TAKEOVER.items():
        due_before, due_after = before[duty].due_on, after[duty].due_on
        assert due_before
        assert due_after
        assert (due_before, due_after) == (months_later(takeover_on, count), months_later(moved_to, count))
        assert (due_after - due_before).days * moved_by >= 0
        assert abs((due_after - due_before).days - moved_by) <= 3


# What is over --------------------------------------------------------------------------------------------------------


def is_current(past: Deadline, current: Deadline) -> bool:
    return past.counts_from == current.counts_from and past.due_on == current.due_on


@given(known=some.case_facts, today=some.days)
def test_past_follow_ups_never_repeat_the_current_one(known: CaseFacts, today: date, rulebook: Rulebook) -> None:
    now = by_duty(known, rulebook, today)

    past = [one for one in past_deadlines_for(known, rulebook, today) if one.duty in FOLLOW_UPS]

    assert [one for one in past if is_current(one, now[one.duty])] == []


@given(known=some.case_facts, today=some.days)
@example(
    known=facts(
        takeover_on=date(2019, 1, 2),
        offers=(
            OfferFact(date(2019, 1, 15), date(2019, 1, 21), date(2019, 3, 31)),
            OfferFact(date(2019, 5, 1), date(2019, 5, 12), None),
        ),
    ),
    today=date(2019, 5, 20),
)
def test_past_gaps_never_repeat_the_current_one(known: CaseFacts, today: date, rulebook: Rulebook) -> None:
    now = by_duty(known, rulebook, today)

    past = [one for one in past_deadlines_for(known, rulebook, today) if one.duty is DutyId.OFFER_GAP]

    assert [one for one in past if is_current(one, now[one.duty])] == []


@given(known=some.case_facts, today=some.days)
def test_what_is_over_was_done_and_in_order(known: CaseFacts, today: date, rulebook: Rulebook) -> None:
    past = past_deadlines_for(known, rulebook, today)

    fulfilled = [one.fulfilled_on or date.max for one in past]
    assert fulfilled == sorted(fulfilled)
    assert all(one.status in DONE and one.due_on for one in past)
    keys = [(one.duty, one.fulfilled_on) for one in past]
    assert len(keys) == len(set(keys))


@given(known=some.case_facts, today=some.days, later=st.integers(0, 1500))
def test_what_is_over_stays_over(known: CaseFacts, today: date, later: int, rulebook: Rulebook) -> None:
    settled = without_what_came_after(known, today)
    has_worked = any(fact.kind in IN_ORDINARY_WORK for fact in settled.support)
    assume(not has_worked)

    past = past_deadlines_for(settled, rulebook, today)

    assert past_deadlines_for(settled, rulebook, today + later * A_DAY) == past


@given(known=some.case_facts, today=some.days)
def test_a_council_without_suspensions_has_the_same_duties_and_nothing_resting(
    known: CaseFacts, today: date, rulebook: Rulebook
) -> None:
    resting = by_duty(known, rulebook, today)
    strict = by_duty(known, rulebook.without_suspensions(), today)

    for duty in DutyId:
        assert strict[duty].status is not Status.SUSPENDED
        assert strict[duty].reason == resting[duty].reason
        assert (strict[duty].due_on or date.min) <= (resting[duty].due_on or date.min)
