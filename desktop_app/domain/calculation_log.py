"""The calculation log of a duty with one date: the fact, what was added to it, and what moved or fulfilled it."""

from datetime import date

from desktop_app.domain.dates import Unit, next_working_day
from desktop_app.domain.deadline import CountsFrom, Step, StepKind
from desktop_app.domain.rulebook import RuleVersion


def steps_to_one_date(
    version: RuleVersion, start: CountsFrom, *, suspended_until: date | None, done_on: date | None
) -> tuple[Step, ...]:
    """Return the steps that lead to the date, and to the day the duty was fulfilled."""
    assert version.due is not None  # noqa: S101 - the loader gives every duty with a date a time
    added_on = version.due.after(start.on)
    steps = [Step(StepKind.FACT, start.on, fact=start.fact)]
    if version.due.unit is Unit.WHOLE_MONTHS:
        steps.append(Step(StepKind.WHOLE_MONTH, start=start.on))
    steps.append(Step(StepKind.ADDED, added_on, start=start.on, span=version.due))
    if version.to_next_working_day and next_working_day(added_on) != added_on:
        steps.append(Step(StepKind.TO_WORKING_DAY, next_working_day(added_on), start=added_on))
    if version.aim:
        steps.append(Step(StepKind.AIM, version.aim.after(start.on), start=start.on, span=version.aim))
    if suspended_until:
        steps.append(Step(StepKind.RESTS, suspended_until))
    if done_on:
        steps.append(Step(StepKind.FULFILLED, done_on))
    return tuple(steps)
