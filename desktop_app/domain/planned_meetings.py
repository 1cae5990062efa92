"""The meeting planned for the next follow-up: decided about its deadline, or agreed on at the latest talk."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.decided_deadlines import decision_about
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES


class LatestTalk(NamedTuple):
    """The latest follow-up of a case, be it an attempt: its day, and the day that was agreed on."""

    on: date
    next_on: date | None


class PlannedMeeting(NamedTuple):
    """A meeting, when it was planned, and the deadline it was decided about; agreed on at a talk it has none."""

    on: date
    planned_on: date
    deadline: Deadline | None = None


def latest_talk(follow_ups: Iterable[FollowUp], today: date) -> LatestTalk | None:
    """Return the latest follow-up held by `today`; of two on one day the one that was finished last."""
    held = (talk for talk in follow_ups if talk.held_on <= today)
    latest = max(held, key=_moment, default=None)
    return LatestTalk(latest.held_on, latest.next_on) if latest else None


def planned_meeting(deadlines: Iterable[Deadline], latest: LatestTalk | None, today: date) -> PlannedMeeting | None:
    """Return the meeting planned for the next follow-up, the one that lies ahead first.

    One decided about the statute's or the own standard's deadline goes before the one agreed on at a talk, unless that
    talk came later: on the day of the meeting, or since with another day.
    """
    decided = [meeting for meeting in _decided(deadlines) if not _is_overtaken(meeting, latest)]
    if decided:
        return min(decided, key=lambda meeting: (meeting.on < today, meeting.on))
    return PlannedMeeting(latest.next_on, latest.on) if latest and latest.next_on else None


def _decided(deadlines: Iterable[Deadline]) -> Iterator[PlannedMeeting]:
    for deadline in deadlines:
        if deadline.duty in FOLLOW_UP_DUTIES and deadline.status in OPEN:
            decision = decision_about(deadline, DecisionKind.MEETING)
            if decision and decision.on:
                yield PlannedMeeting(decision.on, decision.made_on, deadline)


def _moment(talk: FollowUp) -> tuple[date, str]:
    return talk.held_on, talk.finished_at.isoformat() if talk.finished_at else ""


def _is_overtaken(meeting: PlannedMeeting, latest: LatestTalk | None) -> bool:
    if latest is None:
        return False
    return latest.on >= meeting.on or (latest.on > meeting.planned_on and latest.next_on is not None)
