"""Somebody at the keyboard of the window, and what they read in it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow

Dialog = TypeVar("Dialog", bound=QDialog)

_CONTROL = Qt.KeyboardModifier.ControlModifier


def open_at_the_keyboard(window: MainWindow, qtbot: QtBot, width: int | None = None) -> None:
    """Open a window that goes with the test, and wait until the keyboard is at it."""
    qtbot.addWidget(window)
    window.open()
    if width is not None:
        window.resize(width, 800)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def dialogs_open(kind: type[Dialog]) -> list[Dialog]:
    """Return the dialogs of a kind that are seen."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def open_dialog(kind: type[Dialog]) -> Dialog:
    """Return the only dialog of a kind, with the keyboard at it."""
    [dialog] = dialogs_open(kind)
    dialog.activateWindow()
    QApplication.processEvents()
    assert dialog.isActiveWindow()
    return dialog


def focused() -> QWidget:
    """Return where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(focused(), key, modifier)


def type_text(text: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(focused(), text)


def go_to(name: str) -> QWidget:
    """Go on with Tab until the keyboard is at the field of that name."""
    for _ in range(60):
        if focused().accessibleName() == name:
            return focused()
        press(Qt.Key.Key_Tab)
    raise AssertionError(name)


def replace_with(text: str) -> None:
    """Type over what stands where the keyboard is."""
    press(Qt.Key.Key_A, _CONTROL)
    type_text(text)


def texts_shown(root: QWidget) -> str:
    """Return every text that is seen, line by line."""
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())
