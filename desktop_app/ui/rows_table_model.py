"""Rows of a list as Qt asks for them. Filtering and grouping are done in Python before the rows come here."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop_app.translation import _
from desktop_app.ui.rows_table_columns import GroupRow, RowT, TableColumn

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

__all__ = ["ROW_ID_ROLE", "GroupRow", "RowsTableModel", "TableColumn"]

ROW_ID_ROLE = Qt.ItemDataRole.UserRole + 1
"""The id of the row, as text; the same in every column, none in a group's heading."""


class RowsTableModel(QAbstractTableModel, Generic[RowT]):
    """Holds rows and headings. `row_id` names a row across changes; `sentence` is what a screen reader says of it."""

    def __init__(
        self,
        columns: Sequence[TableColumn[RowT]],
        row_id: Callable[[RowT], str],
        sentence: Callable[[RowT], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_id = row_id
        self._sentence = sentence or self._default_sentence
        self._rows: Sequence[RowT | GroupRow] = ()
        self._is_plain = False
        self._texts: dict[int, tuple[str, ...]] = {}  # of rows that were shown
        self._headings: list[int] = []
        self._data_rows: Sequence[int] = ()
        self._stops: Sequence[int] = ()
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    @property
    def columns(self) -> tuple[TableColumn[RowT], ...]:
        """The columns, in order."""
        return self._columns

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder] | None:
        """The column and order a person has chosen, none while the rows stand as they came."""
        return self._sorted_by

    def set_rows(self, rows: Sequence[RowT | GroupRow]) -> None:
        """Show other rows, in this order unless a person has chosen another; views keep their row by its id."""
        self.beginResetModel()
        self._is_plain = False
        self._take(rows)
        self.endResetModel()

    def set_plain_rows(self, rows: Sequence[RowT]) -> None:
        """Show other rows without headings; unless they are sorted none is asked for before it is shown."""
        self.beginResetModel()
        self._is_plain = True
        self._take(rows)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows under each heading; a negative column is ignored."""
        if column < 0:
            return
        self.beginResetModel()
        self._sorted_by = (column, order)
        self._take(self._rows)
        self.endResetModel()

    def row_at(self, row: int) -> RowT | None:
        """Return the row, none for a heading or past the end."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return None if isinstance(found, GroupRow) else found

    def group_at(self, row: int) -> GroupRow | None:
        """Return the heading, none for a row."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, GroupRow) else None

    def group_rows(self) -> list[int]:
        """Return where the headings stand."""
        return self._headings

    def id_at(self, row: int) -> str:
        """Return the id of a row, empty for a heading or past the end."""
        found = self.row_at(row)
        return "" if found is None else self._row_id(found)

    def name_at(self, row: int) -> str:
        """Return what a place is known by: the id of a row, the key of a heading that folds, empty for others."""
        group = self.group_at(row)
        return group.fold_key if group else self.id_at(row)

    def ids_in(self, first: int, last: int) -> list[str]:
        """Return the ids of the rows from one place to another."""
        name = self._row_id
        return [name(row) for row in self._rows[first : last + 1] if not isinstance(row, GroupRow)]

    def positions_of(self, row_ids: Collection[str]) -> list[int]:
        """Return where those of the rows stand that are there, from the top."""
        rows: Sequence[Any] = self._rows
        name = self._row_id
        return [row for row in self._data_rows if name(rows[row]) in row_ids]

    def position_of_name(self, name: str) -> int | None:
        """Return where the row with this id, or the heading with this key, stands."""
        at_heading = next((row for row in self._headings if self.name_at(row) == name), None)
        return self.position_of(name) if at_heading is None else at_heading

    def position_of(self, row_id: str) -> int | None:
        """Return where the row with this id stands."""
        rows: Sequence[Any] = self._rows
        name = self._row_id
        return next((row for row in self._data_rows if name(rows[row]) == row_id), None)

    def position_after(self, row: int, steps: int) -> int | None:
        """Return the row `steps` rows on, stopping at the first and the last; of the headings those that fold count.

        From a heading the first step goes to the nearest row that way. None if there are no rows at all.
        """
        if not self._stops:
            return None
        place = bisect_right(self._stops, row) + steps - 1 if steps > 0 else bisect_left(self._stops, row) + steps
        return self._stops[max(0, min(place, len(self._stops) - 1))]

    def nearest_position(self, row: int) -> int | None:
        """Return the row at or after a place, else the last, none if there are no rows at all."""
        if not self._stops:
            return None
        return self._stops[min(bisect_left(self._stops, row), len(self._stops) - 1)]

    def text_at(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        texts = self._texts.get(row)
        if texts is None:
            found = self._rows[row]
            if isinstance(found, GroupRow):
                texts = (found.title, *("" for _column in self._columns[1:]))
            else:
                texts = tuple(column.text(found) for column in self._columns)
            self._texts[row] = texts
        return texts[column]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Headings and rows together."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """All columns, dropped or not."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Rows can be chosen, headings cannot; one can come to a heading that folds."""
        group = self.group_at(index.row())
        if group is not None and group.fold_key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        """Look up a text, what is said aloud, the id, or how the text is aligned."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column == 0 else self.text_at(row, column)
        if role == ROW_ID_ROLE:
            return self.id_at(row) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[column].alignment
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Look up a column's title, and how it is sorted for whoever cannot see the arrow."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        title = self._columns[section].title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            match self._sorted_by:
                case (column, Qt.SortOrder.AscendingOrder) if column == section:
                    return _("{column}, sorted ascending").format(column=title)
                case (column, _order) if column == section:
                    return _("{column}, sorted descending").format(column=title)
            return title
        return None

    def _take(self, rows: Sequence[RowT | GroupRow]) -> None:
        if self._sorted_by is not None:
            rows = self._sorted(rows, *self._sorted_by)
        self._rows = rows if self._is_plain else list(rows)
        self._texts = {}
        self._headings = [] if self._is_plain else _places_of_headings(self._rows)
        if self._headings:
            between = pairwise((-1, *self._headings, len(self._rows)))
            self._data_rows = list(chain.from_iterable(range(start + 1, end) for start, end in between))
        else:
            self._data_rows = range(len(self._rows))
        folding = [row for row in self._headings if self.name_at(row)]
        self._stops = sorted([*self._data_rows, *folding]) if folding else self._data_rows

    def _sorted(self, rows: Sequence[RowT | GroupRow], column: int, order: Qt.SortOrder) -> list[RowT | GroupRow]:
        is_descending = order == Qt.SortOrder.DescendingOrder
        result: list[RowT | GroupRow] = []
        for _is_group, run in groupby(rows, key=lambda row: isinstance(row, GroupRow)):
            members = list(run)
            found = [row for row in members if not isinstance(row, GroupRow)]
            keys = self._sort_keys(found, self._columns[column])
            places = sorted(range(len(found)), key=keys.__getitem__, reverse=is_descending)
            result.extend([found[place] for place in places] if found else members)
        return result

    def _sort_keys(self, rows: Sequence[RowT], column: TableColumn[RowT]) -> "Sequence[SupportsRichComparison]":
        if column.sort_key:
            return list(map(column.sort_key, rows))
        collator = QCollator(QLocale())  # Danish: aa sorts with å, last
        collator.setNumericMode(True)
        texts = list(map(column.text, rows))
        # Texts recur by the thousand, and Qt compares slowly from here.
        places = {text: place for place, text in enumerate(sorted(dict.fromkeys(texts), key=collator.sortKey))}
        return [places[text] for text in texts]

    def _spoken(self, row: int) -> str:
        found = self._rows[row]
        if isinstance(found, GroupRow):
            title = f"{found.title}, {found.count_text}" if found.count_text else found.title
            if not found.fold_key:
                return title
            words = _("{title}, folded") if found.is_folded else _("{title}, unfolded")
            return words.format(title=title)
        return self._sentence(found)

    def _default_sentence(self, row: RowT) -> str:
        parts = ((column.title, column.text(row)) for column in self._columns)
        return "; ".join(f"{title}: {text}" for title, text in parts if text)


def _places_of_headings(rows: Sequence[object]) -> list[int]:
    kinds = list(map(type, rows))
    found = list[int]()
    for _heading in range(kinds.count(GroupRow)):
        found.append(kinds.index(GroupRow, found[-1] + 1 if found else 0))
    return found
