"""A backup that is fetched back, one that was not made for some days, and a second place that is out of reach."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from desktop_app.application.errors import RestoreProblem, RestoreRefused, StoreRefusal, StoreRefused
from desktop_app.application.restore_backup import CheckedBackup, FoundBackup, Restored
from desktop_app.presenters.backup_age import AgeNotice
from desktop_app.presenters.restore_presenter import RestorePresenter, Typed
from desktop_app.translation import _, _n
from desktop_app.ui.desk_notices import DeskNotices
from desktop_app.ui.restore_guide import RestoreGuide
from desktop_app.ui.settings_page import BACKUP
from desktop_app.ui.tour.ground import Stop, TourPart

_FOLDER: Final = "/media/usb/EnPlan"
_PLACE: Final = "/home/mette/EnPlan/enplan.store"
_NO_KEY, _PASSWORD = "7Q3KD-00001", "xkqvszmrtbnw"
_OLD_DAYS: Final = 5
_MADE: Final = datetime(2026, 11, 21, 15, 2).astimezone()
_CHECKED: Final = CheckedBackup(
    pages=1412, entries=20417, records=6120, cases=214, last_at=_MADE, last_by="Mette Jensen"
)
_PROBLEMS: Final = (
    RestoreProblem.DAMAGED,
    RestoreProblem.SAME_FILE,
    RestoreProblem.DISK_FULL,
    RestoreProblem.READ_ONLY,
    RestoreProblem.UNREADABLE,
)
Result = TypeVar("Result")


class _Computer:
    """A computer with four backups in its folder; what is fetched back is a picture of it alone."""

    place, is_taken = _PLACE, True

    def __init__(self) -> None:
        self.error: RestoreRefused | StoreRefused | None = None
        self.is_slow = False

    def list_backups(self, folder: str) -> Sequence[FoundBackup]:
        if folder != _FOLDER:
            raise RestoreRefused(RestoreProblem.NO_BACKUP, folder)
        people = ("Mette Jensen", "Anna Krogh")
        return [
            _found("enplan-2026-11-21T140200Z-3f2a9c1e.store", _MADE, people, is_ours=True),
            _found("enplan-2026-11-20T151102Z-3f2a9c1e.store", _MADE.replace(day=20), people, is_ours=True),
            _found("enplan-2026-11-13T150840Z-3f2a9c1e.store", _MADE.replace(day=13), (), is_ours=False),
            _found("sager-fra-oktober.store", _MADE.replace(month=10), people[:1], is_ours=False),
        ]

    def found_backup(self, path: str) -> FoundBackup:
        raise RestoreRefused(RestoreProblem.UNREADABLE, path)

    def restore(self, backup: str, _typed: Typed) -> Restored:
        if self.error:
            raise self.error
        aside = "/home/mette/EnPlan/enplan.aside-2026-11-22T093412Z.store"
        return Restored(backup=Path(backup).name, place=_PLACE, checked=_CHECKED, set_aside=aside)

    def do(self, work: Callable[[], Result], then: Callable[[Callable[[], Result]], None]) -> None:
        if not self.is_slow:
            then(work)


class RestoreStops(TourPart):
    """The guide that fetches a backup back, and every sentence with which it does not."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("restore-choose", self._show_choice),
            Stop("restore-no-backup", self._show_none),
            Stop("restore-unreadable-file", self._show_unreadable),
            Stop("restore-without-keys", self._show_keyless),
            Stop("restore-open", self._show_opening),
            Stop("restore-wrong-password", self._show_wrong_password),
            Stop("restore-wrong-key", self._show_wrong_key),
            Stop("restore-checking", self._show_checking),
            *(
                Stop(f"restore-refused-{problem.value.replace('_', '-')}", self._refusing(problem))
                for problem in _PROBLEMS
            ),
            Stop("restore-done", self._show_done),
            Stop("unlock-second-backup-failed", self._show_second_failed),
        )

    def _show_choice(self) -> None:
        self._begin()

    def _show_none(self) -> None:
        self._presenter.look_in("/media/usb/andet")

    def _show_unreadable(self) -> None:
        self._presenter.look_in(_FOLDER)
        self._presenter.take_file(f"{_FOLDER}/sager.store")

    def _show_keyless(self) -> None:
        self._presenter.look_in(_FOLDER)
        self._presenter.choose(f"{_FOLDER}/enplan-2026-11-13T150840Z-3f2a9c1e.store")
        self._presenter.next()

    def _show_opening(self) -> None:
        self._presenter.look_in(_FOLDER)
        self._presenter.next()

    def _show_wrong_password(self) -> None:
        self._computer.error = StoreRefused(StoreRefusal.WRONG_PASSWORD)
        self._presenter.restore(Typed(password=_PASSWORD))

    def _show_wrong_key(self) -> None:
        self._guide.opening.by_key.setChecked(True)
        self._guide.opening.key.setText(_NO_KEY)
        self._guide.opening.new.line.setText(_PASSWORD)
        self._guide.opening.again.setText(_PASSWORD)
        self._computer.error = StoreRefused(StoreRefusal.WRONG_RECOVERY_KEY, group="2")
        self._presenter.restore(self._guide.opening.typed())

    def _show_checking(self) -> None:
        self._computer.is_slow = True
        self._presenter.restore(self._guide.opening.typed())

    def _refusing(self, problem: RestoreProblem) -> Callable[[], None]:
        return partial(self._show_refusal, problem)

    def _show_refusal(self, problem: RestoreProblem) -> None:
        is_of_folder = problem in {RestoreProblem.DISK_FULL, RestoreProblem.READ_ONLY}
        self._begin()
        self._presenter.next()
        self._computer.error = RestoreRefused(problem, str(Path(_PLACE).parent) if is_of_folder else _FOLDER)
        self._presenter.restore(Typed(password=_PASSWORD))

    def _show_done(self) -> None:
        self._begin()
        self._presenter.next()
        self._presenter.restore(Typed(password=_PASSWORD))

    def _show_second_failed(self) -> None:
        self._ground.window.ways_in.closed.emit()
        screen = self._ground.window.unlock_screen
        screen.show_error("")
        screen.show_warning(
            _("The second backup was not made"),
            _("The backup could not be made: the folder {path} does not exist.").format(path=_FOLDER),
        )

    def _begin(self) -> None:
        self._ground.window.unlock_screen.show_warning("", "")
        self._ground.window.ways_in.fetch_backup()
        self._computer = _Computer()
        self._presenter = RestorePresenter(self._guide, self._computer, aside=self._computer, folder=_FOLDER)
        self._presenter.open()

    @property
    def _guide(self) -> RestoreGuide:
        assert self._ground.window.ways_in.restore_guide is not None  # noqa: S101 - the tour has begun it
        return self._ground.window.ways_in.restore_guide


