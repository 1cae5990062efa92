"""Several rows of a list chosen at once, by their ids, so that they stay chosen when the rows are shown anew."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.rows_table_model import RowsTableModel

_Flag = QItemSelectionModel.SelectionFlag


class RowsChoice(QObject):
    """Lets rows of `view` be chosen as in any list of files. `changed` carries the ids of those that are, from the top.

    Ctrl and a click, or Ctrl with an arrow key and Space, choose one more or one less; Shift chooses up to a row,
    Ctrl+A all of them.
    """

    changed = Signal(list)

    def __init__(self, view: QAbstractItemView, rows: RowsTableModel[Any]) -> None:
        super().__init__(view)
        self._view, self._rows = view, rows
        self._told: list[str] = []
        self._kept = frozenset[str]()
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.selectionModel().selectionChanged.connect(self._tell)

    def ids(self) -> list[str]:
        """Return the ids of the rows that are chosen, from the top."""
        selection = self._view.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.size())]
        places = sorted((part.top(), part.bottom()) for part in parts)
        ids = [row_id for first, last in places for row_id in self._rows.ids_in(first, last)]
        return list(dict.fromkeys(ids))

    def turn(self) -> None:
        """Choose the row one is at too, or no more."""
        self._view.selectionModel().select(self._view.currentIndex(), _Flag.Toggle | _Flag.Rows)

    def only(self) -> None:
        """Choose the row one is at and no other."""
        self._view.selectionModel().select(self._view.currentIndex(), _Flag.ClearAndSelect | _Flag.Rows)

    def choose(self, row_ids: Collection[str]) -> None:
        """Choose these rows of those that are there, and no others; where one is at stays."""
        selection = QItemSelection()
        for first, last in _runs(self._rows.positions_of(row_ids)):
            selection.select(self._rows.index(first, 0), self._rows.index(last, 0))
        self._view.selectionModel().select(selection, _Flag.ClearAndSelect | _Flag.Rows)

    def keep(self) -> None:
        """Remember what is chosen: the rows are about to be shown anew."""
        self._kept = frozenset(self.ids())

    def restore(self) -> None:
        """Choose again what was, if more than one row of that is there still."""
        if len(self._kept) > 1 and len(self._rows.positions_of(self._kept)) > 1:
            self.choose(self._kept)
        self._tell()

    def _tell(self) -> None:
        ids = self.ids()
        if ids != self._told:
            self._told = ids
            self.changed.emit(ids)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of places that follow one another."""
    runs = []
    for _offset, members in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        run = [place for _index, place in members]
        runs.append((run[0], run[-1]))
    return runs
