"""Cases whose time is over, to be looked at one by one."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.review_retention import RetentionReview
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.retention_texts import (
    RetentionRow,
    never_deleted_text,
    retention_rows,
    retention_rule_text,
    retention_summary,
)


class RetentionView(Protocol):
    """The dialog with the list."""

    def show(self, summary: str, rows: Sequence[RetentionRow], rule: str, explanation: str) -> None:
        """Open the dialog."""
        ...

    def show_error(self, text: str) -> None:
        """Say why there is no list."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class RetentionWork(Protocol):
    """What it asks of the open store."""

    def review_retention(self, today: date) -> RetentionReview:
        """Return the cases whose time is over.

        Raises:
            ApplicationError: the store cannot be read, or the rules cannot.
        """
        ...


class RetentionPresenter:
    """Lists them, and opens the one that is chosen."""

    def __init__(
        self,
        view: RetentionView,
        *,
        work: RetentionWork,
        today: Callable[[], date],
        open_case: Callable[[str], None],
    ) -> None:
        self._view, self._work, self._today, self._open_case = view, work, today, open_case

    def ask(self) -> None:
        """Show the list of today."""
        try:
            review = self._work.review_retention(self._today())
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show(
            retention_summary(review), retention_rows(review), retention_rule_text(review), never_deleted_text()
        )

    def open(self, case_number: str) -> None:
        """Go to a case of the list."""
        if case_number:
            self._view.finish()
            self._open_case(case_number)
