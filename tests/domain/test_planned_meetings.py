"""Which meeting is planned for the next follow-up."""

from datetime import UTC, date, datetime

import pytest

from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.planned_meetings import LatestTalk, PlannedMeeting, latest_talk, planned_meeting
from tests.builders import a_deadline, a_decision_fact, a_follow_up, an_attempt

TODAY = date(2026, 11, 22)
MADE = date(2026, 11, 20)
NOVEMBER, DECEMBER, JANUARY = date(2026, 11, 21), date(2026, 12, 4), date(2027, 1, 8)


def due(duty: DutyId, meeting_on: date | None) -> Deadline:
    """A deadline that is open, with a meeting somebody planned for it."""
    decision = a_decision_fact(DecisionKind.MEETING, duty=duty, on=meeting_on, made_on=MADE)
    return a_deadline(duty=duty, status=Status.UPCOMING, decisions=(decision,))


LOCAL = due(DutyId.FOLLOW_UP_LOCAL, DECEMBER)


def test_a_meeting_is_found_whichever_of_the_two_deadlines_it_was_planned_for() -> None:
    statute = a_deadline(duty=DutyId.FOLLOW_UP, status=Status.UPCOMING)

    assert planned_meeting([statute, LOCAL], None, TODAY) == PlannedMeeting(DECEMBER, MADE, LOCAL)


@pytest.mark.parametrize(("statute_on", "expected"), [(JANUARY, DECEMBER), (DECEMBER, DECEMBER), (NOVEMBER, DECEMBER)])
def test_of_two_meetings_the_one_that_lies_ahead_first_is_next(statute_on: date, expected: date) -> None:
    meeting = planned_meeting([due(DutyId.FOLLOW_UP, statute_on), LOCAL], None, TODAY)

    assert meeting
    assert meeting.on == expected


@pytest.mark.parametrize(
    "deadline",
    [
        due(DutyId.CONTRACT_SIGNED, DECEMBER),
        due(DutyId.FOLLOW_UP, None),
        LOCAL._replace(status=Status.DONE_ON_TIME),
    ],
)
def test_no_other_deadline_plans_a_follow_up(deadline: Deadline) -> None:
    assert planned_meeting([deadline], None, TODAY) is None


def test_what_was_agreed_at_a_talk_is_planned_where_nothing_was_decided() -> None:
    assert planned_meeting([], LatestTalk(NOVEMBER, JANUARY), TODAY) == PlannedMeeting(JANUARY, NOVEMBER)
    assert planned_meeting([], LatestTalk(NOVEMBER, None), TODAY) is None


@pytest.mark.parametrize("talk", [LatestTalk(date(2026, 11, 2), JANUARY), LatestTalk(MADE, JANUARY)])
def test_a_meeting_that_was_decided_goes_before_one_agreed_on_earlier(talk: LatestTalk) -> None:
    assert planned_meeting([LOCAL], talk, TODAY) == PlannedMeeting(DECEMBER, MADE, LOCAL)


def test_an_attempt_that_agreed_on_another_day_since_goes_before_the_decision() -> None:
    assert planned_meeting([LOCAL], LatestTalk(NOVEMBER, JANUARY), TODAY) == PlannedMeeting(JANUARY, NOVEMBER)
    assert planned_meeting([LOCAL], LatestTalk(NOVEMBER, None), TODAY) == PlannedMeeting(DECEMBER, MADE, LOCAL)


def test_a_meeting_at_which_the_citizen_did_not_come_is_over() -> None:
    assert planned_meeting([LOCAL], LatestTalk(DECEMBER, None), date(2026, 12, 5)) is None


def test_of_two_follow_ups_on_one_day_the_one_finished_last_is_the_latest() -> None:
    morning = an_attempt(held_on=MADE, next_on=DECEMBER, finished_at=datetime(2026, 11, 20, 8, tzinfo=UTC))
    noon = a_follow_up(held_on=MADE, next_on=JANUARY, finished_at=datetime(2026, 11, 20, 11, tzinfo=UTC))

    assert latest_talk((noon, morning), TODAY) == LatestTalk(MADE, JANUARY)
    assert latest_talk((noon, morning), date(2026, 11, 19)) is None
