"""List what is missing in the team's cases: read part by part, then only what was changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.application.limited_reading import gaps_told
from desktop_app.application.ports import ReadModel
from desktop_app.domain.gap import ONLY_ON_THE_CASE, Gap
from desktop_app.domain.gaps import gaps_in
from desktop_app.domain.rulebook import Rulebook

AT_ONCE = 50
"""How many cases are read whole before somebody else may have the processor."""


class CaseGaps(NamedTuple):
    """What is missing in one case, the most pressing first, and whose case it is; the family name comes first."""

    case_id: str
    case_number: str
    citizen: str
    responsible: str | None
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapList:
    """What is missing in the team's cases on a day, by case id; a case that lacks nothing is not there."""

    today: date
    cases: Mapping[str, CaseGaps]


class GapsInParts:
    """A list in the making: part by part, so that a window stays alive over tens of thousands of cases.

    What is saved meanwhile may be in it or not; `gaps_after` brings those cases up to date when it is whole.
    """

    def __init__(self, *, read: ReadModel, rulebook: Rulebook, today: date) -> None:
        self._read = read
        self._rulebook = rulebook
        self._today = today
        self._ids = read.case_ids()
        self._done = 0
        self._found: dict[str, CaseGaps] = {}

    @property
    def progress(self) -> tuple[int, int]:
        """How many cases were read, of how many."""
        return self._done, len(self._ids)

    @property
    def found(self) -> int:
        """In how many of them something is missing."""
        return len(self._found)

    def go_on(self) -> bool:
        """Read the next part; whether there is more to do."""
        part = self._ids[self._done : self._done + AT_ONCE]
        self._found.update(_found(part, self._read, self._rulebook, self._today))
        self._done += len(part)
        return self._done < len(self._ids)

    def so_far(self) -> GapList:
        """Return what was found in the cases read so far."""
        return GapList(today=self._today, cases=dict(self._found))


def gaps_after(earlier: GapList, cases: Collection[str], *, read: ReadModel, rulebook: Rulebook) -> GapList:
    """Return the list of the same day after these cases were changed, added or taken away; only they are read."""
    changed = frozenset(cases)
    listed = {case_id: of_case for case_id, of_case in earlier.cases.items() if case_id not in changed}
    return GapList(today=earlier.today, cases=listed | _found(changed, read, rulebook, earlier.today))


def _found(cases: Collection[str], read: ReadModel, rulebook: Rulebook, today: date) -> dict[str, CaseGaps]:
    found: dict[str, CaseGaps] = {}
    for case in read.cases(cases):
        found_in = gaps_told(case, gaps_in(case, rulebook, today))
        gaps = tuple(gap for gap in found_in if gap.kind not in ONLY_ON_THE_CASE)
        if gaps:
            found[case.id] = CaseGaps(
                case.id, case.case_number, case.citizen.sort_name, case.responsible_caseworker, gaps
            )
    return found
