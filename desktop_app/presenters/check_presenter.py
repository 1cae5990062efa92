"""Kontrol: a spot check of the log, drawn, looked through, marked and printed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from desktop_app.application.check_use import PrintedCheck
from desktop_app.application.errors import ApplicationError
from desktop_app.application.spot_check import AskedCheck, DrawnUse, SpotCheck, SpotCheckInParts
from desktop_app.application.use_log import Verdict
from desktop_app.presenters.check_port import CheckWork
from desktop_app.presenters.check_texts import CheckRow, check_row, check_summary, check_told
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _

USUAL_SIZE: Final = 20
_USUAL_DAYS: Final = 30


class CheckField(StrEnum):
    """What is asked for."""

    FIRST = "first"
    LAST = "last"
    SIZE = "size"


class CheckView(Protocol):
    """The section of the settings."""

    def show_asked(self, first: date, last: date, size: str) -> None:
        """Propose a period and a size."""
        ...

    def show_problems(self, problems: Mapping[CheckField, str]) -> None:
        """Say at each field what is wrong."""
        ...

    def show_check(self, summary: str, rows: Sequence[CheckRow]) -> None:
        """List the uses that were drawn."""
        ...

    def show_use(self, row: CheckRow | None) -> None:
        """Show a use in full, or none."""
        ...

    def show_drawing(self, text: str) -> None:
        """Say how far the draw has come; an empty text says that it has ended."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why the last thing was not done; an empty text takes it away."""
        ...


class CheckPresenter:
    """Holds the check that was drawn last, and the use that is looked at."""

    def __init__(
        self,
        view: CheckView,
        *,
        work: CheckWork,
        today: Callable[[], date],
        now: Callable[[], datetime],
        show_paper: Callable[[PrintedCheck], None],
        say_done: Callable[[str], None],
    ) -> None:
        self._view, self._work, self._today, self._now = view, work, today, now
        self._show_paper, self._say_done = show_paper, say_done
        self._parts: SpotCheckInParts | None = None
        self._check: SpotCheck | None = None
        self._chosen = ""
        self._was_shown = False

    def show(self) -> None:
        """Propose a period and a size the first time; a check that was drawn stays."""
        if not self._was_shown:
            self._was_shown = True
            today = self._today()
            self._view.show_asked(today - timedelta(days=_USUAL_DAYS), today, str(USUAL_SIZE))
            self._show_check()

    def draw(self, first: date | None, last: date | None, size: str) -> bool:
        """Begin a draw; whether there is anything to `go_on` with."""
        problems: dict[CheckField, str] = {}
        if first is None:
            problems[CheckField.FIRST] = _("Write the first day of the period")
        if last is None:
            problems[CheckField.LAST] = _("Write the last day of the period")
        if not (size.strip().isascii() and size.strip().isdigit()):
            problems[CheckField.SIZE] = _("Write how many uses to draw")
        self._view.show_problems(problems)
        self._view.show_failure("")
        if first is None or last is None or problems:
            return False
        try:
            self._parts = self._work.draw(AskedCheck(first, last, int(size)))
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return False
        self._show_progress(self._parts)
        return True

    def go_on(self) -> bool:
        """Do the next part of the draw; whether there is more to do."""
        parts = self._parts
        if parts is None:
            return False
        try:
            if parts.go_on():
                self._show_progress(parts)
                return True
            self._check = parts.result()
        except ApplicationError as error:
            self.stop()
            self._view.show_failure(error_text(error))
            return False
        self.stop()
        self._chosen = ""
        self._show_check()
        return False

    def stop(self) -> None:
        """Draw no more."""
        self._parts = None
        self._view.show_drawing("")

    def choose(self, row_id: str) -> None:
        """Show another use in full."""
        self._chosen = row_id
        line = self._line()
        self._view.show_use(check_row(line) if line else None)

    def mark(self, verdict: Verdict) -> None:
        """Write down what was found of the use that is shown."""
        line = self._line()
        if self._check is None or line is None:
            return
        try:
            marked = replace(line, checked=self._work.mark(line, verdict, self._now()))
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        self._view.show_failure("")
        lines = tuple(marked if each is line else each for each in self._check.lines)
        self._check = replace(self._check, lines=lines)
        self._show_check()
        self._say_done(_("It stands in the log what you found."))

    def print(self) -> None:
        """Show the list on paper."""
        if self._check is None:
            return
        try:
            printed = self._work.print(self._check, check_told, self._today())
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        self._show_paper(printed)

    def _show_progress(self, parts: SpotCheckInParts) -> None:
        done, total = parts.progress
        self._view.show_drawing(_("{done} of {total} log entries read").format(done=done, total=total))

    def _show_check(self) -> None:
        if self._check is None:
            self._view.show_check("", ())
            self._view.show_use(None)
            return
        rows = [check_row(line) for line in self._check.lines]
        self._view.show_check(check_summary(self._check), rows)
        self.choose(self._chosen or (rows[0].id if rows else ""))

    def _line(self) -> DrawnUse | None:
        lines = self._check.lines if self._check else ()
        return next((line for line in lines if str(line.act.seq) == self._chosen), None)
