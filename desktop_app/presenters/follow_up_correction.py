"""Tilføj rettelse: a few lines below a note that is locked, kept as a draft while they are typed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Draft
from desktop_app.domain.errors import CorrectionEmpty
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.typed_text import text_problem
from desktop_app.translation import _

SCREEN = "follow_up_correction"


class CorrectionWork(Protocol):
    """What the open store does with corrections."""

    def correct(self, case_number: str, follow_up_id: str, text: str, today: date, draft_id: str | None) -> Changes:
        """Add a correction to a follow-up."""
        ...


class CorrectionView(Protocol):
    """The dialog that asks for a correction."""

    def ask_correction(self, title: str, text: str) -> None:
        """Ask, with what was typed before."""
        ...

    def show_problem(self, text: str) -> None:
        """Say at the field what keeps it from being saved; what was typed stays."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it was not saved; what was typed stays."""
        ...

    def close_correction(self, changes: Changes, text: str) -> None:
        """Close: it is saved."""
        ...


@dataclass(frozen=True, slots=True)
class _Note:
    """The note a correction is added to; `title` says which, as in "20. januar 2027 · Samtale"."""

    case_number: str
    follow_up_id: str
    title: str


class CorrectionPresenter:
    """Holds the text while it is typed, and saves it (`presenters.drafts.DraftedForm`)."""

    def __init__(self, view: CorrectionView, *, work: CorrectionWork, today: Callable[[], date]) -> None:
        self._view = view
        self._work = work
        self._today = today
        self._note: _Note | None = None
        self._text = ""
        self.draft_id: str | None = None

    def open(self, case_number: str, follow_up_id: str, title: str) -> None:
        """Ask for a correction of a follow-up."""
        self._open(_Note(case_number, follow_up_id, title), "")

    def type(self, text: str) -> None:
        """Take over what is written now."""
        self._text = text

    def save(self) -> None:
        """Add the correction, or say what is wrong."""
        note = self._note
        if note is None:
            return
        if problem := text_problem(self._text):
            self._view.show_problem(problem)
            return
        try:
            changes = self._work.correct(note.case_number, note.follow_up_id, self._text, self._today(), self.draft_id)
        except CorrectionEmpty as error:
            self._view.show_problem(error_text(error))
            return
        except ChangedMeanwhile:
            self._view.show_error(
                _(
                    "Somebody else has taken the note away, so nothing can be added to it. Copy what you typed if it is"
                    " to stand elsewhere."
                )
            )
            return
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._close()
        self._view.close_correction(changes, _("The correction is saved."))

    def close(self) -> None:
        """Let go of what was typed."""
        self._text = ""

    # The form as a draft ------------------------------------------------------------------------------------------

    @property
    def screen(self) -> str:
        """Which form it is."""
        return SCREEN

    @property
    def subject(self) -> str:
        """The follow-up that is corrected."""
        return self._note.follow_up_id if self._note else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return what was typed, None while there is nothing."""
        note = self._note
        if note is None or not self._text.strip():
            return None
        return {
            "case_number": note.case_number,
            "follow_up": note.follow_up_id,
            "title": note.title,
            "text": self._text,
        }

    def based_on(self) -> Mapping[str, int]:
        """Return nothing: a correction is added to whatever stands there."""
        return {}

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Correction of a follow-up, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Ask anew, with what was typed."""
        content = draft.content
        self._open(_Note(content["case_number"], content["follow_up"], content["title"]), content["text"])

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what was typed; nothing is saved of it."""
        return [Difference(_("Correction"), "–", draft.content["text"])]

    def _open(self, note: _Note, text: str) -> None:
        self._note, self._text, self.draft_id = note, text, None
        self._view.ask_correction(note.title, text)

    def _close(self) -> None:
        self._note, self._text, self.draft_id = None, "", None
