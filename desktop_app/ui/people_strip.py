"""The people who arrive together, as a row of buttons, one of them pressed; and one more to add another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop_app.presenters.arrival_view import PersonTab
from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.text_roles import TextRole

ADD_KEYS = "Ctrl+Shift+P"


class PeopleStrip(QWidget):
    """Shows whom it is told; the arrow keys go from one person to the next.

    `chosen` carries the place of the person gone to, `added` and `removed` tell that one more or one less is wanted.
    """

    chosen = Signal(int)
    added = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Sequence[PersonTab], int, str] = ((), 0, "")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._people = FlowRow()
        self._list = QWidget()
        self._list.setLayout(self._people)
        self._add = Button(_("Add a person"), icon="plus")
        self._add.setToolTip(ADD_KEYS)
        self._remove = Link(_("Remove the person shown"))
        self._note = Label("", TextRole.META, wraps=True)
        whole = Column(self._list, Gap(8), FlowRow(self._add, self._remove, across=16), Gap(4), self._note)
        self.setLayout(whole)
        self._group.idClicked.connect(self.chosen)
        self._add.clicked.connect(self.added)
        self._remove.clicked.connect(self.removed)

    def show_people(self, people: Sequence[PersonTab], current: int, note: str) -> None:
        """Show the people, one of them pressed, and whom that one follows."""
        if (people, current, note) == self._shown:
            return
        self._shown = (people, current, note)
        buttons = self._group.buttons()
        for place in range(len(buttons), len(people)):
            button = Button("", ButtonKind.FILTER)
            self._group.addButton(button, place)
            self._people.add(button)
        for gone in buttons[len(people) :]:
            self._group.removeButton(gone)
            self._people.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, person in enumerate(people):
            self._show_person(place, person, is_current=place == current)
        is_family = len(people) > 1
        self._list.setVisible(is_family)
        self._remove.setVisible(is_family)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def _show_person(self, place: int, person: PersonTab, *, is_current: bool) -> None:
        button = self._group.button(place)
        assert isinstance(button, Button)  # noqa: S101 - it holds nothing else
        button.setText(person.title)
        button.setChecked(is_current)
        button.set_icon("error" if person.has_problem else "person", _mark(person))
        said = _("{name}, has problems") if person.has_problem else "{name}"
        button.setAccessibleName(said.format(name=person.title))


def _mark(person: PersonTab) -> Token:
    return Token.OVERDUE_MARK if person.has_problem else Token.TEXT
