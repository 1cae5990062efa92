"""`enplan backup`: a checked copy of the store in a folder, as for a scheduled job."""

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.options import PasswordFile, PasswordStdin, StoreOption, UserOption, now, open_office
from desktop_app.presenters.backup_texts import backup_lines
from desktop_app.translation import _


def backup_command(
    to: Annotated[Path, typer.Option("--to", help=_("The folder the backup is put in; it must be there."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Copy the store to a folder, check the copy, and say what was checked."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        report = office.backups.back_up(str(to.absolute()), now())
    for line in backup_lines(report):
        typer.echo(line)
