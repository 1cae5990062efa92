"""The choices of this computer tell when they change, and the application takes them at its start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from desktop_app import translation
from desktop_app.application.preferences import Preferences
from desktop_app.ui.computer_choices import ComputerChoices
from desktop_app.ui.qt_application import PlanApplication, current_application
from tests.command_line import surroundings
from tests.presenters.kept import FakePreferences


def test_who_shows_a_choice_hears_of_another(qtbot: QtBot) -> None:
    kept = FakePreferences()
    choices = ComputerChoices(kept)

    with qtbot.waitSignal(choices.changed):
        choices.keep(Preferences(colours="dark"))

    assert kept.current.colours == choices.current.colours == "dark"
    assert choices.place == kept.place


def test_nobody_hears_of_the_choice_that_holds_already(qtbot: QtBot) -> None:
    choices = ComputerChoices(FakePreferences())

    with qtbot.assertNotEmitted(choices.changed):
        choices.keep(Preferences())


def test_a_choice_that_cannot_be_written_down_holds_and_is_heard_of(qtbot: QtBot) -> None:
    kept = FakePreferences()
    kept.is_full = True
    choices = ComputerChoices(kept)

    with qtbot.waitSignal(choices.changed), pytest.raises(OSError, match="No space"):
        choices.keep(Preferences(colours="dark"))
    choices.keep_if_possible(Preferences(colours="light"))

    assert choices.current.colours == "light"


def test_qt_speaks_the_language_the_program_does(qapp: PlanApplication) -> None:
    assert current_application() is qapp
    translation.set_language(translation.ENGLISH)
    qapp.take_language()
    assert QLocale().language() is QLocale.Language.English

    translation.set_language(translation.DANISH)
    qapp.take_language()

    assert QLocale().language() is QLocale.Language.Danish


BEGINNING = """
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import ColourChoice
application = PlanApplication(["enplan"], colours=ColourChoice.DARK, text_percent=150)
theme = application.theme
application.setStyleSheet("")
print(theme.palette.name, theme.text_scale, application.style().name())
"""


def test_looks_are_those_chosen_from_the_first_picture_on_and_the_style_is_ours(tmp_path: Path) -> None:
    environment = surroundings({"QT_STYLE_OVERRIDE": "Windows", "HOME": str(tmp_path)})

    done = subprocess.run(
        [sys.executable, "-c", BEGINNING], check=True, capture_output=True, text=True, env=os.environ | environment
    )

    assert done.stdout.split() == ["dark", "150", "fusion"]
