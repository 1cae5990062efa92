"""The part of the tour that surrounds the work: the guide of the first start, the recovery key, the settings."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop_app.presenters.first_start_presenter import FirstStartPresenter
from desktop_app.translation import _
from desktop_app.ui.desk import Desk
from desktop_app.ui.first_start import FirstStart
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings_page import ABOUT, BACKUP, LANGUAGE, LOOKS, ME, SECURITY, TEAM

State = tuple[str, Callable[[], None]]

_MUNICIPALITY, _NAME = "360", "Mette Jensen"
_PASSWORD = "xkqvszmrtbnw"  # noqa: S105 - of no store: the guide is not gone through to its end
_SYNCHRONISED = "OneDrive - Nordsund Kommune"


class Surroundings:
    """Its states, for a window that is locked and for one that is not; `unlocked` returns the desk."""

    def __init__(self, window: MainWindow, unlocked: Callable[[], Desk]) -> None:
        self._window = window
        self._unlocked = unlocked

    def before_the_password(self) -> list[State]:
        """Return the states of a locked window, which they leave locked."""
        return [
            ("unlock-recovery", self._show_recovery),
            ("unlock-backup-failed", self._show_failed_backup),
            ("first-start-welcome", self._show_welcome),
            ("first-start-place-refused", self._show_refused_place),
            ("first-start-team", self._show_team),
            ("first-start-password", self._show_password),
            ("first-start-backup", self._show_backup_folder),
            ("first-start-examples", self._show_examples),
        ]

    def behind_the_password(self) -> list[State]:
        """Return the states of the settings."""
        return [
            ("settings-me", self._show_me),
            ("settings-team", self._show_settings_of_team),
            ("settings-security", self._show_security),
            ("settings-recovery-key", self._show_new_key),
            ("settings-backup", self._show_backups),
            ("settings-looks", self._show_looks),
            ("settings-language", self._show_language),
            ("settings-about", self._show_about),
        ]

    def _show_recovery(self) -> None:
        self._window.unlocking.open()
        self._window.ways_in.use_recovery_key()
        if self._window.ways_in.recovering is not None:
            self._window.ways_in.recovering.recover("", "7Q3KD-00001", _PASSWORD, _PASSWORD)

    def _show_failed_backup(self) -> None:
        self._window.ways_in.closed.emit()
        self._window.unlock_screen.show_error("")
        self._window.unlock_screen.show_warning(
            _("The backup was not made"),
            _("The backup could not be made: the folder {path} does not exist.").format(path="/media/usb/EnPlan"),
        )

    def _show_welcome(self) -> None:
        self._window.unlock_screen.show_warning("", "")
        self._window.ways_in.begin_anew()

    def _show_refused_place(self) -> None:
        self._presenter.next()
        self._presenter.choose_folder(str(self._folder / _SYNCHRONISED))

    def _show_team(self) -> None:
        self._presenter.choose_folder(str(self._folder / "EnPlan"))
        self._presenter.next()
        self._presenter.choose_municipality(_MUNICIPALITY)
        self._guide.team.fill(_MUNICIPALITY, _NAME)

    def _show_password(self) -> None:
        self._presenter.next()
        self._guide.password.fill(_PASSWORD)

    def _show_backup_folder(self) -> None:
        self._presenter.confirm_stored(is_stored=True)
        self._presenter.next()
        self._presenter.choose_backup_folder(str(self._folder))

    def _show_examples(self) -> None:
        self._presenter.next()

    def _show_me(self) -> None:
        self._unlocked().shell.done_bar.hide()
        self._unlocked().settings_wing.open(ME)

    def _show_settings_of_team(self) -> None:
        self._unlocked().settings_wing.open(TEAM)

    def _show_security(self) -> None:
        self._unlocked().settings_wing.open(SECURITY)

    def _show_new_key(self) -> None:
        self._unlocked().settings_wing.access.draw_key()

    def _show_backups(self) -> None:
        wing = self._unlocked().settings_wing
        wing.open(BACKUP)
        wing.backup.choose_folder(str(self._folder))
        wing.back_up()

    def _show_looks(self) -> None:
        choices = self._window.choices
        choices.keep(replace(choices.current, backup_folder=""))  # the tour is not to wait when it locks
        self._unlocked().settings_wing.open(LOOKS)

    def _show_language(self) -> None:
        self._unlocked().settings_wing.open(LANGUAGE)

    def _show_about(self) -> None:
        self._unlocked().settings_wing.open(ABOUT)

    @property
    def _guide(self) -> FirstStart:
        assert self._window.ways_in.guide is not None  # noqa: S101 - the tour has begun it
        return self._window.ways_in.guide

    @property
    def _presenter(self) -> FirstStartPresenter:
        assert self._window.ways_in.founding is not None  # noqa: S101 - as above
        return self._window.ways_in.founding

    @property
    def _folder(self) -> Path:
        """Return the folder of the tour's own store, where everything may be made."""
        return Path(self._window.place).parent
