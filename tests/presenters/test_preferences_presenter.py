"""Looks, language and locking, chosen for this computer."""

import pytest

from desktop_app.application.preferences import Preferences
from desktop_app.presenters.preferences_presenter import PreferencesPresenter, lock_choices, lock_standing
from desktop_app.translation import ENGLISH, set_language
from tests.presenters.kept import FakePreferences


class SeenPreferences:
    def __init__(self) -> None:
        self.choices: Preferences | None = None
        self.remark = ""
        self.failure = ""

    def show_choices(self, preferences: Preferences) -> None:
        self.choices = preferences

    def show_language_remark(self, text: str) -> None:
        self.remark = text

    def show_failure(self, text: str) -> None:
        self.failure = text


@pytest.fixture
def kept() -> FakePreferences:
    return FakePreferences()


@pytest.fixture
def view() -> SeenPreferences:
    return SeenPreferences()


@pytest.fixture
def presenter(view: SeenPreferences, kept: FakePreferences) -> PreferencesPresenter:
    return PreferencesPresenter(view, preferences=kept)


def test_what_is_chosen_is_shown(presenter: PreferencesPresenter, view: SeenPreferences, kept: FakePreferences) -> None:
    kept.current = Preferences(colours="dark")

    presenter.show()

    assert view.choices == Preferences(colours="dark")
    assert view.remark == ""


def test_each_choice_is_kept_at_once(presenter: PreferencesPresenter, kept: FakePreferences) -> None:
    presenter.choose_colours("dark")
    presenter.choose_text_percent(150)
    presenter.choose_lock_minutes(3)
    presenter.choose_language("en")

    assert kept.current == Preferences(colours="dark", text_percent=150, lock_minutes=3, language="en")


def test_another_language_waits_until_one_unlocks_again(presenter: PreferencesPresenter, view: SeenPreferences) -> None:
    presenter.choose_language("en")
    assert view.remark == "Træder i kraft, når du har låst og låst op igen."

    presenter.choose_language("da")
    assert view.remark == ""


def test_the_language_in_use_waits_for_nothing(presenter: PreferencesPresenter, view: SeenPreferences) -> None:
    set_language(ENGLISH)

    presenter.choose_language("en")

    assert view.remark == ""


def test_a_choice_that_cannot_be_kept_holds_and_is_told(
    presenter: PreferencesPresenter, view: SeenPreferences, kept: FakePreferences
) -> None:
    kept.is_full = True

    presenter.choose_colours("dark")

    assert kept.current.colours == "dark"
    assert view.choices == kept.current
    assert view.failure == (
        "Valget gælder, indtil du lukker programmet, men kunne ikke gemmes på denne computer (disken er fuld)."
    )


def test_one_to_fifteen_minutes_can_be_chosen() -> None:
    choices = lock_choices()

    assert [minutes for minutes, _words in choices] == list(range(1, 16))
    assert (choices[0][1], choices[9][1]) == ("1 minut", "10 minutter")


def test_the_bottom_of_the_window_says_when_it_locks() -> None:
    assert lock_standing(10) == "Låser om 10 min."
