"""What a person has chosen on this computer: how the window looks, when it locks, where backups go."""

from dataclasses import dataclass
from typing import Final, Protocol

COLOURS: Final = ("system", "light", "dark")
LANGUAGES: Final = ("da", "en")
LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT = 80, 200
LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES = 1, 15


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window stood when it was not maximised, in the screen's own pixels."""

    left: int
    top: int
    width: int
    height: int
    is_maximised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The choices, each with what holds when nothing was chosen.

    `backup_folder`, `second_backup_folder` and `last_store` are empty where there is none, `last_user` where the store
    has one user only; `copied_fields` names what is copied out of a case, None for what the program proposes.
    """

    window: WindowPlace | None = None
    colours: str = "system"
    text_percent: int = 100
    language: str = "da"
    lock_minutes: int = 10
    backup_folder: str = ""
    second_backup_folder: str = ""
    last_store: str = ""
    last_user: str = ""
    copied_fields: tuple[str, ...] | None = None


class KeptPreferences(Protocol):
    """The choices as they are kept on this computer."""

    @property
    def place(self) -> str:
        """The path of the file they are kept in, empty where they are not."""
        ...

    @property
    def current(self) -> Preferences:
        """The choices that hold now."""
        ...

    def keep(self, preferences: Preferences) -> None:
        """Let other choices hold from now on, and after the next start.

        Raises:
            OSError: they hold, but could not be written down.
        """
        ...


class PassingPreferences:
    """Choices that nobody writes down, as for a tour of the program."""

    def __init__(self, current: Preferences = Preferences()) -> None:
        self._current = current

    @property
    def place(self) -> str:
        """Nowhere."""
        return ""

    @property
    def current(self) -> Preferences:
        """The choices that hold now."""
        return self._current

    def keep(self, preferences: Preferences) -> None:
        """Let other choices hold until the program ends."""
        self._current = preferences
