"""Pages that are not shown: what was changed meanwhile they take in just before they are shown again."""

from collections.abc import Callable

from desktop_app.application.changes import Changes

EVERYTHING = Changes(settings=True)
"""What a page has missed that was never shown, and every page when a new day begins."""


class PagesBehind:
    """Remembers for each page what it has missed; nothing is computed for a page nobody looks at."""

    def __init__(self) -> None:
        self._catch_up: dict[str, Callable[[Changes], None]] = {}
        self._missed: dict[str, Changes] = {}

    def add(self, key: str, catch_up: Callable[[Changes], None]) -> None:
        """Take in a page that has shown nothing yet; `catch_up` brings it up to date with what it has missed."""
        self._catch_up[key] = catch_up
        self._missed[key] = EVERYTHING

    def note(self, changes: Changes, *, shown: str = "") -> None:
        """Say what was changed; the page that is `shown` takes it in at once."""
        for key in self._catch_up:
            self._missed[key] = self._missed.get(key, Changes()) | changes
        self.bring_up(shown)

    def bring_up(self, key: str) -> None:
        """Bring a page up to date; one that could not be stays behind."""
        missed = self._missed.get(key)
        if missed is not None:
            self._catch_up[key](missed)
            del self._missed[key]
