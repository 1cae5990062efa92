"""What keeps a form from being saved, over the form: each problem in the words of its field, and the way to it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus, chain_stops
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Column, Row
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.wrapping_link import LINK_SIDE, WrappingLink

_BAR, _ICON = 4, 22


class ErrorSummary(KeyboardFocus, QWidget):
    """Hidden while there is nothing wrong. `chosen` carries the key of the field one wants to go to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(spacing=0)
        self._title = Label(_("There are problems"), TextRole.LABEL)
        text = Column(Row(self._title, margins=(LINK_SIDE, 0, 0, 0)), self._column, spacing=4)
        row = Row(spacing=12, margins=(14 + _BAR, 12, 16, 12))
        row.add_aligned(IconLabel("error", Status.OVERDUE.mark, _ICON, name=_("Error")), Qt.AlignmentFlag.AlignTop)
        row.add(text, stretch=1)
        self.setLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Show pairs of key and sentence in this order, or nothing. A problem without a key belongs to no field."""
        old = self._column.takeAt(0)
        if old is not None and (shown := old.widget()) is not None:
            shown.hide()
            shown.deleteLater()
        body = QWidget()
        column = Column(spacing=2)
        links: list[WrappingLink] = []
        for key, sentence in problems:
            if not key:
                column.add(Row(Label(sentence, wraps=True), margins=(LINK_SIDE, 0, 0, 0)))
                continue
            link = WrappingLink(sentence)
            link.setProperty("field", key)
            link.clicked.connect(self._tell)
            links.append(link)
            column.add(link)
        body.setLayout(column)
        self._column.add(body)
        body.show()
        chain_stops((self, *links))  # what is made late would else be the last stop of the page
        self.setAccessibleName(f"{self._title.text()}: " + ". ".join(sentence for _key, sentence in problems))
        self.setVisible(bool(problems))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fill, the bar and the ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Status.OVERDUE.fill))
        painter.fillRect(QRect(0, 0, theme.e(_BAR), self.height()), theme.colour(Status.OVERDUE.mark))
        self.paint_ring(painter, self.rect())

    def _tell(self) -> None:
        self.chosen.emit(str(self.sender().property("field")))
