"""The line of a course: nothing covers anything else, and the arrow keys go everywhere."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.presenters.course_entries import CourseEntry, Lane, Mark
from desktop_app.presenters.course_timeline import Course
from desktop_app.ui.course_chart import CourseChart
from desktop_app.ui.course_layout import CourseLayout
from desktop_app.ui.theme import ColourChoice, Theme
from tests.ui.conftest import Show

START, TODAY, END = date(2022, 4, 1), date(2026, 11, 22), date(2027, 4, 1)
SIZES = [(560, 100), (760, 100), (1000, 100), (1180, 100), (1000, 200)]


def entry(lane: Lane, mark: Mark, title: str, on: date, row_id: str = "") -> CourseEntry:
    return CourseEntry(lane=lane, mark=mark, title=title, on=on, row_id=row_id)


def a_period(mark: Mark, title: str, first: date, last: date | None) -> CourseEntry:
    return CourseEntry(lane=Lane.PERIODS, mark=mark, title=title, on=first, until=last, is_period=True)


def a_course(*entries: CourseEntry, today: date = TODAY) -> Course:
    in_time = tuple(sorted(entries, key=lambda each: each.order))
    return Course(first=START, last=END, today=today, entries=in_time, missing=())


SIGNED = entry(Lane.MILESTONES, Mark.HAPPENED, "Kontrakt underskrevet", date(2022, 5, 5), "contract")
LATE = entry(Lane.DEADLINES, Mark.LATE, "Kontrakt", date(2022, 5, 1), "contract")
OVERDUE = entry(Lane.DEADLINES, Mark.OVERDUE, "Visitation", date(2026, 11, 1), "readiness")
COMING = entry(Lane.DEADLINES, Mark.COMING, "Opfølgning", date(2027, 1, 4), "follow-up")
MEETING = entry(Lane.FOLLOW_UPS, Mark.MEETING, "Planlagt møde", date(2026, 12, 4))
WORK = a_period(Mark.WORK, "Ordinært arbejde", date(2024, 8, 1), date(2025, 3, 31))
SHORT = a_course(SIGNED, LATE, OVERDUE, COMING, MEETING, WORK)


def a_full_course() -> Course:
    """Forty follow-ups with their deadlines, every mark there is, and periods that overlap."""
    held = [START + timedelta(days=60 + 41 * place) for place in range(40)]
    entries = [entry(Lane.FOLLOW_UPS, Mark.HELD, f"Opfølgning {n}", on) for n, on in enumerate(held, start=1)]
    entries += [entry(Lane.DEADLINES, Mark.MET, "Opfølgning (kommunens standard)", on) for on in held]
    entries += [entry(Lane.MILESTONES, Mark.HAPPENED, f"Milepæl {n}", START + timedelta(days=9 * n)) for n in range(9)]
    points = [mark for mark in Mark if mark not in {Mark.OFFER, Mark.WORK, Mark.LEAVE, Mark.REST}]
    entries += [entry(Lane.DEADLINES, mark, mark.name, END - timedelta(days=90 * n)) for n, mark in enumerate(points)]
    entries += [
        a_period(mark, mark.name * 3, START + timedelta(days=200 * n), START + timedelta(days=200 * n + 300))
        for n, mark in enumerate([Mark.OFFER, Mark.WORK, Mark.LEAVE, Mark.REST, Mark.OFFER])
    ]
    return a_course(*entries, a_period(Mark.OFFER, "Åben", date(2026, 9, 1), None), OVERDUE, COMING, MEETING)


@pytest.fixture
def chart(show: Show) -> CourseChart:
    chart = CourseChart(SHORT)
    show(chart, QWidget(), width=1000)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    return chart


def press(chart: CourseChart, *keys: Qt.Key) -> CourseEntry | None:
    for key in keys:
        QTest.keyClick(chart, key)
    return chart.entry


# Room ----------------------------------------------------------------------------------------------------------------


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]} at {size[1]} %")
def laid_out(request: pytest.FixtureRequest, theme: Theme) -> CourseLayout:
    width, percent = request.param
    theme.choose_text_scale(percent)
    return CourseLayout(a_full_course(), width)


def test_no_mark_or_bar_covers_another(laid_out: CourseLayout) -> None:
    for strip in laid_out.strips:
        for one, other in product(strip.placed, repeat=2):
            assert one is other or not one.around.intersects(other.around), (one, other)


def test_no_word_covers_a_mark_or_another_word(laid_out: CourseLayout) -> None:
    labelled = [placed for placed in laid_out.placed() if placed.label]

    assert labelled
    for one in labelled:
        for other in laid_out.placed():
            if other is not one:
                assert not one.label_at.intersects(other.around), (one.label, other.label)
                assert not (other.label and one.label_at.intersects(other.label_at)), (one.label, other.label)


def test_no_line_to_a_word_crosses_another_word(laid_out: CourseLayout) -> None:
    for one in laid_out.placed():
        if one.leader:
            crossed = [
                other.label
                for other in laid_out.placed()
                if other.label and other is not one and other.label_at.contains((one.leader[0] + one.leader[1]) / 2)
            ]
            assert crossed == []


def test_everything_stands_within_the_line_and_its_strip(laid_out: CourseLayout) -> None:
    for strip in laid_out.strips:
        for placed in strip.placed:
            assert strip.around.contains(placed.around), placed
            assert not placed.label or strip.around.contains(placed.label_at), placed.label


def test_every_entry_stands_somewhere(laid_out: CourseLayout) -> None:
    shown = [each for placed in laid_out.placed() for each in placed.cluster.entries]

    assert sorted(map(id, shown)) == sorted(map(id, laid_out.course.entries))


def test_words_of_the_axis_have_room(laid_out: CourseLayout) -> None:
    words = [tick for tick in laid_out.ticks if tick.label]

    assert words
    for tick, following in pairwise(words):
        assert tick.x + laid_out._tick_width(tick) <= following.x


def test_todays_words_stay_within_the_line(laid_out: CourseLayout) -> None:
    assert laid_out.today_at.left() >= 0
    assert laid_out.today_at.right() <= laid_out.width


def test_where_it_is_narrow_titles_stand_above_their_strips() -> None:
    assert CourseLayout(SHORT, 1000).has_gutter
    assert not CourseLayout(SHORT, 500).has_gutter
    assert CourseLayout(SHORT, 500).height > CourseLayout(SHORT, 1000).height


def test_a_today_after_the_course_has_no_line() -> None:
    layout = CourseLayout(a_course(SIGNED, today=date(2031, 1, 1)), 1000)

    assert layout.today_x is None
    assert layout.course.today_text.endswith("→")


# Keyboard ------------------------------------------------------------------------------------------------------------


def test_the_keyboard_arrives_at_what_comes_next(chart: CourseChart) -> None:
    assert chart.entry is MEETING


def test_arrows_go_through_the_entries_in_the_order_of_time(chart: CourseChart) -> None:
    walked = [press(chart, Qt.Key.Key_Home), *(press(chart, Qt.Key.Key_Right) for _ in range(6))]

    assert walked == [LATE, SIGNED, WORK, OVERDUE, MEETING, COMING, COMING]
    assert press(chart, Qt.Key.Key_Left) is MEETING
    assert press(chart, Qt.Key.Key_End) is COMING
    assert press(chart, Qt.Key.Key_Home, Qt.Key.Key_Left) is LATE


def test_up_and_down_go_from_strip_to_strip(chart: CourseChart) -> None:
    assert press(chart, Qt.Key.Key_Up) is COMING
    assert press(chart, Qt.Key.Key_Up) is SIGNED
    assert press(chart, Qt.Key.Key_Up) is SIGNED  # it is the uppermost
    assert press(chart, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down) is WORK


def test_every_entry_of_a_full_course_is_reached(show: Show) -> None:
    course = a_full_course()
    chart = CourseChart(course)
    show(chart, QWidget(), width=700)
    chart.setFocus(Qt.FocusReason.TabFocusReason)

    press(chart, Qt.Key.Key_Home)
    walked = [chart.entry, *(press(chart, Qt.Key.Key_Right) for _ in course.entries[1:])]

    assert all(one is other for one, other in zip(walked, course.entries, strict=True))


def test_enter_and_space_choose(chart: CourseChart, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(chart.entry_chosen) as chosen:
            press(chart, key)
        assert chosen.args == [MEETING]


def test_other_keys_are_left_to_the_page(chart: CourseChart) -> None:
    assert press(chart, Qt.Key.Key_A) is MEETING


def test_a_screen_reader_hears_the_entry_one_is_at(chart: CourseChart) -> None:
    press(chart, Qt.Key.Key_Home)

    assert chart.accessibleName() == "Sagens forløb"
    assert chart.accessibleDescription() == chart.words() == "Frist: Kontrakt · 01.05.2022"


def test_among_several_it_says_which(show: Show) -> None:
    chart = CourseChart(a_course(LATE, entry(Lane.DEADLINES, Mark.MET, "Start", date(2022, 5, 2))))
    assert chart.words() == ""
    assert chart.accessibleDescription() == "2 punkter. Piletasterne går gennem dem."

    show(chart, QWidget(), width=700)
    chart.setFocus(Qt.FocusReason.TabFocusReason)

    assert chart.words() == "Frist: Start · 02.05.2022 (2 af 2 her)"


def test_what_it_says_follows_the_room_there_is(show: Show) -> None:
    chart = CourseChart(a_course(LATE, entry(Lane.DEADLINES, Mark.MET, "Start", date(2022, 6, 25))))
    window = show(chart, QWidget(), width=500)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.words().endswith("(2 af 2 her)")

    window.resize(1500, 400)
    QApplication.processEvents()

    assert chart.accessibleDescription() == chart.words() == "Frist: Start · 25.06.2022"


# Mouse ---------------------------------------------------------------------------------------------------------------


def point_of(chart: CourseChart, wanted: CourseEntry) -> QPoint:
    return chart._layout().place_of(wanted).around.center().toPoint()


def test_a_click_goes_to_an_entry_and_a_double_click_chooses_it(chart: CourseChart, qtbot: QtBot) -> None:
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point_of(chart, OVERDUE))
    assert chart.entry is OVERDUE

    with qtbot.waitSignal(chart.entry_chosen) as chosen:
        QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=point_of(chart, OVERDUE))
    assert chosen.args == [OVERDUE]


def test_clicks_go_through_what_stands_together(show: Show) -> None:
    other = entry(Lane.DEADLINES, Mark.MET, "Start", date(2022, 5, 2))
    chart = CourseChart(a_course(LATE, other))
    show(chart, QWidget(), width=700)

    walked = []
    for _ in range(3):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point_of(chart, LATE))
        walked.append(chart.entry)

    assert walked == [LATE, other, LATE]


def test_a_click_beside_everything_changes_nothing(chart: CourseChart, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(chart.entry_chosen):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        QTest.mouseDClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert chart.entry is MEETING


def test_a_tool_tip_tells_every_entry_and_reads_no_name_as_markup(show: Show) -> None:
    many = [entry(Lane.DEADLINES, Mark.MET, f"<b>{n}</b>", date(2022, 5, 1)) for n in range(14)]
    chart = CourseChart(a_course(*many))
    show(chart, QWidget(), width=700)
    at = point_of(chart, many[0])

    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, at, chart.mapToGlobal(at)))

    assert QToolTip.text().count("<br>") == 12
    assert "&lt;b&gt;0" in QToolTip.text()
    assert QToolTip.text().endswith("…</qt>")


# Looks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colours", [ColourChoice.LIGHT, ColourChoice.DARK])
def test_it_follows_the_theme(show: Show, theme: Theme, colours: ColourChoice) -> None:
    chart = CourseChart(a_full_course())
    show(chart, QWidget(), width=900)
    before, height = chart.grab().toImage(), chart.heightForWidth(900)

    theme.choose_colours(colours)
    theme.choose_text_scale(150)

    assert chart.heightForWidth(900) > height
    assert chart.grab().toImage() != before


def test_the_ring_shows_where_the_keyboard_is(chart: CourseChart) -> None:
    with_ring = chart.grab(chart.around_entry()).toImage()

    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point_of(chart, MEETING))

    assert chart.grab(chart.around_entry()).toImage() != with_ring


def test_before_anybody_came_here_nothing_is_marked() -> None:
    assert CourseChart(SHORT).around_entry().isEmpty()
