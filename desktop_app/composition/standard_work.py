"""The municipality's own standards of one store: what is decided, what would change, deciding, and taking back."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.application.change_local_standard import DecidedStandard, decide_standard, take_back_standard
from desktop_app.application.changes import Changes
from desktop_app.application.preview_local_standard import StandardPreview, preview_standard
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import LocalStandard
from desktop_app.domain.rulebook import Rulebook
from desktop_app.storage.store import Store


@dataclass(frozen=True)
class StandardWork:
    """Standards of one store over the rules of the file; `forget` is called when they are others than before."""

    store: Store
    rules: Callable[[], Rulebook]
    forget: Callable[[], None]

    def decided(self, duty: DutyId) -> Sequence[LocalStandard]:
        """Return every standard of a duty, by the day it begins."""
        with self.store.work() as unit:
            return [standard for standard in unit.local_standards.all() if standard.duty is duty]

    def preview(self, standard: LocalStandard, known: Sequence[LocalStandard], today: date) -> StandardPreview:
        """Return what a standard would change (`preview_standard`)."""
        return preview_standard(standard, known, read=self.store.read, rules=self.rules(), today=today)

    def decide(self, standard: LocalStandard, seen: Sequence[LocalStandard], draft_id: str | None) -> DecidedStandard:
        """Save a standard (`decide_standard`)."""
        try:
            return decide_standard(standard, seen, work=self.store.work, draft_id=draft_id)
        finally:
            self.forget()  # also where others turned out to be decided than were seen

    def take_back(self, decided: DecidedStandard) -> Changes:
        """Take a decision back (`take_back_standard`)."""
        try:
            return take_back_standard(decided, new_id=str(uuid.uuid4()), work=self.store.work)
        finally:
            self.forget()
