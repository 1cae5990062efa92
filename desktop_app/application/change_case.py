"""Save changed master data of a case: of the citizen, of the case itself, and of its periods, moves and offers."""

from dataclasses import replace
from datetime import date
from typing import Any, Final

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.case import Case
from desktop_app.domain.case_checks import CaseRefused, FactNeedsCorrection, overwritten_fact, problems_of
from desktop_app.domain.role import Act

_OWN: Final = (
    "target_group",
    "household",
    "household_role",
    "allocation_decided_on",
    "permit_granted_on",
    "cpr_registered_on",
    "applied_in_denmark",
    "takeover_on",
    "responsible_caseworker",
    "coordinating_department",
)
_PARTS: Final = ("citizen", "support", "readiness", "parental_leave", "moves", "offers")


def change_case(read: Case, edited: Case, *, work: Work, today: date, draft_id: str | None = None) -> Changes:
    """Save what differs between a case as it was read and as it was edited: one revision for each record.

    A household with version 0 is a new one. What somebody else changed meanwhile elsewhere on the case stays as it is;
    plans, follow-ups and events are none of this use case's business.

    Raises:
        CaseRefused: something in what was changed is wrong.
        FactNeedsCorrection: a recorded date was changed that is corrected with a reason (`correct_fact`).
        CaseNotFound: no case has this number any more.
        ChangedMeanwhile: somebody saved one of the changed records, or the same list of records, after it was read.
    """
    if problems := problems_of(edited, read, today):
        raise CaseRefused(problems)
    if fact := overwritten_fact(edited, read):
        raise FactNeedsCorrection(fact)
    with work(Act.CHANGE_CASE) as unit:
        stored = unit.cases.by_number(read.case_number)
        case = _carried_over(stored, read, edited)
        if case != stored:
            if case.household and not case.household.version:
                unit.households.add(case.household)
            unit.cases.save(case)
        if draft_id:
            unit.drafts.discard(draft_id)
        unit.commit()
    return Changes(frozenset({case.id}) if case != stored else frozenset())


def _carried_over(stored: Case, read: Case, edited: Case) -> Case:
    """Return the stored case with what was edited, unless somebody was there first."""
    edited_own = {name: getattr(edited, name) for name in _OWN}
    changes: dict[str, Any] = {}
    if edited_own != {name: getattr(read, name) for name in _OWN}:
        if stored.version != read.version:
            raise ChangedMeanwhile(stored.id)
        changes = edited_own
    for name in _PARTS:
        part = getattr(edited, name)
        if part != getattr(read, name):
            if getattr(stored, name) != getattr(read, name):
                raise ChangedMeanwhile(stored.id)
            changes[name] = part
    return replace(stored, **changes)
