"""A field on a form: label over help over message over input, and all of it heard by a screen reader at the input."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop_app.translation import _
from desktop_app.ui.inputs import CompoundEditor, ReadingEdit
from desktop_app.ui.labels import IconLabel, Label, restyle
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_EDITOR_STRETCH = 1000
"""So much more than the empty room's 1 that the editor is given all of its greatest width first."""

_OWN_WIDTH = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
"""What says by itself how wide it is."""


class FieldState(StrEnum):
    """How what is written stands; a warning informs, and saving goes on."""

    FINE = ""
    WARNING = "warning"
    ERROR = "error"


_MESSAGES = {FieldState.WARNING: Status.SOON, FieldState.ERROR: Status.OVERDUE}


class FieldRow(QWidget):
    """Names `editor` and holds what stands around it.

    Of a `CompoundEditor` its stop is named, coloured and described. A `ReadingEdit` shows by itself what cannot be read
    of it, and takes the message away again; what others have shown stays. A box that says itself what it is has no
    label.

    `width` is the input's greatest width in steps, after what is to be written there; without it the input fills its
    place.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        help_text: str = "",
        is_optional: bool = False,
        width: float | None = None,
    ) -> None:
        super().__init__()
        self._editor, self._width, self._help_text = editor, width, help_text
        self._stop = editor.stop if isinstance(editor, CompoundEditor) else editor
        self._state, self._message, self._unread = FieldState.FINE, "", ""
        self._label = Label(label, TextRole.LABEL)
        self._label.setBuddy(self._stop)
        if not label:  # a box that says itself what it is
            self._label.hide()
        self.set_context("")
        if isinstance(self._stop, ReadingEdit):
            self._stop.problem_found.connect(self._show_unread)
        self._head = head = Row(self._label, spacing=5)
        if is_optional:
            head.add(Label(_("(optional)"), tone=Token.MUTED))
        head.addStretch(1)
        self._help = Label(help_text, TextRole.META, wraps=True)
        if not help_text:  # showing a widget that has no parent yet would flash up a window of its own
            self._help.hide()
        self._message_icon = IconLabel(Status.SOON.icon, Token.SOON_MARK)
        self._message_label = Label("", TextRole.SMALL, wraps=True)
        self._message_row = QWidget()
        message = Row(spacing=6, margins=(0, 2, 0, 0))
        message.add_aligned(self._message_icon, Qt.AlignmentFlag.AlignTop)
        message.add(self._message_label, stretch=1)
        self._message_row.setLayout(message)
        self._message_row.hide()
        self._line = line = Row(spacing=8)
        line.add(editor, stretch=_EDITOR_STRETCH)
        if width is not None or editor.sizePolicy().horizontalPolicy() in _OWN_WIDTH:
            line.addStretch(1)
        self.setLayout(Column(head, self._help, self._message_row, line, spacing=4))
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()
        self._describe()

    @property
    def editor(self) -> QWidget:
        """The input itself."""
        return self._editor

    @property
    def label(self) -> str:
        """The name of the input, as it stands over it."""
        return self._label.text()

    @property
    def state(self) -> FieldState:
        """How what is written stands."""
        return self._state

    @property
    def message(self) -> str:
        """The sentence shown above the input, empty if none is."""
        return self._message

    def add_after(self, *widgets: QWidget) -> None:
        """Let something stand to the right of the input, such as the calendar's button."""
        for index, widget in enumerate(widgets, start=1):
            self._line.insertWidget(index, widget)

    def add_over(self, widget: QWidget) -> None:
        """Let something stand at the far end of the label's line; the label gives way to it."""
        self._head.add(widget)

    def set_help(self, text: str) -> None:
        """Show another help text, or none."""
        self._help_text = text
        self._help.setText(text)
        self._help.setVisible(bool(text))
        self._describe()

    def set_context(self, context: str) -> None:
        """Let a screen reader say which of several fields of this label it is, as in "Aktivitet 2: Periode"."""
        own = self._stop.text() if isinstance(self._stop, QAbstractButton) else ""
        label = (self._label.text() or own).replace("&", "")
        name = f"{context}: {label}" if context else label
        for part in (self._editor, self._stop):
            part.setAccessibleName(name)

    def show_message(self, state: FieldState, sentence: str) -> None:
        """Show a warning or an error above the input, in place of any other."""
        self._state, self._message = state, sentence
        if state in _MESSAGES:
            status = _MESSAGES[state]
            self._message_icon.set_icon(status.icon, status.mark)
            self._message_label.set_tone(status.text)
        self._message_label.setText(sentence)
        self._message_row.setVisible(state is not FieldState.FINE)
        self._stop.setProperty("state", state.value)
        restyle(self._stop)
        self._describe()

    def clear_message(self) -> None:
        """Take the message away."""
        self.show_message(FieldState.FINE, "")

    def _show_unread(self, sentence: str) -> None:
        if sentence:
            self.show_message(FieldState.ERROR, sentence)
        elif self._message == self._unread:
            self.clear_message()
        self._unread = sentence

    def _describe(self) -> None:
        sentence = self._message
        if self._state is FieldState.ERROR:
            sentence = _("Error: {sentence}").format(sentence=self._message)
        elif self._state is FieldState.WARNING:
            sentence = _("Warning: {sentence}").format(sentence=self._message)
        self._stop.setAccessibleDescription(" ".join(part for part in (sentence, self._help_text) if part))

    def _apply_theme(self) -> None:
        if self._width is not None:
            self._editor.setMaximumWidth(current_theme().e(self._width))


class FieldGroup(QWidget):
    """Fields under one another with the distance that belongs between them."""

    def __init__(self, *rows: QWidget) -> None:
        super().__init__()
        column = Column()
        for index, row in enumerate(rows):
            if index:
                column.add(Gap(16))
            column.add(row)
        column.add(STRETCH)
        self.setLayout(column)
