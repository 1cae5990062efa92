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

_RADIUS, _ACROSS, _DOWN = 3, 28, 12


class RecoveryKeyBox(KeyboardFocus, QWidget):
    """The keyboard stops at it, so that a screen reader spells it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Recovery key"))
        self._row = FlowRow(across=_ACROSS, down=_DOWN)
        self.setLayout(Column(self._row, margins=(24, 18, 24, 18)))

    def show_groups(self, groups: Sequence[str]) -> None:
        """Show another key."""
        while (item := self._row.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        for number, group in enumerate(groups, start=1):
            part = QWidget()
            part.setLayout(Column(Label(str(number), TextRole.META), Label(group, TextRole.PERSON)))
            self._row.add(part)
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
