"""`enplan backup`: a checked copy of the store in a folder, as for a scheduled job."""

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.application.errors import BackupFailed
from desktop_app.cli.options import PasswordFile, PasswordStdin, StoreOption, UserOption, now, open_office
from desktop_app.presenters.backup_texts import backup_lines
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _


def backup_command(
    to: Annotated[Path, typer.Option("--to", help=_("The folder the backup is put in; it must be there."))],
    also_to: Annotated[
        Path | None, typer.Option("--also-to", help=_("A second folder; where it is missing the first is used alone."))
    ] = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> int:
    """Copy the store to a folder, check the copy, and say what was checked; exit code 1 when the second place fails."""
    moment, is_in_both = now(), True
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        for line in backup_lines(office.backups.back_up(str(to.absolute()), moment)):
            typer.echo(line)
        if also_to:
            try:
                for line in backup_lines(office.backups.back_up(str(also_to.absolute()), moment)):
                    typer.echo(line)
            except BackupFailed as error:
                typer.echo(error_text(error), err=True)
                is_in_both = False
    return 0 if is_in_both else 1
