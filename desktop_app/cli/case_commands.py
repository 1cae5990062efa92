"""`enplan import`, `export` and `deadlines`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
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
    today,
)
from desktop_app.cli.passwords import read_file_password
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Duty
from desktop_app.presenters.deadline_rows import as_csv, as_json, as_table, calendar_entries
from desktop_app.presenters.import_report_texts import import_lines
from desktop_app.translation import _, _n


class ListFormat(StrEnum):
    """How deadlines are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


def import_command(
    file: Annotated[Path, typer.Argument(help=_("A file in the exchange format."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    file_password_file: FilePassword = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Check everything and keep nothing."))] = False,
    update: Annotated[bool, typer.Option("--update", help=_("Replace known cases by what the file says."))] = False,
) -> None:
    """Bring in cases from a file: the whole file or nothing."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        ask = partial(read_file_password, file_password_file, from_stdin=password_stdin)
        report = office.import_file(file, today(), update=update, dry_run=dry_run, file_password=ask)
    for line in import_lines(report, dry_run=dry_run):
        typer.echo(line)


def export_command(
    out: Annotated[Path, typer.Option("--out", help=_("The file to write."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    case: CaseOption = None,
    *,
    password_stdin: PasswordStdin = False,
    encrypt: Encrypt = False,
    file_password_file: FilePassword = None,
) -> None:
    """Write cases to a plain JSON file, or to an encrypted one."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        file_password = handed_over_under(file_password_file, encrypt=encrypt, stdin=password_stdin)
        exported = office.export_file(out, case, file_password)
    count, scans, health = len(exported.content["cases"]), exported.scans_left_out, exported.health_left_out
    typer.echo(_n("Wrote {n} case to {file}.", "Wrote {n} cases to {file}.", count).format(n=count, file=out))
    if scans:
        left_out = _n("{n} scan is not in the file.", "{n} scans are not in the file.", scans)
        typer.echo(left_out.format(n=scans))
    if health:
        without_consent = _n(
            "{n} text on health is not in the file, because the citizen's consent is missing.",
            "{n} texts on health are not in the file, because the citizens' consent is missing.",
            health,
        )
        typer.echo(without_consent.format(n=health))
    if encrypt:
        typer.echo(_("The file is encrypted. Give its password to the receiver by another way than the file."))
        return
    typer.echo(
        _(
            "The file holds personal data and is not encrypted. Keep it on the municipality's drive only, and delete it"
            " after use."
        )
    )
    typer.echo(_("To hand it over, encrypt it with --encrypt."))


def deadlines_command(
    as_of: AsOfOption = None,
    output: Annotated[ListFormat, typer.Option("--format", help=_("How to print them."))] = ListFormat.TABLE,
    case: CaseOption = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    history: Annotated[bool, typer.Option("--history", help=_("Past ones of repeating duties too."))] = False,
) -> None:
    """List how every duty stands on a day, each with its explanation."""
    on: date = as_of or today()
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        found = office.deadlines(on, case, history=history)
        duties = office.law.rulebook.duties
    texts = {
        ListFormat.JSON: lambda: as_json(found),
        ListFormat.CSV: lambda: as_csv(found),
        ListFormat.TABLE: lambda: as_table(found, duties, on),
        ListFormat.ICS: lambda: _calendar(found, duties),
    }
    # Bytes, because text would get line ends of the machine's own kind, and CSV and calendars have theirs already.
    typer.echo(texts[output]().encode(), nl=False)


def _calendar(found: Sequence[Deadline], duties: Mapping[DutyId, Duty]) -> str:
    from desktop_app.documents.calendar_file import as_calendar  # noqa: PLC0415 - icalendar takes 0.2 s, only for this

    return as_calendar(calendar_entries(found, duties), datetime.now(UTC))
