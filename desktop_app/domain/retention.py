"""How long cases are kept: a date after which somebody looks at a case again. Nothing is ever deleted by it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.dates import Span
from desktop_app.domain.duties import DutyId
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.rulebook import Certainty, Source, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionVersion:
    """What a subject plan says of cases that ended from `valid_from` on; archives keep those of archive code B."""

    valid_from: date
    kle: str
    archive_code: str
    keep: Span
    standing: Standing
    certainty: Certainty
    source: Source
    note: str | None = None


class RetentionRules:
    """The versions; the one in force when a case ended says how long it is kept."""

    def __init__(self, versions: Iterable[RetentionVersion]) -> None:
        self._versions = sorted(versions, key=lambda version: version.valid_from)

    def in_force(self, ended_on: date) -> RetentionVersion | None:
        """Return the version for cases that ended on a day, None where no version reaches back so far."""
        return next((one for one in reversed(self._versions) if one.valid_from <= ended_on), None)


class EndedBy(StrEnum):
    """Why a case counts as ended."""

    CLOSED = "closed"
    MOVED_AWAY = "moved_away"


class Ending(NamedTuple):
    """When a case ended and by what. A talk held later still moves the day: the case was in use."""

    on: date
    by: EndedBy


class Expired(NamedTuple):
    """A case whose time is over on the day it was asked for."""

    ending: Ending
    kept_until: date
    rule: RetentionVersion


def ending_of(facts: CaseFacts) -> Ending | None:
    """Return when a case ended: it was closed, or the citizen moved away; None while it goes on."""
    closed = max((event.on for event in facts.events if event.duty == DutyId.PROGRAMME_MAX_LENGTH), default=None)
    away = moved_away_on(facts)
    if closed is None and away is None:
        return None
    by = EndedBy.MOVED_AWAY if closed is None or (away is not None and away > closed) else EndedBy.CLOSED
    days = (closed, away, *facts.follow_ups[-1:])
    return Ending(max(day for day in days if day is not None), by)


def expired(facts: CaseFacts, rules: RetentionRules, today: date) -> Expired | None:
    """Return that a case is to be looked at again: the day it was kept until is over."""
    ending = ending_of(facts)
    rule = rules.in_force(ending.on) if ending else None
    if ending is None or rule is None:
        return None
    kept_until = rule.keep.after(ending.on)
    return Expired(ending, kept_until, rule) if kept_until < today else None
