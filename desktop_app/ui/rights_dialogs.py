"""The citizen's rights in dialogs: access to everything that is stored, and erasing who was recorded by mistake."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.erasure_presenter import NUMBER, REASON
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole

_WIDTH = 580
_NUMBER_WIDTH = 220


class SubjectAccessDialog(FormDialog):
    """What is written, and that it is not encrypted; its act is to choose where."""

    def __init__(self, parent: QWidget, title: str, explanation: str, warning: str) -> None:
        super().__init__(parent, title, _("Choose folder …"), intro=explanation, width=_WIDTH)
        self.body.add(Alert(AlertKind.WARNING, _("Personal data"), warning))

    def _first_stop(self) -> QWidget | None:
        return self._primary


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
