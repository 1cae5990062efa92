"""Samtykke: given or withdrawn, with its day, in one dialog."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.record_consent import ConsentAct, ConsentProblem, ConsentRefused
from desktop_app.domain.case import Case
from desktop_app.domain.consent import ConsentPurpose
from desktop_app.presenters.consent_texts import consent_lines, consent_problem_text
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.typed_text import text_problem
from desktop_app.translation import _


class ConsentField(StrEnum):
    """The fields of the dialog."""

    PURPOSE = "purpose"
    ON = "on"
    WHOM = "whom"


_PLACES: Mapping[ConsentProblem, ConsentField] = {
    ConsentProblem.NO_DATE: ConsentField.ON,
    ConsentProblem.IN_FUTURE: ConsentField.ON,
    ConsentProblem.NOBODY: ConsentField.WHOM,
    ConsentProblem.NONE_STANDS: ConsentField.PURPOSE,
}


class ConsentView(Protocol):
    """The dialog."""

    def ask(self, title: str, lines: Sequence[str]) -> None:
        """Open the dialog over what stands on the case."""
        ...

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was saved."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class ConsentWork(Protocol):
    """What the dialog asks of the open store."""

    def record_consent(self, seen: Case, act: ConsentAct, today: date) -> Changes:
        """Save what the citizen said.

        Raises:
            ApplicationError: it is not saved as it is.
        """
        ...


class ConsentPresenter:
    """Records one consent, or its withdrawal; `saved` is told of it."""

    def __init__(
        self,
        view: ConsentView,
        *,
        work: ConsentWork,
        today: Callable[[], date],
        saved: Callable[[Changes, str], None],
    ) -> None:
        self._view, self._work, self._today, self._saved = view, work, today, saved
        self._case: Case | None = None

    def ask(self, case: Case) -> None:
        """Open the dialog for a case as it was read."""
        self._case = case
        self._view.ask(_("Consent of {citizen}").format(citizen=case.citizen.full_name), consent_lines(case.consents))

    def close(self) -> None:
        """Let go of the case."""
        self._case = None

    def save(self, purpose: ConsentPurpose, on: str, whom: str, *, is_withdrawal: bool) -> None:
        """Save what is typed."""
        if self._case is None:
            return
        if unkept := text_problem(whom):
            self._view.show_problems({ConsentField.WHOM: unkept})
            return
        try:
            day = read_date(on, self._today(), looks_back=True)
            act = ConsentAct(purpose=purpose, on=day, is_withdrawal=is_withdrawal, with_whom=whom)
            changes = self._work.record_consent(self._case, act, self._today())
        except DateNotRead as error:
            self._view.show_problems({ConsentField.ON: date_error_text(error)})
        except ConsentRefused as error:
            self._view.show_problems({_PLACES[error.problem]: consent_problem_text(error.problem)})
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            self.close()
            self._view.finish()
            self._saved(changes, _("The consent is withdrawn.") if is_withdrawal else _("The consent is recorded."))
