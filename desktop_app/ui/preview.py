"""A printed page on screen, as it will lie on the table: a grey bench, a white page, a soft shadow."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.translation import _
from desktop_app.ui.buttons import IconButton
from desktop_app.ui.keyboard_focus import KeyboardFocus
from desktop_app.ui.labels import ElidedLabel
from desktop_app.ui.layouts import STRETCH, Column, Row
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.surfaces import Panel
from desktop_app.ui.text_roles import TextRole

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""How wide a page can be shown, as parts of the width there is room for."""

_MARGIN, _SHADOW, _SHADOW_DROP, _BAR = 16, 10, 2, 44
_SHADOW_ALPHA, _SHADOW_LAYERS = 10, 6
_DIMMED = 0.45
_PAGE_OF_A4 = 297 / 210
_DRAW_AGAIN_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: rows of pixels (red, green, blue, an unused byte) from the top left, and its text."""

    width: int
    height: int
    rgbx: bytes
    text: str


class _Bench(KeyboardFocus, QAbstractScrollArea):
    """Shows one page; the arrow keys and Page Up and Down move over it."""

    width_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._is_dimmed = False
        self._zoom = 1.0
        self._told_width = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tell_later = QTimer(self)
        self._tell_later.setSingleShot(True)
        self._tell_later.setInterval(_DRAW_AGAIN_AFTER_MS)
        self._tell_later.timeout.connect(self._tell_width)
        current_theme().changed.connect(self._arrange)

    @property
    def zoom(self) -> float:
        """The width shown, as a part of the width there is room for."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the page wider or narrower."""
        self._zoom = zoom
        self._arrange()

    def show_picture(self, picture: PagePicture | None) -> None:
        """Show a page, or the bare bench; the pixels are copied."""
        if picture is None:
            self._picture = None
        else:
            stride = picture.width * 4
            image = QImage(picture.rgbx, picture.width, picture.height, stride, QImage.Format.Format_RGBX8888)
            self._picture = QPixmap.fromImage(image.copy())
        self._arrange()

    def set_dimmed(self, *, is_dimmed: bool) -> None:
        """Show that the page is not what it should be by now, or that it is."""
        self._is_dimmed = is_dimmed
        self.viewport().update()

    def pixels_wanted(self) -> int:
        """Return how many pixels wide a page is drawn crisp now."""
        return round(self._page_size().width() * self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the width."""
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        """Draw the page elsewhere."""
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bench, shadow, page and ring."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour(Token.BENCH))
        if self._picture is not None:
            page = QRect(self._page_corner(), self._page_size())
            self._paint_shadow(painter, page)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setOpacity(_DIMMED if self._is_dimmed else 1.0)
            painter.drawPixmap(page, self._picture)
            painter.setOpacity(1.0)
        self.paint_ring(painter, self.viewport().rect())

    def _paint_shadow(self, painter: QPainter, page: QRect) -> None:
        theme = current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _SHADOW_ALPHA))
        for layer in range(_SHADOW_LAYERS, 0, -1):
            spread = theme.e(_SHADOW) * layer // _SHADOW_LAYERS
            around = page.adjusted(-spread, -spread, spread, spread).translated(0, theme.e(_SHADOW_DROP))
            painter.drawRoundedRect(around, spread, spread)

    def _page_size(self) -> QSize:
        margin = current_theme().e(_MARGIN)
        width = max(1, round((self.viewport().width() - 2 * margin) * self._zoom))
        shape = self._picture.height() / self._picture.width() if self._picture is not None else _PAGE_OF_A4
        return QSize(width, round(width * shape))

    def _page_corner(self) -> QPoint:
        margin = current_theme().e(_MARGIN)
        size = self._page_size()
        left = max(margin, (self.viewport().width() - size.width()) // 2)
        return QPoint(left - self.horizontalScrollBar().value(), margin - self.verticalScrollBar().value())

    def _arrange(self) -> None:
        margin = current_theme().e(_MARGIN)
        size = self._page_size()
        for bar, page, room in (
            (self.horizontalScrollBar(), size.width(), self.viewport().width()),
            (self.verticalScrollBar(), size.height(), self.viewport().height()),
        ):
            bar.setPageStep(room)
            bar.setSingleStep(current_theme().e(40))
            bar.setRange(0, max(0, page + 2 * margin - room) if self._picture is not None else 0)
        self.viewport().update()
        if self.pixels_wanted() != self._told_width:
            self._tell_later.start()

    def _tell_width(self) -> None:
        self._told_width = self.pixels_wanted()
        self.width_wanted.emit(self._told_width)


class PagePreview(QWidget):
    """One page at a time, with a bar over it.

    `page_wanted` carries the number of the page to show, from 1. `width_wanted` carries how many pixels wide pages are
    to be drawn, told again a moment after room or zoom has changed; until then the old picture is stretched.
    """

    page_wanted = Signal(int)
    width_wanted = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._number, self._count = 0, 0
        self._place = ElidedLabel("", TextRole.SMALL_STRONG)
        self._updated = ElidedLabel("", TextRole.META)
        self._zoom_out = IconButton("zoom-out", _("Zoom out"))
        self._zoom_in = IconButton("zoom-in", _("Zoom in"))
        self._before = IconButton("chevron-left", _("Previous page"))
        self._after = IconButton("chevron-right", _("Next page"))
        self._bench = _Bench()
        words = Column(STRETCH, self._place, self._updated, STRETCH)
        bar = Row(margins=(16, 0, 8, 0), spacing=4)
        bar.addLayout(words, 1)
        bar.add(self._zoom_out, self._zoom_in, self._before, self._after)
        self._bar = Panel(bar, Token.WINDOW, edges=Qt.Edge.BottomEdge)
        whole = Column(self._bar)
        whole.add(self._bench, stretch=1)
        self.setLayout(whole)
        self._zoom_out.clicked.connect(self._zoom_one_out)
        self._zoom_in.clicked.connect(self._zoom_one_in)
        self._before.clicked.connect(self._want_page_before)
        self._after.clicked.connect(self._want_page_after)
        self._bench.width_wanted.connect(self.width_wanted)
        current_theme().changed.connect(self._size)
        self._size()
        self.show_nothing("")

    @property
    def zoom(self) -> float:
        """The width shown, as a part of the width there is room for."""
        return self._bench.zoom

    def pixels_wanted(self) -> int:
        """Return how many pixels wide a page is drawn crisp now."""
        return self._bench.pixels_wanted()

    def show_page(self, picture: PagePicture, number: int, count: int) -> None:
        """Show a page and which it is of how many."""
        self._number, self._count = number, count
        place = _("Page {number} of {count}").format(number=number, count=count)
        self._place.setText(place)
        self._bench.show_picture(picture)
        self._bench.setAccessibleName(f"{self._name}, {place}")
        self._bench.setAccessibleDescription(picture.text)
        self._allow()

    def show_nothing(self, reason: str) -> None:
        """Show the bare bench and say why."""
        self._number, self._count = 0, 0
        self._place.setText(reason)
        self._bench.show_picture(None)
        self._bench.setAccessibleName(self._name)
        self._bench.setAccessibleDescription(reason)
        self._allow()

    def set_updated(self, sentence: str, *, is_stale: bool = False) -> None:
        """Say when the page was last drawn, or that it is not up to date; a stale page is dimmed."""
        self._updated.setText(sentence)
        self._updated.setVisible(bool(sentence))
        self._bench.set_dimmed(is_dimmed=is_stale)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at one of `ZOOMS`.

        Raises:
            ValueError: the zoom is not one of them.
        """
        if zoom not in ZOOMS:
            raise ValueError(zoom)
        self._bench.set_zoom(zoom)
        self._allow()

    def _zoom_one_out(self) -> None:
        self.set_zoom(ZOOMS[max(0, ZOOMS.index(self.zoom) - 1)])

    def _zoom_one_in(self) -> None:
        self.set_zoom(ZOOMS[min(len(ZOOMS) - 1, ZOOMS.index(self.zoom) + 1)])

    def _want_page_before(self) -> None:
        self.page_wanted.emit(self._number - 1)

    def _want_page_after(self) -> None:
        self.page_wanted.emit(self._number + 1)

    def _allow(self) -> None:
        has_page = self._count > 0
        self._zoom_out.setEnabled(has_page and self.zoom > ZOOMS[0])
        self._zoom_in.setEnabled(has_page and self.zoom < ZOOMS[-1])
        self._before.setEnabled(self._number > 1)
        self._after.setEnabled(self._number < self._count)

    def _size(self) -> None:
        self._bar.setFixedHeight(current_theme().e(_BAR))
