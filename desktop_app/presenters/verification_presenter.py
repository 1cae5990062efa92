"""Kontrollér filen: the check of the whole file, part by part, and what it found."""

from collections.abc import Sequence
from typing import Protocol

from desktop_app.application.errors import ApplicationError
from desktop_app.application.verification import VerificationInParts
from desktop_app.presenters.check_port import CheckWork
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.verification_texts import verification_lines, verification_verdict
from desktop_app.translation import _


class VerificationView(Protocol):
    """Where it is said."""

    def show_verifying(self, text: str) -> None:
        """Say how far the check has come; an empty text says that it has ended."""
        ...

    def show_verified(self, title: str, lines: Sequence[str], *, is_sound: bool) -> None:
        """Say what was checked and found."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why it could not be checked; an empty text takes it away."""
        ...


class VerificationPresenter:
    """Holds the check that is being made."""

    def __init__(self, view: VerificationView, *, work: CheckWork) -> None:
        self._view, self._work = view, work
        self._parts: VerificationInParts | None = None

    def begin(self) -> bool:
        """Begin a check; whether there is anything to `go_on` with."""
        self._view.show_failure("")
        try:
            self._parts = self._work.verify()
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return False
        self._show_progress(self._parts)
        return True

    def go_on(self) -> bool:
        """Check the next part; whether there is more to do."""
        parts = self._parts
        if parts is None:
            return False
        try:
            is_more = parts.go_on()
        except ApplicationError as error:
            self.stop()
            self._view.show_failure(error_text(error))
            return False
        if is_more:
            self._show_progress(parts)
            return True
        self.stop()
        found, warning = parts.result(), self._work.warning
        *lines, _verdict = verification_lines(found, warning)
        is_sound = found.is_sound and warning is None
        self._view.show_verified(verification_verdict(found), lines, is_sound=is_sound)
        return False

    def stop(self) -> None:
        """Check no more."""
        self._parts = None
        self._view.show_verifying("")

    def _show_progress(self, parts: VerificationInParts) -> None:
        done, total = parts.progress
        self._view.show_verifying(
            _("Part {done} of {total}. The window may stand still.").format(done=done, total=total)
        )
