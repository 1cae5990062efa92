"""Registrér: what has happened on a case, asked for in one dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.case import OfferKind, ReadinessKind
from desktop_app.presenters.event_form import EventField, event_field_label
from desktop_app.presenters.event_presenter import EventDialogShown
from desktop_app.presenters.field_words import offer_kind_text, readiness_text
from desktop_app.translation import _, _p, capitalised
from desktop_app.ui.arrival_editors import Editor, show_text, text_in
from desktop_app.ui.date_field import DateField
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.edits import edits_of
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_area import TextArea

_OPTIONAL = frozenset({EventField.COMPANY, EventField.STARTS, EventField.ENDS, EventField.HOURS, EventField.NOTE})
_WIDTHS = {EventField.HOURS: 96, EventField.COMPANY: 320}
_LONGEST = 500


class EventDialog(FormDialog):
    """`typed` carries a field (`EventField`) and its text."""

    typed = Signal(object, str)

    def __init__(self, parent: QWidget, shown: EventDialogShown, today: Callable[[], date]) -> None:
        about = _("{citizen}, case {number}").format(citizen=shown.citizen, number=shown.case_number)
        super().__init__(parent, _("Record what has happened"), _p("button", "Record"), intro=about)
        self._note = TextArea(lines=2, most_lines=6)
        self._editors: dict[EventField, Editor] = {
            EventField.WHAT: ComboBox(shown.choices),
            EventField.ON: DateField(today, looks_back=True),
            EventField.READINESS: Segment(
                event_field_label(EventField.READINESS, ""),
                [(kind.value, capitalised(readiness_text(kind))) for kind in ReadinessKind],
            ),
            EventField.KIND: ComboBox([(kind.value, offer_kind_text(kind)) for kind in OfferKind]),
            EventField.COMPANY: LineEdit(),
            EventField.STARTS: DateField(today, is_slim=True),
            EventField.ENDS: DateField(today, is_slim=True),
            EventField.HOURS: LineEdit(),
            EventField.CAUSE: ComboBox((("", _("Choose a cause")), *shown.causes)),
        }
        for field in EventField:
            editor: QWidget = self._note if field is EventField.NOTE else self._editors[field]
            if isinstance(editor, LineEdit):
                editor.setMaxLength(_LONGEST)
            label = event_field_label(field, "")
            row = FieldRow(label, editor, is_optional=field in _OPTIONAL, width=_WIDTHS.get(field))
            self.body.add(self.form.add(field.value, row))
            editor.setProperty("field", field.value)
            edits_of(editor).connect(self._tell)
        for field, editor_of in self._editors.items():
            show_text(editor_of, shown.texts[field])
        self._note.set_text(shown.texts[EventField.NOTE])
        self.show_fields(shown.fields, shown.on_help)

    def show_fields(self, fields: frozenset[EventField], on_help: str) -> None:
        """Show these fields and no others; `on_help` says which day is meant."""
        for field in EventField:
            self.form.row(field.value).setVisible(field in fields)
        self.form.row(EventField.ON.value).set_help(on_help)

    def _tell(self) -> None:
        field = EventField(self.sender().property("field"))
        self.typed.emit(field, self._note.text() if field is EventField.NOTE else text_in(self._editors[field]))
