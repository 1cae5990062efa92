"""The single fields of the master data, section by section."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.case import CorrectedFact, TargetGroup
from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.citizen import Sex
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.case_form import LEAVES_HOUSEHOLD, OTHER_LANGUAGES
from desktop_app.presenters.case_form_differences import shown_text
from desktop_app.presenters.case_form_texts import field_label
from desktop_app.presenters.choices import country_choices, language_choices
from desktop_app.translation import _
from desktop_app.ui.arrival_editors import Editor, show_text, text_in
from desktop_app.ui.buttons import Link
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.date_field import DateField
from desktop_app.ui.edits import edits_of
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Row
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.search_choice import SearchChoice
from desktop_app.ui.text_roles import TextRole

SECTIONS: Mapping[str, Sequence[Sequence[tuple[str, float]]]] = {
    "citizen": (
        ((CaseField.GIVEN_NAMES, 200), (CaseField.FAMILY_NAME, 200), (CaseField.NATIVE_NAME, 224)),
        ((CaseField.CPR, 200), (CaseField.BIRTH_DATE, 160), (CaseField.SEX, 140), (CaseField.NATIONALITY, 200)),
    ),
    "contact": (
        ((CaseField.PROTECTED_ADDRESS, 400),),
        ((CaseField.ADDRESS, 320), (CaseField.POSTAL_CODE, 104), (CaseField.CITY, 176)),
        ((CaseField.PHONE, 176), (CaseField.EMAIL, 280)),
    ),
    "language": (((CaseField.LANGUAGES, 216), (OTHER_LANGUAGES, 240), (CaseField.INTERPRETER, 216)),),
    "case": (
        ((CaseField.TARGET_GROUP, 320), (CaseField.APPLIED_IN_DENMARK, 240)),
        (
            (CaseField.ALLOCATION, 200),
            (CaseField.PERMIT, 200),
            (CaseField.REGISTRATION, 240),
            (CaseField.TAKEOVER, 240),
        ),
        ((CaseField.CASEWORKER, 208), (CaseField.DEPARTMENT, 280)),
    ),
    "family": (((CaseField.ROLE, 240), (LEAVES_HOUSEHOLD, 400)),),
}
"""The fields of each line of each section, with the widths they want, in steps."""

_OPTIONAL = frozenset({CaseField.NATIVE_NAME, OTHER_LANGUAGES, CaseField.EMAIL, CaseField.PHONE, CaseField.SEX})
_BOXES = frozenset({CaseField.PROTECTED_ADDRESS, CaseField.APPLIED_IN_DENMARK, LEAVES_HOUSEHOLD})
_WIDTHS: Mapping[str, float] = {CaseField.CPR: 168, CaseField.POSTAL_CODE: 72, CaseField.CASEWORKER: 104}
_GROWING = frozenset(
    {
        CaseField.GIVEN_NAMES,
        CaseField.FAMILY_NAME,
        CaseField.NATIVE_NAME,
        CaseField.NATIONALITY,
        CaseField.ADDRESS,
        CaseField.CITY,
        CaseField.EMAIL,
        CaseField.DEPARTMENT,
        CaseField.LANGUAGES,
        OTHER_LANGUAGES,
        CaseField.INTERPRETER,
        CaseField.PROTECTED_ADDRESS,
        LEAVES_HOUSEHOLD,
        CaseField.APPLIED_IN_DENMARK,
    }
)
"""The fields that use what room is left on their line."""

_LONGEST = 500
_FIELD_HEIGHT = 36


class CaseFormFields(QObject):
    """Holds the editors by key; `typed` carries a key and its text at each change by a person.

    A date that was recorded is shown, and asked to be corrected by `correction_wanted`. `cpr_wanted` asks for the
    whole number.
    """

    typed = Signal(str, str)
    correction_wanted = Signal(str)
    cpr_wanted = Signal()

    def __init__(self, form: Form, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._editors: dict[str, Editor] = {}
        self._recorded = {fact: _Recorded(field_label(fact.value)) for fact in CorrectedFact}
        self._reveal = Link(_("Show"))
        self._reveal.setAccessibleName(_("Show the whole CPR number"))
        self._reveal.clicked.connect(self.cpr_wanted)
        self.sections = {name: self._make_section(form, lines, today) for name, lines in SECTIONS.items()}
        form.row(CaseField.CPR).add_after(self._reveal)
        form.row(OTHER_LANGUAGES).set_help(_("With commas between, as in English, French"))
        for recorded in self._recorded.values():
            recorded.correct.clicked.connect(self._want_correction)

    def show_texts(self, texts: Mapping[str, str], recorded: Mapping[CorrectedFact, str], form: Form) -> None:
        """Write every field; the dates that were recorded are only shown."""
        for key, editor in self._editors.items():
            show_text(editor, texts[key])
        for fact, widget in self._recorded.items():
            widget.show_date(recorded.get(fact, ""))
            form.row(fact.value).setVisible(fact not in recorded)

    def show_text(self, key: str, text: str) -> None:
        """Write one field."""
        show_text(self._editors[key], text)

    def set_hides_cpr(self, *, hides: bool) -> None:
        """Offer to show the whole number, or not."""
        self._reveal.setVisible(hides)

    def recorded_link(self, key: str) -> QWidget | None:
        """Return where a date that was recorded is corrected, None for any other field."""
        widget = self._recorded.get(CorrectedFact(key)) if key in set(CorrectedFact) else None
        return widget.correct if widget and not widget.isHidden() else None

    def _make_section(
        self, form: Form, lines: Sequence[Sequence[tuple[str, float]]], today: Callable[[], date]
    ) -> Column:
        column = Column(spacing=16)
        for line in lines:
            flow = FieldFlow()
            for key, width in line:
                editor = self._editors[key] = _editor(key, today)
                editor.setProperty("key", key)
                edits_of(editor).connect(self._tell)
                label = "" if key in _BOXES else field_label(key)
                row = FieldRow(
                    label,
                    editor,
                    is_optional=key in _OPTIONAL,
                    width=_WIDTHS.get(key),
                )
                flow.add(form.add(key, row), least=width, share=int(key in _GROWING))
                if key in set(CorrectedFact):
                    flow.add(self._recorded[CorrectedFact(key)], least=width, share=0)
            column.add(flow)
        return column

    def _tell(self) -> None:
        key = str(self.sender().property("key"))
        self.typed.emit(key, text_in(self._editors[key]))

    def _want_correction(self) -> None:
        link = self.sender()
        fact = next(fact for fact, recorded in self._recorded.items() if recorded.correct is link)
        self.correction_wanted.emit(fact.value)


class _Recorded(QWidget):
    """A date that was recorded: it is corrected with a reason, not overwritten. It stands as high as a field."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._date = Label("")
        self.correct = Link(_("Correct the date …"))
        self.correct.setAccessibleName(f"{self.correct.text()}: {label}")
        self._value = QWidget()
        self._value.setLayout(Row(self._date, self.correct, STRETCH, spacing=12))
        self.setLayout(Column(Label(label, TextRole.LABEL), self._value, spacing=4))
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def show_date(self, text: str) -> None:
        """Show a date, or nothing at all."""
        self._date.setText(text)
        self.setVisible(bool(text))

    def _apply_theme(self) -> None:
        self._value.setMinimumHeight(current_theme().e(_FIELD_HEIGHT))


