"""`enplan access`: everything about one citizen. `enplan retention`: the cases whose time is over."""

from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.options import (
    AsOfOption,
    CaseOption,
    Encrypt,
    FilePassword,
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    handed_over_under,
    open_office,
    said_of,
    today,
)
from desktop_app.presenters.retention_texts import retention_json, retention_table
from desktop_app.presenters.subject_access_presenter import encrypted_text, not_encrypted_text, saved_text
from desktop_app.presenters.subject_access_texts import access_told
from desktop_app.translation import _


class ReviewFormat(StrEnum):
    """How the cases to review are printed."""

    TABLE = "table"
    JSON = "json"


def access_command(
    out_dir: Annotated[Path, typer.Option("--out-dir", help=_("The folder to write the files in."))],
    case: CaseOption = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    encrypt: Encrypt = False,
    file_password_file: FilePassword = None,
) -> None:
    """Write everything about one citizen: a PDF, and the case in the exchange format."""
    number = said_of("--case", case)
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        tell = partial(access_told, duties=office.rulebook.duties)
        file_password = handed_over_under(file_password_file, encrypt=encrypt, stdin=password_stdin)
        saved = office.rights.give_access(number, out_dir, tell, today(), file_password)
    typer.echo(saved_text(saved))
    typer.echo(encrypted_text() if encrypt else not_encrypted_text())


def retention_command(
    as_of: AsOfOption = None,
    output: Annotated[ReviewFormat, typer.Option("--format", help=_("How to print them."))] = ReviewFormat.TABLE,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """List the cases whose time is over, for somebody to look at; nothing is deleted."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        review = office.rights.review_retention(as_of or today())
    typer.echo(retention_json(review) if output is ReviewFormat.JSON else retention_table(review))
