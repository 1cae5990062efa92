"""The bar under the page: whether all is saved, and what else goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from desktop_app.ui.labels import ElidedLabel, IconLabel
from desktop_app.ui.layouts import Row
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Panel
from desktop_app.ui.text_roles import TextRole

_HEIGHT, _BETWEEN, _MOST_MESSAGES = 32, 24, 3


class StatusBar(Panel):
    """Left: what has been saved. Right: up to three messages, of which the first give way when room is short."""

    def __init__(self) -> None:
        self._icon = IconLabel("check", Status.DONE.mark, 16)
        self._saved = ElidedLabel("", TextRole.META)
        self._messages = [ElidedLabel("", TextRole.META) for _place in range(_MOST_MESSAGES)]
        messages = Row(*self._messages, spacing=_BETWEEN)
        self._row = Row(self._icon, margins=(24, 0, 24, 0))
        self._row.add(self._saved, stretch=1)
        self._row.add(messages)
        super().__init__(self._row, Token.WINDOW, edges=Qt.Edge.TopEdge)
        current_theme().changed.connect(self._size)
        self._size()
        self.show_saved("", is_saved=True)
        self.show_messages(())

    def show_saved(self, sentence: str, *, is_saved: bool) -> None:
        """Say that all is saved, or why it is not."""
        status = Status.DONE if is_saved else Status.SOON
        self._icon.set_icon("check" if is_saved else status.icon, status.mark)
        self._icon.setVisible(bool(sentence))
        self._saved.setText(sentence)
        self._fit()

    def show_messages(self, sentences: Sequence[str]) -> None:
        """Show what else goes on, the most important last.

        Raises:
            ValueError: there are more than three.
        """
        if len(sentences) > _MOST_MESSAGES:
            raise ValueError(len(sentences))
        padded = [*[""] * (_MOST_MESSAGES - len(sentences)), *sentences]
        for label, sentence in zip(self._messages, padded, strict=True):
            label.setText(sentence)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many messages as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = current_theme()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._icon.width() - self._saved.sizeHint().width()
        for label in reversed(self._messages):
            room -= label.sizeHint().width() + theme.e(_BETWEEN)
            is_last = label is self._messages[-1]
            label.setVisible(bool(label.text()) and (room >= 0 or is_last))
        told = [label.text() for label in self._messages if label.text()]
        self.setToolTip("\n".join(told))

    def _size(self) -> None:
        self.setFixedHeight(current_theme().e(_HEIGHT))
