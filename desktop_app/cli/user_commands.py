"""`enplan users`: who can open the store and as what, and adding, changing and removing people."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.application.errors import UnknownUser
from desktop_app.application.manage_team import TeamPerson
from desktop_app.cli.options import (
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    initials_of,
    open_office,
)
from desktop_app.cli.passwords import read_new_password
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.composition import Office
from desktop_app.domain.role import Role
from desktop_app.presenters.people_texts import (
    added_text,
    password_given_text,
    people_json,
    people_table,
    removed_text,
    role_given_text,
)
from desktop_app.presenters.typed_text import one_line, text_problem
from desktop_app.translation import _

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=_("Who has access: list, add, change and remove."))

PersonArgument = Annotated[str, typer.Argument(metavar="PERSON", help=_("Whom it is about: name or initials."))]
RoleOption = Annotated[Role, typer.Option("--role", help=_("What they are to the team."))]
NewPasswordFile = Annotated[
    Path | None, typer.Option("--new-password-file", help=_("A file whose first line is their password."))
]
NewPasswordStdin = Annotated[
    bool,
    typer.Option(
        "--new-password-stdin",
        help=_("Read their password from standard input, after your own if that is read from there too."),
    ),
]


class PeopleFormat(StrEnum):
    """How the people are printed."""

    TABLE = "table"
    JSON = "json"


@app.command("list", help=_("List everybody with a password, and their roles."))
def list_people(
    output: Annotated[PeopleFormat, typer.Option("--format", help=_("How to print them."))] = PeopleFormat.TABLE,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """List everybody with a password, and their roles."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        people = office.team.people()
    typer.echo(people_json(people) if output is PeopleFormat.JSON else people_table(people))


@app.command("add", help=_("Let somebody open the cases, in a role and with a password of their own."))
def add_person(  # noqa: PLR0913 - every option is an argument
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What they are called."))],
    role: RoleOption,
    initials: Annotated[str | None, typer.Option("--initials", help=_("Their initials; made of the name."))] = None,
    new_password_file: NewPasswordFile = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    new_password_stdin: NewPasswordStdin = False,
    password_stdin: PasswordStdin = False,
) -> None:
    """Let somebody open the cases, in a role and with a password of their own."""
    called = _checked(name)
    short = _checked(initials_of(called) if initials is None else initials)
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        password = read_new_password(new_password_file, from_stdin=new_password_stdin)
        typer.echo(added_text(office.team.add(called, short, role, password)))


@app.command("role", help=_("Give somebody another role."))
def give_role(
    person: PersonArgument,
    role: RoleOption,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Give somebody another role; it holds from when they next unlock the cases."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        whom = _person(office, person)
        office.team.give_role(whom.id, role)
        typer.echo(role_given_text(whom, role))


@app.command("password", help=_("Give somebody who has forgotten theirs a new password."))
def give_password(
    person: PersonArgument,
    new_password_file: NewPasswordFile = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    new_password_stdin: NewPasswordStdin = False,
    password_stdin: PasswordStdin = False,
) -> None:
    """Give somebody who has forgotten theirs a new password."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        whom = _person(office, person)
        office.team.give_password(whom.id, read_new_password(new_password_file, from_stdin=new_password_stdin))
        typer.echo(password_given_text(whom))


@app.command("remove", help=_("Let somebody open the cases no more; the cases get a new key."))
def remove_person(
    person: PersonArgument,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Let somebody open the cases no more."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        whom = _person(office, person)
        office.team.remove(whom.id)
        typer.echo(removed_text(whom))


def _person(office: Office, called: str) -> TeamPerson:
    """Return who is called that.

    Raises:
        UnknownUser: nobody is.
    """
    for person in office.team.people():
        if person.goes_by(one_line(called)):
            return person
    raise UnknownUser(called)


def _checked(text: str) -> str:
    """Return a name or initials as they are kept.

    Raises:
        WrongUse: they are empty, or hold control characters.
    """
    if problem := text_problem(text, _("A name and initials cannot be empty.")):
        raise WrongUse(problem)
    return one_line(text)
