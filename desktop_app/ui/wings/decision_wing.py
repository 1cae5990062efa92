"""Deciding about one deadline."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.decision_form import DecisionField
from desktop_app.presenters.decision_presenter import DecisionPresenter, DecisionShown
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.ui.decision_dialog import DecisionDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.dialog_wing import DialogWing


class DecisionWing(DialogWing[DecisionDialog]):
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

    def _type(self, field: DecisionField, text: str) -> None:
        if self._place.dialog:
            self.presenter.type(field, text)
            self.typed.emit()
