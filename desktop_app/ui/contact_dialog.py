"""Whom to ask about a case."""

from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.dialog import FormDialog

_WIDTH = 440


class ContactDialog(FormDialog):
    """Says it, and is closed."""

    def __init__(self, parent: QWidget, title: str, text: str) -> None:
        super().__init__(parent, title, _("Close"), intro=text, width=_WIDTH)
        self._cancel.hide()
        self.accepted_form.connect(self.finish)
