from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.palette import LIGHT, Status, Token
from desktop_app.ui.rows_table import RowsTable
from desktop_app.ui.rows_table_model import GroupRow, RowsTableModel, TableColumn
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

Row = tuple[str, str, str, str]

COLUMNS = (
    TableColumn[Row]("Frist", lambda _row: "Frist i dag", 130, badge=lambda _row: Status.SOON),
    TableColumn[Row]("Opgave", lambda row: row[1], 150, stretch=3),
    TableColumn[Row]("Borger", lambda row: row[2], 130, stretch=1, is_strong=True),
    TableColumn[Row]("Sagsnr.", lambda row: row[3], 100, drop_order=1),
    TableColumn[Row]("Ansvarlig", lambda _row: "MJ", 100, drop_order=2),
)
ROWS: tuple[Row | GroupRow, ...] = (
    GroupRow("Overskredet", "2"),
    ("a", "Opfølgning", "Tesfay, Yonas", "2026-009"),
    ("b", "Helbredsvurdering", "Mohamed, Hodan", "2026-006"),
    GroupRow("I dag", "2"),
    ("c", "Modtagesamtale", "Koval, Olena", "2026-021"),
    ("d", "Modtagesamtale", "Koval, Petro", "2026-022"),
)


def table_of(rows: Sequence[Row | GroupRow] = ROWS) -> RowsTable[Row]:
    table = RowsTable("Opgaver", RowsTableModel(COLUMNS, lambda row: row[0]))
    table.set_rows(rows)
    return table


def many(count: int) -> list[Row | GroupRow]:
    return [(str(number), "Opfølgning", f"Borger {number}", f"2026-{number}") for number in range(count)]


def edge_colour(table: RowsTable[Row], row: int) -> str:
    top = table.visualRect(table.model().index(row, 2)).topLeft()
    return table.viewport().grab().toImage().pixelColor(top).name().upper()


def test_coming_by_keyboard_one_is_at_the_first_row(show: Show) -> None:
    table = table_of()
    show(LineEdit(), table)
    assert table.selected_id() == ""

    table.setFocus(Qt.FocusReason.TabFocusReason)

    assert table.selected_id() == "a"
    assert table.selectionModel().selectedRows()[0].row() == 1


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("a", Qt.Key.Key_Down, "b"),
        ("b", Qt.Key.Key_Down, "c"),
        ("c", Qt.Key.Key_Up, "b"),
        ("a", Qt.Key.Key_Up, "a"),
        ("d", Qt.Key.Key_Down, "d"),
        ("d", Qt.Key.Key_Home, "a"),
        ("a", Qt.Key.Key_End, "d"),
        ("a", Qt.Key.Key_PageDown, "d"),
        ("d", Qt.Key.Key_PageUp, "a"),
        ("b", Qt.Key.Key_Left, "b"),
        ("b", Qt.Key.Key_Right, "b"),
    ],
)
def test_keys_go_from_row_to_row_past_the_headings(show: Show, start: str, key: Qt.Key, end: str) -> None:
    table = table_of()
    show(table, height=600)
    table.setFocus()
    table.select(start)

    QTest.keyClick(table, key)

    assert table.selected_id() == end


def test_page_down_goes_as_far_as_one_can_see(show: Show) -> None:
    table = table_of(many(100))
    show(table, height=440)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_PageDown)

    seen = table.viewport().height() // table.rowHeight(0)
    assert table.selected_id() == str(seen - 1)


@pytest.mark.parametrize(("typed", "found"), [("k", "c"), ("kk", "d"), ("m", "b"), ("koval, p", "d"), ("x", "a")])
def test_typing_a_name_goes_to_it(show: Show, typed: str, found: str) -> None:
    table = table_of()
    show(table)
    table.setFocus()

    for letter in typed:
        table.keyboardSearch(letter)

    assert table.selected_id() == found


def test_enter_opens_the_row_one_is_at(qtbot: QtBot, show: Show) -> None:
    table = table_of()
    show(table)
    table.select("c")

    with qtbot.waitSignal(table.row_activated) as heard:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert heard.args == ["c"]


