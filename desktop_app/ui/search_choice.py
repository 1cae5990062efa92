"""One of a long list, such as all countries: type part of a word, and choose from what has it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QListView, QSizePolicy, QStyledItemDelegate

from desktop_app.presenters.choices import ChoiceSearch
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.inputs import ReadingEdit
from desktop_app.ui.keyboard_focus import is_enter, is_row_move
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_CHEVRON, _CHEVRON_MARGIN, _LIST_WIDTH, _ROWS = 18, 8, 280, 9
_NOWHERE = QModelIndex()
_WINDOW_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SearchChoice(ReadingEdit):
    """Keys and words as a `ComboBox` has. What is typed stays, chosen or not.

    Down opens the list, typing narrows it with its first row chosen, Enter or Tab takes the row one is at, Esc closes
    the list. Left otherwise, a text that can mean one choice only is that choice. `chosen` carries the key (or
    nothing) whenever a person has made it another.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._key = ""
        self._search = ChoiceSearch(())
        self._found = ChoicesModel()
        self._found.setParent(self)
        self._completer = QCompleter(self._found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_ROWS)
        self._list = QListView()
        self._list.setProperty("popup", True)
        self._completer.setPopup(self._list)
        self._list.setItemDelegate(QStyledItemDelegate(self._list))  # only this one heeds the style sheet's row height
        self._completer.setWidget(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._narrow)
        self._list.clicked.connect(self._take)
        self._list.selectionModel().currentChanged.connect(self._say)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options; the chosen key stays chosen if it is among them."""
        self._search = ChoiceSearch(options)
        if self._key:
            self.choose(self._key)

    def key(self) -> str:
        """Return the key chosen, empty if none is."""
        return self._key

    def choose(self, key: str) -> None:
        """Choose by key; an unknown key chooses nothing."""
        words = self._search.words(key)
        self._key = key if words else ""
        self.setText(words)
        self.setCursorPosition(0)
        self.problem_found.emit("")

    def set_text(self, text: str) -> None:
        """Write what somebody typed before, whether it was a choice or not."""
        self.setText(text)
        self._key = self._search.meant(text)

    def problem(self) -> str:
        """Return why what is written is no choice, nothing if it is one or nothing is written."""
        return "" if self._key or not self.text().strip() else _("Choose from the list, or leave the field empty")

    def is_open(self) -> bool:
        """Whether the list shows."""
        return self._list.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, take from it, or go on writing."""
        if is_row_move(event):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.is_open() and not self.isReadOnly():
            self._open_all()
        elif is_enter(event) and self.is_open():
            self._take(self._list.currentIndex())
        else:
            if is_enter(event):
                self._settle()
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt has it
        """Take the row one is at before Tab goes on."""
        if self.is_open():
            self._take(self._list.currentIndex())
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Read what is written when one leaves the field."""
        super().focusOutEvent(event)
        if event.reason() not in _WINDOW_REASONS:
            self._list.hide()
            self._settle()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the list on its arrow."""
        super().mousePressEvent(event)
        if event.position().x() >= self.width() - self._arrow_room() and not self.isReadOnly() and not self.is_open():
            self._open_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow."""
        super().paintEvent(event)
        theme = current_theme()
        token = Token.TEXT if self.isEnabled() else Token.MUTED
        arrow = theme.pixmap("chevron-down", token, _CHEVRON, self.devicePixelRatioF())
        x = self.width() - theme.e(_CHEVRON + _CHEVRON_MARGIN)
        QPainter(self).drawPixmap(x, (self.height() - theme.e(_CHEVRON)) // 2, arrow)

    def _arrow_room(self) -> int:
        return current_theme().e(_CHEVRON + 2 * _CHEVRON_MARGIN)

    def _open_all(self) -> None:
        self._open(self._search.choices if self._key else self._search.find(self.text()))

    def _narrow(self, text: str) -> None:
        self._become(self._search.meant(text) if self._is_whole(text) else "")
        if text.strip():
            self._open(self._search.find(text))
        else:
            self._list.hide()

    def _is_whole(self, text: str) -> bool:
        return self._search.words(self._search.meant(text)).casefold() == text.strip().casefold()

    def _open(self, choices: Sequence[tuple[str, str]]) -> None:
        self._found.show_choices(choices, self.text())
        room = QRect(0, 0, max(self.width(), current_theme().e(_LIST_WIDTH)), self.height())
        self._completer.complete(room)
        at = next((row for row, (key, _words) in enumerate(choices) if key == self._key), 0)
        self._list.setCurrentIndex(self._completer.completionModel().index(at, 0))

    def _take(self, index: QModelIndex) -> None:
        self._list.hide()
        key = index.data(Qt.ItemDataRole.UserRole)
        if key:
            is_new = key != self._key or self.text() != self._search.words(key)
            self.setText(self._search.words(key))
            self._become(key)
            if is_new:
                self.edited.emit()
        self.problem_found.emit(self.problem())

    def _settle(self) -> None:
        key = self._key or self._search.meant(self.text())
        if key and self.text() != self._search.words(key):
            self.setText(self._search.words(key))
            self.edited.emit()
        self._become(key)
        self.problem_found.emit(self.problem())

    def _become(self, key: str) -> None:
        if key != self._key:
            self._key = key
            self.chosen.emit(key)

    def _say(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            announce(self, str(index.data()))

    def _apply_theme(self) -> None:
        self.setTextMargins(0, 0, self._arrow_room() - current_theme().e(_CHEVRON_MARGIN), 0)


class ChoicesModel(QAbstractListModel):
    """What was found, or a row that says nothing was, which cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: Sequence[tuple[str, str]] = ()
        self._text = ""

    def show_choices(self, choices: Sequence[tuple[str, str]], text: str) -> None:
        """Show what was found for a text."""
        self.beginResetModel()
        self._choices, self._text = choices, text
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else max(1, len(self._choices))

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a row, and its key as the user's own role."""
        if not index.isValid():
            return None
        key, words = self._choices[index.row()] if self._choices else ("", self._nothing())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return words
        return key if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let rows with a key be chosen."""
        return super().flags(index) if self._choices or not index.isValid() else Qt.ItemFlag.ItemNeverHasChildren

    def _nothing(self) -> str:
        return _("Nothing fits »{text}«").format(text=self._text.strip())
