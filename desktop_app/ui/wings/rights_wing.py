"""The citizen's rights on a case: access, and erasing who was recorded by mistake."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.open_case import OpenedCase
from desktop_app.presenters.erasure_presenter import ErasurePresenter
from desktop_app.presenters.subject_access_presenter import SubjectAccessPresenter
from desktop_app.translation import _
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.frame import CASES, Frame
from desktop_app.ui.rights_dialogs import ErasureDialog, SubjectAccessDialog
from desktop_app.ui.wings.dialog_wing import DialogWing


class SubjectAccessWing(DialogWing[SubjectAccessDialog]):
    """The dialog beside its presenter, opened over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[SubjectAccessDialog](frame)
        self.presenter = SubjectAccessPresenter(
            self,
            work=frame.office.rights,
            rulebook=frame.office.rulebook,
            today=frame.today,
            say_done=frame.say_done,
        )

    def give(self, opened: OpenedCase) -> None:
        """Say what access to a case writes, and ask where to."""
        self.presenter.ask(opened.case)

    # The dialog (`presenters.subject_access_presenter.SubjectAccessView`) -----------------------------------------

    def ask(self, title: str, explanation: str, password: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = SubjectAccessDialog(self._window, title, explanation, password)
        dialog.encryption_chosen.connect(self._encrypt)
        dialog.password_typed.connect(self.presenter.type_password)
        dialog.accepted_form.connect(self.presenter.go_on)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def ask_folder(self) -> None:
        """Ask for a folder over the dialog, which stays until the files are written."""
        over = self._place.dialog or self._window
        dialog = FileDialog(over, _("Save the access in a folder"), Wanted.FOLDER)
        dialog.fileSelected.connect(self._save_in)
        self.frame.add_dialog(dialog)
        dialog.open()

    def show_protection(self, text: str, *, is_encrypted: bool) -> None:
        """Say what to know of the files as they are to be written."""
        if dialog := self._place.dialog:
            dialog.show_protection(text, is_encrypted=is_encrypted)

    def _encrypt(self, is_encrypted: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        self.presenter.encrypt(is_encrypted=is_encrypted)

    def _save_in(self, path: str) -> None:
        self.presenter.save_in(Path(path))


class ErasureWing(DialogWing[ErasureDialog]):
    """The two dialogs beside their presenter, opened over `window`. `erased` tells that the case is no more."""

    erased = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[ErasureDialog](frame)
        self._last = DialogPlace[ConfirmDialog](frame)
        self.presenter = ErasurePresenter(self, work=frame.office.rights, erased=self._show_erased)

    def erase(self, opened: OpenedCase) -> None:
        """Ask why a person is erased."""
        self.presenter.ask(opened.case)

    # The dialogs (`presenters.erasure_presenter.ErasureView`) -----------------------------------------------------

    def ask(self, title: str, explanation: str, goes: str, backups: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = ErasureDialog(self._window, title, explanation, goes, backups)
        dialog.typed.connect(self.presenter.type)
        dialog.accepted_form.connect(self.presenter.go_on)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def ask_finally(self, question: str, consequence: str) -> None:
        """Ask once more over the dialog."""
        over = self._place.dialog or self._window
        dialog = ConfirmDialog(over, question, consequence, _("Erase for good"), _("Keep the person"), is_final=True)
        dialog.accepted_form.connect(self._erase)
        self._last.open(dialog)

    # --------------------------------------------------------------------------------------------------------------

    def _erase(self) -> None:
        self._last.finish()
        self.presenter.erase()

    def _show_erased(self, changes: Changes, text: str) -> None:
        self.frame.go_to(CASES)
        self.erased.emit()
        self.show_saved(changes, text)
