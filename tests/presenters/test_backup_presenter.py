"""Where backups go, and making one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.application.back_up import Backup, BackupReport, BackupState, CheckedBackup, KnownBackups
from desktop_app.application.errors import ApplicationError, BackupFailed, StorageTrouble, StorageUnavailable
from desktop_app.application.preferences import Preferences
from desktop_app.presenters.backup_presenter import BackupPresenter, back_up_both, back_up_if_due, backup_standing
from tests.presenters.kept import FakePreferences

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(days=2)


class SeenBackups:
    def __init__(self) -> None:
        self.folder = ("", "")
        self.last = ""
        self.folder_problem = ""
        self.second = ("", "")
        self.second_problem = ""
        self.done: list[str] = []
        self.failure = ""

    def show_folder(self, folder: str, *, warning: str) -> None:
        self.folder = (folder, warning)

    def show_second(self, folder: str, standing: str) -> None:
        self.second = (folder, standing)

    def show_second_problem(self, text: str) -> None:
        self.second_problem = text

    def show_last(self, text: str) -> None:
        self.last = text

    def show_folder_problem(self, text: str) -> None:
        self.folder_problem = text

    def show_done(self, lines: Sequence[str]) -> None:
        self.done = list(lines)

    def show_failure(self, text: str) -> None:
        self.failure = text


class FakeBackups:
    """A store whose backups go to a folder that may be gone."""

    def __init__(self) -> None:
        self.last: Backup | None = Backup("the last", EARLIER)
        self.is_due = True
        self.error: ApplicationError | None = None
        self.out_of_reach = {"/væk"}
        self.known_backups = KnownBackups(noted_at=None, begun_at=NOW)
        self.made: list[tuple[str, datetime]] = []

    def back_up(self, folder: str, now: datetime) -> BackupReport:
        if self.error:
            raise self.error
        self.state(folder)
        self.made.append((folder, now))
        self.last = Backup("new", now)
        made = CheckedBackup(backup=self.last, path=f"{folder}/new", pages=40, entries=7, cases=2)
        return BackupReport(made=made, removed=0)

    def state(self, folder: str) -> BackupState:
        if folder in self.out_of_reach:
            raise BackupFailed(StorageTrouble.MISSING, folder)
        return BackupState(last=self.last, is_due=self.is_due)

    def known(self) -> KnownBackups:
        return self.known_backups

    def check_folder(self, folder: str) -> None:
        self.state(folder)

    def lies_on_same_volume(self, folder: str) -> bool:
        return folder.startswith("/home")


@pytest.fixture
def work() -> FakeBackups:
    return FakeBackups()


@pytest.fixture
def view() -> SeenBackups:
    return SeenBackups()


@pytest.fixture
def kept() -> FakePreferences:
    return FakePreferences(Preferences(backup_folder="/usb"))


@pytest.fixture
def presenter(view: SeenBackups, work: FakeBackups, kept: FakePreferences) -> BackupPresenter:
    return BackupPresenter(view, work=work, preferences=kept, now=lambda: NOW)


@pytest.mark.usefixtures("danish_clock")
def test_the_folder_and_the_last_backup_are_shown(presenter: BackupPresenter, view: SeenBackups) -> None:
    presenter.show()

    assert view.folder == ("/usb", "")
    assert view.last == "Sidste sikkerhedskopi 20.11.2026 kl. 10.00"


def test_an_empty_folder_has_none_yet(presenter: BackupPresenter, view: SeenBackups, work: FakeBackups) -> None:
    work.last = None

    presenter.show()

    assert view.last == "Der er endnu ikke lavet en sikkerhedskopi"


def test_without_a_folder_the_risk_is_told(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    kept.current = Preferences()

    presenter.show()

    assert view.folder[0] == ""
    assert view.folder[1].startswith("Uden sikkerhedskopi er alle sager tabt")
    assert view.last == ""


def test_a_folder_that_is_gone_is_told(presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences) -> None:
    kept.current = Preferences(backup_folder="/væk")

    presenter.show()

    assert view.failure == "Sikkerhedskopien kunne ikke laves: mappen /væk findes ikke."


def test_another_folder_holds_from_then_on(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    presenter.choose_folder("/home/mj/kopier")

    assert kept.current.backup_folder == "/home/mj/kopier"
    assert view.folder[0] == "/home/mj/kopier"
    assert view.folder[1].startswith("Mappen ligger på samme drev som filen med sagerne.")


def test_a_folder_that_will_not_do_is_not_taken(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    presenter.choose_folder("/væk")

    assert view.folder_problem.endswith("mappen /væk findes ikke.")
    assert kept.current.backup_folder == "/usb"


def test_a_folder_that_cannot_be_remembered_is_told(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    kept.is_full = True

    presenter.choose_folder("/nas")

    assert view.folder[0] == "/nas"
    assert "kunne ikke gemmes på denne computer" in view.folder_problem


@pytest.mark.usefixtures("danish_clock")
def test_a_backup_made_now_is_told_with_what_was_checked(
    presenter: BackupPresenter, view: SeenBackups, work: FakeBackups
) -> None:
    presenter.back_up()

    assert work.made == [("/usb", NOW)]
    assert view.done[0] == "Lavede sikkerhedskopien /usb/new."
    assert view.last == "Sidste sikkerhedskopi i dag kl. 10.00"


def test_without_a_folder_none_is_made(
    presenter: BackupPresenter, view: SeenBackups, work: FakeBackups, kept: FakePreferences
) -> None:
    kept.current = Preferences()

    presenter.back_up()

    assert work.made == []
    assert view.folder_problem == "Vælg først en mappe til sikkerhedskopierne."


def test_a_backup_that_fails_says_why(presenter: BackupPresenter, view: SeenBackups, work: FakeBackups) -> None:
    work.error = BackupFailed(StorageTrouble.DISK_FULL, "/usb")

    presenter.back_up()

    assert view.failure.startswith("Sikkerhedskopien kunne ikke laves: disken med mappen /usb er fuld.")
    assert view.done == []


# The second place ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("danish_clock")
def test_the_second_folder_is_shown_with_its_last_backup(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    presenter.show()
    assert view.second == ("", "")

    presenter.choose_second_folder("/stik")

    assert kept.current.second_backup_folder == "/stik"
    assert view.second == ("/stik", "Sidste sikkerhedskopi 20.11.2026 kl. 10.00")


def test_a_second_folder_out_of_reach_is_said_and_wrongs_nothing(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    kept.current = replace(kept.current, second_backup_folder="/væk")

    presenter.show()

    assert view.second == ("/væk", "Den kan ikke nås nu. Der laves fortsat sikkerhedskopier i den første mappe.")
    assert view.failure == ""


@pytest.mark.parametrize(
    ("folder", "problem"),
    [
        ("/usb", "Sikkerhedskopierne ligger allerede i denne mappe. Vælg en mappe et andet sted."),
        ("/væk", "Sikkerhedskopien kunne ikke laves: mappen /væk findes ikke."),
    ],
)
def test_a_second_folder_that_will_not_do_is_not_taken(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences, folder: str, problem: str
) -> None:
    presenter.choose_second_folder(folder)

    assert view.second_problem == problem
    assert kept.current.second_backup_folder == ""


def test_one_may_do_without_a_second_folder_again(presenter: BackupPresenter, kept: FakePreferences) -> None:
    kept.current = replace(kept.current, second_backup_folder="/stik")

    presenter.choose_second_folder("")

    assert kept.current.second_backup_folder == ""


def test_a_second_folder_that_cannot_be_remembered_is_told(
    presenter: BackupPresenter, view: SeenBackups, kept: FakePreferences
) -> None:
    kept.is_full = True

    presenter.choose_second_folder("/stik")

    assert "kunne ikke gemmes på denne computer" in view.second_problem


def test_a_backup_made_now_is_made_in_both_places(
    presenter: BackupPresenter, view: SeenBackups, work: FakeBackups, kept: FakePreferences
) -> None:
    kept.current = replace(kept.current, second_backup_folder="/stik")

    presenter.back_up()

    assert work.made == [("/usb", NOW), ("/stik", NOW)]
    assert [line for line in view.done if line.startswith("Lavede")] == [
        "Lavede sikkerhedskopien /usb/new.",
        "Lavede sikkerhedskopien /stik/new.",
    ]


def test_a_second_place_that_fails_takes_nothing_from_the_first(
    presenter: BackupPresenter, view: SeenBackups, work: FakeBackups, kept: FakePreferences
) -> None:
    kept.current = replace(kept.current, second_backup_folder="/væk")

    presenter.back_up()

    assert work.made == [("/usb", NOW)]
    assert view.done[0] == "Lavede sikkerhedskopien /usb/new."
    assert view.second_problem == "Sikkerhedskopien kunne ikke laves: mappen /væk findes ikke."
    assert view.failure == ""


def test_on_leaving_each_place_is_backed_up_on_its_own(work: FakeBackups) -> None:
    chosen = Preferences(backup_folder="/usb", second_backup_folder="/væk")

    left = back_up_both(work, chosen, NOW)

    assert work.made == [("/usb", NOW)]
    assert left.failure == ""
    assert left.second == "Sikkerhedskopien kunne ikke laves: mappen /væk findes ikke."


@pytest.mark.usefixtures("danish_clock")
@pytest.mark.parametrize(
    ("folder", "text"),
    [
        ("", "Ingen mappe til sikkerhedskopi er valgt"),
        ("/væk", "Mappen til sikkerhedskopi kan ikke nås"),
        ("/usb", "Sidste sikkerhedskopi 20.11.2026 kl. 10.00"),
    ],
)
def test_the_bottom_of_the_window_tells_how_backups_stand(work: FakeBackups, folder: str, text: str) -> None:
    assert backup_standing(work, folder, NOW) == text


def test_the_bottom_of_the_window_tells_that_there_is_none_yet(work: FakeBackups) -> None:
    work.last = None

    assert backup_standing(work, "/usb", NOW) == "Der er endnu ikke lavet en sikkerhedskopi"


def test_on_leaving_a_backup_is_made_where_something_was_changed(work: FakeBackups) -> None:
    assert back_up_if_due(work, "/usb", NOW) == ""
    assert work.made == [("/usb", NOW)]


@pytest.mark.parametrize(("folder", "is_due"), [("", True), ("/usb", False)])
def test_on_leaving_none_is_made_without_a_folder_or_a_change(work: FakeBackups, folder: str, is_due: bool) -> None:  # noqa: FBT001 - given
    work.is_due = is_due

    assert back_up_if_due(work, folder, NOW) == ""
    assert work.made == []


@pytest.mark.parametrize(
    "error", [BackupFailed(StorageTrouble.READ_ONLY, "/usb"), StorageUnavailable(StorageTrouble.DISK_FULL, "/sager")]
)
def test_on_leaving_a_failure_is_one_sentence(work: FakeBackups, error: ApplicationError) -> None:
    work.error = error

    assert back_up_if_due(work, "/usb", NOW)
    assert back_up_if_due(work, "/væk", NOW) == "Sikkerhedskopien kunne ikke laves: mappen /væk findes ikke."
