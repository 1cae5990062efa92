"""Where the command line takes the password from: a file only its owner can read, standard input, or a prompt."""

import getpass
import os
import stat
import sys
import unicodedata
from pathlib import Path

from desktop_app.cli.refusal import Refusal
from desktop_app.cli.wrong_use import WrongUse
from desktop_app.presenters.new_password import password_problem
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _

LONGEST = 4096


def read_password(file: Path | None, *, from_stdin: bool) -> str:
    """Return the password: the first line without its line end, in Unicode NFC.

    Raises:
        WrongUse: the options do not say where to take it from.
        Refusal: others can read the file, or no password stands in it.
    """
    if file is not None and from_stdin:
        raise WrongUse(_("Choose either --password-file or --password-stdin."))
    nowhere = _("Give the password with --password-file or --password-stdin.")
    return _read(file, from_stdin=from_stdin, question=_("Password: "), nowhere=nowhere)


def read_new_password(file: Path | None, *, from_stdin: bool) -> str:
    """Return the password somebody else is to have, read in the same way.

    Raises:
        WrongUse: the options do not say where to take it from.
        Refusal: others can read the file, or no password stands in it.
    """
    if file is not None and from_stdin:
        raise WrongUse(_("Choose either --new-password-file or --new-password-stdin."))
    nowhere = _("Give the new password with --new-password-file or --new-password-stdin.")
    return _read(file, from_stdin=from_stdin, question=_("New password: "), nowhere=nowhere)


def read_file_password(file: Path | None, *, from_stdin: bool) -> str:
    """Return the password of a file that is handed over: from a file, the next line of standard input, or a prompt.

    Raises:
        WrongUse: the options do not say where to take it from.
        Refusal: others can read the file, or no password stands in it.
    """
    nowhere = _("Give the password of the file with --file-password-file.")
    return _read(file, from_stdin=from_stdin, question=_("Password of the file: "), nowhere=nowhere)


def new_file_password(file: Path | None, *, from_stdin: bool) -> str:
    """Return the password a file is to get.

    Raises:
        WrongUse, Refusal: as `read_file_password` says; or it is too easy to guess.
    """
    password = read_file_password(file, from_stdin=from_stdin)
    if problem := password_problem(password):
        raise Refusal(problem)
    return password


def read_recovery_key(file: Path | None) -> str:
    """Return the recovery key: the first line of a file, or what is typed where there is somebody to type it.

    Raises:
        WrongUse: the options do not say where to take it from.
        Refusal: others can read the file, or no key stands in it.
    """
    if file is not None:
        return _from_file(file)
    if sys.stdin.isatty():
        return getpass.getpass(_("Recovery key: "))
    raise WrongUse(_("Give the recovery key with --recovery-key-file."))


def _read(file: Path | None, *, from_stdin: bool, question: str, nowhere: str) -> str:
    """Return the password from where the options say, or as it is typed; `nowhere` says that nobody can type it."""
    if file is not None:
        return _from_file(file)
    if from_stdin:
        return _first_line(sys.stdin.buffer.readline(LONGEST))
    if sys.stdin.isatty():
        return unicodedata.normalize("NFC", getpass.getpass(question))
    raise WrongUse(nowhere)


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as content:
            if os.name == "posix" and os.fstat(content.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                raise Refusal(
                    _("Others can read the password file {file}. Restrict it with: chmod 600 {file}").format(file=file)
                )
            return _first_line(content.readline(LONGEST))
    except OSError as error:
        raise Refusal(
            _("The password file {file} cannot be read ({reason}).").format(
                file=file, reason=system_reason(error.strerror or str(error))
            )
        ) from error


def _first_line(line: bytes) -> str:
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(_("The password is not text in UTF-8.")) from error
    password = unicodedata.normalize("NFC", text.rstrip("\r\n"))
    if not password:
        raise Refusal(_("The password is empty."))
    return password
