"""What is over of the duties that repeat: each follow-up and each gap between company offers, as it was fulfilled."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from desktop_app.domain.case_facts import CaseFacts, known_on
from desktop_app.domain.deadline import DONE, CountsFrom, Deadline, Reason, StepKind
from desktop_app.domain.deadlines import computed_deadline_for, deadlines_for, fulfilled
from desktop_app.domain.decided_deadlines import decided
from desktop_app.domain.rulebook import Duty, Fulfilment, Rulebook


def past_deadlines_for(facts: CaseFacts, rulebook: Rulebook, today: date, *, since: date = date.min) -> list[Deadline]:
    """Return the occurrences of repeating duties that are over: what each follow-up or company offer fulfilled.

    Each is judged as it stood the day before it was fulfilled. What `deadlines_for` still shows is not among them, and
    neither is what was fulfilled before `since`.
    """
    now = deadlines_for(facts, rulebook, today)
    return past_deadlines_since(since, facts, now, rulebook, today)


def past_deadlines_since(
    since: date, facts: CaseFacts, now: Iterable[Deadline], rulebook: Rulebook, today: date
) -> list[Deadline]:
    """Return those that were over on a day or later; `now` is how every duty stands today."""
    known = known_on(facts, today)
    by_duty = {deadline.duty: deadline for deadline in now}
    past: list[Deadline] = []
    recent = (happening for happening in _happenings(known, rulebook) if happening.on >= since)
    for on, happenings in groupby(sorted(recent, key=_order), key=_day):
        before = known_on(facts, on - date.resolution)
        after = known_on(facts, on)
        for _, duty in happenings:
            open_before = computed_deadline_for(duty, before, rulebook, on - date.resolution)
            open_after = computed_deadline_for(duty, after, rulebook, on)
            if open_before.due_on is None or open_before.status in DONE or _is_still_open(open_before, open_after):
                continue
            if not _is_shown(open_before, by_duty[duty.id]):
                past.append(decided(fulfilled(open_before, on), known, today))
    return past


class _Happening(NamedTuple):
    """A day on which something happened that may have fulfilled a repeating duty."""

    on: date
    duty: Duty


def _happenings(known: CaseFacts, rulebook: Rulebook) -> Iterator[_Happening]:
    days_of = {
        Fulfilment.FOLLOW_UP_HELD: known.follow_ups,
        Fulfilment.NEXT_COMPANY_OFFER: tuple(offer.starts_on for offer in known.offers if offer.starts_on),
    }
    for duty in rulebook.duties.values():
        if duty.fulfilled_by in days_of:
            events = (event.on for event in known.events if event.duty == duty.id)
            for on in {*days_of[duty.fulfilled_by], *events}:
                yield _Happening(on, duty)


def _order(happening: _Happening) -> tuple[date, Fulfilment]:
    return happening.on, happening.duty.fulfilled_by


def _day(happening: _Happening) -> date:
    return happening.on


def _is_still_open(before: Deadline, after: Deadline) -> bool:
    return _is_shown(before, after) and after.status not in DONE


def _is_shown(occurrence: Deadline, current: Deadline) -> bool:
    return _begins(occurrence) == _begins(current) and current.reason is not Reason.BY_NEED


def _begins(deadline: Deadline) -> tuple[CountsFrom | None, date | None]:
    """What an occurrence is counted from and, of successive periods, on which day its own begins."""
    period = next((step.start for step in deadline.steps if step.kind is StepKind.TIMES), None)
    return deadline.counts_from, period
