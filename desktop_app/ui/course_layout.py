"""Where everything on the line of a course stands: dates become pixels, and words get the room there is.

A word that would cover another is left out; the entry it belongs to says it when one comes to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.presenters.course_clusters import Cluster, Room, clusters_of, rows_of
from desktop_app.presenters.course_entries import CourseEntry, Lane, lane_title
from desktop_app.presenters.course_timeline import TICK_MONTHS, Course, Tick
from desktop_app.ui.course_marks import BAR_ICON, MARK, PILL, mark_height
from desktop_app.ui.qt_application import current_theme

TEXT_POINTS = 9.75
_TODAY, _AXIS, _CAPTION = 20, 20, 18
_MARK_ROW, _LABEL_ROW, _BAR_ROW, _BAR = 24, 17, 25, 22
_ABOVE, _BELOW = 4, 4
_LEFT, _RIGHT, _GAP, _BESIDE = 20, 20, 4, 6
_LEAST_BAR, _LEAST_WORD, _LEAST_LINE = 10, 72, 440
_LABEL_ROWS = {Lane.MILESTONES: 2, Lane.DEADLINES: 1, Lane.FOLLOW_UPS: 0}


@dataclass(frozen=True, slots=True)
class Placed:
    """Entries drawn as one: where, and the word beside them with its place, empty where it has no room.

    `leader` is the line from the mark to a word below it.
    """

    cluster: Cluster
    around: QRectF
    label: str = ""
    label_at: QRectF = field(default_factory=QRectF)
    leader: tuple[QPointF, QPointF] | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane: its place, where its title stands, and what is drawn in it."""

    lane: Lane
    around: QRectF
    title_at: QRectF
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class PlacedTick:
    """A tick of the axis; its label is empty where there is no room for it."""

    tick: Tick
    x: float
    label: str


