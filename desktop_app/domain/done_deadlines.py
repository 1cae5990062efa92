"""What of a case is done with lately: fulfilled today, or found fulfilled since it was last looked at."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.deadline import DONE, CountsFrom, Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.rulebook import Fulfilment, Rulebook

_REPEATING: Final = frozenset({Fulfilment.FOLLOW_UP_HELD, Fulfilment.NEXT_COMPANY_OFFER})


class Occurrence(NamedTuple):
    """One time a duty is owed: the duty, and the fact it is counted from that time."""

    duty: DutyId
    counts_from: CountsFrom | None


def occurrence_of(deadline: Deadline) -> Occurrence:
    """Return which time of its duty a deadline is of; fulfilling it makes no other of it."""
    return Occurrence(deadline.duty, deadline.counts_from)


def done_lately(
    facts: CaseFacts,
    rulebook: Rulebook,
    today: date,
    *,
    deadlines: Iterable[Deadline],
    were_open: Collection[Occurrence] = (),
) -> list[Deadline]:
    """Return what was fulfilled today, and what `were_open` and is fulfilled now, on whatever day.

    `deadlines` are those of the case today (`deadlines_for`). Of a duty that repeats it is the time that was fulfilled,
    which they may show no more. Asked of thousands of cases it costs next to nothing where nothing happened today.
    """
    if not were_open:  # as when thousands are listed for the first time
        done = [deadline for deadline in deadlines if deadline.fulfilled_on == today]
        return done + _past_of_today(facts, rulebook, today)
    open_still = set[Occurrence]()
    done = []
    for deadline in deadlines:
        if deadline.fulfilled_on == today or _is_one_of(deadline, were_open):
            done.append(deadline)
        else:
            open_still.add(occurrence_of(deadline))
    if any(occurrence not in open_still for occurrence in _repeating(were_open, rulebook)):
        past = past_deadlines_for(facts, rulebook, today)
        done += [one for one in past if one.fulfilled_on == today or _is_one_of(one, were_open)]
    else:
        done += _past_of_today(facts, rulebook, today)
    return done


def _past_of_today(facts: CaseFacts, rulebook: Rulebook, today: date) -> list[Deadline]:
    return past_deadlines_for(facts, rulebook, today, since=today) if _something_happened(facts, today) else []


def _is_one_of(deadline: Deadline, were_open: Collection[Occurrence]) -> bool:
    return deadline.status in DONE and occurrence_of(deadline) in were_open


def _repeating(occurrences: Iterable[Occurrence], rulebook: Rulebook) -> Iterator[Occurrence]:
    return (one for one in occurrences if rulebook.duties[one.duty].fulfilled_by in _REPEATING)


def _something_happened(facts: CaseFacts, today: date) -> bool:
    """Whether something of this day may have fulfilled a duty that repeats."""
    return (
        today in facts.follow_ups
        or today in [event.on for event in facts.events]
        or today in [offer.starts_on for offer in facts.offers]
    )
