"""A heading with a count that unfolds what belongs to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Row
from desktop_app.ui.text_roles import TextRole


class Disclosure(QWidget):
    """Folded at first. `toggled` tells whether it is open, `pressed` before it turns that somebody wants it to."""

    toggled = Signal(bool)
    pressed = Signal()

    def __init__(self, title: str, content: QWidget, count_text: str = "") -> None:
        super().__init__()
        self._title = title
        self._content = content
        self._head = Button(title, ButtonKind.DISCLOSURE, icon="chevron-right")
        self._head.clicked.connect(self.pressed)
        self._head.clicked.connect(self._turn)
        self._count = Label(count_text, TextRole.META)
        content.hide()
        self.setLayout(Column(Row(self._head, self._count, STRETCH, spacing=2), content))
        self._describe()

    def is_open(self) -> bool:
        """Whether the content shows."""
        return not self._content.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Unfold or fold."""
        if is_open != self.is_open():
            self._turn()

    def set_count(self, count_text: str) -> None:
        """Show another count beside the heading."""
        self._count.setText(count_text)
        self._describe()

    def _turn(self) -> None:
        opens = not self.is_open()
        self._content.setVisible(opens)
        self._head.set_icon("chevron-down" if opens else "chevron-right")
        self._describe()
        self.toggled.emit(opens)

    def _describe(self) -> None:
        named = " ".join(part for part in (self._title, self._count.text()) if part)
        words = _("{title}, unfolded") if self.is_open() else _("{title}, folded")
        self._head.setAccessibleName(words.format(title=named))
