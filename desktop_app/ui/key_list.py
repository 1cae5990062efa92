"""The shortcuts by theme: what they do, and the keys as they look on the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop_app.presenters.key_words import KeyEntry, KeyGroup, key_words, keys_text
from desktop_app.translation import _
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Gap, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

_HEIGHT, _SIDE, _BETWEEN, _RADIUS, _LEAST_TEXT = 26, 8, 6, 3, 200
_WIDTH = 720
"""Wider, the eye would lose the line between a text and its keys."""

_TABLE_STRETCH = 1000
"""So much more than the empty room's 1 that the table is given all of its greatest width first."""

_ROLE = TextRole.SMALL_STRONG


class KeyCaps(QWidget):
    """Ways to press the same, each key in an edge of its own; a screen reader hears them as one."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._pieces: list[tuple[str, bool]] = []
        for place, way in enumerate(keys):
            if place:
                self._pieces.append((_("or"), False))
            for index, word in enumerate(key_words(way)):
                self._pieces += [("+", False)] * bool(index) + [(word, True)]
        self.setAccessibleName(f" {_('or')} ".join(keys_text(way) for way in keys))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for every key."""
        theme = current_theme()
        between = theme.e(_BETWEEN) * max(0, len(self._pieces) - 1)
        return QSize(sum(self._width(*piece) for piece in self._pieces) + between, theme.e(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """No key is ever hidden."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the keys."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.text_font(_ROLE))
        x = 0
        for word, is_key in self._pieces:
            box = QRectF(x, 0, self._width(word, is_key), self.height())
            if is_key:
                painter.setPen(QPen(theme.colour(Token.BORDER), 1))
                painter.setBrush(theme.colour(Token.WINDOW))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.e(_RADIUS), theme.e(_RADIUS))
            painter.setPen(theme.colour(Token.TEXT if is_key else Token.MUTED))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            x += round(box.width()) + theme.e(_BETWEEN)

    @staticmethod
    def _width(word: str, is_key: bool) -> int:  # noqa: FBT001 - as the pieces are kept
        theme = current_theme()
        text = QFontMetrics(theme.text_font(_ROLE)).horizontalAdvance(word)
        return max(text + 2 * theme.e(_SIDE), theme.e(_HEIGHT)) if is_key else text


class KeyList(QWidget):
    """Groups under one another; the keys stand at the right, or under what they do where there is little room."""

    def __init__(self, groups: Sequence[KeyGroup] = ()) -> None:
        super().__init__()
        self._column = Column()
        self._table = QWidget()
        self._table.setLayout(self._column)
        row = Row()
        row.add(self._table, stretch=_TABLE_STRETCH)
        row.addStretch(1)
        self.setLayout(row)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()
        self.show_groups(groups)

    def show_groups(self, groups: Sequence[KeyGroup]) -> None:
        """Show other groups."""
        old = self._column.takeAt(0)
        if old is not None and (shown := old.widget()) is not None:
            shown.hide()
            shown.deleteLater()
        body = QWidget()
        column = Column()
        for place, group in enumerate(groups):
            column.add(*([Gap(24)] if place else []), Label(group.title, TextRole.HEADING), Gap(8))
            for entry in group.entries:
                column.add(_KeyRow(entry), Line())
        column.add(STRETCH)
        body.setLayout(column)
        self._column.add(body)

    def _apply_theme(self) -> None:
        self._table.setMaximumWidth(current_theme().e(_WIDTH))


class _KeyRow(QWidget):
    def __init__(self, entry: KeyEntry) -> None:
        super().__init__()
        self._caps = KeyCaps(entry.keys)
        self._row = Row(spacing=16, margins=(0, 7, 0, 7))
        self._row.add(Label(entry.what, wraps=True), stretch=1)
        self._row.add(self._caps)
        self.setLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the keys under the text, or back beside it."""
        super().resizeEvent(event)
        theme = current_theme()
        is_roomy = self.width() - self._caps.sizeHint().width() >= theme.e(_LEAST_TEXT)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_roomy else directions.TopToBottom)
