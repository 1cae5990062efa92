import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.translation import _
from desktop_app.ui.accessibility import clipped_texts
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow
from desktop_app.ui.rail import RailItem
from desktop_app.ui.shell import Shell
from desktop_app.ui.status_bar import StatusBar
from desktop_app.ui.theme import Theme
from desktop_app.ui.two_panes import TwoPanes
from tests.ui.conftest import Show

PLACES = (RailItem("today", "I dag", "calendar-month"), RailItem("cases", "Sager", "folder"))
ACTS = (RailItem("help", "Hjælp", "help"), RailItem("lock", "Lås", "lock"))


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def page(*editors: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(Column(Label("Side"), *editors))
    return made


@pytest.fixture
def shell(show: Show) -> Shell:
    made = Shell(PLACES, ACTS)
    made.add_page("today", page(LineEdit()))
    made.add_page("cases", page())
    made.show_page("today")
    show(made, width=1280, height=800)
    return made


def is_wide(shell: Shell) -> bool:
    return shell._rail.width() > shell._rail._items[0].fontMetrics().height() * 8


def test_a_place_pressed_is_told_and_nothing_else_happens(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.place_wanted) as heard:
        QTest.mouseClick(shell._rail._items[1], Qt.MouseButton.LeftButton)

    assert heard.args == ["cases"]
    assert shell.page_key == "today"
    assert [item.isChecked() for item in shell._rail._items] == [True, False, False, False]


def test_control_and_a_digit_is_a_place(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.place_wanted) as heard:
        QTest.keyClick(shell, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    assert heard.args == ["cases"]


def test_the_arrow_keys_go_along_the_rail_and_enter_presses(qtbot: QtBot, shell: Shell) -> None:
    shell._rail.take_focus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)

    with qtbot.waitSignal(shell.place_wanted) as heard:
        press(Qt.Key.Key_Return)

    assert heard.args == ["help"]
    press(Qt.Key.Key_Home)
    assert QApplication.focusWidget() is shell._rail._items[0]


def test_tab_stops_once_in_the_rail(shell: Shell) -> None:
    shell._rail.take_focus()
    seen = []
    for _step in range(4):
        press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())

    assert sum(item in seen for item in shell._rail._items) <= 1


def test_the_page_shown_is_marked_in_the_rail(shell: Shell) -> None:
    shell.show_page("cases")
    assert [item.isChecked() for item in shell._rail._items] == [False, True, False, False]

    shell.add_page("a-case", page())
    shell.show_page("a-case", place="cases")
    assert shell._rail._items[1].isChecked()
    assert shell.page_key == "a-case"


def test_a_page_that_is_not_there_cannot_be_shown(shell: Shell) -> None:
    with pytest.raises(KeyError):
        shell.show_page("unknown")


def test_a_page_can_be_replaced(qtbot: QtBot, shell: Shell) -> None:
    newer = page()

    shell.add_page("today", newer)
    shell.show_page("today")

    assert newer.isVisible()
    qtbot.waitUntil(lambda: shell._pages._pages.count() == 2)


def test_what_waits_at_a_place_is_heard_with_its_name(shell: Shell) -> None:
    shell.set_count("cases", 3)
    assert shell._rail._items[1].accessibleName() == _("{place}, {n} waiting").format(place="Sager", n=3)

    shell.set_count("cases", 0)
    assert shell._rail._items[1].accessibleName() == "Sager"


def test_control_k_and_the_field_at_the_top_ask_to_search(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.search_wanted):
        QTest.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(shell.search_wanted):
        QTest.mouseClick(shell._top_bar.field, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shell.search_wanted):
        QTest.keyClick(shell._top_bar.field, Qt.Key.Key_Return)


def test_without_a_top_bar_the_rail_offers_to_search(qtbot: QtBot, shell: Shell, theme: Theme) -> None:
    theme.choose_text_scale(200)

    assert not shell._top_bar.isVisible()
    with qtbot.waitSignal(shell.search_wanted):
        QTest.mouseClick(shell._rail._search, Qt.MouseButton.LeftButton)


