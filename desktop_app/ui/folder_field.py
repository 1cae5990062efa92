"""A field for a folder on this computer, chosen in the system's own dialog."""

from PySide6.QtCore import Signal

from desktop_app.translation import _
from desktop_app.ui.buttons import Button
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.inputs import LineEdit


class FolderField(FieldRow):
    """Shows a path that cannot be typed, and a button that chooses another. `chosen` carries the folder."""

    chosen = Signal(str)

    def __init__(self, label: str, *, help_text: str = "", width: float | None = None) -> None:
        self._shown = LineEdit()
        self._shown.setReadOnly(True)
        super().__init__(label, self._shown, help_text=help_text, width=width)
        self._label_text = label
        self._start = ""
        self.button = Button(_("Choose folder …"), icon="folder")
        self.button.setAccessibleDescription(label)
        self.add_after(self.button)
        self.button.clicked.connect(self._ask)

    def show_path(self, path: str, start: str = "") -> None:
        """Show a path; the dialog begins at `start`, or at the path itself."""
        self._shown.setText(path)
        self._shown.setCursorPosition(0)
        self._shown.setToolTip(path)
        self._start = start or path

    def path(self) -> str:
        """Return the path shown."""
        return self._shown.text()

    def _ask(self) -> None:
        dialog = FileDialog(self, self._label_text, Wanted.FOLDER, start=self._start)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()
