"""The options most commands share, and the office they open."""

import getpass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from desktop_app.app_paths import default_store, law_copy_path
from desktop_app.application.law_in_force import LawFallback
from desktop_app.application.store_mark import MarkWarning
from desktop_app.cli.passwords import new_file_password, read_password
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.composition import Office, ProgramLaw
from desktop_app.presenters.mark_texts import mark_body, mark_title
from desktop_app.presenters.rule_error_texts import law_fallback_text
from desktop_app.storage.store import open_store
from desktop_app.translation import _

Said = TypeVar("Said")

StoreOption = Annotated[Path | None, typer.Option("--store", help=_("The file with the cases."))]
PasswordFile = Annotated[
    Path | None, typer.Option("--password-file", help=_("A file whose first line is the password."))
]
PasswordStdin = Annotated[bool, typer.Option("--password-stdin", help=_("Read the password from standard input."))]
FilePassword = Annotated[
    Path | None,
    typer.Option("--file-password-file", help=_("A file whose first line is the password of the encrypted file.")),
]
Encrypt = Annotated[
    bool, typer.Option("--encrypt", help=_("Encrypt with a password of its own: the way to hand cases over."))
]
UserOption = Annotated[str | None, typer.Option("--user", help=_("Who you are: name or initials."))]
CaseOption = Annotated[str | None, typer.Option("--case", help=_("The number of one case."))]


def day(text: str) -> date:
    """Return the day an option names as YYYY-MM-DD."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=None).date()  # noqa: DTZ007 - a civil date has no zone
    except ValueError as error:
        raise WrongUse(_("»{text}« is not a date. Write YYYY-MM-DD.").format(text=text)) from error


def said_of(name: str, value: Said | None) -> Said:
    """Return the value of an option that must be said where the command is used in this way.

    Raises:
        WrongUse: it was not.
    """
    if value is None:
        raise WrongUse(_("{name} is missing.").format(name=name))
    return value


AsOfOption = Annotated[date | None, typer.Option("--as-of", parser=day, metavar="YYYY-MM-DD", help=_("The day."))]


def now() -> datetime:
    """Return the moment where the program runs: the only clock of the command line."""
    return datetime.now().astimezone()


def today() -> date:
    """Return the day it is where the program runs."""
    return now().date()


def store_path(store: Path | None) -> Path:
    """Return the store asked for, or the usual one."""
    return store or default_store()


def handed_over_under(file_password: Path | None, *, encrypt: bool, stdin: bool) -> str:
    """Return the password files to be handed over get, empty where they are to be plain.

    Raises:
        WrongUse, Refusal: as `passwords.new_file_password` says; or there is a password and nothing to encrypt.
    """
    if encrypt:
        return new_file_password(file_password, from_stdin=stdin)
    if file_password is not None:
        raise WrongUse(_("--file-password-file goes with --encrypt."))
    return ""


def this_user(user: str | None) -> str:
    """Return the name a new store's first user gets.

    Raises:
        WrongUse: nobody is called that.
    """
    name = " ".join((getpass.getuser() if user is None else user).split())
    if not name or not name.isprintable():
        raise WrongUse(_("--user takes a name: letters, and no control characters."))
    return name


def initials_of(name: str) -> str:
    """Return the initials of a name: first letters of its words, or a single word itself."""
    words = name.split()
    return "".join(word[0] for word in words).upper() if len(words) > 1 else name


def open_office(store: Path | None, password_file: Path | None, *, stdin: bool, user: str | None) -> Office:
    """Open the store asked for.

    Raises:
        StoreRefused, StorageUnavailable: as `storage.store.open_store` says.
    """
    path = store_path(store)
    opened = open_store(path, user=user, password=read_password(password_file, from_stdin=stdin))
    office = Office(opened, program_law())
    if office.warning:
        _say_warning(office.warning)
    return office


def program_law() -> ProgramLaw:
    """Return the law; where the last good copy stands in for its files, the first use of it says so."""
    return ProgramLaw(law_copy_path(), tell=_say_fallback)


def _say_warning(warning: MarkWarning) -> None:
    typer.echo(f"{mark_title(warning)}. {mark_body(warning)}", err=True)
    if warning.is_reading_only:
        typer.echo(_("To go on in this file: enplan verify --renew-mark"), err=True)


def _say_fallback(fallback: LawFallback) -> None:
    typer.echo(law_fallback_text(fallback), err=True)
