"""The dialog about one deadline: a date, a cause, a reason, as the decision at hand asks for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.decision_form import DecisionField
from desktop_app.presenters.decision_presenter import DecisionFieldShown, DecisionShown
from desktop_app.translation import _
from desktop_app.ui.date_field import DateField
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.edits import edits_of
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Gap
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole


class DecisionDialog(FormDialog):
    """`typed` carries a field (`DecisionField`) and its text."""

    typed = Signal(object, str)

    def __init__(self, parent: QWidget, shown: DecisionShown, today: Callable[[], date]) -> None:
        about = _("{citizen}, case {number}").format(citizen=shown.citizen, number=shown.case_number)
        super().__init__(parent, shown.title, shown.accept, intro=about)
        self._on = DateField(today)
        self._cause = ComboBox((("", _("Choose a cause")), *shown.causes))
        self._reason = TextArea(lines=2, most_lines=6)
        self.body.add(Label(shown.deadline, TextRole.STRONG, wraps=True), Gap(4))
        for field in shown.fields:
            self._add(field)

    def _add(self, shown: DecisionFieldShown) -> None:
        editor: DateField | ComboBox | TextArea
        match shown.field:
            case DecisionField.ON:
                editor = self._on
                self._on.set_text(shown.text)
            case DecisionField.CAUSE:
                editor = self._cause
                self._cause.choose(shown.text)
            case DecisionField.REASON:
                editor = self._reason
                self._reason.set_text(shown.text)
        self.body.add(self.form.add(shown.field.value, FieldRow(shown.label, editor, is_optional=shown.is_optional)))
        editor.setProperty("field", shown.field.value)
        edits_of(editor).connect(self._tell)

    def _tell(self) -> None:
        field = DecisionField(self.sender().property("field"))
        texts = {
            DecisionField.ON: self._on.text,
            DecisionField.CAUSE: self._cause.key,
            DecisionField.REASON: self._reason.text,
        }
        self.typed.emit(field, texts[field]())
