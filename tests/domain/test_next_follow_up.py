"""When the next follow-up is to be, and the day to plan for."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.case import SupportKind, TargetGroup
from desktop_app.domain.case_facts import CaseFacts, EventFact, LeaveFact, PlanFact, SupportFact
from desktop_app.domain.dates import is_working_day
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES, NextFollowUp, next_follow_up, open_follow_up
from desktop_app.domain.rulebook import Rulebook
from tests.builders import SIGNED, facts
from tests.domain import strategies as some

HELD = date(2027, 1, 20)
CONTRACT = (PlanFact(1, SIGNED, SIGNED, (None,)),)


def after(rulebook: Rulebook, held_on: date = HELD, today: date | None = None, **known: Any) -> NextFollowUp:  # noqa: ANN401 - any facts
    """Return what follows a talk in a refugee's case with a contract."""
    told = facts(**{"plans": CONTRACT, "follow_ups": (held_on,)} | known)
    return next_follow_up(told, rulebook, held_on=held_on, today=today or held_on)


def test_the_next_one_is_due_by_the_municipalitys_own_rule(rulebook: Rulebook) -> None:
    following = after(rulebook)

    assert following.proposed_on == following.deadline.due_on == date(2027, 4, 20)
    assert following.deadline.duty is DutyId.FOLLOW_UP_LOCAL


@pytest.mark.parametrize(
    ("held_on", "due_on", "proposed_on"),
    [
        (date(2026, 11, 25), date(2027, 2, 25), date(2027, 2, 25)),
        (date(2027, 1, 24), date(2027, 4, 24), date(2027, 4, 23)),
        (date(2027, 1, 25), date(2027, 4, 25), date(2027, 4, 23)),
        (date(2026, 12, 29), date(2027, 3, 29), date(2027, 3, 24)),
    ],
    ids=["a working day", "a Saturday", "a Sunday", "Easter Monday"],
)
def test_the_day_to_plan_for_is_the_last_working_day_not_after_the_deadline(
    held_on: date, due_on: date, proposed_on: date, rulebook: Rulebook
) -> None:
    following = after(rulebook, held_on)

    assert (following.deadline.due_on, following.proposed_on) == (due_on, proposed_on)


def test_a_working_day_that_is_past_is_not_proposed(rulebook: Rulebook) -> None:
    sunday = date(2027, 4, 25)

    following = after(rulebook, date(2027, 1, 25), today=date(2027, 4, 24))

    assert following.proposed_on == following.deadline.due_on == sunday


def test_what_is_overdue_already_is_named_and_not_proposed(rulebook: Rulebook) -> None:
    following = after(rulebook, date(2027, 1, 20), today=date(2027, 4, 21))

    assert following.deadline.status is Status.OVERDUE
    assert following.proposed_on is None


def test_four_talks_of_the_statute_come_before_the_local_rule_where_they_are_due_first(rulebook: Rulebook) -> None:
    assessed = date(2026, 8, 10)
    following = after(
        rulebook,
        target_group=TargetGroup.DISPLACED_UKRAINE,
        takeover_on=date(2026, 5, 11),
        events=(EventFact(assessed, DutyId.READINESS_ASSESSED),),
    )

    assert following.deadline.duty is DutyId.FOLLOW_UP
    assert following.proposed_on == following.deadline.due_on == date(2027, 2, 10)


def test_a_statute_that_was_missed_does_not_hide_the_local_rule_ahead(rulebook: Rulebook) -> None:
    known: dict[str, Any] = {
        "target_group": TargetGroup.DISPLACED_UKRAINE,
        "takeover_on": date(2026, 2, 2),
        "events": (EventFact(date(2026, 5, 4), DutyId.READINESS_ASSESSED),),
    }

    following = after(rulebook, **known)

    assert following.deadline.duty is DutyId.FOLLOW_UP_LOCAL
    assert following.proposed_on == date(2027, 4, 20)
    overdue = open_follow_up(facts(plans=CONTRACT, follow_ups=(HELD,), **known), rulebook, HELD)
    assert overdue
    assert (overdue.duty, overdue.status) == (DutyId.FOLLOW_UP, Status.OVERDUE)


def test_in_ordinary_work_the_longer_interval_is_proposed(rulebook: Rulebook) -> None:
    following = after(rulebook, support=(SupportFact(date(2027, 1, 4), None, SupportKind.ORDINARY_JOB),))

    assert following.deadline.due_on == date(2028, 1, 20)


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({"plans": (PlanFact(1, SIGNED, SIGNED, (HELD,)),)}, Reason.GOALS_ACHIEVED),
        ({"plans": ()}, Reason.FACT_MISSING),
        ({"target_group": TargetGroup.IMMIGRANT}, Reason.GROUP_NOT_COVERED),
        (
            {"parental_leave": (LeaveFact(date(2026, 11, 1), None, date(2026, 12, 1)),)},
            Reason.LEAVE_END_UNKNOWN,
        ),
    ],
)
def test_where_nothing_is_due_it_says_why(known: dict[str, Any], reason: Reason, rulebook: Rulebook) -> None:
    following = after(rulebook, **known)

    assert following.proposed_on is None
    assert following.deadline.reason is reason


def test_the_follow_up_that_is_due_first_is_open_until_it_is_held(rulebook: Rulebook) -> None:
    known = facts(plans=CONTRACT)

    due = open_follow_up(known, rulebook, HELD)

    assert due
    assert due.due_on == date(2027, 1, 28)
    assert open_follow_up(facts(), rulebook, HELD) is None


@st.composite
def cases_with_a_contract(draw: st.DrawFn) -> CaseFacts:
    """Facts of every shape in which follow-ups are due."""
    signed_on = draw(some.days)
    return draw(some.case_facts)._replace(
        target_group=draw(st.sampled_from([TargetGroup.REFUGEE, TargetGroup.DISPLACED_UKRAINE])),
        birth_date=None,
        takeover_on=signed_on,
        moves=(),
        plans=(PlanFact(1, signed_on, signed_on, (None,)),),
    )


@given(known=some.case_facts | cases_with_a_contract(), held_on=some.days, later=st.just(0) | st.integers(0, 400))
def test_a_proposal_is_never_later_than_a_deadline_ahead_and_never_in_the_past(
    known: CaseFacts, held_on: date, later: int, rulebook: Rulebook
) -> None:
    today = date.fromordinal(held_on.toordinal() + later)
    told = known._replace(follow_ups=tuple(sorted([*known.follow_ups, held_on])))

    following = next_follow_up(told, rulebook, held_on=held_on, today=today)

    due = [one.due_on for one in deadlines_for(told, rulebook, today) if one.duty in FOLLOW_UP_DUTIES]
    ahead = [on for on in due if on is not None and held_on < on >= today]
    if following.proposed_on is None:
        assert not ahead
    else:
        assert held_on < following.proposed_on <= min(ahead)
        assert following.proposed_on >= today
        assert following.deadline.due_on == min(ahead)
        assert is_working_day(following.proposed_on) or following.proposed_on == min(ahead)
