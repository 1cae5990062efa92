"""The titles over a list: a click sorts, and so do the arrow keys and Enter."""

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table_model import RowsTableModel

_HEIGHT, _SIDE, _ARROW = 32, 8, 14


class RowsHeader(KeyboardFocus, QHeaderView):
    """`sort_wanted` carries the column one has pressed."""

    sort_wanted = Signal(int)

    def __init__(self, model: RowsTableModel[Any], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self._at = 0
        self.setAccessibleName(_("Column titles; Enter sorts"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(self.sort_wanted)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Take size and font of the current theme."""
        theme = current_theme()
        self._font = theme.font(weight=500)
        self.setFixedHeight(theme.e(_HEIGHT))

    def least_width(self, title: str) -> int:
        """Return the room a title takes with its arrow."""
        theme = current_theme()
        return QFontMetrics(self._font).horizontalAdvance(title) + 2 * theme.e(_SIDE) + theme.e(_ARROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from title to title, and sort by the one the keyboard is at."""
        shown = [section for section in range(self.count()) if not self.isSectionHidden(section)]
        place = shown.index(self._at) if self._at in shown else 0
        match event.key():
            case Qt.Key.Key_Left:
                self._at = shown[max(0, place - 1)]
            case Qt.Key.Key_Right:
                self._at = shown[min(len(shown) - 1, place + 1)]
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.sort_wanted.emit(self._at)
            case _:
                super().keyPressEvent(event)
                return
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has gone."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title, its arrow, and the line under it."""
        theme = current_theme()
        painter.save()
        painter.fillRect(rect, theme.colour(Token.BASE))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour(Token.BORDER))
        column = self._rows.columns[section]
        room = rect.adjusted(theme.e(_SIDE), 0, -theme.e(_SIDE) // 2, 0)
        arrow = self._arrow(section)
        text_room = room.adjusted(0, 0, -theme.e(_ARROW) if arrow else 0, 0)
        painter.setFont(self._font)
        painter.setPen(theme.colour(Token.TEXT if arrow else Token.MUTED))
        title = QFontMetrics(self._font).elidedText(column.title, Qt.TextElideMode.ElideRight, text_room.width())
        painter.drawText(text_room, column.alignment, title)
        if arrow:
            width = QFontMetrics(self._font).horizontalAdvance(title)
            is_right = Qt.AlignmentFlag.AlignRight in column.alignment
            x = text_room.right() + 1 if is_right else text_room.left() + width + theme.e(2)
            y = rect.top() + (rect.height() - theme.e(_ARROW)) // 2
            painter.drawPixmap(x, y, theme.pixmap(arrow, Token.TEXT, _ARROW, self.devicePixelRatioF()))
        if section == self._at:
            self.paint_ring(painter, rect)
        painter.restore()

    def _arrow(self, section: int) -> str:
        match self._rows.sorted_by:
            case (column, Qt.SortOrder.AscendingOrder) if column == section:
                return "chevron-up"
            case (column, _order) if column == section:
                return "chevron-down"
        return ""
