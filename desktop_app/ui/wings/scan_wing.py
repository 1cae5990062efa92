"""Scans of signed papers: attached, shown, taken away."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.attach_scan import AttachedScan
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.scan_presenter import ScanPresenter, open_signed
from desktop_app.presenters.scan_removal_presenter import ScanRemovalPresenter
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.scan_dialogs import ScanDialog, ScanRemovalDialog
from desktop_app.ui.wings.dialog_wing import DialogWing
from desktop_app.ui.working_aside import WorkingAside


class ScanWing(DialogWing[ScanDialog]):
    """The dialog that attaches beside its presenter, opened over `window`. `typed` tells of every edit by a person."""

    typed = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        office = frame.office
        self._aside = WorkingAside(self)
        self.presenter = ScanPresenter(
            self, self, work=office.scans, plans=office.plans, aside=self._aside, today=frame.today
        )
        self._place = DialogPlace[ScanDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)
        self.removal = ScanRemovalWing(frame, window)

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being read."""
        return self._aside.is_at_work

    def attach(self, case_number: str, plan_number: int, path: str = "") -> None:
        """Ask for the file with the signed paper of a version, or take one that was dropped."""
        try:
            opened = open_signed(self.frame.office.plans, case_number, plan_number)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.presenter.ask(opened.case, opened.plan, path)
        self.frame.form_opened(self.presenter)

    def show(self, case_number: str, scan_id: str) -> None:
        """Show a scan on the page of papers."""
        try:
            opened = self.frame.office.scans.open(case_number, scan_id)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.frame.show_print(opened)

    # The dialog (`presenters.scan_presenter.ScanView`) ------------------------------------------------------------

    def ask(self, title: str, explanation: str, note: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = ScanDialog(self._window, title, explanation, note)
        dialog.chosen.connect(self._choose)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.attach)
        self._place.open(dialog)

    def show_reading(self, name: str) -> None:
        """Show which file is chosen while it is read."""
        if dialog := self._place.dialog:
            dialog.show_reading(name)

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the file is attached as soon as it is read."""
        if dialog := self._place.dialog:
            dialog.set_busy(is_busy=is_busy)

    def show_file(self, name: str, remark: str) -> None:
        """Show which file is chosen."""
        if dialog := self._place.dialog:
            dialog.show_file(name, remark)

    def show_problem(self, text: str) -> None:
        """Say at the field of the file what is wrong."""
        if dialog := self._place.dialog:
            dialog.show_problem(text)

    def show_note_problem(self, text: str) -> None:
        """Say at the field of the note what is wrong."""
        if dialog := self._place.dialog:
            dialog.show_note_problem(text)

    # Who is told (`presenters.scan_presenter.ScanFollower`) -------------------------------------------------------

    def scan_attached(self, done: AttachedScan) -> None:
        """Let every page know."""
        self.frame.show_changes(done.changes)

    def scan_removed(self, changes: Changes) -> None:
        """Let every page know."""
        self.frame.show_changes(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer to undo it."""
        self.frame.say_done(text, undo)

    def _choose(self, path: str) -> None:
        self.presenter.choose(path)
        self.typed.emit()

    def _type(self, note: str) -> None:
        self.presenter.type(note)
        self.typed.emit()


class ScanRemovalWing(DialogWing[ScanRemovalDialog]):
    """The dialog that takes a scan away beside its presenter. `typed` tells of every edit by a person."""

    typed = Signal()

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        office = frame.office
        self.presenter = ScanRemovalPresenter(self, self, work=office.scans, plans=office.plans, today=frame.today)
        self._place = DialogPlace[ScanRemovalDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)

    def remove(self, case_number: str, scan_id: str) -> None:
        """Ask why a scan is taken away."""
        try:
            self.presenter.ask(self.frame.office.plans.open(case_number).case, scan_id)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.frame.form_opened(self.presenter)

    # The dialog (`presenters.scan_removal_presenter.ScanRemovalView`) ---------------------------------------------

    def ask(self, title: str, explanation: str, reason: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = ScanRemovalDialog(self._window, title, explanation, reason)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.remove)
        self._place.open(dialog)

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong."""
        if dialog := self._place.dialog:
            dialog.show_problem(text)

    # Who is told (`presenters.scan_removal_presenter.ScanRemovalFollower`) ----------------------------------------

    def scan_removed(self, changes: Changes) -> None:
        """Let every page know."""
        self.frame.show_changes(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer to undo it."""
        self.frame.say_done(text, undo)

    def _type(self, reason: str) -> None:
        self.presenter.type(reason)
        self.typed.emit()
