"""The fields of *Ny modtagelse*, section by section, for the person shown."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.arrival_checks import RemarkKind
from desktop_app.presenters.arrival_fields import Field, field_label
from desktop_app.presenters.arrival_view import FieldShown
from desktop_app.translation import _
from desktop_app.ui.arrival_editors import Editor, editor_for, show_text, stop_of, text_in
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.edits import edits_of
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.search_choice import SearchChoice
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.wrapping_link import WrappingLink

_OPTIONAL = frozenset({Field.NATIVE_NAME, Field.CPR, Field.JOINS})
_STATES = {RemarkKind.ERROR: FieldState.ERROR, RemarkKind.WARNING: FieldState.WARNING}
_WINDOW_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)

_SECTIONS: tuple[tuple[tuple[tuple[Field, float], ...], ...], ...] = (
    (
        ((Field.GIVEN_NAMES, 184), (Field.FAMILY_NAME, 184), (Field.NATIVE_NAME, 224)),
        ((Field.CPR, 384), (Field.BIRTH_DATE, 224)),
        ((Field.ROLE, 400),),
        ((Field.NATIONALITY, 200), (Field.LANGUAGE, 216), (Field.INTERPRETER, 120)),
    ),
    (
        (
            (Field.TARGET_GROUP, 320),
            (Field.APPLIED_IN_DENMARK, 136),
            (Field.ALLOCATION, 192),
            (Field.PERMIT, 192),
            (Field.REGISTRATION, 192),
        ),
        ((Field.TAKEOVER, 272),),
        ((Field.BY_AGREEMENT, 560),),
        ((Field.REASON, 560),),
    ),
    (
        ((Field.ADDRESS, 320), (Field.POSTAL_CODE, 104), (Field.CITY, 160)),
        ((Field.PROTECTED, 560),),
        ((Field.PHONE, 160), (Field.EMAIL, 264)),
    ),
    (
        ((Field.CASEWORKER, 208), (Field.DEPARTMENT, 264)),
        ((Field.JOINS, 320),),
    ),
)
"""The fields of each line of each section, with the widths they want, in steps."""

_OFFER_WIDTH = 272
_INPUT_WIDTHS = {Field.CPR: 168, Field.BIRTH_DATE: 136, Field.POSTAL_CODE: 72, Field.CASEWORKER: 104}


class ArrivalFields(QWidget):
    """Shows what it is told and tells what is typed; decides nothing.

    `typed` carries a field and its text at each change by a person, `left` a field the keyboard has left.
    """

    typed = Signal(str, str)
    left = Signal(str)
    proposal_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._editors: dict[Field, Editor] = {}
        self._rows: dict[Field, FieldRow] = {}
        self._shown: dict[Field, FieldShown] = {}
        self._help = _static_help()
        self._use_proposal = WrappingLink("")
        self._use_proposal.hide()
        self._use_proposal.clicked.connect(self.proposal_wanted)
        column = Column()
        for title, lines in zip(_section_titles(), _SECTIONS, strict=True):
            if column.count():
                column.add(Gap(24), Line(), Gap(20))
            column.add(Label(title, TextRole.HEADING), Gap(12), Column(*map(self._make_line, lines), spacing=16))
        self.setLayout(column)

    def show_fields(self, fields: Mapping[Field, FieldShown]) -> None:
        """Show these fields and hide all others."""
        for field in self._editors:
            self._widget(field).setVisible(field in fields)
        for field, shown in fields.items():
            show_text(self._editors[field], shown.text)
            if field in self._rows and self._shown.get(field) != shown:
                self._describe(self._rows[field], field, shown)
        self._shown = dict(fields)
        offer = fields[Field.TAKEOVER].offer
        self._use_proposal.setText(offer)
        self._use_proposal.setAccessibleName(offer)
        self._use_proposal.setVisible(bool(offer))

    def go_to(self, field: Field) -> QWidget:
        """Bring the keyboard to a field, what stands in it selected; return what is to be in sight."""
        stop_of(self._editors[field]).setFocus(Qt.FocusReason.TabFocusReason)
        return self._widget(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell that a field was left, for another one and not for a list or another window."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _WINDOW_REASONS:
            self.left.emit(str(watched.property("field")))
        return super().eventFilter(watched, event)

    def _make_line(self, line: Sequence[tuple[Field, float]]) -> FieldFlow:
        flow = FieldFlow()
        for field, width in line:
            editor = self._editors[field] = editor_for(field, self._today)
            edits_of(editor).connect(self._tell)
            if isinstance(editor, SearchChoice):
                editor.chosen.connect(self._tell)
            for widget in (editor, stop_of(editor)):
                widget.setProperty("field", field.value)
            stop_of(editor).installEventFilter(self)
            if not isinstance(editor, CheckBox):
                self._rows[field] = FieldRow(
                    field_label(field),
                    editor,
                    help_text=self._help.get(field, ""),
                    is_optional=field in _OPTIONAL,
                    width=_INPUT_WIDTHS.get(field),
                )
            flow.add(self._widget(field), least=width, share=0)
            if field is Field.TAKEOVER:
                flow.add(self._use_proposal, least=_OFFER_WIDTH, share=0)
        return flow

    def _widget(self, field: Field) -> QWidget:
        return self._rows.get(field) or self._editors[field]

    def _describe(self, row: FieldRow, field: Field, shown: FieldShown) -> None:
        remark = shown.remark
        information = remark.text if remark and remark.kind is RemarkKind.INFORMATION else ""
        row.set_help(information or shown.help or self._help.get(field, ""))
        state = _STATES.get(remark.kind, FieldState.FINE) if remark else FieldState.FINE
        sentence = remark.text if remark and state is not FieldState.FINE else ""
        if (row.state, row.message) != (state, sentence):
            row.show_message(state, sentence)

    def _tell(self) -> None:
        field = Field(self.sender().property("field"))
        self.typed.emit(field.value, text_in(self._editors[field]))


def _section_titles() -> tuple[str, ...]:
    return _("The person"), _("Allocation and responsibility"), _("Address and contact"), _("The case")


def _static_help() -> dict[Field, str]:
    return {Field.JOINS: _("Name or case number of a citizen who has a case already")}
