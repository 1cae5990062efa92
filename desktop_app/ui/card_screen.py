"""A screen with a single card in its middle: what stands before the password."""

from PySide6.QtWidgets import QWidget

from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.surfaces import Card, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

_CARD_WIDTH = 456


class CardScreen(QWidget):
    """Scrolls when the window is lower than the card; `foot` stands under it."""

    def __init__(self, card: Column) -> None:
        super().__init__()
        self.foot = Label("", TextRole.META)
        card.set_margins((40, 36, 40, 32))
        middle = Column(STRETCH, Row(STRETCH, Card(card, width=_CARD_WIDTH), STRETCH), Gap(20))
        middle.add(Row(STRETCH, self.foot, STRETCH), STRETCH, STRETCH)
        middle.set_margins(24)
        page = Column()
        page.add(ScrollArea(middle), stretch=1)
        whole = Column()
        whole.add(Panel(page, Token.WINDOW), stretch=1)
        self.setLayout(whole)
