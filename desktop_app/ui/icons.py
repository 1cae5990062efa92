"""The bundled icons, coloured by token and drawn for the screen's own pixels.

The files carry no fill, so one is put in before they are drawn. Nothing is written to disk: what a style sheet would
want as a file (chevrons, check marks) the widgets paint themselves.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.resource_files import resource


@dataclass(frozen=True, slots=True)
class ButtonColours:
    """The colours of an icon on a button that can be pressed, and on one that cannot, each `#RRGGBB`."""

    enabled: str
    disabled: str


class IconDrawer:
    """Draws icons and remembers the drawings; one for each palette and size of text in use."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
        """Return icon `name` in `colour`, `size` pixels square at a device pixel ratio, `gap` empty pixels after it.

        Raises:
            FileNotFoundError: no such icon is bundled.
        """
        key = (name, colour, size, gap, ratio)
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = _draw(name, colour, size, gap, ratio)
        return drawn

    def icon(self, name: str, colours: ButtonColours, size: int, gap: int = 0) -> QIcon:
        """Return the icon for a button, crisp on every screen connected now.

        Raises:
            FileNotFoundError: no such icon is bundled.
        """
        icon = QIcon()
        for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0, 2.0}):
            icon.addPixmap(self.pixmap(name, colours.enabled, size, ratio, gap), QIcon.Mode.Normal)
            icon.addPixmap(self.pixmap(name, colours.disabled, size, ratio, gap), QIcon.Mode.Disabled)
        return icon

    def clear(self) -> None:
        """Forget every drawing, as when colours or sizes change."""
        self._drawn.clear()


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _draw(name: str, colour: str, size: int, gap: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size + gap, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    coloured = _source(name).replace("<svg ", f'<svg fill="{colour}" ', 1)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
