"""When the next follow-up is to be: what the engine says of the two duties, and the working day to plan for.

The engine is asked as if the follow-up at hand had been held, so no interval is known here.
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.case_facts import CaseFacts, known_on
from desktop_app.domain.dates import latest_working_day
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadlines import deadline_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Rulebook

FOLLOW_UP_DUTIES = (DutyId.FOLLOW_UP, DutyId.FOLLOW_UP_LOCAL)
"""The statutory duty and the municipality's own standard; on the same day the statute is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextFollowUp:
    """The deadline that decides, and the working day to plan for.

    Where no follow-up is due, `deadline` says why. `proposed_on` is None then, and where the deadline has passed: what
    is overdue is agreed on, not computed. It is never later than a deadline that is still ahead.
    """

    deadline: Deadline
    proposed_on: date | None


def open_follow_up(facts: CaseFacts, rulebook: Rulebook, today: date) -> Deadline | None:
    """Return the follow-up deadline that comes first, overdue ones included; None while none is open."""
    return next(iter(open_follow_ups(facts, rulebook, today)), None)


def open_follow_ups(facts: CaseFacts, rulebook: Rulebook, today: date) -> list[Deadline]:
    """Return the follow-up deadlines that are open, the statute's and the own standard's, the first to come first."""
    return sorted(_open(_deadlines(facts, rulebook, today)), key=_due_on)


def next_follow_up(facts: CaseFacts, rulebook: Rulebook, *, held_on: date, today: date) -> NextFollowUp:
    """Return when the next follow-up is to be, from facts that hold the one of `held_on` if it counts."""
    found = _deadlines(facts, rulebook, today)
    ahead = [deadline for deadline in _open(found) if held_on < _due_on(deadline) >= today]
    decisive = min(ahead, key=_due_on, default=None)
    if decisive is not None:
        return NextFollowUp(deadline=decisive, proposed_on=_day_to_plan(_due_on(decisive), held_on, today))
    # Where none is open, the local standard says why; the statute may only wait for an assessment nobody needs.
    overdue = min(_open(found), key=_due_on, default=found[-1])
    return NextFollowUp(deadline=overdue, proposed_on=None)


def _deadlines(facts: CaseFacts, rulebook: Rulebook, today: date) -> list[Deadline]:
    known = known_on(facts, today)
    duties = (rulebook.duties[duty] for duty in FOLLOW_UP_DUTIES)
    return [deadline_for(duty, known, rulebook, today) for duty in duties]


def _open(deadlines: list[Deadline]) -> list[Deadline]:
    return [deadline for deadline in deadlines if deadline.status in OPEN]


def _due_on(deadline: Deadline) -> date:
    assert deadline.due_on is not None  # noqa: S101 - what is open has a date
    return deadline.due_on


def _day_to_plan(due_on: date, held_on: date, today: date) -> date:
    """Deadlines do not roll, and nobody meets on a Saturday: the working day before, unless that is past already."""
    planned = latest_working_day(due_on)
    return planned if held_on < planned >= today else due_on
