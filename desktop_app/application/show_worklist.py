"""Show what is urgent: every case's line beside its deadlines."""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from desktop_app.application.ports import CaseLine, ReadModel
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.done_deadlines import Occurrence, done_lately, occurrence_of
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import URGENCY_OF, in_order, order

OfCase = TypeVar("OfCase")

AT_ONCE = 250
"""How many cases are read and computed before somebody else may have the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """The team's cases on a day: `urgent` in working order, and per case id its line and its next open deadline.

    `open_contracts` holds the deadline of the contract of each case that was taken over and has none, and
    `open_occurrences` what is owed in each case, near or far. `done` is what was fulfilled on this day, and what was
    recorded since the worklist was first made though it had happened earlier.
    """

    today: date
    urgent: tuple[Deadline, ...]
    lines: dict[str, CaseLine]
    next_deadlines: dict[str, Deadline]
    open_contracts: dict[str, Deadline] = field(default_factory=dict)
    open_occurrences: dict[str, tuple[Occurrence, ...]] = field(default_factory=dict)
    done: tuple[Deadline, ...] = ()


class WorklistInParts:
    """A worklist in the making: computed part by part, so that a window stays alive over tens of thousands of cases.

    What is saved meanwhile may be in it or not; `worklist_after` brings those cases up to date when it is whole. What
    an `earlier` worklist of the same day found to be done stays done.
    """

    def __init__(self, *, read: ReadModel, rulebook: Rulebook, today: date, earlier: Worklist | None = None) -> None:
        self._read = read
        self._rulebook = rulebook
        self._today = today
        self._earlier = earlier
        self._ids = read.case_ids()
        self._done = 0
        self._lines: dict[str, CaseLine] = {}
        self._found = _Found()
        self.latest: Sequence[CaseLine] = ()

    @property
    def progress(self) -> tuple[int, int]:
        """How many cases were read, of how many."""
        return self._done, len(self._ids)

    def go_on(self) -> bool:
        """Read and compute the next part, whose lines are then the `latest`; whether there is more to do."""
        part = self._ids[self._done : self._done + AT_ONCE]
        self._found.add(self._read, self._rulebook, self._today, part)
        self.latest = self._read.case_lines(part)
        self._lines.update((line.case_id, line) for line in self.latest)
        self._done += len(part)
        return self._done < len(self._ids)

    def whole(self) -> Worklist:
        """Do what is left to do, and return the worklist."""
        while self._done < len(self._ids):
            self.go_on()
        worklist = Worklist(
            today=self._today,
            urgent=tuple(in_order(self._found.urgent)),
            lines=self._lines,
            next_deadlines=self._found.following,
            open_contracts=self._found.open_contracts,
            open_occurrences=self._found.open_occurrences,
            done=tuple(in_order(self._found.done)),
        )
        if self._earlier is None or self._earlier.today != self._today:
            return worklist
        done_before = [deadline for deadline in self._earlier.done if deadline.fulfilled_on != self._today]
        cases = {deadline.case_id for deadline in done_before}
        worklist = replace(worklist, done=(*worklist.done, *done_before))
        return worklist_after(worklist, cases, read=self._read, rulebook=self._rulebook)


def show_worklist(*, read: ReadModel, rulebook: Rulebook, today: date) -> Worklist:
    """Return the worklist of every case."""
    return WorklistInParts(read=read, rulebook=rulebook, today=today).whole()


def worklist_after(earlier: Worklist, cases: Collection[str], *, read: ReadModel, rulebook: Rulebook) -> Worklist:
    """Return the worklist of the same day after these cases were changed, added or taken away; only they are read."""
    changed = frozenset(cases)
    found = _Found(_known_of(earlier, changed))
    found.add(read, rulebook, earlier.today, changed)
    urgent = [deadline for deadline in earlier.urgent if deadline.case_id not in changed]
    done = [deadline for deadline in earlier.done if deadline.case_id not in changed]
    for deadline in found.urgent:
        insort(urgent, deadline, key=order)
    return Worklist(
        today=earlier.today,
        urgent=tuple(urgent),
        lines=_renewed(earlier.lines, changed, {line.case_id: line for line in read.case_lines(changed)}),
        next_deadlines=_renewed(earlier.next_deadlines, changed, found.following),
        open_contracts=_renewed(earlier.open_contracts, changed, found.open_contracts),
        open_occurrences=_renewed(earlier.open_occurrences, changed, found.open_occurrences),
        done=tuple(in_order([*done, *found.done])),
    )


def _known_of(worklist: Worklist, cases: Collection[str]) -> dict[str, set[Occurrence]]:
    """Return of each of the cases what a worklist knows to be open, or to be done already."""
    known = {case_id: set(worklist.open_occurrences.get(case_id, ())) for case_id in cases}
    for deadline in worklist.done:
        if deadline.case_id in cases:
            known[deadline.case_id].add(occurrence_of(deadline))
    return known


class _Found:
    """What the worklist keeps of the deadlines of cases; the others are forgotten at once.

    Of what was `known` of a case before and is fulfilled now it keeps that it is done.
    """

    def __init__(self, known: Mapping[str, Collection[Occurrence]] | None = None) -> None:
        self._known = known or {}
        self.urgent: list[Deadline] = []
        self.following: dict[str, Deadline] = {}
        self.open_contracts: dict[str, Deadline] = {}
        self.open_occurrences: dict[str, tuple[Occurrence, ...]] = {}
        self.done: list[Deadline] = []
        self._one_of_each: dict[Occurrence, Occurrence] = {}

    def add(self, read: ReadModel, rulebook: Rulebook, today: date, cases: Collection[str]) -> None:
        for facts in read.facts(cases):
            deadlines = deadlines_for(facts, rulebook, today, with_steps=False)
            still_open = [one for one in deadlines if one.status in OPEN]
            self._keep(still_open)
            self._remember(facts.case_id, still_open)
            were_open = self._known.get(facts.case_id, ())
            self.done += done_lately(facts, rulebook, today, deadlines=deadlines, were_open=were_open)

    def _keep(self, of_case: Iterable[Deadline]) -> None:
        """Keep of the open deadlines of a case what is urgent, which is next, and that of the contract."""
        for deadline in in_order(of_case):
            self.following.setdefault(deadline.case_id, deadline)
            if deadline.status in URGENCY_OF:
                self.urgent.append(deadline)
            if deadline.duty is DutyId.CONTRACT_SIGNED:
                self.open_contracts[deadline.case_id] = deadline

    def _remember(self, case_id: str, of_case: Iterable[Deadline]) -> None:
        """Keep what is owed; thousands of cases owe the same from the same day, and it is kept once."""
        same = self._one_of_each.setdefault
        owed = tuple([same(one, one) for one in map(occurrence_of, of_case)])
        if owed:
            self.open_occurrences[case_id] = owed


def _renewed(earlier: Mapping[str, OfCase], changed: Collection[str], now: Mapping[str, OfCase]) -> dict[str, OfCase]:
    """Return what holds of each case after some were changed; a copy at once is quicker than one case by case."""
    renewed = dict(earlier)
    for case_id in changed:
        renewed.pop(case_id, None)
    renewed.update(now)
    return renewed
