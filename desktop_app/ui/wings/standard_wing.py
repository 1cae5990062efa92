"""Changing the municipality's own standard, and taking the change back."""

import uuid

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.duties import DutyId
from desktop_app.presenters.standard_form import TypedStandard
from desktop_app.presenters.standard_presenter import StandardPresenter
from desktop_app.presenters.standard_preview import PreviewShown
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.standard_dialog import StandardDialog
from desktop_app.ui.wings.dialog_wing import DialogWing


class StandardWing(DialogWing[StandardDialog]):
    """The dialog beside its presenter, opened over `window`. `typed` tells of every edit by a person."""

    typed = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self.presenter = StandardPresenter(
            self,
            frame,
            work=frame.office.standards,
            rulebook=frame.office.rulebook,
            initials=self._initials,
            today=frame.today,
            new_id=_new_id,
        )
        self._place = DialogPlace[StandardDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def change(self) -> None:
        """Ask for another standard of how often one follows up."""
        self.presenter.ask(DutyId.FOLLOW_UP_LOCAL)
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.standard_presenter.StandardView`) ----------------------------------------------------

    def ask(self, typed: TypedStandard) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = StandardDialog(self._window, typed, self.frame.today)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.go_on)
        self._place.open(dialog)

    def show_preview(self, preview: PreviewShown | None) -> None:
        """Show what would change and offer to save it; None takes it away and offers to look."""
        if dialog := self._place.dialog:
            dialog.show_preview(preview)

    def _type(self, typed: TypedStandard) -> None:
        if self._place.dialog:
            self.presenter.type(typed)
            self.typed.emit()

    def _initials(self) -> str:
        return self.frame.office.user.initials


def _new_id() -> str:
    return str(uuid.uuid4())
