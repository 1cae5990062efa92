"""The fields of a page that phrases are put in: where the keyboard is, what stands there, and the way to the list."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.domain.phrase import PhraseSpot
from desktop_app.presenters.key_words import keys_text
from desktop_app.presenters.phrase_insertion import TO_FILL_IN, Insertion, insertion_of
from desktop_app.translation import _
from desktop_app.ui.buttons import Link
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.form import bring_into_sight
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.phrase_spots import spot_of
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_area import TextArea

PHRASE_KEYS = "F3"
KEEP_PHRASE_KEYS = "Alt+F3"
"""As Word has them for building blocks; no input method takes them."""

_PARAGRAPH = "\u2029"
"""What Qt writes for a line break in what is selected."""


class PhraseFields(QObject):
    """Follows the keyboard through a page, whatever becomes of its fields, and asks nothing of them.

    `wanted` asks for the list of phrases for the field one is `at`, `keep_wanted` to keep its text as one. The way to
    the list stands over the field the keyboard is in; it is no stop of Tab, for the keys are there.
    """

    wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._at: TextArea | LineEdit | None = None
        for keys, ask in ((PHRASE_KEYS, self._want), (KEEP_PHRASE_KEYS, self._want_to_keep)):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(ask)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    @property
    def at(self) -> TextArea | LineEdit | None:
        """The field one writes in, None where phrases are not offered."""
        return self._at if self._at is not None and isValid(self._at) else None

    @property
    def spot(self) -> PhraseSpot:
        """What fits the field."""
        return (spot_of(self.at) if self.at else None) or PhraseSpot()

    def written(self) -> tuple[str, bool]:
        """Return what can be kept: what is selected, and that it is; else all that stands in the field.

        A mark for what is to be filled in, as it is selected after a phrase was put in, is nothing to keep.
        """
        field = self.at
        if field is None:
            return "", False
        if isinstance(field, TextArea):
            selected, whole = field.textCursor().selectedText().replace(_PARAGRAPH, "\n"), field.text()
        else:
            selected, whole = field.selectedText(), field.text()
        return (selected, True) if selected.strip() not in {"", TO_FILL_IN} else (whole, False)

    def put_in(self, phrase: str) -> None:
        """Put a phrase in where the keyboard is, in place of what is selected, as one step of writing."""
        field = self.at
        if field is None:
            return
        if isinstance(field, TextArea):
            _put_in_area(field, phrase)
        else:
            _put_in_line(field, phrase)
        bring_into_sight(field)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._page.isAncestorOf(now):
            return  # the list over the page, another window or none: one comes back
        self._show_way(is_shown=False)
        is_text = isinstance(now, TextArea | LineEdit) and not now.isReadOnly() and spot_of(now) is not None
        self._at = now if is_text and isinstance(now, TextArea | LineEdit) else None
        self._show_way(is_shown=True)

    def _show_way(self, *, is_shown: bool) -> None:
        row = _row_of(self.at) if self.at else None
        if row is None:
            return
        way = row.findChild(PhrasesLink)
        if way is None and is_shown:
            way = PhrasesLink()
            way.clicked.connect(self._want)
            row.add_over(way)
        if way is not None:
            way.setVisible(is_shown)

    def _want(self) -> None:
        if self.at is not None:
            self.wanted.emit()

    def _want_to_keep(self) -> None:
        if self.at is not None:
            self.keep_wanted.emit()


class PhrasesLink(Link):
    """The way to the phrases over a field, no higher than the label beside it."""

    def __init__(self) -> None:
        super().__init__(_("Phrases"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolTip(_("Phrases ({keys})").format(keys=keys_text(PHRASE_KEYS)))
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        self.setFixedHeight(self.fontMetrics().lineSpacing())


def _row_of(field: QWidget) -> FieldRow | None:
    at = field.parentWidget()
    while at is not None and not isinstance(at, FieldRow):
        at = at.parentWidget()
    return at


def _put_in_area(field: TextArea, phrase: str) -> None:
    cursor, whole = field.textCursor(), field.text()
    start = cursor.selectionStart()
    put = insertion_of(phrase, whole[:start], whole[cursor.selectionEnd() :], is_one_line=False)
    cursor.beginEditBlock()
    cursor.insertText(put.text)
    cursor.endEditBlock()
    cursor.setPosition(start + put.start)
    cursor.setPosition(start + put.end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()


def _put_in_line(field: LineEdit, phrase: str) -> None:
    whole = field.text()
    start = field.selectionStart() if field.hasSelectedText() else field.cursorPosition()
    end = field.selectionEnd() if field.hasSelectedText() else start
    put: Insertion = insertion_of(phrase, whole[:start], whole[end:], is_one_line=True)
    field.insert(put.text)
    field.setSelection(start + put.start, put.end - put.start)
    field.edited.emit()  # Qt tells of what is typed only
