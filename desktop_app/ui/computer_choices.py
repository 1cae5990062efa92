"""The choices of this computer, with word to everybody who shows them when one is made."""

from PySide6.QtCore import QObject, Signal

from desktop_app.application.preferences import KeptPreferences, Preferences


class ComputerChoices(QObject):
    """Preferences that tell when they change (`application.preferences.KeptPreferences`)."""

    changed = Signal()

    def __init__(self, kept: KeptPreferences) -> None:
        super().__init__()
        self._kept = kept

    @property
    def place(self) -> str:
        """The path of the file they are kept in."""
        return self._kept.place

    @property
    def current(self) -> Preferences:
        """The choices that hold now."""
        return self._kept.current

    def keep(self, preferences: Preferences) -> None:
        """Let other choices hold from now on.

        Raises:
            OSError: they hold, but could not be written down.
        """
        if preferences == self._kept.current:
            return
        try:
            self._kept.keep(preferences)
        finally:
            self.changed.emit()

    def keep_if_possible(self, preferences: Preferences) -> None:
        """Let other choices hold; nobody is told when they cannot be written down, as for where the window stands."""
        try:
            self.keep(preferences)
        except OSError:
            return