class BackupAgeStops(TourPart):
    """The settings with a second folder that is out of reach, and what is said where no backup is young."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("settings-backup-second", self._show_second),
            Stop("backup-age-old", self._show_old),
            Stop("backup-age-out-of-reach", self._show_out_of_reach),
            Stop("backup-age-none", self._show_none),
        )

    def _show_second(self) -> None:
        self._ground.desk.settings_wing.open(BACKUP)
        section = self._ground.desk.settings_wing.page.backup
        section.show_folder("/mnt/faelles/EnPlan", warning="")
        section.show_second(_FOLDER, _("It cannot be reached now. Backups go on being made in the first folder."))

    def _show_old(self) -> None:
        self._show(_old(), _("What was written since is lost if this computer breaks."))

    def _show_out_of_reach(self) -> None:
        body = _(
            "What was written since is lost if this computer breaks. {folder} cannot be reached: check that the drive"
            " is connected, or choose another folder."
        )
        self._show(_old(), body.format(folder=_FOLDER))

    def _show_none(self) -> None:
        self._show(
            _("There is no backup of the cases"),
            _("What was written since is lost if this computer breaks. Choose a folder for backups."),
        )

    def _show(self, title: str, body: str) -> None:
        notices = self._ground.desk.findChild(DeskNotices)
        assert notices is not None  # noqa: S101 - the desk is made with them
        notices.show_backup_age(AgeNotice(title, body))


def _old() -> str:
    return _n("The latest backup is {n} day old", "The latest backup is {n} days old", _OLD_DAYS).format(n=_OLD_DAYS)


def _found(name: str, made_at: datetime, users: tuple[str, ...], *, is_ours: bool) -> FoundBackup:
    return FoundBackup(
        path=f"{_FOLDER}/{name}", made_at=made_at, size=5_783_552, store_id="", users=users, was_checked=is_ours
    )
