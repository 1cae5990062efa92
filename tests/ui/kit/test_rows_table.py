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


def many_chosen(rows: Sequence[Row | GroupRow] = ROWS) -> RowsTable[Row]:
    """A list in which several rows can be chosen."""
    table = RowsTable("Opgaver", RowsTableModel(COLUMNS, lambda row: row[0]), chooses_many=True)
    table.set_rows(rows)
    return table


def place_of(table: RowsTable[Row], row: int) -> QPoint:
    return table.visualRect(table.model().index(row, 1)).center()


def press(table: RowsTable[Row], *keys: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    for key in keys:
        code, modifier = key if isinstance(key, tuple) else (key, Qt.KeyboardModifier.NoModifier)
        QTest.keyClick(table, code, modifier)


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


# Several rows chosen -------------------------------------------------------------------------------------------------

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
DOWN, UP, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space


@pytest.mark.parametrize(
    ("keys", "chosen", "at"),
    [
        ([], ["a"], "a"),
        ([(DOWN, SHIFT)], ["a", "b"], "b"),
        ([(DOWN, SHIFT), (DOWN, SHIFT)], ["a", "b", "c"], "c"),
        ([(DOWN, SHIFT), (DOWN, SHIFT), (UP, SHIFT)], ["a", "b"], "b"),
        ([(Qt.Key.Key_End, SHIFT)], ["a", "b", "c", "d"], "d"),
        ([(Qt.Key.Key_A, CONTROL)], ["a", "b", "c", "d"], "a"),
        ([(DOWN, CONTROL), (DOWN, CONTROL), SPACE], ["a", "c"], "c"),
        ([(DOWN, CONTROL), (DOWN, CONTROL), (SPACE, CONTROL)], ["a", "c"], "c"),
        ([(DOWN, SHIFT), SPACE], ["a"], "b"),
        ([(Qt.Key.Key_A, CONTROL), DOWN], ["b"], "b"),
    ],
)
def test_several_rows_are_chosen_by_keyboard(
    show: Show, keys: list[Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]], chosen: list[str], at: str
) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus()

    press(table, *keys)

    assert table.chosen_ids() == chosen
    assert table.selected_id() == at


def test_several_rows_are_chosen_by_mouse(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)

    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(table, 1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CONTROL, place_of(table, 4))
    one_by_one = table.chosen_ids()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, CONTROL, place_of(table, 1))
    one_less = table.chosen_ids()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(table, 1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, SHIFT, place_of(table, 5))

    assert (one_by_one, one_less, table.chosen_ids()) == (["a", "c"], ["c"], ["a", "b", "c", "d"])


