"""List who is to be followed up next, over all cases, and every follow-up that was held."""

from bisect import insort
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from desktop_app.application.ports import CaseLine, FollowUpLine, ReadModel
from desktop_app.domain.case_facts import CaseFacts, known_on
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.next_follow_up import open_follow_ups
from desktop_app.domain.planned_meetings import LatestTalk, planned_meeting
from desktop_app.domain.rulebook import Rulebook

_BY_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingFollowUp:
    """The next follow-up of a case: the deadline that comes first, the meeting planned, or both.

    A meeting planned for the deadline itself goes before the one the latest follow-up agreed on.
    """

    case_id: str
    deadline: Deadline | None
    planned_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpList:
    """The team's follow-ups on a day: what comes next in each case, what was held (the latest first), and the cases."""

    today: date
    coming: tuple[ComingFollowUp, ...]
    held: tuple[FollowUpLine, ...]
    lines: Mapping[str, CaseLine]


def list_follow_ups(*, read: ReadModel, rulebook: Rulebook, today: date) -> FollowUpList:
    """Return every case that has a follow-up coming, and every follow-up so far, in a fixed number of reads."""
    held = read.follow_up_lines()
    return FollowUpList(
        today=today,
        coming=tuple(_coming(read.facts(), held, rulebook, today)),
        held=tuple(held),
        lines={line.case_id: line for line in read.case_lines()},
    )


def list_follow_ups_after(
    earlier: FollowUpList, cases: Collection[str], *, read: ReadModel, rulebook: Rulebook
) -> FollowUpList:
    """Return the list of the same day after these cases were changed, added or taken away; only they are read."""
    changed = frozenset(cases)
    theirs = read.follow_up_lines(changed)
    held = [line for line in earlier.held if line.case_id not in changed]
    for line in theirs:
        insort(held, line, key=_BY_ORDER)
    others = (coming for coming in earlier.coming if coming.case_id not in changed)
    lines = dict(earlier.lines)
    for case_id in changed:
        lines.pop(case_id, None)
    lines.update((line.case_id, line) for line in read.case_lines(changed))
    return FollowUpList(
        today=earlier.today,
        coming=(*others, *_coming(read.facts(changed), theirs, rulebook, earlier.today)),
        held=tuple(held),
        lines=lines,
    )


def _coming(
    cases: Iterable[CaseFacts], held: list[FollowUpLine], rulebook: Rulebook, today: date
) -> Iterator[ComingFollowUp]:
    latest = _latest(held)
    for facts in cases:
        deadlines = open_follow_ups(facts, rulebook, today)
        meeting = planned_meeting(deadlines, latest.get(facts.case_id), today)
        planned_on = meeting.on if meeting and not moved_away_on(known_on(facts, today)) else None
        if deadlines or planned_on:
            deadline = deadlines[0] if deadlines else None
            yield ComingFollowUp(case_id=facts.case_id, deadline=deadline, planned_on=planned_on)


def _latest(held: list[FollowUpLine]) -> dict[str, LatestTalk]:
    """Return the latest follow-up of each case, be it an attempt."""
    latest: dict[str, LatestTalk] = {}
    for line in held:
        latest.setdefault(line.case_id, LatestTalk(line.held_on, line.next_on))
    return latest
