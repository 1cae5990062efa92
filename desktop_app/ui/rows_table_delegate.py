"""How a row of a list looks: no widgets in it, all of it painted."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop_app.ui.badge import badge_size, paint_badge
from desktop_app.ui.keyboard_focus import RING, paint_ring
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rows_table_columns import GroupRow, TableColumn
from desktop_app.ui.rows_table_model import RowsTableModel
from desktop_app.ui.text_roles import TextRole

_SIDE, _BAR, _GROUP_LOW, _CHEVRON = 8, 4, 5, 18
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ELIDE = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


class RowsDelegate(QStyledItemDelegate):
    """Paints rows and headings. The table says which columns show and whether the keyboard's ring does."""

    def __init__(self, model: RowsTableModel[Any], view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model = model
        self.shown: tuple[int, ...] = ()
        self.told: tuple[int, ...] = ()
        self.has_ring = False
        leads = (index for index, column in enumerate(model.columns) if column.stretch and column.badge is None)
        self._lead = next(leads, 0)
        self.apply_theme()

    def apply_theme(self) -> None:
        """Take the fonts of the current theme."""
        theme = current_theme()
        self._text, self._strong = theme.font(), theme.font(weight=500)
        self._meta = theme.text_font(TextRole.META)
        self._group = theme.text_font(TextRole.SMALL_LABEL)

    def has_two_lines(self) -> bool:
        """Whether rows need the height of two lines."""
        return bool(self.told) or any(column.second_line is not None for column in self._model.columns)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell, or the heading from its first cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), current_theme().colour(Token.DIVIDER))
        group = self._model.group_at(index.row())
        if group is not None:
            self._paint_group(painter, rect, group)
            if self._has_ring_at(index):
                paint_ring(painter, rect)
        else:
            self._paint_cell(painter, rect, index, is_selected=QStyle.StateFlag.State_Selected in state)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show the whole text of a cell that has room for a part of it only."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid() or self._model.group_at(index.row()) is not None:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), self.hidden_text(index, view.visualRect(index)), view)
        return True

    def hidden_text(self, index: Index, rect: QRect) -> str:
        """Return what a cell of this size would show if it could, empty if it shows all of it."""
        column = self._model.columns[index.column()]
        row = self._model.row_at(index.row())
        text = self._model.text_at(index.row(), index.column())
        room = self._room(rect).width()
        if column.badge is not None and column.badge(row) is not None:
            return "" if badge_size(text).width() <= room else text
        second = self._second_line(row, index, column)
        second_room = room + self._beyond(index) if self._tells_across(index) else room
        fits = (
            QFontMetrics(self._font_of(column)).horizontalAdvance(text) <= room
            and QFontMetrics(self._meta).horizontalAdvance(second) <= second_room
        )
        return "" if fits else "\n".join(line for line in (text, second) if line)

    def _paint_group(self, painter: QPainter, rect: QRect, group: GroupRow) -> None:
        theme = current_theme()
        if rect.left() > 0:
            return
        room = rect.adjusted(theme.e(_SIDE), 0, 0, -theme.e(_GROUP_LOW))
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        if group.fold_key:
            height = QFontMetrics(self._group).height()
            icon = "chevron-right" if group.is_folded else "chevron-down"
            picture = theme.pixmap(icon, Token.TEXT, _CHEVRON, painter.device().devicePixelRatioF())
            painter.drawPixmap(
                room.left() - theme.e(_SIDE) // 2, room.bottom() + 1 - (height + theme.e(_CHEVRON)) // 2, picture
            )
            room.setLeft(room.left() + theme.e(_CHEVRON))
        painter.setFont(self._group)
        painter.setPen(theme.colour(Token.TEXT))
        painter.drawText(room, low, group.title)
        room.setLeft(room.left() + QFontMetrics(self._group).horizontalAdvance(group.title) + theme.e(_SIDE))
        painter.setFont(self._meta)
        painter.setPen(theme.colour(Token.MUTED))
        painter.drawText(room, low, group.count_text)

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, is_selected: bool) -> None:
        theme = current_theme()
        column = self._model.columns[index.column()]
        row = self._model.row_at(index.row())
        text = self._model.text_at(index.row(), index.column())
        if is_selected:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour(Token.SELECTED))
        status = column.badge(row) if column.badge is not None else None
        room = self._room(rect)
        if status is not None:
            middle = QPointF(room.left(), rect.top() + rect.height() / 2)
            paint_badge(painter, middle, status, text, room.width())
        else:
            self._paint_text(painter, room, index, is_selected=is_selected)
        if is_selected and index.column() == self.shown[0]:
            self._paint_bar(painter, rect)
        if self._has_ring_at(index):
            self._paint_ring_part(painter, rect, index.column())

    def _paint_text(self, painter: QPainter, room: QRect, index: Index, *, is_selected: bool) -> None:
        theme = current_theme()
        column = self._model.columns[index.column()]
        text = self._model.text_at(index.row(), index.column())
        second = self._second_line(self._model.row_at(index.row()), index, column)
        font = self._font_of(column)
        first_height, second_height = QFontMetrics(font).height(), QFontMetrics(self._meta).height()
        tells_across = self._tells_across(index)
        both = first_height + (second_height if second or tells_across else 0)
        top = room.top() + (room.height() - both) // 2
        painter.setFont(font)
        painter.setPen(theme.colour(Token.SELECTED_TEXT if is_selected else Token.TEXT))
        shown = QFontMetrics(font).elidedText(text, _ELIDE, room.width())
        painter.drawText(QRect(room.left(), top, room.width(), first_height), column.alignment, shown)
        line = QRect(room.left(), top + first_height, room.width(), second_height)
        painter.setFont(self._meta)
        painter.setPen(theme.colour(Token.SELECTED_MUTED if is_selected else Token.MUTED))
        if tells_across:
            self._paint_told(painter, line, index)
        elif second:
            shown = QFontMetrics(self._meta).elidedText(second, _ELIDE, room.width())
            painter.drawText(line, column.alignment, shown)

    def _paint_told(self, painter: QPainter, line: QRect, index: Index) -> None:
        """Paint this cell's part of the line that runs from the lead column to the right side."""
        lead = self._model.index(index.row(), self._lead)
        text = self._second_line(self._model.row_at(index.row()), lead, self._model.columns[self._lead])
        whole = self._room(self._place_of(lead))
        whole.setRight(whole.right() + self._beyond(lead))
        side = current_theme().e(_SIDE)
        painter.setClipRect(line.adjusted(-side, 0, side, 0))
        shown = QFontMetrics(self._meta).elidedText(text, _ELIDE, whole.width())
        painter.drawText(QRect(whole.left(), line.top(), whole.width(), line.height()), _MIDDLE_LEFT, shown)
        painter.setClipping(False)

    def _tells_across(self, index: Index) -> bool:
        """Whether the second line runs through this cell: there is more to tell than one column has room for."""
        others = (self._model.columns[column] for column in self.shown if column != self._lead)
        return bool(self.told) and index.column() >= self._lead and all(other.second_line is None for other in others)

    def _beyond(self, index: Index) -> int:
        """Return how many pixels of row there are to the right of a cell."""
        last = self._place_of(self._model.index(index.row(), self.shown[-1]))
        return max(0, last.right() - self._place_of(index).right())

    def _place_of(self, index: Index) -> QRect:
        view = self.parent()  # not kept as an attribute: the view keeps this painter, and neither would be freed
        return view.visualRect(index) if isinstance(view, QAbstractItemView) else QRect()

    def _has_ring_at(self, index: Index) -> bool:
        """Whether the keyboard is at this row; of several rows that are chosen it is at one."""
        view = self.parent()
        return self.has_ring and isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()

    def _paint_bar(self, painter: QPainter, rect: QRect) -> None:
        theme = current_theme()
        inset = RING if self.has_ring else 0
        bar = QRect(rect.left() + inset, rect.top() + inset, theme.e(_BAR), rect.height() - 2 * inset)
        painter.fillRect(bar, theme.colour(Token.ACCENT))

    def _paint_ring_part(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Paint this cell's part of the ring round its row."""
        ring = current_theme().colour(Token.FOCUS)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), RING), ring)
        painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - RING, rect.width(), RING), ring)
        if column == self.shown[0]:
            painter.fillRect(QRect(rect.left(), rect.top(), RING, rect.height()), ring)
        if column == self.shown[-1]:
            painter.fillRect(QRect(rect.right() + 1 - RING, rect.top(), RING, rect.height()), ring)

    def _second_line(self, row: object, index: Index, column: TableColumn[Any]) -> str:
        parts = [column.second_line(row)] if column.second_line is not None else []
        if index.column() == self._lead:
            parts.extend(self._model.text_at(index.row(), told) for told in self.told)
        return " · ".join(part for part in parts if part)

    def _font_of(self, column: TableColumn[Any]) -> QFont:
        return self._strong if column.is_strong else self._text

    @staticmethod
    def _room(rect: QRect) -> QRect:
        side = current_theme().e(_SIDE)
        return rect.adjusted(side, 0, -side // 2, 0)
