"""Choices of one computer."""

from desktop_app.application.preferences import PassingPreferences, Preferences


def test_choices_nobody_writes_down_hold_all_the_same() -> None:
    preferences = PassingPreferences()
    assert (preferences.current, preferences.place) == (Preferences(), "")

    preferences.keep(Preferences(colours="dark"))

    assert preferences.current == Preferences(colours="dark")
