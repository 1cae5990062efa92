"""What the presenters of dialogs ask alike: of the dialog itself, and of whoever is told what became of it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from desktop_app.application.changes import Changes


class DialogView(Protocol):
    """A dialog in which one writes."""

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong; none of them, none is said."""
        ...

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was saved; what was typed stays."""
        ...

    def finish(self) -> None:
        """Close the dialog."""
        ...


class DialogFollower(Protocol):
    """Who is told what became of it."""

    def show_changes(self, changes: Changes) -> None:
        """Bring every page up to date."""
        ...

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say that it is done, and for a while offer to undo it."""
        ...

    def show_error(self, text: str) -> None:
        """Say why it could not be undone."""
        ...
