"""The window: locked, it asks for the password; unlocked, it holds the desk."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop_app.presenters.unlock_presenter import UnlockPresenter
from desktop_app.translation import _
from desktop_app.ui.qt_application import PRODUCT_NAME, current_theme
from desktop_app.ui.unlock_screen import UnlockScreen

if TYPE_CHECKING:  # everything behind the password is imported while it is being typed
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.office_port import OpenOffice, StoreDoor

_WIDTH, _HEIGHT = 1280, 800
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 480
_PAINT_FIRST_MS = 30


class MainWindow(QMainWindow):
    """One window for one store. Its title names the program and nothing else."""

    def __init__(self, door: "StoreDoor", today: Callable[[], date]) -> None:
        super().__init__()
        self._door = door
        self._today = today
        self._office: OpenOffice | None = None
        self.desk: Desk | None = None
        self.setWindowTitle(PRODUCT_NAME)
        self.unlock_screen = UnlockScreen()
        self.unlock_screen.show_foot(door.place)
        self._screens = QStackedWidget()
        self._screens.addWidget(self.unlock_screen)
        self.setCentralWidget(self._screens)
        theme = current_theme()
        self.setMinimumSize(theme.e(_LEAST_WIDTH), theme.e(_LEAST_HEIGHT))
        self.resize(theme.e(_WIDTH), theme.e(_HEIGHT))

        self.unlocking = UnlockPresenter(self.unlock_screen, list_users=door.users, unlock=self._unlock)
        self.unlock_screen.password_given.connect(self._try_later)
        self.unlock_screen.retry_wanted.connect(self.unlocking.open)
        for keys, change in (
            (QKeySequence.StandardKey.ZoomIn, theme.enlarge_text),
            (QKeySequence.StandardKey.ZoomOut, theme.shrink_text),
            (QKeySequence("Ctrl+0"), theme.reset_text),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(change)
        self._waiting = ("", "")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_FIRST_MS)
        self._soon.timeout.connect(self._try_now)

    def open(self) -> None:
        """Show the window, asking for the password."""
        self.unlocking.open()
        self.show()

    def fit_screen(self) -> None:
        """Fill a screen that is too small for the window's own size."""
        room = self.screen().availableSize()
        if self.width() > room.width() or self.height() > room.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def lock(self) -> None:
        """Close the store, drop its key and throw away everything that was shown."""
        self._close_store()
        self.unlock_screen.clear_password()
        moment = datetime.now().astimezone()
        self.unlock_screen.show_reason(_("Locked at {time}, because you asked for it.").format(time=f"{moment:%H.%M}"))
        self._screens.setCurrentWidget(self.unlock_screen)
        self.unlocking.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the store with the window."""
        self._close_store()
        super().closeEvent(event)

    def _try_later(self, user: str, password: str) -> None:
        # The key is derived for half a second; the screen says so first.
        self._waiting = (user, password)
        self.unlock_screen.set_busy(is_busy=True)
        self._soon.start()

    def _try_now(self) -> None:
        user, password = self._waiting
        self._waiting = ("", "")
        try:
            self.unlocking.try_password(user, password)
        finally:
            self.unlock_screen.set_busy(is_busy=False)

    def _unlock(self, user: str, password: str) -> None:
        from desktop_app.ui.desk import Desk  # noqa: PLC0415 - as above

        self._office = self._door.unlock(user, password)
        self.unlock_screen.clear_password()
        self.desk = Desk(self._office, self._today)
        self.desk.lock_wanted.connect(self.lock)
        self._screens.addWidget(self.desk)
        self._screens.setCurrentWidget(self.desk)
        self.desk.open()

    def _close_store(self) -> None:
        if self.desk is not None:
            self._screens.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None
        if self._office is not None:
            self._office.close()
            self._office = None
