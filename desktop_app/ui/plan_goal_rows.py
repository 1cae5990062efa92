"""The goals of the plan editor: each with its sub-goals under it, in the part of the form it belongs to."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from desktop_app.domain.plan import GoalKind
from desktop_app.presenters.field_words import goal_kind_text
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_rows_typed import (
    KINDS_OF_SECTION,
    KINDS_OF_SUB_GOAL,
    GoalRow,
    GoalSection,
    new_goal,
    new_sub_goal,
    sub_goals_of,
)
from desktop_app.translation import _, _p
from desktop_app.ui.date_field import DateField
from desktop_app.ui.editable_rows import EditableRows
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.plan_rows import PlanRowEditor, fill_rows
from desktop_app.ui.text_area import TextArea

Today = Callable[[], date]


class _AnyGoalEditor(PlanRowEditor):
    """What a goal and a sub-goal share: the text, how one sees that it is reached, what it is about, and by when."""

    def __init__(self, today: Today, row: GoalRow, *, text_label: str, lines: int, kind_width: int) -> None:
        super().__init__()
        self._row = row
        self._kind = ComboBox()
        self._text, self._measure = TextArea(lines=lines, most_lines=8), TextArea(lines=1, most_lines=6)
        self._target = DateField(today, is_slim=True)
        self._what = Column(spacing=12)
        self._flow = FieldFlow()
        self._kind.edited.connect(self._kind_chosen)
        self._what.add(self.add_field("text", FieldRow(text_label, self._text)))
        measure = FieldRow(_("How we will see that the goal is reached"), self._measure, is_optional=True)
        self._what.add(self.add_field("measure", measure))
        self._flow.add(self.add_field("kind", FieldRow(_p("of a goal", "About"), self._kind)), least=kind_width)
        target = self.add_field("target", FieldRow(_("At the latest on"), self._target, is_optional=True))
        self._flow.add(target, least=165)
        self._what.add(self._flow)

    @property
    def row_id(self) -> str:
        """Which goal it is."""
        return self._row.id

    def row(self) -> GoalRow:
        """Return the goal as it is typed."""
        return GoalRow(
            id=self._row.id,
            kind=GoalKind(self._kind.key()),
            text=self._text.text(),
            measure=self._measure.text(),
            part_of=self._row.part_of,
            target=self._target.text(),
            achieved_on=self._row.achieved_on,
        )

    def write(self, row: GoalRow) -> None:
        """Show a goal; a field that says it already is left alone, with the keyboard in it."""
        self._row = row
        self._kind.choose(row.kind.value)
        for field, text in ((self._text, row.text), (self._measure, row.measure), (self._target, row.target)):
            if field.text() != text:
                field.set_text(text)

    def _kind_chosen(self) -> None:
        """Take note of what the goal is about now."""


class SubGoalEditor(_AnyGoalEditor):
    """A step towards a goal, which a new one has still to join."""

    def __init__(self, today: Today) -> None:
        blank = new_goal(GoalSection.OTHER)
        self._follows = False
        super().__init__(today, blank, text_label=_("What we want to reach on the way"), lines=1, kind_width=150)
        self.setLayout(self._what)
        self.write(blank)

    def join(self, goal: GoalRow) -> None:
        """Become a step towards a goal, if it is none yet."""
        if self._row.part_of is None:
            self.write(new_sub_goal(goal))
            self.follow_from(goal.kind)

    def write(self, row: GoalRow) -> None:
        """Show a sub-goal, also one that came from elsewhere and is about work or education itself."""
        kinds = KINDS_OF_SUB_GOAL if row.kind in KINDS_OF_SUB_GOAL else (*KINDS_OF_SUB_GOAL, row.kind)
        self._kind.set_options(tuple((kind.value, goal_kind_text(kind)) for kind in kinds))
        super().write(row)

    def follow_from(self, kind: GoalKind) -> None:
        """Follow the goal from what it is about, if this one is about the same, until somebody chooses otherwise."""
        self._follows = self._row.kind is kind

    def follow(self, kind: GoalKind) -> None:
        """Be about what the goal is about now, if this one follows it."""
        if self._follows and kind in KINDS_OF_SUB_GOAL:
            self._kind.choose(kind.value)

    def _kind_chosen(self) -> None:
        self._follows = False


class GoalEditor(_AnyGoalEditor):
    """A goal of one part of the form with its sub-goals; what it is about is asked only where there is a choice."""

    def __init__(self, section: GoalSection, today: Today) -> None:
        lines = 2 if section is GoalSection.MAIN else 1
        super().__init__(today, new_goal(section), text_label=_text_label(section), lines=lines, kind_width=180)
        kinds = KINDS_OF_SECTION[section]
        self._kind.set_options(tuple((kind.value, goal_kind_text(kind)) for kind in kinds))
        if len(kinds) == 1:
            self.fields["kind"].hide()
        make = partial(SubGoalEditor, today)
        self.sub_goals = EditableRows(_("Sub-goal"), _("Add sub-goal"), make, is_inner=True)
        self.sub_goals.edited.connect(self._sub_goals_edited)
        indented = Column(self.sub_goals, margins=(16, 0, 0, 0))
        self.setLayout(Column(self._what, Gap(6), indented))

    def editors(self) -> "Iterator[GoalEditor | SubGoalEditor]":
        """Yield the goal and its sub-goals in their order."""
        yield self
        yield from self.sub_goals.rows()

    def set_context(self, context: str) -> None:
        """Let the sub-goals say too which goal they are of."""
        super().set_context(context)
        self.sub_goals.set_context(context)

    def _sub_goals_edited(self) -> None:
        for step in self.sub_goals.rows():
            step.join(self.row())
        self.edited.emit()

    def _kind_chosen(self) -> None:
        for step in self.sub_goals.rows():
            step.follow(GoalKind(self._kind.key()))


class PlanGoals:
    """The goals of all parts of the form."""

    def __init__(self, today: Today) -> None:
        self._rows = {
            GoalSection.MAIN: EditableRows(
                _("Goal"), _("Add goal"), partial(GoalEditor, GoalSection.MAIN, today), empty_text=_("No goal yet")
            ),
            GoalSection.OTHER: EditableRows(
                _("Other goal"), _("Add another goal"), partial(GoalEditor, GoalSection.OTHER, today)
            ),
            GoalSection.DANISH: EditableRows(
                _("Goal for Danish"), _("Add goal for Danish"), partial(GoalEditor, GoalSection.DANISH, today)
            ),
        }

    def part(self, section: GoalSection) -> EditableRows[GoalEditor]:
        """Return the rows of one part."""
        return self._rows[section]

    def editors(self) -> Iterator[GoalEditor | SubGoalEditor]:
        """Yield every goal followed by its sub-goals."""
        for rows in self._rows.values():
            for goal in rows.rows():
                yield from goal.editors()

    def rows(self) -> tuple[GoalRow, ...]:
        """Return every goal as it is typed, followed by its sub-goals."""
        return tuple(editor.row() for editor in self.editors())

    def write(self, form: PlanForm) -> None:
        """Show the goals of a form."""
        for section, rows in self._rows.items():
            goals = form.goals_of(section)
            fill_rows(rows, goals)
            for editor, goal in zip(rows.rows(), goals, strict=True):
                fill_rows(editor.sub_goals, sub_goals_of(form.goals, goal))
                for step in editor.sub_goals.rows():
                    step.follow_from(goal.kind)


def _text_label(section: GoalSection) -> str:
    return {
        GoalSection.MAIN: _("What will the citizen do, where and when?"),
        GoalSection.OTHER: _("What we want to reach"),
        GoalSection.DANISH: _("Module or level"),
    }[section]