def test_the_rail_gives_way_in_a_narrow_window_and_with_large_text(shell: Shell, theme: Theme) -> None:
    assert is_wide(shell)

    shell.window().resize(700, 700)
    assert not is_wide(shell)

    shell.window().resize(1280, 800)
    assert is_wide(shell)
    theme.choose_text_scale(150)
    assert not is_wide(shell)


def test_the_rail_gives_way_to_a_page_that_wants_room(shell: Shell) -> None:
    shell.add_page("plan", page(), wants_room=True)

    shell.show_page("plan", place="cases")
    assert not is_wide(shell)

    shell.show_page("today")
    assert is_wide(shell)


def test_a_page_with_too_little_room_scrolls_and_nothing_in_it_is_squeezed(shell: Shell, qtbot: QtBot) -> None:
    editors = [LineEdit() for _line in range(30)]
    high = page(*editors)
    shell.add_page("high", high)
    shell.show_page("high")

    qtbot.waitUntil(lambda: high.height() > shell._pages.height())
    assert all(editor.height() >= editor.minimumSizeHint().height() for editor in editors)
    editors[-1].setFocus()
    assert shell._pages.viewport().rect().contains(editors[-1].mapTo(shell._pages.viewport(), QPoint(1, 1)))

    shell.show_page("today")
    qtbot.waitUntil(lambda: not shell._pages.verticalScrollBar().isVisible())


def test_what_was_done_takes_at_most_a_third_of_the_window(shell: Shell, qtbot: QtBot) -> None:
    shell.done_bar.show_done("Gemt. " * 400, can_undo=True)

    qtbot.waitUntil(lambda: shell.done_bar.height() > 300)
    assert shell._pages.height() > 400

    shell.done_bar.show_done("Gemt.")
    qtbot.waitUntil(lambda: shell._pages.height() > 640)


def test_in_a_very_low_window_the_keyboard_brings_every_item_of_the_rail_in_sight(shell: Shell, theme: Theme) -> None:
    theme.choose_text_scale(200)
    shell.window().resize(640, 200)

    shell._rail.take_focus()
    press(Qt.Key.Key_End)

    last = shell._rail._items[-1]
    assert shell._rail.rect().contains(last.mapTo(shell._rail, last.rect().bottomLeft()))
    assert clipped_texts(shell._rail) == []


@pytest.mark.parametrize("height", [800, 640, 500])
def test_every_item_of_the_rail_has_room_for_its_word(shell: Shell, theme: Theme, height: int) -> None:
    theme.choose_text_scale(200)
    shell.set_count("cases", 3)

    shell.window().resize(1024, height)

    assert clipped_texts(shell._rail) == []
    assert all(item.height() >= item.fontMetrics().height() for item in shell._rail._items)
    assert not shell._rail.grab().isNull()


