"""Somebody at the keyboard of the window, and what they read in it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

_CONTROL = Qt.KeyboardModifier.ControlModifier


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


def replace_with(text: str) -> None:
    """Type over what stands where the keyboard is."""
    press(Qt.Key.Key_A, _CONTROL)
    type_text(text)


def texts_shown(root: QWidget) -> str:
    """Return every text that is seen, line by line."""
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())
