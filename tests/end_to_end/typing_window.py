"""A window in a process of its own, in which somebody types an arrival: `python -m … STORE PASSWORD`.

It says "typed" after the last key, "kept" once the draft is in the store, and then waits to be killed.
"""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.main import Door
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication

GIVEN_NAMES, FAMILY_NAME = "Rima", "Al-Hassan"
_LOOK_MS = 20


class Typist(QObject):
    """Types when the window has come to the front, and tells what becomes of it."""

    def __init__(self, window: MainWindow, password: str) -> None:
        super().__init__(window)
        self._window, self._password = window, password
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._type_or_tell)
        self._timer.start()
        self._has_typed = False

    def _type_or_tell(self) -> None:
        desk = self._window.desk
        if desk is None:
            self._window.unlocking.try_password("", self._password)
        elif not self._has_typed and self._window.isActiveWindow():
            desk.new_arrival()
            for text in (GIVEN_NAMES, FAMILY_NAME):
                field = QApplication.focusWidget()
                assert field is not None
                QTest.keyClicks(field, text)
                QTest.keyClick(field, Qt.Key.Key_Tab)
            self._has_typed = True
            _say("typed")
        elif desk.office.drafts.mine():
            self._timer.stop()
            _say("kept")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def main() -> None:
    """Open the window over a store and type."""
    store, password = sys.argv[1:]
    application = PlanApplication(sys.argv[:1])
    window = MainWindow(Door(Path(store)), lambda: date(2026, 11, 24))
    window.open()
    window.activateWindow()
    typist = Typist(window, password)
    application.exec()
    typist.deleteLater()


if __name__ == "__main__":
    main()
