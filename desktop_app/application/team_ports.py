"""What the use cases ask of the store about what the team has decided and written for itself, beside its cases."""

from typing import Protocol

from desktop_app.domain.local_standard import LocalStandard
from desktop_app.domain.phrase import Phrase
from desktop_app.domain.role import TeamMember


class LocalStandardStore(Protocol):
    """The municipality's own standards."""

    def all(self) -> list[LocalStandard]:
        """Return every standard, by duty and by the day it holds from."""
        ...

    def add(self, standard: LocalStandard) -> None:
        """Add a new standard."""
        ...

    def remove(self, standard: LocalStandard) -> None:
        """Take a standard away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody took it away already.
        """
        ...


class PhraseStore(Protocol):
    """The phrases the team writes with."""

    def all(self) -> list[Phrase]:
        """Return every phrase, by id."""
        ...

    def add(self, phrase: Phrase) -> None:
        """Add a new phrase."""
        ...

    def save(self, phrase: Phrase) -> None:
        """Save a changed phrase.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away.
        """
        ...

    def remove(self, phrase: Phrase) -> None:
        """Take a phrase away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away already.
        """
        ...


class MemberStore(Protocol):
    """The roles of those who can open the store."""

    def all(self) -> list[TeamMember]:
        """Return every role that was given, by id."""
        ...

    def add(self, member: TeamMember) -> None:
        """Give somebody who has none a role."""
        ...

    def save(self, member: TeamMember) -> None:
        """Save a changed role.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away.
        """
        ...

    def remove(self, member: TeamMember) -> None:
        """Take a role away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away already.
        """
        ...
