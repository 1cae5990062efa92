"""Formuleringer: the team's phrases in a list, by where they fit."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from desktop_app.presenters.key_words import keys_text
from desktop_app.presenters.phrases_presenter import ShownPhrase
from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.empty_state import EmptyState
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.phrase_fields import PHRASE_KEYS
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.settings_sections import Section


class PhrasesSection(Section):
    """Shows the phrases and tells what is wanted (`presenters.phrases_presenter.PhrasesView`).

    Enter changes the phrase one is at, Delete removes it.
    """

    add_wanted = Signal()
    change_wanted = Signal(str)
    remove_wanted = Signal(str)
    starting_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._table = RowsTable(_("Phrases"), RowsTableModel(_columns(), attrgetter("id")))
        self._add = Button(_("New phrase …"), ButtonKind.SECOND, icon="plus")
        self._change, self._remove = Button(_("Change …"), icon="edit"), Button(_("Remove"), icon="delete")
        write, take_in = Button(_("New phrase …")), Button(_("Take in phrases to begin with"), ButtonKind.PRIMARY)
        self._empty = EmptyState(
            "document",
            _("No phrases yet"),
            _("Take in the ones that come with the program and make them your own, or write the first one yourselves."),
            (take_in, write),
        )
        self._content = QStackedWidget()
        self._content.addWidget(self._empty)
        self._content.addWidget(self._table)
        what = _(
            "Texts the whole team writes with: {keys} in a text field of the plan or of a follow-up puts one in. They"
            " belong to no case and must not name or describe anybody."
        ).format(keys=keys_text(PHRASE_KEYS))
        column = Column(
            self._failure_place, Label(what, tone=Token.MUTED, wraps=True), Gap(12), margins=(24, 12, 24, 12)
        )
        self._acts = FlowRow(self._add, self._change, self._remove)
        column.add(self._acts, Gap(12))
        column.add(self._content, stretch=1)
        self.setLayout(column)
        self._add.clicked.connect(self.add_wanted)
        write.clicked.connect(self.add_wanted)
        take_in.clicked.connect(self.starting_wanted)
        self._change.clicked.connect(self._want_change)
        self._remove.clicked.connect(self._want_removal)
        self._table.row_activated.connect(self.change_wanted)
        self._show_acts(are_shown=False)

    def hasHeightForWidth(self) -> bool:
        """Whatever the width, no more height is needed than a list has at least: it scrolls by itself."""
        return False

    def show_phrases(self, groups: Sequence[tuple[str, Sequence[ShownPhrase]]]) -> None:
        """List the phrases under the places they fit at; without any, say so and offer those to begin with."""
        rows: list[ShownPhrase | GroupRow] = []
        for title, phrases in groups:
            rows += [GroupRow(title, str(len(phrases))), *phrases]
        had_keyboard = self._content.isAncestorOf(self.window().focusWidget() or self)
        self._table.set_rows(rows)
        self._content.setCurrentWidget(self._table if rows else self._empty)
        self._show_acts(are_shown=bool(rows))
        if had_keyboard and rows:
            self._table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the phrase one is at on Delete."""
        if event.key() == Qt.Key.Key_Delete and self._table.hasFocus():
            self._want_removal()
        else:
            super().keyPressEvent(event)

    def _show_acts(self, *, are_shown: bool) -> None:
        for button in (self._add, self._change, self._remove):
            button.setVisible(are_shown)

    def _want_change(self) -> None:
        self.change_wanted.emit(self._table.selected_id())

    def _want_removal(self) -> None:
        self.remove_wanted.emit(self._table.selected_id())


def _columns() -> tuple[TableColumn[ShownPhrase], ...]:
    return (
        TableColumn(_("Phrase"), attrgetter("title"), 260, stretch=1, is_strong=True, second_line=attrgetter("text")),
        TableColumn(_("Kind"), attrgetter("kind"), 180, drop_order=1),
    )
