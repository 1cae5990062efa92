"""What was just done, told for a while at the foot of the page, with a way to undo it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import IconButton, Link
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Row
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme

SHOWN_MS = 10_000
UNDO_KEYS = "Ctrl+Z"


class DoneBar(QWidget):
    """Hidden until there is something to tell. It takes no focus; while it is pointed at or focused it stays."""

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self._text = Label("", wraps=True)
        self._link = Link(_("Undo"))
        self._link.setToolTip(UNDO_KEYS)
        self._close = IconButton("close", _("Close the message"))
        row = Row(spacing=12, margins=(24, 4, 16, 4))
        row.add_aligned(IconLabel("check", Status.DONE.mark), Qt.AlignmentFlag.AlignVCenter)
        row.add(self._text, stretch=1)
        row.add(self._link, self._close)
        self.setLayout(row)
        self.hide()
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(SHOWN_MS)
        self._time.timeout.connect(self._go_unless_used)
        self._keys = QShortcut(QKeySequence(UNDO_KEYS), self)
        self._keys.activated.connect(self._press_undo)
        self._keys.setEnabled(False)
        self._link.clicked.connect(self._press_undo)
        self._close.clicked.connect(self.put_away)

    @property
    def text(self) -> str:
        """The sentence shown, empty when there is none."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Tell what was done, in place of anything told before."""
        self._undo = undo
        self._text.setText(text)
        self._link.setVisible(undo is not None)
        self._keys.setEnabled(undo is not None)
        self.show()
        self._time.start()
        way = _("Undo with {keys}").format(keys=UNDO_KEYS)
        announce(self, f"{text} {way}" if undo else text)

    def put_away(self) -> None:
        """Tell nothing any more; what was done stays done."""
        self._time.stop()
        self._undo = None
        self._keys.setEnabled(False)
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while somebody points at it."""
        super().enterEvent(event)
        self._time.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew from when it is let go."""
        super().leaveEvent(event)
        if not self.isHidden():
            self._time.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the bar."""
        QPainter(self).fillRect(self.rect(), current_theme().colour(Status.DONE.fill))

    def _go_unless_used(self) -> None:
        if self._link.hasFocus() or self._close.hasFocus():
            self._time.start()
        else:
            self.put_away()

    def _press_undo(self) -> None:
        undo = self._undo
        self.put_away()
        if undo:
            undo()
