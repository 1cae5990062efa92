"""Decisions about a deadline that no longer comes out: a fact was corrected, and another date is computed."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind
from desktop_app.domain.decided_deadlines import computed_date
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.past_deadlines import past_deadlines_since
from desktop_app.domain.rulebook import Rulebook


def unfitting_decisions(
    case: Case, facts: CaseFacts, deadlines: Sequence[Deadline], rulebook: Rulebook, today: date
) -> Iterator[Gap]:
    """Yield what was decided about an open deadline before it got another date, so that it holds for none any more.

    A reason for a delay is asked for anew (`unexplained_delays`), and a meeting that is over moves nothing. What was
    decided about an earlier time of a duty that repeats fits that time. The day a gap speaks of is the one the decision
    was made about.
    """
    is_open = {deadline.duty: deadline for deadline in deadlines if deadline.status in OPEN}
    doubtful = [
        decision
        for decision in case.decisions
        if decision.made_on <= today
        and decision.duty in is_open
        and _matters(decision, today)
        and _was_moved(is_open[decision.duty], decision)
    ]
    if not doubtful:
        return
    past = past_deadlines_since(date.min, facts, deadlines, rulebook, today)
    fitting = {(deadline.duty, computed_date(deadline)) for deadline in past}
    for decision in doubtful:
        if (decision.duty, decision.computed_on) not in fitting:
            kind = GapKind.DECISION_DOES_NOT_FIT
            yield Gap(kind, on=decision.computed_on, record=decision.id, duty=decision.duty)


def _matters(decision: DeadlineDecision, today: date) -> bool:
    if decision.kind is DecisionKind.MEETING:
        return decision.on is not None and decision.on >= today
    return decision.kind in {DecisionKind.NOT_RELEVANT, DecisionKind.OTHER_DATE}


def _was_moved(deadline: Deadline, decision: DeadlineDecision) -> bool:
    """Tell whether a deadline has another date than it was decided about; one that began since is another deadline."""
    begun = deadline.counts_from
    return computed_date(deadline) != decision.computed_on and (begun is None or begun.on < decision.made_on)
