"""Fields side by side that share the line, and go on to the next where each would be too narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from desktop_app.ui.qt_application import current_theme


@dataclass(frozen=True, slots=True)
class _Place:
    item: QLayoutItem
    least: float
    share: int


class FieldFlow(QLayout):
    """Add fields with the least width each needs, in steps, and its share of what is left over on its line.

    A field without a share keeps its least width. The inputs of a line stand at the same height, whatever help and
    messages stand over them.
    """

    def __init__(self, *, across: float = 16, down: float = 12) -> None:
        super().__init__()
        self._across, self._down = across, down
        self._places: list[_Place] = []
        self._heights: dict[int, int] = {}
        self._next = (0.0, 0)
        self.setContentsMargins(0, 0, 0, 0)
        current_theme().changed.connect(self.invalidate)

    def add(self, widget: QWidget, *, least: float, share: int = 1) -> None:
        """Add a field."""
        self._next = (least, share)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take over an item, as Qt asks of a layout."""
        self._heights.clear()
        self._places.append(_Place(item, *self._next))

    def count(self) -> int:
        """How many fields there are."""
        return len(self._places)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, none past the end."""
        return self._places[index].item if 0 <= index < len(self._places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give up an item, none past the end."""
        self._heights.clear()
        return self._places.pop(index).item if 0 <= index < len(self._places) else None

    def invalidate(self) -> None:
        """Forget what was computed, as Qt asks when a field or the theme has changed."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        """Wants all the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width; Qt asks for the same one many times over."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), moves=False)
        return height

    def sizeHint(self) -> QSize:
        """Room for every field on one line."""
        shown = self._shown()
        gaps = current_theme().e(self._across) * max(0, len(shown) - 1)
        height = max((place.item.sizeHint().height() for place in shown), default=0)
        return QSize(sum(self._least(place) for place in shown) + gaps, height)

    def minimumSize(self) -> QSize:
        """Room for the widest field alone."""
        least = [place.item.minimumSize() for place in self._shown()]
        return QSize(
            max((size.width() for size in least), default=0), max((size.height() for size in least), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place every field."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _shown(self) -> list[_Place]:
        return [place for place in self._places if not place.item.isEmpty()]

    @staticmethod
    def _least(place: _Place) -> int:
        return max(current_theme().e(place.least), place.item.minimumSize().width())

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        across, down = current_theme().e(self._across), current_theme().e(self._down)
        y = rect.y()
        for line in self._lines(rect.width(), across):
            widths = self._widths(line, rect.width() - across * (len(line) - 1))
            heights = [_height(place.item, width) for place, width in zip(line, widths, strict=True)]
            tallest = max(heights)
            x = rect.x()
            for place, width, height in zip(line, widths, heights, strict=True):
                if moves:
                    place.item.setGeometry(QRect(x, y + tallest - height, width, height))
                x += width + across
            y += tallest + down
        return max(0, y - down - rect.y())

    def _widths(self, line: list[_Place], room: int) -> list[int]:
        spare = max(0, room - sum(self._least(place) for place in line))
        shares = sum(place.share for place in line)
        return [min(self._least(place) + (spare * place.share // shares if shares else 0), room) for place in line]

    def _lines(self, room: int, across: int) -> list[list[_Place]]:
        lines: list[list[_Place]] = []
        used = 0
        for place in self._shown():
            least = self._least(place)
            if lines and used + across + least <= room:
                lines[-1].append(place)
                used += across + least
            else:
                lines.append([place])
                used = least
        return lines


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
