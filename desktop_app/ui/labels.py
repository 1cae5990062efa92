"""Text and icons that stand on a page: plain text only, so nothing a person typed is read as markup."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.text_roles import TextRole

_LEAST_WORDS = 40
"""An elided label shrinks no further than this, in steps: a few letters and the dots."""

_LEAST_LINE = 120
"""A text is broken into lines no narrower than this, in steps."""


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties have changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Label(QLabel):
    """A text with a role. `tone` is one of `TEXT_TONES`; `wraps` is for long text only, in a place with a width."""

    def __init__(
        self, text: str = "", role: TextRole = TextRole.BODY, *, tone: Token | None = None, wraps: bool = False
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.setWordWrap(wraps)
        if tone is not None:
            self.setProperty("tone", tone.value)

    def set_tone(self, tone: Token | None) -> None:
        """Colour the text otherwise than its role does, or as its role does again."""
        self.setProperty("tone", None if tone is None else tone.value)
        restyle(self)


class ElidedLabel(Label):
    """One line that ends in dots when it lacks room; the whole text is then in the tool tip."""

    def __init__(self, text: str = "", role: TextRole = TextRole.BODY, *, tone: Token | None = None) -> None:
        super().__init__(text, role, tone=tone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_elided(self) -> bool:
        """Whether some of the text is hidden now."""
        return self.width() < super().sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """A few letters and the dots."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), current_theme().e(_LEAST_WORDS)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it no longer fits."""
        super().resizeEvent(event)
        self._offer_whole_text()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._offer_whole_text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, self.alignment(), shown)

    def _offer_whole_text(self) -> None:
        self.setToolTip(self.text() if self.is_elided() else "")


class FlowLabel(Label):
    """A text in a `FlowRow`, on one line where there is room, else on several; a word longer than a line is parted."""

    def __init__(self, text: str, role: TextRole) -> None:
        super().__init__(text, role, wraps=True)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(
            min(super().minimumSizeHint().width(), current_theme().e(_LEAST_LINE)), self.fontMetrics().height()
        )

    def sizeHint(self) -> QSize:
        """Room for all of it on one line."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of its lines at a width."""
        return round(self._laid_out(width).boundingRect().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._laid_out(self.width()).draw(painter, QPointF())

    def _laid_out(self, width: int) -> QTextLayout:
        laid_out = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        laid_out.setTextOption(option)
        laid_out.beginLayout()
        height = 0.0
        while (line := laid_out.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        laid_out.endLayout()
        return laid_out


class IconLabel(QWidget):
    """An icon beside a word that says the same. Where it stands alone, give it a `name`."""

    def __init__(self, icon: str, token: Token = Token.TEXT, steps: float = 18, *, name: str = "") -> None:
        super().__init__()
        self._icon, self._token, self._steps = icon, token, steps
        self.setAccessibleName(name)
        self.setToolTip(name)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def set_icon(self, icon: str, token: Token) -> None:
        """Show another icon, or the same in another colour."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the pixels of the screen it is on."""
        pixmap = current_theme().pixmap(self._icon, self._token, self._steps, self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, pixmap)

    def _apply_theme(self) -> None:
        side = current_theme().e(self._steps)
        self.setFixedSize(side, side)
        self.update()
