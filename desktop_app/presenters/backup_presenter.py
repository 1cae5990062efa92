"""Sikkerhedskopi: where backups go, when the last one was made, and making one now or on leaving."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple, Protocol

from desktop_app.application.back_up import BackupReport, BackupState, KnownBackups
from desktop_app.application.errors import ApplicationError, BackupFailed
from desktop_app.application.preferences import KeptPreferences, Preferences
from desktop_app.presenters.backup_texts import backup_lines, last_backup
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _


class BackupWork(Protocol):
    """What the open store does with backups."""

    def back_up(self, folder: str, now: datetime) -> BackupReport:
        """Make a backup.

        Raises:
            BackupFailed: there is none.
            StorageUnavailable: the backup is there, but the store could not note it.
        """
        ...

    def state(self, folder: str) -> BackupState:
        """Return how the backups in a folder stand.

        Raises:
            BackupFailed: the folder is not there or cannot be read.
        """
        ...

    def known(self) -> KnownBackups:
        """Return what the store itself knows of its backups, wherever they lie."""
        ...

    def check_folder(self, folder: str) -> None:
        """Let backups be made in a folder.

        Raises:
            BackupFailed: why not.
        """
        ...

    def lies_on_same_volume(self, folder: str) -> bool:
        """Whether the store and the folder would be lost together."""
        ...


class BackupView(Protocol):
    """The section of the settings about backups."""

    def show_folder(self, folder: str, *, warning: str) -> None:
        """Show the folder, empty for none, and what speaks against it."""
        ...

    def show_second(self, folder: str, standing: str) -> None:
        """Show the second folder, empty for none, and how the backups in it stand."""
        ...

    def show_last(self, text: str) -> None:
        """Show when the last backup was made."""
        ...

    def show_folder_problem(self, text: str) -> None:
        """Say at the folder why it will not do; an empty text takes it away."""
        ...

    def show_second_problem(self, text: str) -> None:
        """Say at the second folder why it will not do; an empty text takes it away."""
        ...

    def show_done(self, lines: Sequence[str]) -> None:
        """Say what was made and checked."""
        ...

    def show_failure(self, text: str) -> None:
        """Say why there is no backup; an empty text takes it away."""
        ...


class BackupPresenter:
    """Shows how the backups of one store stand, and makes one when asked."""

    def __init__(
        self, view: BackupView, *, work: BackupWork, preferences: KeptPreferences, now: Callable[[], datetime]
    ) -> None:
        self._view = view
        self._work = work
        self._preferences = preferences
        self._now = now

    def show(self) -> None:
        """Show the folder and the last backup in it."""
        folder = self._preferences.current.backup_folder
        self._view.show_folder(folder, warning=self._warning(folder))
        self._view.show_folder_problem("")
        self._view.show_second_problem("")
        self._view.show_failure("")
        second = self._preferences.current.second_backup_folder
        self._view.show_second(second, second_standing(self._work, second, self._now()))
        if not folder:
            self._view.show_last("")
            return
        try:
            last = self._work.state(folder).last
        except BackupFailed as error:
            self._view.show_last("")
            self._view.show_failure(error_text(error))
            return
        self._view.show_last(last_backup(last.made_at if last else None, self._now()))

    def choose_folder(self, folder: str) -> None:
        """Let backups go to another folder from now on; those in the old one stay where they are."""
        try:
            self._work.check_folder(folder)
        except BackupFailed as error:
            self._view.show_folder_problem(error_text(error))
            return
        try:
            self._preferences.keep(replace(self._preferences.current, backup_folder=folder))
        except OSError as error:
            self.show()
            self._view.show_folder_problem(not_kept(error))
            return
        self.show()

    def choose_second_folder(self, folder: str) -> None:
        """Let a second backup go to another folder from now on; an empty one makes none."""
        if folder and folder == self._preferences.current.backup_folder:
            self._view.show_second_problem(_("The backups lie in this folder already. Choose a folder elsewhere."))
            return
        try:
            if folder:
                self._work.check_folder(folder)
        except BackupFailed as error:
            self._view.show_second_problem(error_text(error))
            return
        try:
            self._preferences.keep(replace(self._preferences.current, second_backup_folder=folder))
        except OSError as error:
            self.show()
            self._view.show_second_problem(not_kept(error))
            return
        self.show()

    def back_up(self) -> None:
        """Make a backup now, whether anything was changed or not."""
        folder = self._preferences.current.backup_folder
        if not folder:
            self._view.show_folder_problem(_("Choose a folder for the backups first."))
            return
        now = self._now()
        try:
            report = self._work.back_up(folder, now)
        except ApplicationError as error:
            self._view.show_failure(error_text(error))
            return
        lines = list(backup_lines(report))
        problem = ""
        if second := self._preferences.current.second_backup_folder:
            try:
                lines += backup_lines(self._work.back_up(second, now))
            except ApplicationError as error:
                problem = error_text(error)
        self.show()
        self._view.show_done(lines)
        self._view.show_second_problem(problem)

    def _warning(self, folder: str) -> str:
        if not folder:
            return _("Without a backup every case is lost if this computer breaks. Choose a folder on another drive.")
        if self._work.lies_on_same_volume(folder):
            return _(
                "The folder is on the same drive as the file with the cases. If the drive breaks, both are lost."
                " Choose another drive if you can, such as a network drive or a USB disk."
            )
        return ""


def backup_standing(work: BackupWork, folder: str, now: datetime) -> str:
    """Return what the bottom of the window says of backups."""
    if not folder:
        return _("No folder for backups is chosen")
    try:
        last = work.state(folder).last
    except BackupFailed:
        return _("The folder for backups cannot be reached")
    return last_backup(last.made_at if last else None, now)


def second_standing(work: BackupWork, folder: str, now: datetime) -> str:
    """Return how the backups in the second folder stand; nothing where there is none."""
    if not folder:
        return ""
    try:
        last = work.state(folder).last
    except BackupFailed:
        return _("It cannot be reached now. Backups go on being made in the first folder.")
    return last_backup(last.made_at if last else None, now)


class LeftBackups(NamedTuple):
    """Why there is no backup in the first folder, and why none in the second; empty when all is well."""

    failure: str
    second: str


def back_up_both(work: BackupWork, chosen: Preferences, now: datetime) -> LeftBackups:
    """Make the backups that are due; what is wrong with the second place never keeps the first from being made."""
    return LeftBackups(
        back_up_if_due(work, chosen.backup_folder, now), back_up_if_due(work, chosen.second_backup_folder, now)
    )


def back_up_if_due(work: BackupWork, folder: str, now: datetime) -> str:
    """Make a backup if records were changed since the last one; return why there is none, empty when all is well.

    Without a folder nothing is made and nothing is wrong.
    """
    if not folder:
        return ""
    try:
        if work.state(folder).is_due:
            work.back_up(folder, now)
    except ApplicationError as error:
        return error_text(error)
    return ""


def not_kept(error: OSError) -> str:
    """Return that a choice holds now but could not be written down."""
    return _(
        "The choice holds until you close the program, but could not be saved on this computer ({reason})."
    ).format(reason=system_reason(error.strerror or str(error)))
