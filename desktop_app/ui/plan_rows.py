"""The rows of the plan editor: an activity, and who does what, each with its fields by the names the presenter uses."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from desktop_app.domain.plan import ActivityKind, Party
from desktop_app.presenters.field_words import activity_kind_text, party_text
from desktop_app.presenters.plan_rows_typed import ActivityRow, CommitmentRow, new_activity, new_commitment
from desktop_app.translation import _, _p
from desktop_app.ui.date_field import DateField
from desktop_app.ui.editable_rows import EditableRows, RowEditor
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.layouts import Column
from desktop_app.ui.text_area import TextArea

Today = Callable[[], date]

_LONGEST = 200


class _PlanRow(Protocol):
    @property
    def id(self) -> str: ...


class PlanRowEditor(RowEditor):
    """The editor of a row that has an id."""

    @property
    def row_id(self) -> str:
        """Which row it is."""
        raise NotImplementedError

    def write(self, row: Any) -> None:  # noqa: ANN401 - each editor has rows of its own
        """Show a row."""
        raise NotImplementedError


Editor = TypeVar("Editor", bound=PlanRowEditor)


def fill_rows(rows: EditableRows[Editor], wanted: Sequence[_PlanRow]) -> None:
    """Show rows in the editors there are, if they are of the same rows in the same order, else in new ones."""
    if [editor.row_id for editor in rows.rows()] != [row.id for row in wanted]:
        rows.clear()
        for _row in wanted:
            rows.add_row()
    for editor, row in zip(rows.rows(), wanted, strict=True):
        editor.write(row)


class ActivityEditor(PlanRowEditor):
    """An activity."""

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._row = new_activity()
        kinds = tuple((kind.value, activity_kind_text(kind)) for kind in ActivityKind)
        self._kind = ComboBox((("", _("Choose …")), *kinds))
        self._text, self._provider, self._department = _line(), _line(), _line()
        self._responsible, self._hours = _line(), _line()
        self._starts, self._ends = DateField(today, is_slim=True), DateField(today, is_slim=True)
        what, when = FieldFlow(), FieldFlow()
        what.add(self.add_field("kind", FieldRow(_("Activity"), self._kind)), least=220)
        what.add(self.add_field("text", FieldRow(_("In particular"), self._text, is_optional=True)), least=220)
        what.add(self.add_field("provider", FieldRow(_("Place or provider"), self._provider)), least=190)
        responsible = FieldRow(_("Responsible"), self._responsible, is_optional=True)
        what.add(self.add_field("responsible", responsible), least=190)
        department = FieldRow(_("Department"), self._department, is_optional=True)
        when.add(self.add_field("starts", FieldRow(_p("first day", "From"), self._starts)), least=160, share=0)
        when.add(self.add_field("ends", FieldRow(_p("last day", "To"), self._ends)), least=160, share=0)
        when.add(self.add_field("hours", FieldRow(_("Hours a week"), self._hours, width=90)), least=120, share=0)
        when.add(self.add_field("department", department), least=180)
        self.setLayout(Column(what, when, spacing=12))

    @property
    def row_id(self) -> str:
        """Which activity it is."""
        return self._row.id

    def row(self) -> ActivityRow:
        """Return the activity as it is typed."""
        key = self._kind.key()
        return ActivityRow(
            id=self._row.id,
            kind=ActivityKind(key) if key else None,
            text=self._text.text(),
            provider=self._provider.text(),
            department=self._department.text(),
            responsible=self._responsible.text(),
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
            (self._responsible, row.responsible),
            (self._hours, row.hours),
        ):
            if edit.text() != text:
                edit.setText(text)
        for field, text in ((self._starts, row.starts), (self._ends, row.ends)):
            if field.text() != text:
                field.set_text(text)


class CommitmentEditor(PlanRowEditor):
    """One thing a party does; the others are asked by name, and a name that is there shows whoever is chosen."""

    def __init__(self, today: Today) -> None:
        super().__init__()
        self._row = new_commitment()
        self._party = ComboBox(tuple((party.value, party_text(party)) for party in Party))
        self._who, self._text, self._due = _line(), TextArea(lines=1, most_lines=6), DateField(today, is_slim=True)
        flow = FieldFlow()
        self._party.edited.connect(self._show_name)
        flow.add(self.add_field("party", FieldRow(_("Who"), self._party)), least=180)
        due = FieldRow(_("At the latest on"), self._due, is_optional=True)
        flow.add(self.add_field("due", due), least=170)
        flow.add(self.add_field("who", FieldRow(_("Name"), self._who)), least=220)
        text = self.add_field("text", FieldRow(_p("to be done", "Does what"), self._text))
        self.setLayout(Column(flow, text, spacing=12))
        self._show_name()

    @property
    def row_id(self) -> str:
        """Which row it is."""
        return self._row.id

    def row(self) -> CommitmentRow:
        """Return the row as it is typed."""
        return CommitmentRow(
            id=self._row.id,
            party=Party(self._party.key()),
            who=self._who.text(),
            text=self._text.text(),
            due=self._due.text(),
        )

    def write(self, row: CommitmentRow) -> None:
        """Show a row; a field that says it already is left alone, with the keyboard in it."""
        self._row = row
        self._party.choose(row.party.value)
        if self._who.text() != row.who:
            self._who.setText(row.who)
        for field, text in ((self._text, row.text), (self._due, row.due)):
            if field.text() != text:
                field.set_text(text)
        self._show_name()

    def _show_name(self) -> None:
        is_other = self._party.key() == Party.OTHER.value
        self.fields["who"].setVisible(is_other or bool(self._who.text()))


def _line() -> LineEdit:
    line = LineEdit()
    line.setMaxLength(_LONGEST)
    return line
