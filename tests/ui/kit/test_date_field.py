"""The date field and its calendar, by keyboard and by mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QTableView, QToolButton, QWidget

from desktop_app.translation import _
from desktop_app.ui import calendar_popup
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.buttons import Button
from desktop_app.ui.calendar_popup import CalendarPopup
from desktop_app.ui.date_field import DateField
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.palette import LIGHT, Token
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("theme")

TODAY = date(2026, 11, 22)


def today() -> date:
    return TODAY


def line_of(field: DateField) -> QLineEdit:
    return field._line


def open_calendar(field: DateField) -> tuple[CalendarPopup, QTableView]:
    QTest.keyClick(line_of(field), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field._popup
    assert popup is not None
    assert popup.isVisible()
    return popup, popup._calendar._days


def test_what_is_typed_is_written_out_when_one_leaves(show: Show) -> None:
    field, after = DateField(today), LineEdit()
    show(field, after)
    heard: list[date | None] = []
    field.day_changed.connect(heard.append)

    field.setFocus()
    QTest.keyClicks(line_of(field), "3/3-27")
    assert (field.text(), field.day(), heard) == ("3/3-27", date(2027, 3, 3), [])
    QTest.keyClick(line_of(field), Qt.Key.Key_Tab)

    assert field.text() == "03.03.2027"
    assert heard == [date(2027, 3, 3)]


def test_enter_writes_the_day_out_and_goes_on_to_the_form(show: Show) -> None:
    field = DateField(today)
    show(field)

    QTest.keyClicks(line_of(field), "+14")
    QTest.keyClick(line_of(field), Qt.Key.Key_Return)

    assert field.text() == "06.12.2026"


def test_what_cannot_be_read_stays_and_is_told_at_the_field(show: Show) -> None:
    field, after = DateField(today), LineEdit()
    row = FieldRow("Afgørelse", field)
    show(row, after)
    field.setFocus()

    QTest.keyClicks(line_of(field), "31.02.2026")
    assert row.state is FieldState.FINE
    after.setFocus()

    assert field.text() == "31.02.2026"
    assert field.day() is None
    assert (row.state, row.message) == (FieldState.ERROR, "Februar 2026 har kun 28 dage")
    assert field.problem() == row.message
    assert line_of(field).grab().toImage().pixelColor(50, 1).name().upper() == LIGHT[Token.ERROR_EDGE]


def test_a_day_that_can_be_read_again_takes_its_message_away(show: Show) -> None:
    field, after = DateField(today), LineEdit()
    row = FieldRow("Afgørelse", field)
    show(row, after)
    field.setFocus()
    QTest.keyClicks(line_of(field), "hest")
    after.setFocus()
    assert row.message == "Datoen skal skrives som dag, måned og år"

    field.setFocus()
    line_of(field).selectAll()
    QTest.keyClicks(line_of(field), "i dag")
    after.setFocus()

    assert (row.state, row.message, field.text()) == (FieldState.FINE, "", "22.11.2026")


def test_a_message_of_somebody_else_stays(show: Show) -> None:
    field, after = DateField(today), LineEdit()
    row = FieldRow("Afgørelse", field)
    show(row, after)
    row.show_message(FieldState.WARNING, "Datoen er en søndag.")

    field.setFocus()
    QTest.keyClicks(line_of(field), "i dag")
    after.setFocus()

    assert (row.state, row.message) == (FieldState.WARNING, "Datoen er en søndag.")


@pytest.mark.parametrize(
    ("written", "key", "text"),
    [
        ("", Qt.Key.Key_Up, "22.11.2026"),
        ("", Qt.Key.Key_Down, "22.11.2026"),
        ("31.12.2026", Qt.Key.Key_Up, "01.01.2027"),
        ("01.01.2027", Qt.Key.Key_Down, "31.12.2026"),
        ("3/3", Qt.Key.Key_Up, "04.03.2027"),
        ("hest", Qt.Key.Key_Up, "hest"),
    ],
)
def test_up_and_down_go_from_day_to_day(show: Show, written: str, key: Qt.Key, text: str) -> None:
    field = DateField(today)
    show(field)
    field.set_text(written)

    QTest.keyClick(line_of(field), key)

    assert field.text() == text


def test_every_change_by_a_person_is_told_and_none_by_the_program(show: Show) -> None:
    field = DateField(today)
    show(field)
    edits: list[str] = []
    field.edited.connect(lambda: edits.append(field.text()))

    field.set_day(date(2027, 1, 4))
    field.set_text("4/1")
    assert edits == []

    QTest.keyClick(line_of(field), Qt.Key.Key_Up)
    assert edits == ["05.01.2027"]

    line_of(field).clear()
    QTest.keyClicks(line_of(field), "+1")
    QTest.keyClick(line_of(field), Qt.Key.Key_Return)
    assert edits == ["05.01.2027", "+", "+1", "23.11.2026"]


def test_the_day_is_told_once_and_emptying_the_field_is_told_too(show: Show) -> None:
    field = DateField(today)
    show(field)
    field.set_day(TODAY)
    heard: list[date | None] = []
    field.day_changed.connect(heard.append)

    QTest.keyClick(line_of(field), Qt.Key.Key_Return)
    assert heard == []

    line_of(field).selectAll()
    QTest.keyClick(line_of(field), Qt.Key.Key_Delete)
    QTest.keyClick(line_of(field), Qt.Key.Key_Return)
    assert heard == [None]
    assert field.problem() == ""


def test_a_birth_date_lies_back(show: Show) -> None:
    field = DateField(today, looks_back=True)
    show(field)

    field.set_text("231126")

    assert field.day() == date(1926, 11, 23)


def test_today_is_asked_for_each_time(show: Show) -> None:
    now = [TODAY]
    field = DateField(lambda: now[0])
    show(field)
    field.set_text("i dag")

    now[0] = date(2026, 11, 23)

    assert field.day() == date(2026, 11, 23)


def test_the_calendar_opens_at_the_day_and_is_chosen_from_by_keyboard(show: Show) -> None:
    field = DateField(today)
    show(field)
    field.set_day(date(2027, 1, 4))
    heard: list[date] = []
    field.day_changed.connect(heard.append)

    popup, days = open_calendar(field)
    QTest.keyClick(days, Qt.Key.Key_PageDown)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)

    assert not popup.isVisible()
    assert field.text() == "05.02.2027"
    assert heard == [date(2027, 2, 5)]
    assert field.hasFocus()


def test_the_calendar_opens_at_today_when_nothing_can_be_read_and_esc_chooses_nothing(show: Show) -> None:
    field = DateField(today)
    show(field)
    field.set_text("hest")

    popup, days = open_calendar(field)
    assert popup._calendar.selectedDate() == QDate(2026, 11, 22)
    QTest.keyClick(days, Qt.Key.Key_Escape)

    assert not popup.isVisible()
    assert field.text() == "hest"


def test_the_calendar_is_opened_and_chosen_from_by_mouse(show: Show) -> None:
    field = DateField(today)
    row = FieldRow("Afgørelse", field)
    show(row)
    field.set_day(date(2027, 1, 4))

    QTest.mouseClick(field._button, Qt.MouseButton.LeftButton)
    popup = field._popup
    assert popup is not None
    days = popup._calendar._days
    cell = days.visualRect(days.model().index(3, 3))  # the third week shown, a Wednesday
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())

    assert not popup.isVisible()
    assert field.text() == "13.01.2027"


def test_weeks_begin_on_monday_and_have_their_numbers(show: Show) -> None:
    field = DateField(today)
    show(field)
    popup, days = open_calendar(field)

    assert popup._calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert popup._calendar.verticalHeaderFormat() == QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert days.model().index(0, 1).data().startswith("man")
    popup.close()


def test_the_calendar_looks_otherwise_in_dark_and_grows_with_the_text(show: Show, theme: Theme) -> None:
    field = DateField(today)
    show(field)
    popup, _days = open_calendar(field)
    small = popup.size()

    theme.choose_text_scale(200)
    QApplication.processEvents()
    popup.adjustSize()

    assert popup.width() > 1.9 * small.width()
    popup.close()


def test_the_day_of_the_calendar_is_read_aloud(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(calendar_popup, "announce", lambda _widget, sentence: told.append(sentence))
    field = DateField(today)
    show(field)
    field.set_day(date(2027, 1, 4))
    popup, days = open_calendar(field)
    told.clear()

    QTest.keyClick(days, Qt.Key.Key_Right)

    assert told == ["tirsdag den 5. januar 2027"]
    popup.close()


def test_the_calendar_goes_when_its_page_does(show: Show) -> None:
    field = DateField(today)
    show(field)
    popup, _days = open_calendar(field)

    field.hide()

    assert not popup.isVisible()


def test_a_calendar_without_room_under_its_field_opens_over_it(show: Show) -> None:
    field = DateField(today)
    window = show(field, width=300, height=60)
    screen = window.screen().availableGeometry()
    window.move(screen.right() - 320, screen.bottom() - 80)

    place = calendar_popup._place_near(field, QRect(0, 0, 360, 288))

    assert place.y() + 288 <= field.mapToGlobal(QPoint(0, 0)).y()
    assert place.x() + 360 <= screen.right() + 1
    assert calendar_popup._place_near(field, QRect(0, 0, 360, 2000)).y() > place.y()  # nowhere has room: under it


@pytest.mark.parametrize("is_slim", [False, True])
def test_the_field_and_its_calendar_have_names(show: Show, is_slim: bool) -> None:  # noqa: FBT001 - a case
    field = DateField(today, is_slim=is_slim)
    row = FieldRow("Afgørelse om visitering", field, help_text="Fra Udlændingestyrelsen.")
    window = show(row)
    popup, _days = open_calendar(field)

    heard = QAccessible.queryAccessibleInterface(line_of(field))
    assert heard.text(QAccessible.Text.Name) == "Afgørelse om visitering"
    assert heard.text(QAccessible.Text.Description) == "Fra Udlændingestyrelsen."
    button = QAccessible.queryAccessibleInterface(field._button)
    assert button.text(QAccessible.Text.Name) == _("Calendar: {field}").format(field="Afgørelse om visitering")
    assert unnamed_widgets(window) == []
    assert all(arrow.accessibleName() for arrow in popup.findChildren(QToolButton) if not arrow.text())
    popup.close()


@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_of_a_date_is_clipped(show: Show, theme: Theme, scale: int) -> None:
    theme.choose_text_scale(scale)
    field = DateField(today)
    window: QWidget = show(FieldRow("Afgørelse om visitering", field), width=500)
    field.set_day(date(2028, 10, 30))
    QApplication.processEvents()

    assert clipped_texts(window) == []
    line = line_of(field)
    assert line.fontMetrics().horizontalAdvance(line.text()) < line.contentsRect().width()
    assert isinstance(field._button, Button)


def test_what_follows_a_date_stands_close_to_it(show: Show) -> None:
    field, link = DateField(today), Button("Ret med begrundelse …")
    row = FieldRow("Kommunen overtager ansvaret", field)
    row.add_after(link)
    show(row, width=900)
    QApplication.processEvents()

    assert link.x() - (field.x() + field.width()) < 20
    assert field._button.x() - (line_of(field).x() + line_of(field).width()) < 20
