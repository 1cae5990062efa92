"""A field for a file on this computer, chosen in the system's own dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.translation import _
from desktop_app.ui.buttons import Button
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.inputs import LineEdit


class FileField(FieldRow):
    """Shows a name that cannot be typed, and a button that chooses another file. `chosen` carries its path."""

    chosen = Signal(str)

    def __init__(self, label: str, filters: Sequence[str]) -> None:
        self._shown = LineEdit()
        self._shown.setReadOnly(True)
        super().__init__(label, self._shown)
        self._label_text, self._filters = label, filters
        self.button = Button(_("Choose file …"), icon="folder")
        self.button.setAccessibleDescription(label)
        self.add_after(self.button)
        self.button.clicked.connect(self._ask)

    def show_name(self, name: str, remark: str) -> None:
        """Show what is chosen, and below the label what it is."""
        self._shown.setText(name)
        self._shown.setCursorPosition(0)
        self.set_help(remark)
        self.clear_message()

    def _ask(self) -> None:
        dialog = FileDialog(self, self._label_text, Wanted.FILE_TO_OPEN, filters=self._filters)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()
