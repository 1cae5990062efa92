"""What checking the log and the file asks of the open store."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from desktop_app.application.check_use import PrintedCheck, ToldCheck
from desktop_app.application.spot_check import AskedCheck, Checked, DrawnUse, SpotCheck, SpotCheckInParts
from desktop_app.application.store_mark import MarkWarning
from desktop_app.application.use_log import LogHead, Verdict
from desktop_app.application.verification import VerificationInParts
from desktop_app.domain.municipality import Municipality

Tell = Callable[[SpotCheck, LogHead, Municipality, date], ToldCheck]


class CheckWork(Protocol):
    """Checking how one store was used, and that it is whole."""

    @property
    def warning(self) -> MarkWarning | None:
        """What is wrong between the store and its mark."""
        ...

    def draw(self, asked: AskedCheck) -> SpotCheckInParts:
        """Return a draw by chance, still to be made.

        Raises:
            ApplicationError: it is not to be had; nothing was logged.
        """
        ...

    def mark(self, line: DrawnUse, verdict: Verdict, now: datetime) -> Checked:
        """Write in the log what was found of a use.

        Raises:
            ApplicationError: it was not written.
        """
        ...

    def print(self, check: SpotCheck, tell: Tell, today: date) -> PrintedCheck:
        """Return the list on paper.

        Raises:
            ApplicationError: it could not be logged.
        """
        ...

    def verify(self) -> VerificationInParts:
        """Return a check of the whole file, still to be made.

        Raises:
            ApplicationError: the file cannot be read.
        """
        ...
