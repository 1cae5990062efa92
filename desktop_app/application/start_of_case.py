"""What the first facts of a case lead to: the takeover proposed, and the deadlines that start with the takeover."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.duty_conditions import is_adult
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.takeover import proposed_takeover


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOfCase:
    """How a case begins.

    `proposal` explains the takeover the law leads to; its `due_on` is None where the law proposes none. `started` are
    the duties with a date that a takeover on `takeover_on` sets going, the earliest first. `is_minor` says that the
    citizen is under 18 then, which leaves fewer of them.
    """

    proposal: Deadline
    takeover_on: date | None
    started: tuple[Deadline, ...]
    is_minor: bool


def start_of_case(facts: CaseFacts, *, rulebook: Rulebook, today: date) -> StartOfCase:
    """Return what follows from the facts typed so far; a takeover ahead is looked at from its own day."""
    taken_over = facts.takeover_on
    started: list[Deadline] = []
    if taken_over:
        of_that_day = deadlines_for(facts, rulebook, max(today, taken_over))
        started = [one for one in of_that_day if one.status in OPEN and one.duty is not DutyId.TAKEOVER_EXPECTED]
    return StartOfCase(
        proposal=proposed_takeover(facts, rulebook, today),
        takeover_on=taken_over,
        started=tuple(sorted(started, key=_due_on)),
        is_minor=taken_over is not None and not is_adult(facts, taken_over),
    )


def _due_on(deadline: Deadline) -> date:
    return deadline.due_on or date.max
