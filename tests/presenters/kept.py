"""Preferences in memory, for tests of what changes them."""

from desktop_app.application.preferences import Preferences


class FakePreferences:
    """Keeps the choices, or cannot write them down."""

    def __init__(self, current: Preferences = Preferences()) -> None:  # noqa: B008 - frozen
        self.current = current
        self.is_full = False

    @property
    def place(self) -> str:
        return "/home/mj/.config/EnPlan/preferences.json"

    def keep(self, preferences: Preferences) -> None:
        self.current = preferences
        if self.is_full:
            raise OSError(28, "No space left on device")
