"""When the next follow-up is due (integrationsloven § 20): rolling intervals, numbers within a period, moves and leave.

A due date is always counted from the original date, a follow-up held or the signature, never from a computed one.
"""

from datetime import date
from typing import NamedTuple

from desktop_app.domain.case_facts import CaseFacts, LeaveFact
from desktop_app.domain.dates import Span
from desktop_app.domain.deadline import CountsFrom, Fact, Reason, Step, StepKind
from desktop_app.domain.duty_conditions import is_in_ordinary_work
from desktop_app.domain.moves_of_case import moved_in_on
from desktop_app.domain.rulebook import RuleVersion


class FollowUpDue(NamedTuple):
    """When the next follow-up is due and how that came about; without a date `reason` says why there is none."""

    counts_from: CountsFrom
    due_on: date | None
    steps: tuple[Step, ...]
    reason: Reason | None = None


def follow_up_after_move(facts: CaseFacts) -> FollowUpDue | None:
    """Return the follow-up that an approved move in makes due at once, None once one was held (BEK 208/2026 § 16)."""
    moved = moved_in_on(facts)
    if moved is None or any(held >= moved for held in facts.follow_ups):
        return None
    start = CountsFrom(Fact.MOVE, moved)
    steps = (Step(StepKind.FACT, moved, fact=Fact.MOVE), Step(StepKind.DUE_AT_ONCE, moved))
    return FollowUpDue(start, moved, steps)


def follow_up_in_interval(
    version: RuleVersion, start: CountsFrom, facts: CaseFacts, today: date, *, with_steps: bool = True
) -> FollowUpDue:
    """Return the follow-up due one interval after the last one held, or after the contract before the first."""
    assert version.due is not None  # noqa: S101 - the loader gives every interval a length
    span, kind = version.due, StepKind.ADDED
    if version.in_ordinary_work and is_in_ordinary_work(facts, today):
        span, kind = version.in_ordinary_work, StepKind.IN_ORDINARY_WORK
    due_on = span.after(start.on)
    steps = (_fact(start), Step(kind, due_on, start=start.on, span=span)) if with_steps else ()
    return _with_leave(version, FollowUpDue(start, due_on, steps), facts)


class FollowUpPeriod(NamedTuple):
    """The days, from `first` on, in which a number of follow-ups belong; `within` is counted from the original date."""

    first: date
    last: date
    within: Span


def open_period(version: RuleVersion, start_on: date, facts: CaseFacts, today: date) -> FollowUpPeriod:
    """Return the first of the successive periods from a day in which not enough follow-ups were held.

    The first period holds the day itself, each later one begins the day after the one before it. A follow-up held too
    late for its period completes it and belongs to the next one too. A period that ended in ordinary work or education
    asks for no number. Periods that would begin after the version ended are not gone through.
    """
    assert version.due is not None  # noqa: S101 - the loader gives every number a period
    assert version.times is not None  # noqa: S101 - and every repeated period a number
    period = FollowUpPeriod(start_on, version.due.after(start_on), version.due)
    while version.ended_on is None or period.first <= version.ended_on:
        held = sum(on >= period.first for on in facts.follow_ups)
        excepted = version.in_ordinary_work and period.last < today and is_in_ordinary_work(facts, period.last)
        if held < version.times and not excepted:
            break
        within = Span(period.within.value + version.due.value, version.due.unit)
        period = FollowUpPeriod(period.last + date.resolution, within.after(start_on), within)
    return period


def follow_up_times(
    version: RuleVersion, start: CountsFrom, facts: CaseFacts, today: date, *, with_steps: bool = True
) -> FollowUpDue:
    """Return the last day of the period in which a number of follow-ups belong, until that many were held."""
    assert version.due is not None  # noqa: S101 - the loader gives every number a period
    assert version.times is not None  # noqa: S101 - asked only of versions with a number
    steps: tuple[Step, ...] = ()
    held = [on for on in facts.follow_ups if on >= start.on]
    if version.in_ordinary_work and is_in_ordinary_work(facts, today):
        last, span = CountsFrom(Fact.FOLLOW_UP, held[-1]) if held else start, version.in_ordinary_work
        due_on = span.after(last.on)
        if with_steps:
            steps = _fact(last), Step(StepKind.IN_ORDINARY_WORK, due_on, start=last.on, span=span)
        return _with_leave(version, FollowUpDue(last, due_on, steps), facts)
    if version.repeats:
        period = open_period(version, start.on, facts, today)
        held = [on for on in held if on >= period.first]
    else:
        period = FollowUpPeriod(start.on, version.due.after(start.on), version.due)
    if with_steps:
        added = Step(StepKind.ADDED, period.last, start=start.on, span=period.within)
        first, most = period.first if version.repeats else None, version.times
        counted = Step(StepKind.TIMES, period.last, start=first, held=min(len(held), most), times=most)
        steps = _fact(start), added, counted
    if len(held) >= version.times and not version.repeats:
        return FollowUpDue(start, None, steps, Reason.BY_NEED)
    return _with_leave(version, FollowUpDue(start, period.last, steps), facts)


def _fact(start: CountsFrom) -> Step:
    return Step(StepKind.FACT, start.on, fact=start.fact)


def _with_leave(version: RuleVersion, due: FollowUpDue, facts: CaseFacts) -> FollowUpDue:
    """Move a date that parental leave covers: the first to six months after the birth, the next to the leave's end.

    A follow-up held between the birth and a leave that begins later is not the first of that leave.
    """
    if version.after_birth is None or due.due_on is None:
        return due
    for leave in facts.parental_leave:
        if leave.child_born_on is None:
            continue
        held = [on for on in facts.follow_ups if on >= max(leave.child_born_on, leave.first)]
        if not held and _covers(leave, due.due_on):
            return _first_in_leave(version.after_birth, leave, leave.child_born_on, due)
        if held and (_covers(leave, due.due_on) or _is_first_of_two(held, leave)):
            return _at_end_of_leave(leave, due)
    return due


def _first_in_leave(after_birth: Span, leave: LeaveFact, born_on: date, due: FollowUpDue) -> FollowUpDue:
    first_on = after_birth.after(born_on)
    if leave.last is not None and leave.last < first_on:
        return _at_end_of_leave(leave, due)
    if due.due_on is not None and due.due_on > first_on:
        return due
    step = Step(StepKind.AFTER_BIRTH, first_on, start=born_on, span=after_birth)
    return due._replace(due_on=first_on, steps=(*due.steps, step))


def _at_end_of_leave(leave: LeaveFact, due: FollowUpDue) -> FollowUpDue:
    if leave.last is None:
        return due._replace(due_on=None, reason=Reason.LEAVE_END_UNKNOWN)
    return due._replace(due_on=leave.last, steps=(*due.steps, Step(StepKind.LEAVE_ENDS, leave.last)))


def _covers(leave: LeaveFact, on: date) -> bool:
    return leave.first <= on and (leave.last is None or on <= leave.last)


def _is_first_of_two(held: list[date], leave: LeaveFact) -> bool:
    """Tell whether only the follow-up six months after the birth was held, and the one at the leave's end is next."""
    return len(held) == 1 and leave.last is not None and held[0] < leave.last
