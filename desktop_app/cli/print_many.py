"""`enplan print --cases FILE` and `--all`: the plans of many cases into a folder, one file each."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from desktop_app.application.print_plans import PlansPrinted, WantedPlan
from desktop_app.cli.refusal import Refusal
from desktop_app.composition import Office
from desktop_app.presenters.print_plans_texts import left_out, plans_saved_text, plans_warning
from desktop_app.translation import _


def cases_in(file: Path) -> list[str]:
    """Return the case numbers in a file, one on each line; empty lines count for nothing.

    Raises:
        Refusal: the file is not text, or names no case.
        OSError: it cannot be read.
    """
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Refusal(_("{file} is not text in UTF-8.").format(file=file)) from error
    numbers = [number for line in lines if (number := line.strip())]
    if not numbers:
        raise Refusal(_("{file} names no case. Write one case number on each line.").format(file=file))
    return numbers


def print_many(office: Office, cases: Sequence[str] | None, folder: Path, on: date) -> int:
    """Print the current plan of these cases, or of every one; return 1 if one that was asked for was not printed.

    Of every case those without a plan are no problem. Ctrl+C stops between two files.

    Raises:
        NotADirectoryError: there is no such folder.
    """
    numbers = [line.case_number for line in office.store.read.case_lines()] if cases is None else cases
    parts = office.plan_prints.print_plans(map(WantedPlan, numbers), on, office.plan_prints.into(folder))
    try:
        while parts.go_on():
            pass
    except KeyboardInterrupt:
        _say(parts.so_far(), folder)
        raise
    result = parts.so_far()
    _say(result, folder)
    return int(bool(result.failed or (result.without_plan and cases is not None)))


def _say(result: PlansPrinted, folder: Path) -> None:
    typer.echo(plans_saved_text(len(result.printed), folder))
    for reason, numbers in left_out(result).items():
        typer.echo(f"{reason}: {', '.join(numbers)}.")
    if result.printed:
        typer.echo(plans_warning())
