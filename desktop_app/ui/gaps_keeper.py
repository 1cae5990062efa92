"""What is missing in the team's cases: read when somebody wants to see it, then kept up to date."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop_app.application.errors import ApplicationError
from desktop_app.application.list_gaps import GapList, GapsInParts
from desktop_app.presenters.error_texts import error_text
from desktop_app.ui.office_port import OpenOffice

STILL_MS = 250
"""So long the window may be still: what can be read by then is read at once."""


class GapsKeeper(QObject):
    """Reads the list part by part between the events of the window.

    `went_on` tells that another part was read, `failed` why no more of it is.
    """

    went_on = Signal()
    failed = Signal(str)

    def __init__(self, office: OpenOffice, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._listed: GapList | None = None
        self._parts: GapsInParts | None = None
        self._changed: set[str] = set()
        self._between = QTimer(self)
        self._between.setInterval(0)
        self._between.timeout.connect(self._try_to_go_on)

    @property
    def is_idle(self) -> bool:
        """Whether nothing was read or is being read: not yet, or because it could not be."""
        return self._listed is None and self._parts is None

    @property
    def parts(self) -> GapsInParts | None:
        """What is being read, None when nothing is."""
        return self._parts

    @property
    def listed(self) -> GapList | None:
        """The whole list, None before it has come."""
        return self._listed

    def read(self, today: date) -> None:
        """Read everything; of a small store that is done on return.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        self.stop()
        self._listed, self._changed = None, set()
        self._parts = self._office.gaps_in_parts(today)
        since = QElapsedTimer()
        since.start()
        try:
            while self._parts is not None and since.elapsed() <= STILL_MS:
                self._go_on(self._parts)
        except ApplicationError:
            self.stop()
            raise
        if self._parts is not None:
            self._between.start()

    def change(self, cases: Collection[str]) -> None:
        """Read anew what was saved.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        if self._listed is not None:
            self._listed = self._office.gaps_after(self._listed, cases)
        else:
            self._changed.update(cases)

    def stop(self) -> None:
        """Read no more."""
        self._between.stop()
        self._parts = None

    def _try_to_go_on(self) -> None:
        assert self._parts is not None  # noqa: S101 - who stops reading stops the timer
        try:
            self._go_on(self._parts)
        except ApplicationError as error:
            self.stop()
            self.failed.emit(error_text(error))
        else:
            self.went_on.emit()

    def _go_on(self, parts: GapsInParts) -> None:
        if parts.go_on():
            return
        listed = parts.so_far()
        self._listed = self._office.gaps_after(listed, self._changed) if self._changed else listed
        self.stop()
