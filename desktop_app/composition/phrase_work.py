"""The phrases of one store: listing, keeping, changing and removing them, and those a team may begin with."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from desktop_app.application.write_phrases import change_phrase, keep_phrases, list_phrases, remove_phrases
from desktop_app.domain.phrase import Phrase
from desktop_app.resource_files import resource
from desktop_app.storage.phrase_file import read_phrases
from desktop_app.storage.store import Store


@dataclass
class PhraseWork:
    """Phrases of one store (`presenters.phrase_port.PhraseWork`)."""

    store: Store

    def all(self) -> Sequence[Phrase]:
        """Return every phrase (`list_phrases`)."""
        return list_phrases(work=self.store.work)

    @cached_property
    def starting(self) -> Sequence[Phrase]:
        """The phrases a team may begin with; none of them has an id."""
        return read_phrases(resource("phrases") / "da.toml")

    def keep(self, phrases: Sequence[Phrase], draft_id: str | None = None) -> Sequence[Phrase]:
        """Keep new phrases under ids of their own (`keep_phrases`)."""
        new = [replace(phrase, id=str(uuid.uuid4()), version=0) for phrase in phrases]
        return keep_phrases(new, work=self.store.work, draft_id=draft_id)

    def change(self, phrase: Phrase, draft_id: str | None = None) -> Phrase:
        """Save a changed phrase (`change_phrase`)."""
        return change_phrase(phrase, work=self.store.work, draft_id=draft_id)

    def remove(self, phrases: Sequence[Phrase]) -> None:
        """Take phrases away (`remove_phrases`)."""
        remove_phrases(phrases, work=self.store.work)
