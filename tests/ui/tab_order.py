"""Whether Tab goes through a screen as one reads it."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QWidget

from desktop_app.ui.keyboard_focus import focus_chain
from desktop_app.ui.quick_open import ListOverPage
from desktop_app.ui.rail import Rail
from desktop_app.ui.side_by_side import SideBySide
from desktop_app.ui.surfaces import Panel

_PARTS = QScrollArea | QSplitter | Rail | Panel | ListOverPage


def disordered_stops(root: QWidget) -> list[str]:
    """Return each step of Tab that leads back up, or to the left on the same line, within a part of the screen.

    Parts that scroll by themselves stand beside one another: between them Tab may go up again.
    """
    stops = _stops(root)
    return [
        f"{_called(before)} -> {_called(after)}"
        for before, after in pairwise(stops)
        if _part(before, root) == _part(after, root) and _is_back(_place(before, root), _place(after, root))
    ]


def _stops(root: QWidget) -> list[QWidget]:
    """Return where Tab stops, in its order, from the beginning of the window."""
    return [
        one
        for one in focus_chain(root)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
    ]


def _part(widget: QWidget, root: QWidget) -> tuple[QWidget, bool]:
    """Return what scrolls or has a surface of its own, and whether the widget is in the side part of it."""
    part, is_beside = widget.parentWidget(), False
    while part is not None and part is not root and not isinstance(part, _PARTS):
        if isinstance(part, SideBySide):
            is_beside = not part.is_stacked and widget.mapTo(part, QPoint()).x() > part._line.x()
        part = part.parentWidget()
    return part or root, is_beside


def _place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def _is_back(before: QRect, after: QRect) -> bool:
    if after.bottom() < before.top():
        return True
    is_same_line = after.top() <= before.center().y() <= after.bottom()
    return is_same_line and after.right() <= before.left()


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.property('text')!r}"
