"""What is known, label beside or above value: in the head of a case, and in an explanation."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Grid, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_VALUE_HEIGHT = 28


class Fact(QWidget):
    """A label over its value, which is text or one or more widgets side by side. Facts in a row stand level."""

    def __init__(self, label: str, *value: QWidget | str) -> None:
        super().__init__()
        self._value = QWidget()
        widgets = [Label(part) if isinstance(part, str) else part for part in value]
        self._value.setLayout(Row(*widgets, STRETCH))
        self.setLayout(Column(Label(label, TextRole.META), self._value, spacing=2))
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        self._value.setMinimumHeight(current_theme().e(_VALUE_HEIGHT))


class FactTable(QWidget):
    """Labels in one column, values in the next; pairs without a value are left out."""

    def __init__(self, facts: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._grid = Grid(across=12, down=6)
        self._grid.setColumnStretch(1, 1)
        self.setLayout(self._grid)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show other facts."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (label, value) in enumerate((label, value) for label, value in facts if value):
            name = Label(label, TextRole.SMALL, tone=Token.MUTED)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(value, TextRole.SMALL, wraps=True), row, 1, Qt.AlignmentFlag.AlignTop)
