"""Correct a date a clock starts at: both the old and the new one stay on the case, with the reason."""

import uuid
from dataclasses import replace
from datetime import date

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case, CorrectedFact, FactCorrection
from desktop_app.domain.fact_corrections import CorrectionRefused, fact_of, faults_in_correction, with_fact
from desktop_app.domain.role import Act


def correct_fact(
    read: Case,
    fact: CorrectedFact,
    on: date | None,
    reason: str,
    *,
    work: Work,
    today: date,
    draft_id: str | None = None,
) -> Changes:
    """Save a corrected date.

    `read` is the case whose deadlines were shown before and after; what moves is computed from the facts and stored
    nowhere (`domain.fact_corrections.moved_deadlines`).

    Raises:
        CorrectionRefused: it is not recorded as it is.
        CaseNotFound: no case has this number.
        ChangedMeanwhile: somebody saved the case after it was read.
    """
    if faults := faults_in_correction(read, fact, on, reason, today):
        raise CorrectionRefused(faults)
    with work(Act.CHANGE_CASE) as unit:
        stored = unit.cases.by_number(read.case_number)
        if stored.version != read.version:
            raise ChangedMeanwhile(stored.id)
        correction = FactCorrection(
            id=str(uuid.uuid4()), fact=fact, before=fact_of(stored, fact), after=on, reason=reason.strip(), on=today
        )
        corrected = with_fact(stored, fact, on)
        unit.cases.save(replace(corrected, corrections=(*stored.corrections, correction)))
        if draft_id:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Changes(frozenset({stored.id}))
