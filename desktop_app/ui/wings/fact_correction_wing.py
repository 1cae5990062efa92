"""Correcting a date a clock starts at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.correction_presenter import (
    CorrectionField,
    CorrectionPresenter,
    CorrectionPreview,
    CorrectionShown,
)
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.fact_correction_dialog import FactCorrectionDialog
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.dialog_wing import DialogWing


class FactCorrectionWing(DialogWing[FactCorrectionDialog]):
    """The dialog beside its presenter, opened over `window`. `typed` tells of every edit by a person."""

    typed = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self.presenter = CorrectionPresenter(
            self, work=frame.office.cases, rulebook=frame.office.rulebook, today=frame.today, saved=self.show_saved
        )
        self._place = DialogPlace[FactCorrectionDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def correct(self, opened: OpenedCase, fact: str = "") -> None:
        """Ask for the right date of a fact."""
        self.presenter.ask(opened, fact)
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.correction_presenter.CorrectionView`) ------------------------------------------------

    def ask(self, shown: CorrectionShown) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = FactCorrectionDialog(self._window, shown, self.frame.today)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.save)
        self._place.open(dialog)

    def show_recorded(self, text: str) -> None:
        """Say which date is recorded now."""
        if dialog := self._place.dialog:
            dialog.show_recorded(text)

    def show_preview(self, preview: CorrectionPreview) -> None:
        """Show what the correction leads to."""
        if dialog := self._place.dialog:
            dialog.show_preview(preview)

    def _type(self, field: CorrectionField, text: str) -> None:
        if self._place.dialog:
            self.presenter.type(field, text)
            self.typed.emit()
