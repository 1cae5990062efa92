"""`enplan init` and `enplan verify`: making a store, and proving that it is whole."""

from typing import Annotated

import typer

from desktop_app.cli.options import (
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    initials_of,
    open_office,
    store_path,
    this_user,
)
from desktop_app.cli.passwords import read_password
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.composition import municipality_name, new_store
from desktop_app.presenters.verification_texts import verification_lines
from desktop_app.storage.verify import verify
from desktop_app.translation import _


def init(
    municipality: Annotated[str, typer.Option("--municipality", help=_("The municipality's three-digit code."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Create an encrypted store and print its recovery key, once."""
    name = municipality_name(municipality)
    if name is None:
        raise WrongUse(_("There is no municipality with the code {code}.").format(code=municipality))
    path = store_path(store)
    password = read_password(password_file, from_stdin=password_stdin)
    person = this_user(user)
    made = new_store(path, user=person, initials=initials_of(person), password=password, code=municipality)
    made.store.close()
    typer.echo(_("Created {path} for {municipality}, user {user}.").format(path=path, municipality=name, user=person))
    show_recovery_key(made.recovery_key)


def show_recovery_key(recovery_key: str) -> None:
    """Print the recovery key, which is shown this once and stands nowhere."""
    typer.echo(_("Recovery key, shown this once and kept nowhere:"))
    typer.echo(f"\n    {recovery_key}\n")
    typer.echo(_("Print it and put it in the team's box. Without it and without a password the data cannot be saved."))


def verify_command(
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    renew_mark: Annotated[
        bool, typer.Option("--renew-mark", help=_("Go on in a file that is not the one last worked in; it is logged."))
    ] = False,
) -> int:
    """Check everything about a store that can be checked; exit code 1 when anything is wrong."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        verification = verify(office.store)
        for line in verification_lines(verification, office.warning):
            typer.echo(line)
        if renew_mark and office.warning and verification.is_sound:
            office.renew_mark()
            typer.echo(_("You go on in this file, and the log says so."))
        is_in_order = verification.is_sound and office.warning is None
    return 0 if is_in_order else 1
