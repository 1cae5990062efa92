"""Saying whom to ask about a case, to who may not open it."""

from PySide6.QtWidgets import QWidget

from desktop_app.presenters.caseworker_contact import contact_text, contact_title
from desktop_app.ui.contact_dialog import ContactDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.wing import Wing


class ContactWing(Wing):
    """The dialog, opened over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[ContactDialog](frame)

    def show(self, case_number: str) -> None:
        """Say it of a case, if there is one the user may find."""
        lines = self.frame.worklist().lines.values()
        line = next((line for line in lines if line.case_number == case_number), None)
        if line is not None:
            text = contact_text(line, self.frame.office.colleague)
            self._place.open(ContactDialog(self._window, contact_title(line), text))
