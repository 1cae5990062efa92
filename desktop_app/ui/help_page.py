"""Hjælp: the keys that do everything, and where the guide is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.key_words import KeyGroup
from desktop_app.translation import _
from desktop_app.ui.buttons import Button
from desktop_app.ui.key_list import KeyList
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.may import May, RoleAct, offered
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole


class HelpPage(QWidget):
    """The page of shortcuts; the keyboard scrolls it. `form_wanted` asks for the empty form of the interview."""

    form_wanted = Signal()

    def __init__(self, groups: Sequence[KeyGroup], may: May) -> None:
        super().__init__()
        about = Label(
            _("Everything in the program can be done with the keyboard. Tab goes on, Shift+Tab back, Esc closes."),
            wraps=True,
        )
        form = Button(_("Empty interview form …"), icon="print")
        form.clicked.connect(self.form_wanted)
        content = Column(Label(_("Help"), TextRole.TITLE), Gap(8), about, margins=(24, 20, 24, 24))
        if papers := offered(may, (RoleAct.PRINT, form)):
            content.add(Gap(16), FlowRow(*papers))
        content.add(Gap(24), KeyList(groups), STRETCH)
        self._scroll = ScrollArea(content, name=_("Keyboard shortcuts"))
        whole = Column()
        whole.add(self._scroll, stretch=1)
        self.setLayout(whole)

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self._scroll.setFocus()
