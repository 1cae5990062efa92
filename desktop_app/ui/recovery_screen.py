"""Glemt adgangskoden: the recovery key from the paper in the box, and a new password."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from desktop_app.presenters.new_password import MOST_BARS, StrengthShown, password_advice
from desktop_app.presenters.recovery_presenter import RecoveryField
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.card_screen import CardScreen
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.password_field import PasswordField, StrengthMeter
from desktop_app.ui.qt_application import PRODUCT_NAME
from desktop_app.ui.text_roles import TextRole


class RecoveryScreen(CardScreen):
    """Asks for the key. `key_given` carries user, key, new password and the password once more; `closed` goes back."""

    key_given = Signal(str, str, str, str)
    password_typed = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        self._refusal = Alert(AlertKind.ERROR, "", "")
        self._refusal.hide()
        self._user = ComboBox()
        self._key = LineEdit()
        self._user_field = FieldRow(_("User"), self._user)
        self._key_field = FieldRow(
            _("Recovery key"),
            self._key,
            help_text=_("Eight groups of five. Upper and lower case are alike, and hyphens do not matter."),
        )
        self._password = PasswordField(_("New password"), help_text=password_advice())
        self._meter = StrengthMeter(MOST_BARS)
        self._again = LineEdit()
        self._again_field = FieldRow(_("Repeat the password"), self._again)
        self._password.reveal_with(self._again)
        self._open = Button(_("Unlock and set the password"), ButtonKind.PRIMARY)
        self._open.fill_width()
        self._back = Link(_("Back to the password"))
        self._fields: Mapping[RecoveryField, FieldRow] = {
            RecoveryField.KEY: self._key_field,
            RecoveryField.PASSWORD: self._password,
            RecoveryField.REPEATED: self._again_field,
        }

        card = Column(Label(PRODUCT_NAME, TextRole.PRODUCT), Gap(12))
        card.add(Label(_("Forgotten the password"), TextRole.CARD_TITLE), Gap(6))
        card.add(
            Label(_("The recovery key stands on the paper in the team's box."), TextRole.META, wraps=True), Gap(16)
        )
        card.add(self._refusal, self._user_field, Gap(16), self._key_field, Gap(16), self._password, Gap(6))
        card.add(self._meter, Gap(12), self._again_field, Gap(24), self._open, Gap(16))
        card.add(Row(STRETCH, self._back, STRETCH))
        super().__init__(card)

        self._password.line.textChanged.connect(self.password_typed)
        self._open.clicked.connect(self._give)
        for line in (self._key, self._password.line, self._again):
            line.returnPressed.connect(self._give)
        self._back.clicked.connect(self.closed)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.closed)

    def show_users(self, users: Sequence[UserChoice]) -> None:
        """Offer these users; a single one needs no list."""
        self._refusal.hide()
        self._user.set_options([(user.name, user.text) for user in users])
        self._user_field.setVisible(len(users) > 1)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        self._meter.show_strength(strength.bars, strength.word)

    def show_problems(self, problems: Mapping[RecoveryField, str]) -> None:
        """Say at each field what is wrong; the keyboard goes to the first."""
        self.set_busy(is_busy=False)
        for name, field in self._fields.items():
            text = problems.get(name, "")
            field.show_message(FieldState.ERROR if text else FieldState.FINE, text)
        first = next((name for name in self._fields if problems.get(name)), None)
        if first is not None:
            self._fields[first].editor.setFocus()
            announce(self._fields[first].editor, problems[first], is_urgent=True)

    def show_refusal(self, title: str, text: str) -> None:
        """Say that the store cannot be opened at all."""
        self.set_busy(is_busy=False)
        self._refusal.show_message(title, text)
        self._refusal.show()
        announce(self._refusal, f"{title}. {text}", is_urgent=True)

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the key is being tried."""
        self._open.setEnabled(not is_busy)
        self._open.setText(_("Unlocking …") if is_busy else _("Unlock and set the password"))

    def clear(self) -> None:
        """Forget what was typed."""
        self._key.clear()
        self._password.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the key."""
        super().showEvent(event)
        self._key.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self._open.isEnabled():
            self.key_given.emit(self._user.key(), self._key.text(), self._password.text(), self._again.text())
