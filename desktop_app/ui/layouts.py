"""Layouts that speak in steps of the measure and follow the theme when text grows."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

from desktop_app.ui.qt_application import current_theme

Margins = float | tuple[float, float, float, float]
"""The same on all sides, or left, top, right, bottom; in steps."""


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty distance, in steps, between two neighbours."""

    steps: float


class Stretch(Enum):
    """Takes the room nobody else wants."""

    STRETCH = 1


STRETCH = Stretch.STRETCH
Item = QWidget | QLayout | Gap | Stretch
"""What a layout can hold."""


def apply_margins(layout: QLayout, margins: Margins) -> None:
    """Set the margins of a layout, given in steps."""
    sides = margins if isinstance(margins, tuple) else (margins,) * 4
    left, top, right, bottom = (current_theme().e(side) for side in sides)
    layout.setContentsMargins(left, top, right, bottom)


class _Box(QBoxLayout):
    """What rows and columns share."""

    def __init__(
        self, direction: QBoxLayout.Direction, items: tuple[Item, ...], spacing: float, margins: Margins
    ) -> None:
        super().__init__(direction)
        self._spacing_steps = spacing
        self._margin_steps = margins
        self._gaps: list[tuple[QSpacerItem, float]] = []
        self.add(*items)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def add(self, *items: Item, stretch: int = 0) -> None:
        """Add items in order; `stretch` is each widget's and layout's share of the room left over."""
        for item in items:
            if isinstance(item, Gap):
                spacer = QSpacerItem(0, 0)
                self.addSpacerItem(spacer)
                self._gaps.append((spacer, item.steps))
                self._size_gap(spacer, item.steps)
            elif isinstance(item, Stretch):
                self.addStretch(1)
            elif isinstance(item, QLayout):
                self.addLayout(item, stretch)
            else:
                self.addWidget(item, stretch)

    def add_aligned(self, widget: QWidget, alignment: Qt.AlignmentFlag) -> None:
        """Add a widget at its own size, held to one side of its place."""
        self.addWidget(widget, 0, alignment)

    def set_margins(self, margins: Margins) -> None:
        """Stand otherwise from the edges, in steps."""
        self._margin_steps = margins
        apply_margins(self, margins)

    def _size_gap(self, spacer: QSpacerItem, steps: float) -> None:
        size = current_theme().e(steps)
        fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self.direction() == QBoxLayout.Direction.LeftToRight:
            spacer.changeSize(size, 0, fixed, least)
        else:
            spacer.changeSize(0, size, least, fixed)

    def _apply_theme(self) -> None:
        self.setSpacing(current_theme().e(self._spacing_steps))
        apply_margins(self, self._margin_steps)
        for spacer, steps in self._gaps:
            self._size_gap(spacer, steps)
        self.invalidate()


class Row(_Box):
    """Side by side, from left to right."""

    def __init__(self, *items: Item, spacing: float = 8, margins: Margins = 0) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, items, spacing, margins)


class Column(_Box):
    """One under the other."""

    def __init__(self, *items: Item, spacing: float = 0, margins: Margins = 0) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, items, spacing, margins)


class Grid(QGridLayout):
    """Rows and columns; add with Qt's own `addWidget(widget, row, column)`."""

    def __init__(self, *, across: float = 12, down: float = 6, margins: Margins = 0) -> None:
        super().__init__()
        self._across, self._down, self._margin_steps = across, down, margins
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        self.setHorizontalSpacing(current_theme().e(self._across))
        self.setVerticalSpacing(current_theme().e(self._down))
        apply_margins(self, self._margin_steps)


class FlowRow(QLayout):
    """Side by side as long as there is room, then on the next line.

    What follows a `STRETCH` is held to the right side, as long as it stands on the line with what is before it; with
    nothing before it, every line is.
    """

    def __init__(self, *items: QWidget | QLayout | Stretch, across: float = 8, down: float = 8) -> None:
        super().__init__()
        self._across, self._down = across, down
        self._items: list[QLayoutItem] = []
        self._first_on_right: int | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.add(*items)
        current_theme().changed.connect(self.invalidate)

    def add(self, *items: QWidget | QLayout | Stretch) -> None:
        """Add items in order."""
        for item in items:
            if isinstance(item, Stretch):
                self._first_on_right = len(self._items)
            elif isinstance(item, QLayout):
                self.addChildLayout(item)
                self.addItem(item)
            else:
                self.addWidget(item)

    def addItem(self, item: QLayoutItem) -> None:
        """Take over an item, as Qt asks of a layout."""
        self._items.append(item)
        self._heights.clear()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, none past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up an item, none past the end."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Forget what was computed, as Qt asks when an item or the theme has changed."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Wants no more room than its items."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width; Qt asks for the same one many times over."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._place(QRect(0, 0, width, 0), moves=False)
        return height

    def sizeHint(self) -> QSize:
        """Room for everything on one line."""
        shown = self._shown()
        gaps = current_theme().e(self._across) * max(0, len(shown) - 1)
        hints = [item.sizeHint() for _, item in shown]
        return QSize(sum(hint.width() for hint in hints) + gaps, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Room for the widest item alone."""
        least = [item.minimumSize() for _, item in self._shown()]
        return QSize(
            max((size.width() for size in least), default=0), max((size.height() for size in least), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        self._place(rect, moves=True)

    def _shown(self) -> list[tuple[int, QLayoutItem]]:
        return [(index, item) for index, item in enumerate(self._items) if not item.isEmpty()]

    def _place(self, rect: QRect, *, moves: bool) -> int:
        across, down = current_theme().e(self._across), current_theme().e(self._down)
        y = rect.y()
        for line in self._lines(rect.width(), across):
            heights = [_height(item, width) for _, item, width in line]
            tallest = max(heights)
            if moves:
                x = rect.x()
                spare = rect.width() - sum(width for _, _, width in line) - across * (len(line) - 1)
                for place, ((index, item, width), height) in enumerate(zip(line, heights, strict=True)):
                    if index == self._first_on_right if place else self._first_on_right == 0:
                        x += spare
                    item.setGeometry(QRect(x, y + (tallest - height) // 2, width, height))
                    x += width + across
            y += tallest + down
        return max(0, y - down - rect.y())

    def _lines(self, room: int, across: int) -> list[list[tuple[int, QLayoutItem, int]]]:
        lines: list[list[tuple[int, QLayoutItem, int]]] = []
        used = 0
        for index, item in self._shown():
            width = max(min(item.sizeHint().width(), room), item.minimumSize().width())
            if lines and used + across + width <= room:
                lines[-1].append((index, item, width))
                used += across + width
            else:
                lines.append([(index, item, width)])
                used = width
        return lines


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
