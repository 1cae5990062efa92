"""The records among the master data, edited in place: support, readiness, leave, moves and offers."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, SupportKind
from desktop_app.domain.case_checks import CaseField, Column
from desktop_app.presenters.case_form import TypedRow
from desktop_app.presenters.case_form_differences import kind_text
from desktop_app.presenters.case_form_texts import column_label
from desktop_app.presenters.choices import municipality_choices
from desktop_app.translation import _, _p
from desktop_app.ui.arrival_editors import Editor, show_text, text_in
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.date_field import DateField
from desktop_app.ui.editable_rows import EditableRows, RowEditor
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.layouts import Column as Stack
from desktop_app.ui.search_choice import SearchChoice

Today = Callable[[], date]

_KINDS: Mapping[CaseField, Sequence[str]] = {
    CaseField.SUPPORT: [kind.value for kind in SupportKind],
    CaseField.READINESS: [kind.value for kind in ReadinessKind],
    CaseField.MOVES: [kind.value for kind in MoveDirection],
    CaseField.OFFERS: [kind.value for kind in OfferKind],
}
_COLUMNS: Mapping[CaseField, Sequence[tuple[Column, float]]] = {
    CaseField.SUPPORT: ((Column.KIND, 240), (Column.FIRST, 176), (Column.LAST, 176)),
    CaseField.READINESS: ((Column.KIND, 240), (Column.FIRST, 176), (Column.LAST, 176)),
    CaseField.LEAVE: ((Column.CHILD_BORN, 176), (Column.FIRST, 176), (Column.LAST, 176)),
    CaseField.MOVES: ((Column.KIND, 176), (Column.ON, 176), (Column.MUNICIPALITY, 220), (Column.APPROVED, 320)),
    CaseField.OFFERS: (
        (Column.KIND, 220),
        (Column.COMPANY, 240),
        (Column.OFFERED, 176),
        (Column.FIRST, 176),
        (Column.LAST, 176),
        (Column.HOURS, 110),
    ),
}
"""The columns of each part with the widths they want, in steps."""

_OPTIONAL = frozenset({Column.LAST, Column.CHILD_BORN, Column.MUNICIPALITY, Column.COMPANY, Column.HOURS})
_GROWING = frozenset({Column.COMPANY, Column.MUNICIPALITY, Column.APPROVED})
_DATES = frozenset({Column.FIRST, Column.LAST, Column.CHILD_BORN, Column.ON, Column.OFFERED})
_LONGEST = 500


class RecordEditor(RowEditor):
    """One record of a part."""

    def __init__(self, part: CaseField, today: Today) -> None:
        super().__init__()
        self._id = str(uuid.uuid4())
        self._editors: dict[Column, Editor] = {}
        flow = FieldFlow()
        for column, width in _COLUMNS[part]:
            editor = self._editors[column] = _editor(part, column, today)
            label = "" if isinstance(editor, CheckBox) else column_label(part, column)
            row = FieldRow(label, editor, is_optional=bool(label) and column in _OPTIONAL)
            flow.add(self.add_field(column.value, row), least=width, share=int(column in _GROWING))
        self.setLayout(Stack(flow))

    def row(self) -> TypedRow:
        """Return the record as it is typed."""
        return TypedRow(self._id, {column: text_in(editor) for column, editor in self._editors.items()})

    def write(self, row: TypedRow) -> None:
        """Show a record; a field that says it already is left alone, with the keyboard in it."""
        self._id = row.id
        for column, editor in self._editors.items():
            show_text(editor, row.texts.get(column, ""))


def record_rows(part: CaseField, today: Today) -> EditableRows[RecordEditor]:
    """Return an empty list for the records of a part."""
    noun, verb, empty = {
        CaseField.SUPPORT: (_("Period of support"), _("Add period"), _("No period yet: treated as on benefit")),
        CaseField.READINESS: (_("Period of readiness"), _("Add period"), _("No period yet")),
        CaseField.LEAVE: (_p("parental leave", "Leave"), _("Add leave"), _("No leave")),
        CaseField.MOVES: (_("Move"), _("Add move"), _("No moves")),
        CaseField.OFFERS: (_("Offer"), _("Add offer"), _("No offers yet")),
    }[part]
    return EditableRows(noun, verb, partial(RecordEditor, part, today), empty_text=empty)


def _editor(part: CaseField, column: Column, today: Today) -> Editor:
    if column in _DATES:
        return DateField(today, is_slim=True)
    if column is Column.KIND:
        return ComboBox([("", _("Choose …")), *((kind, kind_text(part, kind)) for kind in _KINDS[part])])
    if column is Column.MUNICIPALITY:
        return SearchChoice(municipality_choices())
    if column is Column.APPROVED:
        return CheckBox(column_label(part, column))
    line = LineEdit()
    line.setMaxLength(_LONGEST)
    return line
