"""Fields to write and choose in. The row around them (`FieldRow`) gives them their name and their messages."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QStyledItemDelegate, QTextEdit

from desktop_app.ui.fonts import FAMILIES, family_for
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_CHEVRON, _CHEVRON_MARGIN = 18, 8
_DOCUMENT_MARGIN, _PADDING = 4, 4
_EDGE = 2
"""The border at its widest, in pixels."""
_LARGE_LINE_PERCENT = 135
_LEAST_LETTERS = 6


class LineEdit(QLineEdit):
    """One line of text, in the font of its own script: a name may be Arabic, and the next one not."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
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
        font = self.font()
        if font.families()[:1] != [family]:
            font.setFamilies([family, *(other for other in FAMILIES if other != family)])
            self.setFont(font)


class TextArea(QTextEdit):
    """Several lines of plain text; Tab goes on to the next field. Grows with its text up to `most_lines`, then scrolls.

    A large one is for answers that are read together with the citizen.
    """

    def __init__(self, *, lines: int = 3, most_lines: int = 12, is_large: bool = False) -> None:
        super().__init__()
        self._lines, self._most_lines, self._is_large = lines, max(lines, most_lines), is_large
        self.setProperty("large", is_large)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The document tells its new size while it is being laid out; the height is set when that is over.
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.timeout.connect(self._fit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_later.start)
        current_theme().changed.connect(self._fit_later.start)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text, from its beginning."""
        self.setPlainText(text)
        if self._is_large:
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            spacing = QTextBlockFormat()
            spacing.setLineHeight(_LARGE_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def _fit(self) -> None:
        self.ensurePolished()
        line = self.fontMetrics().lineSpacing() * (_LARGE_LINE_PERCENT / 100 if self._is_large else 1)
        margin = current_theme().e(_DOCUMENT_MARGIN)
        self.document().setDocumentMargin(margin)
        around = 2 * (current_theme().e(_PADDING) + _EDGE)
        wanted = max(self.document().size().height(), line * self._lines + 2 * margin)
        self.setFixedHeight(ceil(min(wanted, line * self._most_lines + 2 * margin)) + around)


class ComboBox(QComboBox):
    """One of a list. `options` are pairs of key and words; the key is what a program asks for."""

    def __init__(self, options: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
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
        return QSize(least + current_theme().e(_CHEVRON + 2 * _CHEVRON_MARGIN), super().minimumSizeHint().height())

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
