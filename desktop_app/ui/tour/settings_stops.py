"""Every section of the settings."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.ui.settings_page import ABOUT, BACKUP, LANGUAGE, LOOKS, ME, SECURITY, TEAM
from desktop_app.ui.tour.ground import Stop, TourPart


class SettingsStops(TourPart):
    """The settings of the store and of the computer, with a new recovery key and a backup that was made."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("settings-me", self._show_me),
            Stop("settings-team", self._show_team),
            Stop("settings-security", self._show_security),
            Stop("settings-recovery-key", self._show_new_key),
            Stop("settings-backup", self._show_backups),
            Stop("settings-looks", self._show_looks),
            Stop("settings-language", self._show_language),
            Stop("settings-about", self._show_about),
        )

    def _show_me(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.shell.done_bar.hide()
        self._open(ME)

    def _show_team(self) -> None:
        self._open(TEAM)

    def _show_security(self) -> None:
        self._open(SECURITY)

    def _show_new_key(self) -> None:
        self._ground.desk.settings_wing.access.draw_key()

    def _show_backups(self) -> None:
        self._open(BACKUP)
        wing = self._ground.desk.settings_wing
        wing.backup.choose_folder(str(self._ground.folder))
        wing.back_up()

    def _show_looks(self) -> None:
        choices = self._ground.window.choices
        choices.keep(replace(choices.current, backup_folder=""))  # the tour is not to wait when it locks
        self._open(LOOKS)

    def _show_language(self) -> None:
        self._open(LANGUAGE)

    def _show_about(self) -> None:
        self._open(ABOUT)

    def _open(self, section: str) -> None:
        self._ground.desk.settings_wing.open(section)
