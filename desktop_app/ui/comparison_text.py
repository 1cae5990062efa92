"""The differences between two versions as one text to read: headings, fields, words struck through and underlined.

It is a text and not a row of labels, so that a screen reader reads it line by line and the keyboard moves in it. What
was typed in a plan is put in as it is and never read as markup.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop_app.application.compare_plans import ToldField, ToldItem, ToldSection
from desktop_app.domain.word_changes import WordChange
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TEXT_STYLES, TextRole

_SECTION_LEVEL, _ITEM_LEVEL = 2, 3
_TONES = {WordChange.KEPT: Token.TEXT, WordChange.ADDED: Token.DONE_TEXT, WordChange.REMOVED: Token.OVERDUE_TEXT}


class ComparisonText(QTextEdit):
    """Read only; the keyboard stops at it, moves and chooses in it. Tab goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._sections: Sequence[ToldSection] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        current_theme().changed.connect(self._write)

    def show_sections(self, sections: Sequence[ToldSection]) -> None:
        """Show other differences, from the beginning."""
        self._sections = sections
        self._write()

    def _write(self) -> None:
        self.clear()
        theme = current_theme()
        self.document().setDocumentMargin(theme.e(8))
        cursor = self.textCursor()
        for section in self._sections:
            _begin(cursor, above=theme.e(20), level=_SECTION_LEVEL)
            cursor.insertText(section.title, _letters(TextRole.HEADING))
            if section.remark:
                _begin(cursor, above=theme.e(6))
                cursor.insertText(section.remark, _letters(TextRole.BODY))
            for item in section.items:
                _write_item(cursor, item)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)


def _write_item(cursor: QTextCursor, item: ToldItem) -> None:
    if item.title:
        _begin(cursor, above=current_theme().e(12), level=_ITEM_LEVEL)
        cursor.insertText(item.title, _letters(TextRole.LABEL))
    for field in item.fields:
        _write_field(cursor, field)


def _write_field(cursor: QTextCursor, field: ToldField) -> None:
    _begin(cursor, above=current_theme().e(6))
    if field.label:
        cursor.insertText(f"{field.label}: ", _letters(TextRole.STRONG))
    for stretch in field.words:
        letters = _letters(TextRole.BODY)
        letters.setFontUnderline(stretch.change is WordChange.ADDED)
        letters.setFontStrikeOut(stretch.change is WordChange.REMOVED)
        letters.setForeground(current_theme().colour(_TONES[stretch.change]))
        cursor.insertText(stretch.text, letters)


def _begin(cursor: QTextCursor, *, above: int, level: int = 0) -> None:
    """Begin a paragraph or a heading; the first one of the text stands at its top."""
    block = QTextBlockFormat()
    block.setHeadingLevel(level)
    if cursor.atStart():
        cursor.setBlockFormat(block)
        return
    block.setTopMargin(above)
    cursor.insertBlock(block)


def _letters(role: TextRole) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(current_theme().text_font(role))
    letters.setForeground(current_theme().colour(TEXT_STYLES[role].token))
    return letters
