"""Texts of legal weight, dated like rules. What nobody has checked says so wherever it is shown or printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period


class TextId(StrEnum):
    """The texts a plan is printed with, and that of the note that goes with it.

    `RESIDENCE_AND_DANISH` was one text for what has been two since: `PERMANENT_RESIDENCE` and `LEARNING_DANISH`.
    """

    LEGAL_BASIS = "legal_basis"
    FOLLOW_UP_STANDARD = "follow_up_standard"
    DUTY = "duty"
    SANCTIONS = "sanctions"
    MUNICIPAL_DUTY = "municipal_duty"
    DISAGREEMENT = "disagreement"
    COMPLAINT = "complaint"
    RESIDENCE_AND_DANISH = "residence_and_danish"
    PERMANENT_RESIDENCE = "permanent_residence"
    LEARNING_DANISH = "learning_danish"
    REPATRIATION = "repatriation"
    CHANGES = "changes"
    DATA_PROTECTION = "data_protection"
    DECISION = "decision"
    DECISION_COMPLAINT = "decision_complaint"
    INTERPRETED = "interpreted"
    NOT_INTERPRETED = "not_interpreted"
    INTERPRETER = "interpreter"
    DECLARATION = "declaration"


RIGHTS_AND_DUTIES = (
    TextId.DUTY,
    TextId.SANCTIONS,
    TextId.MUNICIPAL_DUTY,
    TextId.DISAGREEMENT,
    TextId.COMPLAINT,
    TextId.RESIDENCE_AND_DANISH,
    TextId.PERMANENT_RESIDENCE,
    TextId.LEARNING_DANISH,
    TextId.REPATRIATION,
    TextId.CHANGES,
    TextId.DATA_PROTECTION,
)
DECIDED_BY_MUNICIPALITY = (TextId.DECISION, TextId.DECISION_COMPLAINT)
"""What a plan says besides where the two could not agree on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalText:
    """One version of a text; `{names}` in it are filled in when it is printed. `checked_by` is None for a draft.

    Without `groups` it is meant for everybody.
    """

    id: TextId
    heading: str
    text: str
    valid_from: date
    source: str
    ended_on: date | None = None
    checked_by: str | None = None
    groups: frozenset[TargetGroup] = frozenset()

    @property
    def is_approved(self) -> bool:
        """Whether somebody with the standing to do so has checked the text."""
        return self.checked_by is not None


class LegalTexts:
    """All versions of all texts."""

    def __init__(self, texts: Iterable[LegalText]) -> None:
        self._texts = tuple(texts)

    def __len__(self) -> int:
        """How many versions there are."""
        return len(self._texts)

    @property
    def unapproved_count(self) -> int:
        """How many versions nobody has checked."""
        return sum(not text.is_approved for text in self._texts)

    def in_force(self, text_id: TextId, group: TargetGroup, on: date) -> LegalText | None:
        """Return the version for a group on a day, a group's own before the general one; None when there is none."""
        found = [
            text
            for text in self._texts
            if text.id is text_id
            and on in Period(text.valid_from, text.ended_on)
            and (not text.groups or group in text.groups)
        ]
        return max(found, key=lambda text: bool(text.groups), default=None)
