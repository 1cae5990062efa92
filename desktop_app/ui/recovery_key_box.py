"""A recovery key on the screen: eight numbered groups, to be printed or copied by hand, and to be heard."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_RADIUS, _ACROSS, _DOWN, _GROUP_WIDTH, _LINES = 3, 24, 12, 104, 2


class RecoveryKeyBox(KeyboardFocus, QWidget):
    """The keyboard stops at it, so that a screen reader spells it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Recovery key"))
        self._lines = [FlowRow(across=_ACROSS, down=_DOWN) for _line in range(_LINES)]
        self.setLayout(Column(*self._lines, spacing=_DOWN, margins=(24, 18, 24, 18)))

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show another key."""
        for line in self._lines:
            while (item := line.takeAt(0)) is not None:
                shown = item.widget()
                if shown is not None:
                    shown.hide()
                    shown.deleteLater()
        for place, group in enumerate(groups):
            self._lines[place * _LINES // len(groups)].add(_Group(place + 1, group))
        self.setAccessibleDescription(
            "; ".join(
                _("group {number}: {letters}").format(number=number, letters=" ".join(group))
                for number, group in enumerate(groups, start=1)
            )
        )
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the ring."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour(Token.WINDOW))
        painter.setPen(QPen(theme.colour(Token.DIVIDER), 1))
        radius = theme.e(_RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self.paint_ring(painter, self.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()


class _Group(QWidget):
    """A group under its number; all are equally wide, so that they stand in columns."""

    def __init__(self, number: int, letters: str) -> None:
        super().__init__()
        self.setLayout(Column(Label(str(number), TextRole.META), Label(letters, TextRole.PERSON)))
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(current_theme().e(_GROUP_WIDTH))