class CourseLayout:
    """A course laid out in a width, in the theme there is now."""

    def __init__(self, course: Course, width: int) -> None:
        theme = current_theme()
        self.course = course
        self.width = width
        self.font = theme.font(TEXT_POINTS)
        self.strong = theme.font(TEXT_POINTS, 600)
        self._metrics = QFontMetricsF(self.font)
        gutter = max(_width(self.strong, lane_title(lane)) for lane in Lane) + theme.e(12)
        self.has_gutter = width - gutter >= theme.e(_LEAST_LINE)
        self.gutter = gutter if self.has_gutter else 0.0
        self.left = self.gutter + theme.e(_LEFT)
        self.right = float(max(width - theme.e(_RIGHT), self.left + 1))
        self._a_day = (self.right - self.left) / (course.last - course.first).days
        self.axis_top = theme.e(_TODAY)
        self.ticks = self._ticks()
        self.strips = self._strips()
        self.height = round(self.strips[-1].around.bottom())

    @property
    def axis_height(self) -> int:
        """How high the words of the axis are."""
        return current_theme().e(_AXIS)

    @property
    def today_x(self) -> float | None:
        """Where today's line stands, none where today lies beyond the axis."""
        course = self.course
        return self.x(course.today.toordinal()) if course.first <= course.today <= course.last else None

    @property
    def today_at(self) -> QRectF:
        """Where the words of today stand: around its line, or at the end of the axis."""
        wide = _width(self.strong, self.course.today_text)
        middle = self.today_x if self.today_x is not None else self.right
        left = max(self.gutter, min(middle - wide / 2, self.width - wide))
        return QRectF(left, 0, wide, self.axis_top)

    def x(self, day: float) -> float:
        """Return where a day stands, given as an ordinal."""
        return self.left + (day - self.course.first.toordinal()) * self._a_day

    def placed(self) -> list[Placed]:
        """Return everything that is drawn for entries, strip by strip."""
        return [placed for strip in self.strips for placed in strip.placed]

    def place_of(self, entry: CourseEntry) -> Placed:
        """Return what an entry is drawn as or with."""
        return next(placed for placed in self.placed() if any(each is entry for each in placed.cluster.entries))

    def at(self, point: QPointF) -> Placed | None:
        """Return what is drawn at a point, its word included."""
        return next(
            (one for one in self.placed() if one.around.contains(point) or one.label_at.contains(point)),
            None,
        )

    def _days(self, steps: float) -> float:
        return current_theme().e(steps) / self._a_day

    def _ticks(self) -> list[PlacedTick]:
        found: list[PlacedTick] = []
        for months in TICK_MONTHS:
            found = [PlacedTick(tick, self.x(tick.on.toordinal()), tick.label) for tick in self.course.ticks(months)]
            ends = [*(tick.x for tick in found[1:]), float("inf")]
            if all(tick.x + self._tick_width(tick) <= end for tick, end in zip(found, ends, strict=True)):
                break
        return [tick if tick.x + self._tick_width(tick) <= self.width else replace(tick, label="") for tick in found]

    def _tick_width(self, tick: PlacedTick) -> float:
        return _width(self.strong, tick.label) + current_theme().e(10)

    def _strips(self) -> list[Strip]:
        top = float(self.axis_top + self.axis_height)
        strips = []
        for lane in Lane:
            strip = self._strip(lane, top)
            strips.append(strip)
            top = strip.around.bottom()
        return strips

    def _strip(self, lane: Lane, top: float) -> Strip:
        theme = current_theme()
        entries = self.course.in_lane(lane)
        caption = 0 if self.has_gutter else theme.e(_CAPTION)
        inner = top + theme.e(_ABOVE) + caption
        if lane is Lane.PERIODS:
            rows = rows_of(entries, self.course.last, self._days(_LEAST_BAR))
            placed = [
                one for place, row in enumerate(rows) for one in self._bars(row, inner + place * theme.e(_BAR_ROW))
            ]
            height = theme.e(_BAR_ROW) * max(1, len(rows))
        else:
            room = Room(self._days(MARK + _GAP), self._days(PILL + _GAP), self.course.today)
            placed = self._marks(clusters_of(entries, room), inner, _LABEL_ROWS[lane])
            deepest = max((one.label_at.bottom() for one in placed), default=0.0)
            height = max(theme.e(_MARK_ROW), round(deepest - inner))
        title_at = QRectF(
            0, top + theme.e(_ABOVE), _width(self.strong, lane_title(lane)), caption or theme.e(_MARK_ROW)
        )
        around = QRectF(0, top, self.width, inner - top + height + theme.e(_BELOW))
        return Strip(lane, around, title_at, tuple(placed))

    def _marks(self, clusters: Sequence[Cluster], top: float, label_rows: int) -> list[Placed]:
        """Place marks on one line, and their words from the last to the first, each where it covers nothing.

        A word stands beside its mark, or else in a row below, led to by a line. From right to left a line never
        crosses a word, as words begin at their marks.
        """
        theme = current_theme()
        middle = top + theme.e(_MARK_ROW) / 2
        marks = [self._around(cluster, middle) for cluster in clusters]
        gap = theme.e(_GAP)
        limits = [float(self.width)] * (label_rows + 1)
        placed: list[Placed] = []
        for place in reversed(range(len(marks))):
            cluster, around = clusters[place], marks[place]
            wide = _width(self.font, cluster.label) if cluster.label else 0.0
            before = marks[place - 1].right() + gap if place else self.gutter
            left = self._beside(around, wide, before, limits[0])
            limits[0] = around.left() - gap
            one = Placed(cluster, around)
            if not cluster.label:
                pass
            elif left is not None:
                one = replace(one, label=cluster.label, label_at=QRectF(left, top, wide, theme.e(_MARK_ROW)))
                limits[0] = min(limits[0], left - gap)
            else:
                one = self._below(one, wide, limits)
            placed.append(one)
        return placed[::-1]

    def _beside(self, around: QRectF, wide: float, before: float, limit: float) -> float | None:
        """Return where a word begins beside its mark: after it, or at the end of the line before it."""
        gap = current_theme().e(_BESIDE)
        if around.right() + gap + wide <= limit:
            return around.right() + gap
        is_last = limit >= self.width
        return around.left() - gap - wide if is_last and around.left() - gap - wide >= before else None

    def _below(self, one: Placed, wide: float, limits: list[float]) -> Placed:
        theme = current_theme()
        gap, row_height = theme.e(_GAP), theme.e(_LABEL_ROW)
        x = one.around.center().x()
        for row in range(1, len(limits)):
            if x + gap + wide > limits[row]:
                continue
            top = one.around.bottom() + (row - 1) * row_height
            for passed in range(1, row + 1):
                limits[passed] = x - gap
            leader = QPointF(x, one.around.bottom()), QPointF(x, top + row_height - theme.e(3))
            return replace(one, label=one.cluster.label, label_at=QRectF(x + gap, top, wide, row_height), leader=leader)
        return one

    def _around(self, cluster: Cluster, middle: float) -> QRectF:
        theme = current_theme()
        wide = theme.e(MARK if len(cluster.entries) == 1 else PILL)
        high = mark_height()
        return QRectF(self.x(cluster.at) - wide / 2, middle - high / 2, wide, high)

    def _bars(self, row: Sequence[Cluster], top: float) -> list[Placed]:
        theme = current_theme()
        bars = [self._bar(cluster, top) for cluster in row]
        ends = [*(bar.left() for bar in bars[1:]), float(self.width)]
        placed = []
        for cluster, bar, end in zip(row, bars, ends, strict=True):
            wide = _width(self.font, cluster.label)
            inside = bar.adjusted(theme.e(BAR_ICON + 8), 0, -theme.e(_GAP), 0)
            one = Placed(cluster, bar)
            if wide <= inside.width():
                one = replace(one, label=cluster.label, label_at=QRectF(inside))
            elif bar.right() + theme.e(_GAP) + wide <= end - theme.e(_GAP):
                one = replace(
                    one,
                    label=cluster.label,
                    label_at=QRectF(bar.right() + theme.e(_GAP), bar.top(), wide, bar.height()),
                )
            elif inside.width() >= theme.e(_LEAST_WORD):
                shown = self._metrics.elidedText(cluster.label, Qt.TextElideMode.ElideRight, inside.width())
                one = replace(one, label=shown, label_at=inside)
            placed.append(one)
        return placed

    def _bar(self, cluster: Cluster, top: float) -> QRectF:
        theme = current_theme()
        start = max(self.left, min(self.x(cluster.first.toordinal()), self.right))
        last: date = cluster.last(self.course.last)
        end = min(self.x(last.toordinal() + 1), self.right)
        wide = max(end - start, float(theme.e(_LEAST_BAR)))
        return QRectF(start, top, wide, theme.e(_BAR))


def _width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text) + 1
