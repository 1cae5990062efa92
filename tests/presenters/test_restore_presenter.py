"""The guide that fetches a backup back: what is offered, what will happen, what is said afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    RestoreProblem,
    RestoreRefused,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.application.restore_backup import FoundBackup, Restored
from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.restore_presenter import (
    BackupRow,
    RestoreField,
    RestorePresenter,
    RestoreStep,
    Typed,
)
from tests.presenters.test_restore_texts import FOUND, REPORT

OLDER = replace(FOUND, path="/usb/ældre.store", was_checked=False)
KEYLESS = replace(FOUND, path="/usb/uden.store", users=(), was_checked=False)
NEW = "fem helt andre ord"
BY_PASSWORD = Typed(user="Mette Jensen", password="fire tilfældige ord")  # noqa: S106 - of no store
BY_KEY = Typed(by_key=True, key="7Q3KD-00001", new=NEW, repeated=NEW)
Result = TypeVar("Result")


class SeenGuide:
    def __init__(self) -> None:
        self.step = ("", 0, 0)
        self.folder = ("", "")
        self.rows: list[BackupRow] = []
        self.chosen = ""
        self.users: list[str] = []
        self.facts: dict[str, str] = {}
        self.consequence = ""
        self.strength: StrengthShown | None = None
        self.problems: dict[RestoreField, str] = {}
        self.failure = ""
        self.lines: list[str] = []
        self.busy: list[bool] = []
        self.has_left = False

    def show_step(self, step: RestoreStep, number: int, count: int) -> None:
        self.step = (step, number, count)

    def show_folder(self, folder: str, problem: str) -> None:
        self.folder = (folder, problem)

    def show_backups(self, rows: Sequence[BackupRow], chosen: str) -> None:
        self.rows, self.chosen = list(rows), chosen

    def show_users(self, users: Sequence[str]) -> None:
        self.users = list(users)

    def show_plan(self, facts: Sequence[tuple[str, str]], consequence: str) -> None:
        self.facts, self.consequence = dict(facts), consequence

    def show_strength(self, strength: StrengthShown) -> None:
        self.strength = strength

    def show_problems(self, problems: Mapping[RestoreField, str]) -> None:
        self.problems = {field: text for field, text in problems.items() if text}

    def show_failure(self, text: str) -> None:
        self.failure = text

    def show_result(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)

    def set_busy(self, *, is_busy: bool) -> None:
        self.busy.append(is_busy)

    def leave(self) -> None:
        self.has_left = True


class Computer:
    """A computer with a folder of backups, fetched back at once or when told."""

    place = "/sager/enplan.store"

    def __init__(self) -> None:
        self.is_taken = True
        self.there: list[FoundBackup] = [FOUND, OLDER, KEYLESS]
        self.error: ApplicationError | None = None
        self.restored: list[tuple[str, Typed]] = []
        self.waits: list[Callable[[], None]] = []
        self.is_slow = False

    def list_backups(self, folder: str) -> Sequence[FoundBackup]:
        if folder != "/usb":
            raise RestoreRefused(RestoreProblem.NO_BACKUP, folder)
        return self.there

    def found_backup(self, path: str) -> FoundBackup:
        if path == "/væk.store":
            raise RestoreRefused(RestoreProblem.UNREADABLE, path)
        return replace(OLDER, path=path)

    def restore(self, backup: str, typed: Typed) -> Restored:
        if self.error:
            raise self.error
        self.restored.append((backup, typed))
        return REPORT

    def do(self, work: Callable[[], Result], then: Callable[[Callable[[], Result]], None]) -> None:
        if self.is_slow:
            self.waits.append(lambda: then(work))
        else:
            then(work)


class Guide:
    def __init__(self, folder: str = "/usb") -> None:
        self.view, self.computer = SeenGuide(), Computer()
        self.presenter = RestorePresenter(self.view, self.computer, aside=self.computer, folder=folder)

    def at_the_password(self) -> "Guide":
        self.presenter.open()
        self.presenter.next()
        assert self.presenter.step is RestoreStep.OPEN
        return self


@pytest.fixture
def guide() -> Guide:
    return Guide()


@pytest.mark.usefixtures("danish_clock")
def test_the_backups_of_this_computers_folder_are_offered_the_latest_chosen(guide: Guide) -> None:
    guide.presenter.open()

    assert guide.view.step == (RestoreStep.CHOOSE, 1, 3)
    assert guide.view.folder == ("/usb", "")
    assert guide.view.chosen == FOUND.path
    assert [(row.made, row.size, row.users, row.checked, row.badge_kind) for row in guide.view.rows] == [
        ("22.11.2026 kl. 09.05", "396 KB", "Mette Jensen, Anna Krogh", "Kontrolleret", BadgeKind.ON_TIME),
        ("22.11.2026 kl. 09.05", "396 KB", "Mette Jensen, Anna Krogh", "Ikke kontrolleret endnu", BadgeKind.NEUTRAL),
        (
            "22.11.2026 kl. 09.05",
            "396 KB",
            "ingen: nøglefilen mangler eller er beskadiget",
            "Uden sine nøgler",
            BadgeKind.OVERDUE,
        ),
    ]


def test_without_a_folder_one_is_asked_for() -> None:
    guide = Guide(folder="")

    guide.presenter.open()
    guide.presenter.next()

    assert guide.view.folder == ("", "Vælg en sikkerhedskopi på listen eller en anden mappe.")
    assert guide.presenter.step is RestoreStep.CHOOSE


def test_a_folder_without_backups_says_so(guide: Guide) -> None:
    guide.presenter.look_in("/tom")

    assert guide.view.folder == (
        "/tom",
        "Der ligger ingen sikkerhedskopi i mappen /tom. Vælg en anden mappe eller en fil.",
    )
    assert guide.view.rows == []


def test_a_single_file_is_offered(guide: Guide) -> None:
    guide.presenter.open()

    guide.presenter.take_file("/et/sted.store")

    assert [row.id for row in guide.view.rows] == ["/et/sted.store"]
    assert guide.view.chosen == "/et/sted.store"


def test_a_file_that_cannot_be_read_says_so(guide: Guide) -> None:
    guide.presenter.open()

    guide.presenter.take_file("/væk.store")

    assert guide.view.folder[1].startswith("/væk.store kunne ikke læses.")
    assert len(guide.view.rows) == 3


def test_a_backup_without_its_keys_is_no_choice(guide: Guide) -> None:
    guide.presenter.open()
    guide.presenter.choose(KEYLESS.path)

    guide.presenter.next()

    assert guide.presenter.step is RestoreStep.CHOOSE
    assert guide.view.folder[1].startswith("Nøglefilen til denne sikkerhedskopi mangler eller er beskadiget")


@pytest.mark.usefixtures("danish_clock")
def test_before_anything_is_done_it_is_said_what_will_happen(guide: Guide) -> None:
    guide.at_the_password()

    assert guide.view.facts == {
        "Sikkerhedskopi": FOUND.path,
        "Lavet": "22.11.2026 kl. 09.05",
        "Størrelse": "396 KB",
        "Kontrolleret": "ja, da den blev lavet",
        "Kommer til at ligge på": "/sager/enplan.store",
    }
    assert "De slettes ikke: de gemmes ved siden af under et andet navn." in guide.view.consequence
    assert guide.view.users == ["Mette Jensen", "Anna Krogh"]
    assert guide.computer.restored == []


def test_on_an_empty_computer_nothing_is_set_aside(guide: Guide) -> None:
    guide.computer.is_taken = False

    guide.at_the_password()

    assert "gemmes ved siden af" not in guide.view.consequence


def test_the_password_fetches_it_back_and_what_was_done_is_told(guide: Guide) -> None:
    guide.at_the_password().presenter.restore(BY_PASSWORD)

    assert guide.computer.restored == [(FOUND.path, BY_PASSWORD)]
    assert guide.view.busy == [True, False]
    assert guide.view.step == (RestoreStep.DONE, 3, 3)
    assert guide.view.lines[-1] == "Det, der lå der før, er gemt som /sager/enplan.aside-1.store."

    guide.presenter.back()
    assert guide.presenter.step is RestoreStep.DONE
    guide.presenter.next()
    assert guide.view.has_left


def test_the_recovery_key_fetches_it_back_with_a_new_password(guide: Guide) -> None:
    guide.at_the_password().presenter.restore(BY_KEY)

    assert guide.computer.restored == [(FOUND.path, BY_KEY)]


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        (replace(BY_PASSWORD, password=""), [RestoreField.PASSWORD]),
        (replace(BY_KEY, key=" "), [RestoreField.KEY]),
        (replace(BY_KEY, new="kort"), [RestoreField.NEW]),
        (replace(BY_KEY, repeated="noget andet"), [RestoreField.REPEATED]),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_tried(
    guide: Guide, typed: Typed, fields: list[RestoreField]
) -> None:
    guide.at_the_password().presenter.restore(typed)

    assert list(guide.view.problems) == fields
    assert guide.computer.restored == []


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (StoreRefused(StoreRefusal.WRONG_PASSWORD), RestoreField.PASSWORD),
        (StoreRefused(StoreRefusal.TOO_SOON, wait="4"), RestoreField.PASSWORD),
        (StoreRefused(StoreRefusal.WRONG_RECOVERY_KEY, group="2"), RestoreField.KEY),
    ],
)
def test_what_does_not_open_it_is_said_at_its_field(guide: Guide, error: StoreRefused, field: RestoreField) -> None:
    guide.computer.error = error

    guide.at_the_password().presenter.restore(BY_PASSWORD)

    assert list(guide.view.problems) == [field]
    assert guide.presenter.step is RestoreStep.OPEN
    assert guide.view.failure == ""


@pytest.mark.parametrize(
    "error",
    [
        StoreRefused(StoreRefusal.IN_USE),
        RestoreRefused(RestoreProblem.DAMAGED, "/usb/x.store"),
        StorageUnavailable(StorageTrouble.DISK_FULL),
    ],
)
def test_any_other_trouble_is_said_above_and_one_may_choose_another(guide: Guide, error: ApplicationError) -> None:
    guide.computer.error = error

    guide.at_the_password().presenter.restore(BY_PASSWORD)

    assert guide.view.failure
    guide.presenter.back()
    assert guide.presenter.step is RestoreStep.CHOOSE
    assert guide.view.failure == ""


def test_while_it_is_being_fetched_nothing_else_is_done(guide: Guide) -> None:
    guide.computer.is_slow = True
    guide.at_the_password().presenter.restore(BY_PASSWORD)

    guide.presenter.restore(BY_PASSWORD)
    guide.presenter.back()
    guide.presenter.cancel()

    assert len(guide.computer.waits) == 1
    assert guide.view.step[0] == RestoreStep.OPEN
    assert not guide.view.has_left
    guide.computer.waits[0]()
    assert guide.view.step[0] == RestoreStep.DONE


def test_nothing_is_fetched_before_something_is_chosen() -> None:
    guide = Guide(folder="")
    guide.presenter.open()

    guide.presenter.restore(BY_PASSWORD)
    guide.presenter.back()

    assert guide.computer.restored == []
    assert guide.presenter.step is RestoreStep.CHOOSE


def test_one_may_go_away_and_nothing_is_changed(guide: Guide) -> None:
    guide.at_the_password().presenter.cancel()

    assert guide.view.has_left
    assert guide.computer.restored == []


def test_the_step_of_the_password_is_left_by_fetching_alone(guide: Guide) -> None:
    guide.at_the_password().presenter.next()

    assert guide.presenter.step is RestoreStep.OPEN


def test_the_strength_follows_what_is_typed(guide: Guide) -> None:
    guide.presenter.type_password(NEW)

    assert guide.view.strength == StrengthShown(4, "Stærk adgangskode")
