"""What the form of the master data asks of its page and of the open store."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case import Case, CorrectedFact
from desktop_app.domain.case_checks import CaseField
from desktop_app.presenters.case_form import Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFormShown:
    """Everything the page shows of a form.

    `recorded` holds the dates that are corrected with a reason, as words; their fields cannot be typed in.
    `household` is empty where the citizen lives in none.
    """

    case_number: str
    citizen: str
    texts: Mapping[str, str]
    rows: Mapping[CaseField, Rows]
    recorded: Mapping[CorrectedFact, str]
    household: str
    is_protected: bool
    hides_cpr: bool


class CaseFormView(Protocol):
    """The page of the form."""

    def show_form(self, shown: CaseFormShown) -> None:
        """Show a form that was opened, or brought up to date."""
        ...

    def show_text(self, key: str, text: str) -> None:
        """Write a field anew."""
        ...

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what keeps the case from being saved, and go to the first; none of them, none is said."""
        ...

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        ...

    def go_to(self, key: str) -> None:
        """Bring the keyboard to a field."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it did not succeed; what was typed stays."""
        ...

    def leave(self) -> None:
        """Go back to where one came from."""
        ...


class CaseChanging(Protocol):
    """What the form asks of the open store."""

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        """Read the case."""
        ...

    def show_cpr(self, case_number: str) -> str | None:
        """Return the whole CPR number; that is logged."""
        ...

    def show_address(self, case_number: str) -> None:
        """Note that a protected address is shown."""
        ...

    def change(self, read: Case, edited: Case, today: date, draft_id: str | None = None) -> Changes:
        """Save what differs.

        Raises:
            CaseRefused, FactNeedsCorrection, ChangedMeanwhile, StorageUnavailable: nothing was saved.
        """
        ...

    def can_show(self, text: str) -> bool:
        """Tell whether the paper shows every character of a text."""
        ...
