"""Lås op for sagerne: nothing about citizens is shown before the password fits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.translation import _, _n
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.card_screen import CardScreen
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.password_field import PasswordField
from desktop_app.ui.qt_application import PRODUCT_NAME
from desktop_app.ui.text_roles import TextRole

_SECOND_MS = 1000


class UnlockScreen(CardScreen):
    """Asks for the password. `password_given` carries user and password; `retry_wanted` asks to look again.

    `recovery_wanted` tells that the password is forgotten. Where the store cannot be opened at all, `other_file_wanted`
    asks for another one, `backup_wanted` for a backup of it, and `new_file_wanted` to make one.
    """

    password_given = Signal(str, str)
    retry_wanted = Signal()
    recovery_wanted = Signal()
    other_file_wanted = Signal()
    new_file_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self) -> None:
        self._why_locked = Label("", TextRole.META, wraps=True)
        self._why_locked.hide()
        self._unlock = Button(_("Unlock"), ButtonKind.PRIMARY)
        self._unlock.fill_width()
        self._password_field = PasswordField(_("Password"))
        self._password = self._password_field.line
        self._forgotten = Link(_("Forgotten the password? Use the recovery key"))
        self._below = QWidget()
        backup = Link(_("Fetch a backup back …"))
        self._stops = (*self._password_field.stops, self._unlock, self._forgotten, backup)
        self._below.setLayout(Column(Row(STRETCH, self._forgotten, STRETCH), Gap(6), Row(STRETCH, backup, STRETCH)))
        # Made when they are first shown: the password field waits for none of them.
        self._messages, self._who = Column(spacing=12), Column()
        self._warning: Alert | None = None
        self._refusal: _Refusal | None = None
        self._user: ComboBox | None = None
        self._expected = ""

        card = Column(Label(PRODUCT_NAME, TextRole.PRODUCT), Gap(12), Label(_("Unlock the cases"), TextRole.CARD_TITLE))
        card.add(Gap(6), self._why_locked, Gap(12), self._messages, Gap(12), self._who)
        card.add(self._password_field, Gap(24), self._unlock, Gap(16), self._below)
        super().__init__(card)

        self._pause = QTimer(self)
        self._pause.setInterval(_SECOND_MS)
        self._pause.timeout.connect(self._count_down)
        self._left = 0
        self._unlock.clicked.connect(self._give_password)
        self._password.returnPressed.connect(self._give_password)
        self._forgotten.clicked.connect(self.recovery_wanted)
        backup.clicked.connect(self.backup_wanted)

    def show_users(self, users: Sequence[UserChoice]) -> None:
        """Offer these users; a single one needs no list."""
        if self._refusal is not None:
            self._refusal.hide()
        if self._user is None and len(users) > 1:
            self._user = ComboBox()
            self._user_field = FieldRow(_("User"), self._user)
            self._who.add(self._user_field, Gap(16))
            # What is made late is the last stop. From the last on: what follows round the end already, Qt leaves alone.
            for stop in reversed(self._stops):
                QWidget.setTabOrder(self._user, stop)
        if self._user is not None:
            self._user.set_options([(user.name, user.text) for user in users])
            if any(user.name == self._expected for user in users):
                self._user.choose(self._expected)
        self._show_field(shown=True)
        self._begin_at.setFocus()

    @property
    def has_many_users(self) -> bool:
        """Whether one says who one is."""
        return self._user is not None and self._user.count() > 1

    def expect(self, user: str) -> None:
        """Propose one of several users, as who was here last; where it is nobody the keyboard begins at the name."""
        self._expected = user

    def show_error(self, text: str) -> None:
        """Say what was wrong; what was typed is selected, not deleted."""
        if not text:
            self._password_field.clear_message()
            return
        self._password_field.show_message(FieldState.ERROR, text)
        self._password.setFocus()
        self._password.selectAll()
        _tell(self._password, text)

    def show_refusal(self, title: str, text: str, *, is_missing: bool) -> None:
        """Say that the store cannot be opened at all; where there is none, one can be made."""
        if self._refusal is None:
            self._refusal = _Refusal()
            self._refusal.retry.clicked.connect(self.retry_wanted)
            self._refusal.other_file.clicked.connect(self.other_file_wanted)
            self._refusal.backup.clicked.connect(self.backup_wanted)
            self._refusal.new_file.clicked.connect(self.new_file_wanted)
            self._messages.add(self._refusal)
        self._refusal.say(title, text, is_missing=is_missing)
        self._show_field(shown=False)
        self._refusal.show()
        self._refusal.retry.setFocus()
        _tell(self._refusal, f"{title}. {text}")

    def show_warning(self, title: str, text: str) -> None:
        """Say what did not go well when it was locked; an empty title takes it away."""
        if self._warning is None:
            if not title:
                return
            self._warning = Alert(AlertKind.WARNING, "", "")
            self._messages.insertWidget(0, self._warning)
        self._warning.show_message(title, text)
        self._warning.setVisible(bool(title))
        if title:
            _tell(self._warning, f"{title}. {text}")

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

    def set_working(self, sentence: str) -> None:
        """Take no password while the store is being left, and say why; an empty sentence takes them again."""
        self._unlock.setEnabled(not sentence)
        self._unlock.setText(sentence or _("Unlock"))

    def show_reason(self, reason: str) -> None:
        """Say why the program is locked; an empty text says nothing."""
        self._why_locked.setText(reason)
        self._why_locked.setVisible(bool(reason))

    def show_foot(self, text: str) -> None:
        """Show where the store lies, under the card."""
        self.foot.setText(text)

    def clear_password(self) -> None:
        """Forget what was typed."""
        self._password_field.clear()
        self.show_error("")

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the password, or at the name where several may unlock and nobody is expected."""
        super().showEvent(event)
        self._begin_at.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _begin_at(self) -> QWidget:
        if self._user is None or not self.has_many_users or self._user.key() == self._expected:
            return self._password
        return self._user

    def _give_password(self) -> None:
        if self._unlock.isEnabled():
            self.password_given.emit(self._user.key() if self._user is not None else "", self._password.text())

    def _show_field(self, *, shown: bool) -> None:
        for widget in (self._password_field, self._unlock, self._below):
            widget.setVisible(shown)
        if self._user is not None:
            self._user_field.setVisible(shown and self.has_many_users)

    def _count_down(self) -> None:
        if self._left <= 0:
            self._pause.stop()
            self._unlock.setEnabled(True)
            self._unlock.setText(_("Unlock"))
            return
        self._unlock.setText(_n("Wait {n} second", "Wait {n} seconds", self._left).format(n=self._left))
        self._left -= 1


class _Refusal(QWidget):
    """Why the store cannot be opened, and what one can do."""

    def __init__(self) -> None:
        super().__init__()
        self._alert = Alert(AlertKind.ERROR, "", "")
        self.retry = Button(_("Try again"), icon="refresh")
        self.backup = Button(_("Fetch a backup back …"))
        self.other_file = Button(_("Choose another file …"))
        self.new_file = Button(_("Make a new file …"))
        self.setLayout(Column(self._alert, Gap(12), FlowRow(self.retry, self.backup, self.other_file, self.new_file)))

    def say(self, title: str, text: str, *, is_missing: bool) -> None:
        """Say why; only where there is no store one can be made."""
        self._alert.show_message(title, text)
        self.new_file.setVisible(is_missing)


def _tell(widget: QWidget, sentence: str) -> None:
    from desktop_app.ui.accessibility import announce  # noqa: PLC0415 - its Qt classes are not needed for the field

    announce(widget, sentence, is_urgent=True)
