"""Adgang under Indstillinger: everybody who can open the store, and whom one may change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.manage_team import TeamPerson
from desktop_app.application.permission import TeamProblem, TeamRefused
from desktop_app.domain.role import Role
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.people_texts import shown_role
from desktop_app.presenters.role_texts import role_meaning
from desktop_app.presenters.team_port import TeamWork
from desktop_app.translation import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """A row of the list; `meaning` says what the role lets them do."""

    id: str
    name: str
    initials: str
    role: str
    meaning: str


class PeopleView(Protocol):
    """The section of the settings."""

    def show_people(self, people: Sequence[ShownPerson]) -> None:
        """List the people."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why something was not done; an empty text takes it away."""
        ...


class PeopleFollower(Protocol):
    """Who is told what became of the people."""

    def people_changed(self) -> None:
        """List them anew."""
        ...

    def say_done(self, text: str) -> None:
        """Say that it is done."""
        ...

    def say_removed(self, text: str) -> None:
        """Say that somebody was removed, and offer to make a backup."""
        ...


class NewPersonAsked(Protocol):
    """Asking whom to add."""

    def ask(self, roles: Sequence[Role]) -> None:
        """Ask, with these roles to choose from."""
        ...


class NewRoleAsked(Protocol):
    """Asking which role somebody is to have."""

    def ask(self, person: TeamPerson, roles: Sequence[Role]) -> None:
        """Ask, with these roles to choose from."""
        ...


class PersonAsked(Protocol):
    """Asking something about one person."""

    def ask(self, person: TeamPerson) -> None:
        """Ask."""
        ...


class PeoplePresenter:
    """Lists the people; dialogs do the rest. What would be refused anyway is said before anything is typed."""

    def __init__(
        self,
        view: PeopleView,
        *,
        work: TeamWork,
        new_person: NewPersonAsked,
        new_role: NewRoleAsked,
        new_password: PersonAsked,
        removal: PersonAsked,
    ) -> None:
        self._view, self._work = view, work
        self._new_person, self._new_role, self._new_password, self._removal = (
            new_person,
            new_role,
            new_password,
            removal,
        )
        self._people: dict[str, TeamPerson] = {}

    def show(self) -> None:
        """Read and list them."""
        try:
            people = self._work.people()
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        self._view.show_failure("")
        self._people = {person.id: person for person in people}
        self._view.show_people([shown_person(person) for person in people])

    def add(self) -> None:
        """Ask whom to add."""
        self._view.show_failure("")
        self._new_person.ask(self._roles())

    def give_role(self, person_id: str) -> None:
        """Ask which role somebody is to have."""
        if person := self._changeable(person_id):
            self._new_role.ask(person, self._roles())

    def give_password(self, person_id: str) -> None:
        """Ask for a new password for somebody."""
        if person := self._changeable(person_id):
            self._new_password.ask(person)

    def remove(self, person_id: str) -> None:
        """Ask whether somebody is to have access no more."""
        if person := self._changeable(person_id):
            self._removal.ask(person)

    def _changeable(self, person_id: str) -> TeamPerson | None:
        """Return somebody one may change; say why one may not."""
        person = self._people.get(person_id)
        problem = _refused(person, leads=self._leads) if person else None
        self._view.show_failure(error_text(TeamRefused(problem)) if problem else "")
        return None if problem else person

    @property
    def _leads(self) -> bool:
        return any(person.is_oneself and person.role is Role.LEADER for person in self._people.values())

    def _roles(self) -> list[Role]:
        """Return the roles one may give."""
        return [role for role in Role if self._leads or role is not Role.LEADER]


def _refused(person: TeamPerson, *, leads: bool) -> TeamProblem | None:
    if person.is_oneself:
        return TeamProblem.ONESELF
    return TeamProblem.LEADERS_ONLY if person.role is Role.LEADER and not leads else None


def shown_person(person: TeamPerson) -> ShownPerson:
    """Return somebody as a row of the list."""
    name = _("{name} (you)").format(name=person.name) if person.is_oneself else person.name
    return ShownPerson(
        id=person.id,
        name=name,
        initials=person.initials,
        role=shown_role(person.role),
        meaning=role_meaning(person.role) if person.role else _("Cannot unlock the cases. Give a role, or remove."),
    )
