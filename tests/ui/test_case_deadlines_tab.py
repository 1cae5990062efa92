"""Frister: the course above the table, one leading to the other, and which of them shows where there is little room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.case import Case
from desktop_app.domain.case_checks import CaseField
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_deadlines import deadlines_of
from desktop_app.presenters.course_entries import CourseEntry
from desktop_app.presenters.course_timeline import course_of
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import read_rulebook
from desktop_app.ui.case_deadlines_tab import DeadlinesTab
from desktop_app.ui.case_overview import PlaceLink
from desktop_app.ui.course_chart import CourseChart
from desktop_app.ui.deadline_pane import DeadlinePane
from desktop_app.ui.rows_table import RowsTable
from tests.builders import a_case
from tests.long_cases import LONG_TODAY, a_long_case, an_allocated_case, an_unknown_case
from tests.presenters.opened import an_opened_case
from tests.ui.conftest import Show
from tests.ui.screens.at_the_keyboard import focused, press, texts_shown

HIGH, LOW = 620, 330
Opening = Callable[..., DeadlinesTab]


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return read_rulebook(resource("law"))


@pytest.fixture
def open_tab(show: Show, rulebook: Rulebook) -> Opening:
    def opening(case: Case, height: int = HIGH, width: int = 1040) -> DeadlinesTab:
        opened = an_opened_case(rulebook, LONG_TODAY, case)
        tab = DeadlinesTab(list(deadlines_of(opened, rulebook, LONG_TODAY)), course_of(opened, rulebook, LONG_TODAY))
        show(tab, width=width, height=height)
        QApplication.processEvents()
        return tab

    return opening


def chart_of(tab: DeadlinesTab) -> CourseChart:
    [chart] = tab.findChildren(CourseChart)
    return chart


def table_of(tab: DeadlinesTab) -> QWidget:
    [table] = tab.findChildren(RowsTable)
    return table


def walk_to(tab: DeadlinesTab, title: str) -> CourseEntry:
    """Bring the keyboard to the course and go right until an entry of that title is reached."""
    tab.walk_course()
    press(Qt.Key.Key_Home)
    chart = chart_of(tab)
    for _ in chart._course.entries:
        if chart.entry and chart.entry.title == title:
            return chart.entry
        press(Qt.Key.Key_Right)
    raise LookupError(title)


def test_course_and_table_stand_together_where_there_is_room(open_tab: Opening) -> None:
    tab = open_tab(a_long_case())

    assert chart_of(tab).isVisible()
    assert table_of(tab).isVisible()
    assert table_of(tab).height() >= table_of(tab).minimumSizeHint().height()


def test_in_a_low_window_the_course_is_folded(open_tab: Opening) -> None:
    tab = open_tab(a_long_case(), LOW)

    assert not chart_of(tab).isVisible()
    assert table_of(tab).isVisible()


def test_unfolded_in_a_low_window_the_course_covers_the_table(open_tab: Opening) -> None:
    tab = open_tab(a_long_case(), LOW)

    tab._course._fold._head.click()
    assert chart_of(tab).isVisible()
    assert not table_of(tab).isVisible()
    assert tab._course.y() == 0
    assert tab._course.height() <= tab._course.sizeHint().height()  # and the rest is empty

    tab._course._fold._head.click()
    assert not chart_of(tab).isVisible()
    assert table_of(tab).isVisible()


def test_what_somebody_folded_stays_folded_when_the_window_grows(open_tab: Opening) -> None:
    tab = open_tab(a_long_case())

    tab._course._fold._head.click()
    tab.window().resize(1200, 900)
    QApplication.processEvents()

    assert not chart_of(tab).isVisible()


def test_the_course_comes_back_when_the_window_grows(open_tab: Opening) -> None:
    tab = open_tab(a_long_case(), LOW)

    tab.window().resize(1040, 800)
    QApplication.processEvents()

    assert chart_of(tab).isVisible()
    assert table_of(tab).isVisible()


def test_the_entry_one_comes_to_is_selected_in_the_table(open_tab: Opening) -> None:
    tab = open_tab(a_case())

    contract = walk_to(tab, "Kontrakt")

    assert tab._table.selected_id() == contract.row_id
    assert "Frist: Kontrakt · 01.11.2026 · Gennemført til tiden" in texts_shown(tab)
    assert isinstance(focused(), CourseChart)


def test_enter_explains_the_deadline_and_the_course_goes_on(open_tab: Opening) -> None:
    tab = open_tab(a_case(), width=1040)
    walk_to(tab, "Kontrakt")

    press(Qt.Key.Key_Return)

    [pane] = tab.findChildren(DeadlinePane)
    assert pane.isVisible()
    assert "Gennemført den 28. oktober 2026. Fristen var den 1. november 2026." in texts_shown(pane)
    assert isinstance(focused(), CourseChart)
    press(Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert isinstance(focused(), CourseChart)


def test_a_milestone_leads_to_the_deadline_it_met(open_tab: Opening) -> None:
    tab = open_tab(a_case())
    walk_to(tab, "Ansvar overtaget")

    press(Qt.Key.Key_Return)

    assert "Overtagelse af ansvaret" in texts_shown(tab.findChildren(DeadlinePane)[0])


def test_what_has_no_deadline_says_what_it_is_and_opens_nothing(open_tab: Opening) -> None:
    tab = open_tab(a_case())
    walk_to(tab, "Visiteret")

    press(Qt.Key.Key_Return)

    assert not tab.findChildren(DeadlinePane)[0].isVisible()
    assert "Visiteret · 15.08.2026" in texts_shown(tab)


def test_in_a_low_window_the_deadline_stands_beside_the_course(open_tab: Opening) -> None:
    tab = open_tab(a_case(), LOW)
    walk_to(tab, "Kontrakt")

    press(Qt.Key.Key_Return)

    assert tab.findChildren(DeadlinePane)[0].isVisible()
    assert chart_of(tab).isVisible()


def test_in_a_narrow_window_the_deadline_covers_the_course_which_comes_back(open_tab: Opening) -> None:
    tab = open_tab(a_case(), width=700)
    walk_to(tab, "Kontrakt")

    press(Qt.Key.Key_Return)
    [pane] = tab.findChildren(DeadlinePane)
    assert pane.isVisible()
    assert not chart_of(tab).isVisible()

    press(Qt.Key.Key_Escape)
    assert chart_of(tab).isVisible()
    assert isinstance(focused(), CourseChart)


def test_a_row_chosen_in_the_table_leaves_the_keyboard_there(open_tab: Opening) -> None:
    tab = open_tab(a_case())
    table_of(tab).setFocus()

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)

    assert focused() is table_of(tab)


def test_a_case_of_which_little_is_known_says_what_is_missing_and_leads_there(open_tab: Opening, qtbot: QtBot) -> None:
    tab = open_tab(an_allocated_case())
    [link] = [each for each in tab.findChildren(PlaceLink) if each.isVisible()]

    with qtbot.waitSignal(tab.place_wanted) as wanted:
        QTest.keyClick(link, Qt.Key.Key_Space)

    assert wanted.args is not None
    assert wanted.args[0].key == CaseField.TAKEOVER
    assert "Datoen for overtagelsen mangler: De andre frister regnes fra den." in texts_shown(tab)


def test_a_case_without_a_date_shows_no_line(open_tab: Opening) -> None:
    tab = open_tab(an_unknown_case())

    tab.walk_course()

    assert tab.findChildren(CourseChart) == []
    assert table_of(tab).isVisible()
    assert "Forløbet begynder med visiteringen, opholdstilladelsen eller registreringen i CPR." in texts_shown(tab)


def test_in_a_low_window_the_entry_one_is_at_is_scrolled_to(open_tab: Opening) -> None:
    tab = open_tab(a_long_case(), 230)
    tab.walk_course()
    chart = chart_of(tab)

    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(key)
        middle = chart.around_entry().center()
        assert chart.visibleRegion().contains(middle), key
