"""How a date was worked out, one step under the other, the last one filled."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_NODE_MIDDLE, _NODE_RADIUS, _BEFORE_TEXT = 6, 5, 24


@dataclass(frozen=True, slots=True)
class Step:
    """A date or a sum, and why it counts."""

    when: str
    why: str = ""


class Steps(QWidget):
    """Grows with its text. A screen reader hears all of it as one, under `name`."""

    def __init__(self, name: str, steps: Sequence[Step] = (), *, surface: Token = Token.WINDOW) -> None:
        super().__init__()
        self._name, self._surface = name, surface
        self._heads: list[Label] = []
        self._column = Column(margins=(_BEFORE_TEXT, 0, 0, 0))
        self.setLayout(self._column)
        self.show_steps(steps)

    def text(self) -> str:
        """Return the steps as lines of text, as for copying."""
        return self._text

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps."""
        self._text = "\n".join(f"{step.when}: {step.why}" if step.why else step.when for step in steps)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._text)
        self._heads = []
        body = QWidget()
        column = Column(spacing=1)
        for index, step in enumerate(steps):
            is_last = index == len(steps) - 1
            head = Label(step.when, TextRole.SMALL_LABEL if is_last else TextRole.SMALL_STRONG, wraps=True)
            self._heads.append(head)
            column.add(*([Gap(4)] if index else []), head)
            if step.why:
                column.add(Label(step.why, TextRole.META, wraps=True))
        body.setLayout(column)
        old = self._column.takeAt(0)
        if old is not None and (shown := old.widget()) is not None:
            shown.hide()
            shown.deleteLater()
        self._column.add(body)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a circle at each date and the line that joins them."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, radius = theme.e(_NODE_MIDDLE), theme.e(_NODE_RADIUS)
        middles = [head.mapTo(self, head.rect().topLeft()).y() + _half_line(head) for head in self._heads]
        if not middles:
            return
        painter.setPen(QPen(theme.colour(Token.BORDER), 1.5))
        painter.drawLine(QPointF(x, middles[0]), QPointF(x, middles[-1]))
        painter.setPen(QPen(theme.colour(Token.ACCENT), 2))
        for y in middles:
            painter.setBrush(theme.colour(Token.ACCENT if y == middles[-1] else self._surface))
            painter.drawEllipse(QPointF(x, y), radius, radius)


def _half_line(label: Label) -> float:
    return label.fontMetrics().height() / 2
