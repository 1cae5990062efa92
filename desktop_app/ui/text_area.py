"""A field of several lines, also for the large answers of an interview."""

from math import ceil

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from desktop_app.ui.keyboard_focus import is_form_enter
from desktop_app.ui.qt_application import current_theme

_DOCUMENT_MARGIN, _PADDING = 4, 4
_EDGE = 2
"""The border at its widest, in pixels."""
_LARGE_LINE_PERCENT = 135


class TextArea(QTextEdit):
    """Several lines of plain text; Tab goes on to the next field. Grows with its text up to `most_lines`, then scrolls.

    A large one is for answers that are read together with the citizen. `edited` tells that a person has changed it.
    Ctrl+Enter is the form's, not the text's.
    """

    edited = Signal()

    def __init__(self, *, lines: int = 3, most_lines: int = 12, is_large: bool = False) -> None:
        super().__init__()
        self._lines, self._most_lines, self._is_large = lines, max(lines, most_lines), is_large
        self._is_being_set = False
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
        self.textChanged.connect(self._tell)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show a text, from its beginning."""
        self._is_being_set = True
        self.setPlainText(text)
        if self._is_large:
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            spacing = QTextBlockFormat()
            spacing.setLineHeight(_LARGE_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(spacing)
        self.document().clearUndoRedoStacks()
        self.document().setModified(False)
        self._is_being_set = False

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Ctrl+Enter to the form around."""
        if is_form_enter(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if not self._is_being_set:
            self.edited.emit()

    def _fit(self) -> None:
        self.ensurePolished()
        line = self.fontMetrics().lineSpacing() * (_LARGE_LINE_PERCENT / 100 if self._is_large else 1)
        margin = current_theme().e(_DOCUMENT_MARGIN)
        was_being_set, self._is_being_set = self._is_being_set, True  # a new margin counts as a change of the text
        self.document().setDocumentMargin(margin)
        self._is_being_set = was_being_set
        around = 2 * (current_theme().e(_PADDING) + _EDGE)
        wanted = max(self.document().size().height(), line * self._lines + 2 * margin)
        self.setFixedHeight(ceil(min(wanted, line * self._most_lines + 2 * margin)) + around)
