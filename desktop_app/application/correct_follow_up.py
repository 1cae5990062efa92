"""Add a correction to a follow-up; the note itself stays as it was written (notatpligt, offentlighedsloven § 13)."""

import uuid
from dataclasses import replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.errors import CorrectionEmpty
from desktop_app.domain.follow_up import FollowUpCorrection
from desktop_app.domain.follow_ups_of_case import follow_up_of
from desktop_app.domain.role import Act


def correct_follow_up(
    case_number: str, follow_up_id: str, text: str, *, work: Work, today: date, draft_id: str | None = None
) -> Changes:
    """Add what `text` says, dated today, below the note.

    Raises:
        CorrectionEmpty: the text says nothing.
        CaseNotFound: no case has this number.
        ChangedMeanwhile: the follow-up is not there any more.
    """
    if not text.strip():
        raise CorrectionEmpty
    with work(Act.WRITE_FOLLOW_UP) as unit:
        case = unit.cases.by_number(case_number)
        talk = follow_up_of(case, follow_up_id)
        if talk is None:
            raise ChangedMeanwhile(follow_up_id)
        correction = FollowUpCorrection(id=str(uuid.uuid4()), on=today, text=text.strip())
        corrected = replace(talk, corrections=(*talk.corrections, correction))
        talks = tuple(corrected if one.id == talk.id else one for one in case.follow_ups)
        unit.cases.save(replace(case, follow_ups=talks))
        if draft_id is not None:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Changes(frozenset({case.id}))
