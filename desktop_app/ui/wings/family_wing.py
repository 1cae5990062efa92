"""Adding somebody to a family."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.family_presenter import FamilyPresenter, Found
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.family_dialog import FamilyDialog
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.wing import Wing


class FamilyWing(Wing):
    """The dialog beside its presenter, opened over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[FamilyDialog](frame)
        self.presenter = FamilyPresenter(self, frame, work=frame.office.cases, find=frame.find_cases)

    def add_to(self, opened: OpenedCase) -> None:
        """Ask who belongs to the family of a case."""
        self.presenter.ask(opened)

    # The dialog (`presenters.family_presenter.FamilyView`) --------------------------------------------------------

    def ask(self, citizen: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = FamilyDialog(self._window, citizen)
        dialog.searched.connect(self.presenter.search)
        dialog.add_wanted.connect(self.presenter.add)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def show_found(self, found: Sequence[Found], remark: str) -> None:
        """Show who was found."""
        if dialog := self._place.dialog:
            dialog.show_found(found, remark)

    def show_problem(self, text: str) -> None:
        """Say what keeps them from being added."""
        self._place.show_error(text)

    def finish(self) -> None:
        """Close the dialog."""
        self._place.finish()
