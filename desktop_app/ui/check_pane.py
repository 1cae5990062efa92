"""One use of the log in full, and what was found of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.check_texts import CheckRow
from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind, IconButton
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.surfaces import Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole


class CheckPane(Panel):
    """Shows a use. `in_order` and `look_into` tell what was found; `closed` asks to be put away."""

    in_order = Signal()
    look_into = Signal()
    closed = Signal()

    def __init__(self) -> None:
        self._title = Label("", TextRole.PANE_TITLE, wraps=True)
        self._close = IconButton("close", _("Close the pane"))
        self._facts = FactTable()
        self._fine = Button(_("In order"), ButtonKind.SECOND, icon="success")
        self._odd = Button(_("To be looked into"), icon="warning")
        note = _(
            "Only which of the two you choose stands in the log, with your name and the moment. What is done about it"
            " is written on the paper or in the municipality's own case on the check."
        )
        self._marks = QWidget()
        self._marks.setLayout(Column(FlowRow(self._fine, self._odd), Gap(8), Label(note, TextRole.META, wraps=True)))
        head = Row()
        head.add(self._title, stretch=1)
        head.add_aligned(self._close, Qt.AlignmentFlag.AlignTop)
        content = Column(head, Gap(12), self._facts, Gap(16), self._marks)
        content.addStretch(1)
        content.set_margins((24, 16, 24, 16))
        self._area = ScrollArea(content, name=_("The use"))
        whole = Column()
        whole.add(self._area, stretch=1)
        super().__init__(whole, Token.WINDOW, edges=Qt.Edge.LeftEdge | Qt.Edge.TopEdge)
        self._fine.clicked.connect(self.in_order)
        self._odd.clicked.connect(self.look_into)
        self._close.clicked.connect(self.closed)

    def show_use(self, row: CheckRow | None) -> None:
        """Show a use, or none."""
        self._title.setText(row.what if row else "")
        self._facts.show_facts(row.facts if row else ())
        self._marks.setVisible(row is not None)

    def offer_closing(self, *, is_offered: bool) -> None:
        """Offer to put the pane away, or not: beside the list it stays."""
        self._close.setVisible(is_offered)

    def take_keyboard(self) -> None:
        """Bring the keyboard to what was found."""
        self._fine.setFocus(Qt.FocusReason.OtherFocusReason)
