"""Show what is urgent: every case's line beside its deadlines."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.ports import CaseLine, ReadModel
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order, urgent


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """The team's cases on a day: `urgent` in working order, and per case id its line and its next open deadline."""

    today: date
    urgent: tuple[Deadline, ...]
    lines: dict[str, CaseLine]
    next_deadlines: dict[str, Deadline]


def show_worklist(*, read: ReadModel, rulebook: Rulebook, today: date) -> Worklist:
    """Return the worklist of every case, in a fixed number of reads."""
    found = [deadline for facts in read.facts() for deadline in deadlines_for(facts, rulebook, today)]
    next_deadlines: dict[str, Deadline] = {}
    for deadline in in_order(deadline for deadline in found if deadline.status in OPEN):
        next_deadlines.setdefault(deadline.case_id, deadline)
    return Worklist(
        today=today,
        urgent=tuple(urgent(found)),
        lines={line.case_id: line for line in read.case_lines()},
        next_deadlines=next_deadlines,
    )
