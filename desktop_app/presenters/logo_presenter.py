"""Kommune og team: the logo of the letterhead, chosen from a file or taken away at once, each with its undo."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.choose_logo import ChangedLogo, LogoRefused
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.domain.logo import Logo
from desktop_app.presenters.aside import Aside
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.logo_texts import logo_problem_text
from desktop_app.presenters.logo_work import LogoWork
from desktop_app.translation import _


class LogoView(Protocol):
    """The place of the logo among the settings."""

    def show_logo(self, content: bytes | None) -> None:
        """Show the logo as it is printed, or that there is none; nothing of a file that was wrong."""
        ...

    def show_reading(self) -> None:
        """Say that a file is being read."""
        ...

    def show_problem(self, text: str) -> None:
        """Say at the logo what is wrong, and bring the keyboard to it."""
        ...


class LogoFollower(Protocol):
    """Who is told what became of the logo."""

    def logo_changed(self, changes: Changes) -> None:
        """Take note that another logo is printed."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that something is done, and for a while offer to undo it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it could not be undone."""
        ...


class LogoPresenter:
    """Chooses the logo and takes it away."""

    def __init__(
        self,
        view: LogoView,
        follower: LogoFollower,
        *,
        work: LogoWork,
        logo: Callable[[], Logo | None],
        aside: Aside,
    ) -> None:
        self._view, self._follower = view, follower
        self._work, self._read_now, self._aside = work, logo, aside
        self._seen: Logo | None = None
        self._turn = 0

    def show(self) -> None:
        """Show the logo that is printed now."""
        self._seen = self._read_now()
        self._view.show_logo(self._seen.content if self._seen else None)

    def choose(self, path: str) -> None:
        """Read a file, and then print it as the logo or say what is wrong with it."""
        self._turn += 1
        self._view.show_reading()
        self._aside.do(partial(self._work.read, path), partial(self._take_in, self._turn))

    def remove(self) -> None:
        """Print no logo any more."""
        self._turn += 1
        self._change(None, _("The logo is removed."))

    def _take_in(self, turn: int, outcome: Callable[[], Logo]) -> None:
        """Take in what became of reading a file, if it is still the one that is wanted."""
        if turn != self._turn:
            return
        try:
            logo = outcome()
        except LogoRefused as error:
            self._refuse(logo_problem_text(error.problem))
            return
        self._change(logo, _("The logo is chosen. It is printed on every new paper."))

    def _change(self, wanted: Logo | None, told: str) -> None:
        try:
            done = self._work.change(self._seen, wanted)
        except ChangedMeanwhile:
            self._refuse(
                _("Somebody else has changed the logo meanwhile. It is shown as it is now; do it again if need be.")
            )
            return
        except ApplicationError as error:
            self._refuse(error_text(error))
            return
        self._follow(done)
        if done.changes.settings:
            self._follower.say_done(told, partial(self._undo, done))
        else:
            self._follower.say_done(_("That is the logo already."))

    def _undo(self, done: ChangedLogo) -> None:
        try:
            undone = self._work.change(done.now, done.before)
        except ChangedMeanwhile:
            self._follower.show_error(_("Somebody else has changed the logo meanwhile, so it stays as it is now."))
            return
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return
        self._follow(undone)
        self._follower.say_done(_("The logo is as it was before."))

    def _follow(self, done: ChangedLogo) -> None:
        if done.changes.settings:
            self._follower.logo_changed(done.changes)
        self.show()

    def _refuse(self, text: str) -> None:
        with suppress(ApplicationError):  # the text says why, and what was shown is still there
            self.show()
        self._view.show_problem(text)
