"""What would change if the municipality decided a standard of its own: case by case, before anything is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop_app.application.ports import ReadModel
from desktop_app.domain.case_facts import CaseFacts, known_on
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadline_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import LocalStandard, with_local_standards
from desktop_app.domain.rulebook import Rulebook


class MovedDeadline(NamedTuple):
    """A deadline of a case as it stands, and as it would stand."""

    case_number: str
    before: Deadline
    after: Deadline


@dataclass(frozen=True, slots=True)
class StandardPreview:
    """The cases that would get another date, get one or lose it, by number; and how many are else due soon or not."""

    moved: tuple[MovedDeadline, ...]
    otherwise_reminded: int


def preview_standard(
    standard: LocalStandard, known: Sequence[LocalStandard], *, read: ReadModel, rules: Rulebook, today: date
) -> StandardPreview:
    """Return what a standard would change beside those that are `known`, by the rules as the file says them."""
    others = [each for each in known if (each.duty, each.valid_from) != (standard.duty, standard.valid_from)]
    now, then = with_local_standards(rules, known), with_local_standards(rules, [*others, standard])
    moved: list[MovedDeadline] = []
    otherwise = 0
    for facts in read.facts(read.case_ids()):
        before, after = (_deadline(standard.duty, facts, each, today) for each in (now, then))
        if _date(before) != _date(after):
            moved.append(MovedDeadline(facts.case_number, before, after))
        elif before.status is not after.status:
            otherwise += 1
    return StandardPreview(tuple(sorted(moved, key=_case_number)), otherwise)


def _deadline(duty: DutyId, facts: CaseFacts, rules: Rulebook, today: date) -> Deadline:
    return deadline_for(rules.duties[duty], known_on(facts, today), rules, today)


def _date(deadline: Deadline) -> date | None:
    return deadline.due_on if deadline.status in OPEN else None


def _case_number(moved: MovedDeadline) -> str:
    return moved.case_number
