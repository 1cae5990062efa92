"""Leaving an open store: the backup that is due is made while nothing of any citizen is shown any more."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.translation import _
from desktop_app.ui.computer_choices import ComputerChoices

if TYPE_CHECKING:  # not before the password field
    from datetime import datetime

    from desktop_app.ui.leaving_screen import LeavingScreen
    from desktop_app.ui.office_port import OpenOffice

_PAINT_FIRST_MS = 30


class Leaving(QObject):
    """Makes the backup a moment later, when the window has been painted. Without a folder there is nothing to wait for.

    `may_lock` carries a title and why there is no backup, empty when all is well: locking never waits for an answer.
    A second place that cannot be reached is said when locking and keeps no window from closing.
    `may_close` tells that the window may close, the backup made or done without.
    """

    may_lock = Signal(str, str)
    may_close = Signal()

    def __init__(
        self, screens: QStackedWidget, choices: ComputerChoices, now: "Callable[[], datetime]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._choices = choices
        self._now = now
        self._office: OpenOffice | None = None
        self._closes = self._has_failed = False
        self.screen: LeavingScreen | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_FIRST_MS)
        self._soon.timeout.connect(self._back_up)

    def lock(self, office: "OpenOffice") -> None:
        """Make a backup if one is due, and then let the store be locked."""
        self._office, self._closes, self._has_failed = office, False, False
        if self._choices.current.backup_folder:
            self._soon.start()
        else:
            self._finish("", "")

    def close(self, office: "OpenOffice") -> bool:
        """Return whether the window may close at once; otherwise `may_close` will tell when.

        Closing it once more where a backup has failed is an answer too.
        """
        if self._has_failed or not self._choices.current.backup_folder:
            self._forget()
            return True
        self._office, self._closes = office, True
        self._show_screen().show_working()
        self._soon.start()
        return False

    def _back_up(self) -> None:
        from desktop_app.presenters.backup_presenter import back_up_both  # noqa: PLC0415 - as above

        if self._office is None:
            return
        failure, second = back_up_both(self._office.backups, self._choices.current, self._now())
        self._has_failed = bool(failure)
        if failure and self._closes:
            self._show_screen().show_failure(failure)
        elif failure:
            self._finish(_("The backup was not made"), failure)
        else:
            self._finish(_("The second backup was not made") if second else "", second)

    def _forget(self) -> None:
        self._soon.stop()
        self._office, self._has_failed = None, False
        if self.screen is not None:
            self._screens.removeWidget(self.screen)
            self.screen.deleteLater()
            self.screen = None

    def _finish(self, title: str, failure: str) -> None:
        self._forget()
        if self._closes:
            self.may_close.emit()
        else:
            self.may_lock.emit(title, failure)

    def _show_screen(self) -> "LeavingScreen":
        if self.screen is None:
            from desktop_app.ui.leaving_screen import LeavingScreen  # noqa: PLC0415 - as above

            self.screen = LeavingScreen()
            self.screen.retry_wanted.connect(self._try_again)
            self.screen.folder_chosen.connect(self._try_in)
            self.screen.close_wanted.connect(self._do_without)
            self._screens.addWidget(self.screen)
        self._screens.setCurrentWidget(self.screen)
        return self.screen

    def _try_again(self) -> None:
        self._show_screen().show_working()
        self._soon.start()

    def _try_in(self, folder: str) -> None:
        self._choices.keep_if_possible(replace(self._choices.current, backup_folder=folder))
        self._try_again()

    def _do_without(self) -> None:
        self._finish("", "")
