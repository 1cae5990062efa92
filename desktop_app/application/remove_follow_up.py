"""Take a follow-up away again while its note is open: what a slip of the finger saved is undone."""

from datetime import datetime

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.errors import FollowUpClosed
from desktop_app.domain.follow_ups_of_case import follow_up_of, without_follow_up
from desktop_app.domain.role import Act


def remove_follow_up(case_number: str, follow_up_id: str, *, work: Work, now: datetime) -> Changes:
    """Take away a follow-up and the dates it gave to goals. That it was there stays in the history.

    Raises:
        CaseNotFound: no case has this number.
        FollowUpClosed: more than a day has gone since it was finished.
        ChangedMeanwhile: it is not there any more.
    """
    with work(Act.WRITE_FOLLOW_UP) as unit:
        case = unit.cases.by_number(case_number)
        talk = follow_up_of(case, follow_up_id)
        if talk is None:
            raise ChangedMeanwhile(follow_up_id)
        if talk.is_closed(now):
            raise FollowUpClosed(talk.closes_at)
        unit.cases.save(without_follow_up(case, talk))
        unit.commit()
    return Changes(frozenset({case.id}))
