"""What was just done, said for a while over the status bar, with the way to undo it."""

from collections.abc import Callable
from dataclasses import dataclass
from weakref import ref

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import IconButton, Link
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import FlowRow, Row
from desktop_app.ui.palette import Status
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

UNDO_KEYS = "Ctrl+Z"

_SHOWN_MS = 10_000
_LEAST_MS = 4_000
"""After the pointer or the keyboard has left, there is at least so much time to come back."""

_LEAST_TEXT = 240
"""Narrower than this, in steps, the text is not squeezed for the links' sake."""


@dataclass(frozen=True, slots=True)
class Following:
    """What one may want to do next when something is done: the words of its link, and doing it."""

    title: str
    do: Callable[[], None]


class DoneBar(QWidget):
    """Hidden until something is done, and again ten seconds later; the time stands still while one is at it.

    It never takes the keyboard, and gives it back to where it came from. `undo_wanted` tells that the act shown last
    is to be undone, by the link or by Ctrl+Z; in a field of text Ctrl+Z is the text's own. A link may offer what
    one does next. `shown` tells that it says something.
    """

    undo_wanted = Signal()
    shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left_ms, self._has_pointer = 0, False
        self._came_from: Callable[[], QWidget | None] = _nowhere
        self._text = Label("", TextRole.STRONG, tone=Status.DONE.text, wraps=True)
        self._next: Following | None = None
        self._following = Link("")
        self._undo = Link(_("Undo"))
        self._keys = Label(UNDO_KEYS, TextRole.SMALL, tone=Status.DONE.text)
        self._close = IconButton("close", _("Close the message"))
        self._links = FlowRow(self._following, self._undo, self._keys)
        self._text_and_links = Row(spacing=8)
        self._text_and_links.add(self._text, stretch=1)
        self._text_and_links.add(self._links)
        row = Row(spacing=8, margins=(24, 4, 12, 4))
        row.add(IconLabel("success", Status.DONE.mark, 20))
        row.add(self._text_and_links, stretch=1)
        row.add(self._close)
        self.setLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self._shortcut = QShortcut(QKeySequence(UNDO_KEYS), self)
        self._shortcut.activated.connect(self._want_undo)
        self._undo.clicked.connect(self._want_undo)
        self._following.clicked.connect(self._want_following)
        self._close.clicked.connect(self.dismiss)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self.dismiss()

    @property
    def stops(self) -> tuple[QWidget, QWidget, QWidget]:
        """Where Tab stops in it."""
        return self._following, self._undo, self._close

    def show_done(self, text: str, *, can_undo: bool = False, following: Following | None = None) -> None:
        """Say what was done, in place of what was said before; `following` is what can be done next."""
        self._text.setText(text)
        self._next = following
        self._following.setText(following.title if following else "")
        self._following.setVisible(following is not None)
        for part in (self._undo, self._keys):
            part.setVisible(can_undo)
        self._shortcut.setEnabled(can_undo)
        self._undo.setAccessibleName(_("Undo: {text}").format(text=text))
        self._arrange()
        self.show()
        self.shown.emit()
        self._left_ms = _SHOWN_MS
        self._timer.stop()
        self._run()
        spoken = _("{text} {keys} undoes it.").format(text=text, keys=UNDO_KEYS) if can_undo else text
        announce(self, spoken)

    def dismiss(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._shortcut.setEnabled(False)
        came_from = self._came_from() if self._has_keyboard() else None
        if came_from is not None and isValid(came_from):
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the links under the text where it would else be squeezed."""
        super().resizeEvent(event)
        self._arrange()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        super().enterEvent(event)
        self._has_pointer = True
        self._pause()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the time go on."""
        super().leaveEvent(event)
        self._has_pointer = False
        self._run()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the bar."""
        QPainter(self).fillRect(self.rect(), current_theme().colour(Status.DONE.fill))

    def _arrange(self) -> None:
        beside = self._text_and_links.geometry().width() - self._links.sizeHint().width()
        directions = QBoxLayout.Direction
        is_narrow = beside < current_theme().e(_LEAST_TEXT)
        self._text_and_links.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _want_undo(self) -> None:
        self.dismiss()
        self.undo_wanted.emit()

    def _want_following(self) -> None:
        following = self._next
        self.dismiss()
        if following:
            following.do()

    def _has_keyboard(self) -> bool:
        at = QApplication.focusWidget()
        return at is not None and self.isAncestorOf(at)

    def _follow_focus(self, before: QWidget | None, _now: QWidget | None) -> None:
        if not self.isVisible():
            return
        if not self._has_keyboard():
            self._run()
        elif before is not None and not self.isAncestorOf(before):
            self._pause()
            self._came_from = ref(before)

    def _pause(self) -> None:
        if self._timer.isActive():
            self._left_ms = max(_LEAST_MS, self._timer.remainingTime())
            self._timer.stop()

    def _run(self) -> None:
        if self.isVisible() and not (self._timer.isActive() or self._has_keyboard() or self._has_pointer):
            self._timer.start(self._left_ms)


def _nowhere() -> None:
    """Stand in for a place of the keyboard."""
