"""Registering the signatures on a paper."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.errors import ApplicationError
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.domain.signing import SigningField
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.sign_form import CitizenSigned, SignForm
from desktop_app.presenters.sign_presenter import SignPresenter
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.sign_dialog import SignDialog
from desktop_app.ui.wings.wing import Wing


class SignWing(Wing):
    """The dialog beside its presenter, opened over `window`.

    `signed` and `annulled` carry what became of the version (`ChangedPlan`, `AnnulledSignature`), `typed` tells of
    every edit by a person.
    """

    signed = Signal(object)
    annulled = Signal(object)
    typed = Signal()

    def __init__(self, frame: Frame, parent: QObject, window: QWidget) -> None:
        super().__init__(frame, parent)
        self._window = window
        self.presenter = SignPresenter(self, self, work=frame.office.plans, today=frame.today)
        self._place = DialogPlace[SignDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def sign(self, case_number: str, plan_number: int) -> None:
        """Ask for the days on the paper of a version."""
        try:
            opened = self.frame.office.plans.open(case_number, plan_number)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.presenter.ask(opened.case, opened.plan)
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.sign_presenter.SignView`) ------------------------------------------------------------

    def ask(self, title: str, form: SignForm, *, is_interpreted: bool) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = SignDialog(self._window, title, self.frame.today, is_interpreted=is_interpreted)
        dialog.typed.connect(self._type)
        dialog.chosen.connect(self._choose)
        dialog.accepted_form.connect(self.presenter.register)
        dialog.show_form(form)
        self._place.open(dialog)

    def show_form(self, form: SignForm) -> None:
        """Write the fields anew."""
        if dialog := self._place.dialog:
            dialog.show_form(form)

    def show_problems(self, problems: Mapping[SigningField, str]) -> None:
        """Say at the fields what is wrong."""
        if dialog := self._place.dialog:
            dialog.show_problems(problems)

    def show_remarks(self, remarks: Mapping[SigningField, str]) -> None:
        """Say at the fields what is odd."""
        if dialog := self._place.dialog:
            dialog.show_remarks(remarks)

    def show_others(self, text: str) -> None:
        """Say whose unfinished draft is left out of what is signed."""
        if dialog := self._place.dialog:
            dialog.show_others(text)

    def show_error(self, text: str) -> None:
        """Say why nothing was registered, or why it could not be undone."""
        self._place.show_error(text)

    def finish(self) -> None:
        """Close the dialog."""
        self._place.finish()

    # Who is told (`presenters.sign_presenter.SignFollower`) -------------------------------------------------------

    def plan_signed(self, signed: ChangedPlan) -> None:
        """Let every page know."""
        self.frame.show_changes(signed.changes)
        self.signed.emit(signed)

    def signature_annulled(self, annulled: AnnulledSignature) -> None:
        """Let every page know."""
        self.frame.show_changes(annulled.changes)
        self.annulled.emit(annulled)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer to undo it."""
        self.frame.say_done(text, undo)

    def _type(self, field: SigningField, text: str) -> None:
        if self._place.dialog:
            self.presenter.type(field, text)
            self.typed.emit()

    def _choose(self, how: str) -> None:
        self.presenter.choose(CitizenSigned(how))
        self.typed.emit()
