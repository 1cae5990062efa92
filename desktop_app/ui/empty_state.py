"""What a page says when it has nothing to show: what is so, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_ICON, _WIDTH = 40, 440
_BLOCK_STRETCH = 1000
"""So much more than the empty room's 1 that the block has all of its width before the room has any."""


class EmptyState(QWidget):
    """Icon, title, text and at most two buttons, somewhat above the middle of the page."""

    def __init__(self, icon: str, title: str, text: str = "", actions: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._title = Label(title, TextRole.PANE_TITLE, wraps=True)
        self._text = Label(text, tone=Token.MUTED, wraps=True)
        if not text:  # showing it before it has a parent would flash up a window of its own
            self._text.hide()
        self._block = QWidget()
        column = Column()
        column.add_aligned(IconLabel(icon, Token.MUTED, _ICON), Qt.AlignmentFlag.AlignLeft)
        column.add(Gap(16), self._title, Gap(6), self._text)
        if actions:
            column.add(Gap(20), FlowRow(*actions))
        self._block.setLayout(column)
        line = Row(spacing=0)
        line.addStretch(1)
        line.add(self._block, stretch=_BLOCK_STRETCH)
        line.addStretch(1)
        page = Column()
        page.addStretch(2)
        page.add(line)
        page.addStretch(3)
        self.setLayout(page)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def show_message(self, title: str, text: str = "") -> None:
        """Say something else, as when a search finds nothing."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))

    def _apply_theme(self) -> None:
        self._block.setMaximumWidth(current_theme().e(_WIDTH))
