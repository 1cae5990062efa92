"""What this program has put on the clipboard: no history keeps it, and it is gone after a while and when it locks."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

TAKEN_AWAY_AFTER_SECONDS: Final = 300
"""How long anything copied out of the program stays; a CPR number has less (`secret_clipboard`)."""

_KDE: Final = "x-kde-passwordManagerHint"
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_NO: Final = bytes(4)  # a DWORD of Windows
_KEPT_OUT: Final = {
    _KDE: b"secret",  # Klipper, and whatever else heeds what password managers say
    # https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
}


def put_on_clipboard(text: str) -> None:
    """Put a text on the clipboard that histories of it are asked to leave alone."""
    content = QMimeData()
    content.setText(text)
    for kind, word in _KEPT_OUT.items():
        content.setData(kind, word)
    QGuiApplication.clipboard().setMimeData(content)


class OwnClipboard(QObject):
    """Sees to what is copied anywhere in the program, Ctrl+C in a field included. What is somebody else's stays.

    `owns` tells whether what lies there comes from this program; without it the system is asked.
    """

    def __init__(self, parent: QObject, owns: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        clipboard = QGuiApplication.clipboard()
        self._owns = owns or clipboard.ownsClipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TAKEN_AWAY_AFTER_SECONDS * 1000)
        self._timer.timeout.connect(self.take_away)
        clipboard.dataChanged.connect(self._look)

    def take_away(self) -> None:
        """Leave nothing of this program on the clipboard, nor what was last marked, where that can be pasted too."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if _is_marked(clipboard):
            clipboard.clear()
        if clipboard.supportsSelection() and clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)

    def _look(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if _is_marked(clipboard):
            self._timer.start()
        elif self._owns() and clipboard.text():
            put_on_clipboard(clipboard.text())


def _is_marked(clipboard: QClipboard) -> bool:
    content: QMimeData | None = clipboard.mimeData()  # none where nothing lies there, whatever its type says
    return content is not None and content.hasFormat(_KDE)
