"""Where the window stands: remembered on closing, and never off the screens there are when it opens again."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop_app.application.preferences import WindowPlace


def place_of(window: QMainWindow) -> WindowPlace:
    """Return where a window stands, or stood before it was maximised."""
    normal = window.normalGeometry() if window.isMaximized() else window.geometry()
    return WindowPlace(normal.left(), normal.top(), normal.width(), normal.height(), is_maximised=window.isMaximized())


def put_window(window: QMainWindow, place: WindowPlace | None) -> None:
    """Put a window where it stood, as far as the screens allow; without a place it keeps its own size."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if place is not None:
        wanted = QRect(place.left, place.top, place.width, place.height)
        window.setGeometry(fitted(wanted, screens, window.minimumSize()))
    room = window.screen().availableSize()
    is_too_large = window.width() > room.width() or window.height() > room.height()
    if is_too_large or (place is not None and place.is_maximised):
        window.setWindowState(Qt.WindowState.WindowMaximized)


def fitted(wanted: QRect, screens: Sequence[QRect], least: QSize) -> QRect:
    """Return `wanted` moved and shrunk until all of it is on the screen it is most on, or on the first one."""
    screen = max(screens, key=lambda one: _shared(wanted, one))
    size = wanted.size().expandedTo(least).boundedTo(screen.size())
    place = QRect(wanted.topLeft(), size)
    if not _shared(wanted, screen):
        place.moveCenter(screen.center())
    place.moveLeft(min(max(place.left(), screen.left()), screen.right() - size.width() + 1))
    place.moveTop(min(max(place.top(), screen.top()), screen.bottom() - size.height() + 1))
    return place


def _shared(wanted: QRect, screen: QRect) -> int:
    common = wanted.intersected(screen)
    return common.width() * common.height() if common.isValid() else 0
