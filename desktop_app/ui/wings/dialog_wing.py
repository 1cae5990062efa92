"""The wing of a dialog: what every one says to the dialog that is open."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.wings.wing import Wing

Dialog = TypeVar("Dialog", bound=FormDialog)


class DialogWing(Wing, Generic[Dialog]):
    """A kind of dialog beside its presenter. What is said while none is open goes nowhere, but an error to the frame.

    A wing sets its `_place` beside its presenter.
    """

    _place: DialogPlace[Dialog]

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        self._place.show_problems(problems)

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        self._place.show_remarks(remarks)

    def show_error(self, text: str) -> None:
        """Say why the act did not succeed, or why it could not be undone."""
        self._place.show_error(text)

    def finish(self) -> None:
        """Close the dialog."""
        self._place.finish()
