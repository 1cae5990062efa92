"""Approved moves between municipalities (integrationsloven § 18)."""

from datetime import date

from desktop_app.domain.case import MoveDirection
from desktop_app.domain.case_facts import CaseFacts


def moved_in_on(facts: CaseFacts) -> date | None:
    """Return the day of the latest approved move to this municipality."""
    if not facts.moves:  # as in most cases
        return None
    return max((move.on for move in facts.moves if move.direction is MoveDirection.IN), default=None)


def moves_in(facts: CaseFacts) -> tuple[date, ...]:
    """Return the days of all approved moves to this municipality that came after the takeover, in order."""
    taken_over = facts.takeover_on
    return tuple(
        move.on for move in facts.moves if move.direction is MoveDirection.IN and taken_over and move.on > taken_over
    )


def moved_away_on(facts: CaseFacts) -> date | None:
    """Return the day of an approved move away that no later move in has undone."""
    if not facts.moves:
        return None
    away = max((move.on for move in facts.moves if move.direction is MoveDirection.OUT), default=None)
    back = moved_in_on(facts)
    return away if away and (back is None or back < away) else None
