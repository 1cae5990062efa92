"""A scanned picture as the one page of a document: decoded in memory, by no other program and into no file."""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from desktop_app.application.drawing_ports import PageImage
from desktop_app.translation import _

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


class PictureUnreadable(Exception):
    """The bytes are not a picture that can be shown."""


def is_picture(content: bytes) -> bool:
    """Tell whether a document is a picture and no PDF."""
    return content.startswith(_BEGINNINGS)


def picture_page(content: bytes, width: int) -> PageImage:
    """Return a picture `width` pixels wide on white, the way up it was taken.

    Raises:
        PictureUnreadable: it cannot be decoded.
    """
    picture = _decoded(content).scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
    page = QImage(picture.size(), QImage.Format.Format_RGBX8888)
    page.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(page)
    painter.drawImage(0, 0, picture)
    painter.end()
    return PageImage(page.width(), page.height(), bytes(page.constBits()), _("A picture; its text cannot be read."))


def blank_page(width: int, text: str) -> PageImage:
    """Return a page on which nothing is seen, as high as it is wide."""
    side = max(1, width)
    return PageImage(side, side, b"\xff" * (side * side * 4), text)


def _decoded(content: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise PictureUnreadable
    return image
