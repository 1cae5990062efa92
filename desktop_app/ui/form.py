"""The fields of a form by key, so that a presenter can say what is wrong where, and hear that something was edited."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.ui.editable_rows import EditableRows, RowT
from desktop_app.ui.edits import edits_of
from desktop_app.ui.error_summary import ErrorSummary
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.keyboard_focus import first_stop
from desktop_app.ui.qt_application import current_theme

_OVER = 16
"""Steps left over what is scrolled to."""


class Form(QObject):
    """Rows are added in the order they stand in; `summary` is to be placed over them. `edited` tells of any edit.

    Problems keep the form from being saved, warnings do not.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._summary = ErrorSummary()
        self._summary.chosen.connect(self.go_to)
        self._parts: dict[str, FieldRow | EditableRows[Any]] = {}
        self._problems: dict[str, str] = {}
        self._warnings: dict[str, str] = {}

    @property
    def summary(self) -> ErrorSummary:
        """The box of all problems."""
        return self._summary

    def add(self, key: str, row: FieldRow) -> FieldRow:
        """Take in a row under a key, and return it.

        Raises:
            TypeError: the row's editor is none that tells of its edits.
        """
        edits_of(row.editor).connect(self.edited)
        self._parts[key] = row
        return row

    def add_rows(self, key: str, rows: EditableRows[RowT]) -> EditableRows[RowT]:
        """Take in a list of rows under a key, and return it.

        Field `title` of its third row is then `key.2.title`, whatever row is the third at the time.
        """
        rows.edited.connect(self.edited)
        self._parts[key] = rows
        return rows

    def row(self, key: str) -> FieldRow:
        """Return the row of a key.

        Raises:
            KeyError: there is none.
        """
        return self._rows()[key]

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show a sentence at each field named by its key, and all of them in the summary, which takes the keyboard.

        What was shown before and is no longer named is taken away. A key of no field is told in the summary only.
        """
        self._show(problems, self._warnings)
        rows = self._rows()
        in_order = [(key, problems[key]) for key in rows if key in problems]
        others = [("", sentence) for key, sentence in problems.items() if key not in rows]
        self._summary.show_problems(in_order + others)
        if problems:
            self._summary.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(self._summary)

    def show_warnings(self, warnings: Mapping[str, str]) -> None:
        """Show a warning at each field named, unless a problem stands there, and take others away."""
        self._show(self._problems, warnings)

    def clear_messages(self) -> None:
        """Take every problem and warning away, as when the form is opened anew."""
        for row in self._rows().values():
            row.clear_message()
        self._problems, self._warnings = {}, {}
        self._summary.show_problems(())

    def go_to(self, key: str) -> None:
        """Bring the keyboard to a field, and its label into sight.

        Raises:
            KeyError: there is none.
        """
        row = self.row(key)
        stop = first_stop(row.editor)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_sight(row)

    def _rows(self) -> dict[str, FieldRow]:
        rows: dict[str, FieldRow] = {}
        for key, part in self._parts.items():
            if isinstance(part, FieldRow):
                rows[key] = part
            else:
                for index, row in enumerate(part.rows()):
                    rows |= {f"{key}.{index}.{name}": field for name, field in row.fields.items()}
        return rows

    def _show(self, problems: Mapping[str, str], warnings: Mapping[str, str]) -> None:
        shown_before = {*self._problems.values(), *self._warnings.values()}
        self._problems, self._warnings = dict(problems), dict(warnings)
        for key, row in self._rows().items():
            if key in problems:
                row.show_message(FieldState.ERROR, problems[key])
            elif key in warnings:
                row.show_message(FieldState.WARNING, warnings[key])
            elif row.message in shown_before:
                row.clear_message()


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever a widget lies in so that it is seen, its top first."""
    place = widget.parentWidget()
    while place is not None:
        if isinstance(place, QScrollArea) and (page := place.widget()) is not None:
            if (layout := page.layout()) is not None:
                layout.activate()  # what was just shown has its place before it is scrolled to
            place.ensureWidgetVisible(widget)
            place.ensureVisible(0, widget.mapTo(page, QPoint()).y(), 0, current_theme().e(_OVER))
        place = place.parentWidget()
