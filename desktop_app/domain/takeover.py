"""The day the municipality takes over: what the law proposes, and what another day asks for (integrationsloven § 4)."""

from datetime import date

from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadline_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.errors import TakeoverBeforeAllocation, TakeoverReasonMissing
from desktop_app.domain.rulebook import Rulebook


def proposed_takeover(facts: CaseFacts, rulebook: Rulebook, today: date) -> Deadline:
    """Return how the law computes the takeover from the other facts, whether or not one was recorded.

    `due_on` is the day proposed. It is None while a fact is missing, where no version of the rule is in force, and
    after a decision on the first of a month, which the law does not settle; `reason` says which.
    """
    duty = rulebook.duties[DutyId.TAKEOVER_EXPECTED]
    return deadline_for(duty, facts._replace(takeover_on=None), rulebook, today)


def check_takeover(
    takeover_on: date,
    *,
    proposed_on: date | None,
    allocated_on: date | None,
    by_agreement: bool = False,
    reason: str | None = None,
) -> None:
    """Check a takeover against the day proposed and the decision on allocation.

    `by_agreement` says that the council takes over earlier with the citizen's consent (§ 4, stk. 2).

    Raises:
        TakeoverBeforeAllocation: it lies before the decision, and nothing was agreed.
        TakeoverReasonMissing: it is not the day proposed, or lies before the decision, and no reason is given.
    """
    asks_for_reason = proposed_on is not None and takeover_on != proposed_on
    if allocated_on is not None and takeover_on < allocated_on:
        if not by_agreement:
            raise TakeoverBeforeAllocation(takeover_on, allocated_on)
        asks_for_reason = True
    if asks_for_reason and not (reason and reason.strip()):
        raise TakeoverReasonMissing(takeover_on, proposed_on)
