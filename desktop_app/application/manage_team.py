"""Who can open the store and as what: adding people, giving them other roles or passwords, and removing them.

A role stands in the store and a password's slot beside it. Somebody is added slot first and removed with both at once:
wherever the machine stops, at worst somebody has a slot and no role, and with that opens nothing. Nobody changes their
own role and only a leader changes a leader's, so there always is one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol

from desktop_app.application.errors import UnknownUser
from desktop_app.application.permission import TeamProblem, TeamRefused
from desktop_app.application.ports import LogAction, UnitOfWork, Work
from desktop_app.domain.role import Act, Role, TeamMember


class KeyHolder(NamedTuple):
    """Somebody with a password to the store; `id` stays theirs, whatever they are called."""

    id: str
    name: str
    initials: str


class TeamKeys(Protocol):
    """The passwords of an open store; `own_id` is the holder at work."""

    @property
    def own_id(self) -> str:
        """Whose hands the store is in."""
        ...

    def holders(self) -> Sequence[KeyHolder]:
        """Return who has a password, in the order they were added.

        Raises:
            StorageUnavailable: the keys cannot be read.
        """
        ...

    def add(self, name: str, initials: str, password: str) -> KeyHolder:
        """Let somebody open the store with a password of their own.

        Raises:
            UserNameTaken: somebody has the name or the initials.
            PasswordTooShort: it is not long enough.
            StorageUnavailable: the keys cannot be written; they are as they were.
        """
        ...

    def set_password(self, holder: KeyHolder, password: str) -> None:
        """Give somebody a new password.

        Raises:
            PasswordTooShort: it is not long enough.
            StorageUnavailable: the keys cannot be written; they are as they were.
        """
        ...

    def forget(self, holder: KeyHolder) -> None:
        """Take a password away that was never used, and leave the store's key as it is."""
        ...

    def remove(self, holder: KeyHolder, also: Callable[[UnitOfWork], None]) -> None:
        """Take somebody's password away and give the store a new key, sealed for those who stay.

        `also` writes what goes with it: all of it is done, or nothing. No unit of work may be open.

        Raises:
            LastUser: nobody else could open the store.
            KeyRotationWaits: for some who stay the new key cannot be sealed yet.
            StorageUnavailable: the machine could not write; everybody's password still opens the store.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPerson:
    """Somebody who can open the store; without a role only in name: they are let in nowhere."""

    id: str
    name: str
    initials: str
    role: Role | None
    is_oneself: bool

    def goes_by(self, called: str) -> bool:
        """Tell whether this is their name or their initials, in whatever case."""
        return called.casefold() in {self.name.casefold(), self.initials.casefold()}


def list_team(*, keys: TeamKeys, work: Work) -> list[TeamPerson]:
    """Return everybody with a password, in the order they were added.

    Raises:
        NotAllowed: only those who manage the team see it.
        StorageUnavailable: the keys or the store cannot be read.
    """
    with work(Act.MANAGE_TEAM) as unit:
        return _people(unit, keys)


def add_person(name: str, initials: str, role: Role, password: str, *, keys: TeamKeys, work: Work) -> TeamPerson:
    """Let somebody open the store, in a role.

    Raises:
        NotAllowed: only those who manage the team may.
        TeamRefused: LEADERS_ONLY, only a leader makes another.
        UserNameTaken, PasswordTooShort: nobody was added.
        StorageUnavailable: the machine could not write; nobody was added.
    """
    with work(Act.MANAGE_TEAM) as unit:
        people = _people(unit, keys)
        _refuse_above(people, role)
        _begin_roles(unit, people)
        holder = keys.add(name, initials, password)
        try:
            unit.members.add(TeamMember(id=holder.id, role=role))
            unit.note(LogAction.CHANGED_ACCESS, what="added", whom=holder.name, role=role.value)
            unit.commit()
        except BaseException:
            keys.forget(holder)
            raise
    return TeamPerson(id=holder.id, name=holder.name, initials=holder.initials, role=role, is_oneself=False)


def give_role(person_id: str, role: Role, *, keys: TeamKeys, work: Work) -> None:
    """Give somebody else another role; it holds from when they next open the store.

    Raises:
        NotAllowed: only those who manage the team may.
        UnknownUser: nobody has this id any more.
        TeamRefused: ONESELF or LEADERS_ONLY.
        ChangedMeanwhile, StorageUnavailable: the role is as it was.
    """
    with work(Act.MANAGE_TEAM) as unit:
        people = _people(unit, keys)
        person = _other(people, person_id)
        _refuse_above(people, person.role, role)
        _begin_roles(unit, people)
        given = next((member for member in unit.members.all() if member.id == person_id), None)
        if given is None:
            unit.members.add(TeamMember(id=person_id, role=role))
        else:
            unit.members.save(TeamMember(id=person_id, role=role, version=given.version))
        unit.note(LogAction.CHANGED_ACCESS, what="role", whom=person.name, role=role.value)
        unit.commit()


def give_password(person_id: str, password: str, *, keys: TeamKeys, work: Work) -> None:
    """Give somebody else, who forgot theirs, a new password. The log line and the key file go together.

    Raises:
        NotAllowed: only those who manage the team may.
        UnknownUser: nobody has this id any more.
        TeamRefused: ONESELF (that is `change_password`) or LEADERS_ONLY.
        PasswordTooShort, StorageUnavailable: the old one goes on opening the store.
    """
    with work(Act.MANAGE_TEAM) as unit:
        people = _people(unit, keys)
        person = _other(people, person_id)
        _refuse_above(people, person.role)
        unit.note(LogAction.CHANGED_ACCESS, what="password", whom=person.name)
        keys.set_password(_holder(person), password)
        unit.commit()


def remove_person(person_id: str, *, keys: TeamKeys, work: Work) -> None:
    """Let somebody open the store no more: password, role and the store's key go together.

    A copy of the store that was taken before stays readable with their password.

    Raises:
        NotAllowed: only those who manage the team may.
        UnknownUser: nobody has this id any more.
        TeamRefused: ONESELF or LEADERS_ONLY.
        KeyRotationWaits, StorageUnavailable: everything is as it was.
    """
    with work(Act.MANAGE_TEAM) as unit:
        people = _people(unit, keys)
    person = _other(people, person_id)
    _refuse_above(people, person.role)
    keys.remove(_holder(person), partial(_take_role, people, person))


def _people(unit: UnitOfWork, keys: TeamKeys) -> list[TeamPerson]:
    given = {member.id: member.role for member in unit.members.all()}
    return [
        TeamPerson(
            id=holder.id,
            name=holder.name,
            initials=holder.initials,
            role=given.get(holder.id) if given else Role.LEADER,
            is_oneself=holder.id == keys.own_id,
        )
        for holder in keys.holders()
    ]


def _begin_roles(unit: UnitOfWork, people: Sequence[TeamPerson]) -> None:
    """Write down that everybody leads, before the first of them does not."""
    if not unit.members.all():
        for person in people:
            unit.members.add(TeamMember(id=person.id, role=Role.LEADER))


def _take_role(people: Sequence[TeamPerson], person: TeamPerson, unit: UnitOfWork) -> None:
    _begin_roles(unit, people)
    for member in unit.members.all():
        if member.id == person.id:
            unit.members.remove(member)
    unit.note(LogAction.CHANGED_ACCESS, what="removed", whom=person.name)


def _other(people: Sequence[TeamPerson], person_id: str) -> TeamPerson:
    person = next((person for person in people if person.id == person_id), None)
    if person is None:
        raise UnknownUser(person_id)
    if person.is_oneself:
        raise TeamRefused(TeamProblem.ONESELF)
    return person


def _refuse_above(people: Sequence[TeamPerson], *roles: Role | None) -> None:
    leads = any(person.is_oneself and person.role is Role.LEADER for person in people)
    if Role.LEADER in roles and not leads:
        raise TeamRefused(TeamProblem.LEADERS_ONLY)


def _holder(person: TeamPerson) -> KeyHolder:
    return KeyHolder(person.id, person.name, person.initials)
