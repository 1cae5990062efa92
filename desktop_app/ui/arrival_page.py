"""Ny modtagelse: one person or a family, typed once, with what follows from it beside."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_side import ArrivalSide
from desktop_app.presenters.arrival_view import FieldShown, PersonTab, Problem
from desktop_app.translation import _, _n
from desktop_app.ui.arrival_fields import ArrivalFields
from desktop_app.ui.arrival_side_pane import ArrivalSidePane
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.error_summary import ErrorSummary
from desktop_app.ui.form_and_side import FormAndSide
from desktop_app.ui.keyboard_focus import is_form_enter
from desktop_app.ui.labels import IconLabel, Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.people_strip import PeopleStrip
from desktop_app.ui.surfaces import Panel
from desktop_app.ui.text_roles import TextRole

SAVE_KEYS = "Ctrl+Enter"


class ArrivalPage(QWidget):
    """Shows the form and tells what is typed and pressed; decides nothing (`presenters.arrival_view.ArrivalView`).

    `edited` tells of every change by a person, for the draft. Ctrl+Enter saves from anywhere in it.
    """

    edited = Signal()
    typed = Signal(str, str)
    left = Signal(str)
    proposal_wanted = Signal()
    person_chosen = Signal(int)
    person_added = Signal()
    person_removed = Signal()
    problem_chosen = Signal(int)
    case_wanted = Signal(str)
    other_person = Signal()
    save_wanted = Signal()
    cancelled = Signal()
    list_wanted = Signal()
    failed = Signal(str)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._problems: list[Problem] = []
        self._count = self._current = 0
        self._save = Button("", ButtonKind.PRIMARY)
        self._save.setToolTip(SAVE_KEYS)
        cancel, back = Button(_("Cancel")), Link(_("Arrivals"))
        self._summary = ErrorSummary()
        self._people = PeopleStrip()
        self._fields = ArrivalFields(today)
        self._side = ArrivalSidePane()
        title = Column(Row(IconLabel("arrow-back", Token.LINK), back, STRETCH, spacing=4), Gap(2))
        title.add(Label(_("New arrival"), TextRole.TITLE))
        head = Panel(
            Column(FlowRow(title, STRETCH, FlowRow(cancel, self._save, across=12)), margins=(24, 12, 24, 12)),
            edges=Qt.Edge.BottomEdge,
        )
        form = QWidget()
        form.setLayout(Column(self._summary, self._people, self._fields, spacing=20))
        self._body = FormAndSide(form, self._side, name=_("What follows from the dates"))
        whole = Column(head)
        whole.add(self._body, stretch=1)
        self.setLayout(whole)
        self._head = head
        self._connect(cancel, back)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (*self._body.regions, self._head)

    def show_people(self, people: Sequence[PersonTab], current: int, note: str) -> None:
        """List the people, one of them shown."""
        self._count, self._current = len(people), current
        self._people.show_people(people, current, note)
        if self._count == 1:
            self._save.setText(_("Create the case"))
        else:
            self._save.setText(_n("Create {n} case", "Create {n} cases", self._count).format(n=self._count))

    def show_fields(self, fields: Mapping[Field, FieldShown]) -> None:
        """Show these fields of the person and hide all others."""
        self._fields.show_fields(fields)

    def show_side(self, side: ArrivalSide) -> None:
        """Show what stands beside the form."""
        self._side.show_side(side)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List what stops saving."""
        if self._problems != list(problems):
            self._problems = list(problems)
            self._summary.show_problems([(str(place), problem.text) for place, problem in enumerate(problems)])

    def go_to_problems(self) -> None:
        """Bring the keyboard to the list of what stops saving."""
        self._summary.setFocus(Qt.FocusReason.OtherFocusReason)
        self._body.bring_into_sight(self._summary)

    def go_to(self, field: Field) -> None:
        """Bring the keyboard to a field."""
        self._body.bring_into_sight(self._fields.go_to(field))

    def show_error(self, text: str) -> None:
        """Say why nothing was saved."""
        self.failed.emit(text)

    def problem_at(self, place: int) -> Problem:
        """Return a problem of those listed."""
        return self._problems[place]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Ctrl+Enter."""
        if is_form_enter(event):
            self.save_wanted.emit()
        else:
            super().keyPressEvent(event)

    def turn(self, step: int) -> None:
        """Ask for the person after (+1) or before (-1) the one shown, if there is one."""
        if 0 <= self._current + step < self._count:
            self.person_chosen.emit(self._current + step)

    def _connect(self, cancel: Button, back: Link) -> None:
        self._fields.typed.connect(self.typed)
        self._fields.typed.connect(self.edited)
        self._fields.left.connect(self.left)
        self._fields.proposal_wanted.connect(self.proposal_wanted)
        self._fields.proposal_wanted.connect(self.edited)
        self._people.chosen.connect(self.person_chosen)
        self._people.added.connect(self.person_added)
        self._people.removed.connect(self.person_removed)
        for changed in (self._people.chosen, self._people.added, self._people.removed):
            changed.connect(self.edited)
        self._side.case_wanted.connect(self.case_wanted)
        self._side.other_person.connect(self.other_person)
        self._summary.chosen.connect(self._choose_problem)
        self._save.clicked.connect(self.save_wanted)
        cancel.clicked.connect(self.cancelled)
        back.clicked.connect(self.list_wanted)

    def _choose_problem(self, place: str) -> None:
        self.problem_chosen.emit(int(place))
