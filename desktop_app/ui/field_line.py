"""Fields on one line, their labels level, as long as there is room; else one under the other."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.qt_application import current_theme

_ACROSS, _DOWN = 16, 16


class FieldLine(QWidget):
    """`fields` are pairs of a field and the width it wants, in steps. A field that is hidden leaves no gap.

    They stand one under the other when the line is narrower than the widths together. Below it, the line keeps the
    distance to the next one, which goes with it when all its fields are hidden.
    """

    def __init__(self, fields: Sequence[tuple[QWidget, float]]) -> None:
        super().__init__()
        self._fields = list(fields)
        self._places: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for field, width in fields:
            place = QWidget()
            place.setLayout(Column(field, STRETCH))
            self._places.append(place)
            self._box.addWidget(place, round(width))
        self._box.addStretch(1)
        self.setLayout(self._box)
        current_theme().changed.connect(self._arrange)
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Whether the fields stand one under the other."""
        return self._box.direction() is QBoxLayout.Direction.TopToBottom

    def show_field(self, field: QWidget, *, is_shown: bool) -> None:
        """Show or hide a field of the line."""
        self._places[[one for one, _width in self._fields].index(field)].setVisible(is_shown)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the shape there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        theme = current_theme()
        shown = [
            (place, width)
            for place, (_field, width) in zip(self._places, self._fields, strict=True)
            if not place.isHidden()
        ]
        wanted = sum(width for _place, width in shown) + _ACROSS * max(0, len(shown) - 1)
        stacked = len(shown) > 1 and self.width() < theme.e(wanted)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)
        self._box.setSpacing(theme.e(_DOWN if stacked else _ACROSS))
        self._box.setContentsMargins(0, 0, 0, theme.e(_DOWN))
        for place, width in shown:
            place.setMaximumWidth(_ANY_WIDTH if stacked else theme.e(width))
        self.setVisible(bool(shown))


_ANY_WIDTH = (1 << 24) - 1
"""Qt's own largest width of a widget."""
