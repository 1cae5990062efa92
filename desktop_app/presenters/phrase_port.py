"""What the screens ask of the open store about phrases; composition's `PhraseWork` fits it."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.domain.phrase import Phrase


class PhraseWork(Protocol):
    """The phrases the team writes with."""

    def all(self) -> Sequence[Phrase]:
        """Return every phrase, by id.

        Raises:
            StorageUnavailable: the machine could not read.
        """
        ...

    @property
    def starting(self) -> Sequence[Phrase]:
        """The phrases a team may begin with; none of them has an id."""
        ...

    def keep(self, phrases: Sequence[Phrase], draft_id: str | None = None) -> Sequence[Phrase]:
        """Keep new phrases, whatever ids they have, and return them as they are kept; their draft goes.

        Raises:
            PhraseRefused: one is not as a phrase must be.
            StorageUnavailable: the machine could not write.
        """
        ...

    def change(self, phrase: Phrase, draft_id: str | None = None) -> Phrase:
        """Save a changed phrase and return it as it is kept; its draft goes.

        Raises:
            PhraseRefused: it is not as a phrase must be.
            ChangedMeanwhile: somebody saved it after it was read, or took it away.
            StorageUnavailable: the machine could not write.
        """
        ...

    def remove(self, phrases: Sequence[Phrase]) -> None:
        """Take phrases away as they were read.

        Raises:
            ChangedMeanwhile: somebody saved or took away one of them after it was read.
            StorageUnavailable: the machine could not write.
        """
        ...
