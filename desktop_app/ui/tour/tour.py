"""Takes the real window to every stop, and saves a picture of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QDialog

from desktop_app.translation import _
from desktop_app.ui.theme import ColourChoice
from desktop_app.ui.tour.ground import TourGround
from desktop_app.ui.tour.stops import all_stops

_SETTLE_MS = 150
_DIMMED = QColor(0, 0, 0, 70)
_FRAME = QColor(112, 112, 112)


@dataclass(frozen=True, slots=True)
class Look:
    """What every stop is seen in: colours, and text in percent."""

    colours: ColourChoice
    percent: int

    @property
    def suffix(self) -> str:
        """What the names of its pictures end in; nothing where it is light and of normal size."""
        dark = "-dark" if self.colours is ColourChoice.DARK else ""
        return dark + (f"-{self.percent}" if self.percent != _NORMAL else "")


_NORMAL = 100
ALL_LOOKS = tuple(
    Look(colours, percent) for percent, colours in product((100, 200), (ColourChoice.LIGHT, ColourChoice.DARK))
)


class Tour(QObject):
    """One tour in one language; its pictures are named after the stops. `finished` tells that it is over."""

    finished = Signal()

    def __init__(self, ground: TourGround, looks: Sequence[Look], out: Path, language: str = "") -> None:
        super().__init__()
        self._ground = ground
        self._out = out
        self._language = f"-{language}" if language else ""
        self._left = [(look, stop) for look in looks for stop in all_stops(ground)]
        self._file = out
        self.files: list[Path] = []
        self.failed: OSError | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._save)

    def start(self) -> None:
        """Set out; it goes on by itself while the application runs."""
        self._out.mkdir(parents=True, exist_ok=True)
        self._ground.window.open()
        self._next()

    def _next(self) -> None:
        if not self._left:
            self._finish()
            return
        look, stop = self._left.pop(0)
        choices = self._ground.window.choices  # what is kept there is put on again whenever a store is opened
        choices.keep(replace(choices.current, colours=look.colours.value, text_percent=look.percent))
        self._file = self._out / f"{stop.name}{self._language}{look.suffix}.png"
        stop.show()
        self._settle.start()

    def _save(self) -> None:
        desk = self._ground.window.desk
        if desk is not None and (desk.is_reading or desk.case_wing.scans.is_reading or desk.logo_wing.is_reading):
            self._settle.start()
            return
        if not self._picture().save(str(self._file)):
            self.failed = OSError(None, _("the picture could not be written"), str(self._file))
            self._finish()
            return
        self.files.append(self._file)
        self._next()

    def _picture(self) -> QPixmap:
        """Return the window, and over it the dialog that is open as a window system would place it."""
        window = self._ground.window
        picture = window.grab()
        for dialog in self._ground.dialogs():
            _lay_over(picture, dialog)
        return picture

    def _finish(self) -> None:
        self._ground.close_dialogs()
        self._ground.window.close()
        self.finished.emit()


def _lay_over(picture: QPixmap, dialog: QDialog) -> None:
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), _DIMMED)
    place = QPoint((picture.width() - dialog.width()) // 2, max(0, (picture.height() - dialog.height()) // 2))
    painter.drawPixmap(place, dialog.grab())
    painter.setPen(_FRAME)
    painter.drawRect(QRect(place, dialog.size()))
    painter.end()
