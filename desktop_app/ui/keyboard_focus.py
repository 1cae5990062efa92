"""The ring around what the keyboard is at. A click shows where it lands by itself, so it draws no ring."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # Qt allows one Qt base class only; the widget itself brings it

RING = 2
"""The width of every focus ring, in pixels."""

_WINDOW_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class KeyboardFocus(_Widget):
    """Mixed into a widget, to stand before its Qt class: knows whether the focus came by keyboard."""

    _came_by_keyboard = True  # a window that opens shows where the keyboard is

    def has_keyboard_focus(self) -> bool:
        """Whether the ring is to be drawn."""
        return self._came_by_keyboard and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came; a window that comes back leaves that as it was."""
        if event.reason() not in _WINDOW_REASONS:
            self._came_by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paint_ring(self, painter: QPainter, around: QRect, *, on_accent: bool = False) -> None:
        """Draw the ring just inside `around` if the keyboard is here; `on_accent` parts it from a filled surface."""
        if self.has_keyboard_focus():
            paint_ring(painter, around, on_accent=on_accent)


def paint_ring(painter: QPainter, around: QRect, *, on_accent: bool = False) -> None:
    """Draw a focus ring just inside a rectangle."""
    theme = current_theme()
    for inset in range(RING + on_accent):
        painter.setPen(theme.colour(Token.FOCUS if inset < RING else Token.BASE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(around.adjusted(inset, inset, -inset - 1, -inset - 1))


def first_stop(region: QWidget) -> QWidget | None:
    """Return the uppermost place in a region the keyboard can stop at, the leftmost of several."""
    return min(_stops_in(region), key=lambda stop: _reading_order(stop, region), default=None)


def last_stop(window: QWidget, *, before: QWidget) -> QWidget:
    """Return where Tab comes last in a window, what is in `before` apart."""
    for at in reversed(focus_chain(window)):
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and not before.isAncestorOf(at):
            return at
    return window


def focus_chain(window: QWidget) -> list[QWidget]:
    """Return every widget of a window in the order Tab comes to them, whether it stops there or not.

    PySide takes each for a child of the one before it: the wrappers then belong to one another instead of to their own
    parents, and the collector of cycles comes to free what Qt has freed. So each is given its own parent back, which
    changes nothing in Qt.
    """
    chain = list[QWidget]()
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        chain.append(at)
        at = at.nextInFocusChain()
    for widget in (*chain, window):
        widget.setParent(widget.parentWidget())
    return chain


def order_stops(*regions: QWidget) -> None:
    """Let Tab go through regions in this order, in each as it did before; what is made late would else come last."""
    window = regions[0].window()
    stops = [
        widget
        for region in regions
        for widget in (region, *region.findChildren(QWidget))
        if widget.window() is window and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    chain_stops(stops)


def chain_stops(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each stop to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def stop_of_section(page: QWidget, at: QWidget, step: int) -> QWidget | None:
    """Return the first place the keyboard can stop at in a section after (+1) or before (-1) the one it is `at`.

    A section begins with a heading: a label of that role, or one with the property `begins_section`. None where there
    is no such section.
    """
    tops = sorted(
        _reading_order(label, page)[0]
        for label in page.findChildren(QLabel)
        if label.isVisible() and (label.property("role") == TextRole.HEADING.value or label.property("begins_section"))
    )
    first = dict[int, QWidget]()
    for stop in sorted(_stops_in(page), key=lambda stop: _reading_order(stop, page)):
        if stop.property("is_handle"):
            continue  # a section begins where one writes
        first.setdefault(bisect_right(tops, _reading_order(stop, page)[0]), stop)
    here = bisect_right(tops, _reading_order(at, page)[0])
    others = [section for section in first if section and (section - here) * step > 0]
    return first[min(others, key=lambda section: abs(section - here))] if others else None


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key presses what the keyboard is at; Ctrl+Enter is the whole form's."""
    is_key = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_key and not event.modifiers() & Qt.KeyboardModifier.ControlModifier


def is_form_enter(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl+Enter, which saves the form from anywhere in it."""
    return _is_enter_with(event, Qt.KeyboardModifier.ControlModifier)


def is_row_enter(event: QKeyEvent) -> bool:
    """Whether a key is Ctrl+Shift+Enter, which adds a row below the one a field stands in."""
    return _is_enter_with(event, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def is_row_move(event: QKeyEvent) -> bool:
    """Whether a key is Alt+Shift with an arrow, which moves the row a field stands in; no field keeps it to itself."""
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() & held == held


def section_step(event: QKeyEvent) -> int:
    """Return 1 for Ctrl+PageDown and -1 for Ctrl+PageUp, which no field keeps to itself; 0 for any other key."""
    is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0) if is_control else 0


def _is_enter_with(event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
    is_key = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_key and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == held


def _stops_in(region: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in (region, *region.findChildren(QWidget))
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _reading_order(widget: QWidget, region: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(region, QPoint())
    return corner.y(), corner.x()
