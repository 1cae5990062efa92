"""Show what is urgent: every case's line beside its deadlines."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from heapq import merge

from desktop_app.application.ports import CaseLine, ReadModel
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order, order, urgent


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


def show_worklist(*, read: ReadModel, rulebook: Rulebook, today: date) -> Worklist:
    """Return the worklist of every case, in a fixed number of reads."""
    found = [deadline for facts in read.facts() for deadline in deadlines_for(facts, rulebook, today)]
    return Worklist(
        today=today,
        urgent=tuple(urgent(found)),
        lines={line.case_id: line for line in read.case_lines()},
        next_deadlines=_next_deadlines(found),
        open_contracts=_open_contracts(found),
    )


def worklist_after(earlier: Worklist, cases: Collection[str], *, read: ReadModel, rulebook: Rulebook) -> Worklist:
    """Return the worklist of the same day after these cases were changed, added or taken away; only they are read."""
    found = [deadline for facts in read.facts(cases) for deadline in deadlines_for(facts, rulebook, earlier.today)]
    others = (deadline for deadline in earlier.urgent if deadline.case_id not in cases)
    lines = {case_id: line for case_id, line in earlier.lines.items() if case_id not in cases}
    following = {case_id: one for case_id, one in earlier.next_deadlines.items() if case_id not in cases}
    contracts = {case_id: one for case_id, one in earlier.open_contracts.items() if case_id not in cases}
    return Worklist(
        today=earlier.today,
        urgent=tuple(merge(others, urgent(found), key=order)),
        lines=lines | {line.case_id: line for line in read.case_lines(cases)},
        next_deadlines=following | _next_deadlines(found),
        open_contracts=contracts | _open_contracts(found),
    )


def _next_deadlines(deadlines: Iterable[Deadline]) -> dict[str, Deadline]:
    """Return the next open deadline of each case that has one."""
    following: dict[str, Deadline] = {}
    for deadline in in_order(deadline for deadline in deadlines if deadline.status in OPEN):
        following.setdefault(deadline.case_id, deadline)
    return following


def _open_contracts(deadlines: Iterable[Deadline]) -> dict[str, Deadline]:
    return {one.case_id: one for one in deadlines if one.duty is DutyId.CONTRACT_SIGNED and one.status in OPEN}
