"""The rows of the quick opening: headings, and under them cases and acts, painted."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.presenters.quick_open_presenter import QuickGroup, QuickRow
from desktop_app.translation import _
from desktop_app.ui.badge import badge_size, paint_badge
from desktop_app.ui.badge_status import STATUS_OF
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_HEADING, _ROW, _TWO_LINE_ROW = 34, 40, 52
_BAR, _SIDE, _ICON, _TEXT_LEFT, _BETWEEN = 4, 20, 18, 52, 12
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ELIDE = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class QuickOpenModel(QAbstractListModel):
    """Headings are text, rows are `QuickRow`."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[str | QuickRow] = []

    def set_groups(self, groups: Sequence[QuickGroup]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(chain.from_iterable((group.title, *group.rows) for group in groups))
        self.endResetModel()

    def at(self, row: int) -> str | QuickRow | None:
        """Return a heading or a row, none outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many headings and rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Return what a screen reader reads."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return spoken(self.at(index.row()))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, headings not."""
        if isinstance(self.at(index.row()), QuickRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


def spoken(row: str | QuickRow | None) -> str:
    """Return a row as one sentence."""
    if isinstance(row, QuickRow):
        return ", ".join(part for part in (row.title, row.detail, row.badge, row.keys) if part)
    return row or ""


class _Painter(QStyledItemDelegate):
    """Paints headings and rows."""

    def __init__(self, view: QListView, model: QuickOpenModel) -> None:
        super().__init__(view)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - as Qt has it
        """Two lines where there is a detail."""
        row = self._model.at(index.row())
        height = _HEADING if not isinstance(row, QuickRow) else _TWO_LINE_ROW if row.detail else _ROW
        return QSize(0, current_theme().e(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row = self._model.at(index.row())
        painter.save()
        if isinstance(row, QuickRow):
            self._paint_row(painter, rect, row, is_chosen=QStyle.StateFlag.State_Selected in state)
        elif row:
            theme = current_theme()
            painter.setFont(theme.text_font(TextRole.SMALL_LABEL))
            painter.setPen(theme.colour(Token.MUTED))
            painter.drawText(rect.adjusted(theme.e(_SIDE), theme.e(4), 0, 0), _MIDDLE_LEFT, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: QuickRow, *, is_chosen: bool) -> None:
        theme = current_theme()
        text_token = Token.SELECTED_TEXT if is_chosen else Token.TEXT
        if is_chosen:
            painter.fillRect(rect, theme.colour(Token.SELECTED))
            painter.fillRect(QRect(rect.left(), rect.top(), theme.e(_BAR), rect.height()), theme.colour(Token.ACCENT))
        icon_top = rect.top() + (rect.height() - theme.e(_ICON)) // 2
        icon = theme.pixmap(row.icon, text_token, _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + theme.e(_SIDE), icon_top, icon)
        room = rect.adjusted(theme.e(_TEXT_LEFT), theme.e(2), -theme.e(_SIDE), -theme.e(2))
        room.setRight(room.right() - self._paint_right(painter, rect, row, text_token) - theme.e(_BETWEEN))
        title = QRect(room)
        if row.detail:
            title.setBottom(room.top() + room.height() // 2)
            below = QRect(room)
            below.setTop(title.bottom() + 1)
            font = theme.text_font(TextRole.META)
            painter.setFont(font)
            painter.setPen(theme.colour(text_token if is_chosen else Token.MUTED))
            painter.drawText(below, _MIDDLE_LEFT, QFontMetrics(font).elidedText(row.detail, _ELIDE, below.width()))
        _paint_title(painter, title, row, text_token)

    def _paint_right(self, painter: QPainter, rect: QRect, row: QuickRow, token: Token) -> int:
        """Paint badge or keys at the right side; return how wide they are."""
        theme = current_theme()
        right = rect.right() - theme.e(_SIDE)
        if row.badge:
            width = badge_size(row.badge).width()
            paint_badge(
                painter, QPointF(right - width, rect.center().y() + 1), STATUS_OF[row.badge_kind], row.badge, width
            )
            return width
        if not row.keys:
            return 0
        font = theme.text_font(TextRole.META)
        width = QFontMetrics(font).horizontalAdvance(row.keys)
        painter.setFont(font)
        painter.setPen(theme.colour(token if token is Token.SELECTED_TEXT else Token.MUTED))
        painter.drawText(QRect(right - width, rect.top(), width, rect.height()), _MIDDLE_LEFT, row.keys)
        return width


def _paint_title(painter: QPainter, room: QRect, row: QuickRow, token: Token) -> None:
    """Paint a title with the pieces that were typed in bold."""
    theme = current_theme()
    plain, bold = theme.font(), theme.font(weight=700)
    painter.setPen(theme.colour(token))
    at = 0
    left = room.left()
    for start, end in (*row.bold, (len(row.title), len(row.title))):
        for font, piece in ((plain, row.title[at:start]), (bold, row.title[start:end])):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            shown = metrics.elidedText(piece, _ELIDE, max(0, room.right() - left))
            painter.drawText(QRect(left, room.top(), room.width(), room.height()), _MIDDLE_LEFT, shown)
            left += metrics.horizontalAdvance(piece)
        at = end


class QuickOpenList(QListView):
    """The rows; the keyboard stays in the field above, which moves the choice here."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QuickOpenModel()
        self._rows.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self, self._rows))
        self.setAccessibleName(_("Found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_groups(self, groups: Sequence[QuickGroup]) -> None:
        """Show rows, the first of them chosen."""
        self._rows.set_groups(groups)
        self._go(range(self._rows.rowCount()))
        self.updateGeometry()

    def chosen(self) -> QuickRow | None:
        """Return the row that is chosen."""
        row = self._rows.at(self.currentIndex().row())
        return row if isinstance(row, QuickRow) else None

    def row_under(self, index: QModelIndex) -> QuickRow | None:
        """Return the row at an index."""
        row = self._rows.at(index.row())
        return row if isinstance(row, QuickRow) else None

    def move_down(self) -> None:
        """Choose the next row."""
        self._go(range(self.currentIndex().row() + 1, self._rows.rowCount()))

    def move_up(self) -> None:
        """Choose the row before."""
        self._go(range(self.currentIndex().row() - 1, -1, -1))

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        height = sum(self.sizeHintForRow(row) for row in range(self._rows.rowCount()))
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """A row."""
        return QSize(0, min(self.sizeHint().height(), current_theme().e(_TWO_LINE_ROW)))

    def _go(self, places: range) -> None:
        place = next((place for place in places if isinstance(self._rows.at(place), QuickRow)), None)
        if place is not None:
            self.setCurrentIndex(self._rows.index(place))
            if place == 1:  # the heading above the first row shows too
                self.scrollToTop()
