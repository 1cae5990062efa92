"""One thing to know or to do: icon, title, detail, and a link, which goes under the text when there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Column, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_LEAST_TEXT = 240
"""Narrower than this, in steps, the text is not squeezed for the link's sake."""


class NoteRow(QWidget):
    """Stands in a list, parted from its neighbours by a `Line`."""

    def __init__(self, icon: str, token: Token, title: str, detail: str = "", action: QWidget | None = None) -> None:
        super().__init__()
        self._action = action
        text = Column(Label(title, TextRole.STRONG, wraps=True), spacing=2)
        if detail:
            text.add(Label(detail, TextRole.META, wraps=True))
        self._text_and_action = Row(spacing=12)
        self._text_and_action.add(text, stretch=1)
        if action is not None:
            self._text_and_action.add_aligned(action, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        row = Row(spacing=12, margins=(0, 10, 0, 10))
        row.add_aligned(IconLabel(icon, token, 20), Qt.AlignmentFlag.AlignTop)
        row.add(self._text_and_action, stretch=1)
        self.setLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the link under the text, or back beside it."""
        super().resizeEvent(event)
        if self._action is None:
            return
        beside = self.width() - self._action.sizeHint().width() >= current_theme().e(_LEAST_TEXT)
        directions = QBoxLayout.Direction
        self._text_and_action.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
