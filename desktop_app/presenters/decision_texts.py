"""The words for what was decided about a deadline."""

from desktop_app.domain.deadline_decisions import DeadlineDecision, DecisionKind, DelayCause
from desktop_app.translation import _, capitalised, short_date


def decision_kind_text(kind: DecisionKind) -> str:
    """Return what was decided, as a history says it."""
    return {
        DecisionKind.NOT_RELEVANT: _("not relevant"),
        DecisionKind.OTHER_DATE: _("another date"),
        DecisionKind.LATE_BECAUSE: _("reason for the delay"),
        DecisionKind.MEETING: _("planned meeting"),
    }[kind]


def decision_text(decision: DeadlineDecision) -> str:
    """Return "Anden dato 01.12.2026 (MJ, 20.11.2026): Tolken er syg", the reason left out where there is none."""
    what = capitalised(decision_kind_text(decision.kind))
    if decision.on:
        what = f"{what} {short_date(decision.on)}"
    what = f"{what} ({decision.made_by or '–'}, {short_date(decision.made_on)})"
    return ": ".join(part for part in (what, decision.reason.strip()) if part)


def delay_cause_text(cause: DelayCause) -> str:
    """Return why something was late."""
    return {
        DelayCause.CITIZEN_ABSENT: _("The citizen did not come"),
        DelayCause.NO_INTERPRETER: _("No interpreter could be found"),
        DelayCause.CITIZEN_ILL: _("The citizen was ill"),
        DelayCause.AWAITING_AGENCY: _("Awaiting information from the Immigration Service"),
        DelayCause.AWAITING_HOUSING: _("Awaiting housing"),
        DelayCause.BUSY: _("The team was busy"),
        DelayCause.OTHER: _("Other"),
    }[cause]
