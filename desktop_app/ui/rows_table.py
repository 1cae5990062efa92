"""A list of rows for mouse, keyboard and screen reader alike; made for thousands of rows."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Generic

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table_choice import RowsChoice
from desktop_app.ui.rows_table_columns import GroupRow, RowT, TableColumn, fit_columns
from desktop_app.ui.rows_table_delegate import RowsDelegate
from desktop_app.ui.rows_table_header import RowsHeader
from desktop_app.ui.rows_table_model import RowsTableModel

_ROW, _TWO_LINE_ROW, _GROUP, _FIRST_GROUP = 40, 52, 36, 30
_LEAST_ROWS = 4
_Cursor = QAbstractItemView.CursorAction


class RowsTable(KeyboardFocus, QTableView, Generic[RowT]):
    """Shows `model` under the accessible name `name`.

    `row_activated` carries the id of the row opened by Enter or a double click, `row_selected` the id of the row the
    cursor has come to (empty when there is none), `menu_wanted` the id and a point on the screen. `fold_wanted`
    carries the key of a heading that is to be folded or unfolded.

    Where one `chooses_many` (`RowsChoice`), `rows_chosen` carries the ids of the rows that are chosen, and Space is for
    choosing; within a name that is being typed it is a space still.
    """

    row_activated = Signal(str)
    row_selected = Signal(str)
    menu_wanted = Signal(str, QPoint)
    fold_wanted = Signal(str)
    rows_chosen = Signal(list)

    def __init__(self, name: str, model: RowsTableModel[RowT], *, chooses_many: bool = False) -> None:
        super().__init__()
        self._rows = model
        model.setParent(self)
        self._kept_id, self._kept_row = "", 0
        self._headings: tuple[int, ...] = ()
        self._typed, self._typing = "", QElapsedTimer()
        self._painter = RowsDelegate(model, self)
        self._titles = RowsHeader(model, self)
        self.setAccessibleName(name)
        self.setHorizontalHeader(self._titles)
        self._titles.setFocusProxy(None)  # type: ignore[arg-type]  # the stubs deny what Qt allows
        self._titles.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._titles.sort_wanted.connect(self.sort_by)
        self.setItemDelegate(self._painter)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        heights = self.verticalHeader()
        heights.hide()
        heights.setMinimumSectionSize(1)
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_row)
        model.modelReset.connect(self._show_kept_row)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self._choice = RowsChoice(self, model) if chooses_many else None
        if self._choice:
            self._choice.changed.connect(self.rows_chosen)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def set_rows(self, rows: Sequence[RowT | GroupRow]) -> None:
        """Show other rows; the row one was at stays the row one is at, or the one that took its place does."""
        self._rows.set_rows(rows)

    def set_plain_rows(self, rows: Sequence[RowT]) -> None:
        """Show other rows without headings; unless they are sorted each is asked for when it is shown."""
        self._rows.set_plain_rows(rows)

    def selected_id(self) -> str:
        """Return the id of the row the cursor is at, empty if there is none."""
        return self._rows.id_at(self.currentIndex().row())

    def chosen_ids(self) -> list[str]:
        """Return the ids of the rows that are chosen, from the top; where one chooses one only, of that one."""
        if self._choice:
            return self._choice.ids()
        return [self.selected_id()] if self.selected_id() else []

    def choose(self, row_ids: Collection[str]) -> None:
        """Choose several rows, where one chooses many."""
        if self._choice:
            self._choice.choose(row_ids)

    def choose_only_current(self) -> None:
        """Choose the row one is at and no other."""
        if self._choice:
            self._choice.only()

    def select(self, row_id: str) -> bool:
        """Go to a row; whether there is such a row."""
        row = self._rows.position_of(row_id)
        if row is None:
            return False
        self._go_to(row)
        return True

    def sort_by(self, column: int) -> None:
        """Sort by a column, and the other way round the next time."""
        match self._rows.sorted_by:
            case (sorted_column, Qt.SortOrder.AscendingOrder) if sorted_column == column:
                self._rows.sort(column, Qt.SortOrder.DescendingOrder)
            case _:
                self._rows.sort(column, Qt.SortOrder.AscendingOrder)
        self._titles.viewport().update()

    def shown_columns(self) -> tuple[int, ...]:
        """Return the columns there is room for now."""
        return self._painter.shown

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row whose leading text begins with what was typed without a pause."""
        goes_on = self._is_typing()
        self._typed = self._typed + search.casefold() if goes_on else search.casefold()
        self._typing.start()
        repeats = len(set(self._typed)) == 1
        wanted = self._typed[:1] if repeats else self._typed
        row = self._row_beginning_with(wanted, after=self.currentIndex().row() + repeats)
        if row is not None:
            self._go_to(row)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go from row to row, past the headings."""
        at = self.currentIndex().row()
        page = max(1, self.viewport().height() // self.verticalHeader().defaultSectionSize() - 1)
        everything = self._rows.rowCount()
        steps = {
            _Cursor.MoveUp: -1,
            _Cursor.MovePrevious: -1,
            _Cursor.MoveDown: 1,
            _Cursor.MoveNext: 1,
            _Cursor.MovePageUp: -page,
            _Cursor.MovePageDown: page,
            _Cursor.MoveHome: -everything,
            _Cursor.MoveEnd: everything,
        }.get(action, 0)
        row = self._rows.position_after(at, steps) if steps else self._rows.nearest_position(max(0, at))
        return QModelIndex() if row is None else self._rows.index(row, self._first_column())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, and with the first row of a group its heading."""
        if index.row() > 0 and self._rows.group_at(index.row() - 1) is not None:
            super().scrollTo(self._rows.index(index.row() - 1, index.column()), hint)
        super().scrollTo(index, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter, choose it on Space, fold a heading on either; any key brings the ring."""
        self._came_by_keyboard = True
        self._show_ring()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # an act of the page
            return
        is_space = event.key() == Qt.Key.Key_Space and not self._is_typing()
        if self._folds_at(event.key(), is_enter=is_enter, is_space=is_space):
            self.fold_wanted.emit(self._rows.name_at(self.currentIndex().row()))
        elif is_enter:
            if self.selected_id():
                self.row_activated.emit(self.selected_id())
        elif is_space and self._choice:
            self._choice.turn()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the ring away: the hand is at the mouse; a heading that folds does."""
        self._came_by_keyboard = False
        self._show_ring()
        row = self.rowAt(event.position().toPoint().y())
        group = self._rows.group_at(row)
        if group and group.fold_key and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(row)
            self.fold_wanted.emit(group.fold_key)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the row."""
        row_id = self._rows.id_at(self.rowAt(event.position().toPoint().y()))
        if row_id and event.button() == Qt.MouseButton.LeftButton:
            self.row_activated.emit(row_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the row under the mouse, or the one the keyboard is at."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.visualRect(self.currentIndex()).bottomLeft()
        else:
            point = self.viewport().mapFromGlobal(event.globalPos())
        row_id = self._rows.id_at(self.rowAt(point.y()))
        if row_id:
            self.menu_wanted.emit(row_id, self.viewport().mapToGlobal(point))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be at a row whenever the keyboard is here."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():  # Qt may have made a row current without choosing it
            row = self._rows.nearest_position(max(0, self.currentIndex().row()))
            if row is not None:
                self._go_to(row)
        self._show_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self._show_ring()

    def minimumSizeHint(self) -> QSize:
        """Room for the titles and a few rows; a page with less room scrolls as a whole."""
        rows = self.verticalHeader().defaultSectionSize() * _LEAST_ROWS
        return QSize(super().minimumSizeHint().width(), self._titles.height() + rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows; without any, show that the keyboard is here all the same."""
        super().paintEvent(event)
        if self._rows.nearest_position(0) is None:
            self.paint_ring(QPainter(self.viewport()), self.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the columns there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _is_typing(self) -> bool:
        pause = QGuiApplication.styleHints().keyboardInputInterval()
        return self._typing.isValid() and self._typing.elapsed() < pause

    def _folds_at(self, key: int, *, is_enter: bool, is_space: bool) -> bool:
        """Whether a key folds or unfolds the heading one is at: the right arrow unfolds only, the left one folds."""
        group = self._rows.group_at(self.currentIndex().row())
        if group is None:
            return False
        return is_enter or is_space or key == (Qt.Key.Key_Right if group.is_folded else Qt.Key.Key_Left)

    def _first_column(self) -> int:
        return self._painter.shown[0] if self._painter.shown else 0

    def _go_to(self, row: int) -> None:
        index = self._rows.index(row, self._first_column())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _show_ring(self) -> None:
        has_ring = self.has_keyboard_focus()
        if has_ring != self._painter.has_ring:
            self._painter.has_ring = has_ring
            self.viewport().update()

    def _keep_row(self) -> None:
        self._kept_row = self.currentIndex().row()
        self._kept_id = self._rows.name_at(self._kept_row)
        if self._choice:
            self._choice.keep()

    def _show_kept_row(self) -> None:
        self._size_rows()
        row: int | None = self._kept_row
        if not self._kept_id or self._rows.name_at(self._kept_row) != self._kept_id:
            row = self._rows.position_of_name(self._kept_id) if self._kept_id else None
        if row is None and (self._kept_id or self.hasFocus()):
            row = self._rows.nearest_position(max(0, self._kept_row))
        if row is not None:
            self._go_to(row)
        elif self._kept_id:
            self.row_selected.emit("")
        if self._choice:
            self._choice.restore()

    def _tell_row(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (previous, current):  # the ring goes round all of a row, of which Qt draws one cell anew
            place = self.visualRect(index)
            self.viewport().update(0, place.top(), self.viewport().width(), place.height())
        self.row_selected.emit(self._rows.id_at(current.row()))

    def _row_beginning_with(self, text: str, after: int) -> int | None:
        lead = next((index for index, column in enumerate(self._rows.columns) if column.is_strong), 0)
        count = self._rows.rowCount()
        for row in chain(range(max(0, after), count), range(max(0, after))):
            if self._rows.id_at(row) and self._rows.text_at(row, lead).casefold().startswith(text):
                return row
        return None

    def _apply_theme(self) -> None:
        self._painter.apply_theme()
        self._titles.apply_theme()
        self._fit_columns()
        self._size_rows()

    def _size_rows(self) -> None:
        theme = current_theme()
        height = theme.e(_TWO_LINE_ROW if self._painter.has_two_lines() else _ROW)
        self.verticalHeader().setDefaultSectionSize(height)
        for row in self._headings:  # Qt keeps a height once given to a row, whatever stands in it now
            if row < self._rows.rowCount():
                self.setRowHeight(row, height)
        self._headings = tuple(self._rows.group_rows())
        self.clearSpans()
        columns = len(self._rows.columns)
        for row in self._headings:
            self.setRowHeight(row, theme.e(_GROUP if row else _FIRST_GROUP))
            if columns > 1:
                self.setSpan(row, 0, 1, columns)

    def _fit_columns(self) -> None:
        columns = self._rows.columns
        least = [self._least_width(column) for column in columns]
        widths = fit_columns(columns, least, self.viewport().width())
        dropped = tuple(index for index in range(len(columns)) if index not in widths)
        for index in range(len(columns)):
            self.setColumnHidden(index, index not in widths)
            if index in widths:
                self.setColumnWidth(index, widths[index])
        had_two_lines = self._painter.has_two_lines()
        self._painter.shown = tuple(widths)
        self._painter.told = dropped if current_theme().has_large_text else ()
        if had_two_lines != self._painter.has_two_lines():
            self._size_rows()

    def _least_width(self, column: TableColumn[RowT]) -> int:
        return max(current_theme().e(column.width), self._titles.least_width(column.title))
