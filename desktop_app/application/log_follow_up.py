"""Finish a follow-up: it stands on the case, its note is open for a day, and goals it calls achieved are dated."""

import uuid
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.follow_ups_of_case import check_follow_up, contract_in_force, newly_achieved, with_follow_up
from desktop_app.domain.plan import Goal
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedFollowUp:
    """What was saved: the follow-up as it stands on the case, and the goals it was the first to call achieved."""

    changes: Changes
    follow_up: FollowUp
    achieved: tuple[Goal, ...]


def log_follow_up(
    case: Case, talk: FollowUp, *, work: Work, today: date, now: datetime, draft_id: str | None = None
) -> LoggedFollowUp:
    """Add a follow-up, held or only attempted, to a case; its id is given here, and it is finished `now`.

    `case` is the case as the form read it. What others saved on it since is kept; only a contract they changed is in
    the way, for then the goals are not those one was asked about.

    Raises:
        FollowUpInFuture, NextFollowUpNotLater: a date cannot be.
        ChangedMeanwhile: another contract has come into force since the case was read.
    """
    check_follow_up(talk, today)
    with work(Act.WRITE_FOLLOW_UP) as unit:
        stored = unit.cases.by_number(case.case_number)
        contract = contract_in_force(stored)
        if contract != contract_in_force(case):
            raise ChangedMeanwhile(contract.id if contract else case.id)
        finished = replace(talk, id=str(uuid.uuid4()), finished_at=now, corrections=(), version=0)
        told = with_follow_up(stored, finished)
        unit.cases.save(told)
        if draft_id is not None:
            unit.drafts.discard(draft_id)
        unit.commit()
    return LoggedFollowUp(
        changes=Changes(frozenset({stored.id})), follow_up=finished, achieved=newly_achieved(stored, told)
    )
