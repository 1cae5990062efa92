"""What the form of a follow-up asks of its page and of the open store, and what passes between them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.list_follow_ups import FollowUpList
from desktop_app.application.log_follow_up import LoggedFollowUp
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PrintedPaper
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.presenters.follow_up_form import TypedFollowUp
from desktop_app.presenters.follow_up_page import FollowUpPage
from desktop_app.presenters.follow_up_reading import Problem


class FollowUpWork(Protocol):
    """What the open store does with follow-ups."""

    def open_case(self, case_number: str, today: date) -> OpenedCase:
        """Return a case to write a follow-up on.

        Raises:
            CaseNotFound: no case has this number.
        """
        ...

    def log(self, case: Case, talk: FollowUp, today: date, draft_id: str | None) -> LoggedFollowUp:
        """Finish a new follow-up."""
        ...

    def change(self, case: Case, talk: FollowUp, today: date, draft_id: str | None) -> Changes:
        """Put a follow-up in the place of the one with its id, while its note is open."""
        ...

    def print_contract(self, case_number: str, today: date, plan_number: int) -> PrintedPlan:
        """Return a version of the contract as it would be printed."""
        ...

    def remove(self, case_number: str, follow_up_id: str) -> Changes:
        """Take a follow-up away while its note is open."""
        ...


class FollowUpOffice(FollowUpWork, Protocol):
    """Everything the open store does with follow-ups."""

    def correct(self, case_number: str, follow_up_id: str, text: str, today: date, draft_id: str | None) -> Changes:
        """Add a correction to a follow-up."""
        ...

    def list(self, today: date) -> FollowUpList:
        """Return who is to be followed up next, and what was held."""
        ...

    def list_after(self, earlier: FollowUpList, cases: Collection[str]) -> FollowUpList:
        """Return the list of the same day after these cases were saved."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpRemarks:
    """What follows from what is typed: the next date and why, and by field what is worth a second look.

    `proposed` is the next date to show while the field follows the proposal, None when somebody wrote in it.
    """

    next_help: str
    proposed: str | None
    remarks: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedFollowUp:
    """What was saved, in a sentence, and what it changed; `can_undo` tells whether `undo` takes it back.

    `minutes_of` is the id of the follow-up whose minutes can be printed now, empty where none was saved.
    """

    text: str
    changes: Changes
    can_undo: bool
    minutes_of: str = ""


class FollowUpView(Protocol):
    """The page of a follow-up."""

    def show_form(self, page: FollowUpPage) -> None:
        """Show the page, with nothing typed yet."""
        ...

    def show_typed(self, typed: TypedFollowUp) -> None:
        """Fill in the fields; that is no edit."""
        ...

    def show_remarks(self, remarks: FollowUpRemarks) -> None:
        """Show what follows from what is typed."""
        ...

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what must be mended first, none to take it away."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it was not saved; what was typed stays."""
        ...

    def show_print(self, printed: PrintedPlan | PrintedPaper) -> None:
        """Show the contract, or the minutes, as they would be printed."""
        ...

    def close_form(self, finished: FinishedFollowUp) -> None:
        """Leave the page: it is saved, or let go."""
        ...

    def show_taken_back(self, changes: Changes) -> None:
        """Say that what was saved was taken away again; what was typed is back in the form."""
        ...
