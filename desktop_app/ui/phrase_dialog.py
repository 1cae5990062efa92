"""A phrase to be kept: its text, where it fits, and what it is called for short."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.phrase_presenter import TypedPhrase, kind_choices, place_choices
from desktop_app.presenters.phrase_texts import PhraseField, phrase_field_name
from desktop_app.translation import _
from desktop_app.ui.beside import Beside
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.text_area import TextArea

_WIDTH = 560


class PhraseDialog(FormDialog):
    """`typed` carries everything that stands in the fields (`TypedPhrase`)."""

    typed = Signal(object)

    def __init__(self, parent: QWidget, typed: TypedPhrase, *, is_new: bool) -> None:
        title = _("New phrase") if is_new else _("Change a phrase")
        intro = _("Phrases are shared by the whole team and belong to no case. They must not name or describe anybody.")
        super().__init__(parent, title, _("Save the phrase"), intro=intro, width=_WIDTH)
        self._text, self._name = TextArea(lines=3, most_lines=8), LineEdit()
        self._place, self._kind = ComboBox(place_choices()), ComboBox()
        add, name_of = self.form.add, phrase_field_name
        help_text = _("Write … where something is to be filled in.")
        text = add(PhraseField.TEXT, FieldRow(name_of(PhraseField.TEXT), self._text, help_text=help_text))
        place = add(PhraseField.PLACE, FieldRow(name_of(PhraseField.PLACE), self._place))
        self._kind_row = add(PhraseField.KIND, FieldRow(name_of(PhraseField.KIND), self._kind))
        name = add(PhraseField.NAME, FieldRow(name_of(PhraseField.NAME), self._name, is_optional=True))
        self.body.add(text, Beside(place, self._kind_row), name)
        self._text.set_text(typed.text)
        self._place.choose(typed.place)
        self._offer_kinds()
        self._kind.choose(typed.kind)
        self._name.setText(typed.name)
        self._place.edited.connect(self._offer_kinds)
        self.form.edited.connect(self._tell)

    def _offer_kinds(self) -> None:
        kinds = kind_choices(self._place.key())
        self._kind.set_options(kinds)
        if self._kind.currentIndex() < 0 and kinds:
            self._kind.choose("")
        self._kind_row.setVisible(bool(kinds))

    def _tell(self) -> None:
        self.typed.emit(
            TypedPhrase(text=self._text.text(), place=self._place.key(), kind=self._kind.key(), name=self._name.text())
        )
