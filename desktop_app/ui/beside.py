"""Fields that share a line where there is room for all of them, and stand under one another where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.ui.qt_application import current_theme

_ACROSS = 24


class Beside(QWidget):
    """Each part takes its share of the line, `shares` or the same as the next; below `least` steps all of it.

    `down` is the distance between parts that stand under one another, in steps.
    """

    def __init__(self, *parts: QWidget, shares: Sequence[int] = (), least: float = 520, down: float = 12) -> None:
        super().__init__()
        self._least, self._down = least, down
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part, share in zip(parts, shares or (1,) * len(parts), strict=True):
            self._box.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._box)
        current_theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Whether the parts stand under one another."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = current_theme()
        stacked = self.width() < theme.e(self._least)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(theme.e(self._down if stacked else _ACROSS))