def test_f6_goes_round_the_regions_and_back(shell: Shell) -> None:
    shell._rail.take_focus()
    seen = []
    for _step in range(3):
        QTest.keyClick(shell, Qt.Key.Key_F6)
        seen.append(type(QApplication.focusWidget()).__name__)

    assert seen == ["SearchButton", "LineEdit", "RailButton"]

    QTest.keyClick(shell, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert type(QApplication.focusWidget()).__name__ == "LineEdit"


def test_f6_passes_over_a_region_with_nowhere_to_stop(shell: Shell) -> None:
    shell.show_page("cases")
    shell._top_bar.field.setFocus()

    QTest.keyClick(shell, Qt.Key.Key_F6)

    assert type(QApplication.focusWidget()).__name__ == "RailButton"


def test_f6_stops_at_each_region_of_a_page(shell: Shell) -> None:
    editors = LineEdit(), LineEdit()
    regions = [page(editor) for editor in editors]
    shell.add_page("split", page(*regions), regions=regions)
    shell.show_page("split")
    shell._top_bar.field.setFocus()

    stops = []
    for _step in range(2):
        QTest.keyClick(shell, Qt.Key.Key_F6)
        stops.append(QApplication.focusWidget())

    assert tuple(stops) == editors


def test_who_is_at_work_shows_and_goes(shell: Shell) -> None:
    shell.set_user("Mette Jensen")
    assert shell._top_bar._user.isVisible()

    shell.set_user("")
    assert not shell._top_bar._user.isVisible()


def test_a_band_stands_over_everything_while_the_data_is_not_real(shell: Shell) -> None:
    shell.set_band("EKSEMPELDATA")
    shell.window().resize(1281, 800)
    assert shell._rail.mapTo(shell, QPoint()).y() >= shell._band.height() > 0

    shell.set_band("")
    assert not shell._band.isVisible()


def test_the_first_messages_give_way_where_room_is_short(show: Show) -> None:
    bar = StatusBar()
    window = show(bar, width=900)
    bar.show_saved("Alt er gemt · kl. 10.42", is_saved=True)
    bar.show_messages(("Sidste sikkerhedskopi i dag kl. 08.05", "Låser om 10 min."))
    assert [label.isVisible() for label in bar._messages] == [False, True, True]

    window.resize(420, 100)

    assert [label.isVisible() for label in bar._messages] == [False, False, True]
    assert "Sidste sikkerhedskopi" in bar.toolTip()


def test_what_could_not_be_saved_looks_otherwise(show: Show) -> None:
    bar = StatusBar()
    show(bar)
    bar.show_saved("Alt er gemt", is_saved=True)
    saved = bar._icon.grab().toImage()

    bar.show_saved("Disken er fuld", is_saved=False)

    assert bar._icon.grab().toImage() != saved


def test_there_is_room_for_three_messages(show: Show) -> None:
    bar = StatusBar()
    show(bar)

    with pytest.raises(ValueError, match="4"):
        bar.show_messages(("a", "b", "c", "d"))


def test_a_detail_stands_beside_the_list_or_covers_it(qtbot: QtBot, show: Show) -> None:
    head, main, side = Label("Overskrift"), page(), page()
    panes = TwoPanes(main, side, head=head, side_width=300, least_main=300)
    window = show(panes, width=800)
    assert not side.isVisible()

    with qtbot.waitSignal(panes.side_toggled):
        panes.set_open(is_open=True)
    assert main.isVisible()
    assert side.width() == 300
    assert not panes.covers()

    window.resize(500, 400)
    assert panes.covers()
    assert not main.isVisible()
    assert not head.isVisible()
    qtbot.waitUntil(lambda: side.width() == 500)

    panes.set_open(is_open=False)
    assert main.isVisible()
    assert head.isVisible()
    assert not panes.is_open()


def test_a_detail_that_stays_beside_is_there_wherever_both_have_room(qtbot: QtBot, show: Show) -> None:
    main, side = page(), page()
    panes = TwoPanes(main, side, side_width=300, least_main=300, stays_beside=True)
    window = show(panes, width=800)
    assert panes.is_open()
    assert side.isVisible()

    with qtbot.waitSignal(panes.cover_changed) as told:
        window.resize(500, 400)
    assert told.args == [True]
    assert main.isVisible()
    assert not side.isVisible()

    panes.set_open(is_open=True)
    assert side.isVisible()
    assert not main.isVisible()


def test_a_head_that_wraps_is_given_the_height_it_needs(show: Show) -> None:
    head, words = QWidget(), [Label("Et ganske langt ord") for _number in range(8)]
    head.setLayout(FlowRow(*words))
    panes = TwoPanes(page(), page(), head=head, side_width=300, least_main=300)
    window = show(panes, width=900)
    wide = panes.minimumSizeHint().height()

    window.resize(320, 900)

    assert panes.minimumSizeHint().height() > wide


def test_a_window_with_a_detail_open_can_still_be_made_narrow(show: Show) -> None:
    panes = TwoPanes(page(), page(), side_width=300, least_main=300)
    window = show(panes, width=800)
    panes.set_open(is_open=True)

    window.resize(320, 400)

    assert window.width() == 320
