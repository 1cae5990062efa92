"""Lås op for sagerne: nothing about citizens is shown before the password fits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.translation import _, _n
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import PRODUCT_NAME
from desktop_app.ui.surfaces import Card, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole

_CARD_WIDTH = 456
_SECOND_MS = 1000


class UnlockScreen(QWidget):
    """Asks for the password. `password_given` carries user and password; `retry_wanted` asks to look again."""

    password_given = Signal(str, str)
    retry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._why_locked = Label("", TextRole.META, wraps=True)
        self._why_locked.hide()
        self._user = ComboBox()
        self._password = LineEdit()
        self._password.hide_text(hidden=True)
        self._reveal = Button(_("Show"), icon="visibility")
        self._reveal.setCheckable(True)
        self._unlock = Button(_("Unlock"), ButtonKind.PRIMARY)
        self._unlock.fill_width()
        self._user_field = FieldRow(_("User"), self._user)
        self._password_field = FieldRow(_("Password"), self._password)
        self._password_field.add_after(self._reveal)
        self._refusal = Alert(AlertKind.ERROR, "", "")
        self._refusal.hide()
        self._retry = Button(_("Try again"), icon="refresh")
        self._retry.hide()
        self._foot = Label("", TextRole.META)

        card = Column(Label(PRODUCT_NAME, TextRole.PRODUCT), Gap(12), Label(_("Unlock the cases"), TextRole.CARD_TITLE))
        card.add(Gap(6), self._why_locked, Gap(12), self._refusal, Gap(12), self._retry)
        card.add(self._user_field, Gap(16), self._password_field, Gap(24), self._unlock)
        card.set_margins((40, 36, 40, 32))
        middle = Column(STRETCH, Row(STRETCH, Card(card, width=_CARD_WIDTH), STRETCH), Gap(20))
        middle.add(Row(STRETCH, self._foot, STRETCH), STRETCH, STRETCH)
        middle.set_margins(24)
        whole = Column()
        whole.add(Panel(_only(ScrollArea(middle)), Token.WINDOW), stretch=1)
        self.setLayout(whole)

        self._pause = QTimer(self)
        self._pause.setInterval(_SECOND_MS)
        self._pause.timeout.connect(self._count_down)
        self._left = 0
        self._reveal.toggled.connect(self._show_letters)
        self._unlock.clicked.connect(self._give_password)
        self._password.returnPressed.connect(self._give_password)
        self._retry.clicked.connect(self.retry_wanted)

    def show_users(self, users: Sequence[UserChoice]) -> None:
        """Offer these users; a single one needs no list."""
        self._refusal.hide()
        self._retry.hide()
        self._user.set_options([(user.name, user.text) for user in users])
        self._user_field.setVisible(len(users) > 1)
        for widget in (self._password_field, self._unlock):
            widget.show()
        self._password.setFocus()

    def show_error(self, text: str) -> None:
        """Say what was wrong; what was typed is selected, not deleted."""
        if not text:
            self._password_field.clear_message()
            return
        self._password_field.show_message(FieldState.ERROR, text)
        self._password.setFocus()
        self._password.selectAll()
        _tell(self._password, text)

    def show_refusal(self, title: str, text: str) -> None:
        """Say that the store cannot be opened at all."""
        self._refusal.show_message(title, text)
        self._refusal.show()
        self._retry.show()
        for widget in (self._user_field, self._password_field, self._unlock):
            widget.hide()
        self._retry.setFocus()
        _tell(self._refusal, f"{title}. {text}")

    def pause(self, seconds: int) -> None:
        """Take no password for some seconds, and say so."""
        self._left = seconds
        self._unlock.setEnabled(False)
        self._count_down()
        self._pause.start()

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the password is being tried, or that another may be typed."""
        if self._pause.isActive():
            return
        self._unlock.setEnabled(not is_busy)
        self._unlock.setText(_("Unlocking …") if is_busy else _("Unlock"))

    def show_reason(self, reason: str) -> None:
        """Say why the program is locked; an empty text says nothing."""
        self._why_locked.setText(reason)
        self._why_locked.setVisible(bool(reason))

    def show_foot(self, text: str) -> None:
        """Show where the store lies, under the card."""
        self._foot.setText(text)

    def clear_password(self) -> None:
        """Forget what was typed."""
        self._password.clear()
        self._reveal.setChecked(False)
        self.show_error("")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the password."""
        super().showEvent(event)
        self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_password(self) -> None:
        if self._unlock.isEnabled():
            self.password_given.emit(self._user.key(), self._password.text())

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self._password.hide_text(hidden=not shown)
        self._reveal.setText(_("Hide") if shown else _("Show"))
        self._reveal.set_icon("visibility-off" if shown else "visibility")

    def _count_down(self) -> None:
        if self._left <= 0:
            self._pause.stop()
            self._unlock.setEnabled(True)
            self._unlock.setText(_("Unlock"))
            return
        self._unlock.setText(_n("Wait {n} second", "Wait {n} seconds", self._left).format(n=self._left))
        self._left -= 1


def _tell(widget: QWidget, sentence: str) -> None:
    from desktop_app.ui.accessibility import announce  # noqa: PLC0415 - its Qt classes are not needed for the field

    announce(widget, sentence, is_urgent=True)


def _only(widget: QWidget) -> Column:
    column = Column()
    column.add(widget, stretch=1)
    return column
