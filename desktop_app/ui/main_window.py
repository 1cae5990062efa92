"""The window: locked, it asks for the password; unlocked, it holds the desk."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop_app.presenters.unlock_presenter import UnlockPresenter
from desktop_app.translation import _, _n
from desktop_app.ui.idle_watch import IdleWatch
from desktop_app.ui.qt_application import PRODUCT_NAME, current_theme
from desktop_app.ui.unlock_screen import UnlockScreen

if TYPE_CHECKING:  # everything behind the password is imported while it is being typed
    from desktop_app.application.ports import Draft
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.office_port import OpenOffice, StoreDoor

_WIDTH, _HEIGHT = 1280, 800
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 480
_PAINT_FIRST_MS = 30
LOCK_AFTER_MINUTES = 10


class MainWindow(QMainWindow):
    """One window for one store. Its title names the program and nothing else."""

    def __init__(self, door: "StoreDoor", today: Callable[[], date], *, lock_after: int = LOCK_AFTER_MINUTES) -> None:
        super().__init__()
        self._door = door
        self._today = today
        self._carried: tuple[str, Sequence[Draft]] = ("", ())
        self._may_lose = False
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
        self.idle_watch = IdleWatch(lock_after)
        self.idle_watch.idle.connect(self._lock_idle)
        self.idle_watch.time_left.connect(self._show_time_left)
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
        """Lock because somebody asked for it."""
        self._lock(_("Locked at {time}, because you asked for it."))

    def _lock_idle(self) -> None:
        minutes = self.idle_watch.minutes
        self._lock(
            _n(
                "Locked at {time}, because the program was not used for {n} minute.",
                "Locked at {time}, because the program was not used for {n} minutes.",
                minutes,
            ).replace("{n}", str(minutes))
        )

    def _lock(self, reason: str) -> None:
        """Keep what is typed, close the store, drop its key and throw away everything that was shown; never ask."""
        self._close_store()
        self.unlock_screen.clear_password()
        self.unlock_screen.show_reason(reason.format(time=f"{_now():%H.%M}"))
        self._screens.setCurrentWidget(self.unlock_screen)
        self.unlocking.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the store with the window; what cannot be kept as a draft is not lost without a word."""
        unkept = self.desk.drafts.keep_all() if self.desk is not None else self._carried[1]
        if unkept and not self._may_lose:
            event.ignore()
            self._ask_before_losing()
            return
        self._close_store()
        super().closeEvent(event)

    def _ask_before_losing(self) -> None:
        from desktop_app.ui.dialog import ConfirmDialog  # noqa: PLC0415 - as the desk

        dialog = ConfirmDialog(
            self,
            _("What you typed cannot be saved"),
            _("It stands nowhere but on this screen. Free some space or copy it elsewhere, or close and lose it."),
            _("Close and lose it"),
            _("Stay in the program"),
            is_final=True,
        )
        dialog.accepted_form.connect(dialog.finish)
        dialog.accepted_form.connect(self._close_and_lose)
        dialog.open()

    def _close_and_lose(self) -> None:
        self._may_lose = True
        self.close()

    def _show_time_left(self, seconds: int) -> None:
        if self.desk is not None:
            self.desk.show_time_left(seconds)

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
        self.desk = Desk(self._office, self._today, _now)
        self.desk.lock_wanted.connect(self.lock)
        self.desk.stay_wanted.connect(self.idle_watch.stay)
        self._screens.addWidget(self.desk)
        self._screens.setCurrentWidget(self.desk)
        whose, drafts = self._carried
        if whose == self._office.user.name:
            self._carried = ("", ())
            self.desk.open(drafts)
        else:
            self.desk.open()
        self.idle_watch.begin()

    def _close_store(self) -> None:
        self.idle_watch.end()
        if self.desk is not None:
            unkept = self.desk.close_all()
            if unkept:
                self._carried = (self.desk.office.user.name, unkept)
            self._screens.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None
        if self._office is not None:
            self._office.close()
            self._office = None


def _now() -> datetime:
    """Return the moment it is where the window is."""
    return datetime.now().astimezone()
