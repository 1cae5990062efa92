"""Erase a person who was recorded by mistake: somebody who never came, or the same person twice.

Everything written goes, history and all; the log keeps that there was a case, who erased it, when and why, and its
chain holds. Where anything was signed the case is kept: a signed contract is the authority's document, which is kept by
archive law (archive code B) and not this program's to destroy.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile, ConfirmationWrong, ReasonMissing, SignedCaseKept
from desktop_app.application.ports import Draft, UnitOfWork, Work
from desktop_app.domain.case import Case
from desktop_app.domain.erasure import may_be_erased
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasing:
    """What somebody has decided: why, and the number of the case as they typed it to confirm."""

    reason: str
    typed_number: str


def check_erasing(seen: Case, erasing: Erasing) -> None:
    """Check what can be checked before anything is asked for the last time.

    Raises:
        SignedCaseKept: something was signed on the case.
        ReasonMissing: no reason is given.
        ConfirmationWrong: the typed number is not that of the case.
    """
    if not may_be_erased(seen):
        raise SignedCaseKept(seen.case_number)
    if not erasing.reason.strip():
        raise ReasonMissing
    if erasing.typed_number.strip() != seen.case_number:
        raise ConfirmationWrong(seen.case_number)


def erase_person(seen: Case, erasing: Erasing, *, work: Work) -> Changes:
    """Erase the case as it was `seen`, with what anybody has typed on it and not saved.

    Raises:
        CaseNotFound: the case is gone.
        ChangedMeanwhile: somebody has saved something on it since it was read.
        SignedCaseKept, ReasonMissing, ConfirmationWrong: as `check_erasing` says.
    """
    check_erasing(seen, erasing)
    with work(Act.ERASE_PERSON) as unit:
        case = unit.cases.by_number(seen.case_number)
        if case != seen:
            raise ChangedMeanwhile(case.id)
        _discard_drafts(unit, case)
        unit.cases.erase(case, erasing.reason.strip())
        unit.commit()
    return Changes(cases=frozenset({case.id}))


def _discard_drafts(unit: UnitOfWork, case: Case) -> None:
    records = frozenset(_records(case))
    for draft in unit.drafts.all():
        if _is_about(draft, case, records):
            unit.drafts.discard(draft.id)


def _is_about(draft: Draft, case: Case, records: frozenset[str]) -> bool:
    return (
        draft.subject in records
        or not records.isdisjoint(draft.based_on)
        or draft.content.get("case_number") == case.case_number
    )


def _records(case: Case) -> Iterable[str]:
    yield from (case.id, case.citizen.id)
    yield from (plan.id for plan in case.plans)
    yield from (talk.id for talk in case.follow_ups)
