"""The form of the plan editor, in sections: assessment, goals, activities, who does what, education order, parties."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldPlace, FieldProblem
from desktop_app.presenters.plan_rows_typed import GoalSection
from desktop_app.presenters.plan_texts import CheckLine, WarningLine
from desktop_app.translation import _
from desktop_app.ui.buttons import Link
from desktop_app.ui.editable_rows import EditableRows
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import CompoundEditor, LineEdit
from desktop_app.ui.keyboard_focus import first_stop
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.plan_form_messages import PlanFormMessages, place_key
from desktop_app.ui.plan_goal_rows import PlanGoals
from desktop_app.ui.plan_rows import ActivityEditor, CommitmentEditor, PlanRowEditor, fill_rows
from desktop_app.ui.plan_whole_fields import AssessmentFields, OrderFields
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole

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
        self._assessment, self._order = AssessmentFields(today), OrderFields(today)
        self._goals = PlanGoals(today)
        self._activities = EditableRows(_("Activity"), _("Add activity"), partial(ActivityEditor, today))
        self._commitments = EditableRows(
            _("Agreement"), _("Add agreement"), partial(CommitmentEditor, today), empty_text=_("Nothing agreed yet")
        )
        self._department, self._caseworker = LineEdit(), LineEdit()
        self._parties = {
            "department": FieldRow(_("Coordinating department"), self._department),
            "caseworker": FieldRow(_("Caseworker"), self._caseworker),
        }
        self._discard = Link(_("Discard the draft …"))
        self._earlier = Link(_("Take from an earlier version …"))
        self._earlier.hide()
        self._hours = Label("", tone=Token.MUTED, wraps=True)
        self._ids: list[str] = []
        self._messages = PlanFormMessages(self._fields)
        super().__init__(self._layout_of_sections())
        self._discard.clicked.connect(self.discard_wanted)
        self._earlier.clicked.connect(self.earlier_wanted)
        self._messages.place_wanted.connect(self.go_to)
        for edit in (self._department, self._caseworker):
            edit.edited.connect(self._tell)
        for part in (self._assessment, self._order, self._activities, self._commitments):
            part.edited.connect(self._tell)
        for section in GoalSection:
            self._goals.part(section).edited.connect(self._tell)
        self._watch_fields()

    def form(self) -> PlanForm:
        """Return every field as it is typed."""
        return PlanForm(
            assessment=self._assessment.form(),
            goals=self._goals.rows(),
            activities=tuple(editor.row() for editor in self._activities.rows()),
            commitments=tuple(editor.row() for editor in self._commitments.rows()),
            order=self._order.form(),
            department=self._department.text(),
            caseworker=self._caseworker.text(),
        )

    def write(self, form: PlanForm) -> None:
        """Show a form; the keyboard stays in the field it is in, if that is still there."""
        place = self.place()
        self._assessment.write(form.assessment)
        self._goals.write(form)
        fill_rows(self._activities, form.activities)
        fill_rows(self._commitments, form.commitments)
        self._order.write(form.order)
        for edit, text in ((self._department, form.department), (self._caseworker, form.caseworker)):
            if edit.text() != text:
                edit.setText(text)
        self._watch_fields()
        self._ids = self._row_ids()
        self._messages.say_again()
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
        if not place.row and place.field in self._order.fields:
            self._order.set_open(is_open=True)
        row = self._fields().get(place)
        stop = _stop_of(row) if row else first_stop(self)
        if stop:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(row or stop)

    def focus_first(self) -> None:
        """Bring the keyboard to where the form begins."""
        _stop_of(self._assessment.fields["education"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_earlier(self, *, has_earlier: bool) -> None:
        """Offer to take in what earlier versions say, if there are any."""
        self._earlier.setVisible(has_earlier)

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at the fields what is wrong, and all of it over the form, which then has the keyboard."""
        if any(place.field in self._order.fields and not place.row for place, _text in problems):
            self._order.set_open(is_open=True)
        self._messages.show_problems(problems)
        if problems:
            self.ensureWidgetVisible(self._messages.summary)

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        """Say over the form what is missing, with the way to each."""
        self._messages.show_missing(missing)
        self.ensureWidgetVisible(self._messages.summary)

    def show_warnings(self, warnings: Sequence[WarningLine], hours: str) -> None:
        """Say at the fields what does not add up, and under the activities how many hours there are."""
        self._messages.show_warnings(warnings)
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
        basis = Label(_("What the plan is built on (BEK 208/2026 § 7)"), TextRole.META, wraps=True)
        column = Column()
        column.add(_heading(_("Assessment")), basis, Gap(14), self._assessment, Gap(32))
        column.add(FlowRow(_heading(_("Goals and sub-goals")), STRETCH, self._earlier), Gap(10))
        for section, title, gap in (
            (GoalSection.MAIN, _("Employment or education goal"), 20),
            (GoalSection.OTHER, _("Other goals"), 20),
            (GoalSection.DANISH, _("Goal for Danish"), 32),
        ):
            label = Label(title, TextRole.LABEL)
            label.setProperty("begins_section", True)
            column.add(label, self._goals.part(section), Gap(gap))
        column.add(_heading(_("Activities")), self._activities, Gap(14), hours, Gap(32))
        column.add(_heading(_("Who does what")), Gap(4), self._commitments, Gap(32))
        column.add(_heading(_("Education order")), Gap(4), self._order, Gap(32))
        column.add(_heading(_("Parties and responsibility")), Gap(10), parties, Gap(28))
        column.add(FlowRow(self._discard), STRETCH)
        return Column(self._messages.summary, column, spacing=16, margins=(24, 20, 24, 24))

    def _fields(self) -> dict[FieldPlace, FieldRow]:
        whole = {**self._assessment.fields, **self._order.fields, **self._parties}
        fields = {FieldPlace("", name): row for name, row in whole.items()}
        for editor in self._editors():
            fields |= {FieldPlace(editor.row_id, name): row for name, row in editor.fields.items()}
        return fields

    def _editors(self) -> Iterator[PlanRowEditor]:
        yield from self._goals.editors()
        yield from self._activities.rows()
        yield from self._commitments.rows()

    def _row_ids(self) -> list[str]:
        return [editor.row_id for editor in self._editors()]

    def _watch_fields(self) -> None:
        for row in self._fields().values():
            stop = _stop_of(row)
            stop.removeEventFilter(self)  # no key is heard twice
            stop.installEventFilter(self)

    def _tell(self) -> None:
        before, self._ids = self._ids, self._row_ids()
        is_same = self._ids == before
        if not is_same:
            self._watch_fields()
        place = self.place()
        self._messages.edited_at(place)
        self.edited.emit(place_key(place) if place and is_same else "")


def _heading(words: str) -> Label:
    return Label(words, TextRole.HEADING)


def _stop_of(row: FieldRow) -> QWidget:
    editor = row.editor
    return editor.stop if isinstance(editor, CompoundEditor) else editor
