"""Indsigt in one click: everything about a citizen, written to a folder that is asked for."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.give_access import SavedAccess
from desktop_app.domain.case import Case
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.rights_port import SubjectAccessWork
from desktop_app.presenters.subject_access_texts import access_told
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _


class SubjectAccessView(Protocol):
    """The dialog that says what is written, and the question where to."""

    def ask(self, title: str, explanation: str, warning: str) -> None:
        """Open the dialog."""
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

    def ask(self, case: Case) -> None:
        """Open the dialog for a case."""
        self._case = case
        self._view.ask(access_title(case), _explanation(), _warning(case))

    def go_on(self) -> None:
        """Ask where to."""
        self._view.ask_folder()

    def close(self) -> None:
        """Let go of the case."""
        self._case = None

    def save_in(self, folder: Path) -> None:
        """Write paper and file to a folder."""
        if self._case is None:
            return
        tell = partial(access_told, duties=self._rulebook.duties)
        try:
            saved = self._work.give_access(self._case.case_number, folder, tell, self._today())
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


def _explanation() -> str:
    return _(
        "Writes two files: a PDF with everything that is stored about the citizen, earlier values and the log of use"
        " included, and the case in the exchange format. Scans are listed, not included. Read the PDF through before it"
        " is handed over: what concerns others may have to be left out (databeskyttelsesloven § 22). It is logged that"
        " access was given."
    )


def _warning(case: Case) -> str:
    if case.citizen.protected_address:
        return _("{warning} The protected address stands in them.").format(warning=not_encrypted_text())
    return not_encrypted_text()
