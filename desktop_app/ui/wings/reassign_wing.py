"""Giving cases to another caseworker."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.application.ports import CaseLine
from desktop_app.presenters.reassign_presenter import ReassignField, ReassignPresenter, ReassignShown
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.reassign_dialog import ReassignDialog
from desktop_app.ui.wings.dialog_wing import DialogWing


class ReassignWing(DialogWing[ReassignDialog]):
    """The dialog beside its presenter, opened over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[ReassignDialog](frame)
        self.presenter = ReassignPresenter(
            self,
            frame,
            work=frame.office.cases,
            worklist=frame.worklist,
            initials=frame.office.user.initials,
        )

    def reassign(self, lines: Sequence[CaseLine]) -> None:
        """Ask who is to be responsible for cases."""
        self.presenter.ask(lines)

    # The dialog (`presenters.reassign_presenter.ReassignView`) ----------------------------------------------------

    def ask(self, shown: ReassignShown) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = ReassignDialog(self._window, shown)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self._save)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def ask_initials(self, *, is_asked: bool) -> None:
        """Ask for initials too, or no more."""
        if dialog := self._place.dialog:
            dialog.ask_initials(is_asked=is_asked)

    def show_now(self, text: str) -> None:
        """Say who is responsible now."""
        if dialog := self._place.dialog:
            dialog.show_now(text)

    def _save(self) -> None:
        dialog = self._place.dialog
        if dialog and self.presenter.takes_long:
            dialog.set_busy(is_busy=True)
        self.presenter.save()
        if self._place.dialog:
            self._place.dialog.set_busy(is_busy=False)

    def _type(self, field: ReassignField, text: str) -> None:
        if self._place.dialog:
            self.presenter.type(field, text)
