"""A computed deadline as the decisions about it leave it. The computed date stays beside the one that holds."""

from datetime import date

from desktop_app.domain.case_facts import CaseFacts, DecisionFact
from desktop_app.domain.deadline import DONE, OPEN, Deadline, Reason, Status, Step, StepKind, done_status, open_status
from desktop_app.domain.deadline_decisions import DecisionKind


def decided(deadline: Deadline, facts: CaseFacts, today: date) -> Deadline:
    """Return a deadline with the latest decision of each kind about it.

    Decisions were made about the date the law led to; those about another date are left out. One that is not relevant
    has no date any more, but what was fulfilled all the same stays fulfilled. Another date decides what is overdue,
    due or late; while a deadline rests it goes on resting.
    """
    if deadline.due_on is None:
        return deadline
    latest: dict[DecisionKind, DecisionFact] = {}
    for decision in facts.decisions:
        if decision.duty is deadline.duty and decision.computed_on == deadline.due_on:
            latest[decision.kind] = decision
    if not latest:
        return deadline
    deadline = deadline._replace(decisions=tuple(latest.values()))
    not_relevant, other_date = latest.get(DecisionKind.NOT_RELEVANT), latest.get(DecisionKind.OTHER_DATE)
    if not_relevant and deadline.status in OPEN:
        return deadline._replace(
            status=Status.NOT_APPLICABLE,
            due_on=None,
            suspended_until=None,
            reason=Reason.SET_NOT_RELEVANT,
            reason_on=not_relevant.made_on,
        )
    return _at_other_date(deadline, other_date.on, today) if other_date and other_date.on else deadline


def decision_about(deadline: Deadline, kind: DecisionKind) -> DecisionFact | None:
    """Return what was decided about a deadline, None where nothing of this kind was."""
    return next((decision for decision in deadline.decisions if decision.kind is kind), None)


def computed_date(deadline: Deadline) -> date | None:
    """Return the date the law leads to, whatever was decided about it."""
    return deadline.decisions[0].computed_on if deadline.decisions else deadline.due_on


def _at_other_date(deadline: Deadline, on: date, today: date) -> Deadline:
    steps = (*deadline.steps, Step(StepKind.OTHER_DATE, on, start=deadline.due_on)) if deadline.steps else ()
    moved = deadline._replace(due_on=on, steps=steps)
    if deadline.status in DONE:
        assert deadline.fulfilled_on is not None  # noqa: S101 - what is done and has a date was done on a day
        status, days_late = done_status(on, deadline.fulfilled_on)
        return moved._replace(status=status, days_late=days_late)
    return (
        moved if deadline.status is Status.SUSPENDED else moved._replace(status=open_status(on, today, deadline.rule))
    )
