"""Sentences about a follow-up: when the next one is to be and why, second looks, what was saved."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Deadline, Status, StepKind
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.follow_up_remarks import FollowUpRemark
from desktop_app.domain.next_follow_up import NextFollowUp
from desktop_app.domain.rulebook import Standing
from desktop_app.presenters.calculation_texts import explanation
from desktop_app.presenters.deadline_texts import weekend_hint
from desktop_app.presenters.follow_up_reading import HELD_ON, NEXT_ON, PROGRESS, TOPICS
from desktop_app.presenters.reason_texts import reason_text
from desktop_app.presenters.rule_texts import legal_basis, span_text
from desktop_app.translation import _, full_date, long_date


def next_follow_up_text(following: NextFollowUp, today: date) -> str:
    """Return when the next follow-up is to be at the latest, and by which rule; or why there is no date."""
    deadline = following.deadline
    if deadline.due_on is None:
        return reason_text(deadline)
    if deadline.status is Status.OVERDUE:
        return _("The deadline was {date}. Agree on the next follow-up as soon as possible.").format(
            date=long_date(deadline.due_on)
        )
    sentence = _("By {date} at the latest. {rule}").format(date=long_date(deadline.due_on), rule=_rule(deadline))
    hint = weekend_hint(deadline, today)
    return f"{sentence} {hint}" if hint else sentence


def _rule(deadline: Deadline) -> str:
    rule = deadline.rule
    assert rule is not None  # noqa: S101 - a date is computed from a rule
    is_local = rule.standing is Standing.LOCAL_STANDARD
    if is_local and rule.due and deadline.steps[-1].kind is StepKind.ADDED:
        return _("The municipality's own rule: {often}.").format(often=_how_often(rule.due))
    source = _("The municipality's own rule") if is_local else legal_basis(rule)
    return f"{source}: {explanation(deadline)}."


def _how_often(due: Span) -> str:
    named = {
        Span(1, Unit.MONTHS): _("every month"),
        Span(2, Unit.MONTHS): _("every second month"),
        Span(3, Unit.MONTHS): _("every third month"),
        Span(6, Unit.MONTHS): _("every sixth month"),
    }
    return named.get(due) or _("at most {span} between follow-ups").format(span=span_text(due))


def at_the_latest(deadline: Deadline) -> str:
    """Return "Senest fredag den 27. november 2026", as it stands beside the badge."""
    assert deadline.due_on is not None  # noqa: S101 - asked of open deadlines
    return _("By {weekday_date} at the latest").format(weekday_date=full_date(deadline.due_on))


def remark_texts(remarks: frozenset[FollowUpRemark], talk: FollowUp, following: NextFollowUp) -> dict[str, str]:
    """Return what is worth a second look, by the field it stands at."""
    due_on = following.deadline.due_on
    words = {"date": long_date(talk.held_on), "due": long_date(due_on) if due_on else ""}
    found: dict[str, str] = {}
    for remark, (field, text) in _REMARKS.items():
        if remark in remarks:
            found[field] = f"{found[field]} {text()}" if field in found else text()
    return {field: text.format_map(words) for field, text in found.items()}


_REMARKS: Mapping[FollowUpRemark, tuple[str, Callable[[], str]]] = {
    FollowUpRemark.NO_CONTRACT: (
        HELD_ON,
        lambda: _("No contract has been signed. The talk does not count as follow-up on the contract."),
    ),
    FollowUpRemark.BEFORE_CONTRACT: (
        HELD_ON,
        lambda: _("The date lies before the contract. The talk does not count as follow-up on the contract."),
    ),
    FollowUpRemark.SAME_DAY: (HELD_ON, lambda: _("A follow-up on {date} has been recorded already.")),
    FollowUpRemark.TOPICS_LEFT: (TOPICS, lambda: _("The law asks for all four to be discussed.")),
    FollowUpRemark.PROGRESS_LEFT: (PROGRESS, lambda: _("Choose how every goal stands.")),
    FollowUpRemark.NO_NEXT_DATE: (
        NEXT_ON,
        lambda: _("Choose a date for the next follow-up, or end the programme."),
    ),
    FollowUpRemark.NEXT_AFTER_DEADLINE: (NEXT_ON, lambda: _("The date lies after the deadline of {due}.")),
    FollowUpRemark.NEXT_NOT_ON_WORKING_DAY: (NEXT_ON, lambda: _("The date is no working day.")),
}


def saved_text(talk: FollowUp, following: NextFollowUp) -> str:
    """Return what is said when a follow-up was finished."""
    due_on = following.deadline.due_on
    if talk.attempted_only:
        if due_on is None:
            return _("The attempt is saved.")
        return _("The attempt is saved. The follow-up must still be held by {date} at the latest.").format(
            date=long_date(due_on)
        )
    if due_on is None:
        return _("The follow-up is saved.")
    return _("The follow-up is saved. The next one is by {date} at the latest.").format(date=long_date(due_on))
