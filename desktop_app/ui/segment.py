"""A choice between two to four words that stand joined."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.labels import restyle
from desktop_app.ui.layouts import FlowRow


class Segment(QWidget):
    """One key of `choices` (pairs of key and word), or none yet. The arrow keys go from one to the next.

    `chosen` carries the key, when a person has chosen.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]], *, is_slim: bool = False) -> None:
        super().__init__()
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = FlowRow(across=0, down=0)
        for index, (key, word) in enumerate(choices):
            button = Button(word, ButtonKind.SEGMENT)
            button.setProperty("place", _place(index, len(choices)))
            button.setProperty("slim", is_slim)
            self._buttons[key] = button
            self._group.addButton(button)
            row.add(button)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        self._group.buttonClicked.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first word of each further line the edge it otherwise shares with the word before."""
        super().resizeEvent(event)
        for button in self._buttons.values():
            begins_line = button.x() == 0 and button.property("place") != "first"
            if bool(button.property("begins")) is not begins_line:
                button.setProperty("begins", begins_line)
                restyle(button)

    def setAccessibleName(self, name: str) -> None:
        """Let each word say what it is a choice of."""
        super().setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleDescription(name)

    def key(self) -> str:
        """Return the key chosen, empty if none is yet."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose by key without telling anyone; an unknown key leaves nothing chosen."""
        self._group.setExclusive(False)
        for other, button in self._buttons.items():
            button.setChecked(other == key)
        self._group.setExclusive(True)

    def _tell(self, _button: QAbstractButton) -> None:
        self.chosen.emit(self.key())


def _place(index: int, count: int) -> str:
    if index == 0:
        return "first"
    return "last" if index == count - 1 else "middle"
