"""Tilføj person: name, initials, role and a first password, in one dialog. Nothing of it is kept as a draft."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from desktop_app.application.errors import ApplicationError, UserNameTaken
from desktop_app.application.permission import TeamProblem, TeamRefused
from desktop_app.domain.case_checks import INITIALS_LENGTH, NAME_LENGTH
from desktop_app.domain.role import Role
from desktop_app.presenters.dialogs import DialogView
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.new_password import StrengthShown, password_problem, repeated_problem, strength_shown
from desktop_app.presenters.people_presenter import PeopleFollower
from desktop_app.presenters.people_texts import added_text
from desktop_app.presenters.role_texts import role_choice, role_meaning
from desktop_app.presenters.team_port import TeamWork
from desktop_app.presenters.typed_text import one_line, text_problem
from desktop_app.translation import _


class PersonField(StrEnum):
    """What is typed of somebody, in the order it stands."""

    NAME = "name"
    INITIALS = "initials"
    ROLE = "role"
    PASSWORD = "password"  # noqa: S105 - the name of a field
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPerson:
    """Everything that stands in the fields; `role` is empty while none is chosen."""

    name: str
    initials: str
    role: str
    password: str
    repeated: str


class NewPersonView(DialogView, Protocol):
    """The dialog."""

    def ask(self, roles: Sequence[tuple[str, str]]) -> None:
        """Open the dialog, with these roles to choose from (key and words)."""
        ...

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        ...


def role_choices(roles: Sequence[Role]) -> list[tuple[str, str]]:
    """Return the roles to choose from, by key and in words."""
    return [("", _("Choose …")), *((role.value, role_choice(role)) for role in roles)]


def meaning_of(key: str) -> str:
    """Return what the role that is chosen lets somebody do; that depends while none is."""
    return role_meaning(Role(key)) if key else _("The role decides what the person sees and can do.")


class NewPersonPresenter:
    """Adds one person."""

    def __init__(self, view: NewPersonView, follower: PeopleFollower, *, work: TeamWork) -> None:
        self._view, self._follower, self._work = view, follower, work

    def ask(self, roles: Sequence[Role]) -> None:
        """Open the dialog."""
        self._view.ask(role_choices(roles))

    def type_password(self, password: str) -> None:
        """Say how hard the password is to guess."""
        self._view.show_strength(strength_shown(password))

    def save(self, typed: TypedPerson) -> None:
        """Add the person, or say what is wrong."""
        name, initials = one_line(typed.name), one_line(typed.initials)
        problems = _problems(name, initials, typed)
        self._view.show_problems(problems)
        if problems:
            return
        try:
            person = self._work.add(name, initials, Role(typed.role), typed.password)
        except UserNameTaken as error:
            is_name = error.name.casefold() == unicodedata.normalize("NFC", name).casefold()
            self._view.show_problems({PersonField.NAME if is_name else PersonField.INITIALS: error_text(error)})
        except TeamRefused as error:
            field = PersonField.ROLE.value if error.problem is TeamProblem.LEADERS_ONLY else ""
            self._view.show_problems({field: error_text(error)})
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            self._view.finish()
            self._follower.people_changed()
            self._follower.say_done(added_text(person))


def _problems(name: str, initials: str, typed: TypedPerson) -> dict[str, str]:
    too_long = _("The text is too long. Shorten it.")
    problems = {
        PersonField.NAME: too_long if len(name) > NAME_LENGTH else text_problem(name, _("Type the person's name.")),
        PersonField.INITIALS: too_long
        if len(initials) > INITIALS_LENGTH
        else text_problem(initials, _("Type the person's initials.")),
        PersonField.ROLE: "" if typed.role else _("Choose a role."),
        PersonField.PASSWORD: password_problem(typed.password),
    }
    if not problems[PersonField.PASSWORD]:
        problems[PersonField.REPEATED] = repeated_problem(typed.password, typed.repeated)
    return {field.value: text for field, text in problems.items() if text}
