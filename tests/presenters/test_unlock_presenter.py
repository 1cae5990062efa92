"""Unlocking: who, with which password, and what to say when it does not work."""

from collections.abc import Sequence

import pytest

from desktop_app.application.errors import (
    ApplicationError,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
)
from desktop_app.application.password_attempts import FREE_ATTEMPTS, LONGEST_PAUSE, pause_after
from desktop_app.presenters.unlock_presenter import UnlockPresenter, UserChoice
from tests.presenters.views import SeenUnlock

METTE = UserChoice("Mette Jensen", "MJ")
RIGHT = "fire tilfældige ord"


class Door:
    """A store that opens with one password, or gives the error a test chose."""

    def __init__(self, error: ApplicationError | None = None) -> None:
        self.error = error
        self.opened_by: list[str] = []
        self.failures = 0

    def list_users(self) -> Sequence[UserChoice]:
        if self.error:
            raise self.error
        return [METTE]

    def unlock(self, user: str, password: str) -> None:
        if self.error:
            raise self.error
        if password != RIGHT:
            self.failures += 1
            raise StoreRefused(StoreRefusal.WRONG_PASSWORD, wait=str(pause_after(self.failures)))
        self.opened_by.append(user)


def at(door: Door) -> tuple[SeenUnlock, UnlockPresenter]:
    view = SeenUnlock()
    return view, UnlockPresenter(view, list_users=door.list_users, unlock=door.unlock)


def test_the_users_of_the_store_are_offered() -> None:
    view, presenter = at(Door())

    presenter.open()

    assert view.users == [METTE]
    assert view.refusals == []


@pytest.mark.parametrize(("user", "text"), [(METTE, "Mette Jensen (MJ)"), (UserChoice("MJ", "MJ"), "MJ")])
def test_a_user_is_shown_with_initials_unless_these_are_the_name(user: UserChoice, text: str) -> None:
    assert user.text == text


def test_a_store_that_cannot_be_opened_says_why_before_a_password_is_asked_for() -> None:
    view, presenter = at(Door(StoreRefused(StoreRefusal.MISSING, path="/sager/enplan.store")))

    presenter.open()

    [(title, text)] = view.refusals
    assert title == "Sagerne kan ikke åbnes"
    assert text.startswith("Der er ingen fil med sager i /sager/enplan.store.")
    assert view.users == []


def test_the_right_password_opens_without_a_word() -> None:
    door = Door()
    view, presenter = at(door)

    presenter.try_password("Mette Jensen", RIGHT)

    assert door.opened_by == ["Mette Jensen"]
    assert (view.errors, view.refusals, view.pauses) == ([], [], [])


def test_an_empty_password_is_asked_for_and_tried_on_nothing() -> None:
    door = Door()
    view, presenter = at(door)

    for _ in range(FREE_ATTEMPTS + 1):
        presenter.try_password("Mette Jensen", "")

    assert set(view.errors) == {"Indtast din adgangskode."}
    assert view.pauses == []
    assert door.opened_by == []


def test_a_wrong_password_says_to_try_again() -> None:
    view, presenter = at(Door())

    presenter.try_password("Mette Jensen", "gæt")

    assert view.errors == ["Adgangskoden passer ikke. Prøv igen."]
    assert view.refusals == []


def test_after_a_few_wrong_passwords_each_wait_is_longer_until_a_minute() -> None:
    view, presenter = at(Door())

    for _ in range(FREE_ATTEMPTS - 1):
        presenter.try_password("Mette Jensen", "gæt")
    pauses_before = view.pauses.copy()
    for _ in range(8):
        presenter.try_password("Mette Jensen", "gæt")

    assert pauses_before == []
    assert view.pauses == [2, 4, 8, 16, 32, LONGEST_PAUSE, LONGEST_PAUSE, LONGEST_PAUSE]


def test_a_password_that_comes_too_soon_waits_like_a_wrong_one() -> None:
    view, presenter = at(Door(StoreRefused(StoreRefusal.TOO_SOON, wait="17")))

    presenter.try_password("Mette Jensen", RIGHT)

    assert view.errors == ["Der er indtastet for mange forkerte adgangskoder. Prøv igen om 17 sekunder."]
    assert (view.pauses, view.refusals) == ([17], [])


def test_the_right_password_still_opens_after_many_wrong_ones() -> None:
    door = Door()
    _, presenter = at(door)

    for _ in range(20):
        presenter.try_password("Mette Jensen", "gæt")
    presenter.try_password("Mette Jensen", RIGHT)

    assert door.opened_by == ["Mette Jensen"]


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (StoreRefused(StoreRefusal.DAMAGED, path="/s"), "Filen /s er beskadiget."),
        (StorageUnavailable(StorageTrouble.INPUT_OUTPUT), "Disken melder fejl"),
    ],
)
def test_whatever_else_keeps_the_store_closed_is_no_fault_of_the_password(error: ApplicationError, text: str) -> None:
    view, presenter = at(Door(error))

    presenter.try_password("Mette Jensen", RIGHT)

    [(title, said)] = view.refusals
    assert title == "Sagerne kan ikke åbnes"
    assert said.startswith(text)
    assert (view.errors, view.pauses) == ([], [])


@pytest.mark.parametrize(
    ("error", "is_missing"),
    [
        (StoreRefused(StoreRefusal.MISSING, path="/sager"), True),
        (StoreRefused(StoreRefusal.DAMAGED, path="/sager"), False),
        (StorageUnavailable(StorageTrouble.MISSING), False),
    ],
)
def test_only_where_there_is_no_store_one_can_be_made(error: ApplicationError, is_missing: bool) -> None:  # noqa: FBT001 - given
    view, presenter = at(Door(error))

    presenter.open()

    assert view.is_missing is is_missing
