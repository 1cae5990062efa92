"""A key that means something of its own on one page."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget


class ClaimedKey(QObject):
    """Claims a key on a page before anybody else hears of it; `pressed` tells that it was."""

    pressed = Signal()

    def __init__(self, page: QWidget, keys: str) -> None:
        super().__init__(page)
        self._keys = QKeySequence(keys)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key."""
        if isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == self._keys:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.pressed.emit()
                return True
        return super().eventFilter(watched, event)
