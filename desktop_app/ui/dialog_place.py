"""Where a kind of dialog opens: at most one at a time, and nobody holds on to one that is closed."""

from collections.abc import Mapping
from typing import Generic, Protocol, TypeVar

from desktop_app.presenters.drafts import DraftedForm
from desktop_app.translation import _
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.frame import Frame

Dialog = TypeVar("Dialog", bound=FormDialog)


class DialogForm(DraftedForm, Protocol):
    """The presenter of a dialog in which one writes."""

    def close(self) -> None:
        """Let go of the dialog and of what was typed."""
        ...


class DialogPlace(Generic[Dialog]):
    """Opens dialogs over the frame, which closes them when it locks.

    What somebody typed in the dialog of a `form` and cancelled can be had back for a while.
    """

    def __init__(self, frame: Frame, form: DialogForm | None = None) -> None:
        self._frame = frame
        self._form = form
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
        dialog.cancelled.connect(self._cancel)
        dialog.finished.connect(self._let_go)
        self._frame.add_dialog(dialog)
        dialog.open()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        if self._dialog is not None:
            self._dialog.form.show_problems(problems)

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        if self._dialog is not None:
            self._dialog.form.show_warnings(remarks)

    def show_error(self, text: str) -> None:
        """Say why the act did not succeed; where no dialog is open, on the frame."""
        if self._dialog is not None:
            self._dialog.show_error(text)
        else:
            self._frame.show_error(text)

    def finish(self) -> None:
        """Close the dialog: what it asked for is done."""
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.finish()

    def _cancel(self) -> None:
        self._let_go()
        if self._form is None:
            return
        have_back = self._frame.let_go(self._form)
        self._form.close()
        self._frame.keep_typed(self._form)  # nothing is typed any more: its draft goes too
        if have_back is not None:
            self._frame.say_done(_("What you typed is discarded."), have_back)

    def _let_go(self) -> None:
        self._dialog = None
