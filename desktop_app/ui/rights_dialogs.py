"""The citizen's rights in dialogs: access to everything that is stored, and erasing who was recorded by mistake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.erasure_presenter import NUMBER, REASON
from desktop_app.presenters.new_password import password_advice
from desktop_app.presenters.subject_access_presenter import PASSWORD
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole

_WIDTH = 580
_NUMBER_WIDTH, _PASSWORD_WIDTH = 220, 260


class SubjectAccessDialog(FormDialog):
    """What is written, and whether it is encrypted; its act is to choose where.

    `encryption_chosen` carries whether it is, `password_typed` with which password: the one proposed can be read, so
    that it can be written down.
    """

    encryption_chosen = Signal(bool)
    password_typed = Signal(str)

    def __init__(self, parent: QWidget, title: str, explanation: str, password: str) -> None:
        super().__init__(parent, title, _("Choose folder …"), intro=explanation, width=_WIDTH)
        self._is_encrypted = CheckBox(_("Encrypt the files with a password"))
        self._is_encrypted.setChecked(True)
        self._password = LineEdit()
        self._password.setText(password)
        row = FieldRow(_("Password of the files"), self._password, help_text=password_advice(), width=_PASSWORD_WIDTH)
        self._row = self.form.add(PASSWORD, row)
        self._about = Alert(AlertKind.INFORMATION, _("Personal data"))
        self._warning = Alert(AlertKind.WARNING, _("Personal data"))
        self.body.add(self._is_encrypted, self._row, self._about, self._warning)
        self._is_encrypted.toggled.connect(self.encryption_chosen)
        self._password.edited.connect(self._tell_password)

    def show_protection(self, text: str, *, is_encrypted: bool) -> None:
        """Say what to know of the files; a password is asked for to encrypt them."""
        self._row.setVisible(is_encrypted)
        self._about.setVisible(is_encrypted)
        self._warning.setVisible(not is_encrypted)
        (self._about if is_encrypted else self._warning).show_message(_("Personal data"), text)

    def _first_stop(self) -> QWidget | None:
        return self._primary

    def _tell_password(self) -> None:
        self.password_typed.emit(self._password.text())


class ErasureDialog(FormDialog):
    """`typed` carries the reason and the number as they are typed; its act leads to the last question."""

    typed = Signal(str, str)

    def __init__(self, parent: QWidget, title: str, explanation: str, goes: str, backups: str) -> None:
        super().__init__(parent, title, _("Erase …"), intro=explanation, cancel_verb=_("Keep the person"), width=_WIDTH)
        self._reason = TextArea(lines=2, most_lines=6)
        self._number = LineEdit()
        self.body.add(Label(goes, TextRole.STRONG, wraps=True))
        self.body.add(Alert(AlertKind.WARNING, _("Backups"), backups))
        help_text = _("Write no name and no CPR number: the reason stays.")
        self.body.add(self.form.add(REASON, FieldRow(_("Reason"), self._reason, help_text=help_text)))
        number = FieldRow(_("Number of the case, to confirm"), self._number, width=_NUMBER_WIDTH)
        self.body.add(self.form.add(NUMBER, number))
        self._reason.edited.connect(self._tell)
        self._number.edited.connect(self._tell)

    def _tell(self) -> None:
        self.typed.emit(self._reason.text(), self._number.text())
