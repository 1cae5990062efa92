from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.translation import _
from desktop_app.ui.palette import Status
from desktop_app.ui.rows_table_model import ROW_ID_ROLE, GroupRow, RowsTableModel, TableColumn

pytestmark = pytest.mark.usefixtures("qapp")

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Person:
    number: str
    name: str
    children: int = 0


COLUMNS = (
    TableColumn[Person]("Navn", lambda row: row.name, 100, stretch=1),
    TableColumn[Person]("Børn", lambda row: str(row.children or ""), 40, sort_key=lambda row: row.children),
    TableColumn[Person]("Status", lambda _row: "Frist i dag", 90, badge=lambda _row: Status.SOON),
)
RIMA, AAGE, OESTEN = Person("1", "Rima", 10), Person("2", "Aage", 9), Person("3", "Østen")


def model_of(*rows: Person | GroupRow) -> RowsTableModel[Person]:
    model = RowsTableModel(COLUMNS, lambda row: row.number)
    model.set_rows(rows)
    return model


def names(model: RowsTableModel[Person]) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model = model_of(GroupRow("Denne uge", "2"), RIMA, AAGE, GroupRow("Senere"), OESTEN)

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_cell_shows_what_its_column_says_of_its_row() -> None:
    model = model_of(RIMA)

    assert [model.index(0, column).data() for column in range(3)] == ["Rima", "10", "Frist i dag"]
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Børn"
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_a_row_is_named_by_its_id_in_every_column() -> None:
    model = model_of(GroupRow("Denne uge"), RIMA)

    assert {model.index(1, column).data(ROW_ID_ROLE) for column in range(3)} == {"1"}
    assert model.index(0, 0).data(ROW_ID_ROLE) is None
    assert (model.id_at(1), model.id_at(0), model.id_at(99), model.id_at(-1)) == ("1", "", "", "")
    assert (model.position_of("1"), model.position_of("99")) == (1, None)


def test_a_row_is_heard_as_a_sentence() -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    said = RowsTableModel(COLUMNS, lambda row: row.number, sentence=lambda row: f"{row.name} har frist i dag")
    said.set_rows((RIMA,))

    assert said.index(0, 0).data(role) == "Rima har frist i dag"
    assert model_of(OESTEN).index(0, 0).data(role) == "Navn: Østen; Status: Frist i dag"
    assert model_of(GroupRow("Denne uge", "2")).index(0, 0).data(role) == "Denne uge, 2"
    assert model_of(GroupRow("Senere")).index(0, 0).data(role) == "Senere"


def test_a_heading_cannot_be_chosen() -> None:
    model = model_of(GroupRow("Denne uge"), RIMA)

    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert Qt.ItemFlag.ItemIsSelectable in model.flags(model.index(1, 0))


def test_names_sort_as_in_danish() -> None:
    model = model_of(AAGE, RIMA, OESTEN, Person("4", "Çelik"), Person("5", "Zeta"), Person("6", "Ærø"))

    model.sort(0, ASCENDING)

    assert names(model) == ["Çelik", "Rima", "Zeta", "Ærø", "Østen", "Aage"]


def test_numbers_sort_by_their_key_and_both_ways() -> None:
    model = model_of(RIMA, AAGE, OESTEN)

    model.sort(1, DESCENDING)

    assert names(model) == ["Rima", "Aage", "Østen"]
    assert model.sorted_by == (1, DESCENDING)


def test_rows_sort_under_their_own_heading() -> None:
    model = model_of(GroupRow("Denne uge"), RIMA, GroupRow("Senere"), OESTEN, AAGE, Person("4", "Bo"))

    model.sort(0, ASCENDING)

    assert names(model) == ["Denne uge", "Rima", "Senere", "Bo", "Østen", "Aage"]


def test_new_rows_come_in_the_order_chosen() -> None:
    model = model_of(RIMA)
    model.sort(0, ASCENDING)

    model.set_rows((RIMA, Person("4", "Bo")))

    assert names(model) == ["Bo", "Rima"]


def test_no_column_to_sort_by_leaves_the_rows() -> None:
    model = model_of(RIMA, Person("4", "Bo"))

    model.sort(-1, ASCENDING)

    assert names(model) == ["Rima", "Bo"]
    assert model.sorted_by is None


def test_how_a_column_is_sorted_can_be_heard() -> None:
    model = model_of(RIMA)
    horizontal, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole

    model.sort(0, ASCENDING)
    assert model.headerData(0, horizontal, role) == _("{column}, sorted ascending").format(column="Navn")

    model.sort(0, DESCENDING)
    assert model.headerData(0, horizontal, role) == _("{column}, sorted descending").format(column="Navn")
    assert model.headerData(1, horizontal, role) == "Børn"


def test_a_text_is_asked_for_once(qtbot: QtBot) -> None:  # noqa: ARG001 - a running application
    asked: list[str] = []
    model = RowsTableModel(
        (TableColumn[Person]("Navn", lambda row: asked.append(row.number) or row.name, 100),),  # type: ignore[func-returns-value]
        lambda row: row.number,
    )
    model.set_rows((RIMA, AAGE))

    for _time in range(3):
        model.index(0, 0).data()

    assert asked == ["1"]


@given(pattern=st.lists(st.booleans(), min_size=1, max_size=12), at=st.integers(-1, 12), steps=st.integers(-14, 14))
def test_the_cursor_only_ever_comes_to_rows(pattern: list[bool], at: int, steps: int) -> None:
    model = model_of(*(Person(str(n), "x") if is_row else GroupRow("x") for n, is_row in enumerate(pattern)))
    rows = [place for place, is_row in enumerate(pattern) if is_row]

    found = model.position_after(at, steps) if steps else model.nearest_position(at)

    assert found in rows if rows else found is None


@given(count=st.integers(1, 20), at=st.integers(0, 19), steps=st.integers(-25, 25).filter(bool))
def test_without_headings_a_step_is_a_row(count: int, at: int, steps: int) -> None:
    model = model_of(*(Person(str(number), "x") for number in range(count)))
    at = min(at, count - 1)

    assert model.position_after(at, steps) == max(0, min(count - 1, at + steps))


class Asked(Sequence[Person]):
    """Rows that remember which of them were asked for."""

    def __init__(self, *rows: Person) -> None:
        self._rows = rows
        self.places: list[int] = []

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Person: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Person]: ...

    def __getitem__(self, place: int | slice) -> Person | Sequence[Person]:
        assert isinstance(place, int)
        self.places.append(place)
        return self._rows[place]


def test_plain_rows_are_asked_for_when_they_are_shown() -> None:
    rows = Asked(RIMA, AAGE, OESTEN)
    model = RowsTableModel(COLUMNS, lambda row: row.number)

    model.set_plain_rows(rows)
    assert (model.rowCount(), model.group_rows(), rows.places) == (3, [], [])

    assert model.index(1, 0).data() == "Aage"
    assert rows.places == [1]


def test_plain_rows_can_be_sorted_and_be_followed_by_rows_with_headings() -> None:
    model = RowsTableModel(COLUMNS, lambda row: row.number)
    model.set_plain_rows(Asked(RIMA, AAGE, OESTEN))

    model.sort(1, DESCENDING)
    assert names(model) == ["Rima", "Aage", "Østen"]
    model.set_rows([GroupRow("Denne uge"), OESTEN, RIMA])

    assert names(model) == ["Denne uge", "Rima", "Østen"]
    assert model.group_rows() == [0]