def test_enter_without_rows_opens_nothing(qtbot: QtBot, show: Show) -> None:
    table = table_of(())
    show(table)
    table.setFocus()

    with qtbot.assertNotEmitted(table.row_activated):
        QTest.keyClick(table, Qt.Key.Key_Return)
        QTest.keyClick(table, Qt.Key.Key_Down)


def test_without_rows_one_sees_that_the_keyboard_is_here(show: Show) -> None:
    table, other = table_of(()), LineEdit()
    show(table, other)
    other.setFocus()
    without = table.viewport().grab().toImage()

    table.setFocus(Qt.FocusReason.TabFocusReason)

    assert table.viewport().grab().toImage() != without


def test_a_click_chooses_and_a_double_click_opens(qtbot: QtBot, show: Show) -> None:
    table = table_of()
    show(table)
    place = table.visualRect(table.model().index(4, 1)).center()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected_id() == "c"

    with qtbot.waitSignal(table.row_activated) as heard:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == ["c"]


def test_a_click_on_a_heading_chooses_nothing(qtbot: QtBot, show: Show) -> None:
    table = table_of()
    show(table)
    table.select("c")
    heading = table.visualRect(table.model().index(3, 0)).center()

    with qtbot.assertNotEmitted(table.row_activated):
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=heading)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=heading)

    assert table.selected_id() == "c"


def test_the_row_one_comes_to_is_told(show: Show) -> None:
    table = table_of()
    show(table)
    heard: list[str] = []
    table.row_selected.connect(heard.append)

    table.select("b")
    QTest.keyClick(table, Qt.Key.Key_Down)

    assert heard == ["b", "c"]


def test_a_row_that_is_not_there_cannot_be_chosen(show: Show) -> None:
    table = table_of()
    show(table)

    assert not table.select("zzz")


def test_the_row_stays_chosen_when_rows_change_round_it(show: Show) -> None:
    table = table_of()
    show(table)
    table.select("c")

    table.set_rows(tuple(reversed([row for row in ROWS if not isinstance(row, GroupRow)])))

    assert table.selected_id() == "c"
    assert table.selectionModel().isRowSelected(1)


def test_when_the_row_is_gone_its_place_is_kept(show: Show) -> None:
    table = table_of()
    show(table)
    table.select("b")

    table.set_rows([row for row in ROWS if not isinstance(row, GroupRow) and row[0] != "b"])

    assert table.selected_id() == "d"


def test_when_all_rows_are_gone_that_is_told(qtbot: QtBot, show: Show) -> None:
    table = table_of()
    show(table)
    table.select("b")

    with qtbot.waitSignal(table.row_selected, check_params_cb=lambda row_id: row_id == ""):
        table.set_rows(())

    assert table.selected_id() == ""


def test_the_ring_goes_round_the_row_with_the_keyboard_only(show: Show) -> None:
    table = table_of()
    show(table)
    place = table.visualRect(table.model().index(1, 1)).center()

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert edge_colour(table, 1) == LIGHT[Token.SELECTED]

    QTest.keyClick(table, Qt.Key.Key_Up)
    assert edge_colour(table, 1) == LIGHT[Token.FOCUS]


def test_the_ring_leaves_with_the_keyboard_and_the_row_stays_chosen(show: Show) -> None:
    table, other = table_of(), LineEdit()
    show(table, other)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert edge_colour(table, 1) == LIGHT[Token.FOCUS]

    other.setFocus()

    assert edge_colour(table, 1) == LIGHT[Token.SELECTED]


def test_a_title_sorts_by_click_and_the_other_way_by_the_next(show: Show) -> None:
    table = table_of(many(3))
    show(table)
    header = table.horizontalHeader()
    title = QPoint(header.sectionViewportPosition(2) + 20, 10)

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=title)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=title)

    assert table.model().index(0, 2).data() == "Borger 2"


def test_a_title_sorts_by_keyboard(show: Show) -> None:
    table = table_of(tuple(reversed(many(3))))
    show(table)
    header = table.horizontalHeader()
    assert header.focusPolicy() & Qt.FocusPolicy.TabFocus

    header.setFocus(Qt.FocusReason.TabFocusReason)
    assert header.hasFocus()
    before = header.grab().toImage()
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Left)
    QTest.keyClick(header, Qt.Key.Key_Right)
    QTest.keyClick(header, Qt.Key.Key_Return)

    assert table.model().index(0, 2).data() == "Borger 0"
    assert header.grab().toImage() != before


