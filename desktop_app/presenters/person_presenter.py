"""Giv anden rolle, Giv ny adgangskode and Fjern adgang: what is done to one person who has access, a dialog each."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.manage_team import TeamPerson
from desktop_app.domain.role import Role
from desktop_app.presenters.dialogs import DialogView
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.new_password import StrengthShown, password_problem, repeated_problem, strength_shown
from desktop_app.presenters.new_person_presenter import PersonField, role_choices
from desktop_app.presenters.people_presenter import PeopleFollower
from desktop_app.presenters.people_texts import (
    confirmation_problem,
    password_given_text,
    removed_text,
    role_given_text,
)
from desktop_app.presenters.role_texts import role_text
from desktop_app.presenters.team_port import TeamWork
from desktop_app.presenters.typed_text import one_line
from desktop_app.translation import _

CONFIRMATION = "confirmation"
"""The field in which somebody types whom they remove."""


class NewRoleView(DialogView, Protocol):
    """The dialog about a role."""

    def ask(self, person: TeamPerson, roles: Sequence[tuple[str, str]], role: str) -> None:
        """Open the dialog, with these roles to choose from (key and words) and the one somebody has chosen."""
        ...


class NewPasswordView(DialogView, Protocol):
    """The dialog about a password."""

    def ask(self, person: TeamPerson) -> None:
        """Open the dialog."""
        ...

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        ...


class RemovalView(DialogView, Protocol):
    """The dialog about removing somebody."""

    def ask(self, person: TeamPerson) -> None:
        """Open the dialog: what is done, and what it does not reach."""
        ...


class NewRolePresenter:
    """Gives one person another role."""

    def __init__(self, view: NewRoleView, follower: PeopleFollower, *, work: TeamWork) -> None:
        self._view, self._follower, self._work = view, follower, work
        self._person: TeamPerson | None = None

    def ask(self, person: TeamPerson, roles: Sequence[Role]) -> None:
        """Open the dialog."""
        self._person = person
        self._view.ask(person, role_choices(roles), person.role.value if person.role else "")

    def save(self, chosen: str) -> None:
        """Give the role, or say what is wrong."""
        person = self._person
        if person is None:
            return
        role = Role(chosen) if chosen else None
        if role is None or role is person.role:
            problem = (
                _("{name} has the role of {role} already.").format(name=person.name, role=role_text(role))
                if role
                else _("Choose a role.")
            )
            self._view.show_problems({PersonField.ROLE.value: problem})
            return
        self._view.show_problems({})
        try:
            self._work.give_role(person.id, role)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.finish()
        self._follower.people_changed()
        self._follower.say_done(role_given_text(person, role))


class NewPasswordPresenter:
    """Gives one person, who has forgotten theirs, a new password. It is kept nowhere."""

    def __init__(self, view: NewPasswordView, follower: PeopleFollower, *, work: TeamWork) -> None:
        self._view, self._follower, self._work = view, follower, work
        self._person: TeamPerson | None = None

    def ask(self, person: TeamPerson) -> None:
        """Open the dialog."""
        self._person = person
        self._view.ask(person)

    def type_password(self, password: str) -> None:
        """Say how hard the password is to guess."""
        self._view.show_strength(strength_shown(password))

    def save(self, password: str, repeated: str) -> None:
        """Give the password, or say what is wrong."""
        if self._person is None:
            return
        problems = {PersonField.PASSWORD.value: password_problem(password)}
        if not problems[PersonField.PASSWORD]:
            problems = {PersonField.REPEATED.value: repeated_problem(password, repeated)}
        problems = {field: text for field, text in problems.items() if text}
        self._view.show_problems(problems)
        if problems:
            return
        try:
            self._work.give_password(self._person.id, password)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.finish()
        self._follower.people_changed()
        self._follower.say_done(password_given_text(self._person))


class RemovalPresenter:
    """Takes one person's access away, once it is typed whose."""

    def __init__(self, view: RemovalView, follower: PeopleFollower, *, work: TeamWork) -> None:
        self._view, self._follower, self._work = view, follower, work
        self._person: TeamPerson | None = None

    def ask(self, person: TeamPerson) -> None:
        """Open the dialog."""
        self._person = person
        self._view.ask(person)

    def is_confirmed(self, typed: str) -> bool:
        """Tell whether what is typed is the person's initials or name; say so at the field where it is not."""
        person = self._person
        if person is None:
            return False
        is_right = person.goes_by(one_line(typed))
        self._view.show_problems({} if is_right else {CONFIRMATION: confirmation_problem(person)})
        return is_right

    def remove(self, typed: str) -> None:
        """Take the access away; where that fails half way the list says how it stands now."""
        if self._person is None or not self.is_confirmed(typed):
            return
        try:
            self._work.remove(self._person.id)
        except ApplicationError as error:
            self._follower.people_changed()
            self._view.show_error(error_text(error))
            return
        self._view.finish()
        self._follower.people_changed()
        self._follower.say_removed(removed_text(self._person))
