"""The rows of the plan editor: one goal, one activity, each with its fields by the names the presenter uses."""

from collections.abc import Callable
from datetime import date

from desktop_app.domain.plan import ActivityKind, GoalKind
from desktop_app.presenters.field_words import activity_kind_text, goal_kind_text
from desktop_app.presenters.plan_form import KINDS_OF_SECTION, ActivityRow, GoalRow, GoalSection, new_activity, new_goal
from desktop_app.translation import _, _p
from desktop_app.ui.date_field import DateField
from desktop_app.ui.editable_rows import RowEditor
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.layouts import Column
from desktop_app.ui.text_area import TextArea

Today = Callable[[], date]


class GoalEditor(RowEditor):
    """A goal of one part of the form; what it is about is asked only where there is a choice."""

    def __init__(self, section: GoalSection, today: Today) -> None:
        super().__init__()
        self._row = new_goal(section)
        kinds = KINDS_OF_SECTION[section]
        self._kind = ComboBox(tuple((kind.value, goal_kind_text(kind)) for kind in kinds))
        self._text = TextArea(lines=2 if section is GoalSection.MAIN else 1, most_lines=8)
        self._target = DateField(today, is_slim=True)
        text = self.add_field("text", FieldRow(_text_label(section), self._text))
        flow = FieldFlow()
        if len(kinds) > 1:
            flow.add(self.add_field("kind", FieldRow(_p("of a goal", "About"), self._kind)), least=180)
        target = self.add_field("target", FieldRow(_("At the latest on"), self._target, is_optional=True))
        flow.add(target, least=170)
        self.setLayout(Column(text, flow, spacing=12))

    def row(self) -> GoalRow:
        """Return the goal as it is typed."""
        return GoalRow(
            id=self._row.id,
            kind=GoalKind(self._kind.key()),
            text=self._text.text(),
            target=self._target.text(),
            achieved_on=self._row.achieved_on,
        )

    def write(self, row: GoalRow) -> None:
        """Show a goal; a field that says it already is left alone, with the keyboard in it."""
        self._row = row
        self._kind.choose(row.kind.value)
        if self._text.text() != row.text:
            self._text.set_text(row.text)
        if self._target.text() != row.target:
            self._target.set_text(row.target)


class ActivityEditor(RowEditor):
    """An activity."""

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._row = new_activity()
        kinds = tuple((kind.value, activity_kind_text(kind)) for kind in ActivityKind)
        self._kind = ComboBox((("", _("Choose …")), *kinds))
        self._text, self._provider, self._department, self._hours = LineEdit(), LineEdit(), LineEdit(), LineEdit()
        self._starts, self._ends = DateField(today, is_slim=True), DateField(today, is_slim=True)
        what, when = FieldFlow(), FieldFlow()
        what.add(self.add_field("kind", FieldRow(_("Activity"), self._kind)), least=220)
        what.add(self.add_field("text", FieldRow(_("In particular"), self._text, is_optional=True)), least=220)
        what.add(self.add_field("provider", FieldRow(_("Place or provider"), self._provider)), least=200)
        what.add(self.add_field("department", FieldRow(_("Responsible"), self._department)), least=180)
        when.add(self.add_field("starts", FieldRow(_p("first day", "From"), self._starts)), least=160, share=0)
        when.add(self.add_field("ends", FieldRow(_p("last day", "To"), self._ends)), least=160, share=0)
        when.add(self.add_field("hours", FieldRow(_("Hours a week"), self._hours, width=90)), least=120)
        self.setLayout(Column(what, when, spacing=12))

    def row(self) -> ActivityRow:
        """Return the activity as it is typed."""
        key = self._kind.key()
        return ActivityRow(
            id=self._row.id,
            kind=ActivityKind(key) if key else None,
            text=self._text.text(),
            provider=self._provider.text(),
            department=self._department.text(),
            starts=self._starts.text(),
            ends=self._ends.text(),
            hours=self._hours.text(),
        )

    def write(self, row: ActivityRow) -> None:
        """Show an activity; a field that says it already is left alone, with the keyboard in it."""
        self._row = row
        self._kind.choose(row.kind.value if row.kind else "")
        for edit, text in (
            (self._text, row.text),
            (self._provider, row.provider),
            (self._department, row.department),
            (self._hours, row.hours),
        ):
            if edit.text() != text:
                edit.setText(text)
        for field, text in ((self._starts, row.starts), (self._ends, row.ends)):
            if field.text() != text:
                field.set_text(text)


def _text_label(section: GoalSection) -> str:
    return {
        GoalSection.MAIN: _("What will the citizen do, where and when?"),
        GoalSection.SUB: _("What we want to reach"),
        GoalSection.DANISH: _("Module or level"),
    }[section]
