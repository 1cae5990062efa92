"""Why a duty waits or does not apply, in words."""

from collections.abc import Callable, Mapping

from desktop_app.domain.deadline import Deadline, Reason
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.decided_deadlines import decision_about
from desktop_app.presenters.decision_texts import delay_cause_text
from desktop_app.presenters.rule_texts import fact_text
from desktop_app.translation import _, long_date


def reason_text(deadline: Deadline) -> str:
    """Return why a duty waits or does not apply."""
    if deadline.reason is Reason.SET_NOT_RELEVANT:
        return not_relevant_text(deadline)
    text = _REASONS[deadline.reason]() if deadline.reason else ""
    missing = fact_text(deadline.missing) if deadline.missing else ""
    return text.format(date=long_date(deadline.reason_on) if deadline.reason_on else "", missing=missing)


def without_words(deadline: Deadline) -> Deadline:
    """Return a deadline as it may be told outside the case: what somebody wrote about it may name people."""
    if not deadline.decisions:
        return deadline
    hidden = _("the reason stands on the case")
    return deadline._replace(
        decisions=tuple(one._replace(reason=hidden if one.reason else "") for one in deadline.decisions)
    )


def not_relevant_text(deadline: Deadline) -> str:
    """Return "Sat til ikke relevant den 3. marts 2026 af MJ: ... Beregnet frist: 1. april 2026."."""
    decision = decision_about(deadline, DecisionKind.NOT_RELEVANT)
    if decision is None:
        return ""
    return _("Set to not relevant on {date} by {initials}: {reason} Calculated deadline: {computed}.").format(
        date=long_date(decision.made_on),
        initials=decision.made_by or "–",
        reason=as_sentence(decision.reason.strip() or _("no reason given")),
        computed=long_date(decision.computed_on),
    )


def other_date_text(deadline: Deadline) -> str:
    """Return "Beregnet frist: 1. april 2026. Rettet til 15. april 2026 af MJ: ...", empty where none was set."""
    decision = decision_about(deadline, DecisionKind.OTHER_DATE)
    if decision is None or decision.on is None:
        return ""
    return _("Calculated deadline: {computed}. Changed to {date} by {initials}: {reason}").format(
        computed=long_date(decision.computed_on),
        date=long_date(decision.on),
        initials=decision.made_by or "–",
        reason=as_sentence(decision.reason.strip() or _("no reason given")),
    )


def delay_text(deadline: Deadline) -> str:
    """Return why it was late, as somebody recorded it, empty while nobody has."""
    decision = decision_about(deadline, DecisionKind.LATE_BECAUSE)
    if decision is None:
        return ""
    cause = delay_cause_text(decision.cause) if decision.cause and decision.cause is not DelayCause.OTHER else ""
    return ": ".join(part for part in (cause, decision.reason.strip()) if part) or _("Other")


def as_sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


_REASONS: Mapping[Reason, Callable[[], str]] = {
    Reason.NO_TAKEOVER: lambda: _(
        "The deadline can only be calculated when the date of takeover of responsibility is filled in."
    ),
    Reason.FACT_MISSING: lambda: _("The deadline can only be calculated when this date is known: {missing}."),
    Reason.NO_RULE_VERSION: lambda: _("No version of the rule was found for {date}."),
    Reason.WORDING_UNSEEN: lambda: _(
        "The wording of the law from 2026 has not been seen. Follow the municipality's own standard."
    ),
    Reason.DECIDED_ON_THE_FIRST: lambda: _(
        "The decision was made on the first of a month, {date}. The law does not say whether that month counts as the"
        " first whole month. Ask the Immigration Service, and enter the date of takeover."
    ),
    Reason.DEPARTMENT_NOT_NAMED: lambda: _("The coordinating department has not been named. The law sets no date."),
    Reason.LEAVE_END_UNKNOWN: lambda: _(
        "The next follow-up is due when the parental leave ends; that date is missing."
    ),
    Reason.RULE_ENDED: lambda: _("The rule applied until and including {date}."),
    Reason.GROUP_NOT_COVERED: lambda: _("The rule does not concern the citizen's target group."),
    Reason.DISCRETIONARY: lambda: _("The municipality may, but need not."),
    Reason.MINOR: lambda: _("The citizen was under 18 at the takeover."),
    Reason.NOT_ON_BENEFIT: lambda: _("The citizen did not receive benefit on {date}."),
    Reason.NOT_JOB_READY: lambda: _("The citizen was not assessed as job-ready on {date}."),
    Reason.NO_HEALTH_NEED: lambda: _("No need for a health assessment has been found."),
    Reason.IN_ORDINARY_WORK: lambda: _("The citizen has come into ordinary work or education."),
    Reason.GOALS_ACHIEVED: lambda: _("All employment and education goals of the contract have been achieved."),
    Reason.SELF_SUPPORTING: lambda: _("The citizen supports themself; follow-up is held by need."),
    Reason.BY_NEED: lambda: _("From now on follow-up is held by need."),
    Reason.MOVED_AWAY: lambda: _("Another municipality took over on {date}."),
}
