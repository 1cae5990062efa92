"""What each field of *Ny modtagelse* is written in, and how its text is read from it and put into it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.arrival_fields import NO, YES, Field, field_label, value_text
from desktop_app.presenters.choices import country_choices, language_choices
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.date_field import DateField
from desktop_app.ui.inputs import ComboBox, CompoundEditor, LineEdit
from desktop_app.ui.keyboard_focus import first_stop
from desktop_app.ui.search_choice import SearchChoice
from desktop_app.ui.segment import Segment

Editor = LineEdit | SearchChoice | ComboBox | DateField | Segment | CheckBox

_LONGEST_TEXT = 200
"""What the exchange format takes of a name or an address."""


def editor_for(field: Field, today: Callable[[], date]) -> Editor:
    """Return the input a field is written in. A birth date has no calendar: nobody turns pages back to 1990."""
    editor: Editor
    match field:
        case Field.NATIONALITY:
            editor = SearchChoice(country_choices())
        case Field.LANGUAGE:
            editor = SearchChoice(language_choices())
        case Field.TARGET_GROUP:
            editor = ComboBox([(group.value, value_text(field, group)) for group in TargetGroup])
        case Field.ROLE:
            editor = Segment(field_label(field), [(role.value, value_text(field, role)) for role in HouseholdRole])
        case Field.INTERPRETER | Field.APPLIED_IN_DENMARK:
            editor = Segment(field_label(field), [(key, value_text(field, key)) for key in (YES, NO)])
        case Field.BY_AGREEMENT | Field.PROTECTED:
            editor = CheckBox(field_label(field))
        case Field.ALLOCATION | Field.PERMIT | Field.REGISTRATION:
            editor = DateField(today, looks_back=True, is_slim=True)
        case Field.TAKEOVER:
            editor = DateField(today)
        case _:
            editor = LineEdit()
            editor.setMaxLength(_LONGEST_TEXT)
    return editor


def stop_of(editor: Editor) -> QWidget:
    """Return where the keyboard stops in an input."""
    if isinstance(editor, CompoundEditor):
        return editor.stop
    return (first_stop(editor) if isinstance(editor, Segment) else None) or editor


def text_in(editor: Editor) -> str:
    """Return what an input holds: the key of what was chosen, else what was written."""
    match editor:
        case SearchChoice():
            return editor.key() or editor.text()
        case ComboBox() | Segment():
            return editor.key()
        case CheckBox():
            return YES if editor.isChecked() else ""
        case _:
            return editor.text()


def show_text(editor: Editor, text: str) -> None:
    """Let an input hold a text; what it holds already is left alone, and so is the place of the keyboard in it."""
    if text_in(editor) == text:
        return
    match editor:
        case SearchChoice():
            editor.choose(text)
            if editor.key() != text:
                editor.set_text(text)
        case ComboBox() | Segment():
            editor.choose(text)
        case CheckBox():
            editor.setChecked(text == YES)
        case DateField():
            editor.set_text(text)
        case _:
            editor.setText(text)
            editor.setCursorPosition(0)
