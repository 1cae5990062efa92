"""Two parts beside each other, or one under the other where there is no room or the text is large."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line


class SideBySide(QWidget):
    """`main` takes `share` parts of the room, `side` the rest, with a line between them."""

    def __init__(self, main: QLayout, side: QLayout, *, share: tuple[int, int] = (3, 2), least: float = 760) -> None:
        super().__init__()
        self._least = least
        self._line = Line(is_vertical=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(main, share[0])
        self._box.addWidget(self._line)
        self._box.addLayout(side, share[1])
        self.setLayout(self._box)
        current_theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Whether the parts stand one under the other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = current_theme()
        stacked = self.width() < theme.e(self._least)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)
        self._box.setSpacing(theme.e(20 if stacked else 32))
        self._line.setVisible(not stacked)
