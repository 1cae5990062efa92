"""Keys and what they do, as a page of two columns under headings."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

_POINTS, _WEIGHT, _SIDE, _HEIGHT, _RADIUS = 9.75, 500, 8, 26, 3


class KeyCap(QLabel):
    """Keys pressed together, drawn as a cap."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the keys."""
        theme = current_theme()
        width = QFontMetrics(theme.font(_POINTS, _WEIGHT)).horizontalAdvance(self.text())
        return QSize(width + 2 * theme.e(_SIDE), theme.e(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Keys are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(Token.BORDER), 1))
        painter.setBrush(theme.colour(Token.WINDOW))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.e(_RADIUS), theme.e(_RADIUS))
        painter.setPen(theme.colour(Token.TEXT))
        painter.setFont(theme.font(_POINTS, _WEIGHT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class KeyList(QWidget):
    """One heading under the other; each line an act and its keys."""

    def __init__(self, groups: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__()
        column = Column()
        for place, (heading, lines) in enumerate(groups.items()):
            if place:
                column.add(Gap(24))
            column.add(Label(heading, TextRole.HEADING), Gap(4))
            for act, keys in lines:
                row = Row(spacing=12, margins=(0, 4, 0, 4))
                row.add(Label(act, wraps=True), stretch=1)
                row.add_aligned(KeyCap(keys), Qt.AlignmentFlag.AlignVCenter)
                column.addLayout(row)
                column.add(Line())
        column.add(STRETCH)
        self.setLayout(column)
        self.setMaximumWidth(current_theme().e(_MOST_WIDTH))


_MOST_WIDTH = 640
