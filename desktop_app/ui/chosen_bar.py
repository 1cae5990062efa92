"""How many rows of a list are chosen and what can be done with all of them at once; hidden while it is one or none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import Button, Link
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Panel
from desktop_app.ui.text_roles import TextRole


class ChosenBar(Panel):
    """Stands under the list, so that nothing in it moves. `let_go` asks that no more than one row is chosen."""

    let_go = Signal()

    def __init__(self, acts: Sequence[Button]) -> None:
        self._text = Label("", TextRole.STRONG)
        self._let_go = Link(_("Choose one only"))
        row = FlowRow(self._text, *acts, STRETCH, self._let_go, across=16)
        super().__init__(Column(row, margins=(12, 8, 12, 8)), Token.WINDOW, edges=Qt.Edge.TopEdge)
        self._let_go.clicked.connect(self.let_go)
        current_theme().changed.connect(self._offer_to_let_go)
        self._offer_to_let_go()
        self._said = ""
        self.hide()

    def show_chosen(self, text: str, list_of_them: QWidget) -> None:
        """Say how many are chosen, aloud at the list too; nothing while the text is empty."""
        self._text.setText(text)
        self.setHidden(not text)
        if text and text != self._said:
            announce(list_of_them, text)
        self._said = text

    def _offer_to_let_go(self) -> None:
        """Offer it where there is room: any key that goes to another row does it too."""
        self._let_go.setHidden(current_theme().has_large_text)
