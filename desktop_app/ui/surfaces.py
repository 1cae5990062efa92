"""What parts regions: surfaces, lines and space. Boxes with an edge are for unlocking, keys and quick opening only."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from desktop_app.ui.keyboard_focus import section_step, stop_of_section
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_CARD_RADIUS = 4


class Line(QWidget):
    """A line of one pixel between two regions or sections."""

    def __init__(self, token: Token = Token.DIVIDER, *, is_vertical: bool = False) -> None:
        super().__init__()
        self._token = token
        if is_vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the pixel."""
        QPainter(self).fillRect(self.rect(), current_theme().colour(self._token))


class Panel(QWidget):
    """A surface, `BASE` for work or `WINDOW` beside it, with divider lines on the sides named in `edges`.

    `width` fixes how wide it is, in steps; it gives way before the window does.
    """

    def __init__(
        self,
        layout: QLayout,
        surface: Token = Token.BASE,
        *,
        edges: Qt.Edge = Qt.Edge(0),  # noqa: B008 - an enum of Qt's, immutable
        width: float | None = None,
    ) -> None:
        super().__init__()
        self._surface = surface
        self._edges = edges
        self._width = width
        self.setLayout(layout)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the surface and draw its edges."""
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(self._surface))
        divider = theme.colour(Token.DIVIDER)
        width, height = self.width(), self.height()
        for edge, line in (
            (Qt.Edge.TopEdge, QRect(0, 0, width, 1)),
            (Qt.Edge.BottomEdge, QRect(0, height - 1, width, 1)),
            (Qt.Edge.LeftEdge, QRect(0, 0, 1, height)),
            (Qt.Edge.RightEdge, QRect(width - 1, 0, 1, height)),
        ):
            if edge in self._edges:
                painter.fillRect(line, divider)

    def _apply_theme(self) -> None:
        if self._width is not None:
            self.setFixedWidth(current_theme().e(self._width))
        self.update()


class Card(QWidget):
    """A box with an edge, at most `width` steps wide."""

    def __init__(self, layout: QLayout, *, width: float) -> None:
        super().__init__()
        self._width = width
        self.setLayout(layout)
        current_theme().changed.connect(self._apply_theme)
        self._apply_theme()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(current_theme().e(self._width), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the box and draw its edge."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour(Token.BASE))
        painter.setPen(QPen(theme.colour(Token.DIVIDER), 1))
        radius = theme.e(_CARD_RADIUS)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _apply_theme(self) -> None:
        self.setMaximumWidth(current_theme().e(self._width))


class ScrollArea(QScrollArea):
    """A page longer than the window. With a `name` the keyboard can stop at it and scroll, for pages without fields.

    Ctrl+PageDown and Ctrl+PageUp go from one section of the page to the next.
    """

    def __init__(self, layout: QLayout, *, name: str = "") -> None:
        super().__init__()
        self._page = QWidget()
        self._page.setLayout(layout)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setProperty("stop", bool(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name else Qt.FocusPolicy.NoFocus)

    @property
    def page(self) -> QWidget:
        """What is scrolled."""
        return self._page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another section; the rest scrolls."""
        step = section_step(event)
        if not step:
            super().keyPressEvent(event)
            return
        at = QApplication.focusWidget()
        stop = stop_of_section(self._page, at if at and self._page.isAncestorOf(at) else self._page, step)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(stop)
