"""Deciding about one deadline."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.decision_form import DecisionField
from desktop_app.presenters.decision_presenter import DecisionPresenter, DecisionShown
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.ui.decision_dialog import DecisionDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.wing import Wing


class DecisionWing(Wing):
    """The dialog beside its presenter, opened over `window`. `typed` tells of every edit by a person."""

    typed = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self.presenter = DecisionPresenter(
            self, frame, work=frame.office.cases, rulebook=frame.office.rulebook, today=frame.today
        )
        self._place = DialogPlace[DecisionDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def decide(self, opened: OpenedCase, named: NamedDeadline) -> None:
        """Ask about a deadline."""
        self.presenter.ask(opened, named)
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.decision_presenter.DecisionView`) ----------------------------------------------------

    def ask(self, shown: DecisionShown) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = DecisionDialog(self._window, shown, self.frame.today)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.record)
        self._place.open(dialog)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        self._place.show_problems(problems)

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        self._place.show_remarks(remarks)

    def show_error(self, text: str) -> None:
        """Say why nothing was recorded."""
        self._place.show_error(text)

    def finish(self) -> None:
        """Close the dialog."""
        self._place.finish()

    def _type(self, field: DecisionField, text: str) -> None:
        if self._place.dialog:
            self.presenter.type(field, text)
            self.typed.emit()
