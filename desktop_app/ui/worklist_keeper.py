"""The worklist behind all pages: read part by part between the events of the window, then kept up to date."""

import gc
from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop_app.application.errors import ApplicationError
from desktop_app.application.show_worklist import Worklist, WorklistInParts
from desktop_app.presenters.error_texts import error_text
from desktop_app.ui.office_port import OpenOffice

STILL_MS = 250
"""So long the window may be still: what can be read by then is read at once."""


class WorklistKeeper(QObject):
    """Reads the worklist and keeps it.

    `went_on` tells that another part was read, `failed` why no more of it is.
    """

    went_on = Signal()
    failed = Signal(str)

    def __init__(self, office: OpenOffice, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._worklist: Worklist | None = None
        self._parts: WorklistInParts | None = None
        self._then: Callable[[], None] | None = None
        self._changed: set[str] = set()
        self._between = QTimer(self)
        self._between.setInterval(0)
        self._between.timeout.connect(self._try_to_go_on)

    @property
    def is_there(self) -> bool:
        """Whether a worklist has come."""
        return self._worklist is not None

    @property
    def parts(self) -> WorklistInParts | None:
        """What is being read."""
        return self._parts

    def read(self, today: date, then: Callable[[], None]) -> None:
        """Read everything, and `then` do what is to be done; until then what was read before stays.

        A small store is read on return.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        self.stop()
        self._then = then
        self._parts = self._office.worklist_in_parts(today, self._worklist)
        since = QElapsedTimer()
        since.start()
        while self._parts is not None:
            if since.elapsed() > STILL_MS:
                self._between.start()
                break
            self._go_on(self._parts)

    def stop(self) -> None:
        """Read no more."""
        self._between.stop()
        self._parts = self._then = None

    def worklist(self) -> Worklist:
        """Return the worklist; who cannot wait for the first one has the rest read at once.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        if self._worklist is None:
            assert self._parts is not None  # noqa: S101 - the desk begins with reading
            self._worklist = self._parts.whole()
        return self._worklist

    def change(self, cases: Collection[str]) -> None:
        """Compute anew what was saved."""
        if self._worklist is not None:
            self._worklist = self._office.worklist_after(self._worklist, cases)
        if self._parts is not None:
            self._changed.update(cases)

    def _try_to_go_on(self) -> None:
        assert self._parts is not None  # noqa: S101 - who stops reading stops the timer
        try:
            self._go_on(self._parts)
        except ApplicationError as error:
            self.stop()
            self.failed.emit(error_text(error))

    def _go_on(self, parts: WorklistInParts) -> None:
        has_more = parts.go_on()
        self.went_on.emit()
        if has_more:
            return
        then = self._then
        self.stop()
        self._worklist = parts.whole()
        if self._changed:
            self._worklist = self._office.worklist_after(self._worklist, self._changed)
            self._changed = set()
        if then:
            then()
        # None of it is garbage, and walking tens of thousands of cases in search of some holds the window still for
        # half a second. Where the desk is thrown away the window gives it all back to the collector.
        gc.freeze()
