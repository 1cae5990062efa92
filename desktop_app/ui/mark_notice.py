"""Above every page: that the store may not be the latest, and going on in it all the same."""

from PySide6.QtWidgets import QWidget

from desktop_app.application.errors import ApplicationError
from desktop_app.application.store_mark import MarkWarning
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.mark_texts import go_on_consequence, mark_body, mark_title, password_not_changed
from desktop_app.translation import _
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Link
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.frame import Frame, OtherStore
from desktop_app.ui.layouts import Column
from desktop_app.ui.may import RoleAct, offered
from desktop_app.ui.office_port import OpenOffice


class MarkNotice(QWidget):
    """There only while there is something to say."""

    def __init__(self, office: OpenOffice, frame: Frame) -> None:
        super().__init__()
        self._office, self._frame, self._more = office, frame, ""
        other, self._go_on = Link(_("Choose another file …")), Link(_("Go on in this file …"))
        self._understood, backup = Link(_("Hide the message")), Link(_("Fetch a backup back …"))
        self._alert = Alert(
            AlertKind.WARNING,
            "",
            actions=(*offered(frame.may, (RoleAct.RESTORE, backup)), other, self._go_on, self._understood),
        )
        backup.clicked.connect(self._fetch_backup)
        other.clicked.connect(self._leave)
        self._go_on.clicked.connect(self._ask)
        self._understood.clicked.connect(self.hide)
        self.setLayout(Column(self._alert))
        self.show_warning(office.warning)

    def show_warning(self, warning: MarkWarning | None) -> None:
        """Say what is wrong between the store and its mark, or nothing."""
        self.setVisible(warning is not None)
        if warning is not None:
            self._alert.show_message(mark_title(warning), f"{mark_body(warning)} {self._more}".rstrip())
            self._go_on.setVisible(warning.is_reading_only and self._frame.may(RoleAct.RENEW_MARK))
            self._understood.setVisible(not warning.is_reading_only)

    def say_password_not_changed(self) -> None:
        """Say too that the new password typed with the recovery key is not kept, while nothing can be written."""
        self._more = password_not_changed()
        self.show_warning(self._office.warning)

    def ask(self, warning: MarkWarning) -> None:
        """Ask whether to go on in this file."""
        dialog = ConfirmDialog(
            self.window(),
            _("Go on in this file?"),
            go_on_consequence(warning),
            _("Go on in this file"),
            _("Go on reading"),
            is_final=True,
        )
        dialog.accepted_form.connect(dialog.finish)
        dialog.accepted_form.connect(self._renew)
        self._frame.add_dialog(dialog)
        dialog.open()

    def _leave(self) -> None:
        self._frame.leave_for_other_store(OtherStore.FILE)

    def _fetch_backup(self) -> None:
        self._frame.leave_for_other_store(OtherStore.BACKUP)

    def _ask(self) -> None:
        if self._office.warning is not None:
            self.ask(self._office.warning)

    def _renew(self) -> None:
        try:
            self._office.renew_mark()
        except ApplicationError as error:
            self._frame.show_error(error_text(error))
            return
        self.show_warning(self._office.warning)
        self._frame.say_done(_("You go on in this file, and the log says so"))
