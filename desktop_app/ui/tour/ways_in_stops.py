"""The ways into the store: the password, the recovery key, and the guide of the first start."""

from collections.abc import Sequence

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.first_start_presenter import FirstStartPresenter
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.translation import _
from desktop_app.ui.first_start import FirstStart
from desktop_app.ui.tour.ground import Stop, TourPart

_MUNICIPALITY, _NAME = "360", "Mette Jensen"
_PASSWORD = "xkqvszmrtbnw"  # noqa: S105 - of no store: the guide is not gone through to its end
_SYNCHRONISED = "OneDrive - Nordsund Kommune"
_NO_KEY = "7Q3KD-00001"


class UnlockStops(TourPart):
    """The locked window, and why it does not open."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("unlock", self._show_unlock),
            Stop("unlock-users", self._show_users),
            Stop("unlock-locked", self._show_locked),
            Stop("unlock-wrong-password", self._show_wrong_password),
            Stop("unlock-recovery", self._show_recovery),
            Stop("unlock-backup-failed", self._show_failed_backup),
        )

    def _show_unlock(self) -> None:
        self._ground.lock()
        self._ground.window.unlock_screen.show_reason("")

    def _show_users(self) -> None:
        names = ("Mette Jensen", "Karen Holm", "Ahmad Yousef")
        users = [UserChoice(name, "".join(part[0] for part in name.split())) for name in names]
        self._ground.window.unlock_screen.expect("")
        self._ground.window.unlock_screen.show_users(users)

    def _show_locked(self) -> None:
        self._ground.window.unlocking.open()
        self._ground.window.unlock_screen.show_reason(
            _("Locked at {time}, because you asked for it.").format(time="14.32")
        )

    def _show_wrong_password(self) -> None:
        self._ground.window.unlock_screen.show_error(error_text(StoreRefused(StoreRefusal.WRONG_PASSWORD)))

    def _show_recovery(self) -> None:
        self._ground.window.unlocking.open()
        self._ground.window.ways_in.use_recovery_key()
        if self._ground.window.ways_in.recovering is not None:
            self._ground.window.ways_in.recovering.recover("", _NO_KEY, _PASSWORD, _PASSWORD)

    def _show_failed_backup(self) -> None:
        self._ground.window.ways_in.closed.emit()
        self._ground.window.unlock_screen.show_error("")
        self._ground.window.unlock_screen.show_warning(
            _("The backup was not made"),
            _("The backup could not be made: the folder {path} does not exist.").format(path="/media/usb/EnPlan"),
        )


class FirstStartStops(TourPart):
    """The guide, up to where it would make the store."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("first-start-welcome", self._show_welcome),
            Stop("first-start-place", self._show_place),
            Stop("first-start-place-refused", self._show_refused_place),
            Stop("first-start-team", self._show_team),
            Stop("first-start-password", self._show_password),
            Stop("first-start-backup", self._show_backup_folder),
            Stop("first-start-examples", self._show_examples),
        )

    def _show_welcome(self) -> None:
        self._ground.window.unlock_screen.show_warning("", "")
        self._ground.window.ways_in.begin_anew()

    def _show_place(self) -> None:
        self._presenter.next()

    def _show_refused_place(self) -> None:
        self._presenter.choose_folder(str(self._ground.folder / _SYNCHRONISED))

    def _show_team(self) -> None:
        self._presenter.choose_folder(str(self._ground.folder / "EnPlan"))
        self._presenter.next()
        self._presenter.choose_municipality(_MUNICIPALITY)
        self._guide.team.fill(_MUNICIPALITY, _NAME)

    def _show_password(self) -> None:
        self._presenter.next()
        self._guide.password.fill(_PASSWORD)

    def _show_backup_folder(self) -> None:
        self._presenter.confirm_stored(is_stored=True)
        self._presenter.next()
        self._presenter.choose_backup_folder(str(self._ground.folder))

    def _show_examples(self) -> None:
        self._presenter.next()

    @property
    def _guide(self) -> FirstStart:
        assert self._ground.window.ways_in.guide is not None  # noqa: S101 - the tour has begun it
        return self._ground.window.ways_in.guide

    @property
    def _presenter(self) -> FirstStartPresenter:
        assert self._ground.window.ways_in.founding is not None  # noqa: S101 - as above
        return self._ground.window.ways_in.founding
