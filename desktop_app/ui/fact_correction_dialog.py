"""Ret dato: the right date, the deadlines it moves, and the reason, in one dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.correction_presenter import (
    CorrectionField,
    CorrectionPreview,
    CorrectionShown,
    MovedRow,
    Standing,
)
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.badge import Badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.date_field import DateField
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole

_WIDTH = 640


class FactCorrectionDialog(FormDialog):
    """`typed` carries a field (`CorrectionField`) and its text."""

    typed = Signal(object, str)

    def __init__(self, parent: QWidget, shown: CorrectionShown, today: Callable[[], date]) -> None:
        about = _("{citizen}, case {number}").format(citizen=shown.citizen, number=shown.case_number)
        super().__init__(parent, _("Correct a date"), _("Correct the date"), intro=about, width=_WIDTH)
        self._fact = ComboBox(shown.choices)
        self._on = DateField(today)
        self._reason = TextArea(lines=2, most_lines=6)
        self._sentence = Label("", TextRole.LABEL, wraps=True)
        self._moved = QWidget()
        self._moved_place = Column(self._moved)
        for field, label, editor, help_text in (
            (CorrectionField.FACT, _("Which date?"), self._fact, ""),
            (CorrectionField.ON, _("The right date"), self._on, ""),
            (CorrectionField.REASON, _("Reason"), self._reason, _("Both dates and the reason stay on the case.")),
        ):
            self.body.add(self.form.add(field.value, FieldRow(label, editor, help_text=help_text)))
            if field is CorrectionField.ON:
                self.body.add(Column(self._sentence, Gap(4), self._moved_place))
        self._fact.choose(shown.texts[CorrectionField.FACT])
        self._on.set_text(shown.texts[CorrectionField.ON])
        self._reason.set_text(shown.texts[CorrectionField.REASON])
        self._fact.edited.connect(self._tell_fact)
        self._on.edited.connect(self._tell_on)
        self._reason.edited.connect(self._tell_reason)

    def show_recorded(self, text: str) -> None:
        """Say which date is recorded now."""
        self.form.row(CorrectionField.ON.value).set_help(text)

    def show_preview(self, preview: CorrectionPreview) -> None:
        """Show what the correction leads to."""
        if preview.sentence != self._sentence.text():
            announce(self._sentence, preview.sentence)
        self._sentence.setText(preview.sentence)
        self._sentence.setVisible(bool(preview.sentence))
        self._moved_place.removeWidget(self._moved)
        self._moved.hide()
        self._moved.deleteLater()
        self._moved = QWidget()
        column = Column()
        for place, row in enumerate(preview.rows):
            if place:
                column.add(Line())
            column.add(_Moved(row))
        self._moved.setLayout(column)
        self._moved_place.add(self._moved)

    def _tell_fact(self) -> None:
        self.typed.emit(CorrectionField.FACT, self._fact.key())

    def _tell_on(self) -> None:
        self.typed.emit(CorrectionField.ON, self._on.text())

    def _tell_reason(self) -> None:
        self.typed.emit(CorrectionField.REASON, self._reason.text())


class _Moved(QWidget):
    """One deadline before and after."""

    def __init__(self, row: MovedRow) -> None:
        super().__init__()
        arrow = IconLabel("arrow-forward", Token.MUTED, 18, name=_("becomes"))
        stands = FlowRow(*_standing(row.before), arrow, *_standing(row.after))
        column = Column(Label(row.duty, TextRole.STRONG, wraps=True), Gap(4), stands)
        column.set_margins((0, 8, 0, 8))
        self.setLayout(column)


def _standing(standing: Standing) -> list[QWidget]:
    badge = Badge(STATUS_OF[standing.kind], standing.badge)
    return [Label(standing.on), badge] if standing.on else [badge]
