"""Fields of one line to write and choose in. The row around them (`FieldRow`) gives them name and messages."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSizePolicy, QStyledItemDelegate, QWidget

from desktop_app.ui.fonts import FAMILIES, family_for
from desktop_app.ui.keyboard_focus import is_row_move, section_step
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_CHEVRON, _CHEVRON_MARGIN = 18, 8
_LEAST_LETTERS = 6


class LineEdit(QLineEdit):
    """One line of text, in the font of its own script: a name may be Arabic, and the next one not.

    `edited` tells that a person has changed it.
    """

    edited = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.textEdited.connect(self.edited)
        self.textChanged.connect(self._suit_script)
        self._suit_script(text)

    def hide_text(self, *, hidden: bool) -> None:
        """Show dots instead of letters, as for a password."""
        self.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(self.fontMetrics().averageCharWidth() * _LEAST_LETTERS, super().minimumSizeHint().height())

    def _suit_script(self, text: str) -> None:
        family = family_for(text)
        if self.font().families()[:1] != [family]:
            own = QFont()  # says nothing of size, so that it goes on following the theme's
            own.setFamilies([family, *(other for other in FAMILIES if other != family)])
            self.setFont(own)


class ReadingEdit(LineEdit):
    """A line whose text is read as something: `problem_found` carries what is wrong with it, or nothing any more.

    What was typed stays, and the `FieldRow` around it shows the problem.
    """

    problem_found = Signal(str)


class CompoundEditor(QWidget):
    """An input of several parts, one of which is where one writes: its `stop`, named and coloured by the `FieldRow`.

    It has no focus proxy of Qt's: such a one is a second stop of Tab, which no order set by hand can move.
    """

    def __init__(self, stop: QWidget) -> None:
        super().__init__()
        self._stop = stop

    @property
    def stop(self) -> QWidget:
        """Where one writes."""
        return self._stop

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to where one writes."""
        self._stop.setFocus(reason)

    def hasFocus(self) -> bool:
        """Whether one writes here."""
        return self._stop.hasFocus()


class ComboBox(QComboBox):
    """One of a list. `options` are pairs of key and words; the key is what a program asks for.

    `edited` tells that a person has chosen.
    """

    edited = Signal()

    def __init__(self, options: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._last_letter = QElapsedTimer()
        self.activated.connect(self.edited)
        self.setItemDelegate(QStyledItemDelegate(self))  # only this one heeds the style sheet's row height
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other options; the chosen key stays chosen if it is among them."""
        key = self.key()
        self.clear()
        for option_key, words in options:
            self.addItem(words, option_key)
        if key:
            self.choose(key)

    def key(self) -> str:
        """Return the key chosen, empty if none is."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key; an unknown key chooses nothing."""
        self.setCurrentIndex(self.findData(key))

    def minimumSizeHint(self) -> QSize:
        """A few letters and the arrow."""
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS * 2
        # Qt remembers its own hint from before a message gave the field another border.
        return QSize(least + current_theme().e(_CHEVRON + 2 * _CHEVRON_MARGIN), self.fontMetrics().lineSpacing())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave rows and sections their keys, and take a space between two words for what it is."""
        if is_row_move(event) or section_step(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and self._is_searched():
            self._search(event.text())
        else:
            super().keyPressEvent(event)
            if event.text().strip():
                self._last_letter.start()

    def _is_searched(self) -> bool:
        interval = QApplication.keyboardInputInterval()
        return self._last_letter.isValid() and self._last_letter.elapsed() < interval

    def _search(self, text: str) -> None:
        """Go on with what Qt searches for; it opens the list at a space."""
        self._last_letter.start()
        view = self.view()
        view.setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn(), self.rootModelIndex()))
        view.keyboardSearch(text)
        found = view.currentIndex().row()
        if found not in {-1, self.currentIndex()}:
            self.setCurrentIndex(found)
            self.activated.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the choice only where the keyboard is: a page is scrolled past without changing it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and its arrow, which the style sheet takes away from Qt."""
        super().paintEvent(event)
        theme = current_theme()
        arrow = theme.pixmap(
            "chevron-down", Token.TEXT if self.isEnabled() else Token.MUTED, _CHEVRON, self.devicePixelRatioF()
        )
        x = self.width() - theme.e(_CHEVRON + _CHEVRON_MARGIN)
        QPainter(self).drawPixmap(x, (self.height() - theme.e(_CHEVRON)) // 2, arrow)
