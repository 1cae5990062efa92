"""Opening the store with the paper from the box."""

from collections.abc import Mapping, Sequence

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.recovery_presenter import RecoveryField, RecoveryPresenter
from desktop_app.presenters.unlock_presenter import UserChoice

METTE = UserChoice("Mette Jensen", "MJ")
KEY, NEW = "7Q3KD-00001", "fem helt andre ord"


class SeenRecovery:
    def __init__(self) -> None:
        self.users: list[UserChoice] = []
        self.strength: StrengthShown | None = None
        self.problems: dict[RecoveryField, str] = {}
        self.refusals: list[tuple[str, str]] = []

    def show_users(self, users: Sequence[UserChoice]) -> None:
        self.users = list(users)

    def show_strength(self, strength: StrengthShown) -> None:
        self.strength = strength

    def show_problems(self, problems: Mapping[RecoveryField, str]) -> None:
        self.problems = {field: text for field, text in problems.items() if text}

    def show_refusal(self, title: str, text: str) -> None:
        self.refusals.append((title, text))


class Door:
    def __init__(self, error: ApplicationError | None = None) -> None:
        self.error = error
        self.recovered: list[tuple[str, str, str]] = []

    def list_users(self) -> Sequence[UserChoice]:
        if self.error:
            raise self.error
        return [METTE]

    def recover(self, user: str, key: str, password: str) -> None:
        if self.error:
            raise self.error
        self.recovered.append((user, key, password))


def at(door: Door) -> tuple[SeenRecovery, RecoveryPresenter]:
    view = SeenRecovery()
    return view, RecoveryPresenter(view, list_users=door.list_users, recover=door.recover)


def test_the_users_are_offered() -> None:
    view, presenter = at(Door())

    presenter.open()

    assert view.users == [METTE]
    assert view.strength == StrengthShown(0, "")


def test_a_store_that_cannot_be_opened_says_so_at_once() -> None:
    view, presenter = at(Door(StoreRefused(StoreRefusal.KEYS_MISSING, path="/sager")))

    presenter.open()

    assert view.users == []
    assert view.refusals[0][0] == "Sagerne kan ikke åbnes"


def test_the_strength_follows_what_is_typed() -> None:
    view, presenter = at(Door())

    presenter.type_password(NEW)

    assert view.strength == StrengthShown(4, "Stærk adgangskode")


def test_the_key_opens_and_the_new_password_is_set() -> None:
    door = Door()
    view, presenter = at(door)

    presenter.recover("Mette Jensen", KEY, NEW, NEW)

    assert door.recovered == [("Mette Jensen", KEY, NEW)]
    assert view.problems == {}


@pytest.mark.parametrize(
    ("key", "password", "repeated", "fields"),
    [
        (" ", NEW, NEW, [RecoveryField.KEY]),
        (KEY, "kort", "kort", [RecoveryField.PASSWORD]),
        (KEY, "kort", "", [RecoveryField.PASSWORD]),
        (KEY, NEW, "noget andet her", [RecoveryField.REPEATED]),
        ("", "", "", [RecoveryField.KEY, RecoveryField.PASSWORD]),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_tried(
    key: str, password: str, repeated: str, fields: list[RecoveryField]
) -> None:
    door = Door()
    view, presenter = at(door)

    presenter.recover("", key, password, repeated)

    assert list(view.problems) == fields
    assert door.recovered == []


def test_a_mistyped_key_says_which_group() -> None:
    view, presenter = at(Door(StoreRefused(StoreRefusal.WRONG_RECOVERY_KEY, group="2", path="/sager")))

    presenter.recover("", KEY, NEW, NEW)

    assert view.problems == {
        RecoveryField.KEY: "Gruppe 2 i nødnøglen er ikke, som den står på papiret. Ret den, og prøv igen."
    }
    assert view.refusals == []


@pytest.mark.parametrize(
    "error",
    [StoreRefused(StoreRefusal.DAMAGED, path="/sager"), StorageUnavailable(StorageTrouble.DISK_FULL, "/sager")],
)
def test_another_trouble_is_told_as_such(error: ApplicationError) -> None:
    view, presenter = at(Door(error))

    presenter.recover("", KEY, NEW, NEW)

    assert len(view.refusals) == 1
    assert view.problems == {}
