"""Indsigt in one click: everything about a citizen, encrypted and written to a folder that is asked for."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.give_access import SavedAccess
from desktop_app.application.password_rules import proposed_password
from desktop_app.domain.case import Case
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.new_password import password_problem
from desktop_app.presenters.rights_port import SubjectAccessWork
from desktop_app.presenters.subject_access_texts import access_told
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _

PASSWORD = "password"  # noqa: S105 - the key of a field


class SubjectAccessView(Protocol):
    """The dialog that says what is written, and the question where to."""

    def ask(self, title: str, explanation: str, password: str) -> None:
        """Open the dialog; the files are to be encrypted, with this password if nobody types another."""
        ...

    def show_protection(self, text: str, *, is_encrypted: bool) -> None:
        """Say what to know of the files as they are to be written; a password is only asked for to encrypt them."""
        ...

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        ...

    def ask_folder(self) -> None:
        """Ask for a folder over the dialog, which stays until the files are written."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was written."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class SubjectAccessPresenter:
    """Gives access to one case."""

    def __init__(
        self,
        view: SubjectAccessView,
        *,
        work: SubjectAccessWork,
        rulebook: Rulebook,
        today: Callable[[], date],
        say_done: Callable[[str], None],
    ) -> None:
        self._view, self._work, self._rulebook = view, work, rulebook
        self._today, self._say_done = today, say_done
        self._case: Case | None = None
        self._is_encrypted, self._password = True, ""

    def ask(self, case: Case) -> None:
        """Open the dialog for a case."""
        self._case, self._is_encrypted, self._password = case, True, proposed_password()
        self._view.ask(access_title(case), _explanation(), self._password)
        self._show_protection(case)

    def encrypt(self, *, is_encrypted: bool) -> None:
        """Take in whether the files are to be encrypted."""
        self._is_encrypted = is_encrypted
        self._view.show_problems({})
        if self._case is not None:
            self._show_protection(self._case)

    def type_password(self, password: str) -> None:
        """Take in the password of the files as it is typed."""
        self._password = password

    def go_on(self) -> None:
        """Ask where to, if nobody can guess the password."""
        problem = password_problem(self._password) if self._is_encrypted else ""
        self._view.show_problems({PASSWORD: problem} if problem else {})
        if not problem:
            self._view.ask_folder()

    def close(self) -> None:
        """Let go of the case and of the password."""
        self._case, self._password = None, ""

    def save_in(self, folder: Path) -> None:
        """Write paper and file to a folder."""
        if self._case is None:
            return
        tell = partial(access_told, duties=self._rulebook.duties)
        try:
            password = self._password if self._is_encrypted else ""
            saved = self._work.give_access(self._case.case_number, folder, tell, self._today(), password)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        except OSError as error:
            reason = system_reason(error.strerror or str(error))
            text = _("The files cannot be saved in {folder} ({reason}). Choose another folder.")
            self._view.show_error(text.format(folder=folder, reason=reason))
            return
        self.close()
        self._view.finish()
        self._say_done(saved_text(saved))

    def _show_protection(self, case: Case) -> None:
        text = encrypted_text() if self._is_encrypted else not_encrypted_text()
        if case.citizen.protected_address:
            text = _("{warning} The protected address stands in them.").format(warning=text)
        self._view.show_protection(text, is_encrypted=self._is_encrypted)


def access_title(case: Case) -> str:
    """Return the words on what gives access, about whom."""
    return _("Access: everything about {citizen}").format(citizen=case.citizen.full_name)


def saved_text(saved: SavedAccess) -> str:
    """Return what was written where."""
    return _("Wrote »{paper}« and »{file}« to {folder}.").format(
        paper=saved.paper, file=saved.file, folder=saved.folder
    )


def not_encrypted_text() -> str:
    """Return what to know of the files."""
    return _(
        "The files hold personal data and are not encrypted. Hand them to the citizen alone, and delete them after use."
    )


def encrypted_text() -> str:
    """Return what to know of the files where they are encrypted."""
    return _(
        "The files are encrypted, and the program does not keep the password: write it down. Give it to the citizen by"
        " another way than the files."
    )


def _explanation() -> str:
    return _(
        "Writes two files: a PDF with everything that is stored about the citizen, earlier values and the log of use"
        " included, and the case in the exchange format. Scans are listed, not included. Read the PDF through before it"
        " is handed over: what concerns others may have to be left out (databeskyttelsesloven § 22). It is logged that"
        " access was given."
    )
