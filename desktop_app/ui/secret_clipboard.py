"""The clipboard, from which a secret is taken away again after a while."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from desktop_app.presenters.copy_presenter import CLEARED_AFTER_SECONDS
from desktop_app.ui.own_clipboard import put_on_clipboard


class SecretClipboard(QObject):
    """Holds a secret for `CLEARED_AFTER_SECONDS` at most. What somebody else put there meanwhile stays."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEARED_AFTER_SECONDS * 1000)
        self._timer.timeout.connect(self.clear)

    def put(self, text: str, *, is_secret: bool) -> None:
        """Put a text on the clipboard."""
        put_on_clipboard(text)
        self._secret = text if is_secret else ""
        if is_secret:
            self._timer.start()
        else:
            self._timer.stop()

    def clear(self) -> None:
        """Take the secret away now, as before locking, if it is still there."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._secret and clipboard.text() == self._secret:
            clipboard.clear()
        self._secret = ""
