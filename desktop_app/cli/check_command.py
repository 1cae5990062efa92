"""`enplan spot-check`: uses of the cases, drawn from the log for somebody to look at."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.application.spot_check import MOST, AskedCheck
from desktop_app.cli.options import (
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    day,
    open_office,
    said_of,
    today,
)
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.presenters.check_presenter import USUAL_SIZE
from desktop_app.presenters.check_texts import check_json, check_table, check_told
from desktop_app.translation import _

_WRITTEN = "YYYY-MM-DD"


class CheckFormat(StrEnum):
    """How the uses are told."""

    TABLE = "table"
    JSON = "json"
    PDF = "pdf"


def spot_check_command(  # noqa: PLR0913, PLR0917 - every option is an argument
    first: Annotated[date, typer.Option("--from", parser=day, metavar=_WRITTEN, help=_("The first day."))],
    last: Annotated[date, typer.Option("--to", parser=day, metavar=_WRITTEN, help=_("The last day."))],
    size: Annotated[int, typer.Option("--size", min=1, max=MOST, help=_("How many uses to draw."))] = USUAL_SIZE,
    seed: Annotated[
        int | None, typer.Option("--seed", help=_("Equal seeds give equal draws, which can be foreseen; for tests."))
    ] = None,
    output: Annotated[CheckFormat, typer.Option("--format", help=_("How to print them."))] = CheckFormat.TABLE,
    out: Annotated[Path | None, typer.Option("--out", help=_("The file to write."))] = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Draw uses of the cases from the log, by chance, for somebody to look at."""
    if output is CheckFormat.PDF:
        said_of("--out", out)
    elif out is not None:
        raise WrongUse(_("--out goes with --format pdf only."))
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        parts = office.checks.draw(AskedCheck(first, last, size), seed)
        while parts.go_on():
            pass
        check = parts.result()
        if out is not None:
            office.save_document(out, office.checks.print(check, check_told, today()).content)
            typer.echo(_("Wrote the spot check to {file}.").format(file=out))
        else:
            tell = check_json if output is CheckFormat.JSON else check_table
            typer.echo(tell(check, office.checks.head()))
