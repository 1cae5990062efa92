"""The list of phrases over the page one writes on, with the whole text of the one that is chosen."""

from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column
from desktop_app.ui.palette import Token
from desktop_app.ui.quick_open import ListOverPage
from desktop_app.ui.surfaces import Panel


class PhrasePopup(ListOverPage):
    """Rows and keys as the quick opening has them (`presenters.phrase_finder.FinderView`)."""

    def __init__(self, page: QWidget) -> None:
        self._whole = Label("", wraps=True)
        self._below = Panel(Column(self._whole, margins=(20, 10, 20, 10)), Token.WINDOW)
        self._below.hide()
        ways = (_("Up and down choose"), _("Enter puts the phrase in"), _("Esc closes"))
        super().__init__(page, name=_("Search the phrases"), icon="search", ways=ways, below=self._below)

    def show_whole(self, text: str) -> None:
        """Show the whole text of the phrase one is at; an empty text shows none."""
        self._whole.setText(text)
        self._below.setVisible(bool(text))
        self.arrange()
