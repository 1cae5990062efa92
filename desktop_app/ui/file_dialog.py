"""Asking for a file or a folder."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.translation import _


class Wanted(Enum):
    """What is asked for."""

    FILE_TO_OPEN = auto()
    FILE_TO_SAVE = auto()
    FOLDER = auto()


class FileDialog(QFileDialog):
    """Asks for a path; `fileSelected` carries it. Opened by `open()`, and freed when it closes.

    `start` is the file proposed, or the folder one begins in. The labels are set here: Qt's own Danish lacks some.
    """

    def __init__(
        self, parent: QWidget, title: str, wanted: Wanted, *, start: str = "", filters: Sequence[str] = ()
    ) -> None:
        super().__init__(parent, title)
        self.setNameFilters(filters)
        if wanted is Wanted.FOLDER:
            self.setFileMode(QFileDialog.FileMode.Directory)
            self.setOption(QFileDialog.Option.ShowDirsOnly)
            self.setDirectory(start or str(Path.home()))
        elif wanted is Wanted.FILE_TO_SAVE:
            self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self.setDefaultSuffix(Path(start).suffix.lstrip("."))
            self.selectFile(str(Path.home() / start))
            self.filterSelected.connect(self._follow_kind)
        else:
            self.setFileMode(QFileDialog.FileMode.ExistingFile)
        verb = {Wanted.FOLDER: _("Choose"), Wanted.FILE_TO_SAVE: _("Save"), Wanted.FILE_TO_OPEN: _("Open")}[wanted]
        for label, words in (
            (QFileDialog.DialogLabel.LookIn, _("Folder:")),
            (QFileDialog.DialogLabel.FileName, _("Folder name:") if wanted is Wanted.FOLDER else _("File name:")),
            (QFileDialog.DialogLabel.FileType, _("Kind:")),
            (QFileDialog.DialogLabel.Accept, verb),
            (QFileDialog.DialogLabel.Reject, _("Cancel")),
        ):
            self.setLabelText(label, words)
        self.finished.connect(self.deleteLater)

    def _follow_kind(self, kind: str) -> None:
        """Let the name end as the files of the kind that was chosen."""
        suffix = kind.partition("*.")[2].rstrip(")")
        self.setDefaultSuffix(suffix)
        for path in self.selectedFiles():
            self.selectFile(str(Path(path).with_suffix(f".{suffix}")))
