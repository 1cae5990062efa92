"""Copying a case out to the municipality's main system."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop_app.application.copy_out import CopyField
from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.copy_presenter import USUAL, CopyChoice, CopyPresenter
from desktop_app.ui.copy_dialog import CopyDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.secret_clipboard import SecretClipboard
from desktop_app.ui.wings.wing import Wing


class CopyWing(Wing):
    """The dialog beside its presenter, opened over `window`, and the clipboard."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[CopyDialog](frame)
        self.clipboard = SecretClipboard(self)
        chosen = frame.choices.current.copied_fields
        self.presenter = CopyPresenter(
            self,
            work=frame.office.cases,
            rulebook=frame.office.rulebook,
            today=frame.today,
            say_done=frame.say_done,
            last_chosen=USUAL if chosen is None else [field for field in CopyField if field in chosen],
            chosen=self._remember,
        )

    def end(self) -> None:
        """Leave no secret on the clipboard."""
        self.clipboard.clear()

    def copy(self, opened: OpenedCase) -> None:
        """Ask what of a case is copied."""
        self.presenter.ask(opened)

    # The dialog (`presenters.copy_presenter.CopyView`) ------------------------------------------------------------

    def ask(self, citizen: str, case_number: str, choices: Sequence[CopyChoice]) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = CopyDialog(self._window, citizen, case_number, choices)
        dialog.chosen.connect(self._choose)
        dialog.accepted_form.connect(self.presenter.copy)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def show_preview(self, text: str) -> None:
        """Show what would be copied."""
        if dialog := self._place.dialog:
            dialog.show_preview(text)

    def show_problem(self, text: str) -> None:
        """Say what keeps it from being copied."""
        self._place.show_error(text)

    def put(self, text: str, *, is_secret: bool) -> None:
        """Put a text on the clipboard."""
        self.clipboard.put(text, is_secret=is_secret)

    def finish(self) -> None:
        """Close the dialog."""
        self._place.finish()

    def _choose(self, field: CopyField, is_chosen: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        self.presenter.choose(field, is_chosen=is_chosen)

    def _remember(self, fields: Collection[CopyField]) -> None:
        chosen = tuple(field.value for field in CopyField if field in fields)
        self.frame.choices.keep_if_possible(replace(self.frame.choices.current, copied_fields=chosen))
