"""The ways in besides the password: the recovery key, the first start, a backup, a store that lies elsewhere.

Each screen is made when it is first wanted; the password field does not wait for any of them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.translation import _

if TYPE_CHECKING:
    from desktop_app.presenters.first_start_choices import FirstChoices
    from desktop_app.presenters.first_start_presenter import FirstStartPresenter
    from desktop_app.presenters.recovery_presenter import RecoveryPresenter
    from desktop_app.presenters.restore_presenter import RestorePresenter
    from desktop_app.ui.first_start import FirstStart
    from desktop_app.ui.office_port import OpenOffice, StoreDoor
    from desktop_app.ui.recovery_screen import RecoveryScreen
    from desktop_app.ui.restore_guide import RestoreGuide

_PAINT_FIRST_MS = 30


class WaysIn(QObject):
    """Puts its screens into `screens`. `enter` is given the store that was opened or made.

    `store_chosen` carries the path of another store, `founded` the path of a new one and the folder of its backups;
    `closed` tells that one went back to the password, `password_not_changed` that one is in, but that nothing could be
    written.
    """

    store_chosen = Signal(str)
    closed = Signal()
    founded = Signal(str, str)
    password_not_changed = Signal()

    def __init__(
        self, screens: QStackedWidget, door: "StoreDoor", enter: "Callable[[OpenOffice], None]", parent: QObject
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._door = door
        self._enter = enter
        self.recovery_screen: RecoveryScreen | None = None
        self.recovering: RecoveryPresenter | None = None
        self.guide: FirstStart | None = None
        self.founding: FirstStartPresenter | None = None
        self.restore_guide: RestoreGuide | None = None
        self.restoring: RestorePresenter | None = None
        self._typed = ("", "", "", "")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_FIRST_MS)
        self._soon.timeout.connect(self._recover_now)

    # The recovery key -------------------------------------------------------------------------------------------------

    def use_recovery_key(self) -> None:
        """Ask for the recovery key."""
        from desktop_app.presenters.recovery_presenter import RecoveryPresenter  # noqa: PLC0415 - as the module says
        from desktop_app.ui.recovery_screen import RecoveryScreen  # noqa: PLC0415

        self.clear()
        self.recovery_screen = RecoveryScreen()
        self.recovery_screen.foot.setText(self._door.place)
        self.recovering = RecoveryPresenter(self.recovery_screen, list_users=self._door.users, recover=self._recover)
        self.recovery_screen.key_given.connect(self._recover_later)
        self.recovery_screen.password_typed.connect(self.recovering.type_password)
        self.recovery_screen.closed.connect(self.closed)
        self._screens.addWidget(self.recovery_screen)
        self.recovering.open()
        self._screens.setCurrentWidget(self.recovery_screen)

    def _recover_later(self, user: str, key: str, password: str, repeated: str) -> None:
        self._typed = (user, key, password, repeated)
        if self.recovery_screen is not None:
            self.recovery_screen.set_busy(is_busy=True)
        self._soon.start()

    def _recover_now(self) -> None:
        typed, self._typed = self._typed, ("", "", "", "")
        if self.recovering is not None:
            self.recovering.recover(*typed)

    def _recover(self, user: str, key: str, password: str) -> None:
        office = self._door.recover(user, key, password)
        self._enter(office)
        if office.warning is not None and office.warning.is_reading_only:
            self.password_not_changed.emit()

    # The guide --------------------------------------------------------------------------------------------------------

    def begin_anew(self) -> None:
        """Show the guide that makes a store."""
        from desktop_app.presenters.first_start_presenter import FirstStartPresenter  # noqa: PLC0415 - as above
        from desktop_app.ui.first_start import FirstStart  # noqa: PLC0415

        self.clear()
        self.guide = FirstStart()
        self.founding = FirstStartPresenter(self.guide, self._door.ground, found=self._found)
        self.guide.listen(self.founding)
        self.guide.closed.connect(self.closed)
        self.guide.existing_wanted.connect(self.store_chosen)
        self.guide.other_file_wanted.connect(self.choose_file)
        self.guide.backup_wanted.connect(self.fetch_backup)
        self.guide.print_wanted.connect(self._print_sheet)
        self.guide.path_chosen.connect(self._save_sheet)
        self._screens.addWidget(self.guide)
        self.founding.open()
        self._screens.setCurrentWidget(self.guide)

    def _found(self, choices: "FirstChoices") -> None:
        office = self._door.found(choices)
        self.founded.emit(choices.place, choices.backup_folder)
        self._enter(office)

    def _print_sheet(self) -> None:
        from desktop_app.ui.paper_printing import print_pdf  # noqa: PLC0415 - as above

        if self.founding is not None and self.guide is not None:
            ground = self._door.ground
            print_pdf(self.guide, ground.render_page, ground.page_count, self.founding.sheet(), _("Recovery key"))

    def _save_sheet(self, path: str) -> None:
        from pathlib import Path  # noqa: PLC0415 - as above

        if self.founding is not None:
            self.founding.save_sheet(Path(path))

    # A backup ---------------------------------------------------------------------------------------------------------

    def fetch_backup(self, folder: str = "") -> None:
        """Show the guide that fetches a backup back, beginning with those in a folder."""
        from desktop_app.presenters.restore_presenter import RestorePresenter  # noqa: PLC0415 - as above
        from desktop_app.ui.restore_guide import RestoreGuide  # noqa: PLC0415
        from desktop_app.ui.working_aside import WorkingAside  # noqa: PLC0415

        self.clear()
        self.restore_guide = RestoreGuide()
        self.restoring = RestorePresenter(
            self.restore_guide, self._door.restoring, aside=WorkingAside(self), folder=folder
        )
        self.restore_guide.listen(self.restoring)
        self.restore_guide.closed.connect(self._leave_backups)
        self._screens.addWidget(self.restore_guide)
        self._screens.setCurrentWidget(self.restore_guide)
        self.restoring.open()

    def _leave_backups(self) -> None:
        if self._door.begins_anew:
            self.begin_anew()
        else:
            self.closed.emit()

    # Another store ----------------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a store that lies elsewhere."""
        from desktop_app.ui.file_dialog import FileDialog, Wanted  # noqa: PLC0415 - as above

        filters = (_("Files with cases (*.store)"), _("All files (*)"))
        title = _("Choose the file with the cases")
        dialog = FileDialog(self._screens.window(), title, Wanted.FILE_TO_OPEN, filters=filters)
        dialog.fileSelected.connect(self.store_chosen)
        dialog.open()

    def clear(self) -> None:
        """Throw the screens away, with what was typed on them."""
        for screen in (self.recovery_screen, self.guide, self.restore_guide):
            if screen is not None:
                screen.clear()
                self._screens.removeWidget(screen)
                screen.deleteLater()
        self.recovery_screen = self.recovering = self.guide = self.founding = None
        self.restore_guide = self.restoring = None
        self._typed = ("", "", "", "")
