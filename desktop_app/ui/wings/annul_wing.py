"""Annulling a signature that was registered by mistake."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.errors import ApplicationError
from desktop_app.presenters.annul_presenter import AnnulPresenter
from desktop_app.presenters.error_texts import error_text
from desktop_app.ui.annul_dialog import AnnulDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.dialog_wing import DialogWing


class AnnulWing(DialogWing[AnnulDialog]):
    """The dialog beside its presenter, opened over `window`.

    `annulled` carries what became of the version (`AnnulledSignature`), `typed` tells of every edit by a person.
    """

    annulled = Signal(object)
    typed = Signal()

    def __init__(self, frame: Frame, parent: QObject, window: QWidget) -> None:
        super().__init__(frame, parent)
        self._window = window
        self.presenter = AnnulPresenter(self, self, work=frame.office.plans, today=frame.today)
        self._place = DialogPlace[AnnulDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def annul(self, case_number: str, plan_number: int) -> None:
        """Ask why the signature of a version is annulled."""
        try:
            opened = self.frame.office.plans.open(case_number, plan_number)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.presenter.ask(opened.case, opened.plan)
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.annul_presenter.AnnulView`) ----------------------------------------------------------

    def ask(self, title: str, explanation: str, reason: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = AnnulDialog(self._window, title, explanation, reason)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.annul)
        self._place.open(dialog)

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong."""
        if dialog := self._place.dialog:
            dialog.show_problem(text)

    # Who is told (`presenters.annul_presenter.AnnulFollower`) -----------------------------------------------------

    def signature_annulled(self, annulled: AnnulledSignature) -> None:
        """Let every page know."""
        self.frame.show_changes(annulled.changes)
        self.annulled.emit(annulled)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done."""
        self.frame.say_done(text, undo)

    def _type(self, reason: str) -> None:
        self.presenter.type(reason)
        self.typed.emit()
