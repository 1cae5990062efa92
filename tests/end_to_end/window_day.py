"""A day's work in the real window, in a process of its own: `python -m … STORE FOLDER [leaky]`.

After each part of the day it says where it is, what stood in the titles of its windows and what lies on the clipboard,
and waits for a line, so that somebody else can look at the process and its files. A leaky window is the control: it
does in each respect what the program must not do.
"""

import json
import os
import socket
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.application.copy_out import CopyField
from desktop_app.main import _import_office, start_window
from desktop_app.ui import last_resort
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.copy_dialog import CopyDialog
from desktop_app.ui.desk import Desk
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.own_clipboard import OwnClipboard
from desktop_app.ui.secret_clipboard import SecretClipboard
from desktop_app.ui.wings.case_wing import CASE
from desktop_app.ui.wings.follow_up_wing import FORM
from desktop_app.ui.wings.print_wing import PREVIEW
from tests.end_to_end.canaries import CASE_NUMBER, CPR, FAMILY, NAME, NOTE, PASSWORD
from tests.ui.screens.at_the_keyboard import dialogs_open, go_to, press, type_text

PARTS: Final = ("unlocked", "found", "typed", "saved", "printed", "copied", "locked", "crashed", "closed")
LOOK_MS, LONGEST_LOOKS = 20, 1500
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

Until = Callable[[], bool]


class Person(QObject):
    """Works through the day, part by part. `problem` says what went wrong with it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window, self._pdf = window, paper_in(folder)
        self._titles, self.problem, self._looks = set[str](), "", 0
        self._day = self._work()
        self._until: Until = self._is_in_front
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def _go_on(self) -> None:
        self._looks += 1
        if QApplication.activeWindow() is None:
            self._window.activateWindow()  # offscreen nobody does so when a dialog has closed
        self._titles |= {widget.windowTitle() for widget in QApplication.topLevelWidgets()}
        self._titles |= {shown.title() for shown in QGuiApplication.topLevelWindows()}
        try:
            if self._until():
                self._looks, self._until = 0, next(self._day)
            assert self._looks < LONGEST_LOOKS, f"it waits for ever for {self._until}"
        except StopIteration:
            self._timer.stop()
        except BaseException:  # noqa: BLE001 - it is told
            self.problem = traceback.format_exc()
            QApplication.exit(1)

    @property
    def _desk(self) -> Desk:
        assert self._window.desk is not None
        return self._window.desk

    def _work(self) -> Iterator[Until]:
        yield from self._unlock()
        self._tell("unlocked")
        press(Qt.Key.Key_K, CONTROL)
        type_text(CPR)
        press(Qt.Key.Key_Return)
        yield self._is_at(CASE)
        self._tell("found")
        yield from self._write_follow_up()
        yield from self._print()
        yield from self._copy()
        press(Qt.Key.Key_L, CONTROL)
        yield self._is_locked
        self._tell("locked")
        yield from self._unlock()
        QTimer.singleShot(0, self._fail)
        yield self._is_asked
        self._tell("crashed")
        [dialog] = dialogs_open(ConfirmDialog)
        dialog.reject()
        self._window.close()

    def _unlock(self) -> Iterator[Until]:
        type_text(PASSWORD)
        press(Qt.Key.Key_Return)
        yield self._is_unlocked

    def _write_follow_up(self) -> Iterator[Until]:
        press(Qt.Key.Key_J, CONTROL)
        yield self._is_at(FORM)
        for field, text in (("Tolk", FAMILY), ("Notat", f"{NOTE}: {NAME}, {CPR}")):
            go_to(field)
            type_text(text)
        go_to("Aftalt")
        type_text(NOTE)
        press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Space)
        yield self._is_kept
        self._tell("typed")
        press(Qt.Key.Key_Return, CONTROL)
        yield self._is_at(CASE)
        self._tell("saved")

    def _print(self) -> Iterator[Until]:
        press(Qt.Key.Key_P, CONTROL)
        yield self._is_at(PREVIEW)
        self._desk.print_wing.page._save.click()
        [dialog] = dialogs_open(QFileDialog)
        dialog.selectFile(str(self._pdf))
        dialog.accept()
        yield self._pdf.exists
        self._tell("printed")

    def _copy(self) -> Iterator[Until]:
        self._desk.open_case(CASE_NUMBER)
        yield self._is_at(CASE)
        press(Qt.Key.Key_C, CONTROL | SHIFT)
        [dialog] = dialogs_open(CopyDialog)
        for box in dialog.findChildren(CheckBox):
            if box.property("field") == CopyField.CPR:
                box.click()
        dialog.accepted_form.emit()
        yield self._is_in_front
        self._tell("copied")

    def _is_unlocked(self) -> bool:
        return self._window.desk is not None and not self._window.desk.is_reading and self._is_in_front()

    def _is_at(self, page: str) -> Until:
        return lambda: self._desk.page_key == page and self._is_in_front()

    def _is_kept(self) -> bool:
        return bool(self._desk.office.drafts.mine())

    def _is_in_front(self) -> bool:
        return self._window.isActiveWindow() and QApplication.focusWidget() is not None

    def _is_locked(self) -> bool:
        return self._window.desk is None and self._window.unlock_screen.isVisible() and self._is_in_front()

    def _is_asked(self) -> bool:
        return bool(dialogs_open(ConfirmDialog))

    def _fail(self) -> None:
        qWarning(f"QLabel: {NAME} {CPR}")
        raise ValueError(f"{NAME} {CPR} {NOTE}")

    def _tell(self, part: str) -> None:
        tell(part, self._titles)


def paper_in(folder: Path) -> Path:
    """Return where the document is saved: in a folder named after somebody, as such folders are."""
    return folder / f"Papirer {NAME}" / "plan.pdf"


def tell(part: str, titles: set[str]) -> None:
    """Say where the day is, and wait for an answer."""
    clipboard = QGuiApplication.clipboard().text()
    sys.stdout.write(json.dumps({"part": part, "titles": sorted(titles), "clipboard": clipboard}) + "\n")
    sys.stdout.flush()
    sys.stdin.readline()


def leak(window: MainWindow) -> list[object]:
    """Do what the program must not do; return what has to be held on to."""
    import PySide6.QtNetwork  # noqa: PLC0415 - the control alone

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.environ["XDG_CONFIG_HOME"])
    setattr(last_resort, "places_of", repr)  # noqa: B010 - it is no name the module gives away
    qInstallMessageHandler(None)
    for kind, act in ((SecretClipboard, "clear"), (OwnClipboard, "take_away")):
        setattr(kind, act, _do_nothing)
    window.setWindowTitle(f"{NAME} – Én Plan")
    with tempfile.NamedTemporaryFile("w", encoding="utf-16-le", delete=False) as draft:
        draft.write(NOTE)
    tried = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with suppress(OSError):
        tried.connect(("192.0.2.1", 53))  # an address that is nobody's
    return [tried, PySide6.QtNetwork]


def _do_nothing(_clipboard: QObject) -> None:
    """Leave everything where it is."""


def main() -> None:
    """Open the window as the program does, and work in it."""
    store, folder, *how = sys.argv[1:]
    application, window = start_window(store)
    held = leak(window) if how else []
    window.activateWindow()
    threading.Thread(target=_import_office, daemon=True).start()
    person = Person(window, Path(folder))
    code = application.exec()
    tell(f"wrong: {person.problem}" if person.problem else "closed", set())
    window.deleteLater()
    del held
    sys.exit(code)


if __name__ == "__main__":
    main()