def test_the_row_stays_chosen_when_sorted(show: Show) -> None:
    table = table_of(many(5))
    show(table)
    table.select("4")

    table.sort_by(2)
    table.sort_by(2)

    assert table.selected_id() == "4"
    assert table.currentIndex().row() == 0


def test_columns_give_way_in_the_order_asked_for(show: Show) -> None:
    table = table_of()
    window = show(table, width=900)
    assert table.shown_columns() == (0, 1, 2, 3, 4)

    window.resize(560, 400)
    assert table.shown_columns() == (0, 1, 2, 3)

    window.resize(460, 400)
    assert table.shown_columns() == (0, 1, 2)
    assert table.rowHeight(1) == 40


def test_with_large_text_what_gave_way_is_told_in_a_second_line(show: Show, theme: Theme) -> None:
    table = table_of()
    show(table, width=900)
    theme.choose_text_scale(200)

    assert table.shown_columns() == (0, 1, 2)
    assert table.rowHeight(1) == pytest.approx(104, abs=2)
    before = table.viewport().grab().toImage()
    table._painter.told = ()
    assert table.viewport().grab().toImage() != before


def test_a_column_with_a_second_line_makes_rows_high(show: Show) -> None:
    columns = (TableColumn[Row]("Aktivitet", lambda row: row[1], 150, stretch=1, second_line=lambda row: row[2]),)
    table = RowsTable("Aktiviteter", RowsTableModel(columns, lambda row: row[0]))
    table.set_rows(ROWS)

    show(table)

    assert table.rowHeight(1) == 52
    assert table.rowHeight(3) == 36


def test_a_row_where_a_heading_stood_is_as_high_as_the_others(show: Show) -> None:
    table = table_of()
    show(table)

    table.set_rows([*ROWS[:1], *many(3), GroupRow("I dag", "1"), ROWS[4]])
    longer = [table.rowHeight(row) for row in range(6)]
    table.set_rows(many(2))

    assert len(set(longer[1:4])) == 1
    assert longer[4] < longer[3]
    assert [table.rowHeight(row) for row in range(2)] == longer[1:3]


def test_rows_grow_with_the_text(show: Show, theme: Theme) -> None:
    table = table_of(many(3))
    show(table, width=2000)

    theme.choose_text_scale(125)

    assert table.rowHeight(0) == pytest.approx(50, abs=1)


def test_a_text_cut_short_is_whole_in_its_tool_tip(show: Show) -> None:
    table = table_of((("a", "En meget lang opgave, som der ikke er plads til i kolonnen, hvor den står", "B", "C"),))
    show(table, width=460)
    index = table.model().index(0, 1)
    rect = table.visualRect(index)

    asks = QHelpEvent(QEvent.Type.ToolTip, rect.center(), table.viewport().mapToGlobal(rect.center()))
    assert table._painter.helpEvent(asks, table, QStyleOptionViewItem(), index)

    assert QToolTip.text().startswith("En meget lang opgave")
    assert table._painter.hidden_text(table.model().index(0, 2), rect) == ""
    QToolTip.hideText()


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_menu_can_be_asked_for_with_mouse_and_keyboard(
    qtbot: QtBot, show: Show, reason: QContextMenuEvent.Reason
) -> None:
    table = table_of()
    show(table)
    table.select("b")
    place = table.visualRect(table.model().index(2, 1)).center()

    with qtbot.waitSignal(table.menu_wanted) as heard:
        QApplication.sendEvent(table.viewport(), QContextMenuEvent(reason, place, table.viewport().mapToGlobal(place)))

    assert heard.args is not None
    assert heard.args[0] == "b"


def test_thousands_of_rows_have_no_widgets_and_the_same_height(show: Show) -> None:
    table = table_of(many(5000))
    show(table)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_End)

    assert table.selected_id() == "4999"
    assert table.indexWidget(table.model().index(0, 0)) is None
    assert table.verticalHeader().length() == 5000 * 40
    assert table.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
