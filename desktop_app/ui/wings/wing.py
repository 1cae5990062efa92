"""What every kind of work in the frame is."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QObject

from desktop_app.application.changes import Changes
from desktop_app.application.ports import CaseLine
from desktop_app.ui.frame import Frame


class Wing(QObject):
    """Makes its pages and presenters, adds them to the frame and connects them; lives as long as the frame does.

    One that `waits_for_cases` begins when they have been read, the others at once.
    """

    waits_for_cases: ClassVar[bool] = False

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self.frame = frame

    def prepare(self, lines: Sequence[CaseLine]) -> None:
        """Get ready for cases that were read while others still are."""

    def begin(self) -> None:
        """Show for the first time what stands ready; every wing has been made by now."""

    def show_changes(self, changes: Changes) -> None:
        """Bring up to date at once what these changes touch; pages that catch up (`Frame.add_page`) do so later."""

    def show_new_day(self) -> None:
        """Compute anew at once what depends on the day; pages that catch up miss everything."""

    def show_saved(self, changes: Changes, text: str) -> None:
        """Bring every page up to date with what was saved here, and say what it was."""
        self.frame.show_changes(changes)
        self.frame.say_done(text)

    def end(self) -> None:
        """Let go of what lives longer than the frame: the store is about to be closed."""
