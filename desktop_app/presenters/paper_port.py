"""What the window asks of the open store to print the papers beside the plan."""

from datetime import date
from typing import Protocol

from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.printed_paper import PaperKind, PrintedPaper


class PaperWork(Protocol):
    """Draws the papers of a case; each print is logged."""

    def draw(
        self, kind: PaperKind, case_number: str, today: date, follow_up: ChosenFollowUp | None = None
    ) -> PrintedPaper:
        """Return a paper as PDF; minutes are of the follow-up chosen, otherwise of the last one held.

        Without a case number the sheet of the interview is the empty form.

        Raises:
            CaseNotFound: no case has this number.
            NothingHeld: there is no such follow-up.
        """
        ...
