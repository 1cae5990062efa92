"""How a deadline was calculated, in one line and step by step."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.domain.dates import Unit, add_months, is_working_day
from desktop_app.domain.deadline import Deadline, Reason, Step, StepKind
from desktop_app.presenters.reason_texts import reason_text, without_words
from desktop_app.presenters.rule_texts import certainty_text, fact_text, span_text
from desktop_app.translation import _, capitalised, long_date, month_and_year, weekday


class StepText(NamedTuple):
    """A step of the calculation: what it led to, and why."""

    title: str
    detail: str


def explanation(deadline: Deadline) -> str:
    """Return the calculation in one line, or why nothing was calculated; it leaves the program and names nobody."""
    if deadline.reason and deadline.reason is not Reason.BY_NEED:
        return reason_text(without_words(deadline))
    line = "; ".join(_IN_LINE[step.kind](step) for step in deadline.steps if step.kind in _IN_LINE)
    sentences = [part for part in (line, reason_text(deadline)) if part]
    return ". ".join(sentences) if sentences else _("Carried out. The law sets no date.")


def step_texts(deadline: Deadline) -> list[StepText]:
    """Return the calculation log, a title and a reason for each step; what is uncertain stands in `uncertainty`."""
    return [_STEPS[step.kind](step) for step in deadline.steps if step.kind in _STEPS]


def uncertainty(deadline: Deadline) -> str | None:
    """Return what nobody has read in the law: of the rule, and of a change of the law that came near."""
    doubts = [_DOUBTS[step.kind](step) for step in deadline.steps if step.kind in _DOUBTS]
    certainty = certainty_text(deadline.rule) if deadline.rule else None
    return "\n".join([*([certainty] if certainty else []), *doubts]) or None


# In one line ---------------------------------------------------------------------------------------------------------


def _line_added(step: Step) -> str:
    if step.span and step.span.unit is Unit.WHOLE_MONTHS:
        return _("the responsibility passes on {date}").format(date=_long(step.on))
    if step.span and step.span.value == 0:
        return _long(step.on)
    span = span_text(step.span) if step.span else ""
    return f"{_long(step.start)} + {span} = {_long(step.on)}"


def _line_whole_month(step: Step) -> str:
    first = add_months(step.start, 1) if step.start else None
    return _("decision on {date}, first whole month {month}").format(
        date=_long(step.start), month=month_and_year(first) if first else ""
    )


def _line_to_working_day(step: Step) -> str:
    return _("{date} is no working day, moved to {moved}").format(date=_long(step.start), moved=_long(step.on))


def _line_rests(step: Step) -> str:
    return _("the deadline rests until {date}").format(date=_long(step.on))


def _line_times(step: Step) -> str:
    if step.start:
        text = _("{count} of {times} follow-ups held in the period from {start}")
        return text.format(count=step.held, times=step.times, start=_long(step.start))
    return _("{count} of {times} follow-ups held").format(count=step.held, times=step.times)


def _line_aim(step: Step) -> str:
    return _("if at all possible by {date}").format(date=_long(step.on))


def _line_due_at_once(step: Step) -> str:
    return _("follow-up is due at once after the move on {date}").format(date=_long(step.on))


def _line_in_ordinary_work(step: Step) -> str:
    span = span_text(step.span) if step.span else ""
    return _("{start} + {span} (in ordinary work or education) = {date}").format(
        start=_long(step.start), span=span, date=_long(step.on)
    )


def _line_after_birth(step: Step) -> str:
    span = span_text(step.span) if step.span else ""
    return _("on parental leave: birth on {start} + {span} = {date}").format(
        start=_long(step.start), span=span, date=_long(step.on)
    )


def _line_leave_ends(step: Step) -> str:
    return _("on parental leave: next follow-up when it ends on {date}").format(date=_long(step.on))


def _line_other_date(step: Step) -> str:
    return _("changed to {date}").format(date=_long(step.on))


def _line_law_changed_meanwhile(step: Step) -> str:
    return _(
        "the law was changed on {date}, while the time ran; that the former rule still decides is inferred"
    ).format(date=_long(step.on))


def _line_law_changed_between(step: Step) -> str:
    return _("the law was changed on a day from {first} to {last}; which rule was in force is inferred").format(
        first=_long(step.start), last=_long(step.on)
    )


def _line_fulfilled(step: Step) -> str:
    return _("done on {date}").format(date=_long(step.on))


_IN_LINE: Mapping[StepKind, Callable[[Step], str]] = {
    StepKind.WHOLE_MONTH: _line_whole_month,
    StepKind.ADDED: _line_added,
    StepKind.TO_WORKING_DAY: _line_to_working_day,
    StepKind.RESTS: _line_rests,
    StepKind.TIMES: _line_times,
    StepKind.AIM: _line_aim,
    StepKind.DUE_AT_ONCE: _line_due_at_once,
    StepKind.IN_ORDINARY_WORK: _line_in_ordinary_work,
    StepKind.AFTER_BIRTH: _line_after_birth,
    StepKind.LEAVE_ENDS: _line_leave_ends,
    StepKind.LAW_CHANGED_MEANWHILE: _line_law_changed_meanwhile,
    StepKind.LAW_CHANGED_BETWEEN: _line_law_changed_between,
    StepKind.FULFILLED: _line_fulfilled,
    StepKind.OTHER_DATE: _line_other_date,
}


# Step by step --------------------------------------------------------------------------------------------------------


def _step_fact(step: Step) -> StepText:
    return StepText(_long(step.on), capitalised(fact_text(step.fact)) if step.fact else "")


def _step_whole_month(step: Step) -> StepText:
    first = add_months(step.start, 1) if step.start else None
    return StepText(capitalised(month_and_year(first)) if first else "", _("First whole month after the decision"))


def _step_added(step: Step) -> StepText:
    if step.span and step.span.unit is Unit.WHOLE_MONTHS:
        if step.on and not is_working_day(step.on):
            day = capitalised(weekday(step.on))
            return StepText(
                _long(step.on), _("{weekday}: the responsibility passes on the next working day").format(weekday=day)
            )
        return StepText(_long(step.on), _("The responsibility passes to the municipality"))
    if step.span and step.span.value == 0:
        return StepText(_long(step.on), _("The same day"))
    day = capitalised(weekday(step.on)) if step.on else ""
    return StepText(_sum(step), _("{weekday}. The deadline is not moved.").format(weekday=day))


def _step_to_working_day(step: Step) -> StepText:
    return StepText(_long(step.on), _("The first working day"))


def _step_rests(step: Step) -> StepText:
    return StepText(_long(step.on), _("Until then the deadline rests (integrationsloven § 4 b)"))


def _step_times(step: Step) -> StepText:
    return StepText(_line_times(step), _("The deadline is the last day of the period"))


def _step_aim(step: Step) -> StepText:
    return StepText(_long(step.on), _("If at all possible by this day"))


def _step_due_at_once(step: Step) -> StepText:
    return StepText(_long(step.on), _("Follow-up is due at once when the municipality takes over"))


def _step_in_ordinary_work(step: Step) -> StepText:
    return StepText(_sum(step), _("In ordinary work or education without benefit"))


def _step_after_birth(step: Step) -> StepText:
    return StepText(_sum(step), _("On parental leave: counted from the birth"))


def _step_leave_ends(step: Step) -> StepText:
    return StepText(_long(step.on), _("The parental leave ends"))


def _step_other_date(step: Step) -> StepText:
    return StepText(_long(step.on), _("Changed by the caseworker, with a reason"))


def _step_fulfilled(step: Step) -> StepText:
    return StepText(_long(step.on), _("Carried out"))


_STEPS: Mapping[StepKind, Callable[[Step], StepText]] = {
    StepKind.FACT: _step_fact,
    StepKind.WHOLE_MONTH: _step_whole_month,
    StepKind.ADDED: _step_added,
    StepKind.TO_WORKING_DAY: _step_to_working_day,
    StepKind.RESTS: _step_rests,
    StepKind.TIMES: _step_times,
    StepKind.AIM: _step_aim,
    StepKind.DUE_AT_ONCE: _step_due_at_once,
    StepKind.IN_ORDINARY_WORK: _step_in_ordinary_work,
    StepKind.AFTER_BIRTH: _step_after_birth,
    StepKind.LEAVE_ENDS: _step_leave_ends,
    StepKind.FULFILLED: _step_fulfilled,
    StepKind.OTHER_DATE: _step_other_date,
}


# What is uncertain ---------------------------------------------------------------------------------------------------


def _law_changed_meanwhile(step: Step) -> str:
    text = _("The law was changed on {date}, while the time ran. That the former rule still decides is inferred.")
    return text.format(date=_long(step.on))


def _law_changed_between(step: Step) -> str:
    text = _("The law was changed on a day from {first} to {last}. Which rule was in force is inferred.")
    return text.format(first=_long(step.start), last=_long(step.on))


_DOUBTS: Mapping[StepKind, Callable[[Step], str]] = {
    StepKind.LAW_CHANGED_MEANWHILE: _law_changed_meanwhile,
    StepKind.LAW_CHANGED_BETWEEN: _law_changed_between,
}


def _sum(step: Step) -> str:
    """Return "+ 1 måned = 2. december 2026"."""
    span = span_text(step.span) if step.span else ""
    return f"+ {span} = {_long(step.on)}"


def _long(day: date | None) -> str:
    return long_date(day) if day else ""
