"""Notices that nobody uses the program, so that it can lock itself."""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

WARNING_SECONDS = 60
_SECOND_MS = 1_000
_USE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def seconds_passed() -> float:
    """Return seconds that only grow, the time the computer slept included: a laptop that wakes up is locked at once."""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        seconds = time.monotonic()
    return seconds


class IdleWatch(QObject):
    """Counts the time since the last key or movement while it is switched on.

    `time_left` carries the seconds until locking, each second of the last minute, and 0 once when the program is used
    again. `idle` tells that the time is up. Only the window the keyboard is in is listened to: a filter on the whole
    application would see every paint and timer too.
    """

    time_left = Signal(int)
    idle = Signal()

    def __init__(self, minutes: int, clock: Callable[[], float] = seconds_passed) -> None:
        super().__init__()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows need one
        self._application = application
        self._clock = clock
        self.minutes = minutes
        self._last_use = clock()
        self._is_warning = False
        self._window: QWindow | None = None
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self.look)

    def begin(self) -> None:
        """Count from now on."""
        self._use()
        self._application.focusWindowChanged.connect(self._listen_to)
        self._listen_to(self._application.focusWindow())
        self._tick.start()

    def end(self) -> None:
        """Count no more."""
        if self._tick.isActive():
            self._application.focusWindowChanged.disconnect(self._listen_to)
            self._listen_to(None)
            self._tick.stop()
        self._is_warning = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - whatever was used
        """Notice use, and let every event through."""
        if event.type() in _USE:
            self._use()
        return False

    def look(self) -> None:
        """Compare the clock with the last use; the timer asks each second."""
        left = self.minutes * 60 - (self._clock() - self._last_use)
        if left <= 0:
            self.end()
            self.idle.emit()
        elif left <= WARNING_SECONDS:
            self._is_warning = True
            self.time_left.emit(round(left))

    def stay(self) -> None:
        """Count anew, as after a key."""
        self._use()

    def _listen_to(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            self._use()

    def _use(self) -> None:
        self._last_use = self._clock()
        if self._is_warning:
            self._is_warning = False
            self.time_left.emit(0)
