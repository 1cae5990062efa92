"""Duties that were done late, and nobody has written why."""

from collections.abc import Iterable, Iterator
from datetime import date

from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.dates import add_months
from desktop_app.domain.deadline import Deadline, Status
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.decided_deadlines import computed_date, decision_about
from desktop_app.domain.duties import DutyId
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.past_deadlines import past_deadlines_since
from desktop_app.domain.rulebook import Rulebook, Standing

ASKED_FOR_MONTHS = 12
"""For how long after a duty was done somebody is asked why it was late: as far as a yearly check looks back."""


def unexplained_delays(
    facts: CaseFacts, deadlines: Iterable[Deadline], rulebook: Rulebook, today: date
) -> Iterator[Gap]:
    """Yield what the law asked for and was done late within the last year without a reason.

    Recommendations and the municipality's own standards need none, nor does the declaration signed with a late
    contract; why a takeover has another day is asked where it is entered. `deadlines` is how every duty stands in the
    case. The day a gap speaks of is the one the law led to.
    """
    since = add_months(today, -ASKED_FOR_MONTHS)
    now = list(deadlines)
    late = [one for one in (*now, *past_deadlines_since(since, facts, now, rulebook, today)) if _is_late(one, since)]
    contracts_on = {one.fulfilled_on for one in late if one.duty is DutyId.CONTRACT_SIGNED}
    for one in late:
        is_with_contract = one.duty is DutyId.CONTRACT_DECLARATION and one.fulfilled_on in contracts_on
        if not is_with_contract and decision_about(one, DecisionKind.LATE_BECAUSE) is None:
            yield Gap(GapKind.NO_REASON_FOR_DELAY, on=computed_date(one), duty=one.duty)


def asks_for_cause(deadline: Deadline) -> bool:
    """Tell whether a duty that was done late is one that somebody is to say the cause of."""
    if deadline.status is not Status.DONE_LATE or deadline.duty is DutyId.TAKEOVER_EXPECTED:
        return False
    if decision_about(deadline, DecisionKind.NOT_RELEVANT):  # why it was left has been said
        return False
    return deadline.rule is not None and deadline.rule.standing is Standing.STATUTE


def _is_late(deadline: Deadline, since: date) -> bool:
    if not asks_for_cause(deadline):
        return False
    assert deadline.fulfilled_on is not None  # noqa: S101 - what is done late was done on a day
    return deadline.fulfilled_on >= since
