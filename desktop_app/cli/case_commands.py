"""`enplan import`, `export`, `deadlines` and `print`."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.printed_paper import PaperKind
from desktop_app.cli.options import (
    AsOfOption,
    CaseOption,
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    day,
    open_office,
    said_of,
    today,
)
from desktop_app.cli.print_many import cases_in, print_many
from desktop_app.cli.refusal import Refusal
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Duty
from desktop_app.presenters.deadline_rows import as_csv, as_json, as_table, calendar_entries
from desktop_app.presenters.import_report_texts import import_lines
from desktop_app.presenters.paper_texts import written_text
from desktop_app.presenters.plan_state_texts import state_on_paper
from desktop_app.translation import _, _n


class ListFormat(StrEnum):
    """How deadlines are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


class PrintedDocument(StrEnum):
    """The documents the command line knows by name."""

    PLAN = "plan"
    FOLLOW_UP = "follow-up"
    CALENDAR_SHEET = "calendar-sheet"
    INTERVIEW = "interview"
    DECLARATION_NOTE = "declaration-note"


_PAPERS = {
    PrintedDocument.FOLLOW_UP: PaperKind.FOLLOW_UP,
    PrintedDocument.CALENDAR_SHEET: PaperKind.CALENDAR_SHEET,
    PrintedDocument.DECLARATION_NOTE: PaperKind.DECLARATION_NOTE,
    PrintedDocument.INTERVIEW: PaperKind.INTERVIEW,
}


def import_command(
    file: Annotated[Path, typer.Argument(help=_("A file in the exchange format."))],
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Check everything and keep nothing."))] = False,
    update: Annotated[bool, typer.Option("--update", help=_("Replace known cases by what the file says."))] = False,
) -> None:
    """Bring in cases from a file: the whole file or nothing."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        report = office.import_file(file, today(), update=update, dry_run=dry_run)
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
) -> None:
    """Write cases to a plain JSON file."""
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        exported = office.export_file(out, case)
    count, scans = len(exported.content["cases"]), exported.scans_left_out
    typer.echo(_n("Wrote {n} case to {file}.", "Wrote {n} cases to {file}.", count).format(n=count, file=out))
    if scans:
        left_out = _n("{n} scan is not in the file.", "{n} scans are not in the file.", scans)
        typer.echo(left_out.format(n=scans))
    typer.echo(
        _(
            "The file holds personal data and is not encrypted. Keep it on the municipality's drive only, and delete it"
            " after use."
        )
    )


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


def print_command(  # noqa: PLR0913 - every option is an argument
    document: Annotated[PrintedDocument, typer.Option("--document", help=_("What to print."))],
    case: CaseOption = None,
    out: Annotated[Path | None, typer.Option("--out", help=_("The PDF to write."))] = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    language: Annotated[str, typer.Option("--language", help=_("The language of the document."))] = "da",
    follow_up: Annotated[
        date | None,
        typer.Option(
            "--follow-up",
            parser=day,
            metavar="YYYY-MM-DD",
            help=_("The day of the follow-up to print the minutes of; without it the last one held."),
        ),
    ] = None,
    *,
    cases: Annotated[
        Path | None, typer.Option("--cases", help=_("A file with case numbers, one on each line: their plans."))
    ] = None,
    out_dir: Annotated[
        Path | None, typer.Option("--out-dir", help=_("The folder plans of several cases are written to."))
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("The plans of every case."))] = False,
    password_stdin: PasswordStdin = False,
) -> int | None:
    """Print a document of a case as PDF/A, or the plans of many cases."""
    kind = _PAPERS.get(document)
    which = [name for name, said in (("--case", case), ("--cases", cases), ("--all", every)) if said]
    if len(which) > 1:
        raise WrongUse(_("{names} do not go together.").format(names=", ".join(which)))
    if follow_up and kind is not PaperKind.FOLLOW_UP:
        raise WrongUse(_("--follow-up goes with --document follow-up only."))
    if language != "da":
        raise Refusal(_("The documents are printed in Danish (da) only in this version of the program."))
    if cases or every:
        if kind or out:
            raise WrongUse(_("{name} goes with --document plan and --out-dir only.").format(name=which[0]))
        folder = said_of("--out-dir", out_dir)
        numbers = cases_in(cases) if cases else None
        with open_office(store, password_file, stdin=password_stdin, user=user) as office:
            return print_many(office, numbers, folder, today())
    if out_dir:
        raise WrongUse(_("--out-dir goes with --cases or --all only."))
    case, out = said_of("--case", case), said_of("--out", out)
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        if kind is None:
            plan = office.print_plan(case, today())
            content = plan.content
            said = _("Wrote version {n} of the plan ({state}) to {file}.").format(
                n=plan.plan_number, state=state_on_paper(plan.state), file=out
            )
        else:
            paper = office.papers.draw(kind, case, today(), ChosenFollowUp(held_on=follow_up))
            content = paper.content
            said = written_text(paper, str(out))
        office.save_document(out, content)
    typer.echo(said)
    return None
