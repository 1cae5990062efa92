"""The fields of a follow-up, in the order they are asked; what was only attempted asks for a few of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.follow_up import FollowUpForm, Topic
from desktop_app.domain.phrase import PhrasePlace
from desktop_app.presenters.field_words import follow_up_form_text, topic_text
from desktop_app.presenters.follow_up_form import NO, WITH, WITHOUT, YES, TypedFollowUp
from desktop_app.presenters.follow_up_reading import (
    AGREED,
    HELD_ON,
    INTERPRETER,
    INTERPRETING,
    NEXT_ON,
    NOTE,
    PARTICIPANTS,
    REPATRIATION,
    TOPICS,
)
from desktop_app.translation import _, _p
from desktop_app.ui.beside import Beside
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.date_field import DateField
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.layouts import Column
from desktop_app.ui.phrase_spots import mark_place
from desktop_app.ui.segment import Segment
from desktop_app.ui.text_area import TextArea

_OTHER = "other"
_KNOWN = "known:"
_LONGEST = 200


class FollowUpFields(QWidget):
    """Tells of every edit, and gives and takes what is typed as a whole."""

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._follows_proposal = True
        self._held_on = DateField(today, is_slim=True)
        self._form = Segment(
            _p("of a talk", "Form"), [(form.value, follow_up_form_text(form)) for form in FollowUpForm]
        )
        self._attempted = CheckBox(_("The talk was not held, for instance because the citizen did not come"))
        self._interpreting = ComboBox()
        self._interpreter = LineEdit()
        self._participants = LineEdit()
        self._topics = _Topics()
        self._note = TextArea(lines=3)
        self._agreed = TextArea(lines=2)
        self._repatriation = Segment(_("Guidance on repatriation"), ((YES, _("Yes")), (NO, _("No"))))
        self._next_on = DateField(today)
        mark_place(self._note, PhrasePlace.FOLLOW_UP)
        mark_place(self._agreed, PhrasePlace.AGREED)
        for line in (self._interpreter, self._participants):
            line.setMaxLength(_LONGEST)

        self.form = form = Form()
        held_on = form.add(HELD_ON, FieldRow(_("Date"), self._held_on))
        how = form.add("form", FieldRow(_p("of a talk", "Form"), self._form))
        self._interpreting_row = form.add(INTERPRETING, FieldRow(_("Interpreter"), self._interpreting))
        self._interpreter_row = form.add(
            INTERPRETER, FieldRow(_("Name or number of the interpreter"), self._interpreter)
        )
        participants = form.add(PARTICIPANTS, FieldRow(_("Participants"), self._participants))
        self._topics_row = FieldRow(
            _("Discussed"), self._topics, help_text=_("Required by the Integration Act § 20, stk. 3")
        )
        note = form.add(NOTE, FieldRow(_("Note"), self._note))
        agreed = form.add(AGREED, FieldRow(_("Agreed"), self._agreed, is_optional=True))
        repatriation = form.add(
            REPATRIATION,
            FieldRow(_("Guidance on repatriation"), self._repatriation, help_text=_("The Integration Act § 20 b")),
        )
        self._next_row = form.add(NEXT_ON, FieldRow(_("Next follow-up"), self._next_on))
        interpreter = QWidget()
        interpreter.setLayout(Column(self._interpreting_row, self._interpreter_row, spacing=8))
        self._persons = Beside(interpreter, participants)
        self._only_when_held: Sequence[QWidget] = (self._persons, self._topics_row, agreed, repatriation)
        self.setLayout(
            Column(
                form.summary,
                Beside(held_on, how),
                self._attempted,
                self._persons,
                self._topics_row,
                note,
                agreed,
                Beside(repatriation, self._next_row, shares=(3, 7)),
                spacing=12,
            )
        )
        form.edited.connect(self._tell)
        self._topics.edited.connect(self._tell)
        self._attempted.clicked.connect(self._tell)

    def offer_interpreters(self, names: Sequence[str]) -> None:
        """Offer the interpreters of earlier follow-ups beside none and another one."""
        other = _("Another interpreter …") if names else _("With an interpreter …")
        known = [(_KNOWN + name, name) for name in names]
        self._interpreting.set_options([*known, (_OTHER, other), (WITHOUT, _("Without an interpreter"))])

    def typed(self) -> TypedFollowUp:
        """Return what stands in the fields; the goals are told of elsewhere."""
        key = self._interpreting.key()
        interpreter = key.removeprefix(_KNOWN) if key.startswith(_KNOWN) else self._interpreter.text()
        return TypedFollowUp(
            held_on=self._held_on.text(),
            form=self._form.key(),
            attempted_only=self._attempted.isChecked(),
            interpreting={"": "", WITHOUT: WITHOUT}.get(key, WITH),
            interpreter="" if key in {"", WITHOUT} else interpreter,
            participants=self._participants.text(),
            topics=self._topics.chosen(),
            note=self._note.text(),
            agreed=self._agreed.text(),
            repatriation=self._repatriation.key(),
            next_on=self._next_on.text(),
            follows_proposal=self._follows_proposal,
        )

    def show_typed(self, typed: TypedFollowUp) -> None:
        """Fill in the fields without telling anyone."""
        self.form.clear_messages()
        self._topics_row.clear_message()
        self._held_on.set_text(typed.held_on)
        self._form.choose(typed.form)
        self._attempted.setChecked(typed.attempted_only)
        known = _KNOWN + typed.interpreter
        is_known = typed.interpreting == WITH and self._interpreting.findData(known) >= 0
        others = {WITH: _OTHER, WITHOUT: WITHOUT}
        self._interpreting.choose(known if is_known else others.get(typed.interpreting, ""))
        self._interpreter.setText("" if is_known else typed.interpreter)
        self._participants.setText(typed.participants)
        self._topics.choose(typed.topics)
        self._note.set_text(typed.note)
        self._agreed.set_text(typed.agreed)
        self._repatriation.choose(typed.repatriation)
        self._next_on.set_text(typed.next_on)
        self._follows_proposal = typed.follows_proposal
        self._arrange()

    def show_next(self, help_text: str, proposed: str | None) -> None:
        """Show when the next follow-up is to be, and the day proposed while the field follows the proposal."""
        self._next_row.set_help(help_text)
        self._follows_proposal = proposed is not None
        if proposed is not None and self._next_on.text() != proposed:
            self._next_on.set_text(proposed)

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Show what is worth a second look at the fields named."""
        self.form.show_warnings(remarks)
        if remarks.get(TOPICS):
            self._topics_row.show_message(FieldState.WARNING, remarks[TOPICS])
        else:
            self._topics_row.clear_message()

    def focus_first(self) -> None:
        """Bring the keyboard to the first field."""
        self.form.go_to(HELD_ON)

    def _tell(self) -> None:
        self._arrange()
        self.edited.emit()

    def _arrange(self) -> None:
        is_held = not self._attempted.isChecked()
        for row in self._only_when_held:
            row.setVisible(is_held)
        asks = self._form.key() != FollowUpForm.LETTER
        self._interpreting_row.setVisible(asks)
        self._interpreter_row.setVisible(asks and self._interpreting.key() == _OTHER)


class _Topics(QWidget):
    """What the law asks to be discussed, each to be ticked."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes = {topic: CheckBox(topic_text(topic)) for topic in Topic}
        boxes = list(self._boxes.values())
        self.setLayout(Column(Beside(*boxes[:2], down=0), Beside(*boxes[2:], down=0)))
        for box in boxes:
            box.clicked.connect(self.edited)

    def setAccessibleName(self, name: str) -> None:
        """Let each box say what it belongs to."""
        super().setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleDescription(name)

    def chosen(self) -> tuple[str, ...]:
        """Return the topics ticked."""
        return tuple(topic.value for topic, box in self._boxes.items() if box.isChecked())

    def choose(self, topics: Sequence[str]) -> None:
        """Tick these and no others."""
        for topic, box in self._boxes.items():
            box.setChecked(topic.value in topics)
