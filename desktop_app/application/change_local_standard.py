"""Decide a standard of the municipality's own, and take the decision back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Work
from desktop_app.domain.local_standard import LocalStandard, StandardFault, faults_in_standard, standard_from
from desktop_app.domain.role import Act


class StandardRefused(ApplicationError):
    """A standard is not as one must be: every fault of it, in order."""

    def __init__(self, faults: Sequence[StandardFault]) -> None:
        super().__init__(", ".join(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedStandard:
    """A standard that was decided, and the one that began on the same day and that it took the place of."""

    standard: LocalStandard
    replaced: LocalStandard | None
    changes: Changes


def decide_standard(
    standard: LocalStandard, seen: Sequence[LocalStandard], *, work: Work, draft_id: str | None = None
) -> DecidedStandard:
    """Save a standard beside those the form has `seen`; one that begins on the same day gives way to it.

    The draft it was typed in goes in the same transaction.

    Raises:
        ChangedMeanwhile: others are decided than the form has seen; nothing was written.
        StandardRefused: it is not as a standard must be.
        StorageUnavailable: the machine could not write.
    """
    faults = faults_in_standard(standard)
    if faults:
        raise StandardRefused(faults)
    standard = replace(standard, reason=standard.reason.strip())
    with work(Act.CHANGE_STANDARD) as unit:
        known = [each for each in unit.local_standards.all() if each.duty is standard.duty]
        if known != list(seen):
            raise ChangedMeanwhile(standard.duty)
        replaced = standard_from(known, standard.valid_from)
        if replaced is not None:
            unit.local_standards.remove(replaced)
        unit.local_standards.add(standard)
        if draft_id is not None:
            unit.drafts.discard(draft_id)
        unit.commit()
    return DecidedStandard(standard=standard, replaced=replaced, changes=Changes(settings=True))


def take_back_standard(decided: DecidedStandard, *, new_id: str, work: Work) -> Changes:
    """Let a decision be as if it had not been made; the history keeps it. What it took the place of is there again.

    Raises:
        ChangedMeanwhile: it was taken back already, or another has taken its place.
        StorageUnavailable: the machine could not write.
    """
    with work(Act.CHANGE_STANDARD) as unit:
        unit.local_standards.remove(decided.standard)
        if decided.replaced is not None:
            unit.local_standards.add(replace(decided.replaced, id=new_id, version=0))
        unit.commit()
    return Changes(settings=True)
