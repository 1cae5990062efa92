"""Who can open a store and as what, as those who manage the team change it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.application.manage_team import (
    KeyHolder,
    TeamPerson,
    add_person,
    give_password,
    give_role,
    list_team,
    remove_person,
)
from desktop_app.application.ports import UnitOfWork
from desktop_app.domain.role import Role
from desktop_app.storage.key_file import StoreUser
from desktop_app.storage.store import Store


@dataclass(frozen=True)
class StoreTeamKeys:
    """The passwords of an open store (`application.manage_team.TeamKeys`)."""

    store: Store

    @property
    def own_id(self) -> str:
        """Whose hands the store is in."""
        return self.store.user.id

    def holders(self) -> Sequence[KeyHolder]:
        """Return who has a password."""
        return [KeyHolder(user.id, user.name, user.initials) for user in self.store.keys.users()]

    def add(self, name: str, initials: str, password: str) -> KeyHolder:
        """Let somebody open the store."""
        user = self.store.keys.add_user(name, initials, password)
        return KeyHolder(user.id, user.name, user.initials)

    def set_password(self, holder: KeyHolder, password: str) -> None:
        """Give somebody a new password."""
        self.store.keys.set_password(holder.name, password)

    def forget(self, holder: KeyHolder) -> None:
        """Take a password away that was never used."""
        self.store.keys.forget_user(StoreUser(holder.name, holder.initials, holder.id))

    def remove(self, holder: KeyHolder, also: Callable[[UnitOfWork], None]) -> None:
        """Take somebody's password away and give the store a new key."""
        self.store.remove_user(holder.name, also)


@dataclass(frozen=True)
class TeamWork:
    """Adding people to the team of one store, giving them roles and passwords, and removing them."""

    store: Store

    def people(self) -> list[TeamPerson]:
        """Return everybody with a password (`list_team`)."""
        return list_team(keys=StoreTeamKeys(self.store), work=self.store.work)

    def add(self, name: str, initials: str, role: Role, password: str) -> TeamPerson:
        """Let somebody open the store (`add_person`)."""
        return add_person(name, initials, role, password, keys=StoreTeamKeys(self.store), work=self.store.work)

    def give_role(self, person_id: str, role: Role) -> None:
        """Give somebody another role (`give_role`)."""
        give_role(person_id, role, keys=StoreTeamKeys(self.store), work=self.store.work)

    def give_password(self, person_id: str, password: str) -> None:
        """Give somebody a new password (`give_password`)."""
        give_password(person_id, password, keys=StoreTeamKeys(self.store), work=self.store.work)

    def remove(self, person_id: str) -> None:
        """Let somebody open the store no more (`remove_person`)."""
        remove_person(person_id, keys=StoreTeamKeys(self.store), work=self.store.work)
