"""Runs the command line: every foreseeable trouble is one sentence on standard error, never a traceback."""

import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from desktop_app import __version__
from desktop_app.application.errors import ApplicationError
from desktop_app.cli import (
    backup_command,
    case_commands,
    check_command,
    demo_command,
    print_command,
    restore_commands,
    rights_commands,
    rule_commands,
    store_commands,
    tour_command,
    user_commands,
)
from desktop_app.cli.refusal import Refusal
from desktop_app.cli.wrong_use import WrongUse, wrong_use
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.presenters.unexpected_errors import unexpected_text
from desktop_app.translation import _

DONE = 0
REFUSED = 1
INTERRUPTED = 130

app = typer.Typer(
    name="enplan",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=_("Én Plan: one coherent plan with each newly arrived citizen, every deadline explained."),
)
app.command("init", help=_("Create an encrypted store and print its recovery key, once."))(store_commands.init)
app.command("verify", help=_("Check the store: file, chain, rows, signed plans and documents."))(
    store_commands.verify_command
)
app.command("backup", help=_("Copy the store to a folder and check the copy; old copies are thinned out."))(
    backup_command.backup_command
)
app.command("restore", help=_("Check a backup and let it take the place of the store, which is kept aside."))(
    restore_commands.restore_command
)
app.command("recover", help=_("Set a new password with the printed recovery key, in the store or from a backup."))(
    restore_commands.recover_command
)
app.command("import", help=_("Bring in cases from a file: the whole file or nothing."))(case_commands.import_command)
app.command("export", help=_("Write cases to a file: plain JSON, or encrypted with --encrypt."))(
    case_commands.export_command
)
app.command("access", help=_("Write everything about one citizen: a PDF, and the case in the exchange format."))(
    rights_commands.access_command
)
app.command("retention", help=_("List the cases whose time is over, for somebody to look at; nothing is deleted."))(
    rights_commands.retention_command
)
app.command("spot-check", help=_("Draw uses of the cases from the log, by chance, for somebody to look at."))(
    check_command.spot_check_command
)
app.command("deadlines", help=_("List how every duty stands on a day, each with its explanation."))(
    case_commands.deadlines_command
)
app.command(
    "print",
    help=_("Print a document of a case as PDF/A or for screen readers, the plans of many cases, or the worklist."),
)(print_command.print_command)
app.command("demo", help=_("Create a store of made-up people, or fill an empty one."))(demo_command.demo)
app.command("tour", help=_("Drive the real window over made-up people, one picture per screen and state."))(
    tour_command.tour
)
app.add_typer(rule_commands.app, name="rules")
app.add_typer(user_commands.app, name="users")


@app.callback(invoke_without_command=True)
def _program(*, version: Annotated[bool, typer.Option("--version", help=_("Show the version."))] = False) -> None:
    """Show the version when asked."""
    if version:
        typer.echo(f"Én Plan {__version__}")
        raise typer.Exit


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 a problem found or refused, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _refuse_no_text(arguments)
        result = app(list(arguments), standalone_mode=False)
        sys.stdout.flush()
    except typer.Exit as finished:
        return finished.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # the library makes the one into the other
        # Whoever read the output has heard enough; closing it quietly keeps Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (ApplicationError, Refusal, typer.TyperException, OSError) as error:
        text, code = _said(error)
        typer.echo(text, err=True)
        return code
    except Exception as error:  # noqa: BLE001 - a traceback would hold its words, and they may be somebody's name
        typer.echo(unexpected_text(error), err=True)
        return REFUSED
    return result if isinstance(result, int) else DONE


def _said(error: Exception) -> tuple[str, int]:
    """Return the sentence for an error and the exit code it ends with."""
    if isinstance(error, ApplicationError):
        return error_text(error), REFUSED
    if isinstance(error, typer.TyperException):
        return wrong_use(error), error.exit_code
    if isinstance(error, OSError):
        return _("{place}: {reason}.").format(
            place=error.filename or "", reason=system_reason(error.strerror or str(error))
        ), REFUSED
    return str(error), REFUSED


def _refuse_no_text(arguments: Sequence[str]) -> None:
    for argument in arguments:
        try:
            argument.encode("utf-8")
        except UnicodeEncodeError as error:
            raise WrongUse(_("One of the words on the command line is not text in UTF-8.")) from error
