"""A message about the whole page: light fill, a bar of 4 steps, icon, bold title, and what can be done about it."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_BAR, _ICON = 4, 22


class AlertKind(StrEnum):
    """What sort of message it is; a warning is not an error, but may lead to one."""

    INFORMATION = "information"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


_STATUSES = {
    AlertKind.INFORMATION: (Status.MONTH, "info"),
    AlertKind.SUCCESS: (Status.DONE, "success"),
    AlertKind.WARNING: (Status.SOON, "warning"),
    AlertKind.ERROR: (Status.OVERDUE, "error"),
}


class Alert(QWidget):
    """The message, with up to two actions under it (usually links).

    A slim one stays for long and takes as little room as it can: the actions stand beside what it says.
    """

    def __init__(
        self, kind: AlertKind, title: str, body: str = "", actions: Sequence[QWidget] = (), *, is_slim: bool = False
    ) -> None:
        super().__init__()
        self._status, icon = _STATUSES[kind]
        self._title = Label(title, TextRole.SMALL_STRONG if is_slim else TextRole.LABEL, wraps=True)
        self._body = Label(body, wraps=True)
        if not body:  # showing it before it has a parent would flash up a window of its own
            self._body.hide()
        text = Column(self._title, self._body, spacing=4)
        if actions and not is_slim:
            text.add(Gap(4), FlowRow(*actions, across=16))
        around = 4 if is_slim else 12
        row = Row(spacing=12, margins=(14 + _BAR, around, 16, around))
        row.add_aligned(IconLabel(icon, self._status.mark, _ICON, name=_kind_word(kind)), Qt.AlignmentFlag.AlignTop)
        row.add(text, stretch=1)
        if is_slim:
            row.add(*actions)
        self.setLayout(row)
        self._kind = kind
        self._describe()

    def show_message(self, title: str, body: str = "") -> None:
        """Say something else of the same kind."""
        self._title.setText(title)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fill and the bar."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(self._status.fill))
        painter.fillRect(QRect(0, 0, theme.e(_BAR), self.height()), theme.colour(self._status.mark))

    def _describe(self) -> None:
        name = f"{_kind_word(self._kind)}: {self._title.text()}"
        self.setAccessibleName(f"{name}. {self._body.text()}" if self._body.text() else name)


def _kind_word(kind: AlertKind) -> str:
    match kind:
        case AlertKind.INFORMATION:
            return _("Information")
        case AlertKind.SUCCESS:
            return _("Success")
        case AlertKind.WARNING:
            return _("Warning")
        case AlertKind.ERROR:
            return _("Error")
