"""The calendar beside a date field: weeks from Monday with their numbers, chosen from by keyboard and mouse."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QWidget

from desktop_app.presenters.lenient_dates import FIRST_YEAR, LAST_YEAR
from desktop_app.translation import _, full_date
from desktop_app.ui.accessibility import announce
from desktop_app.ui.keyboard_focus import RING, paint_ring
from desktop_app.ui.layouts import Column
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_ICON, _CELL_WIDTH, _CELL_HEIGHT, _HEAD, _TODAY_INSET, _TODAY_LOW = 20, 44, 34, 40, 8, 5
_COLUMNS, _LINES = 8, 7
"""The week's number and seven days; the names of the days and six weeks."""

PartT = TypeVar("PartT", bound=QWidget)


class CalendarPopup(QFrame):
    """Opens under a widget, at a day. `picked` carries the day chosen; Esc and a click elsewhere choose nothing."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("popup", True)
        self._calendar = _Calendar()
        self.setLayout(Column(self._calendar, margins=4))
        self._calendar.activated.connect(self._pick)
        self._calendar.clicked.connect(self._pick)
        for part in (self, self._calendar):
            part.setAccessibleName(_("Calendar"))

    def open_under(self, anchor: QWidget, day: date, today: date) -> None:
        """Show the month of a day, under `anchor` or over it where the screen ends."""
        self._calendar.show_day(day, today)
        self.ensurePolished()  # the edge is counted in
        self.adjustSize()
        self.move(_place_near(anchor, self.rect()))
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pick(self, day: QDate) -> None:
        if self.isVisible():  # a double click says it twice
            self.close()
            self.picked.emit(_plain(day))


class _Calendar(QCalendarWidget):
    """Qt's calendar in the colours of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self._today = QDate()
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setDateEditEnabled(False)
        self.setGridVisible(False)
        self.setDateRange(QDate(FIRST_YEAR, 1, 1), QDate(LAST_YEAR, 12, 31))
        self._days = _part(self, QTableView, "qt_calendar_calendarview")
        self.setFocusProxy(self._days)
        self._arrows = {
            "chevron-left": (_part(self, QToolButton, "qt_calendar_prevmonth"), _("Previous month")),
            "chevron-right": (_part(self, QToolButton, "qt_calendar_nextmonth"), _("Next month")),
        }
        for button, name in self._arrows.values():
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.selectionChanged.connect(self._say_day)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def show_day(self, day: date, today: date) -> None:
        """Go to a day and mark today."""
        self._today = QDate(today.year, today.month, today.day)
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.showSelectedDate()

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """Draw a day: filled when chosen, underlined when today, muted outside the month."""
        theme = current_theme()
        is_chosen = day == self.selectedDate()
        painter.fillRect(rect, theme.colour(Token.ACCENT if is_chosen else Token.BASE))
        if is_chosen and self._days.hasFocus():
            paint_ring(painter, rect, on_accent=True)
        token = Token.TEXT if day.month() == self.monthShown() else Token.MUTED
        painter.setPen(theme.colour(Token.ON_ACCENT if is_chosen else token))
        painter.setFont(theme.font(weight=600 if is_chosen or day == self._today else 400))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        if day == self._today:
            inset = theme.e(_TODAY_INSET)
            line = QRect(rect.left() + inset, rect.bottom() - theme.e(_TODAY_LOW), rect.width() - 2 * inset, RING)
            painter.fillRect(line, theme.colour(Token.ON_ACCENT if is_chosen else Token.ACCENT))

    def _say_day(self) -> None:
        announce(self._days, full_date(_plain(self.selectedDate())))

    def _apply_theme(self) -> None:
        theme = current_theme()
        for icon, (button, _name) in self._arrows.items():
            button.setIcon(theme.icon(icon, Token.TEXT, _ICON))
            button.setIconSize(QSize(theme.e(_ICON), theme.e(_ICON)))
        head = QTextCharFormat()
        head.setForeground(theme.colour(Token.MUTED))
        head.setBackground(theme.colour(Token.BASE))
        head.setFont(theme.font(9.75))
        self.setHeaderTextFormat(head)
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, head)
        colours = self._days.palette()
        colours.setColor(QPalette.ColorRole.AlternateBase, theme.colour(Token.BASE))
        self._days.setPalette(colours)
        self.setFixedSize(theme.e(_COLUMNS * _CELL_WIDTH), theme.e(_HEAD + _LINES * _CELL_HEIGHT))


def _part(calendar: QCalendarWidget, kind: type[PartT], name: str) -> PartT:
    found = calendar.findChild(kind, name)
    if found is None:
        raise LookupError(name)
    return found


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _place_near(anchor: QWidget, size: QRect) -> QPoint:
    """Return where something of a size stands: under its anchor, over it or further left where the screen ends."""
    under = anchor.mapToGlobal(QPoint(0, anchor.height()))
    screen = anchor.screen().availableGeometry()
    x = max(screen.left(), min(under.x(), screen.right() + 1 - size.width()))
    over = under.y() - anchor.height() - size.height()
    has_room = under.y() + size.height() <= screen.bottom() + 1 or over < screen.top()
    return QPoint(x, under.y() if has_room else over)