def _editor(key: str, today: Callable[[], date]) -> Editor:
    editor = _EDITORS[key](today) if key in _EDITORS else LineEdit()
    if isinstance(editor, LineEdit) and not isinstance(editor, SearchChoice):
        editor.setMaxLength(_LONGEST)
    return editor


def _past(today: Callable[[], date]) -> Editor:
    return DateField(today, looks_back=True, is_slim=True)


def _choices(key: str, values: Sequence[str]) -> ComboBox:
    return ComboBox([("", "–"), *((value, shown_text(key, value)) for value in values)])


_EDITORS: Mapping[str, Callable[[Callable[[], date]], Editor]] = {
    CaseField.BIRTH_DATE: _past,
    CaseField.SEX: lambda _today: _choices(CaseField.SEX, [sex.value for sex in Sex]),
    CaseField.NATIONALITY: lambda _today: SearchChoice(country_choices()),
    CaseField.PROTECTED_ADDRESS: lambda _today: CheckBox(field_label(CaseField.PROTECTED_ADDRESS)),
    CaseField.LANGUAGES: lambda _today: SearchChoice(language_choices()),
    CaseField.INTERPRETER: lambda _today: SearchChoice(language_choices()),
    CaseField.TARGET_GROUP: lambda _today: ComboBox(
        [(group.value, shown_text(CaseField.TARGET_GROUP, group.value)) for group in TargetGroup]
    ),
    CaseField.APPLIED_IN_DENMARK: lambda _today: CheckBox(field_label(CaseField.APPLIED_IN_DENMARK)),
    CaseField.ALLOCATION: _past,
    CaseField.PERMIT: _past,
    CaseField.REGISTRATION: _past,
    CaseField.TAKEOVER: lambda today: DateField(today, is_slim=True),
    CaseField.ROLE: lambda _today: _choices(CaseField.ROLE, [role.value for role in HouseholdRole]),
    LEAVES_HOUSEHOLD: lambda _today: CheckBox(field_label(LEAVES_HOUSEHOLD)),
}
