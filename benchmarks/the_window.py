"""The real window over a made-up store, and how long it takes to answer."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.made_up_team import AS_OF, PASSWORD, USER
from benchmarks.timing import MS, ms_among_others
from desktop_app.main import Door
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication

_SETTLED_MS = 100
_PATIENCE_MS = 300_000


def new_application() -> PlanApplication:
    """Return the application; a process has one."""
    return PlanApplication(sys.argv[:1])


@contextmanager
def unlocked_desk(path: Path) -> Iterator[Desk]:
    """Lend what stands behind the password, every case read. It needs the application."""
    window = MainWindow(Door(path), _as_of)
    window.open()
    try:
        window.unlocking.try_password(USER, PASSWORD)
        desk = window.desk
        assert desk is not None  # noqa: S101 - the password is that of the store
        until(lambda: not desk.is_reading)
        settle()
        yield desk
    finally:
        window.close()
        window.deleteLater()
        settle()


def settle(ms: float = _SETTLED_MS) -> float:
    """Let the window do what it has to do; return the longest it answered nobody meanwhile, in milliseconds."""
    longest, start = 0.0, perf_counter()
    while (perf_counter() - start) * MS < ms:
        longest = max(longest, ms_among_others(QApplication.processEvents))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return longest


def until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until something is so."""
    start = perf_counter()
    while not is_so():
        if (perf_counter() - start) * MS > _PATIENCE_MS:
            raise TimeoutError("the window never came so far")
        QApplication.processEvents()


def post_key(to: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str = "") -> None:
    """Have a key pressed as soon as the window listens."""
    QCoreApplication.postEvent(to, QKeyEvent(QEvent.Type.KeyPress, key, modifier, text))


class PaintWatch(QObject):
    """Counts how often a window was painted since something was so."""

    def __init__(self, window: QWidget, since: Callable[[], bool]) -> None:
        super().__init__(window)
        self._since = since
        self._has_painted = False
        window.installEventFilter(self)

    def ms_to_paint(self, act: Callable[[], object]) -> float:
        """Return how long it takes from the beginning of an act until the window shows what came of it."""
        self._has_painted = False
        start = perf_counter()
        act()
        until(lambda: self._has_painted)
        return (perf_counter() - start) * MS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See the window being asked to paint; it has when the event was dealt with."""
        if event.type() is QEvent.Type.UpdateRequest and self._since():
            self._has_painted = True
        return super().eventFilter(watched, event)


def _as_of() -> date:
    return AS_OF
