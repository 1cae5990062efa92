"""Kopiér til fagsystem: choose what of a case is copied, see it, and put it on the clipboard."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.application.copy_out import CopyField, CopySource
from desktop_app.application.errors import ApplicationError
from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.copy_texts import copied_text, copy_field_text
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _, _n

USUAL = frozenset(CopyField) - {CopyField.CPR, CopyField.SUPPORT, CopyField.FAMILY}
"""What is chosen before anybody has chosen: the number is copied only by whoever asks for it."""

CLEARED_AFTER_SECONDS = 15
"""How long a whole CPR number stays on the clipboard."""


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """One thing that can be copied."""

    field: CopyField
    text: str
    is_chosen: bool


class CopyView(Protocol):
    """The dialog, and the clipboard behind it."""

    def ask(self, citizen: str, case_number: str, choices: Sequence[CopyChoice]) -> None:
        """Open the dialog."""
        ...

    def show_preview(self, text: str) -> None:
        """Show what would be copied, with the number masked."""
        ...

    def show_problem(self, text: str) -> None:
        """Say what keeps it from being copied."""
        ...

    def put(self, text: str, *, is_secret: bool) -> None:
        """Put a text on the clipboard; a secret one is taken away again after a while, and on locking."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class CopyWork(Protocol):
    """What the dialog asks of the open store."""

    def copy_out(self, case_number: str, fields: Collection[CopyField], today: date) -> CopySource:
        """Return what the fields are written from; which they are is logged."""
        ...


class CopyPresenter:
    """Copies one case. What was chosen last is chosen again; `chosen` is told, so that it can be remembered."""

    def __init__(
        self,
        view: CopyView,
        *,
        work: CopyWork,
        rulebook: Rulebook,
        today: Callable[[], date],
        say_done: Callable[[str], None],
        last_chosen: Collection[CopyField] = USUAL,
        chosen: Callable[[Collection[CopyField]], None] | None = None,
    ) -> None:
        self._view, self._work, self._rulebook, self._today = view, work, rulebook, today
        self._say_done, self._told = say_done, chosen
        self._chosen = set(last_chosen)
        self._source: CopySource | None = None

    def ask(self, opened: OpenedCase) -> None:
        """Open the dialog for a case."""
        self._source = CopySource(case=opened.case, deadlines=opened.deadlines)
        choices = [CopyChoice(field, copy_field_text(field), field in self._chosen) for field in CopyField]
        self._view.ask(opened.case.citizen.full_name, opened.case.case_number, choices)
        self._preview()

    def choose(self, field: CopyField, *, is_chosen: bool) -> None:
        """Take a field in or leave it out."""
        (self._chosen.add if is_chosen else self._chosen.discard)(field)
        self._preview()

    def close(self) -> None:
        """Let go of the case."""
        self._source = None

    def copy(self) -> None:
        """Copy what is chosen."""
        if self._source is None:
            return
        if not self._chosen:
            self._view.show_problem(_("Choose at least one thing to copy"))
            return
        number = self._source.case.case_number
        try:
            source = self._work.copy_out(number, frozenset(self._chosen), self._today())
        except ApplicationError as error:
            self._view.show_problem(error_text(error))
            return
        is_secret = CopyField.CPR in self._chosen and source.case.citizen.cpr is not None
        text = copied_text(source, self._chosen, self._rulebook, shows_cpr=True)
        self._view.put(text, is_secret=is_secret)
        self._source = None
        self._view.finish()
        if self._told:
            self._told(frozenset(self._chosen))
        self._say_done(_copied(is_secret=is_secret))

    def _preview(self) -> None:
        if self._source:
            text = copied_text(self._source, self._chosen, self._rulebook, shows_cpr=False)
            self._view.show_preview(text)


def _copied(*, is_secret: bool) -> str:
    if is_secret:
        return _n(
            "Copied. The clipboard is cleared after {n} second.",
            "Copied. The clipboard is cleared after {n} seconds.",
            CLEARED_AFTER_SECONDS,
        ).format(n=CLEARED_AFTER_SECONDS)
    return _("Copied. Paste it into the main system.")
