"""The logo among the settings: as it is printed, on white in any colours, and what can be done with it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.translation import _
from desktop_app.ui.buttons import Button
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.form import bring_into_sight
from desktop_app.ui.inputs import CompoundEditor
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.palette import Token
from desktop_app.ui.qt_application import current_theme

_MOST = (225, 60)
"""In steps: 45 mm and 12 mm, as on paper, five steps to a millimetre."""

_FINEST = 5 * 25.4 / 150
"""No pixel is larger, in steps: on paper it would be coarser than 150 dots an inch."""

_MARGIN = 10
_PAINT_FIRST_MS = 30


class LogoPreview(QWidget):
    """The logo on white paper."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The logo as it is printed"))
        current_theme().changed.connect(self.updateGeometry)

    def show_picture(self, content: bytes) -> None:
        """Show another logo."""
        self._image = QImage.fromData(content)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The logo and the paper around it."""
        size, margin = self._printed_size(), 2 * current_theme().e(_MARGIN)
        return QSize(size.width() + margin, size.height() + margin)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, edge and logo, in the pixels of the screen it is on."""
        painter = QPainter(self)
        painter.setPen(QPen(current_theme().colour(Token.DIVIDER), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        margin, size = current_theme().e(_MARGIN), self._printed_size()
        ratio = self.devicePixelRatioF()
        drawn = self._image.scaled(
            QSize(round(size.width() * ratio), round(size.height() * ratio)),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        drawn.setDevicePixelRatio(ratio)
        painter.drawImage(margin, margin, drawn)

    def _printed_size(self) -> QSize:
        if self._image.isNull():
            return QSize(0, 0)
        width, height = self._image.width(), self._image.height()
        scale = min(_MOST[0] / width, _MOST[1] / height, _FINEST) * current_theme().e(100) / 100
        return QSize(max(1, round(width * scale)), max(1, round(height * scale)))


class LogoField(FieldRow):
    """`chosen` carries the path of a file, `removal_wanted` tells that no logo is to be printed."""

    chosen = Signal(str)
    removal_wanted = Signal()

    def __init__(self) -> None:
        self._preview = LogoPreview()
        self._none = Label(_("No logo is chosen."), tone=Token.MUTED)
        self.choose, self.remove = Button(_("Choose a logo …"), icon="folder"), Button(_("Remove the logo"))
        editor = CompoundEditor(self.choose)
        editor.setLayout(
            Column(FlowRow(self._preview, self._none, STRETCH), Gap(10), FlowRow(self.choose, self.remove, STRETCH))
        )
        self._advice = _(
            "Printed beside the municipality's name on every paper. A PNG or JPG of at most 500 kB. Signed plans keep"
            " the logo they were signed with."
        )
        super().__init__(_("Logo"), editor, help_text=self._advice, is_optional=True)
        self.choose.setAccessibleName(self.choose.text())  # "Logo" would not say what it does
        self._come = QTimer(self)
        self._come.setSingleShot(True)
        self._come.setInterval(_PAINT_FIRST_MS)
        self._come.timeout.connect(self._come_into_sight)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self.removal_wanted)
        self.show_logo(None)

    @property
    def is_coming(self) -> bool:
        """Whether it is about to come into sight."""
        return self._come.isActive()

    def show_logo(self, content: bytes | None) -> None:
        """Show the logo as it is printed, or that there is none."""
        was_removing = self.remove.hasFocus()
        if content is not None:
            self._preview.show_picture(content)
        self._preview.setVisible(content is not None)
        self._none.setVisible(content is None)
        self.remove.setVisible(content is not None)
        if was_removing and content is None:
            self.choose.setFocus()
        if self.choose.hasFocus() or self.remove.hasFocus():
            self._come.start()  # when all that is said of it has its place too
        self.set_help(self._advice)
        self.clear_message()

    def show_reading(self) -> None:
        """Say that a file is being read."""
        self.clear_message()
        self.set_help(_("Reading the file …"))

    def show_problem(self, text: str) -> None:
        """Say what is wrong; the keyboard is where another file is chosen."""
        self.show_message(FieldState.ERROR, text)
        self.choose.setFocus()
        self._come.start()

    def _come_into_sight(self) -> None:
        bring_into_sight(self)

    def _ask(self) -> None:
        filters = (_("Pictures (*.png *.jpg *.jpeg)"), _("All files (*)"))
        dialog = FileDialog(self, _("Logo"), Wanted.FILE_TO_OPEN, filters=filters)
        dialog.fileSelected.connect(self.chosen)
        dialog.open()
