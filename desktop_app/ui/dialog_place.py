"""Where a kind of dialog opens: at most one at a time, and nobody holds on to one that is closed."""

from typing import Generic, TypeVar

from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.frame import Frame

Dialog = TypeVar("Dialog", bound=FormDialog)


class DialogPlace(Generic[Dialog]):
    """Opens dialogs over the frame, which closes them when it locks."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._dialog: Dialog | None = None

    @property
    def dialog(self) -> Dialog | None:
        """The dialog that is open.

        A field that is left because its dialog closes says what it holds once more: by then there is none.
        """
        return self._dialog

    def open(self, dialog: Dialog) -> None:
        """Open a dialog in the place of one that is open."""
        self.finish()
        self._dialog = dialog
        dialog.cancelled.connect(self._let_go)
        self._frame.add_dialog(dialog)
        dialog.open()

    def finish(self) -> None:
        """Close the dialog: what it asked for is done."""
        dialog = self._dialog
        self._let_go()
        if dialog is not None:
            dialog.finish()

    def _let_go(self) -> None:
        self._dialog = None
