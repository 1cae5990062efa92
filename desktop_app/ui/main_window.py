"""The window: locked, it asks for the password; unlocked, it holds the desk."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from desktop_app import translation
from desktop_app.application.preferences import KeptPreferences, PassingPreferences, Preferences
from desktop_app.presenters.unlock_presenter import UnlockPresenter
from desktop_app.translation import _, _n
from desktop_app.ui.computer_choices import ComputerChoices
from desktop_app.ui.fonts import nearest_text_scale
from desktop_app.ui.leaving import Leaving
from desktop_app.ui.own_clipboard import OwnClipboard
from desktop_app.ui.qt_application import PRODUCT_NAME, current_application, current_theme
from desktop_app.ui.theme import ColourChoice
from desktop_app.ui.unlock_screen import UnlockScreen
from desktop_app.ui.ways_in import WaysIn
from desktop_app.ui.window_place import place_of, put_window

if TYPE_CHECKING:  # everything behind the password is imported while it is being typed
    from datetime import date, datetime

    from desktop_app.application.ports import Draft
    from desktop_app.ui.desk import Desk
    from desktop_app.ui.frame import OtherStore
    from desktop_app.ui.idle_watch import IdleWatch
    from desktop_app.ui.office_port import OpenOffice, StoreDoor

_WIDTH, _HEIGHT = 1280, 800
_LEAST_WIDTH, _LEAST_HEIGHT = 640, 480
_PAINT_FIRST_MS = 30


class MainWindow(QMainWindow):
    """One window for one store. Its title names the program and nothing else.

    Without `preferences` it looks as the application does now, and nothing that is chosen is written down.
    """

    def __init__(
        self, door: "StoreDoor", today: "Callable[[], date]", preferences: KeptPreferences | None = None
    ) -> None:
        super().__init__()
        theme = current_theme()
        self._door = door
        self._today = today
        self._carried: tuple[str, Sequence[Draft]] = ("", ())
        self._may_lose = False
        self._office: OpenOffice | None = None
        self._is_other_store = False
        self._after_lock: Callable[[], None] | None = None
        self._idle_watch: IdleWatch | None = None
        self.desk: Desk | None = None
        self.choices = ComputerChoices(preferences or PassingPreferences(_looks_now()))
        self.choices.changed.connect(self._take_choices)
        theme.changed.connect(self._keep_text_size)
        self.setWindowTitle(PRODUCT_NAME)
        self._screens = QStackedWidget()
        self.setCentralWidget(self._screens)
        least = QSize(theme.e(_LEAST_WIDTH), theme.e(_LEAST_HEIGHT))
        self.setMinimumSize(least.boundedTo(self.screen().availableSize()))  # with large text it may be more
        self.resize(theme.e(_WIDTH), theme.e(_HEIGHT))
        self._make_unlock_screen()

        self.ways_in = WaysIn(self._screens, door, self._enter, self)
        self.ways_in.closed.connect(self._return_from_ways_in)
        self.ways_in.store_chosen.connect(self._use_store)
        self.ways_in.founded.connect(self._remember_founded)
        self.ways_in.password_not_changed.connect(self._say_password_not_changed)
        self.leaving = Leaving(self._screens, self.choices, _now, self)
        self.leaving.may_lock.connect(self._finish_locking)
        self.leaving.may_close.connect(self._finish_closing)
        for keys, change in (
            (QKeySequence.StandardKey.ZoomIn, theme.enlarge_text),
            (QKeySequence.StandardKey.ZoomOut, theme.shrink_text),
            (QKeySequence("Ctrl+0"), theme.reset_text),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(change)
        self._clipboard = OwnClipboard(self)
        self._waiting = ("", "")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_FIRST_MS)
        self._soon.timeout.connect(self._try_now)

    def open(self) -> None:
        """Show the window, asking for the password, or with the guide where there is no store yet."""
        if self._door.begins_anew:
            self.ways_in.begin_anew()
        else:
            self.unlocking.open()
        self.show()

    @property
    def place(self) -> str:
        """The path of the store it is the window of."""
        return self._door.place

    def fit_screen(self) -> None:
        """Stand where it stood when it was closed, and never off the screens there are."""
        put_window(self, self.choices.current.window)

    @property
    def idle_watch(self) -> "IdleWatch":
        """What notices that nobody uses the program."""
        if self._idle_watch is None:
            from desktop_app.ui.idle_watch import IdleWatch  # noqa: PLC0415 - counts only what is unlocked

            self._idle_watch = IdleWatch(self.choices.current.lock_minutes)
            self._idle_watch.idle.connect(self._lock_idle)
            self._idle_watch.time_left.connect(self._show_time_left)
        return self._idle_watch

    def show_refusal(self, text: str) -> None:
        """Say above everything what the user may not do."""
        if self.desk is not None:
            self.desk.show_error(text)

    def lock(self) -> None:
        """Lock because somebody asked for it."""
        self._take_language()
        self._lock(_("Locked at {time}, because you asked for it."))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the store with the window; a backup that is due is made first, on a screen without citizens.

        What cannot be kept as a draft is not lost without a word.
        """
        unkept = self.desk.drafts.keep_all() if self.desk is not None else self._carried[1]
        if unkept and not self._may_lose:
            event.ignore()
            self._ask_before_losing()
            return
        self.choices.keep_if_possible(replace(self.choices.current, window=place_of(self)))
        self._close_desk()
        office = self._office if not current_application().isSavingSession() else None
        if office is not None and not self.leaving.close(office):
            self.idle_watch.begin()  # who leaves the question unanswered is locked out like everybody else
            event.ignore()
            return
        self._close_office()
        super().closeEvent(event)

    # Locking ----------------------------------------------------------------------------------------------------------

    def _lock_idle(self) -> None:
        minutes = self.idle_watch.minutes
        self._take_language()
        self._lock(
            _n(
                "Locked at {time}, because the program was not used for {n} minute.",
                "Locked at {time}, because the program was not used for {n} minutes.",
                minutes,
            ).replace("{n}", str(minutes))
        )

    def _lock(self, reason: str) -> None:
        """Keep what is typed and throw away everything that was shown; never ask. The store follows when it may."""
        self._close_desk()
        self.unlock_screen.clear_password()
        self.unlock_screen.show_reason(reason.format(time=f"{_now():%H.%M}"))
        self._screens.setCurrentWidget(self.unlock_screen)
        if self._office is None:
            self._finish_locking("", "")
            return
        self.unlock_screen.set_working(_("Making the backup …"))
        self.leaving.lock(self._office)

    def _finish_locking(self, title: str, failure: str) -> None:
        """Close the store and drop its key."""
        self._close_office()
        self.unlock_screen.set_working("")
        self.unlock_screen.show_warning(title, failure)
        self.unlocking.open()
        after, self._after_lock = self._after_lock, None
        if after is not None:
            after()

    def _finish_closing(self) -> None:
        self._close_office()
        self.close()

    def _close_desk(self) -> None:
        self._clipboard.take_away()
        if self._idle_watch is not None:
            self._idle_watch.end()
        if self.desk is not None:
            unkept = self.desk.close_all()
            if unkept:
                self._carried = (self.desk.office.user.name, unkept)
            self._screens.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None
            gc.unfreeze()  # what the desk froze when it had read the cases

    def _close_office(self) -> None:
        if self._office is not None:
            self._office.close()
            self._office = None

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

    # Unlocking --------------------------------------------------------------------------------------------------------

    def _make_unlock_screen(self) -> None:
        self.unlock_screen = UnlockScreen()
        self.unlock_screen.show_foot(self._door.place)
        self.unlock_screen.expect(self.choices.current.last_user)
        self._screens.addWidget(self.unlock_screen)
        self.unlocking = UnlockPresenter(self.unlock_screen, list_users=self._door.users, unlock=self._unlock)
        self.unlock_screen.password_given.connect(self._try_later)
        self.unlock_screen.retry_wanted.connect(self.unlocking.open)
        self.unlock_screen.recovery_wanted.connect(self._use_recovery_key)
        self.unlock_screen.other_file_wanted.connect(self._choose_file)
        self.unlock_screen.new_file_wanted.connect(self._begin_anew)
        self.unlock_screen.backup_wanted.connect(self._fetch_backup)

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
        self._enter(self._door.unlock(user, password))

    def _enter(self, office: "OpenOffice") -> None:
        from desktop_app.ui.desk import Desk  # noqa: PLC0415 - as above

        self._office = office
        self.ways_in.clear()
        self.unlock_screen.clear_password()
        self.unlock_screen.show_warning("", "")
        self.unlock_screen.expect(office.user.name)
        if self.unlock_screen.has_many_users:
            self.choices.keep_if_possible(replace(self.choices.current, last_user=office.user.name))
        if self._is_other_store:
            self.choices.keep_if_possible(replace(self.choices.current, last_store=self._door.place))
        self.desk = Desk(office, self._today, _now, self.choices)
        self.desk.lock_wanted.connect(self.lock)
        self.desk.stay_wanted.connect(self.idle_watch.stay)
        self.desk.other_store_wanted.connect(self._leave_for_other_store)
        self._screens.addWidget(self.desk)
        self._screens.setCurrentWidget(self.desk)
        whose, drafts = self._carried
        if whose == office.user.name:
            self._carried = ("", ())
            self.desk.open(drafts)
        else:
            self.desk.open()
        self.idle_watch.begin()

    # The other ways in ------------------------------------------------------------------------------------------------

    def _use_recovery_key(self) -> None:
        self.ways_in.use_recovery_key()

    def _choose_file(self) -> None:
        self.ways_in.choose_file()

    def _begin_anew(self) -> None:
        self.ways_in.begin_anew()

    def _fetch_backup(self) -> None:
        self.ways_in.fetch_backup(self.choices.current.backup_folder)

    def _say_password_not_changed(self) -> None:
        if self.desk is not None:
            self.desk.mark_notice.say_password_not_changed()

    def _return_from_ways_in(self) -> None:
        if self._door.begins_anew:
            self.close()
            return
        self.ways_in.clear()
        self._screens.setCurrentWidget(self.unlock_screen)
        self.unlocking.open()

    def _use_store(self, path: str) -> None:
        self._door.choose(path)
        self._is_other_store = True
        self.unlock_screen.show_foot(path)
        self._return_from_ways_in()

    def _remember_founded(self, place: str, backup_folder: str) -> None:
        current = self.choices.current
        self.choices.keep_if_possible(
            replace(current, last_store=place, backup_folder=backup_folder or current.backup_folder)
        )
        self.unlock_screen.show_foot(place)

    def _leave_for_other_store(self, way: "OtherStore") -> None:
        ways = {"file": self._choose_file, "new": self._begin_anew, "backup": self._fetch_backup}
        self._after_lock = ways[way]
        self.lock()

    # The choices of this computer -------------------------------------------------------------------------------------

    def _take_choices(self) -> None:
        current, theme = self.choices.current, current_theme()
        theme.choose_colours(ColourChoice(current.colours))
        theme.choose_text_scale(current.text_percent)
        if self._idle_watch is not None:
            self._idle_watch.minutes = current.lock_minutes

    def _keep_text_size(self) -> None:
        current, scale = self.choices.current, current_theme().text_scale
        if nearest_text_scale(current.text_percent) != scale:
            self.choices.keep_if_possible(replace(current, text_percent=scale))

    def _take_language(self) -> None:
        """Speak the language chosen, from the locked window on."""
        if self.choices.current.language == translation.language():
            return
        translation.set_language(self.choices.current.language)
        current_application().take_language()
        old = self.unlock_screen
        self._make_unlock_screen()
        self._screens.removeWidget(old)
        old.deleteLater()


def _looks_now() -> Preferences:
    theme = current_theme()
    return Preferences(
        colours=theme.colour_choice.value, text_percent=theme.text_scale, language=translation.language()
    )


def _now() -> "datetime":
    """Return the moment it is where the window is."""
    from datetime import datetime  # noqa: PLC0415 - the password field needs none

    return datetime.now().astimezone()