def test_what_is_chosen_is_told(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    heard: list[list[str]] = []
    table.rows_chosen.connect(heard.append)
    table.setFocus()

    press(table, (DOWN, SHIFT), DOWN)

    assert heard == [["a", "b"], ["c"]]


def test_a_space_within_a_name_belongs_to_the_name(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus()

    QTest.keyClicks(table, "koval, p")

    assert table.chosen_ids() == ["d"]


def test_back_to_the_row_one_is_at_the_others_are_let_go(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus()
    press(table, (Qt.Key.Key_End, SHIFT))

    table.choose_only_current()

    assert table.chosen_ids() == ["d"]


def test_rows_that_are_still_there_stay_chosen_when_they_are_shown_anew(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus()
    press(table, (DOWN, SHIFT), (DOWN, SHIFT))
    heard: list[list[str]] = []
    table.rows_chosen.connect(heard.append)

    table.set_rows([ROWS[5], ROWS[1], ("e", "Kontrakt", "Abdi, Ayaan", "2026-030"), ROWS[4]])

    assert table.chosen_ids() == ["a", "c"]
    assert table.selected_id() == "c"
    assert heard[-1] == ["a", "c"]


def test_rows_stay_chosen_when_they_are_sorted(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus()
    press(table, (DOWN, SHIFT))

    table.sort_by(2)

    assert sorted(table.chosen_ids()) == ["a", "b"]
    assert table.selected_id() == "b"


def test_when_all_but_one_are_gone_one_is_chosen(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus()
    press(table, (DOWN, SHIFT))

    table.set_rows([ROWS[2]])
    left = table.chosen_ids()
    table.set_rows(())

    assert (left, table.chosen_ids()) == (["b"], [])


def test_of_several_chosen_rows_the_ring_is_round_the_one_the_keyboard_is_at(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus(Qt.FocusReason.TabFocusReason)

    press(table, (DOWN, SHIFT))

    assert (edge_colour(table, 1), edge_colour(table, 2)) == (LIGHT[Token.SELECTED], LIGHT[Token.FOCUS])


def test_the_ring_goes_along_to_a_row_that_is_not_chosen(show: Show) -> None:
    table = many_chosen()
    show(table, height=600)
    table.setFocus(Qt.FocusReason.TabFocusReason)

    press(table, (DOWN, CONTROL))

    assert table.chosen_ids() == ["a"]
    assert edge_colour(table, 2) == LIGHT[Token.FOCUS]


def test_other_lists_choose_one_row_only(show: Show) -> None:
    table = table_of()
    show(table, height=600)
    table.setFocus()

    press(table, (Qt.Key.Key_A, CONTROL), (DOWN, SHIFT), SPACE)
    table.choose_only_current()

    assert table.chosen_ids() == ["b"]
    assert table_of(()).chosen_ids() == []


def test_thousands_of_rows_are_chosen_at_once(show: Show) -> None:
    table = many_chosen(many(5000))
    show(table)
    table.setFocus()

    press(table, (Qt.Key.Key_A, CONTROL))

    assert len(table.chosen_ids()) == 5000


# Headings that fold --------------------------------------------------------------------------------------------------

FOLDED = (*ROWS[:3], GroupRow("Afsluttet i dag", "2", fold_key="done", is_folded=True))
UNFOLDED = (*ROWS[:3], GroupRow("Afsluttet i dag", "2", fold_key="done"), *ROWS[4:])


def test_the_cursor_stops_at_a_heading_that_folds(show: Show) -> None:
    table = table_of(FOLDED)
    show(table, height=600)
    table.setFocus()
    told: list[str] = []
    table.row_selected.connect(told.append)

    press(table, Qt.Key.Key_End)

    assert (table.currentIndex().row(), table.selected_id(), told) == (3, "", [""])


@pytest.mark.parametrize(
    ("rows", "key", "turns"),
    [
        (FOLDED, Qt.Key.Key_Return, True),
        (FOLDED, Qt.Key.Key_Space, True),
        (FOLDED, Qt.Key.Key_Right, True),
        (FOLDED, Qt.Key.Key_Left, False),
        (UNFOLDED, Qt.Key.Key_Left, True),
        (UNFOLDED, Qt.Key.Key_Right, False),
        (UNFOLDED, Qt.Key.Key_Return, True),
    ],
)
def test_a_heading_folds_and_unfolds_by_keyboard(
    show: Show, rows: Sequence[Row | GroupRow], key: Qt.Key, *, turns: bool
) -> None:
    table = table_of(rows)
    show(table, height=600)
    table.setFocus()
    table.select("b")
    heard: list[str] = []
    table.fold_wanted.connect(heard.append)

    press(table, DOWN, key)

    assert heard == (["done"] if turns else [])


def test_a_heading_folds_by_a_click(qtbot: QtBot, show: Show) -> None:
    table = table_of(FOLDED)
    show(table, height=600)

    with qtbot.waitSignal(table.fold_wanted) as heard:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(table, 3))

    assert heard.args == ["done"]


def test_the_cursor_stays_at_the_heading_that_was_folded(show: Show) -> None:
    table = many_chosen(FOLDED)
    show(table, height=600)
    table.setFocus()
    press(table, Qt.Key.Key_End)

    table.set_rows((ROWS[0], ROWS[1], *UNFOLDED[3:]))

    assert table.currentIndex().row() == 2
    press(table, DOWN)
    assert table.selected_id() == "c"


def test_where_there_is_only_a_folded_heading_the_keyboard_is_at_it(show: Show) -> None:
    table = table_of(FOLDED[3:])
    show(table)

    table.setFocus()

    assert table.currentIndex().row() == 0


def test_a_heading_one_is_at_is_never_chosen(show: Show) -> None:
    table = many_chosen(UNFOLDED)
    show(table, height=600)
    table.setFocus()

    press(table, (Qt.Key.Key_A, CONTROL))
    everything = table.chosen_ids()
    table.select("b")
    press(table, (DOWN, SHIFT))

    assert everything == ["a", "b", "c", "d"]
    assert table.chosen_ids() == ["b"]


def test_a_heading_says_whether_it_is_folded() -> None:
    spoken = [
        table.model().index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for table in (table_of(FOLDED), table_of(UNFOLDED), table_of())
    ]

    assert spoken == ["Afsluttet i dag, 2, foldet sammen", "Afsluttet i dag, 2, foldet ud", "I dag, 2"]


def test_the_keyboard_is_seen_at_a_heading(show: Show) -> None:
    table = table_of(FOLDED)
    show(table, height=600)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    before = table.viewport().grab(table.visualRect(table.model().index(3, 0))).toImage()

    press(table, Qt.Key.Key_End)

    assert table.viewport().grab(table.visualRect(table.model().index(3, 0))).toImage() != before
