"""What the screens ask of an open store about who has access (`application.manage_team`)."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.application.manage_team import TeamPerson
from desktop_app.domain.role import Role


class TeamWork(Protocol):
    """Adding people, giving them roles and passwords, and removing them.

    Each act raises NotAllowed for one who may not manage the team, TeamRefused where it is refused all the same, and
    StorageUnavailable where the machine could not write: then nothing has changed.
    """

    def people(self) -> Sequence[TeamPerson]:
        """Return everybody with a password, in the order they were added."""
        ...

    def add(self, name: str, initials: str, role: Role, password: str) -> TeamPerson:
        """Let somebody open the store.

        Raises:
            UserNameTaken: somebody has the name or the initials.
            PasswordTooShort: it is not long enough.
        """
        ...

    def give_role(self, person_id: str, role: Role) -> None:
        """Give somebody another role; it holds from when they next open the store."""
        ...

    def give_password(self, person_id: str, password: str) -> None:
        """Give somebody a new password.

        Raises:
            PasswordTooShort: it is not long enough.
        """
        ...

    def remove(self, person_id: str) -> None:
        """Let somebody open the store no more.

        Raises:
            LastUser: nobody else could open it.
        """
        ...
