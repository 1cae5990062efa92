"""Kopiér til fagsystem: what of a case is copied, chosen and seen in one dialog."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.copy_out import CopyField
from desktop_app.presenters.copy_presenter import CopyChoice
from desktop_app.translation import _
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap
from desktop_app.ui.side_by_side import SideBySide
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole

_WIDTH = 860


class CopyDialog(FormDialog):
    """`chosen` carries a field (`CopyField`) and whether it is taken in."""

    chosen = Signal(object, bool)

    def __init__(self, parent: QWidget, citizen: str, case_number: str, choices: Sequence[CopyChoice]) -> None:
        about = _("{citizen}, case {number}").format(citizen=citizen, number=case_number)
        super().__init__(parent, _("Copy to the main system"), _("Copy"), intro=about, width=_WIDTH)
        boxes = Column(Label(_("What is copied"), TextRole.HEADING), Gap(8), spacing=2)
        self._first: QWidget | None = None
        for choice in choices:
            box = CheckBox(choice.text)
            box.setChecked(choice.is_chosen)
            box.setProperty("field", choice.field.value)
            box.clicked.connect(self._tell)
            boxes.add(box)
            self._first = self._first or box
        boxes.addStretch(1)
        self._preview = TextArea(lines=16, most_lines=24)
        self._preview.setReadOnly(True)
        shown = Column(FieldRow(_("This is copied"), self._preview), STRETCH)
        self.body.add(SideBySide(boxes, shown, share=(2, 3), least=640))

    def show_preview(self, text: str) -> None:
        """Show what would be copied."""
        self._preview.set_text(text)

    def _first_stop(self) -> QWidget | None:
        return self._first  # the preview beside it may stand a little higher

    def _tell(self) -> None:
        box = self.sender()
        if isinstance(box, CheckBox):
            self.chosen.emit(CopyField(box.property("field")), box.isChecked())
