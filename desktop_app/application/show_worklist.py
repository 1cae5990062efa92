"""Show what is urgent: every case's line beside its deadlines."""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from desktop_app.application.ports import CaseLine, ReadModel
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import URGENCY_OF, in_order, order

OfCase = TypeVar("OfCase")

AT_ONCE = 500
"""How many cases are read and computed before somebody else may have the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """The team's cases on a day: `urgent` in working order, and per case id its line and its next open deadline.

    `open_contracts` holds the deadline of the contract of each case that was taken over and has none.
    """

    today: date
    urgent: tuple[Deadline, ...]
    lines: dict[str, CaseLine]
    next_deadlines: dict[str, Deadline]
    open_contracts: dict[str, Deadline] = field(default_factory=dict)


class WorklistInParts:
    """A worklist in the making: computed part by part, so that a window stays alive over tens of thousands of cases.

    What is saved meanwhile may be in it or not; `worklist_after` brings those cases up to date when it is whole.
    """

    def __init__(self, *, read: ReadModel, rulebook: Rulebook, today: date) -> None:
        self._read = read
        self._rulebook = rulebook
        self._today = today
        self._left = read.case_ids()
        self._left.reverse()
        self._lines: dict[str, CaseLine] = {}
        self._found = _Found()

    def go_on(self) -> bool:
        """Read and compute the next part; whether there is more to do."""
        part = self._left[-AT_ONCE:]
        del self._left[-AT_ONCE:]
        self._lines |= {line.case_id: line for line in self._read.case_lines(part)}
        self._found.add(self._read, self._rulebook, self._today, part)
        return bool(self._left)

    def whole(self) -> Worklist:
        """Do what is left to do, and return the worklist."""
        while self._left:
            self.go_on()
        return Worklist(
            today=self._today,
            urgent=tuple(in_order(self._found.urgent)),
            lines=self._lines,
            next_deadlines=self._found.following,
            open_contracts=self._found.open_contracts,
        )


def show_worklist(*, read: ReadModel, rulebook: Rulebook, today: date) -> Worklist:
    """Return the worklist of every case."""
    return WorklistInParts(read=read, rulebook=rulebook, today=today).whole()


def worklist_after(earlier: Worklist, cases: Collection[str], *, read: ReadModel, rulebook: Rulebook) -> Worklist:
    """Return the worklist of the same day after these cases were changed, added or taken away; only they are read."""
    changed = frozenset(cases)
    found = _Found()
    found.add(read, rulebook, earlier.today, changed)
    urgent = [deadline for deadline in earlier.urgent if deadline.case_id not in changed]
    for deadline in found.urgent:
        insort(urgent, deadline, key=order)
    return Worklist(
        today=earlier.today,
        urgent=tuple(urgent),
        lines=_renewed(earlier.lines, changed, {line.case_id: line for line in read.case_lines(changed)}),
        next_deadlines=_renewed(earlier.next_deadlines, changed, found.following),
        open_contracts=_renewed(earlier.open_contracts, changed, found.open_contracts),
    )


class _Found:
    """What the worklist keeps of the deadlines of cases; the others are forgotten at once."""

    def __init__(self) -> None:
        self.urgent: list[Deadline] = []
        self.following: dict[str, Deadline] = {}
        self.open_contracts: dict[str, Deadline] = {}

    def add(self, read: ReadModel, rulebook: Rulebook, today: date, cases: Collection[str]) -> None:
        for facts in read.facts(cases):
            self._keep([one for one in deadlines_for(facts, rulebook, today) if one.status in OPEN])

    def _keep(self, of_case: Iterable[Deadline]) -> None:
        """Keep of the open deadlines of a case what is urgent, which is next, and that of the contract."""
        for deadline in in_order(of_case):
            self.following.setdefault(deadline.case_id, deadline)
            if deadline.status in URGENCY_OF:
                self.urgent.append(deadline)
            if deadline.duty is DutyId.CONTRACT_SIGNED:
                self.open_contracts[deadline.case_id] = deadline


def _renewed(earlier: Mapping[str, OfCase], changed: Collection[str], now: Mapping[str, OfCase]) -> dict[str, OfCase]:
    """Return what holds of each case after some were changed; a copy at once is quicker than one case by case."""
    renewed = dict(earlier)
    for case_id in changed:
        renewed.pop(case_id, None)
    renewed.update(now)
    return renewed
