"""Change a follow-up while its note is open; afterwards only a correction is added (notatpligt)."""

from dataclasses import replace
from datetime import date, datetime

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case
from desktop_app.domain.errors import FollowUpClosed
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.follow_ups_of_case import check_follow_up, follow_up_of, with_follow_up, without_follow_up
from desktop_app.domain.role import Act


def change_follow_up(
    case: Case, talk: FollowUp, *, work: Work, today: date, now: datetime, draft_id: str | None = None
) -> Changes:
    """Put `talk` in the place of the follow-up with its id; the note closes when it would have closed anyway.

    Dates it gave to goals are taken back and given anew.

    Raises:
        FollowUpInFuture, NextFollowUpNotLater: a date cannot be.
        FollowUpClosed: more than a day has gone since it was finished.
        ChangedMeanwhile: somebody changed the follow-up or took it away after it was read.
    """
    check_follow_up(talk, today)
    with work(Act.WRITE_FOLLOW_UP) as unit:
        stored = unit.cases.by_number(case.case_number)
        written = follow_up_of(stored, talk.id)
        if written is None or written.version != talk.version:
            raise ChangedMeanwhile(talk.id)
        if written.is_closed(now):
            raise FollowUpClosed(written.closes_at)
        changed = replace(talk, finished_at=written.finished_at, corrections=written.corrections)
        unit.cases.save(with_follow_up(without_follow_up(stored, written), changed))
        if draft_id is not None:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Changes(frozenset({stored.id}))
