"""A small list whose rows are edited in place, such as the goals and activities of a plan."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.edits import edits_of
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.keyboard_focus import first_stop, is_row_enter, order_stops
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.row_place import RowPlace


class RowEditor(QWidget):
    """What one row holds: fields by key, placed as the subclass likes. `edited` tells of any edit by a person."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, FieldRow] = {}

    @property
    def fields(self) -> Mapping[str, FieldRow]:
        """The fields by key, in the order they were taken in."""
        return self._fields

    def add_field(self, key: str, row: FieldRow) -> FieldRow:
        """Take in a field, and return it.

        Raises:
            TypeError: the row's editor is none that tells of its edits.
        """
        edits_of(row.editor).connect(self.edited)
        self._fields[key] = row
        return row

    def set_context(self, context: str) -> None:
        """Let a screen reader say of each field which row it is of."""
        for field in self._fields.values():
            field.set_context(context)


RowT = TypeVar("RowT", bound=RowEditor)


class EditableRows(QWidget, Generic[RowT]):
    """Rows made by `make_row`, one under the other, with buttons to add, move and remove under them.

    `noun` names a row, as in "Aktivitet"; `add_verb` is the word on the button. Ctrl+Shift+Enter adds a row below the
    one one is at; Alt+Up and Alt+Down move it, with Shift too where a field has these keys for itself; Delete on its
    number removes it. The row removed last can be had back. `edited` tells of every edit by a person, also of rows.

    Rows that are `is_inner` stand in a row of other rows, with quieter buttons; `set_context` says in which.
    """

    edited = Signal()

    def __init__(
        self,
        noun: str,
        add_verb: str,
        make_row: Callable[[], RowT],
        *,
        empty_text: str = "",
        is_inner: bool = False,
    ) -> None:
        super().__init__()
        self._noun, self._make_row = noun, make_row
        self._context = ""
        self._places: list[RowPlace] = []
        self._rows: list[RowT] = []
        self._current: RowPlace | None = None
        self._removed: tuple[int, RowPlace, RowT] | None = None
        self._column = Column()
        self._start = QWidget()  # where the rows begin in the order of Tab; never seen
        self._start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._start.hide()
        self._empty = Label(empty_text, tone=Token.MUTED, wraps=True)
        self._gone_text = Label("", tone=Token.MUTED, wraps=True)
        self._undo = Link(_("Undo"))
        self._gone = QWidget()
        self._gone.setLayout(FlowRow(self._gone_text, self._undo))
        self._gone.hide()
        add, others = (ButtonKind.QUIET, ButtonKind.QUIET) if is_inner else (ButtonKind.SECOND, ButtonKind.PLAIN)
        self._add = Button(add_verb, add, icon="plus")
        self._up = Button(_("Move up"), others, icon="arrow-upward")
        self._down = Button(_("Move down"), others, icon="arrow-downward")
        self._remove = Button(_("Remove"), others, icon="delete")
        buttons = FlowRow(self._add, self._up, self._down, self._remove)
        gap = Gap(4 if is_inner else 12)
        self.setLayout(Column(self._start, self._empty, self._column, self._gone, gap, buttons))
        self._add.clicked.connect(self._add_below)
        self._up.clicked.connect(self._move_up)
        self._down.clicked.connect(self._move_down)
        self._remove.clicked.connect(self._remove_current)
        self._undo.clicked.connect(self._bring_back)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self._number()

    def rows(self) -> list[RowT]:
        """Return the rows in their order."""
        return list(self._rows)

    def add_row(self) -> RowT:
        """Add a row at the end without telling, and return it to be filled."""
        return self._insert(len(self._rows))

    def set_context(self, context: str) -> None:
        """Say which row of others these rows stand in."""
        self._context = context
        self._number()

    def clear(self) -> None:
        """Take all rows away without telling, as before showing others."""
        self._forget_removed()
        for place in self._places:
            self._let_go(place)
        self._places, self._rows, self._current = [], [], None
        self._number()

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+Shift+Enter before a shortcut of the page hears of it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_row_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, move and remove by the keys the fields have left."""
        has_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        is_at_handle = self._current is not None and self._current.handle.hasFocus()
        if is_row_enter(event):
            self._add_below()
        elif has_alt and event.key() == Qt.Key.Key_Up:
            self._move_up()
        elif has_alt and event.key() == Qt.Key.Key_Down:
            self._move_down()
        elif event.key() == Qt.Key.Key_Delete and is_at_handle:
            self._remove_current()
        else:
            super().keyPressEvent(event)

    def _insert(self, index: int) -> RowT:
        row = self._make_row()
        row.edited.connect(self.edited)
        self._put(index, RowPlace(row), row)
        return row

    def _put(self, index: int, place: RowPlace, row: RowT) -> None:
        self._places.insert(index, place)
        self._rows.insert(index, row)
        self._column.insertWidget(index, place)
        place.show()
        self._number()

    def _add_below(self) -> None:
        at = self._places.index(self._current) if self._current is not None else len(self._places) - 1
        row = self._insert(at + 1)
        self.edited.emit()
        stop = first_stop(row)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if self._current is None:
            return
        at = self._places.index(self._current)
        to = at + step
        if not 0 <= to < len(self._places):
            return
        focused = QApplication.focusWidget()
        self._places.insert(to, self._places.pop(at))
        self._rows.insert(to, self._rows.pop(at))
        self._column.insertWidget(to, self._current)
        self._number()
        if focused is not None and focused.isEnabled():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        else:  # the button that can go no further in this direction
            self._current.handle.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._current.handle, self._current.handle.accessibleName())
        self.edited.emit()

    def _remove_current(self) -> None:
        if self._current is None:
            return
        self._forget_removed()
        place = self._current
        at = self._places.index(place)
        self._gone_text.setText(_("{row} is removed.").format(row=f"{self._noun} {at + 1}"))
        self._undo.setAccessibleName(_("Undo: {text}").format(text=self._gone_text.text()))
        self._removed = (at, place, self._rows[at])
        del self._places[at], self._rows[at]
        self._current = self._places[min(at, len(self._places) - 1)] if self._places else None
        self._gone.show()
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(place)
        place.hide()
        self._number()
        announce(self, self._gone_text.text())
        self.edited.emit()

    def _bring_back(self) -> None:
        if self._removed is None:
            return
        at, place, row = self._removed
        self._removed = None
        self._current = place
        self._put(min(at, len(self._places)), place, row)
        place.handle.setFocus(Qt.FocusReason.OtherFocusReason)
        self._gone.hide()
        self.edited.emit()

    def _forget_removed(self) -> None:
        if self._removed is not None:
            self._let_go(self._removed[1])
        self._removed = None
        self._gone.hide()

    def _let_go(self, place: RowPlace) -> None:
        self._column.removeWidget(place)
        place.hide()
        place.deleteLater()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        place = next((place for place in self._places if now is not None and place.isAncestorOf(now)), None)
        if place is not None and place is not self._current:
            self._current = place
            self._mark()

    def _number(self) -> None:
        """Say of every row which one it is, and let Tab come to them in their order."""
        count = len(self._places)
        noun = f"{self._context}, {self._noun.lower()}" if self._context else self._noun
        for number, (place, row) in enumerate(zip(self._places, self._rows, strict=True), start=1):
            place.set_number(number, _("{noun} {number} of {count}").format(noun=noun, number=number, count=count))
            row.set_context(f"{noun} {number}")
        order_stops(self._start, *self._places)
        self._empty.setVisible(not self._places and bool(self._empty.text()))
        self._mark()

    def _mark(self) -> None:
        for place in self._places:
            place.set_current(is_current=place is self._current)
        at = self._places.index(self._current) if self._current is not None else -1
        for button in (self._up, self._down):
            button.setVisible(len(self._places) > 1)
        self._remove.setVisible(bool(self._places))
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < len(self._places) - 1)
        self._remove.setEnabled(at >= 0)
