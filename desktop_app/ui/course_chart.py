"""The line of a case's course, true to scale: strips one below the other, today's line across, and the arrow keys."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.presenters.course_entries import CourseEntry, lane_title
from desktop_app.presenters.course_timeline import Course
from desktop_app.translation import _, _n
from desktop_app.ui.accessibility import announce
from desktop_app.ui.course_layout import CourseLayout, Placed, Strip
from desktop_app.ui.course_marks import bar_text, has_icon_room, paint_bar, paint_mark, paint_pill
from desktop_app.ui.keyboard_focus import KeyboardFocus, is_enter
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_AROUND_CURRENT = 3
_MOST_TOLD = 12
_LEAST_WIDTH = 260


class CourseChart(KeyboardFocus, QWidget):
    """Shows a course that has entries.

    Left and Right go through the entries in order of time, Up and Down to the strip above or below, Home and End to
    the first and the last. `entry_reached` carries the entry one has come to, `entry_chosen` the one opened by Enter
    or a double click. `laid_out` tells that what stands together may be otherwise than before.
    """

    entry_reached = Signal(object)
    laid_out = Signal()
    entry_chosen = Signal(object)

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._at: CourseEntry | None = None
        self._laid_out: CourseLayout | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("The course of the case"))
        count = len(course.entries)
        told = _n("{n} entry", "{n} entries. The arrow keys go through them.", count)
        self.setAccessibleDescription(told.format(n=count))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current_theme().changed.connect(self._apply_theme)

    @property
    def entry(self) -> CourseEntry | None:
        """The entry one is at, none before the keyboard or the mouse has come here."""
        return self._at

    def words(self) -> str:
        """Return what there is to say of the entry one is at, and its place among those it stands with."""
        if self._at is None:
            return ""
        together = self._layout().place_of(self._at).cluster.entries
        if len(together) == 1:
            return self._at.words
        place = _place(self._at, together) + 1
        return _("{words} ({place} of {n} here)").format(words=self._at.words, place=place, n=len(together))

    def around_entry(self) -> QRect:
        """Return where the entry one is at is drawn."""
        return self._ring(self._layout().place_of(self._at)) if self._at is not None else QRect()

    def begin(self) -> None:
        """Go to the entry that comes next, or the last where all is over, unless one is at an entry already."""
        if self._at is None:
            coming = (entry for entry in self._course.entries if entry.on >= self._course.today)
            self._go_to(next(coming, self._course.entries[-1]))

    def sizeHint(self) -> QSize:
        """As high as its strips."""
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower it says nothing."""
        return QSize(current_theme().e(_LEAST_WIDTH), 0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the strips are together."""
        return self._layout(width).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what stands together now."""
        super().resizeEvent(event)
        if self._at is not None:
            self.setAccessibleDescription(self.words())
        self.laid_out.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from entry to entry."""
        entries, at = self._course.entries, self._at
        self._came_by_keyboard = True
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            if at is not None:
                self.entry_chosen.emit(at)
            return
        place = _place(at, entries) if at is not None else 0
        match event.key():
            case Qt.Key.Key_Right:
                self._go_to(entries[min(place + 1, len(entries) - 1)])
            case Qt.Key.Key_Left:
                self._go_to(entries[max(place - 1, 0)])
            case Qt.Key.Key_Home:
                self._go_to(entries[0])
            case Qt.Key.Key_End:
                self._go_to(entries[-1])
            case Qt.Key.Key_Up:
                self._go_across(-1)
            case Qt.Key.Key_Down:
                self._go_across(1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is under the mouse; among several, to the next of them."""
        self._came_by_keyboard = False
        found = self._layout().at(event.position())
        if found is not None:
            together = found.cluster.entries
            here = self._at is not None and any(entry is self._at for entry in together)
            following = _place(self._at, together) + 1 if here and self._at is not None else 0
            self._go_to(together[following % len(together)])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse."""
        if self._at is not None and self._layout().at(event.position()) is not None:
            self.entry_chosen.emit(self._at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be at an entry whenever the keyboard is here: at first the one that comes next."""
        super().focusInEvent(event)
        if self._came_by_keyboard:
            self.begin()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell what is under the mouse, every entry in full."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._layout().at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), _told(found.cluster.entries) if found else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis and strips, today's line over them, and the ring around the entry one is at."""
        layout = self._layout()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter, layout)
        self._paint_today(painter, layout)
        for strip in layout.strips:
            self._paint_title(painter, layout, strip)
        for placed in layout.placed():
            self._paint_label(painter, layout, placed)
        for placed in layout.placed():
            self._paint_placed(painter, placed)
        if self._at is not None:
            ring = self._ring(layout.place_of(self._at))
            if not self.has_keyboard_focus():
                painter.setPen(QPen(current_theme().colour(Token.ACCENT), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(ring.adjusted(0, 0, -1, -1))
            self.paint_ring(painter, ring)

    def _layout(self, width: int = 0) -> CourseLayout:
        wanted = width or max(self.width(), self.minimumSizeHint().width())
        if self._laid_out is None or self._laid_out.width != wanted:
            self._laid_out = CourseLayout(self._course, wanted)
        return self._laid_out

    def _apply_theme(self) -> None:
        self._laid_out = None
        self.updateGeometry()
        self.update()

    def _go_to(self, entry: CourseEntry) -> None:
        self._at = entry
        self.setAccessibleDescription(self.words())
        announce(self, self.words())
        self.update()
        self.entry_reached.emit(entry)

    def _go_across(self, step: int) -> None:
        """Go to the entry nearest in time in the next strip that has any."""
        at = self._at or self._course.entries[0]
        lanes = [strip.lane for strip in self._layout().strips if strip.placed]
        place = lanes.index(at.lane) + step
        if 0 <= place < len(lanes):
            others = self._course.in_lane(lanes[place])
            self._go_to(min(others, key=lambda entry: abs((entry.on - at.on).days)))

    def _ring(self, placed: Placed) -> QRect:
        around = current_theme().e(_AROUND_CURRENT)
        return placed.around.toAlignedRect().adjusted(-around, -around, around, around)

    def _paint_axis(self, painter: QPainter, layout: CourseLayout) -> None:
        theme = current_theme()
        top, high = layout.axis_top, layout.axis_height
        for strip in layout.strips:
            painter.fillRect(QRect(0, round(strip.around.top()), self.width(), 1), theme.colour(Token.DIVIDER))
        for placed in layout.ticks:
            bottom = layout.height
            painter.setPen(QPen(theme.colour(Token.DIVIDER), 1))
            painter.drawLine(QPointF(placed.x, top + theme.e(4)), QPointF(placed.x, bottom))
            painter.setFont(layout.strong if placed.tick.begins_year else layout.font)
            painter.setPen(theme.colour(Token.TEXT if placed.tick.begins_year else Token.MUTED))
            words = QRect(round(placed.x) + theme.e(4), top, self.width(), high)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, placed.label)

    def _paint_title(self, painter: QPainter, layout: CourseLayout, strip: Strip) -> None:
        theme = current_theme()
        painter.fillRect(strip.title_at, theme.colour(Token.BASE))
        painter.setFont(layout.strong)
        painter.setPen(theme.colour(Token.MUTED))
        painter.drawText(strip.title_at, Qt.AlignmentFlag.AlignVCenter, lane_title(strip.lane))

    def _paint_today(self, painter: QPainter, layout: CourseLayout) -> None:
        theme = current_theme()
        painter.setFont(layout.strong)
        painter.setPen(theme.colour(Token.TEXT))
        painter.drawText(layout.today_at, Qt.AlignmentFlag.AlignVCenter, self._course.today_text)
        if layout.today_x is not None:
            painter.setPen(QPen(theme.colour(Token.TEXT), theme.e(1.5)))
            painter.drawLine(QPointF(layout.today_x, layout.axis_top), QPointF(layout.today_x, layout.height))

    def _paint_label(self, painter: QPainter, layout: CourseLayout, placed: Placed) -> None:
        if not placed.label or placed.around.contains(placed.label_at):
            return
        theme = current_theme()
        if placed.leader:
            painter.setPen(QPen(theme.colour(Token.BORDER), 1))
            painter.drawLine(*placed.leader)
        painter.fillRect(placed.label_at, theme.colour(Token.BASE))
        painter.setFont(layout.font)
        painter.setPen(theme.colour(Token.TEXT))
        painter.drawText(placed.label_at, Qt.AlignmentFlag.AlignVCenter, placed.label)

    def _paint_placed(self, painter: QPainter, placed: Placed) -> None:
        theme = current_theme()
        cluster, ratio = placed.cluster, self.devicePixelRatioF()
        if cluster.entries[0].is_period:
            is_inside = placed.around.contains(placed.label_at)
            paint_bar(painter, placed.around, cluster.mark, ratio, has_icon=has_icon_room(placed.around))
            if is_inside:
                painter.setFont(self._layout().font)
                painter.setPen(theme.colour(bar_text(cluster.mark)))
                painter.drawText(placed.label_at, Qt.AlignmentFlag.AlignVCenter, placed.label)
        elif len(cluster.entries) > 1:
            paint_pill(painter, placed.around, cluster.mark, len(cluster.entries), ratio)
        else:
            paint_mark(painter, placed.around.center(), cluster.mark, ratio)


def _place(entry: CourseEntry, entries: Sequence[CourseEntry]) -> int:
    """Return the place of an entry; another may be equal to it."""
    return next(place for place, each in enumerate(entries) if each is entry)


def _told(entries: Sequence[CourseEntry]) -> str:
    """Return a tool tip; as text with marks of its own a typed name cannot be read as such."""
    lines = [escape(entry.words) for entry in entries[:_MOST_TOLD]]
    return "<qt>" + "<br>".join([*lines, "…"] if len(entries) > _MOST_TOLD else lines) + "</qt>"
