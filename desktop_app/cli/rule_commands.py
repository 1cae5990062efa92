"""`enplan rules`: check the rule files, show what holds on a day, explain one duty, compare two sets of rules."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from desktop_app.cli.options import (
    AsOfOption,
    PasswordFile,
    PasswordStdin,
    StoreOption,
    UserOption,
    day,
    open_office,
    program_law,
    today,
)
from desktop_app.composition import full_weeks, legal_texts, rulebook, rulebook_in
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.rule_differences import comparison_lines
from desktop_app.presenters.rule_listing import check_lines, duty_lines, full_week_lines, lines_on
from desktop_app.translation import _

app = typer.Typer(no_args_is_help=True, help=_("The rules of law the program knows."), rich_markup_mode=None)

OnOption = Annotated[date | None, typer.Option("--on", parser=day, metavar="YYYY-MM-DD", help=_("The day."))]


@app.command("check", help=_("Read every rule and text, and say what is wrong."))
def check() -> None:
    """Say what was read; a file that is not as rules are written ends it with exit code 1."""
    rules, texts = rulebook(), legal_texts()
    full_weeks()
    for line in check_lines(rules, texts):
        typer.echo(line)


@app.command("show", help=_("Show what each duty says on a day."))
def show(on: OnOption = None) -> None:
    """Show each duty on a day."""
    law = program_law().in_force.law
    for line in (*lines_on(law.rulebook, on or today()), *full_week_lines(law.full_weeks, on or today())):
        typer.echo(line)


@app.command("explain", help=_("Show every version of one duty, with its source."))
def explain(
    duty: Annotated[DutyId, typer.Argument(help=_("The id of a duty."))],
    on: OnOption = None,
) -> None:
    """Show the versions of one duty with source and certainty, and which of them hold on a day."""
    for line in duty_lines(program_law().in_force.law.rulebook.duties[duty], on or today()):
        typer.echo(line)


@app.command("diff", help=_("Compare two folders of rule files: what differs, and whose deadlines change."))
def diff(
    old: Annotated[Path, typer.Argument(help=_("The folder with the rules as they are."))],
    new: Annotated[Path, typer.Argument(help=_("The folder with the rules as they would be."))],
    as_of: AsOfOption = None,
    store: StoreOption = None,
    password_file: PasswordFile = None,
    user: UserOption = None,
    *,
    password_stdin: PasswordStdin = False,
) -> None:
    """Say what differs and which deadlines change, by case number; a folder with a bad rule file is refused."""
    before, after = rulebook_in(old), rulebook_in(new)
    with open_office(store, password_file, stdin=password_stdin, user=user) as office:
        compared = office.rules_compared(before, after, as_of or today())
    for line in comparison_lines(compared):
        typer.echo(line)
