"""Historik: every revision of a case as a row, found by kind, with before and after in full beside it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.history_texts import HistoryText, history_text
from desktop_app.translation import _

ALL = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """A revision: `kind` is the choice of `history_kinds` it belongs to, `at` what it is sorted by."""

    id: str
    kind: str
    at: datetime
    text: HistoryText

    @property
    def when(self) -> str:
        """The moment in Danish time."""
        return self.text.when

    @property
    def user(self) -> str:
        """Who did it."""
        return self.text.user

    @property
    def title(self) -> str:
        """What was done to which kind of record."""
        return self.text.title

    @property
    def summary(self) -> str:
        """All changes in one line."""
        return self.text.summary


def history_of(opened: OpenedCase, rulebook: Rulebook) -> list[HistoryRow]:
    """Return every revision of a case, latest first; a protected address is hidden in all of them."""
    hides_address = opened.case.citizen.protected_address
    return [
        HistoryRow(
            id=str(place),
            kind=_GROUP_OF.get(line.kind, ALL),
            at=line.at,
            text=history_text(line, rulebook.duties, hides_address=hides_address),
        )
        for place, line in enumerate(opened.history)
    ]


def history_kinds(rows: Sequence[HistoryRow]) -> list[tuple[str, str]]:
    """Return the kinds one can choose among, as (key, words): everything first, then those that occur."""
    found = {row.kind for row in rows}
    return [(ALL, _("Everything")), *((key, words()) for key, words in _KINDS.items() if key in found)]


def of_kind(rows: Sequence[HistoryRow], kind: str) -> list[HistoryRow]:
    """Return the rows of a kind, or all of them."""
    return [row for row in rows if kind in {ALL, row.kind}]


_KINDS: Mapping[str, Callable[[], str]] = {
    "master": lambda: _("Master data"),
    "periods": lambda: _("Support, readiness, leave and moves"),
    "events": lambda: _("Events, offers and results"),
    "plan": lambda: _("Contract and plan"),
    "follow-ups": lambda: _("Follow-ups"),
    "corrections": lambda: _("Corrected dates"),
    "notes": lambda: _("Notes, complaints and consent"),
}
_GROUP_OF: Mapping[str, str] = {
    "cases": "master",
    "citizens": "master",
    "households": "master",
    "status_periods": "periods",
    "parental_leaves": "periods",
    "moves": "periods",
    "events": "events",
    "offers": "events",
    "results": "events",
    "plans": "plan",
    "goals": "plan",
    "activities": "plan",
    "commitments": "plan",
    "frozen_plans": "plan",
    "attachments": "plan",
    "documents": "plan",
    "follow_ups": "follow-ups",
    "follow_up_corrections": "follow-ups",
    "fact_corrections": "corrections",
    "deadline_decisions": "corrections",
    "consents": "notes",
    "notes": "notes",
    "complaints": "notes",
}
