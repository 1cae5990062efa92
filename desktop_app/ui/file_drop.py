"""A part of a page onto which one file can be dropped; a button beside it always does the same (WCAG 2.2, 2.5.7)."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QWidget):
    """`dropped` carries the path of the file and where in the part it was let go."""

    dropped = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer, and nothing else."""
        if dropped_file(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """As long as it is over the part."""
        if dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which file it is; the file itself stays where it lies."""
        if path := dropped_file(event):
            event.acceptProposedAction()
            self.dropped.emit(path, event.position().toPoint())


def dropped_file(event: QDropEvent) -> str:
    """Return the path of the one file that is dragged, empty if it is anything else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 and urls[0].isLocalFile() else ""
