"""Udseende, Sprog og automatisk lås: what holds on this computer only, taken at once."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from desktop_app.application.preferences import (
    LEAST_LOCK_MINUTES,
    MOST_LOCK_MINUTES,
    KeptPreferences,
    Preferences,
)
from desktop_app.presenters.backup_presenter import not_kept
from desktop_app.translation import _, _n, language


class PreferencesView(Protocol):
    """The sections of the settings about looks, language and locking."""

    def show_choices(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        ...

    def show_language_remark(self, text: str) -> None:
        """Say when another language takes hold; an empty text says nothing."""
        ...

    def show_failure(self, text: str) -> None:
        """Say that a choice could not be kept; an empty text takes it away."""
        ...


class PreferencesPresenter:
    """Keeps each choice as it is made; the window follows by itself."""

    def __init__(self, view: PreferencesView, *, preferences: KeptPreferences) -> None:
        self._view = view
        self._preferences = preferences

    def show(self) -> None:
        """Show what is chosen."""
        current = self._preferences.current
        self._view.show_choices(current)
        is_pending = current.language != language()
        self._view.show_language_remark(_("Takes hold when you have locked and unlocked again.") if is_pending else "")
        self._view.show_failure("")

    def choose_colours(self, colours: str) -> None:
        """Have light or dark colours, or those of the system."""
        self._keep(replace(self._preferences.current, colours=colours))

    def choose_text_percent(self, percent: int) -> None:
        """Have larger or smaller text."""
        self._keep(replace(self._preferences.current, text_percent=percent))

    def choose_language(self, tag: str) -> None:
        """Have another language after unlocking again."""
        self._keep(replace(self._preferences.current, language=tag))

    def choose_lock_minutes(self, minutes: int) -> None:
        """Let the program lock itself after so many minutes without use."""
        self._keep(replace(self._preferences.current, lock_minutes=minutes))

    def _keep(self, preferences: Preferences) -> None:
        try:
            self._preferences.keep(preferences)
        except OSError as error:
            self.show()
            self._view.show_failure(not_kept(error))
            return
        self.show()


def lock_choices() -> Sequence[tuple[int, str]]:
    """Return the minutes one can choose, each with its words."""
    return [
        (minutes, _n("{n} minute", "{n} minutes", minutes).format(n=minutes))
        for minutes in range(LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES + 1)
    ]


def lock_standing(minutes: int) -> str:
    """Return what the bottom of the window says of locking."""
    return _("Locks in {n} min.").format(n=minutes)
