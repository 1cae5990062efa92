"""Why a signature is annulled, asked for in one dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.text_area import TextArea

REASON = "reason"


class AnnulDialog(FormDialog):
    """`typed` carries the reason as it is typed."""

    typed = Signal(str)

    def __init__(self, parent: QWidget, title: str, explanation: str, reason: str) -> None:
        super().__init__(
            parent, title, _("Annul the signature"), intro=explanation, cancel_verb=_("Keep the signature")
        )
        self._reason = TextArea(lines=2, most_lines=6)
        self._reason.set_text(reason)
        self.body.add(self.form.add(REASON, FieldRow(_("Reason"), self._reason)))
        self._reason.edited.connect(self._tell)

    def show_problem(self, text: str) -> None:
        """Say at the field what is wrong."""
        self.form.show_problems({REASON: text})

    def _tell(self) -> None:
        self.typed.emit(self._reason.text())
