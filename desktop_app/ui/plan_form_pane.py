"""The form of the plan editor, in the sections of the document: parties, goals, activities."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.presenters.plan_form import GoalSection, PlanForm
from desktop_app.presenters.plan_reading import FieldPlace, FieldProblem
from desktop_app.presenters.plan_texts import CheckLine, WarningLine
from desktop_app.translation import _
from desktop_app.ui.buttons import Link
from desktop_app.ui.editable_rows import EditableRows
from desktop_app.ui.error_summary import ErrorSummary
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import CompoundEditor, LineEdit
from desktop_app.ui.keyboard_focus import first_stop
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.plan_rows import ActivityEditor, GoalEditor
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

Editor = TypeVar("Editor", GoalEditor, ActivityEditor)

_UNDO = QKeySequence("Ctrl+Z")
_REDO = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))


class PlanFormPane(ScrollArea):
    """`edited` carries the name of the field a person has written in, empty where rows were added, moved or removed.

    `undo_wanted` and `redo_wanted` take steps of the whole form back and again: no field keeps steps of its own.
    """

    edited = Signal(str)
    discard_wanted = Signal()
    earlier_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        self._department, self._caseworker = LineEdit(), LineEdit()
        self._parties = {
            "department": FieldRow(_("Coordinating department"), self._department),
            "caseworker": FieldRow(_("Caseworker"), self._caseworker),
        }
        self._goals = {
            GoalSection.MAIN: EditableRows(
                _("Goal"), _("Add goal"), partial(GoalEditor, GoalSection.MAIN, today), empty_text=_("No goal yet")
            ),
            GoalSection.SUB: EditableRows(
                _("Sub-goal"), _("Add sub-goal"), partial(GoalEditor, GoalSection.SUB, today)
            ),
            GoalSection.DANISH: EditableRows(
                _("Goal for Danish"), _("Add goal for Danish"), partial(GoalEditor, GoalSection.DANISH, today)
            ),
        }
        self._activities = EditableRows(_("Activity"), _("Add activity"), partial(ActivityEditor, today))
        self._summary = ErrorSummary()
        self._discard = Link(_("Discard the draft …"))
        self._earlier = Link(_("Take from an earlier version …"))
        self._earlier.hide()
        self._hours = Label("", tone=Token.MUTED, wraps=True)
        self._ids: list[str] = []
        self._said: dict[FieldPlace, FieldRow] = {}
        self._problems: dict[FieldPlace, str] = {}
        self._warnings: dict[FieldPlace, str] = {}
        super().__init__(self._layout_of_sections())
        self._discard.clicked.connect(self.discard_wanted)
        self._earlier.clicked.connect(self.earlier_wanted)
        self._summary.chosen.connect(self._go_to_key)
        for edit in (self._department, self._caseworker):
            edit.edited.connect(self._tell)
            self._watch(edit)
        for goals in self._goals.values():
            goals.edited.connect(self._tell)
        self._activities.edited.connect(self._tell)

    def form(self) -> PlanForm:
        """Return every field as it is typed."""
        goals = tuple(editor.row() for section in GoalSection for editor in self._goals[section].rows())
        return PlanForm(
            goals=goals,
            activities=tuple(editor.row() for editor in self._activities.rows()),
            department=self._department.text(),
            caseworker=self._caseworker.text(),
        )

    def write(self, form: PlanForm) -> None:
        """Show a form; the keyboard stays in the field it is in, if that is still there."""
        place = self.place()
        for section, rows in self._goals.items():
            _fill(rows, form.goals_of(section))
        _fill(self._activities, form.activities)
        for edit, text in ((self._department, form.department), (self._caseworker, form.caseworker)):
            if edit.text() != text:
                edit.setText(text)
        self._watch_rows()
        self._ids = [editor.row().id for editor in self._editors()]
        self._say_again()
        if place and self.place() != place:
            self.go_to(place)

    def place(self) -> FieldPlace | None:
        """Return the field the keyboard is in, None where it is in none."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        return next((place for place, row in self._fields().items() if row.isAncestorOf(focused)), None)

    def go_to(self, place: FieldPlace) -> None:
        """Bring the keyboard to a field, and the field into sight; to the form where it is gone."""
        row = self._fields().get(place)
        stop = _stop_of(row) if row else first_stop(self)
        if stop:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(row or stop)

    def focus_first(self) -> None:
        """Bring the keyboard to the first goal."""
        rows = self._goals[GoalSection.MAIN].rows()
        stop = _stop_of(rows[0].fields["text"]) if rows else self._department
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_earlier(self, *, has_earlier: bool) -> None:
        """Offer to take in what earlier versions say, if there are any."""
        self._earlier.setVisible(has_earlier)

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at the fields what is wrong, and all of it over the form, which then has the keyboard."""
        self._problems = dict(problems)
        self._say_again()
        names = {place: row.editor.accessibleName() for place, row in self._fields().items() if place.row}
        self._show_summary(
            [(_key(place), f"{names[place]}: {text}" if place in names else text) for place, text in problems]
        )

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        """Say over the form what is missing, with the way to each."""
        self._show_summary(
            [(_key(line.place) if line.place else "", f"{line.text} ({line.section})") for line in missing]
        )

    def show_warnings(self, warnings: Sequence[WarningLine], hours: str) -> None:
        """Say at the fields what does not add up, and under the activities how many hours there are."""
        self._warnings = {line.place: line.text for line in warnings if line.place}
        self._say_again()
        self._hours.setText(hours)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take steps back and again in the whole form, whatever field the keyboard is in."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if keys == _UNDO or keys in _REDO:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    (self.undo_wanted if keys == _UNDO else self.redo_wanted).emit()
                return True
        return super().eventFilter(watched, event)

    def _layout_of_sections(self) -> Column:
        parties = FieldFlow()
        for row in self._parties.values():
            parties.add(row, least=240)
        hours = Row(spacing=8)
        hours.add_aligned(IconLabel("info", Token.MONTH_MARK), Qt.AlignmentFlag.AlignTop)
        hours.add(self._hours, stretch=1)
        column = Column()
        column.add(Label(_("1 Parties"), TextRole.HEADING), Gap(10), parties, Gap(28))
        column.add(FlowRow(Label(_("2 Goals"), TextRole.HEADING), STRETCH, self._earlier), Gap(10))
        for section, title, gap in (
            (GoalSection.MAIN, _("Employment or education goal"), 20),
            (GoalSection.SUB, _("Sub-goals"), 20),
            (GoalSection.DANISH, _("Goal for Danish"), 28),
        ):
            label = Label(title, TextRole.LABEL)
            label.setProperty("begins_section", True)
            column.add(label, self._goals[section], Gap(gap))
        column.add(Label(_("3 Activities"), TextRole.HEADING), self._activities, Gap(14), hours, Gap(28))
        column.add(FlowRow(self._discard), STRETCH)
        return Column(self._summary, column, spacing=16, margins=(24, 20, 24, 24))

    def _fields(self) -> dict[FieldPlace, FieldRow]:
        fields = {FieldPlace("", name): row for name, row in self._parties.items()}
        for editor in self._editors():
            fields |= {FieldPlace(editor.row().id, name): row for name, row in editor.fields.items()}
        return fields

    def _editors(self) -> list[GoalEditor | ActivityEditor]:
        goals = [editor for section in GoalSection for editor in self._goals[section].rows()]
        return [*goals, *self._activities.rows()]

    def _watch_rows(self) -> None:
        for editor in self._editors():
            for row in editor.fields.values():
                self._watch(_stop_of(row))

    def _watch(self, stop: QWidget) -> None:
        stop.removeEventFilter(self)  # no key is heard twice
        stop.installEventFilter(self)

    def _tell(self) -> None:
        self._watch_rows()
        before, self._ids = self._ids, [editor.row().id for editor in self._editors()]
        place = self.place()
        if place in self._problems:  # it may be mended by now; saving tells
            del self._problems[place]
            self._say_again()
        self.edited.emit(_key(place) if place and self._ids == before else "")

    def _say_again(self) -> None:
        fields = self._fields()
        for place, row in fields.items():
            if place in self._problems:
                _say(row, FieldState.ERROR, self._problems[place])
            elif place in self._warnings:
                _say(row, FieldState.WARNING, self._warnings[place])
            elif place in self._said:
                row.clear_message()
        self._said = {place: row for place, row in fields.items() if place in self._problems | self._warnings}

    def _show_summary(self, problems: Sequence[tuple[str, str]]) -> None:
        self._summary.show_problems(problems)
        if problems:
            self._summary.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self._summary)

    def _go_to_key(self, key: str) -> None:
        row, name = key.rsplit("/", 1)
        self.go_to(FieldPlace(row, name))


def _say(row: FieldRow, state: FieldState, text: str) -> None:
    if (row.state, row.message) != (state, text):  # dressing a field anew takes time, and this is asked at every key
        row.show_message(state, text)


def _key(place: FieldPlace) -> str:
    return f"{place.row}/{place.field}"


def _stop_of(row: FieldRow) -> QWidget:
    editor = row.editor
    return editor.stop if isinstance(editor, CompoundEditor) else editor


def _fill(rows: EditableRows[Editor], wanted: Sequence[Any]) -> None:
    """Show rows in the editors there are, if they are of the same rows in the same order, else in new ones."""
    if [editor.row().id for editor in rows.rows()] != [row.id for row in wanted]:
        rows.clear()
        for _row in wanted:
            rows.add_row()
    for editor, row in zip(rows.rows(), wanted, strict=True):
        editor.write(row)
