"""What can be checked of a screen by program, and how to tell a screen reader what happened.

The checks are for tests: each returns what is wrong in words, so that a failing test names the widget.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

_SLACK = 1
"""A pixel of rounding is not a clipped text."""


def announce(widget: QWidget, sentence: str, *, is_urgent: bool = False) -> None:
    """Let a screen reader say a sentence without moving the focus; an urgent one interrupts."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


def unnamed_widgets(root: QWidget) -> list[str]:
    """Return the shown widgets the keyboard can stop at that a screen reader has no name for."""
    return [
        _called(widget)
        for widget in _shown_under(root)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
        and not _accessible_name(widget)
    ]


def clipped_texts(root: QWidget) -> list[str]:
    """Return the shown labels and buttons with less room than their text needs, and those that cover one another.

    What is cut on purpose is fine as long as a tool tip tells all of it.
    """
    found = []
    beside: dict[QWidget | None, list[QWidget]] = {}
    for widget in _shown_under(root):
        needed = _needed(widget)
        if needed is not None:
            others = beside.setdefault(widget.parentWidget(), [])
            found += [f"{_called(widget)} covers {_called(other)}" for other in others if _covers(widget, other)]
            others.append(widget)
        if needed is None or widget.toolTip():
            continue
        width, height = needed
        if widget.width() < width - _SLACK or widget.height() < height - _SLACK:
            found.append(f"{_called(widget)}: {widget.width()}x{widget.height()}, needs {width}x{height}")
        elif (place := widget.parentWidget()) is not None and not place.rect().contains(widget.geometry()):
            found.append(f"{_called(widget)}: sticks out of its place")
    return found


def _covers(widget: QWidget, other: QWidget) -> bool:
    common = widget.geometry().intersected(other.geometry())
    return common.width() > _SLACK and common.height() > _SLACK


def _shown_under(root: QWidget) -> list[QWidget]:
    return [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]


def _accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.objectName()
    return f"{type(widget).__name__} {text!r}"


def _needed(widget: QWidget) -> tuple[int, int] | None:
    """Return the width and height a widget needs for its text, none for what shows no text of its own."""
    match widget:
        case QLabel() | QAbstractButton() if not widget.text():
            return None
        case QComboBox():
            return widget.fontMetrics().horizontalAdvance(widget.currentText()), widget.minimumSizeHint().height()
        case QLabel() | QAbstractButton() if widget.hasHeightForWidth():
            return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
        case QLabel() | QAbstractButton():
            return widget.sizeHint().width(), widget.minimumSizeHint().height()
    return None
