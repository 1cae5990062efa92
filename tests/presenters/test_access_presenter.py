"""One's own name and password, and a new recovery key."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    OwnFileRefused,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
    UserNameTaken,
)
from desktop_app.presenters.access_presenter import AccessField, AccessPresenter
from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.unlock_presenter import UserChoice

OLD, NEW = "fire tilfældige ord", "fem helt andre ord"
KEY = "AAAAA-BBBBB"


class SeenAccess:
    def __init__(self) -> None:
        self.user = ("", "")
        self.strength: StrengthShown | None = None
        self.problems: dict[AccessField, str] = {}
        self.key: list[str] = []
        self.failure = ""
        self.done = ""
        self.times_cleared = 0

    def show_user(self, name: str, initials: str) -> None:
        self.user = (name, initials)

    def show_strength(self, strength: StrengthShown) -> None:
        self.strength = strength

    def show_problems(self, problems: Mapping[AccessField, str]) -> None:
        self.problems = {field: text for field, text in problems.items() if text}

    def show_key(self, groups: Sequence[str]) -> None:
        self.key = list(groups)

    def clear_passwords(self) -> None:
        self.times_cleared += 1

    def show_failure(self, text: str) -> None:
        self.failure = text

    def say_done(self, text: str) -> None:
        self.done = text


class FakeAccess:
    """A user who knows one password."""

    def __init__(self) -> None:
        self.user = UserChoice("Mette Jensen", "MJ")
        self.password = OLD
        self.recovery_key = "the old one"
        self.error: ApplicationError | None = None
        self.saved: dict[Path, bytes] = {}
        self.save_error: Exception | None = None

    def who(self) -> UserChoice:
        return self.user

    def change_password(self, current: str, new: str) -> None:
        self._check(current)
        self.password = new

    def rename_user(self, name: str, initials: str, password: str) -> None:
        self._check(password)
        self.user = UserChoice(name, initials)

    def new_recovery_key(self) -> str:
        return KEY

    def renew_recovery_key(self, recovery_key: str, password: str) -> None:
        self._check(password)
        self.recovery_key = recovery_key

    def sheet(self, recovery_key: str) -> bytes:
        return f"%PDF {recovery_key}".encode()

    def save(self, path: Path, content: bytes) -> None:
        if self.save_error:
            raise self.save_error
        self.saved[path] = content

    def _check(self, password: str) -> None:
        if self.error:
            raise self.error
        if password != self.password:
            raise StoreRefused(StoreRefusal.WRONG_PASSWORD)


@pytest.fixture
def work() -> FakeAccess:
    return FakeAccess()


@pytest.fixture
def view() -> SeenAccess:
    return SeenAccess()


@pytest.fixture
def presenter(view: SeenAccess, work: FakeAccess) -> AccessPresenter:
    presenter = AccessPresenter(view, user=work.who, work=work, sheet=work.sheet, save=work.save)
    presenter.show()
    return presenter


def test_who_one_is_is_shown(presenter: AccessPresenter, view: SeenAccess) -> None:
    assert presenter.file_name == "noednoegle.pdf"
    assert view.user == ("Mette Jensen", "MJ")
    assert view.key == []


# The name ------------------------------------------------------------------------------------------------------------


def test_one_can_be_called_something_else(presenter: AccessPresenter, view: SeenAccess, work: FakeAccess) -> None:
    presenter.rename(" Mette  Holm ", "MH", OLD)

    assert work.user == UserChoice("Mette Holm", "MH")
    assert view.user == ("Mette Holm", "MH")
    assert view.done == "Du hedder nu Mette Holm (MH)."
    assert view.times_cleared == 1


@pytest.mark.parametrize(
    ("name", "initials", "password", "field"),
    [
        ("", "MH", OLD, AccessField.NAME),
        ("Mette", " ", OLD, AccessField.INITIALS),
        ("Mette", "MH", "", AccessField.NAME_PASSWORD),
        ("Met\u0007te", "MH", OLD, AccessField.NAME),
    ],
)
def test_what_is_missing_of_a_name_is_said_at_its_field(
    presenter: AccessPresenter, view: SeenAccess, work: FakeAccess, name: str, initials: str, password: str, field: str
) -> None:
    presenter.rename(name, initials, password)

    assert list(view.problems) == [field]
    assert work.user.initials == "MJ"


def test_a_name_another_has_is_refused_at_the_name(
    presenter: AccessPresenter, view: SeenAccess, work: FakeAccess
) -> None:
    work.error = UserNameTaken("Anna Krogh")

    presenter.rename("Anna Krogh", "AK", OLD)

    assert view.problems[AccessField.NAME].startswith("En anden bruger hedder allerede Anna Krogh.")
    assert view.times_cleared == 0


# The password --------------------------------------------------------------------------------------------------------


def test_the_strength_follows_what_is_typed(presenter: AccessPresenter, view: SeenAccess) -> None:
    presenter.type_password("aaaaaaaaaaaa")

    assert view.strength == StrengthShown(1, "Svag adgangskode")


def test_one_can_have_another_password(presenter: AccessPresenter, view: SeenAccess, work: FakeAccess) -> None:
    presenter.change_password(OLD, NEW, NEW)

    assert work.password == NEW
    assert view.done == "Adgangskoden er ændret. Den gamle åbner ikke noget mere."
    assert view.times_cleared == 1


@pytest.mark.parametrize(
    ("current", "new", "repeated", "fields"),
    [
        ("", NEW, NEW, [AccessField.CURRENT]),
        (OLD, "kort", "kort", [AccessField.PASSWORD]),
        (OLD, NEW, "noget andet her", [AccessField.REPEATED]),
    ],
)
def test_a_new_password_that_will_not_do_is_told_at_its_field(
    presenter: AccessPresenter,
    view: SeenAccess,
    work: FakeAccess,
    current: str,
    new: str,
    repeated: str,
    fields: list[AccessField],
) -> None:
    presenter.change_password(current, new, repeated)

    assert list(view.problems) == fields
    assert work.password == OLD


def test_who_does_not_know_the_old_password_gets_no_new_one(
    presenter: AccessPresenter, view: SeenAccess, work: FakeAccess
) -> None:
    presenter.change_password("forkert forkert", NEW, NEW)

    assert view.problems == {AccessField.CURRENT: "Adgangskoden passer ikke. Prøv igen."}
    assert work.password == OLD
    assert view.done == ""


@pytest.mark.parametrize(
    "error",
    [StorageUnavailable(StorageTrouble.DISK_FULL), StoreRefused(StoreRefusal.KEYS_MISSING, path="/sager")],
)
def test_another_trouble_is_told_above(
    presenter: AccessPresenter, view: SeenAccess, work: FakeAccess, error: ApplicationError
) -> None:
    work.error = error

    presenter.change_password(OLD, NEW, NEW)

    assert view.failure
    assert view.problems == {}


# The recovery key ----------------------------------------------------------------------------------------------------


def test_a_new_key_is_shown_and_the_old_one_stays_until_it_is_taken(
    presenter: AccessPresenter, view: SeenAccess, work: FakeAccess
) -> None:
    presenter.draw_key()

    assert view.key == ["AAAAA", "BBBBB"]
    assert work.recovery_key == "the old one"

    presenter.use_key(OLD, is_stored=True)
    assert work.recovery_key == KEY
    assert view.key == []
    assert view.done.startswith("Den nye nødnøgle er taget i brug.")


def test_a_key_that_was_not_taken_is_gone(presenter: AccessPresenter, view: SeenAccess, work: FakeAccess) -> None:
    presenter.draw_key()

    presenter.show()

    assert view.key == []
    assert work.recovery_key == "the old one"


@pytest.mark.parametrize(
    ("password", "is_stored", "field"),
    [
        ("", True, AccessField.KEY_PASSWORD),
        (OLD, False, AccessField.STORED),
        ("forkert", True, AccessField.KEY_PASSWORD),
    ],
)
def test_a_key_is_not_taken_without_paper_and_password(
    presenter: AccessPresenter,
    view: SeenAccess,
    work: FakeAccess,
    password: str,
    is_stored: bool,  # noqa: FBT001 - given
    field: AccessField,
) -> None:
    presenter.draw_key()

    presenter.use_key(password, is_stored=is_stored)

    assert list(view.problems) == [field]
    assert view.key == ["AAAAA", "BBBBB"]
    assert work.recovery_key == "the old one"


def test_the_page_with_the_key_can_be_saved(presenter: AccessPresenter, view: SeenAccess, work: FakeAccess) -> None:
    presenter.draw_key()

    presenter.save_sheet(Path("/usb/key.pdf"))

    assert work.saved == {Path("/usb/key.pdf"): f"%PDF {KEY}".encode()}
    assert view.failure == ""


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (OSError(28, "No space left on device"), "Siden kunne ikke gemmes i /usb/key.pdf (disken er fuld)."),
        (OwnFileRefused("/usb/key.pdf"), "/usb/key.pdf hører til filen med sagerne"),
    ],
)
def test_a_page_that_cannot_be_saved_says_why(
    presenter: AccessPresenter, view: SeenAccess, work: FakeAccess, error: Exception, text: str
) -> None:
    presenter.draw_key()
    work.save_error = error

    presenter.save_sheet(Path("/usb/key.pdf"))

    assert view.failure.startswith(text)
