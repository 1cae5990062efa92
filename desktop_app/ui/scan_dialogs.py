"""Attaching a scan and taking one away, each asked for in one dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.file_field import FileField
from desktop_app.ui.text_area import TextArea

FILE, NOTE, REASON = "file", "note", "reason"


class ScanDialog(FormDialog):
    """`chosen` carries the path of a file, `typed` the note as it is typed."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget, title: str, explanation: str, note: str) -> None:
        super().__init__(parent, title, _("Attach the scan"), intro=explanation)
        self._file = FileField(_("File"), (_("Scans (*.pdf *.jpg *.jpeg *.png)"), _("All files (*)")))
        self._note = TextArea(lines=2, most_lines=6)
        self._note.set_text(note)
        self.body.add(self.form.add(FILE, self._file))
        self.body.add(self.form.add(NOTE, FieldRow(_("Note"), self._note, is_optional=True)))
        self._file.chosen.connect(self.chosen)
        self._note.edited.connect(self._tell)

    def show_reading(self, name: str) -> None:
        """Show which file is chosen while it is read."""
        self.form.show_problems({})
        self._file.show_name(name, _("Reading the file …"))
        self._file.button.setFocus()  # a problem shown before, which may have had the keyboard, is gone

    def show_file(self, name: str, remark: str) -> None:
        """Show which file is chosen; the keyboard stays where it is, one may write the note by now."""
        self._file.show_name(name, remark)

    def show_problem(self, text: str) -> None:
        """Say at the field of the file what is wrong."""
        self.form.show_problems({FILE: text})

    def show_note_problem(self, text: str) -> None:
        """Say at the field of the note what is wrong."""
        self.form.show_problems({NOTE: text})

    def _first_stop(self) -> QWidget:
        return self._file.button

    def _tell(self) -> None:
        self.typed.emit(self._note.text())


class ScanRemovalDialog(FormDialog):
    """`typed` carries the reason as it is typed."""

    typed = Signal(str)

    def __init__(self, parent: QWidget, title: str, explanation: str, reason: str) -> None:
        super().__init__(parent, title, _("Remove the scan"), intro=explanation, cancel_verb=_("Keep the scan"))
        self._reason = TextArea(lines=2, most_lines=6)
        self._reason.set_text(reason)
        self.body.add(self.form.add(REASON, FieldRow(_("Reason"), self._reason)))
        self._reason.edited.connect(self._tell)

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong."""
        self.form.show_problems({REASON: text})

    def _tell(self) -> None:
        self.typed.emit(self._reason.text())
