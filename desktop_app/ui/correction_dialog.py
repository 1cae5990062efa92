"""Tilføj rettelse: what is added below a note that is locked."""

from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.text_area import TextArea

_TEXT = "text"


class CorrectionDialog(FormDialog):
    """Asks for the text; `form.edited` tells of every edit."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        intro = _("{title}. The note stays as it was written. The correction stands below it, with date and name.")
        super().__init__(parent, _("Add a correction"), _("Save the correction"), intro=intro.format(title=title))
        self._text = TextArea(lines=4)
        self._text.set_text(text)
        self.body.add(self.form.add(_TEXT, FieldRow(_("Correction"), self._text)))

    def text(self) -> str:
        """Return what is written."""
        return self._text.text()

    def show_problem(self, sentence: str) -> None:
        """Say at the field what is wrong; what was typed stays."""
        self.form.show_problems({_TEXT: sentence})
