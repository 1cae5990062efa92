"""The fields of the plan editor outside its rows: the overall assessment, and an order to take an education."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.phrase import PhrasePlace
from desktop_app.presenters.plan_field_names import CONSENT, assessment_names
from desktop_app.presenters.plan_form import AssessmentForm, OrderForm
from desktop_app.translation import _
from desktop_app.ui.date_field import DateField
from desktop_app.ui.disclosure import Disclosure
from desktop_app.ui.edits import edits_of
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.layouts import Column
from desktop_app.ui.phrase_spots import mark_place
from desktop_app.ui.text_area import TextArea

Today = Callable[[], date]


class AssessmentFields(QWidget):
    """A large text area for each part of the overall assessment. `edited` tells of every edit by a person."""

    edited = Signal()

    def __init__(self, today: Today) -> None:
        super().__init__()
        helps = _helps()
        self._editors: dict[str, TextArea | DateField] = {
            name: DateField(today, looks_back=True, is_slim=True)
            if name == CONSENT
            else TextArea(lines=2, most_lines=14)
            for name in assessment_names()
        }
        self.fields: Mapping[str, FieldRow] = {
            name: FieldRow(words, self._editors[name], help_text=helps.get(name, ""), is_optional=name == CONSENT)
            for name, words in assessment_names().items()
        }
        for editor in self._editors.values():
            edits_of(editor).connect(self.edited)
            if isinstance(editor, TextArea):
                mark_place(editor, PhrasePlace.ASSESSMENT)
        self.setLayout(Column(*self.fields.values(), spacing=16))

    def form(self) -> AssessmentForm:
        """Return the assessment as it is typed."""
        return AssessmentForm(**{name: editor.text() for name, editor in self._editors.items()})

    def write(self, form: AssessmentForm) -> None:
        """Show an assessment; a field that says it already is left alone."""
        _write(self._editors, form)


class OrderFields(Disclosure):
    """The day and the content of an education order, folded away where none is given."""

    edited = Signal()

    def __init__(self, today: Today) -> None:
        self._editors: dict[str, TextArea | DateField] = {
            "order_given": DateField(today, looks_back=True, is_slim=True),
            "order_text": TextArea(lines=2, most_lines=12),
        }
        self.fields: Mapping[str, FieldRow] = {
            "order_given": FieldRow(_("The order was given on"), self._editors["order_given"]),
            "order_text": FieldRow(_("What the citizen has to do"), self._editors["order_text"]),
        }
        content = QWidget()
        content.setLayout(Column(*self.fields.values(), spacing=16, margins=(0, 12, 0, 0)))
        super().__init__(_("An order is given"), content, "§ 16 a")
        for editor in self._editors.values():
            edits_of(editor).connect(self.edited)

    def form(self) -> OrderForm:
        """Return the order as it is typed."""
        return OrderForm(**{name: editor.text() for name, editor in self._editors.items()})

    def write(self, form: OrderForm) -> None:
        """Show an order, unfolded where there is one; a field that says it already is left alone."""
        _write(self._editors, form)
        if not form.is_blank:
            self.set_open(is_open=True)


def _write(editors: Mapping[str, TextArea | DateField], form: AssessmentForm | OrderForm) -> None:
    for name, editor in editors.items():
        text: str = getattr(form, name)
        if editor.text() != text:
            editor.set_text(text)


def _helps() -> Mapping[str, str]:
    return {
        "education": _("School, education and papers on it, languages, and what the citizen can do besides"),
        "work": _("Jobs, trades and how long, and what the citizen wants to work with"),
        "health": _("Sensitive information – write only what is necessary"),
        "asylum_phase": _("What was done and found out there already"),
    }
