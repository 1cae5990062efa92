"""Notices that another day has begun."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.qt_application import current_application

_MINUTE_MS = 60_000


class DayWatch(QObject):
    """Looks at the calendar each minute, and whenever one comes back to a window of the program.

    A program left running overnight must not use yesterday; nor must a laptop that was asleep at midnight, whose
    timers stood still, show it to whoever opens the lid. `new_day` carries the day; it is told again until `day`, the
    day that is shown, is that one.
    """

    new_day = Signal(object)

    def __init__(self, clock: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self.day = clock()
        self._minutes = QTimer(self)
        self._minutes.setInterval(_MINUTE_MS)
        self._minutes.timeout.connect(self.look)
        self._minutes.start()
        current_application().focusWindowChanged.connect(self.look)

    def look(self) -> None:
        """Compare the day with the calendar."""
        today = self._clock()
        if today != self.day:
            self.new_day.emit(today)

    def stop(self) -> None:
        """Look no more."""
        if self._minutes.isActive():
            self._minutes.stop()
            current_application().focusWindowChanged.disconnect(self.look)
