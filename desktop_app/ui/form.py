"""The fields of a form by key, so that a presenter can say what is wrong where, and hear that something was edited."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from desktop_app.ui.date_field import DateField
from desktop_app.ui.error_summary import ErrorSummary
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.keyboard_focus import first_stop
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_area import TextArea

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
        self._rows: dict[str, FieldRow] = {}
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
        _edits_of(row.editor).connect(self.edited)
        self._rows[key] = row
        return row

    def row(self, key: str) -> FieldRow:
        """Return the row of a key.

        Raises:
            KeyError: there is none.
        """
        return self._rows[key]

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show a sentence at each field named by its key, and all of them in the summary, which takes the keyboard.

        What was shown before and is no longer named is taken away. A key of no field is told in the summary only.
        """
        self._show(problems, self._warnings)
        in_order = [(key, problems[key]) for key in self._rows if key in problems]
        others = [("", sentence) for key, sentence in problems.items() if key not in self._rows]
        self._summary.show_problems(in_order + others)
        if problems:
            self._summary.setFocus(Qt.FocusReason.OtherFocusReason)
            _scroll_to(self._summary)

    def show_warnings(self, warnings: Mapping[str, str]) -> None:
        """Show a warning at each field named, unless a problem stands there, and take others away."""
        self._show(self._problems, warnings)

    def clear_messages(self) -> None:
        """Take every problem and warning away, as when the form is opened anew."""
        for row in self._rows.values():
            row.clear_message()
        self._problems, self._warnings = {}, {}
        self._summary.show_problems(())

    def go_to(self, key: str) -> None:
        """Bring the keyboard to a field, and its label into sight.

        Raises:
            KeyError: there is none.
        """
        row = self._rows[key]
        stop = row.editor.focusProxy() or first_stop(row.editor)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        _scroll_to(row)

    def _show(self, problems: Mapping[str, str], warnings: Mapping[str, str]) -> None:
        shown_before = self._problems.keys() | self._warnings.keys()
        self._problems, self._warnings = dict(problems), dict(warnings)
        for key, row in self._rows.items():
            if key in problems:
                row.show_message(FieldState.ERROR, problems[key])
            elif key in warnings:
                row.show_message(FieldState.WARNING, warnings[key])
            elif key in shown_before:
                row.clear_message()


def _edits_of(editor: QWidget) -> SignalInstance:
    match editor:
        case LineEdit() | ComboBox() | TextArea() | DateField():
            return editor.edited
        case Segment():
            return editor.chosen
        case QAbstractButton():
            return editor.clicked
    raise TypeError(type(editor).__name__)


def _scroll_to(widget: QWidget) -> None:
    place = widget.parentWidget()
    while place is not None:
        if isinstance(place, QScrollArea) and (page := place.widget()) is not None:
            if (layout := page.layout()) is not None:
                layout.activate()  # what was just shown has its place before it is scrolled to
            place.ensureWidgetVisible(widget)
            place.ensureVisible(0, widget.mapTo(page, QPoint()).y(), 0, current_theme().e(_OVER))
        place = place.parentWidget()
