"""The file of this computer's preferences: plain JSON, for its owner alone, and never a reason not to start.

What makes no sense in it, field by field, is as if it had never been chosen. It is read before the window is shown, so
nothing of the database is imported here.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from desktop_app.application.preferences import (
    COLOURS,
    LANGUAGES,
    LEAST_LOCK_MINUTES,
    LEAST_TEXT_PERCENT,
    MOST_LOCK_MINUTES,
    MOST_TEXT_PERCENT,
    Preferences,
    WindowPlace,
)
from desktop_app.storage.whole_file import write_whole

_FOLDER_MODE: Final = 0o700
_FARTHEST: Final = 100_000


class PreferencesFile:
    """The preferences in a file (`application.preferences.KeptPreferences`)."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._current = read_preferences(path)

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self._path)

    @property
    def current(self) -> Preferences:
        """The choices that hold now."""
        return self._current

    def keep(self, preferences: Preferences) -> None:
        """Let other choices hold from now on, and after the next start.

        Raises:
            OSError: they hold, but could not be written down.
        """
        if preferences == self._current:
            return
        self._current = preferences
        self._path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        write_whole(self._path, json.dumps(asdict(preferences), ensure_ascii=False, indent=1).encode() + b"\n")


def read_preferences(path: Path) -> Preferences:
    """Return the preferences in a file; what is missing, unreadable or senseless is not chosen."""
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(content, dict):
        return Preferences()
    read = {name: fitting(content.get(name)) for name, fitting in _FIELDS.items()}
    chosen: dict[str, Any] = {name: value for name, value in read.items() if value is not None}
    return Preferences(**chosen)


def _one_of(*words: str) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in words else None


def _between(least: int, most: int) -> Callable[[object], int | None]:
    return lambda value: value if type(value) is int and least <= value <= most else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.isprintable() else None


def _words(value: object) -> tuple[str, ...] | None:
    return tuple(value) if isinstance(value, list) and all(isinstance(word, str) for word in value) else None


def _window(value: object) -> WindowPlace | None:
    if not isinstance(value, dict):
        return None
    anywhere, size = _between(-_FARTHEST, _FARTHEST), _between(1, _FARTHEST)
    left, top = anywhere(value.get("left")), anywhere(value.get("top"))
    width, height = size(value.get("width")), size(value.get("height"))
    if left is None or top is None or width is None or height is None:
        return None
    return WindowPlace(left, top, width, height, is_maximised=value.get("is_maximised") is True)


_FIELDS: Final[Mapping[str, Callable[[object], object | None]]] = {
    "window": _window,
    "colours": _one_of(*COLOURS),
    "text_percent": _between(LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT),
    "language": _one_of(*LANGUAGES),
    "lock_minutes": _between(LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES),
    "backup_folder": _text,
    "second_backup_folder": _text,
    "last_store": _text,
    "last_user": _text,
    "copied_fields": _words,
}
