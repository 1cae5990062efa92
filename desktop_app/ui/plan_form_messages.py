"""What is wrong and what does not add up in the form of a plan: said at the fields, and over the form."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.presenters.plan_reading import FieldPlace, FieldProblem
from desktop_app.presenters.plan_texts import CheckLine, WarningLine
from desktop_app.ui.error_summary import ErrorSummary
from desktop_app.ui.fields import FieldRow, FieldState


class PlanFormMessages(QObject):
    """Asks for the fields by their places each time, as rows come and go. `place_wanted` carries a `FieldPlace`."""

    place_wanted = Signal(object)

    def __init__(self, fields: Callable[[], Mapping[FieldPlace, FieldRow]]) -> None:
        super().__init__()
        self.summary = ErrorSummary()
        self._fields = fields
        self._said: dict[FieldPlace, FieldRow] = {}
        self._problems: dict[FieldPlace, str] = {}
        self._warnings: dict[FieldPlace, str] = {}
        self.summary.chosen.connect(self._tell)

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at the fields what is wrong, and all of it over the form, which then has the keyboard."""
        self._problems = dict(problems)
        self.say_again()
        names = {place: row.editor.accessibleName() for place, row in self._fields().items()}
        self._show_summary([(place_key(place), f"{names[place]}: {text}") for place, text in problems])

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        """Say over the form what is missing, with the way to each."""
        self._show_summary(
            [(place_key(line.place) if line.place else "", f"{line.text} ({line.section})") for line in missing]
        )

    def show_warnings(self, warnings: Sequence[WarningLine]) -> None:
        """Say at the fields what does not add up."""
        self._warnings = {line.place: line.text for line in warnings if line.place}
        self.say_again()

    def edited_at(self, place: FieldPlace | None) -> None:
        """Take away what was wrong at a field that is written in: it may be mended by now, and saving tells."""
        if place in self._problems:
            del self._problems[place]
            self.say_again()

    def say_again(self) -> None:
        """Say everything at the fields there are now."""
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
        self.summary.show_problems(problems)
        if problems:
            self.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, key: str) -> None:
        self.place_wanted.emit(FieldPlace(*key.rsplit("/", 1)))


def place_key(place: FieldPlace) -> str:
    """Return a place as one word."""
    return f"{place.row}/{place.field}"


def _say(row: FieldRow, state: FieldState, text: str) -> None:
    if (row.state, row.message) != (state, text):  # dressing a field anew takes time, and this is asked at every key
        row.show_message(state, text)
