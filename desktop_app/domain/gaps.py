"""Mangler: what keeps a deadline from being computed, or a case from being proved, and what does not add up.

Imported history is kept as it is; what is odd about it is listed here instead of being corrected in silence.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import CaseFacts, facts_of, known_on
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.odd_records import odd_records
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.stopped_deadlines import what_stops
from desktop_app.domain.unexplained_delays import unexplained_delays
from desktop_app.domain.unfitting_decisions import unfitting_decisions
from desktop_app.domain.unproved import unproved

_ORDER = {kind: place for place, kind in enumerate(GapKind)}


def gaps_of(case: Case, deadlines: Sequence[Deadline], rulebook: Rulebook, today: date) -> list[Gap]:
    """Return what is missing in a case or does not add up on a day, the most pressing first.

    `deadlines` is how every duty stands in the case on that day. A case another municipality took over lacks nothing.
    """
    return _gaps(case, facts_of(case), deadlines, rulebook, today)


def gaps_in(case: Case, rulebook: Rulebook, today: date) -> list[Gap]:
    """Return the same for a case whose deadlines are not at hand."""
    facts = facts_of(case)
    return _gaps(case, facts, deadlines_for(facts, rulebook, today, with_steps=False), rulebook, today)


def _gaps(case: Case, facts: CaseFacts, deadlines: Sequence[Deadline], rulebook: Rulebook, today: date) -> list[Gap]:
    if facts.moves and moved_away_on(known_on(facts, today)):
        return []
    by_duty = {deadline.duty: deadline for deadline in deadlines}
    found = [
        *what_stops(case, by_duty),
        *unproved(case, by_duty, today),
        *unexplained_delays(facts, deadlines, rulebook, today),
        *unfitting_decisions(case, facts, deadlines, rulebook, today),
        *odd_records(case),
    ]
    return sorted((replace(gap, responsible=case.responsible_caseworker) for gap in found), key=_place)


def _place(gap: Gap) -> int:
    return _ORDER[gap.kind]
