"""Erasing a person who was recorded by mistake: reason and case number in one dialog, then asked once more."""

from collections.abc import Callable, Mapping
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.erase_person import Erasing, check_erasing
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile, ConfirmationWrong, ReasonMissing
from desktop_app.domain.case import Case
from desktop_app.domain.erasure import may_be_erased
from desktop_app.presenters.erasure_texts import (
    backups_text,
    erasure_explanation,
    goes_text,
    kept_text,
    wrong_number_text,
)
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.rights_port import ErasureWork
from desktop_app.presenters.typed_text import text_problem
from desktop_app.translation import _

REASON, NUMBER = "reason", "number"


class ErasureView(Protocol):
    """The dialog, and the last question over it."""

    def ask(self, title: str, explanation: str, goes: str, backups: str) -> None:
        """Open the dialog: what is erased, and what of it older backups still hold."""
        ...

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing is erased."""
        ...

    def ask_finally(self, question: str, consequence: str) -> None:
        """Ask once more over the dialog; the keyboard begins at letting it be."""
        ...

    def finish(self) -> None:
        """Close everything of it."""
        ...


class ErasurePresenter:
    """Erases one case; `erased` is told once it is done."""

    def __init__(self, view: ErasureView, *, work: ErasureWork, erased: Callable[[Changes, str], None]) -> None:
        self._view, self._work, self._erased = view, work, erased
        self._case: Case | None = None
        self._reason = self._number = ""

    def ask(self, case: Case) -> None:
        """Open the dialog for a case as it was read, or say why it is kept."""
        self._case, self._reason, self._number = case, "", ""
        if not may_be_erased(case):
            self.close()
            self._view.show_error(kept_text(case.case_number))
            return
        title = _("Erase {citizen}, case {number}").format(citizen=case.citizen.full_name, number=case.case_number)
        self._view.ask(title, erasure_explanation(), goes_text(case), backups_text())

    def type(self, reason: str, number: str) -> None:
        """Take in what is typed."""
        self._reason, self._number = reason, number

    def close(self) -> None:
        """Let go of the case and of what was typed."""
        self._case, self._reason, self._number = None, "", ""

    def go_on(self) -> None:
        """Ask once more, if there is a reason and the number is that of the case."""
        if self._case is None:
            return
        if unkept := text_problem(self._reason):
            self._view.show_problems({REASON: unkept})
            return
        try:
            check_erasing(self._case, self._erasing())
        except ReasonMissing:
            self._view.show_problems({REASON: _("Write why the person is erased. The reason stays in the log.")})
        except ConfirmationWrong as error:
            self._view.show_problems({NUMBER: wrong_number_text(error.case_number)})
        else:
            self._view.show_problems({})
            question = _("Erase case {number} for good?").format(number=self._case.case_number)
            self._view.ask_finally(question, _("Everything on the case is erased. It cannot be undone."))

    def erase(self) -> None:
        """Erase it."""
        if self._case is None:
            return
        number = self._case.case_number
        try:
            changes = self._work.erase(self._case, self._erasing())
        except ChangedMeanwhile:
            self._view.show_error(
                _("Somebody has saved changes to this case meanwhile. Open it again to see them before it is erased.")
            )
            return
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self.close()
        self._view.finish()
        self._erased(changes, _("Case {number} is erased. The log tells that there was one.").format(number=number))

    def _erasing(self) -> Erasing:
        return Erasing(reason=self._reason, typed_number=self._number)
