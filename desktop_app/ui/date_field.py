"""A field for a day, written as one likes or taken from a calendar."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from desktop_app.presenters.key_words import keys_text
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.translation import _, short_date
from desktop_app.ui.buttons import Button, IconButton
from desktop_app.ui.calendar_popup import CalendarPopup
from desktop_app.ui.inputs import CompoundEditor, ReadingEdit
from desktop_app.ui.layouts import Row
from desktop_app.ui.qt_application import current_theme

_WIDTH = 136
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


CALENDAR_KEYS = "Alt+Down"


class DateField(CompoundEditor):
    """What is typed is read when one leaves the field, and then stands as 03.03.2026; what cannot be read stays.

    Up and Down go a day on and back, Alt+Down opens the calendar. `today` is asked each time something is read;
    `looks_back` as in `read_date`. A slim field has the calendar's icon only. `edited` tells of every change by a
    person, `day_changed` carries the day (or None) once one has left the field, stepped or chosen.
    """

    edited = Signal()
    day_changed = Signal(object)

    def __init__(self, today: Callable[[], date], *, looks_back: bool = False, is_slim: bool = False) -> None:
        self._line = _DateLine()
        super().__init__(self._line)
        self._today, self._looks_back = today, looks_back
        self._told: date | None = None
        self._button = (
            IconButton("calendar-month", _("Calendar")) if is_slim else Button(_("Calendar"), icon="calendar-month")
        )
        # The keyboard has Alt+Down in the line: another stop after every date would slow each form down.
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button.setToolTip(_("Calendar ({keys})").format(keys=keys_text(CALENDAR_KEYS)))
        self._popup: CalendarPopup | None = None
        row = Row(spacing=2 if is_slim else 8)
        row.add(self._line, stretch=1000)
        row.add(self._button)
        self.setLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._line.edited.connect(self.edited)
        self._line.editingFinished.connect(self._settle)
        self._line.step_wanted.connect(self._step)
        self._line.calendar_wanted.connect(self._open_calendar)
        self._button.clicked.connect(self._open_calendar)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def text(self) -> str:
        """Return what is written."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Write what somebody typed before, read or not."""
        self._line.setText(text)
        self._told = self.day()

    def day(self) -> date | None:
        """Return the day that is written, None for none and for what cannot be read."""
        try:
            return self._read()
        except DateNotRead:
            return None

    def set_day(self, day: date | None) -> None:
        """Write a day, or nothing."""
        self._line.setText(short_date(day) if day else "")
        self._told = day
        self._line.problem_found.emit("")

    def problem(self) -> str:
        """Return why what is written is no day, nothing if it is one or there is none."""
        try:
            self._read()
        except DateNotRead as error:
            return date_error_text(error)
        return ""

    def setAccessibleName(self, name: str) -> None:
        """Let the button say which date it is for."""
        super().setAccessibleName(name)
        self._button.setAccessibleName(_("Calendar: {field}").format(field=name))

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the calendar along."""
        super().hideEvent(event)
        if self._popup is not None:
            self._popup.close()

    def _read(self) -> date | None:
        return read_date(self._line.text(), self._today(), looks_back=self._looks_back)

    def _settle(self) -> None:
        day = self.day()
        if day is not None and self._line.text() != short_date(day):
            self._line.setText(short_date(day))
            self.edited.emit()  # `+14` kept as a draft would mean another day tomorrow
        self._line.problem_found.emit(self.problem())
        if day != self._told:
            self._told = day
            self.day_changed.emit(day)

    def _step(self, days: int) -> None:
        if self.problem():
            return
        day = self.day()
        self._write(self._today() if day is None else day + timedelta(days=days))

    def _write(self, day: date) -> None:
        self._line.setText(short_date(day))
        self._line.selectAll()
        self.edited.emit()
        self._settle()

    def _open_calendar(self) -> None:
        if self._popup is None:
            self._popup = CalendarPopup(self)
            self._popup.picked.connect(self._take)
        today = self._today()
        self._popup.open_under(self._line, self.day() or today, today)

    def _take(self, day: date) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write(day)

    def _apply_theme(self) -> None:
        self._line.setMaximumWidth(current_theme().e(_WIDTH))


class _DateLine(ReadingEdit):
    """The line itself, with the keys of a date."""

    step_wanted = Signal(int)
    calendar_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by Up and Down, open the calendar by Alt+Down; the rest is a line's own."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif event.key() in _STEPS and held == Qt.KeyboardModifier.NoModifier:
            self.step_wanted.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self.calendar_wanted.emit()
        else:
            super().keyPressEvent(event)
