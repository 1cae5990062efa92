"""A standard of the municipality's own: its fields, and what it would change, seen before it is saved."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.case import TargetGroup
from desktop_app.presenters.field_words import target_group_text
from desktop_app.presenters.standard_form import UNITS, StandardField, TypedStandard, field_name, unit_name
from desktop_app.presenters.standard_preview import MovedRow, PreviewShown
from desktop_app.translation import _, capitalised
from desktop_app.ui.accessibility import announce
from desktop_app.ui.beside import Beside
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.date_field import DateField
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.edits import edits_of
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.text_roles import TextRole

_WIDTH, _SHORT, _LIST_HEIGHT = 640, 96, 220


class StandardDialog(FormDialog):
    """`typed` carries everything that stands in the fields (`TypedStandard`)."""

    typed = Signal(object)

    def __init__(self, parent: QWidget, typed: TypedStandard, today: Callable[[], date]) -> None:
        intro = _("The municipality's own standard stands beside the deadlines of the law, and never in their place.")
        super().__init__(
            parent, _("Change the municipality's standard"), _("See what changes"), intro=intro, width=_WIDTH
        )
        self._interval, self._warning = LineEdit(), LineEdit()
        self._unit = Segment(field_name(StandardField.UNIT), [(unit.value, unit_name(unit)) for unit in UNITS])
        self._groups = {group.value: CheckBox(capitalised(target_group_text(group))) for group in TargetGroup}
        self._from, self._reason = DateField(today), TextArea(lines=2, most_lines=6)
        self._preview = _Preview()
        self._place_fields()
        self._show(typed)
        editors: tuple[QWidget, ...] = (self._interval, self._unit, self._warning, self._from, self._reason)
        for editor in (*editors, *self._groups.values()):
            edits_of(editor).connect(self._tell)

    def show_preview(self, preview: PreviewShown | None) -> None:
        """Show what would change and offer to save it; None takes it away and offers to look."""
        self._preview.setVisible(preview is not None)
        self.set_verb(_("Save the standard") if preview else _("See what changes"))
        if preview:
            self._preview.show_changes(preview)
            self.bring_into_sight(self._preview)

    def _place_fields(self) -> None:
        add = self.form.add
        interval = add(StandardField.INTERVAL, self._row(StandardField.INTERVAL, self._interval, _SHORT))
        unit = add(StandardField.UNIT, self._row(StandardField.UNIT, self._unit))
        warning = add(StandardField.WARNING, self._row(StandardField.WARNING, self._warning, _SHORT))
        boxes = [
            add(f"{StandardField.GROUPS}.{place}" if place else StandardField.GROUPS, FieldRow("", box))
            for place, box in enumerate(self._groups.values())
        ]
        pairs = [Beside(*boxes[place : place + 2], down=2) for place in range(0, len(boxes) - 1, 2)]
        last = [Beside(boxes[-1], QWidget(), down=2)] if len(boxes) % 2 else []
        groups = Column(Label(field_name(StandardField.GROUPS), TextRole.LABEL), Gap(2), *pairs, *last, spacing=2)
        day = self._row(StandardField.FROM, self._from)
        day.set_help(_("Intervals that begin on this day or later follow the standard."))
        self.body.add(Beside(interval, unit, warning), groups, add(StandardField.FROM, day))
        self.body.add(add(StandardField.REASON, self._row(StandardField.REASON, self._reason)), self._preview)
        self._preview.hide()

    @staticmethod
    def _row(field: StandardField, editor: QWidget, width: float | None = None) -> FieldRow:
        return FieldRow(field_name(field), editor, width=width)

    def _show(self, typed: TypedStandard) -> None:
        self._interval.setText(typed.interval)
        self._unit.choose(typed.unit)
        self._warning.setText(typed.warning)
        for group, box in self._groups.items():
            box.setChecked(group in typed.groups)
        self._from.set_text(typed.valid_from)
        self._reason.set_text(typed.reason)

    def _tell(self) -> None:
        self.typed.emit(
            TypedStandard(
                interval=self._interval.text(),
                unit=self._unit.key(),
                warning=self._warning.text(),
                groups=tuple(group for group, box in self._groups.items() if box.isChecked()),
                valid_from=self._from.text(),
                reason=self._reason.text(),
            )
        )


class _Preview(QWidget):
    """What would change: a sentence, and the cases in a list."""

    def __init__(self) -> None:
        super().__init__()
        self._summary = Label("", TextRole.HEADING, wraps=True)
        self._remark = Label("", TextRole.META, wraps=True)
        self._table = RowsTable(
            _("Cases that get a new deadline"), RowsTableModel(_columns(), attrgetter("case_number"))
        )
        self.setLayout(Column(Line(), Gap(12), self._summary, Gap(4), self._remark, Gap(8), self._table))
        current_theme().changed.connect(self._fit)
        self._fit()

    def show_changes(self, preview: PreviewShown) -> None:
        """Show it."""
        self._summary.setText(preview.summary)
        self._remark.setText(preview.remark)
        self._table.setVisible(bool(preview.rows))
        self._table.set_plain_rows(preview.rows)
        announce(self, f"{preview.summary}. {preview.remark}")

    def _fit(self) -> None:
        self._table.setFixedHeight(current_theme().e(_LIST_HEIGHT))


def _columns() -> tuple[TableColumn[MovedRow], ...]:
    return (
        TableColumn(
            _("Case no."), attrgetter("case_number"), 96, stretch=1, is_strong=True, second_line=attrgetter("duty")
        ),
        TableColumn(_("Before"), attrgetter("before"), 110),
        TableColumn(_("After"), attrgetter("after"), 110),
    )
