"""A field for a password, hidden until one asks to see it, and bars that say how hard a new one is to guess."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.buttons import Button
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_BAR_HEIGHT, _BAR_GAP, _METER_WIDTH = 6, 4, 320
_WEAK, _FAIR = 1, 2


class PasswordField(FieldRow):
    """A field with a button beside it that shows and hides the letters; `line` is where they are typed."""

    def __init__(self, label: str, *, help_text: str = "", width: float | None = None) -> None:
        self.line = LineEdit()
        self.line.hide_text(hidden=True)
        super().__init__(label, self.line, help_text=help_text, width=width)
        self._also: list[LineEdit] = []
        self._reveal = Button(_("Show"), icon="visibility")
        self._reveal.setCheckable(True)
        self._reveal.setAccessibleDescription(label)
        self.add_after(self._reveal)
        self._reveal.toggled.connect(self._show_letters)

    @property
    def stops(self) -> tuple[QWidget, QWidget]:
        """Where Tab stops, in order."""
        return self.line, self._reveal

    def reveal_with(self, line: LineEdit) -> None:
        """Show and hide another field's letters together with this one's."""
        self._also.append(line)
        line.hide_text(hidden=not self._reveal.isChecked())

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is typed, and hide the letters again."""
        for line in (self.line, *self._also):
            line.clear()
        self._reveal.setChecked(False)
        self.clear_message()

    def _show_letters(self, shown: bool) -> None:  # noqa: FBT001 - a slot of toggled
        for line in (self.line, *self._also):
            line.hide_text(hidden=not shown)
        self._reveal.setText(_("Hide") if shown else _("Show"))
        self._reveal.set_icon("visibility-off" if shown else "visibility")


class StrengthMeter(QWidget):
    """So many of some bars filled, and the word that says the same."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._bars = _Bars(most)
        self._word = Label("", TextRole.META)
        self.setLayout(Column(self._bars, self._word, spacing=4))

    def show_strength(self, bars: int, word: str) -> None:
        """Fill `bars` of the bars; nothing typed keeps its place empty."""
        self._bars.fill(bars)
        is_new = word != self._word.text()
        self._word.setText(word)
        if word and is_new:
            announce(self, word)


class _Bars(QWidget):
    def __init__(self, most: int) -> None:
        super().__init__()
        self._most, self._filled = most, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current_theme().changed.connect(self._fit)
        self._fit()

    def fill(self, bars: int) -> None:
        self._filled = bars
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.e(_METER_WIDTH), theme.e(_BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = theme.e(_BAR_GAP)
        width = (self.width() - gap * (self._most - 1)) / self._most
        for bar in range(self._most):
            token = self._colour() if bar < self._filled else Token.DIVIDER
            painter.fillRect(round(bar * (width + gap)), 0, round(width), self.height(), theme.colour(token))

    def _colour(self) -> Token:
        if self._filled <= _WEAK:
            return Status.OVERDUE.mark
        return Status.SOON.mark if self._filled <= _FAIR else Status.DONE.mark

    def _fit(self) -> None:
        self.setMaximumWidth(current_theme().e(_METER_WIDTH))
        self.updateGeometry()
