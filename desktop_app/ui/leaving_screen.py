"""Before the program closes: the backup that is being made, and what to do where it cannot be."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind
from desktop_app.ui.card_screen import CardScreen
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.qt_application import PRODUCT_NAME
from desktop_app.ui.text_roles import TextRole


class LeavingScreen(CardScreen):
    """Shows no citizen. After a failure `retry_wanted`, `folder_chosen` or `close_wanted` says what to do."""

    retry_wanted = Signal()
    folder_chosen = Signal(str)
    close_wanted = Signal()

    def __init__(self) -> None:
        self._title = Label("", TextRole.CARD_TITLE, wraps=True)
        self._text = Label("", TextRole.META, wraps=True)
        self._failure = Alert(AlertKind.ERROR, "", "")
        self._retry = Button(_("Try again"), ButtonKind.PRIMARY)
        self._choose = Button(_("Choose folder …"), icon="folder")
        self._close = Button(_("Close without a backup"))
        self._ways_on = QWidget()
        self._ways_on.setLayout(FlowRow(self._retry, self._choose, self._close))
        card = Column(Label(PRODUCT_NAME, TextRole.PRODUCT), Gap(12), self._title, Gap(6), self._text, Gap(12))
        card.add(self._failure, Gap(16), self._ways_on)
        super().__init__(card)
        self._retry.clicked.connect(self.retry_wanted)
        self._choose.clicked.connect(self._ask)
        self._close.clicked.connect(self.close_wanted)
        self.show_working()

    def show_working(self) -> None:
        """Say that the backup is being made."""
        self._title.setText(_("Making the backup …"))
        self._text.setText(_("The cases are saved. The program closes by itself when the backup is checked."))
        self._failure.hide()
        self._ways_on.hide()

    def show_failure(self, text: str) -> None:
        """Say why there is no backup."""
        self._title.setText(_("The backup was not made"))
        self._text.setText(_("The cases are saved, and nothing is lost."))
        self._failure.show_message(_("No backup of the latest changes"), text)
        self._failure.show()
        self._ways_on.show()
        self._retry.setFocus()
        announce(self._failure, text, is_urgent=True)

    def _ask(self) -> None:
        dialog = FileDialog(self, _("Folder for the backups"), Wanted.FOLDER)
        dialog.fileSelected.connect(self.folder_chosen)
        dialog.open()
